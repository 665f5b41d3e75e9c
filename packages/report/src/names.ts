/** What things are called: the short name that the author typed, and the title beside it. */
import type { Case, Declared, Id, Place } from '@casus/model';
import { grouped } from './words.js';

/** The declaration of a full name, whatever it declares. */
export function declared(case_: Case, id: Id): Declared | undefined {
  const tables = [
    case_.actors, case_.promises, case_.scenarios, case_.arrangements, case_.instruments, case_.options, case_.issues, case_.acts, case_.groups,
    case_.bodies, case_.facts, case_.events, case_.attributes, case_.organisations, case_.regions, case_.sources,
  ];
  for (const table of tables) {
    const found = table.get(id);
    if (found) return found;
  }
  return undefined;
}

/** The title of a declaration; its name where it has none. */
export const labelOf = (case_: Case, id: Id): string => declared(case_, id)?.label ?? id;

/** What an act is called when nobody is named as its aim: “come to the aid” for “come to the aid of”. */
export const actLabel = (case_: Case, id: Id): string => labelOf(case_, id).replace(/ (?:of|for|to|against|with|on|from)$/, '');

/** The title with the name that the author typed: `a guarantor comes to Ukraine's aid (Help)`. */
export function fullName(case_: Case, id: Id): string {
  const label = labelOf(case_, id);
  return label === id ? id : `${label} (${id})`;
}

/** An actor as a sentence calls it. */
export const actorName = (case_: Case, id: Id): string => case_.actors.get(id)?.label ?? id;

/** Actors as a sentence calls them; the anonymous seats of a group, which are interchangeable, by their number: `7 of the elected members`. */
export function actorNames(case_: Case, ids: Iterable<Id>): readonly string[] {
  const names: string[] = [];
  const seats = new Map<Id, number>();
  for (const id of ids) {
    const group = case_.actors.get(id)?.seat?.group;
    if (group === undefined) names.push(actorName(case_, id));
    else seats.set(group, (seats.get(group) ?? 0) + 1);
  }
  for (const [group, count] of seats) {
    const label = labelOf(case_, group).split('.').at(-1)!;
    const members = /members$/.test(label) ? label : `${label} members`;
    names.push(count === 1 ? `one of the ${members}` : `${grouped(count)} of the ${members}`);
  }
  return names;
}

/** In how many ways the seats of a coalition may be filled: of those that differ in nothing else one is listed. */
export function waysToSeat(case_: Case, coalition: readonly Id[]): bigint {
  const held = new Map<Id, number>();
  for (const id of coalition) {
    const group = case_.actors.get(id)?.seat?.group;
    if (group !== undefined) held.set(group, (held.get(group) ?? 0) + 1);
  }
  let ways = 1n;
  for (const [group, k] of held) {
    const n = [...case_.actors.values()].filter(({ seat }) => seat?.group === group).length;
    for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  }
  return ways;
}

/** An article as a reader knows it; what stands outside the articles is the instrument's alone. */
export const articleWords = (name: string): string => name.replace(/, article -text$/, '');

/** A source as a reader knows it: title, publisher, date. */
export function sourceName(case_: Case, id: Id): string {
  const source = case_.sources.get(id);
  if (!source) return id;
  return [source.label, source.publisher, source.date].filter((part) => part !== undefined && part !== '').join(', ');
}

/** `file:line:column`, which terminals and editors make a link of. */
export const placeWords = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** Whether two places are the same. */
export const samePlace = (one: Place, other: Place): boolean => one.file === other.file && one.offset === other.offset && one.end === other.end;
