import { Standing, type Case, type Declared, type Id, type Instrument, type Norm, type Place } from '@casus/model';
import type * as ast from '../generated/ast.js';
import type { Aim, Bridge, RangeUse, Site } from './context.js';
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

/** All that one article puts into its instrument, and into what the bridge gathers for the checks. */
interface ArticlePiece<T> extends Pick<Piece, 'aims' | 'rangeUses'> {
  readonly value: T;
}

interface Kept<T extends object> {
  readonly text: string;
  readonly piece: Standing<T>;
}

/**
 * What was understood of the declarations of a case that is being edited, by their syntax trees. A piece is taken again only as long as its text is the
 * same letter by letter, every name stands for something of the same kind, and nothing is wrong with the names or the grammar of any file; then reading it
 * again would give the same but for the places, which move with it. A declaration about which anything was found is not kept.
 */
export class Pieces {
  #kept = new WeakMap<ast.Item, Kept<Piece>>();
  #articles = new WeakMap<ast.Article, Kept<ArticlePiece<unknown>> & { readonly site: string }>();
  #texts: ReadonlyMap<string, string> = new Map();
  #surroundings = '';
  #bodies: readonly ast.BodyDecl[] = [];

  /** Whether pieces may be taken and kept this time. What other declarations are read by is looked at; if it has changed, all are read again. `texts`: those of the files. */
  mayBeTaken(b: Bridge, texts: ReadonlyMap<string, string>): boolean {
    if (!b.isFlawless) return false;
    this.#texts = texts;
    const surroundings = JSON.stringify([[...b.names.table.values()].map(({ kind, id }) => `${kind} ${id}`), [...b.units]]);
    const bodies = [...b.bodies.values()].map(({ node }) => node);
    if (surroundings !== this.#surroundings || bodies.length !== this.#bodies.length || bodies.some((node, i) => node !== this.#bodies[i])) [this.#kept, this.#articles] = [new WeakMap(), new WeakMap()];
    this.#surroundings = surroundings;
    this.#bodies = bodies;
    return true;
  }

  /** Puts into the case what a declaration says: taken from before if it can be, else read by `read`. */
  add(b: Bridge, made: Draft, file: string, item: ast.Item, read: (into: Draft) => void): void {
    const place = placeOf(file, item);
    const known = this.#kept.get(item);
    if (known !== undefined && this.#stands(known.text, place)) {
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
    else this.#kept.set(item, { text: this.#textAt(place), piece: new Standing(piece, place, knownAgain) });
  }

  /**
   * What an article of an instrument at `at` says: taken from before if it can be, else read by `read`. `alone`: asked after reading, whether the article has told
   * the instrument nothing but what `read` gives.
   */
  article<T extends { readonly norms: readonly Norm[] }>(b: Bridge, at: Site, node: ast.Article, read: () => T, alone: () => boolean): T {
    const place = placeOf(at.file, node);
    const site = JSON.stringify([at.scopes, at.scope]);
    const known = this.#articles.get(node);
    if (known?.site === site && this.#stands(known.text, place)) {
      const { value, aims, rangeUses } = known.piece.standingAt(place);
      b.aims.push(...aims);
      b.rangeUses.push(...rangeUses);
      return value as T;
    }
    const before = [b.holes, b.borrowed, b.aims.length, b.rangeUses.length] as const;
    const value = read();
    if (b.holes > before[0] || b.borrowed > before[1] || !alone()) this.#articles.delete(node);
    else {
      const piece: ArticlePiece<T> = { value, aims: b.aims.slice(before[2]), rangeUses: b.rangeUses.slice(before[3]) };
      this.#articles.set(node, { site, text: this.#textAt(place), piece: new Standing<ArticlePiece<unknown>>(piece, place, (of) => (of.value as T).norms) });
    }
    return value;
  }

  #textAt({ file, offset, end }: Place): string {
    return this.#texts.get(file)!.slice(offset, end);
  }

  /** Whether a text stands at a place. */
  #stands(text: string, { file, offset, end }: Place): boolean {
    return text.length === end - offset && this.#texts.get(file)!.startsWith(text, offset);
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
