/** What every node of a case is made of: names, dates, numbers, places, and who says so. */
import type { Rational } from '@casus/games';

export type { Rational };

/** Full name of a declaration; the key of the table it stands in. */
export type Id = string;

/** A calendar date, ISO 8601 (`2025-08-20`). Compared as text. */
export type IsoDate = string;

/** Where in a file: line and column count from 1, offsets from 0 in UTF-16 units; `end` is exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly end: number;
}

/** A citation: a source, and the short exact phrase that carries the sentence. No phrase: nothing to verify, said so. */
export interface Citation {
  readonly source: Id;
  readonly phrase?: string;
  /** Where in the source, as the author puts it ("art. 5", "p. 3"). */
  readonly at?: string;
  readonly place: Place;
}

/** How a sentence is known: said by the text or person itself, told by somebody else, or concluded by the author. */
export type Status = 'stated' | 'reported' | 'inferred';

/** Who says so. `status` is absent when the author gave neither citation nor mark. */
export interface Provenance {
  readonly status?: Status;
  /** The speaker that a source quotes, or the body that reports ("Lavrov", "White House"). */
  readonly by?: string;
  /** The author's reason for an inference. */
  readonly note?: string;
  readonly cites: readonly Citation[];
}

/** What every declaration has. */
export interface Declared {
  readonly id: Id;
  /** The name as written, without the instrument that it stands in. */
  readonly name: string;
  /** The title in quotation marks; the name where there is none. */
  readonly label: string;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** A line of a declaration that has no node of its own ("parties", "signed on …", "… sides with the attacker"): what it is about, and who says so. */
export interface Statement {
  readonly about: string;
  readonly place: Place;
  readonly provenance: Provenance;
}

/** A number with its unit (`persons`, `km`, `votes`); `unit` is absent for bare counts. */
export interface Measure {
  readonly value: Rational;
  readonly unit?: string;
}
