import type { Deadline, Id, IsoDate, Measure, Quantity, Rational } from '@casus/model';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { alternatives } from './brackets.js';

/** A fraction in lowest terms, `den` > 0. */
export function rational(num: bigint, den: bigint = 1n): Rational {
  let a = num < 0n ? -num : num;
  let b = den;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { num: 0n, den: 1n } : { num: num / a, den: den / a };
}

/** The exact number that digits stand for: `85_000`, `2.5`. */
export function numberOf(text: string): Rational {
  const [whole = '0', fraction = ''] = text.replaceAll('_', '').split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** Product of two fractions. */
export function times(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** A number as an author would write it. */
export function show(value: Rational): string {
  return value.den === 1n ? String(value.num) : `${value.num}/${value.den}`;
}

const DAYS: Readonly<Record<string, Rational>> = {
  hour: { num: 1n, den: 24n }, day: rational(1n), week: rational(7n), month: rational(30n), year: rational(365n),
};

/** Length in days; months count 30 days and years 365. */
export function daysOf(node: ast.DurationNumber): Rational {
  return times(numberOf(node.value), DAYS[node.unit.replace(/s$/u, '')]!);
}

/** A time limit. */
export function deadline(b: Bridge, at: Site, node: ast.Duration | undefined): Deadline {
  if (node === undefined) return { kind: 'none' };
  if (node.$type === 'DurationNumber') return { kind: 'days', days: daysOf(node), text: `${node.value} ${node.unit}`, place: placeOf(at.file, node) };
  return { kind: 'choice', alternatives: alternatives(b, at, node.alternatives, (each) => deadline(b, at, each)), place: placeOf(at.file, node) };
}

/** A length of time that no bracket may leave open; absent after a finding. */
export function fixedDays(b: Bridge, at: Site, node: ast.Duration | undefined): Rational | undefined {
  if (node === undefined) return undefined;
  if (node.$type === 'DurationNumber') return daysOf(node);
  b.report('form/incomplete', placeOf(at.file, node), 'a time here cannot be left open in a bracket', { help: 'write one time, such as `within 3 days`' });
  return undefined;
}

/** A number, bracket of numbers, or a number still to be agreed. `attribute`: what it is a number of, whose unit it must have. */
export function quantity(b: Bridge, at: Site, node: ast.Quantity, attribute?: Id): Quantity {
  const place = placeOf(at.file, node);
  switch (node.$type) {
    case 'QuantityNumber': {
      const measured = measure(b, at, node, attribute);
      return { kind: 'number', ...measured, place };
    }
    case 'QuantityBracket':
      return { kind: 'choice', alternatives: alternatives(b, at, node.alternatives, (each) => quantity(b, at, each, attribute)), place };
    case 'QuantityOwn': {
      const figure = b.resolve(at, node.attribute, ['attribute']);
      if (figure === undefined) return { kind: 'number', value: rational(0n), place };
      const [limited, own] = [attribute, figure].map((id) => (id === undefined ? undefined : b.units.get(id)));
      if (attribute !== undefined && limited !== own) {
        b.report('form/unit', place, `\`${attribute}\` is counted in ${limited ?? 'bare numbers'}, and \`${figure}\` in ${own ?? 'bare numbers'}`, { help: 'declare both with the same unit' });
      }
      if (!at.limit) b.report('form/incomplete', place, '`its` stands in a limit only, where each is bound by a figure of its own', { help: 'write a number' });
      return { kind: 'own', attribute: figure, place };
    }
    case 'QuantityIssue': {
      const issue = b.resolve(at, node.issue, ['issue']);
      if (issue === undefined) return { kind: 'number', value: rational(0n), place };
      b.rangeUses.push({ issue, attribute, place });
      return { kind: 'range', issue, place };
    }
  }
}

/** A number and its unit; a unit other than that of the attribute is a finding. */
export function measure(b: Bridge, at: Site, node: { readonly value: string; readonly unit?: string; readonly $cstNode?: ast.QuantityNumber['$cstNode'] }, attribute?: Id): Measure {
  const value = numberOf(node.value);
  const declared = attribute === undefined ? undefined : b.units.get(attribute);
  if (node.unit !== undefined && attribute !== undefined && declared !== node.unit) {
    b.report('form/unit', placeOf(at.file, node), declared === undefined ? `\`${attribute}\` is a bare number, not counted in ${node.unit}` : `\`${attribute}\` is counted in ${declared}, not in ${node.unit}`, {
      help: declared === undefined ? `leave the unit out, or declare \`attribute ${attribute} in ${node.unit}\`` : `write the number in ${declared}`,
    });
  }
  const unit = declared ?? node.unit;
  return unit === undefined ? { value } : { value, unit };
}

/** A day so long after another, by the calendar; parts of a day are left out. */
export function dayAfter(day: IsoDate, node: ast.DurationNumber): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = Number(node.value.replaceAll('_', ''));
  const unit = node.unit.replace(/s$/u, '');
  const whole = Number.isInteger(count);
  if ((unit === 'year' || unit === 'month') && whole) {
    const months = month - 1 + (unit === 'year' ? 12 * count : count);
    const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, months, Math.min(date, last))).toISOString().slice(0, 10);
  }
  const days = daysOf(node);
  return new Date(Date.UTC(year, month - 1, date) + Number(days.num / days.den) * 86_400_000).toISOString().slice(0, 10);
}

const FEWEST_AND_MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is wrong with a day that no calendar has; nothing if it is one. */
export function calendarDay(text: string): 'no date' | { readonly last: number | undefined } | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return 'no date';
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && !leap ? 28 : FEWEST_AND_MOST_DAYS[month - 1];
  return last !== undefined && day >= 1 && day <= last ? undefined : { last };
}

/** The calendar date of a property; one that no calendar has is a finding, and no date. */
export function date<P extends string>(b: Bridge, at: Site, node: AstNode & { readonly [K in P]?: string | undefined }, property: P): IsoDate | undefined {
  const text = node[property];
  if (text === undefined) return undefined;
  const wrong = calendarDay(text);
  if (wrong === undefined) return text;
  const last = wrong === 'no date' ? undefined : wrong.last;
  b.report('form/date', b.placeOfProperty(at, node, property), `there is no day ${text}`, {
    help: last === undefined ? 'months run from 01 to 12: year-month-day, such as 2025-08-20' : `that month has ${last} days: year-month-day, such as 2025-08-20`,
  });
  return undefined;
}
