import type { Arrangement, Case, Id, Place, Role } from '@casus/model';
import { contentOf, numberOf, type Content } from './content.js';

/**
 * The parts of a case: `read` from by verdicts; `told` in findings beside them; or neither named by a declaration nor read for one (what is said about
 * the case as a whole).
 */
const PARTS: Readonly<Record<keyof Case, 'read' | 'told' | 'neither'>> = {
  actors: 'read', groups: 'read', bodies: 'read', acts: 'read', events: 'read', regions: 'read', facts: 'read', attributes: 'read', organisations: 'read',
  instruments: 'read', issues: 'read', options: 'read', scenarios: 'read', promises: 'read', arrangements: 'read',
  sources: 'told',
  title: 'neither', files: 'neither', disputes: 'neither', positions: 'neither', negotiations: 'neither', amendments: 'neither', expectations: 'neither',
};

/** Roles that may be filled by actors whom nothing else in the text names. */
const FILLED_BY_ANYBODY: Readonly<Record<Role, boolean>> = {
  everyone: true, others: true, bearer: false, attacker: false, victim: false, requester: false, disputants: false, hostile: false,
};

const ANYBODY = Object.entries(FILLED_BY_ANYBODY).flatMap(([role, any]) => (any ? [role] : []));

/** How much is asked for: what a verdict is read from, or also everything that may be told of it. */
export type Extent = 'meaning' | 'whole';

/** A declaration of a case. */
export interface Entry {
  readonly table: keyof Case;
  readonly id: Id;
  readonly place: Place;
  /** Its number in the order of the case. */
  readonly position: number;
  readonly content: Content;
  /** Kinds of it (acts, events, regions): whoever speaks of it speaks of them. */
  readonly kinds: Entry[];
}

/** Declarations with all that they draw in, in the order of the case, and a text that is the same only for the same contents in the same order. */
export interface Reached {
  readonly entries: readonly Entry[];
  readonly key: string;
}

/**
 * What a judgment depends on, told by content and conservatively: the declarations that the request names, those that these name, and so on. Any text
 * in a declaration that is the name of a declaration counts as naming it, so that no construct can be forgotten; kinds of a named act, event or
 * region belong to it; and where a role may be filled by anybody, every actor does. Places are no part of it.
 */
export class Dependencies {
  readonly #byName = new Map<Id, Entry[]>();
  readonly #all: Entry[] = [];
  readonly #drawn: Readonly<Record<Extent, Map<Entry, readonly Entry[]>>> = { meaning: new Map(), whole: new Map() };
  readonly #texts = new Map<Entry, number>();
  readonly #files: ReadonlyMap<string, string>;
  /** The last walk that has come by each entry. */
  readonly #seen: Int32Array;
  #walks = 0;

  constructor(case_: Case) {
    this.#files = new Map(case_.files.map(({ path, text }) => [path, text]));
    const parents: { readonly entry: Entry; readonly of: readonly Id[]; readonly table: ReadonlyMap<Id, unknown> }[] = [];
    const byValue = new Map<unknown, Entry>();
    for (const name of Object.keys(PARTS) as (keyof Case)[]) {
      const table: unknown = case_[name];
      if (PARTS[name] === 'neither' || !(table instanceof Map)) continue;
      for (const [id, value] of table as ReadonlyMap<Id, { readonly place: Place; readonly parents?: readonly Id[] }>) {
        const entry: Entry = { table: name, id, place: value.place, position: this.#all.length, content: name === 'arrangements' ? contentOf(withoutQuestions(value as unknown as Arrangement), value) : contentOf(value), kinds: [] };
        this.#all.push(entry);
        byValue.set(value, entry);
        const list = this.#byName.get(id);
        if (list === undefined) this.#byName.set(id, [entry]);
        else list.push(entry);
        if (value.parents !== undefined) parents.push({ entry, of: value.parents, table: table as ReadonlyMap<Id, unknown> });
      }
    }
    this.#seen = new Int32Array(this.#all.length);
    for (const { entry, of, table } of parents) for (const parent of of) byValue.get(table.get(parent))?.kinds.push(entry);
  }

  /** Everything that declarations of these names draw in; only what is not drawn in by `besides`, if that is given, whose key is then part of the key. */
  reached(names: Iterable<Id>, extent: Extent, besides?: Reached): Reached {
    const walk = ++this.#walks;
    const entries: Entry[] = [];
    const add = (entry: Entry): void => {
      if (this.#seen[entry.position] === walk) return;
      this.#seen[entry.position] = walk;
      entries.push(entry);
    };
    for (const { position } of besides?.entries ?? []) this.#seen[position] = walk;
    for (const id of names) this.#byName.get(id)?.forEach(add);
    for (const entry of entries) this.#drawnBy(entry, extent).forEach(add);
    entries.sort((a, b) => a.position - b.position);
    const number = extent === 'meaning' ? ({ content }: Entry): string => String(content.meaning) : (entry: Entry): string => `${entry.content.whole}.${this.#textOf(entry)}`;
    if (besides === undefined) return { entries, key: entries.map(number).join() };
    // How many of the others stand before it tells where it stands among them.
    return { entries, key: `${besides.key}|${entries.map((entry) => `${number(entry)}@${before(besides.entries, entry.position)}`).join()}` };
  }

  #drawnBy(entry: Entry, extent: Extent): readonly Entry[] {
    let drawn = this.#drawn[extent].get(entry);
    if (drawn === undefined) {
      const { words, apart } = entry.content;
      const named = [...words, ...(extent === 'whole' ? apart : [])].flatMap((word) => this.#byName.get(word) ?? []);
      const anybody = ANYBODY.some((role) => words.has(role)) ? this.#all.filter(({ table }) => table === 'actors') : [];
      drawn = [...new Set([...named, ...anybody, ...entry.kinds])].filter(({ table }) => extent === 'whole' || PARTS[table] === 'read');
      this.#drawn[extent].set(entry, drawn);
    }
    return drawn;
  }

  /** The number of the text of a declaration: what is told may quote it. */
  #textOf(entry: Entry): number {
    let number = this.#texts.get(entry);
    if (number === undefined) {
      const { file, offset, end } = entry.place;
      this.#texts.set(entry, (number = numberOf(this.#files.get(file)?.slice(offset, end) ?? '')));
    }
    return number;
  }
}

/** An arrangement without what is asked about it. */
function withoutQuestions({ promises: _, scenarios: __, judged: ___, ...text }: Arrangement): object {
  return text;
}

/** How many of the entries, which are in order, stand before a position. */
function before(entries: readonly Entry[], limit: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.position < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
