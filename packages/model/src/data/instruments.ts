/** Instruments, their articles, and the questions that they leave open. */
import type { SetExpr } from './actors.js';
import type { Declared, Id, IsoDate, Place, Provenance, Rational, Statement } from './basics.js';
import type { Cond, Norm, Silence } from './clauses.js';

export interface Article extends Declared {
  readonly instrument: Id;
  /** As printed: "5", "27(3)"; unique in its instrument. */
  readonly number: string;
}

export type InstrumentKind = 'treaty' | 'charter' | 'agreement' | 'memorandum' | 'communique' | 'draft' | 'resolution' | 'proposal' | 'instrument';

export interface Instrument extends Declared {
  readonly kind: InstrumentKind;
  /** Absent: the text names none, and everybody it names is bound. A norm binds a bearer only while it is a party. */
  readonly parties?: SetExpr;
  /** Political: its duties are pledges. */
  readonly political: boolean;
  readonly articles: readonly Article[];
  readonly norms: readonly Norm[];
  readonly silences: readonly Silence[];
  readonly signed?: IsoDate;
  /** In force since; absent: judged as if in force, and the condition below as a question of its own. */
  readonly inForceSince?: IsoDate;
  readonly entry?: { readonly when: Cond; readonly place: Place; readonly provenance: Provenance };
  /** Last day in force. */
  readonly expires?: IsoDate;
  /** Conditions each of which ends it; written in an article, they end what it commands. */
  readonly ends: readonly { readonly when: Cond; readonly options: readonly Id[]; readonly article?: Id; readonly place: Place; readonly provenance: Provenance }[];
  /** Instruments over which its obligations prevail; `all`: every other. */
  readonly prevailsOver: 'all' | readonly Id[];
  readonly yieldsTo: readonly Id[];
  /** About "parties", "not legally binding", "signed", "in force since", "ends on", "prevails over" and "yields to". */
  readonly statements?: readonly Statement[];
}

/** A question left open in a text: negotiators choose (`negotiation`), or readers differ (`reading`). Exactly one option is taken. */
export interface Issue extends Declared {
  readonly kind: 'negotiation' | 'reading';
  readonly options: readonly Option[];
  /** A numeric issue: any value from `min` to `max`. It has no options then. */
  readonly range?: { readonly min: Rational; readonly max: Rational; readonly unit?: string };
  readonly instrument?: Id;
}

export interface Option extends Declared {
  readonly issue: Id;
  /** Who holds a reading. */
  readonly heldBy: readonly string[];
}
