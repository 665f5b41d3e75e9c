/** Decision rules and simple games: coalitions, vetoes, power. See README.md. */
export * from './rational.js';
export * from './rule.js';
export * from './game.js';
export * from './profile.js';
export * from './errors.js';
export { Study, type ListOptions, type Side, type Structure } from './study.js';
export type { Decisions } from './mdd/decisions.js';
export type { NotMonotone } from './mdd/structure.js';
export * from './enumerate/index.js';
export * from './indices/index.js';
export * from './unions/index.js';
export * from './ternary/index.js';
