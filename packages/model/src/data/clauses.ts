/** Conditions and norms. */
import type { Alternative, Role, SetExpr } from './actors.js';
import type { Id, Place, Provenance, Rational } from './basics.js';
import type { Deadline, Decision, Quantity, Request } from './decisions.js';

/** What a condition, an act or a promise is aimed at. `each` expands a set to its actors, otherwise the thing itself is meant. */
export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'thing'; readonly id: Id }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'each'; readonly set: SetExpr }
  /** Each of the bearers but itself. */
  | { readonly kind: 'one-another' };

/** How many of a set: all, at least so many, or those with at least such a share of an attribute. */
export type Quantifier =
  | { readonly kind: 'all' }
  | { readonly kind: 'at-least'; readonly count: number }
  | { readonly kind: 'share'; readonly share: Rational; readonly attribute: string; readonly strict: boolean };

/** A condition of a clause. */
export type Cond =
  | { readonly kind: 'true'; readonly place: Place }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Cond[]; readonly place: Place }
  | { readonly kind: 'not'; readonly of: Cond; readonly place: Place }
  | { readonly kind: 'event'; readonly event: Id; readonly on: SetExpr; readonly by?: SetExpr; readonly within?: readonly Id[]; readonly outside?: readonly Id[]; readonly place: Place }
  | { readonly kind: 'decided'; readonly decision: Decision; readonly place: Place }
  /** The decision was not taken by its deadline. */
  | { readonly kind: 'failing'; readonly decision: Decision; readonly place: Place }
  /** So many of a set do the act. */
  | { readonly kind: 'did'; readonly quantifier: Quantifier; readonly who: SetExpr; readonly act: Id; readonly target: Target; readonly place: Place }
  /** Consent of a set (`any`: of one of them) to a subject: the act that the sentence governs, or what the article is about whose sentences wait for it. */
  | { readonly kind: 'consent'; readonly who: SetExpr; readonly any: boolean; readonly subject: string; readonly place: Place }
  /** A request for help by a set (`any`: by one of them). */
  | { readonly kind: 'request'; readonly who: SetExpr; readonly any: boolean; readonly place: Place }
  | { readonly kind: 'fact'; readonly fact: Id; readonly place: Place }
  /** A determination: all of a set (`any`: one of them), each for itself, find that something is so; what a body finds is `decided`. */
  | { readonly kind: 'finds'; readonly determination: Determination; readonly place: Place }
  /** The determination was not made by its deadline. */
  | { readonly kind: 'unfound'; readonly determination: Determination; readonly place: Place }
  /** All of a set (`any`: one of them) abstain from a vote with a formal declaration. */
  | { readonly kind: 'opted-out'; readonly who: SetExpr; readonly any: boolean; readonly decision: Decision; readonly place: Place }
  | { readonly kind: 'signed' | 'ratified'; readonly quantifier: Quantifier; readonly who: SetExpr; readonly instrument: Id; readonly place: Place }
  /** So many of a set withdraw from the instrument. */
  | { readonly kind: 'withdrawn'; readonly quantifier: Quantifier; readonly who: SetExpr; readonly instrument: Id; readonly place: Place }
  /** Waits so long after the inner condition is met ("three days after …"). */
  | { readonly kind: 'after'; readonly delay: Deadline; readonly of: Cond; readonly place: Place }
  /** A bracket; no alternative taken: false. */
  | { readonly kind: 'choice'; readonly alternatives: readonly Alternative<Cond>[]; readonly place: Place };

/** Who finds that the case has arisen, on whose request and by when. */
export interface Determination {
  readonly who: SetExpr;
  readonly any: boolean;
  /** The fact that is found; whether it is so is another matter. */
  readonly fact: Id;
  readonly request?: Request;
  readonly deadline: Deadline;
}

/** What a norm commands, forbids or permits. */
export type Action =
  | { readonly kind: 'act'; readonly act: Id; readonly target: Target }
  /** To have more than `max` of an attribute; a limit is a ban of it. */
  | { readonly kind: 'exceed'; readonly attribute: Id; readonly max: Quantity };

export type Modality = 'duty' | 'ban' | 'right' | 'pledge' | 'pledge-not';

/** Who bears it: each by itself, all together, or some one of them that the text leaves open. */
export type Distribution = 'each' | 'jointly' | 'any';

/**
 * Discretion as to means. `own`: such action as it deems necessary (the means are the bearer's to choose); `necessary`: such action as is
 * necessary (the named means are owed); `none`: the text says neither, and named means are owed.
 */
export type Discretion = 'none' | 'own' | 'necessary';

/** A reference to what a sentence yields to or overrides: an instrument, or an article of one. */
export interface NormRef {
  readonly instrument: Id;
  readonly article?: Id;
  readonly place: Place;
}

/** One norm: one sentence of an article with everything that stands around it folded into `when` and `unless`. */
export interface Norm {
  /** `Istanbul.art5#2`: the article and the number of the sentence in it. */
  readonly id: Id;
  readonly instrument: Id;
  readonly article: Id;
  readonly modality: Modality;
  readonly bearer: SetExpr;
  readonly distribution: Distribution;
  readonly action: Action;
  /** Trigger and conditions, conjoined from the outside in; brackets and readings around the sentence are `options`. */
  readonly when: Cond;
  readonly unless: readonly Cond[];
  /** Options (of issues or readings) that must be taken for the sentence to stand in the text: a conjunction. */
  readonly options: readonly Id[];
  readonly deadline: Deadline;
  readonly discretion: Discretion;
  /** Means named in the text (`including use-force`). */
  readonly means: readonly Id[];
  readonly subjectTo: readonly NormRef[];
  readonly notwithstanding: readonly NormRef[];
  readonly withoutPrejudice: readonly NormRef[];
  readonly place: Place;
  readonly provenance: Provenance;
}

/** That the text says nothing on a point: a fact that can be cited. */
export interface Silence {
  readonly instrument: Id;
  readonly article?: Id;
  readonly on: string;
  readonly place: Place;
  readonly provenance: Provenance;
}
