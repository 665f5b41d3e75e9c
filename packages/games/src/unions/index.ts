/** Power when some have agreed to act together: a-priori unions. */
export * from './unions.js';
export * from './union-swings.js';
export * from './coalitional-values.js';
export * from './minimal-with-unions.js';
export * from './registry.js';
