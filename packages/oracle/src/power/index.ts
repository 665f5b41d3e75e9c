/** Decision rules by enumeration: the definitions of docs/power-definitions.md, word for word and slowly. */
export * from './game.js';
export * from './fractions.js';
export * from './structure.js';
export * from './swings.js';
export * from './winning.js';
export * from './minimal.js';
export * from './unions.js';
export * from './unions-minimal.js';
export * from './chance.js';
export * from './ballots.js';
export * from './all-games.js';
export * from './known.js';
