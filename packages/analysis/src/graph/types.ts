/** The way from a trigger to the promised response, as a graph: data that each picture only draws. */
import type { Citation, Id, IsoDate, Place, Strength } from '@casus/model';
import type { Cell, Coalitions, Meanwhile, Verdict, WithHostile } from '../verdict.js';

/**
 * What happens at a step. `event` to `wait` are what a clause waits for; `lapse` is a decision that does not come in time, `exception` something that must
 * not be so. `will`: what the willing may do though nobody owes it. `entry` (also renewal, provisional
 * application and accession), `end` and `suspension` stand beside the way: they bring an instrument into force, end it or suspend it.
 */
export type StepKind =
  | 'event' | 'decision' | 'lapse' | 'conduct' | 'consent' | 'request' | 'fact' | 'determination' | 'signature' | 'ratification' | 'withdrawal' | 'exception' | 'wait' | 'condition'
  | 'duty' | 'right' | 'ban' | 'limit' | 'pledge' | 'will' | 'entry' | 'end' | 'suspension' | 'verdict';

/**
 * Who can bring a step about, by the game of that step alone: `certain` it comes by itself, `open` those outside the hostile side can, `captive` it takes the
 * hostile side's consent, `never` not even all together can. What the scenario leaves open is taken to fall out against it.
 */
export type Reach = 'certain' | 'open' | 'captive' | 'never';

/** Who can stop a step; at an `end` or `suspension`, who can bring it about. */
export interface Stops {
  /** Each of these alone. */
  readonly vetoers: readonly Id[];
  /** The smallest sets that can. */
  readonly coalitions: Coalitions;
  /** The hostile side by itself. */
  readonly hostile: boolean;
  /** Those who can once the hostile side does its worst, where that side counts but is not enough. */
  readonly withHostile?: WithHostile;
}

export interface GraphStep {
  readonly id: string;
  readonly kind: StepKind;
  /** A few words: “Decision: guarantor states”. */
  readonly title: string;
  /** What the text says or what is so, as far as the title does not tell it. */
  readonly text?: string;
  /** “Istanbul framework, article 5”. */
  readonly article?: string;
  readonly place?: Place;
  readonly cites: readonly Citation[];
  /** Whose duty, right, ban or pledge it is, or who may act of its own will; without the hostile side. */
  readonly bearers: readonly Id[];
  /** What the text calls the bearers, where they are many. */
  readonly bearerName?: string;
  /** Bound as well, but hostile, so that nobody counts on it. */
  readonly hostileBearers: readonly Id[];
  /** By when, in the words of the text; of a duty without one: “no time limit”; of a promise: within which it is to be kept. */
  readonly deadline?: string;
  readonly reach: Reach;
  readonly stops: Stops;
  /** It turns on a fact that the scenario leaves open. */
  readonly unsettled: boolean;
  /** At the end of the way. */
  readonly verdict?: { readonly promise: Id; readonly strength: Strength; readonly meanwhile?: Meanwhile; readonly general?: Cell['general'] };
}

/** `leads`: then. `free`: it comes about though nobody owes it; `closed`: not even so. `permits`, `forbids`: a right or a ban bears on what follows. `lifts`: takes a ban back. `needs`: only in force through it. `ends`, `suspends`: takes it away. */
export type EdgeKind = 'leads' | 'free' | 'closed' | 'permits' | 'forbids' | 'lifts' | 'needs' | 'ends' | 'suspends';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
}

/** The graph of one text in one scenario with its attackers. */
export interface CaseGraph {
  readonly arrangement: Id;
  readonly scenario: Id;
  readonly attackers: readonly Id[];
  readonly hostile: readonly Id[];
  readonly victims: readonly Id[];
  readonly date?: IsoDate;
  /** The options taken: those that were fixed, then those of the text that is shown. */
  readonly fixed: readonly Id[];
  readonly shown: readonly Id[];
  /** The verdict on each promise and the cell of the text that is shown. */
  readonly verdicts: readonly { readonly verdict: Verdict; readonly cell: Cell }[];
  /** Each once, in the order in which they are met. */
  readonly steps: readonly GraphStep[];
  readonly edges: readonly GraphEdge[];
  /** Promises whose graph turns on votes and choices that are too many to be worked out together; nothing is drawn then. */
  readonly tooLarge?: readonly Id[];
}
