/** All monotone simple games of a few players, and plain ways to ask about them that share nothing with the engine. */
import { layersOfOracle, type Layers } from '../../src/linear/layers.js';

/** A game as a set of winning coalitions: bit S of the mask is set where the coalition with the bits S wins. */
export type Mask = bigint;

/** All monotone games of n players (2, 3, 6, 20, 168, 7581 of them for n = 0 … 5: Dedekind's numbers), the constant ones included. */
export function monotoneGames(n: number): Mask[] {
  if (n === 0) return [0n, 1n];
  const smaller = monotoneGames(n - 1);
  const shift = 1n << BigInt(n - 1);
  // Without the last player a, with it b: whoever wins without it wins with it.
  return smaller.flatMap((a) => smaller.filter((b) => (a & ~b) === 0n).map((b) => a | (b << shift)));
}

export const winsIn = (mask: Mask, coalition: number): boolean => ((mask >> BigInt(coalition)) & 1n) === 1n;

/** Of a game with these players. */
export const oracleOf = (mask: Mask, n: number) => (isIn: (player: number) => boolean): boolean => {
  let coalition = 0;
  for (let player = 0; player < n; player++) if (isIn(player)) coalition |= 1 << player;
  return winsIn(mask, coalition);
};

/** In layers, every player a class of its own. */
export const layersOfMask = (mask: Mask, n: number): Layers => layersOfOracle(Array.from({ length: n }, (_, i) => i), oracleOf(mask, n));

/** The game of weights and a quota. */
export function maskOf(weights: readonly bigint[], quota: bigint): Mask {
  let mask = 0n;
  for (let coalition = 0; coalition < 1 << weights.length; coalition++) {
    if (weights.reduce((sum, weight, i) => ((coalition >> i) & 1 ? sum + weight : sum), 0n) >= quota) mask |= 1n << BigInt(coalition);
  }
  return mask;
}

/** All vectors of n whole numbers, not negative, of a sum. */
export function* vectorsOfSum(n: number, sum: number): Generator<number[]> {
  if (n === 1) yield [sum];
  else for (let first = 0; first <= sum; first++) for (const rest of vectorsOfSum(n - 1, sum - first)) yield [first, ...rest];
}
