import type { Case, Finding } from '@casus/model';
import { addFinding, type Bridge } from '../bridge/context.js';
import { datesFollowOneAnother } from './dates-follow-one-another.js';
import { everyWordHasAnEffect } from './every-word-has-an-effect.js';
import { everyRuleCanBeMet } from './every-rule-can-be-met.js';
import { noNormWaitsForItsOwnAct } from './no-norm-waits-for-its-own-act.js';
import { itStandsForABearer } from './it-stands-for-a-bearer.js';
import { lifeAsksNothingOfActs } from './life-asks-nothing-of-acts.js';
import { nothingContainsItself } from './nothing-contains-itself.js';
import { onlyPartiesAreBound } from './only-parties-are-bound.js';
import { onlyWhatIsDecidedIsOptedOutOf } from './only-what-is-decided-is-opted-out-of.js';
import { rangesHaveTheRightUnit } from './ranges-have-the-right-unit.js';
import type { Check, Report } from './report.js';
import { textsAreConsistent } from './texts-are-consistent.js';
import { withdrawalIsRegulated } from './withdrawal-is-regulated.js';

const CHECKS: readonly Check[] = [nothingContainsItself, noNormWaitsForItsOwnAct, everyRuleCanBeMet, datesFollowOneAnother, onlyPartiesAreBound, textsAreConsistent, itStandsForABearer, lifeAsksNothingOfActs];

/** All checks of form that need the whole case. */
export function check(of: Case, bridge: Bridge, findings: Finding[]): void {
  const report: Report = (code, place, message, extra) => addFinding(findings, code, place, message, extra);
  for (const each of CHECKS) each(of, report);
  rangesHaveTheRightUnit(of, bridge.rangeUses, report);
  onlyWhatIsDecidedIsOptedOutOf(of, findings, report);
  withdrawalIsRegulated(of, findings, report);
  everyWordHasAnEffect(of, bridge.aims, findings, report);
}
