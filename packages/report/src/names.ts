/** What things are called: the short name that the author typed, and the title beside it. */
import type { Case, Declared, Id, Place } from '@casus/model';

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

/** The title with the name that the author typed: `a guarantor comes to Ukraine's aid (Help)`. */
export function fullName(case_: Case, id: Id): string {
  const label = labelOf(case_, id);
  return label === id ? id : `${label} (${id})`;
}

/** An actor as a sentence calls it. */
export const actorName = (case_: Case, id: Id): string => case_.actors.get(id)?.label ?? id;

/** Actors as a sentence calls them. */
export const actorNames = (case_: Case, ids: Iterable<Id>): readonly string[] => [...ids].map((id) => actorName(case_, id));

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
