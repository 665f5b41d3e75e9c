/** Demands and texts: which texts everybody can accept, and if none, exactly why and what would open a deal (docs/agreement.md). */
export { agree, agreeOn, type AgreeOptions } from './agree.js';
export type * from './result.js';
export { chosen, type Chosen, type LeftOut, type Selection } from './lines.js';
export type { ListingOptions } from './listing.js';
export { type Point, type PointKind } from './layout.js';
export { Problem } from './problem.js';
export { type Text } from './space.js';
export { tableOf, type Table } from './table.js';
export { written } from './cells.js';
export { timeline, type Stage, type Timeline } from './timeline.js';
export { robustness, type Doubt, type Robustness, type Variation } from './robust.js';
export { Exploration, type OpenOption, type Price, type Settled, type Survey } from './explore.js';
export { undominated, undominatedIn, type Criterion, type NoUndominated, type Undominated } from './preferences.js';
export { changesOf, standings, type JudgedText, type PositionChanges, type Standing } from './on-text.js';
export { positionFindings } from './findings/index.js';
export { examined, remembered, type Examiner } from './findings/examined.js';
export { examine, examining, type Examined } from './findings/examine.js';
export { speakersOf } from './speakers.js';
