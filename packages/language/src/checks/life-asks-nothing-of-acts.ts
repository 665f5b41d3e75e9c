import type { Case, Cond } from '@casus/model';
import type { Report } from './report.js';
import { partsOf } from './walk.js';

/** Whether an instrument is renewed, applied provisionally or joined does not turn on what its own sentences bring about (docs/meaning.md, section 2). */
export function lifeAsksNothingOfActs(of: Case, report: Report): void {
  for (const { renewal, provisional, accessions } of of.instruments.values()) {
    const conditions: readonly (Cond | undefined)[] = [renewal?.when, provisional?.when, ...accessions.map(({ when }) => when)];
    for (const part of conditions.flatMap((cond) => (cond === undefined ? [] : [...partsOf(cond)]))) {
      if (part.kind !== 'did') continue;
      report('form/incomplete', part.place, 'what somebody does cannot decide whether an instrument applies, since the instrument may command it', {
        help: 'ask for a decision, a consent, a ratification, a finding or a fact instead',
      });
    }
  }
}
