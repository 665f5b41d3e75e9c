import { SizeLimitError } from '@casus/diagrams';
import type { Finding } from '@casus/model';
import { dictator } from './bodies/dictator.js';
import { dummy } from './bodies/dummy.js';
import { neverDecides } from './bodies/never-decides.js';
import { noFigure } from './bodies/no-figure.js';
import { twoMajorities } from './bodies/two-majorities.js';
import type { CaseFinding, CaseSubject } from './case.js';
import { boundWithoutReturn } from './norms/bound-without-return.js';
import { conflictSettled } from './norms/conflict-settled.js';
import { dutyAgainstBan } from './norms/duty-against-ban.js';
import { unused } from './names/unused.js';
import { neverApplies } from './norms/never-applies.js';
import { noBearer } from './norms/no-bearer.js';
import { clauseWithoutSource } from './sources/clause-without-source.js';
import { bracketChangesNoVerdict } from './text/bracket-changes-no-verdict.js';
import { bracketWithoutEffect } from './text/bracket-without-effect.js';

/** Every finding about the case itself, in the order of their categories. */
const CASE_FINDINGS: readonly CaseFinding[] = [
  neverDecides,
  twoMajorities,
  dummy,
  dictator,
  noFigure,
  bracketWithoutEffect,
  bracketChangesNoVerdict,
  unused,
  noBearer,
  neverApplies,
  clauseWithoutSource,
  dutyAgainstBan,
  conflictSettled,
  boundWithoutReturn,
];

/** What there is to say about the case itself, beside its verdicts and its evidence. */
export function caseFindings(subject: CaseSubject): readonly Finding[] {
  return CASE_FINDINGS.flatMap((finding) => {
    try {
      return finding(subject);
    } catch (error) {
      // What turns on a vote that is too large is told as such (too-large.ts); the other findings do not depend on it.
      if (error instanceof SizeLimitError) return [];
      throw error;
    }
  });
}
