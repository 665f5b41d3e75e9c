/** The minimum sum representation index (Freixas & Kaniovski 2014). */
import type { ColumnProgram, Pricing } from '../linear/columns.js';
import { isMonotone, type Layers } from '../linear/layers.js';
import { NOT_MONOTONE, refuse } from '../linear/limits.js';
import { TooLargeError } from '../linear/too-large.js';
import { rational, type Rational } from '../rational.js';
import { atLeast, atMost, weightProgram } from './program.js';
import { mostBroken, smallestWeights, type ClassWeights } from './smallest.js';
import { contradiction, WEIGHTEDNESS_LIMITS, type WeightednessOptions } from './weightedness.js';
import { boundsOf, margin, unknownsOf, weightsFrom, type Unknown } from './unknowns.js';

export type MinimumSumIndex =
  | {
      readonly kind: 'shares';
      /** By player; they add up to one. */
      readonly shares: readonly Rational[];
      /** The least sum of whole weights. */
      readonly sum: bigint;
      /** How many different weights by player have that sum. */
      readonly representations: bigint;
    }
  | { readonly kind: 'not applicable'; readonly why: string };

/** At most so many representations, up to the order of interchangeable members. */
export const MOST_REPRESENTATIONS = 10_000;

/**
 * The average of all weights of least sum, divided by that sum: what each member's share of the weights is when no weight is wasted. Defined for
 * weighted games only. The quota does not count: weights that work with several quotas are one representation.
 * @throws TooLargeError beyond the limits, or where the least sum is not settled within them.
 */
export function minimumSumIndex(layers: Layers, options: WeightednessOptions = {}): MinimumSumIndex {
  const { classes, nodes, branches } = { ...WEIGHTEDNESS_LIMITS, ...options };
  refuse(layers, classes, nodes);
  if (!isMonotone(layers)) return { kind: 'not applicable', why: NOT_MONOTONE };
  const { leastWinning, mostLosing } = margin(layers, layers.sizes.map((size) => new Array<bigint>(size).fill(0n)));
  if (leastWinning === undefined || mostLosing === undefined) return { kind: 'not applicable', why: 'the result does not depend on any vote' };
  if (contradiction(layers) !== undefined) return { kind: 'not applicable', why: 'the game is not weighted' };
  const { sum, atLeast: bound } = smallestWeights(layers, undefined, branches);
  if (sum !== bound) throw new TooLargeError(`the least sum of whole weights is between ${bound} and ${sum}; ${branches} linear programs did not settle it`);
  const { sizes, classOf } = layers;
  let representations = 0n;
  const totals = sizes.map(() => 0n);
  for (const weights of allOfSum(layers, sum)) {
    const orders = weights.reduce((product, list) => product * arrangements(list), 1n);
    representations += orders;
    weights.forEach((list, c) => (totals[c]! += orders * list.reduce((all, weight) => all + weight, 0n)));
  }
  const shares = sizes.map((size, c) => rational(totals[c]!, BigInt(size) * representations * sum));
  return { kind: 'shares', shares: classOf.map((c) => shares[c]!), sum, representations };
}

/** All whole weights of the sum, the heaviest member of each class first. @throws TooLargeError beyond MOST_REPRESENTATIONS. */
export function allOfSum(layers: Layers, sum: bigint): ClassWeights[] {
  const unknowns = unknownsOf(layers, 'member');
  const { program, price } = weightProgram(layers, unknowns);
  program.add({ entries: boundsOf(unknowns).map((bound) => -bound), gain: -sum });
  const found: ClassWeights[] = [];
  collect(layers, unknowns, program, price, found);
  return found;
}

/** Every whole solution of a program: where one is found, the rest is cut into parts that differ from it first in one unknown, downwards or upwards. */
function collect(layers: Layers, unknowns: readonly Unknown[], at: ColumnProgram, price: Pricing, found: ClassWeights[]): void {
  const outcome = at.maximise(price);
  if (outcome.kind !== 'optimal') return;
  const rows = unknowns.length + 1;
  const differences = outcome.prices.slice(0, unknowns.length);
  const branch = mostBroken(differences, outcome.scale);
  if (branch !== undefined) {
    const floor = differences[branch]! / outcome.scale;
    const up = at.copy();
    up.add(atLeast(rows, branch, floor + 1n));
    at.add(atMost(rows, branch, floor));
    collect(layers, unknowns, at, price, found);
    collect(layers, unknowns, up, price, found);
    return;
  }
  if (found.length === MOST_REPRESENTATIONS) throw new TooLargeError(`more than ${MOST_REPRESENTATIONS} weights have the least sum`);
  const whole = differences.map((difference) => difference / outcome.scale);
  found.push(weightsFrom(unknowns, layers, whole));
  whole.forEach((value, i) => {
    const [down, up] = [at.copy(), at.copy()];
    if (value > 0n) {
      down.add(atMost(rows, i, value - 1n));
      collect(layers, unknowns, down, price, found);
    }
    up.add(atLeast(rows, i, value + 1n));
    collect(layers, unknowns, up, price, found);
    at.add(atLeast(rows, i, value), atMost(rows, i, value));
  });
}

/** In how many orders the members of a class can have these weights. */
function arrangements(weights: readonly bigint[]): bigint {
  const times = new Map<bigint, number>();
  let result = 1n;
  weights.forEach((weight, i) => {
    const before = times.get(weight) ?? 0;
    times.set(weight, before + 1);
    result = (result * BigInt(i + 1)) / BigInt(before + 1);
  });
  return result;
}
