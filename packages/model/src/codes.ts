import type { Severity } from './finding.js';

/**
 * Every finding that Casus can make: its code and its severity. One row = one page `docs/findings/<code>.md`; the link follows from the code.
 * `error` fails a run unless an `expect` of the author confirms it; `warning` and `info` are shown.
 */
export const CODES = {
  'form/syntax': 'error',
  'form/unknown-name': 'error',
  'form/wrong-kind': 'error',
  'form/duplicate-name': 'error',
  'form/cycle': 'error',
  'form/impossible-rule': 'error',
  'form/import': 'error',
  'form/date': 'error',
  'form/unit': 'error',
  'form/incomplete': 'error',
  'form/limit': 'error',
  'bodies/never-decides': 'error',
  'bodies/two-majorities': 'warning',
  'bodies/dummy': 'info',
  'bodies/dictator': 'info',
  'bodies/no-figure': 'warning',
  'text/bracket-without-effect': 'warning',
  'text/bracket-changes-no-verdict': 'info',
  'names/unused': 'info',
  'norms/not-a-party': 'warning',
  'norms/no-effect': 'warning',
  'norms/withdrawal-unregulated': 'warning',
  'norms/no-bearer': 'warning',
  'norms/never-applies': 'warning',
  'norms/duty-against-ban': 'warning',
  'norms/conflict-settled': 'info',
  'norms/bound-without-return': 'info',
  'promise/captive': 'error',
  'promise/forbidden': 'error',
  'promise/hollow': 'warning',
  'promise/no-clause': 'warning',
  'promise/no-deadline': 'warning',
  'promise/ended-by-attacker': 'error',
  'promise/suspended-by-attacker': 'error',
  'promise/entry-needs-attacker': 'warning',
  'promise/single-state-veto': 'warning',
  'promise/single-default': 'warning',
  'promise/held-up-by-attacker': 'warning',
  'promise/late': 'info',
  'promise/not-in-force': 'warning',
  'promise/unsettled-fact': 'info',
  'promise/unsettled-place': 'info',
  'positions/contradiction': 'warning',
  'positions/circle': 'info',
  'positions/no-agreement': 'info',
  'sources/quotation-changed': 'error',
  'sources/quotation-missing': 'error',
  'sources/segment-lost': 'error',
  'sources/digest-differs': 'warning',
  'sources/not-verified': 'info',
  'sources/differ': 'info',
  'sources/commentary-supports-clause': 'error',
  'sources/clause-without-source': 'info',
  'expectation/failed': 'error',
  'expectation/finding-absent': 'error',
} as const satisfies Record<string, Severity>;

/** The code of a finding: category and name. */
export type FindingCode = keyof typeof CODES;

/** Whether a text is the code of a finding. */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(CODES, text);
}
