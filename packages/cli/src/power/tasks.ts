/** What the worker of power is asked, and what it sends. */
import type { DecisionTable } from '@casus/analysis';
import type { Body, Rational, SimpleGame, Votes } from '@casus/games';

/** A game as it can be sent to a worker. */
export type GameSource = { readonly kind: 'game'; readonly game: SimpleGame } | { readonly kind: 'table'; readonly table: DecisionTable; readonly names: readonly string[] };

/** What is asked about a game. */
export interface PowerTask {
  readonly source: GameSource;
  /** Of a body: its rule on ballots, for power with abstention. */
  readonly body?: Body;
  /** Ids of the indices wanted, in the order of the catalogue. */
  readonly indices: readonly string[];
  readonly unions: readonly (readonly number[])[];
  /** How all vote, where probabilities were given. */
  readonly votes?: Votes;
  /** Estimates from random samples instead of exact figures. */
  readonly sampling?: { readonly samples: number; readonly seed: number };
  /** Whether to tell what kind of game it is. */
  readonly structure: boolean;
}

/** An index worked out. */
export interface FoundIndex {
  readonly id: string;
  /** One for each member; of the body as a whole: one. */
  readonly values: readonly Rational[];
  readonly intervals?: readonly (readonly [number, number])[];
}

/** What is known of a game so far: everything that was found, and why the rest was not. */
export interface Measured {
  readonly indices: readonly FoundIndex[];
  readonly missing: readonly { readonly id: string; readonly why: string }[];
  readonly structure: StructurePart;
  readonly methods: readonly { readonly what: string; readonly method: string; readonly cost: string }[];
}

/** What kind of game it is, as far as it is known. */
export interface StructurePart {
  readonly vetoers?: readonly number[];
  readonly dictators?: readonly number[];
  readonly dummies?: readonly number[];
  /** All classes, those of one member included. */
  readonly classes?: readonly (readonly number[])[];
  readonly winning?: bigint;
  readonly minimalWinning?: bigint;
  readonly minimalBlocking?: bigint;
  readonly proper?: boolean;
  readonly strong?: boolean;
  readonly notMonotone?: { readonly winning: readonly number[]; readonly joins: number };
  readonly weighted?: { readonly quota: bigint; readonly weights: readonly bigint[]; readonly smallest: boolean } | false;
  readonly dimension?: { readonly least: number; readonly most?: number };
}

/** What the worker sends. */
export type Message =
  | { readonly kind: 'doing'; readonly what: string }
  | { readonly kind: 'part'; readonly part: Partial<Measured> }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };

/** Two parts together; what comes later completes what came before, and takes the place of what it tells anew. */
export const joined = (one: Measured, { indices = [], missing = [], structure = {}, methods = [] }: Partial<Measured>): Measured => ({
  indices: [...one.indices.filter(({ id }) => indices.every((other) => other.id !== id)), ...indices], missing: [...one.missing, ...missing], structure: { ...one.structure, ...structure },
  methods: [...one.methods.filter(({ what }) => methods.every((other) => other.what !== what)), ...methods],
});

export const NOTHING: Measured = { indices: [], missing: [], structure: {}, methods: [] };
