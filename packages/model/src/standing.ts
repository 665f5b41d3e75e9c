import type { Place } from './data/basics.js';

/** What parts of cases that are known to say the same have in common, wherever they stand. */
const IDENTITIES = new WeakMap<object, object>();

/**
 * One object for all parts of cases that are known to differ in nothing but where they stand, of which `moved` has made one from the other; the part
 * itself where nothing is known. What does not depend on places may be remembered by it.
 */
export function identityOf(part: object): object {
  return IDENTITIES.get(part) ?? part;
}

/** Whether an object of a case is a place. */
export function isPlace(part: object): part is Place {
  return 'endColumn' in part && 'offset' in part && 'file' in part;
}

/** A place within a text that has moved as a whole, from where it stood to where it stands now: only on its first line do columns change. */
export function movedPlace(place: Place, from: Place, to: Place): Place {
  const first = to.column - from.column;
  const lines = to.line - from.line;
  const offsets = to.offset - from.offset;
  return {
    file: to.file,
    line: place.line + lines,
    column: place.line === from.line ? place.column + first : place.column,
    endLine: place.endLine + lines,
    endColumn: place.endLine === from.line ? place.endColumn + first : place.endColumn,
    offset: place.offset + offsets,
    end: place.end + offsets,
  };
}

/** Whether two places are the same. Where a line was joined to the next, one may end on another line though it has as many characters as before. */
export function samePlace(a: Place, b: Place): boolean {
  return a.offset === b.offset && a.line === b.line && a.column === b.column && a.end === b.end && a.endLine === b.endLine && a.endColumn === b.endColumn && a.file === b.file;
}

/**
 * Plain data of a case, all of whose places stand in one text, kept while that text moves about in its file. Objects that occur in it several times occur in the
 * copies as often, so that nothing can tell a copy from what reading the text again would give.
 */
export class Standing<T extends object> {
  #value: T;
  #at: Place;
  /** What occurs several times. */
  #shared: ReadonlySet<object> | undefined;
  /** Objects of the data by which it is known again wherever it stands (`identityOf`). */
  readonly #known: (value: T) => readonly object[];

  /** `at`: where the text stands; `known`: the parts that shall be known again. */
  constructor(value: T, at: Place, known: (value: T) => readonly object[]) {
    this.#value = value;
    this.#at = at;
    this.#known = known;
    for (const part of known(value)) if (!IDENTITIES.has(part)) IDENTITIES.set(part, {});
  }

  /** The data with its text standing there. */
  standingAt(to: Place): T {
    if (samePlace(this.#at, to)) return this.#value;
    const before = this.#known(this.#value);
    this.#shared ??= sharedIn(this.#value);
    const copies = new Map<object, unknown>();
    const value = copied(this.#value, this.#at, to, this.#shared, copies) as T;
    const identities = before.map((part) => identityOf(part));
    this.#known(value).forEach((part, i) => IDENTITIES.set(part, identities[i]!));
    this.#value = value;
    this.#at = to;
    this.#shared = new Set(copies.values()) as Set<object>;
    return value;
  }
}

/** The objects that occur several times in plain data. */
function sharedIn(value: object): ReadonlySet<object> {
  const seen = new Set<object>();
  const shared = new Set<object>();
  const open: unknown[] = [value];
  for (let part = open.pop(); part !== undefined || open.length > 0; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if (seen.has(part)) {
      shared.add(part);
      continue;
    }
    seen.add(part);
    if (part instanceof Map) open.push(...part.values());
    else if (Array.isArray(part)) open.push(...(part as unknown[]));
    else if (!(part instanceof Set)) open.push(...Object.values(part));
  }
  return shared;
}

function copied(part: object, from: Place, to: Place, shared: ReadonlySet<object>, copies: Map<object, unknown>): object {
  const often = shared.has(part);
  if (often) {
    const known = copies.get(part);
    if (known !== undefined) return known as object;
  }
  const made = copyOf(part, from, to, shared, copies);
  if (often) copies.set(part, made);
  return made;
}

function copyOf(part: object, from: Place, to: Place, shared: ReadonlySet<object>, copies: Map<object, unknown>): object {
  if (isPlace(part)) return movedPlace(part, from, to);
  const inner = (value: unknown): unknown => (typeof value === 'object' && value !== null ? copied(value, from, to, shared, copies) : value);
  if (Array.isArray(part)) return part.map(inner);
  // Sets of a case are sets of names, and what a table is read by is a name.
  if (part instanceof Set) return new Set(part);
  if (part instanceof Map) return new Map([...(part as Map<unknown, unknown>)].map(([key, value]) => [key, inner(value)]));
  const made: Record<string, unknown> = { ...part };
  for (const key in made) {
    const value = made[key];
    if (typeof value === 'object' && value !== null) made[key] = copied(value, from, to, shared, copies);
  }
  return made;
}
