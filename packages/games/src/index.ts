/** Decision rules and simple games: coalitions, vetoes, power. See README.md. */
export * from './rational.js';
export * from './rule.js';
export * from './game.js';
export * from './profile.js';
export * from './enumerate/index.js';
export * from './indices/index.js';
export * from './unions/index.js';
