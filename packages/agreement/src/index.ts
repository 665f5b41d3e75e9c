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
