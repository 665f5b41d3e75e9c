/** The record: positions, differing accounts, sources. */
import type { SetExpr } from './actors.js';
import type { Declared, Id, IsoDate, Place, Provenance, Rational } from './basics.js';
import type { Norm, Target } from './clauses.js';
import type { Strength } from './judgment.js';

/**
 * `demands`, `refuses`: what a text must, must not say. `offers`, `accepts`: what the actor would give, or agree to; on a condition: only then. `prefers`: one over another.
 * `values`: points that it gives. `ranks`: what matters most, then what comes next.
 */
export type PositionVerb = 'demands' | 'refuses' | 'offers' | 'accepts' | 'prefers' | 'values' | 'ranks';

/** What a position is about (docs/agreement.md, "What a subject means"). */
export type Subject =
  | { readonly kind: 'option'; readonly option: Id }
  | { readonly kind: 'fact'; readonly fact: Id }
  | {
      readonly kind: 'holds'; readonly promise: Id; readonly scenario?: Id; readonly arrangement?: Id; readonly strength?: Strength;
      /** "is at least" a strength, rather than just this one. */
      readonly atLeast?: boolean;
      /** Within so many days of the event. */
      readonly within?: Rational;
      readonly negated: boolean;
    }
  | { readonly kind: 'no-veto'; readonly promise: Id; readonly scenario?: Id; readonly who?: SetExpr }
  | { readonly kind: 'order'; readonly first: Id; readonly then: Id }
  | { readonly kind: 'limit'; readonly attribute: Id; readonly of?: SetExpr; readonly bound: 'at-least' | 'at-most'; readonly value: Rational; readonly unit?: string }
  /** The number that a numeric issue is settled at. */
  | { readonly kind: 'number'; readonly issue: Id; readonly bound: 'at-least' | 'at-most' | 'exactly'; readonly value: Rational; readonly unit?: string }
  | { readonly kind: 'role'; readonly actor: SetExpr; readonly group: Id }
  | { readonly kind: 'act'; readonly who: SetExpr; readonly act: Id; readonly target: Target }
  /** Each of `who` has, under the text, none of these that not all of `than` have. */
  | { readonly kind: 'no-more'; readonly who: SetExpr; readonly what: 'right' | 'duty' | 'ban' | 'veto'; readonly than: SetExpr }
  /** The points that the holder's own `values` give the text come to at least so many. */
  | { readonly kind: 'points'; readonly least: Rational }
  /** An instrument, or an arrangement: all of its instruments with its options. */
  | { readonly kind: 'instrument'; readonly instrument: Id }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Subject[] }
  | { readonly kind: 'not'; readonly of: Subject };

export interface PositionLine {
  /** `Russia.veto` by its own name (`called veto`), else `Russia.3`: the holder and the number of the line among all of the holder's. */
  readonly id: Id;
  /** An actor, a group, a body or an organisation, which speaks as one. */
  readonly actor: Id;
  readonly verb: PositionVerb;
  /** Of `ranks`: the first. */
  readonly subject: Subject;
  /** `offers A if B`: A only with B. `demands A if B`: where B, A. */
  readonly condition?: Subject;
  /** `prefers A over B`. */
  readonly over?: Subject;
  /** `ranks A, then B, then C`: what follows the first, in order. */
  readonly then?: readonly Subject[];
  /** `values A at 10`: points where the subject is so. */
  readonly points?: Rational;
  /** `values ceiling from 0 to 30`: the points at the lowest and at the highest number of a numeric issue; between them in proportion. */
  readonly scale?: { readonly lowest: Rational; readonly highest: Rational };
  /** What giving it up costs, as declared; absent: 1. Above zero. */
  readonly weight?: Rational;
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** What holds between the points of a negotiation, whoever wants what. */
export type NegotiationRule =
  | { readonly kind: 'needs' | 'excludes'; readonly of: Subject; readonly other: Subject; readonly place: Place; readonly provenance: Provenance }
  | { readonly kind: 'count'; readonly bound: 'exactly' | 'at-least' | 'at-most'; readonly count: number; readonly of: readonly Subject[]; readonly place: Place; readonly provenance: Provenance };

/** What is on the table, and between whom. */
export interface Negotiation extends Declared {
  /** Whose positions count: actors, groups, bodies, organisations; empty: everybody's. */
  readonly parties: readonly Id[];
  /** Instruments each of which may be part of a deal, or not. */
  readonly instruments: readonly Id[];
  /** Instruments that stand whatever is agreed. */
  readonly standing: readonly Id[];
  /** Options that are taken whatever is agreed. */
  readonly options: readonly Id[];
  /** Steps and facts that may be part of a deal; empty: those that positions and rules name. */
  readonly steps: readonly Id[];
  /** Cases in which promises are judged where a demand names none; empty: all of them. */
  readonly scenarios: readonly Id[];
  readonly rules: readonly NegotiationRule[];
}

/** A change that the author would make to an instrument: sentences that are added to it. */
export interface Amendment extends Declared {
  readonly instrument: Id;
  /** Absent: an article of its own, with the name of the amendment. */
  readonly article?: Id;
  readonly norms: readonly Norm[];
  /** What the change costs, as declared; absent: 1. Above zero. */
  readonly weight?: Rational;
}

/** A point of fact on which sources differ: the accounts stand side by side. */
export interface Dispute extends Declared {
  readonly accounts: readonly { readonly text: string; readonly place: Place; readonly provenance: Provenance }[];
}

export type SourceKind = 'primary' | 'reporting' | 'analysis' | 'commentary';

export interface Source extends Declared {
  readonly publisher?: string;
  readonly author?: string;
  readonly date?: IsoDate;
  readonly kind?: SourceKind;
  /** Admiralty code: reliability A–F and credibility 1–6, judged apart, never computed with. */
  readonly grade?: { readonly reliability: string; readonly credibility: string };
  readonly url?: string;
  /** File name of the text, looked for in the case's folder and in `--sources DIR`. */
  readonly text?: string;
  /** SHA-256 of that file, hex. */
  readonly digest?: string;
  /** Where to get the text. */
  readonly obtain?: string;
  /** The source stands inside another (an article copied into a blog), between these phrases of its text. */
  readonly within?: Id;
  readonly begins?: string;
  readonly ends?: string;
}
