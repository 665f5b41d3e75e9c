import { Standing, type Case, type Declared, type Id, type Instrument } from '@casus/model';
import type * as ast from '../generated/ast.js';
import type { Aim, Bridge, RangeUse } from './context.js';
import { placeOf } from './places.js';

/** A case while it is gathered. */
export type Draft = { -readonly [K in keyof Case]: Case[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : Case[K] extends readonly (infer E)[] ? E[] : Case[K] };

/** The tables of a case, in which declarations stand under their names. */
type Table = { [K in keyof Case]: Case[K] extends ReadonlyMap<Id, Declared> ? K : never }[keyof Case];
const TABLES: Readonly<Record<Table, true>> = {
  actors: true, groups: true, bodies: true, acts: true, events: true, regions: true, facts: true, attributes: true, organisations: true, instruments: true, issues: true,
  options: true, scenarios: true, promises: true, arrangements: true, sources: true, negotiations: true, amendments: true,
};
const TABLE_NAMES = Object.keys(TABLES) as Table[];

/** A case with nothing in it. */
export function emptyDraft(): Draft {
  return {
    title: '', files: [], actors: new Map(), groups: new Map(), bodies: new Map(), acts: new Map(), events: new Map(), regions: new Map(), facts: new Map(),
    attributes: new Map(), organisations: new Map(), instruments: new Map(), issues: new Map(), options: new Map(), scenarios: new Map(), promises: new Map(),
    arrangements: new Map(), sources: new Map(), disputes: [], positions: [], negotiations: new Map(), amendments: new Map(), expectations: [],
  };
}

/** All that one declaration at the top of a file puts into the case, and into what the bridge gathers for the checks. */
interface Piece extends Pick<Case, 'disputes' | 'positions' | 'expectations'> {
  readonly declared: readonly { readonly table: Table; readonly value: Declared }[];
  readonly judgedInstruments: readonly Id[];
  readonly aims: readonly Aim[];
  readonly rangeUses: readonly RangeUse[];
}

interface Kept {
  readonly text: string;
  readonly piece: Standing<Piece>;
}

/**
 * What was understood of the declarations of a case that is being edited, by their syntax trees. A piece is taken again only as long as its text is the
 * same letter by letter, every name stands for something of the same kind, and nothing is wrong with the names or the grammar of any file; then reading it
 * again would give the same but for the places, which move with it. A declaration about which anything was found is not kept.
 */
export class Pieces {
  #kept = new WeakMap<ast.Item, Kept>();
  #surroundings = '';
  #bodies: readonly ast.BodyDecl[] = [];

  /** Whether pieces may be taken and kept this time. What other declarations are read by is looked at; if it has changed, all are read again. */
  mayBeTaken(b: Bridge): boolean {
    if (!b.isFlawless) return false;
    const surroundings = JSON.stringify([[...b.names.table.values()].map(({ kind, id }) => `${kind} ${id}`), [...b.units]]);
    const bodies = [...b.bodies.values()].map(({ node }) => node);
    if (surroundings !== this.#surroundings || bodies.length !== this.#bodies.length || bodies.some((node, i) => node !== this.#bodies[i])) this.#kept = new WeakMap();
    this.#surroundings = surroundings;
    this.#bodies = bodies;
    return true;
  }

  /** Puts into the case what a declaration says: taken from before if it can be, else read by `read`. `text`: that of the file. */
  add(b: Bridge, made: Draft, file: string, text: string, item: ast.Item, read: (into: Draft) => void): void {
    const place = placeOf(file, item);
    const known = this.#kept.get(item);
    if (known !== undefined && text.startsWith(known.text, place.offset) && known.text.length === place.end - place.offset) {
      const { aims, rangeUses, judgedInstruments, ...piece } = known.piece.standingAt(place);
      b.aims.push(...aims);
      b.rangeUses.push(...rangeUses);
      b.judgedInstruments.push(...judgedInstruments);
      put(made, piece);
      return;
    }
    const before = [b.holes, b.borrowed, b.aims.length, b.rangeUses.length, b.judgedInstruments.length] as const;
    const into = emptyDraft();
    read(into);
    const { disputes, positions, expectations } = into;
    const declared = TABLE_NAMES.flatMap((table) => [...into[table].values()].map((value) => ({ table, value })));
    const piece: Piece = {
      declared, disputes, positions, expectations,
      aims: b.aims.slice(before[2]), rangeUses: b.rangeUses.slice(before[3]), judgedInstruments: b.judgedInstruments.slice(before[4]),
    };
    put(made, piece);
    if (b.holes > before[0] || b.borrowed > before[1]) this.#kept.delete(item);
    else this.#kept.set(item, { text: text.slice(place.offset, place.end), piece: new Standing(piece, place, knownAgain) });
  }
}

/** Declarations and sentences: what is asked of them again and again is remembered by them. */
function knownAgain({ declared }: Piece): readonly object[] {
  return declared.flatMap(({ table, value }) => (table === 'instruments' ? [value, ...(value as Instrument).norms] : [value]));
}

function put(made: Draft, { declared, disputes, positions, expectations }: Pick<Piece, 'declared' | 'disputes' | 'positions' | 'expectations'>): void {
  for (const { table, value } of declared) if (!made[table].has(value.id)) (made[table] as Map<Id, Declared>).set(value.id, value);
  made.disputes.push(...disputes);
  made.positions.push(...positions);
  made.expectations.push(...expectations);
}
