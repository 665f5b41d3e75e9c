import type { AskedFinding } from '@casus/analysis';
import { circle } from './circle.js';
import { contradiction } from './contradiction.js';
import { examined, type Examiner } from './examined.js';
import { noAgreement } from './no-agreement.js';

/** The findings about positions, for `check`: whoever calls it adds them (`also`), since they need what stands above the analysis. */
export function positionFindings(examiner: Examiner = examined): readonly AskedFinding[] {
  return [
    [contradiction(examiner), 'whether demands of one actor contradict each other'],
    [circle(examiner), 'whether preconditions run in a circle'],
    [noAgreement(examiner), 'whether all demands can be met'],
  ];
}
