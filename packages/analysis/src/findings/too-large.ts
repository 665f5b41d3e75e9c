import type { Case, Finding } from '@casus/model';
import type { Session } from '../session.js';
import { findingOf } from './case.js';

/** Why something is not worked out. */
export const TOO_MANY = 'the votes and choices that it turns on are too many to be worked out together';

/** What an author can do about it. */
export const FEWER = 'judge it among fewer actors, or with fewer brackets left open';

/** What was asked for and not judged, because it is too large: one finding for each promise, arrangement and scenario, where the promise stands. */
export function tooLarge(case_: Case, session: Session): Finding[] {
  const told = new Map<string, Finding>();
  for (const { request, weighed } of session.tooLarge) {
    const { promise, arrangement, scenario } = request;
    const about = [promise, arrangement, scenario];
    const key = about.join('\n');
    if (told.has(key)) continue;
    told.set(key, findingOf('form/limit', {
      message: weighed
        ? `\`${promise}\` in \`${arrangement}\` is not judged when \`${scenario}\`: a weighted vote that it turns on has too many voters with figures that differ`
        : `\`${promise}\` in \`${arrangement}\` is not judged when \`${scenario}\`: ${TOO_MANY}`,
      place: case_.promises.get(promise)!.place,
      help: weighed ? 'weigh by rounded figures (thousandths of the whole instead of persons), or name fewer voters' : FEWER,
      about,
    }));
  }
  return [...told.values()];
}
