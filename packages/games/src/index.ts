/** Decision rules and simple games: coalitions, vetoes, power. See README.md. */
export * from './rational.js';
export * from './rule.js';
export * from './game.js';
export * from './profile.js';
export { TooLargeError } from './linear/too-large.js';
export { isMonotone, layersOfDiagram, layersOfOracle, nodesOf, winsWith, type Counts, type Diagram, type Layers } from './linear/layers.js';
export { weightednessOf, WEIGHTEDNESS_LIMITS, type Representation, type Weightedness, type WeightednessOptions } from './weightedness/weightedness.js';
export { isTradingTransform, type Trader, type TradingTransform } from './weightedness/trading.js';
export { minimumSumIndex, type MinimumSumIndex } from './weightedness/minimum-sum-index.js';
export { nucleolus, NUCLEOLUS_LIMITS, type Division } from './nucleolus/nucleolus.js';
export { tauValue } from './tau.js';
export { dimensionOf, DIMENSION_LIMITS, type Dimension, type DimensionOptions } from './dimension/dimension.js';
export { weightedParts } from './dimension/parts.js';
export { desirabilityOf, interchangeable, isComplete, preferring, type Desirability } from './weightedness/desirability.js';
