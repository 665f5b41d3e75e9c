import type { Case } from '@casus/model';
import type { RangeUse } from '../bridge/context.js';
import type { Report } from './report.js';

/** `as agreed in X` needs an issue with a range, in the unit of what is limited. */
export function rangesHaveTheRightUnit(of: Case, uses: readonly RangeUse[], report: Report): void {
  for (const { issue, attribute, place } of uses) {
    const range = of.issues.get(issue)?.range;
    if (range === undefined) {
      if (of.issues.has(issue)) report('form/incomplete', place, `\`${issue}\` has no range of numbers to agree on`, { help: 'write `range … to …` in the issue, or a bracket with its options', about: [issue] });
      continue;
    }
    const unit = attribute === undefined ? undefined : of.attributes.get(attribute)?.unit;
    if (attribute !== undefined && range.unit !== undefined && range.unit !== unit) {
      report('form/unit', place, unit === undefined ? `\`${attribute}\` is a bare number, \`${issue}\` is counted in ${range.unit}` : `\`${attribute}\` is counted in ${unit}, \`${issue}\` in ${range.unit}`, { help: 'use one unit for both', about: [issue] });
    }
  }
}
