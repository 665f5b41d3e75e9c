import type { Case, Id, Place } from '@casus/model';
import type { Report } from './report.js';

/** An arrangement takes one option of an issue; an expectation takes no other one, and names an attacker only of a family. */
export function textsAreConsistent(of: Case, report: Report): void {
  for (const { place, options } of of.arrangements.values()) oneOptionEach(of, options, place, report);
  for (const expectation of of.expectations) {
    if (expectation.kind !== 'promise') continue;
    oneOptionEach(of, [...new Set([...(of.arrangements.get(expectation.arrangement)?.options ?? []), ...expectation.options])], expectation.place, report);
    if (expectation.attacker !== undefined && of.scenarios.get(expectation.scenario)?.everyAttacker === false) {
      report('form/incomplete', expectation.place, `\`${expectation.scenario}\` is one scenario, not one for each attacker, so no attacker is named`, { help: 'leave `by` out, or write `any of` before the attackers of the scenario' });
    }
  }
}

function oneOptionEach(of: Case, options: readonly Id[], place: Place, report: Report): void {
  const taken = new Map<Id, Id>();
  for (const option of options) {
    const issue = of.options.get(option)?.issue;
    if (issue === undefined) continue;
    const other = taken.get(issue);
    if (other !== undefined) report('form/incomplete', place, `a text cannot take both \`${other}\` and \`${option}\`: they are options of one issue`, { help: 'keep one of them' });
    taken.set(issue, option);
  }
}
