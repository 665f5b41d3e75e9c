/** Decision rules and simple games: coalitions, vetoes, power. See README.md. */
export * from './rational.js';
export * from './rule.js';
export * from './game.js';
export * from './profile.js';
export { reached, type Measure, type Reached } from './vote/reached.js';
