import type { Cond } from '@casus/model';
import { articleName } from '../../words.js';
import { placeKey, STANDARD, type Candidate } from '../candidate.js';
import { met, waitingFor } from '../conditions.js';
import { removal } from '../removal.js';
import { wordsOf, type Setting } from '../setting.js';

/** What a duty may wait for that lies with somebody's will. */
const WILLED: ReadonlySet<Cond['kind']> = new Set(['decided', 'finds', 'consent', 'request']);

/** An automatic duty: a decision, finding, consent or request that it waits for is taken out of the text. */
export function automatic(setting: Setting): readonly Candidate[] {
  return waitingFor(setting, ({ kind }) => WILLED.has(kind)).flatMap(({ cond, governed }): Candidate[] => {
    const { place } = cond;
    const source = setting.source(place);
    const removed = source && removal(source, cond, governed);
    if (removed === undefined || removed.edits.length === 0) return [];
    const where = articleName(setting.case, governed[0]!.article);
    return [{
      id: `automatic ${placeKey(place)}`, kind: 'automatic', label: `it does not wait for \`${wordsOf(setting, cond)}\``, ...(where === undefined ? {} : { where }),
      place, cost: STANDARD, point: `automatic ${placeKey(place)}`, slots: [`otherwise ${placeKey(place)}`],
      changes: [{ on: 'condition', place, to: (inner: Cond) => (inner.kind === cond.kind ? met(place) : inner) }], edits: removed.edits,
    }];
  });
}
