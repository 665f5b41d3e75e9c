import type { Case, Finding } from '@casus/model';
import type { Report } from './report.js';

/** A notice without a line that says how long it runs takes effect at once; without a provision, twelve months are due (Vienna Convention on the Law of Treaties, Art. 56(2)). */
export function withdrawalIsRegulated(of: Case, told: readonly Finding[], report: Report): void {
  for (const { id, notices, withdrawal, place } of of.instruments.values()) {
    const broken = told.some(({ severity, place: at }) => severity === 'error' && at.file === place.file && at.offset >= place.offset && at.offset <= place.end);
    if (withdrawal !== undefined || broken) continue;
    for (const notice of notices) {
      report('norms/withdrawal-unregulated', notice.place, `\`${id}\` does not say how long a notice of withdrawal runs, so that this one takes effect on the day on which it is given`, {
        help: 'add `withdrawal on 1 year notice`, or the time that the text sets; where a treaty sets none, Art. 56(2) of the Vienna Convention asks for twelve months', about: [id],
      });
    }
  }
}
