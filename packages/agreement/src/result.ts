import type { Id, IsoDate, PositionLine, Rational } from '@casus/model';
import type { EnumerationState } from '@casus/solver';
import type { LeftOut } from './lines.js';
import type { Point } from './layout.js';
import type { Text } from './space.js';
import type { Table } from './table.js';

/** Lines by name (`Russia.veto`), in the order of the case. */
export type Lines = readonly Id[];

/** A smallest set of demands that no text meets together: without any one of them, some text does (minimal unsatisfiable subset). */
export interface Conflict {
  readonly lines: Lines;
  /** Whose, each once. One: no text meets all demands of that actor together. */
  readonly actors: readonly Id[];
}

/** A smallest set of demands that have to be given up for some text to meet all others (minimal correction set). */
export interface Concession {
  readonly lines: Lines;
  /** Who moves. */
  readonly actors: readonly Id[];
  /** The sum of the declared weights. */
  readonly weight: Rational;
}

/** All that were found, and whether these are all there are. */
export interface Listing<T> {
  readonly found: readonly T[];
  readonly complete: boolean;
  /** Why the listing ended before its end, in plain words. */
  readonly detail?: string;
}

/** A text near to an agreement: what it says, what is open in it, and whose demands it leaves unmet. */
export interface Deal {
  readonly concession: Concession;
  /** How many texts meet all other demands; absent: too many and too different to be counted. */
  readonly texts?: bigint;
  readonly ground: Ground;
  readonly text: Text;
}

/** What is the same in all of some texts, and what is not. */
export interface Ground {
  /** The option that all of them take. */
  readonly settled: readonly { readonly point: Id; readonly option: Id }[];
  /** Points where they differ; `undefined` among the options: some texts do not settle the point. */
  readonly open: readonly { readonly point: Id; readonly options: readonly (Id | undefined)[] }[];
  /** Points that none of them settles, since no instrument that asks for it is part of the deal. */
  readonly moot: readonly Id[];
}

/** What an actor would have to give up. */
export interface Mover {
  readonly actor: Id;
  readonly demands: number;
  /** The least weight of its own demands that is given up in any of the concessions found, and in how many of them it gives up nothing. */
  readonly least?: Rational;
  readonly unmoved: number;
  /** The least it gives up if the others give up nothing; absent: then no text is left, whatever it gives up; `unknown`: the search was stopped. */
  readonly alone?: { readonly weight: Rational; readonly lines: Lines } | 'unknown';
  /** In how many conflicts a demand of it stands. */
  readonly conflicts: number;
}

/** The conflicts in which two actors stand and nobody else. */
export interface Pair {
  readonly actors: readonly [Id, Id];
  readonly conflicts: number;
}

/** In how many conflicts and concessions a demand stands. */
export interface Weight {
  readonly line: Id;
  readonly conflicts: number;
  readonly concessions: number;
}

/** Something to be told before all else. */
export type Warning =
  | { readonly kind: 'no-demands' }
  /** Nothing that could be written keeps the rules of the negotiation. */
  | { readonly kind: 'no-text' }
  /** No text meets it, whatever the others want. */
  | { readonly kind: 'impossible'; readonly line: Id; readonly why?: string }
  /** No text meets these demands of one actor together. */
  | { readonly kind: 'contradiction'; readonly actor: Id; readonly lines: Lines }
  /** It refuses what it offers or accepts. */
  | { readonly kind: 'wants-both'; readonly actor: Id; readonly lines: Lines }
  /** It asks for points that depend on figures in more ways than are looked at: whether a text meets it is known at the numbers named, and not everywhere between them. */
  | { readonly kind: 'uncertain-points'; readonly line: Id }
  /** So many rules of the negotiation could not be judged, and are not kept; what is told to be possible may break them. */
  | { readonly kind: 'rules-too-large'; readonly count: number }
  /** It could not be judged, and does not count. */
  | { readonly kind: 'too-large'; readonly line: Id }
  /** It speaks of an instrument that is not on the table. */
  | { readonly kind: 'not-on-the-table'; readonly line: Id; readonly instrument: Id };

/** The steps that demands put in an order. */
export interface Orders {
  readonly steps: readonly Id[];
  /** Every "not before", with the lines that ask for it. */
  readonly before: readonly { readonly first: Id; readonly then: Id; readonly lines: Lines }[];
  /** How many orders of these steps satisfy everybody (absent: there are too many steps to count them); the first few of them. */
  readonly count?: bigint;
  readonly first: readonly (readonly Id[])[];
  /** If none does: the shortest circles, each as the steps that would have to come before one another. */
  readonly cycles: readonly (readonly { readonly first: Id; readonly then: Id; readonly lines: Lines }[])[];
}

/** Whether the parties can agree, and if not, why not and what would open a deal. */
export interface Agreement {
  readonly table: Table;
  readonly asOf?: IsoDate;
  readonly points: readonly Point[];
  /** The lines that count, and those that do not. */
  readonly lines: readonly PositionLine[];
  readonly left: readonly LeftOut[];
  /** Those among `lines` that ask something of a text. */
  readonly demands: Lines;
  readonly warnings: readonly Warning[];
  /** How many texts could be written, and how many of them meet every demand; absent: too many and too different to be counted. */
  readonly texts: { readonly all?: bigint; readonly acceptable?: bigint };
  /** Whether some text meets every demand; undefined: not known. */
  readonly possible: boolean | undefined;
  readonly conflicts: Listing<Conflict>;
  readonly concessions: Listing<Concession>;
  /** By number of demands, then weight, then number of actors that move; of the least by number and of the least by weight. */
  readonly deals: readonly Deal[];
  /** Of the acceptable texts; where there is none, of all texts that take one of the concessions of the least number. */
  readonly ground: Ground | undefined;
  readonly weights: readonly Weight[];
  readonly movers: readonly Mover[];
  readonly pairs: readonly Pair[];
  /** All largest sets of actors that could agree without the others. */
  readonly coalitions: Listing<readonly Id[]>;
  readonly orders: Orders | undefined;
  /** To go on from. */
  readonly state: EnumerationState;
}
