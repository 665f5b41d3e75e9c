/** Small words: lists, numbers, times. */
import type { Time } from '@casus/analysis';
import type { Rational } from '@casus/model';

/** `a`, `a and b`, `a, b and c`; beyond `most` items the rest is counted: `a, b and 7 others`. */
export function listed(items: readonly string[], conjunction: 'and' | 'or' = 'and', most = Infinity): string {
  if (items.length > most) return listed([...items.slice(0, most), `${items.length - most} others`], conjunction);
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items[items.length - 1]!}`;
}

/** `1 finding`, `2 findings`, `no findings`. */
export function counted(count: number | bigint, one: string, many = `${one}s`): string {
  return `${Number(count) === 0 ? 'no' : grouped(count)} ${count === 1 || count === 1n ? one : many}`;
}

/** A number with its thousands set apart: `4,096`. */
export const grouped = (count: number | bigint): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** An exact number as people write it: `3`, `2.5`, `1/3`. */
export function numberWords({ num, den }: Rational): string {
  if (den === 1n) return grouped(num);
  // A fraction whose denominator divides a power of ten has a finite decimal form.
  for (let scale = 10n, digits = 1; digits <= 4; scale *= 10n, digits++) {
    if ((num * scale) % den !== 0n) continue;
    const whole = (num * scale) / den;
    const sign = whole < 0n ? '-' : '';
    const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
    return `${sign}${grouped(BigInt(text.slice(0, -digits)))}.${text.slice(-digits)}`;
  }
  return `${num}/${den}`;
}

/** Days as people say them: `3 days`, `36 hours`, `1 day`. */
export function daysWords(days: Rational): string {
  if (days.den === 1n) return days.num === 0n ? 'at once' : counted(days.num, 'day');
  const hours = { num: days.num * 24n, den: days.den };
  if (hours.num % hours.den === 0n) return counted(hours.num / hours.den, 'hour');
  return `${numberWords(days)} days`;
}

/** How long something may take, as the end of "it may take …". */
export function timeWords(time: Time): string {
  switch (time.kind) {
    case 'days':
      return time.days.num === 0n ? 'no time: it is due at once' : `at most ${daysWords(time.days)}`;
    case 'indeterminate':
      return 'a time that the text does not count in days (a word such as “promptly” is no number of days)';
    case 'none':
      return 'any time: the text sets no limit';
  }
}

/** A word that begins a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text as a whole sentence, with its full stop. */
export const sentence = (text: string): string => (/[.!?…]["”’»)]?$/.test(text) ? capital(text) : `${capital(text)}.`);
