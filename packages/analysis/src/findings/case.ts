import { CODES, type Case, type Cause, type Finding, type FindingCode, type Id, type IsoDate, type Place } from '@casus/model';
import type { Session } from '../session.js';
import type { Verdict } from '../verdict.js';

/** What the findings about the case itself look at: what was written, and what was judged of it. */
export interface CaseSubject {
  readonly case: Case;
  /** The judgments made so far, over shared decision diagrams; more may be asked of it. */
  readonly session: Session;
  /** The verdicts that the case asks for. */
  readonly verdicts: readonly Verdict[];
  /** Every sentence could be understood: only then can be said that something is missing or never used. */
  readonly understood: boolean;
  /** What was found while the text was read. */
  readonly form: readonly Finding[];
  /** Asked before longer work; true: leave it. */
  readonly stop?: () => boolean;
  /** The day on which undated scenarios are judged. */
  readonly asOf?: IsoDate;
}

/** A finding about the case itself (not about one verdict): one file each, in the folder of its category. */
export type CaseFinding = (subject: CaseSubject) => readonly Finding[];

/** A finding about the case itself with what it asks, in words for where that is too large to be asked. */
export type AskedFinding = readonly [finding: CaseFinding, asks: string];

/** What an author of a finding writes; the severity follows from the code. */
export interface CaseDraft {
  readonly message: string;
  readonly place: Place;
  readonly causes?: readonly Cause[];
  readonly help?: string;
  /** The declarations it is about, most particular first: what `expect finding … for` refers to. */
  readonly about: readonly Id[];
}

/** The finding of a code, with the severity that the table gives it. */
export function findingOf(code: FindingCode, { causes = [], ...draft }: CaseDraft): Finding {
  return { code, severity: CODES[code], causes, ...draft };
}

/** Whether something stands in the author's own files, not in the library or another imported file. */
export function isOwn(case_: Case, { file }: Place): boolean {
  return !importedFiles(case_).has(file);
}

function importedFiles(case_: Case): ReadonlySet<string> {
  let known = IMPORTED.get(case_);
  if (known === undefined) IMPORTED.set(case_, (known = new Set(case_.files.filter(({ imported }) => imported).map(({ path }) => path))));
  return known;
}

/** The imported files of each case; cases do not change. */
const IMPORTED = new WeakMap<Case, ReadonlySet<string>>();
