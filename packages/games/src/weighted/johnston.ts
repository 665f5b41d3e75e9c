import { type Rational, rational } from '../rational.js';
import { report } from './errors.js';
import { createKernel, type Kernel } from './kernel.js';
import { chineseRemainder, primeBelow, primesFor } from './modular.js';
import { allow, type CountingOptions } from './swings.js';
import { layOut, type Layout, logCoalitions, mostMembers, type WeightedVote } from './vote.js';
import { windowWithout } from './window.js';

/** Winning coalitions in which a member is critical, by how many members are critical in it. */
export interface CriticalProfile {
  readonly n: number;
  readonly classOf: readonly number[];
  /** [class][k]: winning coalitions in which a given member of the class is critical, and k members are in all; k = 0 … n. */
  readonly critical: readonly (readonly bigint[])[];
}

/**
 * The counts for the index of Johnston (1978). In a winning coalition with e votes more than the quota, the members of more than e votes are critical. So for each gap
 * between two weights that follow each other, the coalitions with an excess in the gap are counted by how many of the heavier members they hold.
 * Limits: rows for each number of critical members, each as long as the lighter of the winning coalitions and of what stays outside them.
 * @throws WeightedVoteError for a vote that is none; WeightedVoteTooLargeError; StoppedError.
 */
export function criticalProfile(vote: WeightedVote, options: CountingOptions = {}): CriticalProfile {
  const layout = layOut(vote);
  const { n, classOf, ascending, weightOf, dummies } = layout;
  const shape = shapeOf(layout);
  const { width, order, countsOutside } = shape;
  const bits = countsOutside ? logCoalitions(ascending, width - 1) : ascending.length;
  const primes = Array.from({ length: primesFor(bits) }, (_, k) => primeBelow(k));
  const each = 3 * ascending.length * order * width;
  allow('counting the critical members', 4 * order * width, each * primes.length, options);
  const kernel = createKernel(options.kernel, each * primes.length);
  const results = primes.map((prime, k) => criticalModulo(kernel, layout, shape, prime, (done) => report(options.progress, k * each + done, each * primes.length)));
  const whole = chineseRemainder(primes);
  const free = 1n << BigInt(dummies);
  return { n, classOf, critical: weightOf.map((_, one) => Array.from({ length: n + 1 }, (__, k) => whole(results.map((result) => result[one]![k]!)) * free)) };
}

/**
 * Johnston's index of a member of each class, not normalised: the winning coalitions in which the member is critical, each shared equally among those critical
 * in it. @throws as `criticalProfile`.
 */
export const johnstonScores = (vote: WeightedVote, options: CountingOptions = {}): Rational[] => johnstonOf(criticalProfile(vote, options));

/** The same from the counts. */
export function johnstonOf({ critical }: CriticalProfile): Rational[] {
  return critical.map((counts) => {
    let [num, den] = [0n, 1n];
    counts.forEach((count, k) => {
      if (count === 0n) return;
      ({ num, den } = rational(num * BigInt(k) + count * den, den * BigInt(k)));
    });
    return rational(num, den);
  });
}

interface Shape {
  readonly width: number;
  readonly order: number;
  /** Those that stay out of a coalition are counted, not those in it. */
  readonly countsOutside: boolean;
}

function shapeOf({ total, quota, ascending }: Layout): Shape {
  const [inside, outside] = [Math.min(total, quota + (ascending.at(-1) ?? 1) - 1), total - quota];
  const countsOutside = outside < inside;
  const width = Math.min(inside, outside) + 1;
  return { width, countsOutside, order: mostMembers(ascending, width - 1) + 1 };
}

function criticalModulo(kernel: Kernel, layout: Layout, { width, order, countsOutside }: Shape, prime: number, progress: (done: number) => void): number[][] {
  const { n, total, quota, ascending, weightOf, sizeOf } = layout;
  const critical = weightOf.map(() => new Array<number>(n + 1).fill(0));
  const classes = weightOf.map((weight, one) => ({ weight, one, size: sizeOf[one]! })).filter(({ weight }) => weight > 0).sort((a, b) => a.weight - b.weight);
  const found = new Uint32Array(order);
  let done = 0;
  const told = (): void => progress((done += order * width));
  // Row j, cell x: coalitions with a weight of at most x and j marked members; at first all members are marked.
  kernel.clear(4 * order * width);
  kernel.cells().fill(1, 0, width);
  for (const weight of ascending) {
    for (let j = order - 1; j > 0 && weight < width; j--) kernel.add(j * width + weight, (j - 1) * width, width - weight, prime);
    told();
  }
  let marked = ascending.length;
  let lighter = 0;
  for (const { weight, size, one } of classes) {
    // Excess from `lighter` to `weight` - 1: those of at least `weight` votes are critical.
    const range = weight - lighter;
    const upper = countsOutside ? total - quota - lighter : quota + weight - 1;
    for (const its of classes) {
      if (its.weight < weight || upper < 0 || (!countsOutside && upper < its.weight)) continue;
      const last = countsOutside ? upper : upper - its.weight;
      windowAt(last, range, its.weight);
      for (let j = 0; j < order; j++) {
        const all = countsOutside ? marked - j : j + 1;
        if (found[j] !== 0) critical[its.one]![all] = (critical[its.one]![all]! + found[j]!) % prime;
      }
    }
    for (let k = 0; k < size; k++) {
      unmark(weight);
      told();
      told();
    }
    marked -= sizeOf[one]!;
    lighter = weight;
  }
  return critical;

  /** A window that may reach beyond the last cell, where the sums do not grow any more. */
  function windowAt(last: number, range: number, without: number): void {
    const beyond = Math.max(0, last - (width - 1));
    if (beyond >= range) found.fill(0);
    else windowWithout({ cells: kernel.cells(), width, order, prime }, last - beyond, range - beyond, without, found);
  }

  function unmark(weight: number): void {
    const length = width - weight;
    if (length <= 0) return;
    for (let j = 1; j < order; j++) kernel.subtract(j * width + weight, (j - 1) * width, length, prime);
    for (let j = 0; j < order; j++) kernel.add(j * width + weight, j * width, length, prime);
  }
}
