import type { Case, Id, Role } from '@casus/model';
import { contentOf, type Content } from './content.js';

/** What of a case a verdict may be read from; everything else (titles, sources, positions, expectations) only says who says so, or is compared with it. */
const READ: Readonly<Record<keyof Case, boolean>> = {
  actors: true, groups: true, bodies: true, acts: true, events: true, regions: true, facts: true, attributes: true, organisations: true, instruments: true,
  issues: true, options: true, scenarios: true, promises: true, arrangements: true,
  title: false, files: false, sources: false, disputes: false, positions: false, expectations: false,
};

/** Roles that may be filled by actors whom nothing else in the text names. */
const FILLED_BY_ANYBODY: Readonly<Record<Role, boolean>> = {
  everyone: true, others: true, attacker: false, victim: false, requester: false, disputants: false, hostile: false,
};

const ANYBODY = Object.entries(FILLED_BY_ANYBODY).flatMap(([role, any]) => (any ? [role] : []));

/** A declaration, its number in the order of the case, its content, and what it draws in besides what it names. */
interface Entry {
  readonly table: keyof Case;
  readonly id: Id;
  readonly position: number;
  readonly content: Content;
  /** Kinds of it (acts, events, regions): whoever speaks of it speaks of them. */
  readonly kinds: Entry[];
}

/**
 * What a verdict depends on, told by content and conservatively: the declarations that the request names, those that these name, and so on. Any text
 * in a declaration that is the name of a declaration counts as naming it, so that no construct can be forgotten; kinds of a named act, event or
 * region belong to it; and where a role may be filled by anybody, every actor does. Places, labels and citations are no part of it.
 */
export class Dependencies {
  readonly #entries = new Map<Id, Entry[]>();
  readonly #all: Entry[] = [];

  constructor(case_: Case) {
    const parents: { readonly entry: Entry; readonly of: readonly Id[]; readonly table: ReadonlyMap<Id, unknown> }[] = [];
    const byValue = new Map<unknown, Entry>();
    for (const name of Object.keys(READ) as (keyof Case)[]) {
      const table = case_[name];
      if (!READ[name] || !(table instanceof Map)) continue;
      for (const [id, value] of table as ReadonlyMap<Id, object>) {
        const entry: Entry = { table: name, id, position: this.#all.length, content: contentOf(value), kinds: [] };
        this.#all.push(entry);
        byValue.set(value, entry);
        const list = this.#entries.get(id);
        if (list === undefined) this.#entries.set(id, [entry]);
        else list.push(entry);
        if ('parents' in value) parents.push({ entry, of: value.parents as readonly Id[], table: table as ReadonlyMap<Id, unknown> });
      }
    }
    for (const { entry, of, table } of parents) for (const parent of of) byValue.get(table.get(parent))?.kinds.push(entry);
  }

  /** Everything that declarations of these names draw in, beginning with what is drawn in already. */
  reached(names: Iterable<Id>, from: ReadonlySet<Entry> = new Set()): ReadonlySet<Entry> {
    const reached = new Set(from);
    const name = (id: Id): void => {
      for (const entry of this.#entries.get(id) ?? []) reached.add(entry);
    };
    for (const id of names) name(id);
    let done = 0;
    for (const entry of reached) {
      if (done++ < from.size) continue;
      for (const kind of entry.kinds) reached.add(kind);
      const { words } = entry.content;
      for (const word of words) name(word);
      if (ANYBODY.some((role) => words.has(role))) for (const each of this.#all) if (each.table === 'actors') reached.add(each);
    }
    return reached;
  }

  /** The issues among them. */
  static issues(reached: ReadonlySet<Entry>): Id[] {
    return [...reached].flatMap(({ table, id }) => (table === 'issues' ? [id] : []));
  }

  /** The contents of declarations in the order of the case: equal for equal contents in equal order. */
  static key(reached: ReadonlySet<Entry>): string {
    return [...reached].sort((a, b) => a.position - b.position).map(({ content }) => content.number).join();
  }
}

/** Declarations with all that they draw in. */
export type Reached = ReturnType<Dependencies['reached']>;
