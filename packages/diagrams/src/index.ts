/**
 * Boolean functions as reduced ordered binary decision diagrams: connectives, quantification, substitution, counting,
 * weighing, lazy listings, minimal models, thresholds, collection and reordering. See README.md.
 */
export { Manager, type Statistics } from './manager.js';
export type { ManagerOptions } from './algebra.js';
export type { Direction } from './compare.js';
export { FALSE, TRUE, MAX_NODES, type Assignment, type Cube, type Node, type Var } from './types.js';
export { NodeLimitError, SizeLimitError, SumLimitError } from './errors.js';
export { INTEGERS, NUMBERS, POLYNOMIALS, type Semiring } from './count.js';
export type { Comparison, Item, Whole } from './threshold.js';
export type { Cheapest } from './weigh.js';
export type { ReorderOptions, ReorderResult } from './reorder.js';
