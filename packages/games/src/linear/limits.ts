/** What the questions by linear programs are asked of. */
import { nodesOf, type Layers } from './layers.js';
import { TooLargeError } from './too-large.js';

/** Why a question does not apply to a game that is not monotone. */
export const NOT_MONOTONE = 'a winning coalition can lose when members join it';

/** @throws TooLargeError when the game has more classes of members, or its layers more nodes, than are allowed. */
export function refuse(layers: Layers, classes: number, nodes: number): void {
  const own = layers.sizes.length;
  if (own > classes) throw new TooLargeError(`${own} kinds of members are too many for exact linear programs over coalitions (at most ${classes})`);
  const size = nodesOf(layers);
  if (size > nodes) throw new TooLargeError(`a decision diagram of ${size} nodes is too large for exact linear programs over coalitions (at most ${nodes})`);
}
