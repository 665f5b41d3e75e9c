/** Whole weights of least sum: branch and bound (Land & Doig 1960) over the linear program of the weights. */
import type { ColumnProgram } from '../linear/columns.js';
import type { Layers } from '../linear/layers.js';
import { atLeast, atMost, weightProgram } from './program.js';
import { boundsOf, margin, unknownsOf, weightsFrom, type Unknown } from './unknowns.js';

/** Weights by class, the heaviest member first. */
export type ClassWeights = readonly (readonly bigint[])[];

export interface Smallest {
  readonly weights: ClassWeights;
  readonly sum: bigint;
  /** No whole weights have a smaller sum than this; the weights are of least sum where it is their sum. */
  readonly atLeast: bigint;
}

export interface SmallestWeights extends Smallest {
  /** The smallest that were found with the same weight for the members of a class. Often the same. */
  readonly equal: ClassWeights;
}

export const sumOf = (weights: ClassWeights): bigint => weights.reduce((sum, list) => list.reduce((part, weight) => part + weight, sum), 0n);

/** Whether the weights tell winning from losing. */
export function represents(layers: Layers, weights: ClassWeights): boolean {
  const { leastWinning, mostLosing } = margin(layers, weights);
  return leastWinning === undefined || mostLosing === undefined || leastWinning > mostLosing;
}

/**
 * Whole weights of least sum of a game that is known to be weighted and not constant. First with equal weights for interchangeable members, then, unless
 * the linear bound already settles it (it is the same for both, since the mean over all orders of a class represents the game too), without that: there
 * are games whose least sum needs unequal ones (Freixas & Kurz 2014).
 * `known`: weights to start from; `branches`: how many programs may be solved before the bound is told instead of the least sum.
 */
export function smallestWeights(layers: Layers, known: ClassWeights | undefined, branches: number): SmallestWeights {
  const budget = { left: branches };
  const first = search(layers, unknownsOf(layers, 'class'), known, budget);
  if (first.linear === first.sum) return { ...first, equal: first.weights };
  const second = search(layers, unknownsOf(layers, 'member'), first.weights, budget);
  return { ...second, atLeast: second.atLeast > first.linear ? second.atLeast : first.linear, equal: first.weights };
}

function search(layers: Layers, unknowns: readonly Unknown[], known: ClassWeights | undefined, budget: { left: number }): Smallest & { readonly linear: bigint } {
  const rows = boundsOf(unknowns).length;
  const { program, price } = weightProgram(layers, unknowns);
  let best = known && represents(layers, known) ? { weights: known, sum: sumOf(known) } : undefined;
  let linear: bigint | undefined;
  let complete = true;
  const improve = (weights: ClassWeights): void => {
    const sum = sumOf(weights);
    if ((best === undefined || sum < best.sum) && represents(layers, weights)) best = { weights, sum };
  };
  const visit = (at: ColumnProgram): void => {
    if (budget.left <= 0) {
      complete = false;
      return;
    }
    budget.left--;
    const outcome = at.maximise(price, linear === undefined || best === undefined ? undefined : best.sum - 1n);
    if (outcome.kind !== 'optimal') return;
    const { prices, scale, value } = outcome;
    const differences = prices.slice(0, unknowns.length);
    if (linear === undefined) {
      linear = ceiling(value, scale);
      for (const weights of rounded(layers, unknowns, differences, scale)) improve(weights);
    }
    if (best !== undefined && ceiling(value, scale) >= best.sum) return;
    const branch = mostBroken(differences, scale);
    if (branch === undefined) return improve(weightsFrom(unknowns, layers, differences.map((difference) => difference / scale)));
    const floor = differences[branch]! / scale;
    const up = at.copy();
    up.add(atLeast(rows, branch, floor + 1n));
    at.add(atMost(rows, branch, floor));
    const nearUp = 2n * (differences[branch]! % scale) >= scale;
    for (const next of nearUp ? [up, at] : [at, up]) visit(next);
  };
  visit(program);
  if (best === undefined) throw new Error('a weighted game without weights');
  const bound = linear ?? 0n;
  return { ...best, atLeast: complete ? best.sum : bound, linear: bound };
}

/** Whole weights near the linear solution: the solution times 1, 2, … rounded, and times its denominator, where it is whole. */
function* rounded(layers: Layers, unknowns: readonly Unknown[], differences: readonly bigint[], scale: bigint): Generator<ClassWeights> {
  yield weightsFrom(unknowns, layers, differences);
  for (let times = 1n; times <= 12n; times++) yield weightsFrom(unknowns, layers, differences.map((difference) => (2n * difference * times + scale) / (2n * scale)));
}

/** The unknown that is farthest from a whole number; undefined when all are whole. */
export function mostBroken(differences: readonly bigint[], scale: bigint): number | undefined {
  let found: number | undefined;
  let most = 0n;
  differences.forEach((difference, i) => {
    const over = difference % scale;
    const distance = over < scale - over ? over : scale - over;
    if (distance > most) {
      most = distance;
      found = i;
    }
  });
  return found;
}

const ceiling = (value: bigint, scale: bigint): bigint => (value + scale - 1n) / scale;
