import type { Citation, Id, Place } from './case.js';
import type { FindingCode } from './codes.js';

/** How much a finding weighs: `error` fails the run, `warning` and `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** A place that contributes to a finding: the rule that gives the veto, the membership, the quoted passage. */
export interface Cause {
  /** One clause of plain English, without the place. */
  readonly message: string;
  readonly place?: Place;
  readonly cites?: readonly Citation[];
}

/** A choice that a witness makes: `owner` absent for nature's. Keys and values as in docs/meaning.md, section 1. */
export interface Choice {
  readonly key: string;
  readonly value: string;
  readonly owner?: Id;
}

/**
 * Who does what, so that anybody can replay the verdict: under these choices the promise has this value.
 * `half` says whether what is owed or what is lawfully possible was evaluated.
 */
export interface Witness {
  readonly half: 'owed' | 'possible';
  readonly value: boolean;
  readonly choices: readonly Choice[];
}

/** What Casus tells about a text: data; each output only renders it. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One sentence that a minister understands. */
  readonly message: string;
  readonly place: Place;
  readonly causes: readonly Cause[];
  /** What would change it. */
  readonly help?: string;
  /** The declarations it is about, most particular first (promise, arrangement, scenario …); what `expect finding … for` refers to. */
  readonly about: readonly Id[];
  readonly witness?: Witness;
  /** The `expect` line that confirms it: shown, not failed. */
  readonly confirmedBy?: Place;
}

/** The outcome of a pass: what it made, and what it found on the way. Passes do not throw. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}
