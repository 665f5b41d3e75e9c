/** Pictures of a case. An entry of its own, so that what draws them is loaded only where something is drawn. */
export { graphDocument } from './json.js';
export { layoutOf, type Arrow, type Layout, type PlacedBox, type Point } from './layout.js';
export { escaped, graphSvg } from './svg.js';
export { description } from './words.js';
