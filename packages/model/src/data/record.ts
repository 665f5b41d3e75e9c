/** The record: positions, differing accounts, sources. */
import type { SetExpr } from './actors.js';
import type { Declared, Id, IsoDate, Place, Provenance, Rational } from './basics.js';
import type { Target } from './clauses.js';
import type { Strength } from './judgment.js';

export type PositionVerb = 'demands' | 'refuses' | 'offers' | 'accepts' | 'prefers';

/** What a position is about. Its engine comes later; its form is checked now. */
export type Subject =
  | { readonly kind: 'option'; readonly option: Id }
  | { readonly kind: 'fact'; readonly fact: Id }
  | { readonly kind: 'holds'; readonly promise: Id; readonly scenario?: Id; readonly arrangement?: Id; readonly strength?: Strength; readonly negated: boolean }
  | { readonly kind: 'no-veto'; readonly promise: Id; readonly scenario?: Id; readonly who?: SetExpr }
  | { readonly kind: 'order'; readonly first: Id; readonly then: Id }
  | { readonly kind: 'limit'; readonly attribute: Id; readonly of?: SetExpr; readonly bound: 'at-least' | 'at-most'; readonly value: Rational; readonly unit?: string }
  | { readonly kind: 'role'; readonly actor: SetExpr; readonly group: Id }
  | { readonly kind: 'act'; readonly who: SetExpr; readonly act: Id; readonly target: Target }
  | { readonly kind: 'instrument'; readonly instrument: Id }
  | { readonly kind: 'text'; readonly text: string };

export interface PositionLine {
  readonly actor: Id;
  readonly verb: PositionVerb;
  readonly subject: Subject;
  /** `offers A if B`; `prefers A over B`. */
  readonly condition?: Subject;
  readonly over?: Subject;
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  readonly place: Place;
  readonly provenance: Provenance;
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
