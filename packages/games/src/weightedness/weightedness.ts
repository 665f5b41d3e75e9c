/** Is a game weighted? If so by which smallest whole weights, and if not, why. */
import type { Column, Share } from '../linear/columns.js';
import { isMonotone, type Layers } from '../linear/layers.js';
import { NOT_MONOTONE, refuse } from '../linear/limits.js';
import { weightProgram, type Condition } from './program.js';
import { smallestWeights, sumOf, type ClassWeights } from './smallest.js';
import { shortTrade, tradingTransform, type TradingTransform, type Weighed } from './trading.js';
import { margin, unknownsOf } from './unknowns.js';

/** [quota; weights]: a coalition wins where its weights add up to the quota at least. By player. */
export interface Representation {
  readonly quota: bigint;
  readonly weights: readonly bigint[];
  /** Of the weights. */
  readonly sum: bigint;
}

export type Weightedness =
  | {
      readonly kind: 'weighted';
      readonly representation: Representation;
      /** No whole weights, equal or not for interchangeable members, have a sum below this: where it is the sum of the weights, they are of least sum. */
      readonly atLeast: bigint;
      /** The smallest that were found with equal weights for interchangeable members; seldom of a larger sum. */
      readonly equal: Representation;
    }
  | { readonly kind: 'not weighted'; readonly proof: TradingTransform }
  | { readonly kind: 'not applicable'; readonly why: string };

/** What is refused, and when the search for least weights ends with a bound. */
export interface WeightednessOptions {
  /** At most so many classes of interchangeable members. */
  readonly classes?: number;
  /** At most so many nodes of the layers. */
  readonly nodes?: number;
  /** At most so many linear programs on the way to the least sum. */
  readonly branches?: number;
  /** Weights by player that are known to represent the game, to begin with. */
  readonly known?: readonly bigint[];
}

export const WEIGHTEDNESS_LIMITS = { classes: 64, nodes: 200_000, branches: 500 } as const;

/**
 * Whether a game is weighted (von Neumann & Morgenstern 1944). A linear program over all coalitions, exact; each coalition becomes a condition only when
 * weights violate it. The smallest weights: of least sum (Freixas & Molinero 2009; Kurz 2012), with the smallest quota that goes with them. There may
 * be other weights of the same sum (from eight members on); `minimumSumIndex` counts them.
 * @throws TooLargeError beyond the limits.
 */
export function weightednessOf(layers: Layers, options: WeightednessOptions = {}): Weightedness {
  const { classes, nodes, branches } = { ...WEIGHTEDNESS_LIMITS, ...options };
  refuse(layers, classes, nodes);
  if (!isMonotone(layers)) return { kind: 'not applicable', why: NOT_MONOTONE };
  const none = layers.sizes.map((size) => new Array<bigint>(size).fill(0n));
  const { leastWinning, mostLosing } = margin(layers, none);
  if (leastWinning === undefined || mostLosing === undefined) {
    const quota = leastWinning === undefined ? 1n : 0n;
    const constant = { quota, weights: layers.classOf.map(() => 0n), sum: 0n };
    return { kind: 'weighted', representation: constant, atLeast: 0n, equal: constant };
  }
  const proof = contradiction(layers);
  if (proof !== undefined) return { kind: 'not weighted', proof: tradingTransform(layers, proof) };
  const known = options.known && byClass(layers, options.known);
  const { weights, atLeast, equal } = smallestWeights(layers, known, branches);
  return { kind: 'weighted', representation: representation(layers, weights), atLeast, equal: representation(layers, equal) };
}

/** Coalitions that contradict each other whatever the weights, two of each kind where such were found; undefined for a weighted game. */
export function contradiction(layers: Layers): Weighed[] | undefined {
  const { program, price, conditions } = weightProgram(layers, unknownsOf(layers, 'class'));
  const outcome = program.maximise(price);
  if (outcome.kind !== 'unbounded') return undefined;
  const losing = [...conditions.values()].filter(({ wins }) => !wins).map(({ counts }) => counts);
  return shortTrade(layers, losing.reverse()) ?? fromRay(layers, outcome.ray, conditions);
}

/** What the ray of the program of the weights says: so many of these coalitions contradict each other (Farkas 1902). */
export function fromRay(layers: Layers, ray: readonly Share[], conditions: ReadonlyMap<Column, Condition>): Weighed[] {
  return ray.flatMap(({ of, amount }) => {
    if (typeof of !== 'number') return [{ ...conditions.get(of)!, times: amount }];
    // The slack of the last row stands for the coalition of all, which wins.
    return of === layers.sizes.length ? [{ counts: layers.sizes, wins: true, times: amount }] : [];
  });
}

/** By player: the members of a class in their order, the heaviest first. */
export function representation(layers: Layers, weights: ClassWeights): Representation {
  const { mostLosing } = margin(layers, weights);
  const met = layers.sizes.map(() => 0);
  return { quota: (mostLosing ?? -1n) + 1n, weights: layers.classOf.map((c) => weights[c]![met[c]!++]!), sum: sumOf(weights) };
}

/** By class, the heaviest first. */
export function byClass({ classOf, sizes }: Layers, weights: readonly bigint[]): bigint[][] {
  return sizes.map((_, c) => weights.filter((_, player) => classOf[player] === c).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
}
