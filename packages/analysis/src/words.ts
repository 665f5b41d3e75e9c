import type { Case, Id, Rational, Time } from '@casus/model';

/** “A”, “A and B”, “A, B and C”. */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length <= 1 ? (words[0] ?? 'nobody') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** What an actor is called; an anonymous seat by its number. */
export const actorName = (case_: Case, id: Id): string => case_.actors.get(id)?.label ?? id;

/** Actors by name, the anonymous seats of one group together. */
export function actorNames(case_: Case, ids: readonly Id[], last = 'and'): string {
  const seats = new Map<Id, number>();
  const names: string[] = [];
  for (const id of ids) {
    const seat = case_.actors.get(id)?.seat;
    if (seat === undefined) names.push(actorName(case_, id));
    else seats.set(seat.group, (seats.get(seat.group) ?? 0) + 1);
  }
  for (const [group, count] of seats) {
    const label = case_.groups.get(group)?.label ?? group.split('.').at(-1)!;
    const name = /members$/.test(label) ? label : `${label} members`;
    names.push(count === 1 ? `one of the ${name}` : `${count} of the ${name}`);
  }
  return listed(names, last);
}

/** A title in typographic quotation marks. */
export const quoted = (text: string): string => `“${text}”`;

/** The title of an arrangement or instrument. */
export const arrangementName = (case_: Case, id: Id): string => quoted(case_.arrangements.get(id)?.label ?? case_.instruments.get(id)?.label ?? id);

/** The title of a promise. */
export const promiseName = (case_: Case, id: Id): string => quoted(case_.promises.get(id)?.label ?? id);

/** “Istanbul framework, article 5”; the instrument alone for what stands outside its articles. */
export function articleName(case_: Case, article: Id): string | undefined {
  let names = ARTICLES.get(case_);
  if (names === undefined) {
    names = new Map([...case_.instruments.values()].flatMap(({ label, articles }) => articles.map(({ id, number }) => [id, number.startsWith('-') ? label : `${label}, article ${number}`] as const)));
    ARTICLES.set(case_, names);
  }
  return names.get(article);
}

/** The articles of each case by name; cases do not change. */
const ARTICLES = new WeakMap<Case, ReadonlyMap<Id, string>>();

/** What an act is called when nobody is named as its aim: “come to the aid” for “come to the aid of”. */
export function actName(case_: Case, id: Id): string {
  return (case_.acts.get(id)?.label ?? id).replace(/ (?:of|for|to|against|with|on|from)$/, '');
}

/** When something is due, as the end of "it falls due …": “at once”, “within 3 days”, “within 36 hours”, “at any time, for no limit is set”. */
export function timeName(time: Time): string {
  switch (time.kind) {
    case 'days':
      return time.days.num === 0n ? 'at once' : `within ${daysName(time.days)}`;
    case 'indeterminate':
      return 'within a time that the text does not count in days';
    case 'none':
      return 'without any limit of time';
  }
}

/** Days as people say them: “1 day”, “36 hours”, “5/2 days”. */
export function daysName({ num, den }: Rational): string {
  if (den === 1n) return `${num} ${num === 1n ? 'day' : 'days'}`;
  if ((num * 24n) % den === 0n) return `${(num * 24n) / den} hours`;
  return `${num}/${den} days`;
}
