import type { EvidenceReport } from '@casus/dossier';
import type { Case, Finding } from '@casus/model';
import { commentarySupportsClause } from './commentary-supports-clause.js';
import { differ } from './differ.js';
import { digestDiffers } from './digest-differs.js';
import { notVerified } from './not-verified.js';
import { quotations } from './quotations.js';

/** Every finding about sources; those about quotations only when the evidence was looked at. */
export function sourceFindings(case_: Case, evidence: EvidenceReport | undefined): Finding[] {
  const checked = evidence === undefined ? [] : [...quotations(case_, evidence), ...notVerified(case_, evidence), ...digestDiffers(case_, evidence)];
  return [...checked, ...differ(case_), ...commentarySupportsClause(case_)];
}
