import type { Id, IsoDate, Place, Strength, Time, Witness } from '@casus/model';
import type { HeldUp } from './delay.js';

export type { Time };

/** Coalitions, counted exactly; the first few in order of size. Of those that differ only in which anonymous seats of a group they hold, one is listed. */
export interface Coalitions {
  readonly count: bigint;
  readonly first: readonly (readonly Id[])[];
}

/** What may lawfully be done until the promise is owed. */
export type Meanwhile = 'voluntary' | 'forbidden';

/** A set of texts, as few bracket choices as describe it: each inner list is a conjunction of options, the outer one a disjunction. Empty conjunction: every text. */
export interface Texts {
  readonly count: bigint;
  readonly of: bigint;
  readonly when: readonly (readonly OptionChoice[])[];
  /** There are more such descriptions than are listed. */
  readonly more?: boolean;
}

/** `taken` false: any other option of the issue. */
export interface OptionChoice {
  readonly option: Id;
  readonly taken: boolean;
}

/** The verdict for texts that are alike in strength and in every detail (docs/meaning.md, section 8). */
export interface Cell {
  readonly strength: Strength;
  readonly meanwhile?: Meanwhile;
  /** Hollow: the strength of the more general duty, and the act that is owed instead. */
  readonly general?: { readonly strength: Strength; readonly act: Id };
  readonly texts: Texts;
  /** There are too many different texts to tell apart: these are alike in strength, but the details are of `text` alone. */
  readonly varies?: boolean;
  /** One text of the cell, options by issue. */
  readonly text: ReadonlyMap<Id, Id>;
  readonly details: Details;
}

/** Who can end or suspend an instrument. */
export interface Lapse {
  readonly instrument: Id;
  readonly byHostile: boolean;
  /** Which of the instrument's `ends` or `suspensions` the hostile side can bring about by itself, and how soon after the event. */
  readonly end?: number;
  readonly after?: Time;
  readonly coalitions: Coalitions;
}

/** Who can stop something together with the hostile side, which does its worst: of these, it needs no persuading. */
export interface WithHostile {
  /** Each of these, not on the hostile side, is enough; those who can stop it without that side's help too. */
  readonly vetoers: readonly Id[];
  /** The minimal coalitions of those not on the hostile side. */
  readonly stopping: Coalitions;
}

export interface Details {
  /** Which game decides: what can be made owed, or else what can lawfully be brought about. */
  readonly game: 'owed' | 'possible';
  readonly vetoers: readonly Id[];
  readonly holding: Coalitions;
  readonly stopping: Coalitions;
  /** Who can stop it once the hostile side does its worst, where that side counts but cannot stop it by itself. */
  readonly withHostile?: WithHostile;
  /** Whether the promise holds if everybody outside `N∖H` only abstains, or stays away. */
  readonly othersAbstain: boolean;
  readonly othersAway: boolean;
  /** Strength with pledges counted as kept, where it differs. */
  readonly pledged?: Strength;
  /** Defaults survived; −1: a breach by the hostile side alone defeats it; absent: not owed without the hostile side, or no default can. */
  readonly defaults?: number;
  readonly longest?: Time;
  /** How much later the hostile side can make it fall due, where it can and cannot stop it. */
  readonly heldUp?: HeldUp;
  /** Facts that the scenario leaves open and on which the verdict depends; they were taken to fall out against the promise. */
  readonly unsettled: readonly Id[];
  /** Coalitions that can end the instruments, and whether the hostile side alone can. */
  readonly ends: readonly Lapse[];
  /** The same for their suspension. */
  readonly suspensions: readonly Lapse[];
  readonly entries: readonly { readonly instrument: Id; /** Whether all together can bring it into force. */ readonly can: boolean; readonly needsHostile: boolean; readonly coalitions: Coalitions; readonly needed: readonly Id[] }[];
  /** Everybody but the hostile side works for it, and the hostile side against: the value, and who did what. */
  readonly witness: Witness;
  /** Everybody works for it, the hostile side too (captive); or the more general act is owed (hollow). */
  readonly consent?: Witness;
}

/** Those outside the hostile side who can stop it only with that side's help, and then alone. */
export function helpersOf({ vetoers, withHostile }: Pick<Details, 'vetoers' | 'withHostile'>): readonly Id[] {
  return withHostile === undefined ? [] : withHostile.vetoers.filter((actor) => !vetoers.includes(actor));
}

/** One judgment: promise × arrangement × scenario (with its attacker), over all texts that the arrangement leaves open. */
export interface Verdict {
  readonly promise: Id;
  readonly arrangement: Id;
  readonly scenario: Id;
  readonly attackers: readonly Id[];
  readonly hostile: readonly Id[];
  readonly victims: readonly Id[];
  readonly date?: IsoDate;
  /** Options that were fixed, by the arrangement or the caller. */
  readonly fixed: readonly Id[];
  /** Number of texts left open that matter or not: the product over the issues of the arrangement that are not fixed. */
  readonly texts: bigint;
  /** From strongest to weakest; more than one where the text is open. */
  readonly cells: readonly Cell[];
  /** Norms that speak of the promised act or a more general or special one; none: the texts are silent on it. */
  readonly clauses: readonly Id[];
  readonly place: Place;
}
