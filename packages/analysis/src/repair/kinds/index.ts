/** The kinds of amendments, in the order in which they are looked for and told. */
import { arrangementOf, type Case } from '@casus/model';
import { IssueFinder } from '../../texts.js';
import type { JudgeRequest } from '../../session.js';
import type { Candidate } from '../candidate.js';
import { settingOf, type Setting } from '../setting.js';
import { automatic } from './automatic.js';
import { binding } from './binding.js';
import { deadlines } from './deadline.js';
import { declared } from './declared.js';
import { endings } from './ending.js';
import { exceptions } from './exception.js';
import { fallbacks } from './fallback.js';
import { means } from './means.js';
import { options } from './option.js';
import { recusals } from './recusal.js';
import { reversed } from './reversed.js';
import { thresholds } from './threshold.js';
import { triggers } from './trigger.js';

/**
 * INVARIANT: thresholds stand before recusals, for where both change one rule the first replaces it and the second puts something around it.
 */
const KINDS: readonly ((setting: Setting) => readonly Candidate[])[] = [
  thresholds,
  recusals,
  automatic,
  reversed,
  fallbacks,
  exceptions,
  triggers,
  deadlines,
  means,
  binding,
  (setting) => {
    const instruments = arrangementOf(setting.case, setting.request.arrangement)!.instruments.flatMap((id) => setting.case.instruments.get(id) ?? []);
    return options(setting, [...new IssueFinder(setting.case).of(instruments, setting.promise.expr)]);
  },
  declared,
];

/** Every amendment that may bear on a promise. `lasting`: those that keep the instruments from being ended, too, which have no bearing on strength. */
export function candidatesOf(case_: Case, request: JudgeRequest, lasting = false): readonly Candidate[] {
  const setting = settingOf(case_, request);
  return [...KINDS, ...(lasting ? [endings] : [])].flatMap((kind) => kind(setting));
}
