/** What the pages of `casus power`, `vote`, `coalitions` and `reform` show: plain results, with names. */
import type { Ballot, Rational, Reached } from '@casus/games';

/** A member of a body. */
export interface MemberView {
  /** As the user may name it. */
  readonly id: string;
  /** As a sentence calls it. */
  readonly name: string;
  /** Of an anonymous seat: the plural by which its seats are called together (“elected members”). */
  readonly seat?: string;
}

/** Figures by which the members weigh in a rule. */
export interface WeightColumn {
  readonly name: string;
  /** One for each member. */
  readonly values: readonly Rational[];
}

/** Which game is looked at. */
export interface GameView {
  /** The body, or the promise. */
  readonly title: string;
  /** Sentences that say which game it is: the rule in words, what those outside a coalition do. */
  readonly about: readonly string[];
  readonly members: readonly MemberView[];
  readonly weights: readonly WeightColumn[];
}

/** An index of power. */
export interface IndexView {
  /** As `--index` takes it. */
  readonly id: string;
  /** In full, as a legend tells it. */
  readonly name: string;
  /** As the head of a column. */
  readonly short: string;
  /** What the number says, in one sentence. */
  readonly meaning: string;
  /** Author and year. */
  readonly source: string;
  /** Whether the figures add up to one, so that bars compare them. */
  readonly share: boolean;
  /** Its figures are counts, whole numbers. */
  readonly whole?: boolean;
  /** One for each member; of the body as a whole: one. */
  readonly values: readonly Rational[];
  readonly of: 'member' | 'body';
  /** Where the values are estimates: the bounds of the confidence interval of each. */
  readonly intervals?: readonly (readonly [number, number])[];
}

/** An index that could not be had, and why. */
export interface MissingIndex {
  readonly id: string;
  readonly name: string;
  readonly why: string;
}

/** What the game is like. Absent: not known, or not asked for. */
export interface StructureView {
  readonly vetoers?: readonly number[];
  readonly dictators?: readonly number[];
  readonly dummies?: readonly number[];
  /** Members that are interchangeable, classes of two and more. */
  readonly classes?: readonly (readonly number[])[];
  readonly coalitions: bigint;
  readonly winning?: bigint;
  readonly blocking?: bigint;
  readonly minimalWinning?: bigint;
  readonly minimalBlocking?: bigint;
  readonly proper?: boolean;
  readonly strong?: boolean;
  readonly monotone: boolean;
  /** The smallest whole weights that do the same; false: no weights do. */
  readonly weighted?: { readonly quota: bigint; readonly weights: readonly bigint[]; readonly smallest: boolean } | false;
  /** How many weighted votes at once do the same, at least and (where that is known) at most. */
  readonly dimension?: { readonly least: number; readonly most?: number };
}

/** How something was worked out, and what it took. */
export interface MethodView {
  readonly what: string;
  readonly method: string;
  readonly cost: string;
}

/** Everything that `casus power` shows. */
export interface PowerView {
  readonly game: GameView;
  /** The class of each member. */
  readonly classOf: readonly number[];
  readonly indices: readonly IndexView[];
  readonly missing: readonly MissingIndex[];
  readonly structure: StructureView;
  readonly methods: readonly MethodView[];
  /** Things that the reader has to know first. */
  readonly notes: readonly string[];
  readonly digits: number;
  readonly fractions: boolean;
}

/** Everything that `casus vote` shows. */
export interface VoteView {
  readonly game: GameView;
  readonly ballots: readonly Ballot[];
  readonly outcome: Reached;
  readonly change: ChangeView;
  /** How many ways to turn the outcome are listed. */
  readonly most: number;
  readonly notes: readonly string[];
  /** Named sets of members, the first that fits is how they are called together. */
  readonly groups: readonly { readonly name: string; readonly members: readonly number[] }[];
}

/** What turns an outcome. */
export type ChangeView =
  /** The fewest members who change their ballot: how many, in how many ways, and the first of these. */
  | { readonly kind: 'found'; readonly size: number; readonly count: bigint; readonly first: readonly (readonly { readonly member: number; readonly to: Ballot }[])[] }
  /** No change of ballots does. */
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown'; readonly why: string };
