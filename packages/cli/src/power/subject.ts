/** What the commands about power are about: a body with its rule, or the game of a promise. */
import type { DecisionTable } from '@casus/analysis';
import type { Body, Rational } from '@casus/games';
import type { GameView } from '@casus/report';

/** A body, and how it is called. */
export interface BodySubject {
  readonly kind: 'body';
  readonly body: Body;
  readonly game: GameView;
  /** Named sets of members, in the order in which a name for a set is looked for. */
  readonly groups: readonly { readonly names: readonly string[]; readonly label: string; readonly members: readonly number[] }[];
  readonly notes: readonly string[];
  /** The code that the run ends with: 1 where sentences of the case could not be read. */
  readonly exit: number;
  /** Of a single vote by weights: what a sweep over quotas changes. */
  readonly vote?: { readonly weights: readonly Rational[]; readonly quota: Rational; readonly strict: boolean };
}

/** The game of a promise. */
export interface PromiseSubject {
  readonly kind: 'promise';
  readonly table: DecisionTable;
  readonly game: GameView;
  readonly notes: readonly string[];
  readonly exit: number;
}

/** What those outside a coalition do, as a sentence says it. */
export const OTHERS_WORDS = { no: 'vote no', abstain: 'abstain', absent: 'stay away' } as const;
