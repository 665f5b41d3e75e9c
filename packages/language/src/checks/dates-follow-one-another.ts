import type { Case } from '@casus/model';
import type { Report } from './report.js';

/** An instrument is signed before it enters into force, and enters into force before it expires. */
export function datesFollowOneAnother(of: Case, report: Report): void {
  for (const { id, place, signed, inForceSince, expires } of of.instruments.values()) {
    if (signed !== undefined && inForceSince !== undefined && inForceSince < signed) {
      report('form/date', place, `\`${id}\` is in force since ${inForceSince}, before it was signed on ${signed}`, { help: 'correct one of the two dates', about: [id] });
    }
    const begins = inForceSince ?? signed;
    if (begins !== undefined && expires !== undefined && expires < begins) {
      report('form/date', place, `\`${id}\` expires on ${expires}, before it begins on ${begins}`, { help: 'correct one of the two dates', about: [id] });
    }
  }
}
