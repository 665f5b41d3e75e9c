/** Bodies, their rules, decisions, quantities and deadlines. */
import type { Alternative, SetExpr } from './actors.js';
import type { Declared, Id, IsoDate, Place, Provenance, Rational, Statement } from './basics.js';

/** How a body decides. */
export interface Body extends Declared {
  readonly members: SetExpr;
  /** Bodies each of which casts one vote here, as it decides itself; its weight is that of its members together. */
  readonly blocs?: readonly Id[];
  readonly matters: readonly Matter[];
  /** In order; the first whose `matters` holds the matter, or is empty ("any other matter"), applies. */
  readonly rules: readonly BodyRule[];
  readonly recusals: readonly Recusal[];
  /** Fewest members that must be present (cast yes, no or an abstention). */
  readonly quorum?: RuleCount;
  readonly instrument?: Id;
  /** About "members" and "quorum". */
  readonly statements?: readonly Statement[];
}

export interface Matter extends Declared {
  readonly body: Id;
}

export interface BodyRule {
  readonly matters: readonly Id[];
  readonly rule: Rule;
  /** By when the body decides by this rule, where the clause that asks for the decision sets no time of its own (the decision then has it). */
  readonly deadline?: Deadline;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** Who takes no part. `excluded`: is not counted among the members entitled to vote. `abstains`: stays counted, its ballot is an abstention. */
export interface Recusal {
  readonly who: SetExpr;
  readonly how: 'excluded' | 'abstains';
  /** The matters it covers; empty: all. */
  readonly matters: readonly Id[];
  readonly place: Place;
  readonly provenance: Provenance;
}

/** What a share is taken of. `members`: all entitled to vote; `present`: those who cast yes, no or an abstention; `voting`: those who cast yes or no. */
export type Basis = 'members' | 'present' | 'voting';

/** A threshold: an absolute count, or a share of a basis. `strict`: more than, otherwise at least. */
export type RuleCount =
  | { readonly kind: 'count'; readonly count: Quantity; readonly strict: boolean }
  | { readonly kind: 'share'; readonly share: Rational; readonly basis: Basis; readonly strict: boolean };

/**
 * A decision rule: a condition on ballots. `among` restricts to a subset of those entitled to vote (absent: all of them);
 * `attribute` weighs ballots by it instead of counting heads.
 */
export type Rule =
  /** Everybody entitled to vote votes yes. */
  | { readonly kind: 'unanimity'; readonly among?: SetExpr; readonly place: Place }
  /** Nobody entitled to vote votes no, and at least one member is present. */
  | { readonly kind: 'consensus'; readonly among?: SetExpr; readonly place: Place }
  /** At least (or more than) so many yes. */
  | { readonly kind: 'yes'; readonly threshold: RuleCount; readonly among?: SetExpr; readonly attribute?: string; readonly place: Place }
  /** Fewer than so many no (1: nobody against; also a silence procedure). */
  | { readonly kind: 'no-fewer-than'; readonly count: Quantity; readonly among?: SetExpr; readonly place: Place }
  /** Those against, or those who abstain with a formal declaration ("opting out"), are fewer than a share of the members (by `attribute`: have less than that share). */
  | { readonly kind: 'fewer'; readonly who: 'against' | 'opting-out'; readonly share: Rational; readonly among?: SetExpr; readonly attribute?: string; readonly place: Place }
  /** Every actor of a set, voting or not, approves (a separate consent, for the matter). */
  | { readonly kind: 'approves'; readonly who: SetExpr; readonly place: Place }
  /** Another body's decision. */
  | { readonly kind: 'decision'; readonly decision: Decision; readonly place: Place }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Rule[]; readonly place: Place }
  /** A rule with its own recusals or quorum. */
  | { readonly kind: 'restricted'; readonly rule: Rule; readonly recusals: readonly Recusal[]; readonly quorum?: RuleCount; readonly place: Place }
  /** No vote is needed. */
  | { readonly kind: 'always'; readonly place: Place }
  /** A bracket; no alternative taken: the rule can never be met. */
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Rule>[]; readonly place: Place };

/**
 * One decision that a clause refers to. Two decisions with the same `ballots` key are one vote, perhaps under two rules.
 */
export interface Decision {
  /** Who votes: a body, or any set ("Guarantors decide unanimously"). */
  readonly voters: SetExpr;
  readonly body?: Id;
  readonly matter?: Id;
  /** The rule written in the clause; absent: the body's own rule for the matter. */
  readonly rule?: Rule;
  /** Key of the vote: voters and matter. */
  readonly ballots: string;
  /** By when it must be taken, counted from the moment the condition could first be met. */
  readonly deadline: Deadline;
  /** At whose request alone it may be taken. */
  readonly request?: Request;
  readonly place: Place;
}

/** A request by a set (`any`: by one of them). */
export interface Request {
  readonly who: SetExpr;
  readonly any: boolean;
}

/** A number, or a bracket of numbers (no alternative taken: no number, the sentence is without effect). */
export type Quantity =
  | { readonly kind: 'number'; readonly value: Rational; readonly unit?: string; readonly place: Place }
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Quantity>[]; readonly place: Place }
  /** The bearer's own figure ("its ceiling"), only in limits; a bearer without it has no number. */
  | { readonly kind: 'own'; readonly attribute: Id; readonly place: Place }
  /** A number still to be agreed within the range of an issue. */
  | { readonly kind: 'range'; readonly issue: Id; readonly place: Place };

/** By when. `days` is exact; months count 30 days and years 365 (stated in docs/language.md). */
export type Deadline =
  | { readonly kind: 'none' }
  | { readonly kind: 'days'; readonly days: Rational; readonly text: string; readonly place: Place }
  | { readonly kind: 'indeterminate'; readonly word: string; readonly place: Place }
  | { readonly kind: 'date'; readonly date: IsoDate; readonly place: Place }
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Deadline>[]; readonly place: Place };
