import { allow, type CountingOptions } from './swings.js';
import { report } from './errors.js';
import { gaussLegendre, type Node } from './gauss.js';
import { createKernel, type Kernel } from './kernel.js';
import { layOut, type Layout, type WeightedVote } from './vote.js';

/** A number known to lie within `error` of `value`, proven, not estimated. */
export interface Certified {
  readonly value: number;
  readonly error: number;
}

/** Half the distance from 1 to the next double. */
const UNIT = 2 ** -53;

/**
 * The Shapley–Shubik index of a member of each class in certified decimals: far less work than exact fractions. The index is the integral over 0 ≤ p ≤ 1
 * of the chance f(p) to turn the vote when everybody else votes yes with the chance p (Owen 1972, the multilinear extension; Leech 2003 for large
 * bodies). f is a polynomial, of a degree below the number of members, so Gauss–Legendre quadrature with half as many nodes is exact but for rounding.
 *
 * The bound on the rounding. Nothing is ever subtracted in the rows of counts, so each cell is off by at most 2n roundings, relatively. Sums of cells are
 * kept in two doubles, so a window W_k of cells, as a difference of sums, is off by little more. The swings at the odds t are W_0 - t(W_1 - t(W_2 - …)), where no partial result
 * exceeds its W_k (it counts part of what W_k counts): it is off by at most (2n + 8) roundings of Σ t^k W_k, which is added up beside it. Nodes above 1/2 are those below for the
 * blocking quota, so t ≤ 1 always. Odds and weights of the nodes are exact to one rounding, which moves a value by at most n + 2 roundings.
 * @throws WeightedVoteError for a vote that is none; WeightedVoteTooLargeError; StoppedError.
 */
export function certifiedShapleyShubik(vote: WeightedVote, options: CountingOptions = {}): Certified[] {
  const layout = layOut(vote);
  const { ascending, weightOf, quota, blocking } = layout;
  const players = ascending.length;
  const cells = Math.max(quota, blocking);
  let each = 0;
  ascending.reduce((reach, weight) => {
    each += Math.max(0, Math.min(reach + weight, cells - 1) - weight + 1);
    return reach + weight;
  }, 0);
  const nodes = gaussLegendre(Math.ceil(players / 2), players - 1);
  allow('the certified decimals of the Shapley–Shubik index', 16 * cells, each * nodes.length, options);
  const kernel = createKernel(options.kernel, each * nodes.length);
  const value = weightOf.map(() => 0);
  const error = weightOf.map(() => 0);
  nodes.forEach((node, k) => {
    fill(kernel, layout, cells, node.odds, (done) => report(options.progress, k * each + done, nodes.length * each));
    sumInTwo(kernel.doubles(), cells);
    weightOf.forEach((weight, one) => {
      if (weight === 0) return;
      for (const needed of node.middle ? [quota] : [quota, blocking]) {
        const { swings, absolute, outer } = swingsAt(kernel.doubles(), cells, needed, weight, node.odds);
        value[one]! += node.share * swings;
        error[one]! += node.share * ((2 * players + 8) * UNIT * absolute + (players + 2) * UNIT * swings + outer);
      }
    });
  });
  // The sum over the nodes, and the rounding of the bounds themselves.
  return value.map((sum, one) => ({ value: sum, error: weightOf[one] === 0 ? 0 : 1.01 * (error[one]! + (players + 2) * UNIT * sum) + 2 ** -900 }));
}

/** Cell x: the sum of t^size over the coalitions with the weight x. */
function fill(kernel: Kernel, { ascending }: Layout, cells: number, odds: Node['odds'], progress: (done: number) => void): void {
  kernel.clear(16 * cells);
  kernel.doubles()[0] = 1;
  let [reach, done] = [0, 0];
  for (const weight of ascending) {
    reach += weight;
    const length = Math.min(reach, cells - 1) - weight + 1;
    if (length <= 0) continue;
    kernel.addShare(weight, 0, length, odds);
    progress((done += length));
  }
}

/** The cells become sums up to there, and `cells` further on lies what the doubles of the sums dropped (Dekker 1971; Knuth's sum with its error). */
function sumInTwo(rows: Float64Array, cells: number): void {
  let [high, low] = [0, 0];
  for (let x = 0; x < cells; x++) {
    const cell = rows[x]!;
    const sum = high + cell;
    const back = sum - high;
    low += high - (sum - back) + (cell - back);
    high = sum + low;
    low -= high - sum;
    rows[x] = high;
    rows[cells + x] = low;
  }
}

/** The swings at odds t, the same with all terms added, and how far the sums of cells may be off in it. */
function swingsAt(rows: Float64Array, cells: number, quota: number, weight: number, odds: number): { swings: number; absolute: number; outer: number } {
  let [swings, absolute, windows] = [0, 0, 0];
  for (let x = (quota - 1) % weight; x < quota; x += weight) {
    let window = rows[x]!;
    if (x >= weight) window = window - rows[x - weight]! + (rows[cells + x]! - rows[cells + x - weight]!);
    else window += rows[cells + x]!;
    swings = window - odds * swings;
    absolute = window + odds * absolute;
    windows++;
  }
  return { swings, absolute, outer: 8 * cells * windows * UNIT * UNIT * rows[quota - 1]! };
}

/** As many decimals as are certain, at most 15: the value rounded so that every number within the error rounds to the same. */
export function certainDecimals({ value, error }: Certified): string {
  for (let digits = 15; digits > 0; digits--) {
    const text = Math.max(0, value - error).toFixed(digits);
    if (text === (value + error).toFixed(digits)) return text;
  }
  return value.toFixed(0);
}
