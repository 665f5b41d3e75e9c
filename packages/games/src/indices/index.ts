/** Indices of power, made from exact counts; one small file a family. */
export * from './registry.js';
export * from './banzhaf.js';
export * from './shapley.js';
export * from './semivalue.js';
export * from './coleman.js';
export * from './success.js';
export * from './public-help.js';
export * from './without-dummies.js';
export * from './minimal.js';
export * from './johnston.js';
export { winningWith } from './winning-with.js';
export { type Values } from './values.js';
