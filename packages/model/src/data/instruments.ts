/** Instruments, their articles, and the questions that they leave open. */
import type { SetExpr } from './actors.js';
import type { Declared, Id, IsoDate, Place, Provenance, Rational, Statement } from './basics.js';
import type { Cond, Norm, Silence } from './clauses.js';
import type { Deadline } from './decisions.js';

export interface Article extends Declared {
  readonly instrument: Id;
  /** As printed: "5", "27(3)"; unique in its instrument. */
  readonly number: string;
}

export type InstrumentKind = 'treaty' | 'charter' | 'agreement' | 'memorandum' | 'communique' | 'draft' | 'resolution' | 'proposal' | 'instrument';

/** A condition that ends or suspends an instrument; written in an article, it concerns what the article commands. */
export interface Ending {
  readonly when: Cond;
  readonly options: readonly Id[];
  readonly article?: Id;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** That some have signed, ratified, reserved or given notice; `on` is the day, absent where the text names none. */
export interface Deed {
  readonly who: SetExpr;
  readonly on?: IsoDate;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** A reservation: the articles (none named: all) do not bind these parties. */
export interface Reservation extends Deed {
  readonly articles: readonly Id[];
}

/** Those who become parties once a condition is met. (An accession with a date is part of `parties`.) */
export interface Accession {
  readonly who: SetExpr;
  readonly when: Cond;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** How a party leaves: so long after its notice, not before a day; the articles named bind it still. */
export interface Withdrawal {
  readonly notice: Deadline;
  readonly notBefore?: IsoDate;
  readonly survives: readonly Id[];
  readonly place: Place;
  readonly provenance: Provenance;
}

/** Application before entry into force: of the articles named (none: of all), since a day or once a condition is met. */
export interface Provisional {
  readonly since?: IsoDate;
  readonly when?: Cond;
  readonly articles: readonly Id[];
  readonly place: Place;
  readonly provenance: Provenance;
}

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
  /** After `expires` it is in force where this holds. */
  readonly renewal?: { readonly when: Cond; readonly place: Place; readonly provenance: Provenance };
  /** Conditions each of which ends it. */
  readonly ends: readonly Ending[];
  /** Conditions each of which suspends it. */
  readonly suspensions: readonly Ending[];
  readonly provisional?: Provisional;
  readonly signatures: readonly Deed[];
  readonly ratifications: readonly Deed[];
  readonly reservations: readonly Reservation[];
  readonly accessions: readonly Accession[];
  readonly withdrawal?: Withdrawal;
  /** Notices of withdrawal that were given; each takes effect with the day `leaves`. */
  readonly notices: readonly (Deed & { readonly leaves?: IsoDate })[];
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
