import type { MinimalProfile } from '../profile.js';
import { report } from './errors.js';
import { createKernel, type Kernel } from './kernel.js';
import { chineseRemainder, primeBelow, primesFor } from './modular.js';
import { logBinomial } from './profile.js';
import { allow, type CountingOptions } from './swings.js';
import { layOut, type Layout, logCoalitions, mostMembers, type WeightedVote } from './vote.js';
import { windowWithout } from './window.js';

/** The minimal winning coalitions, counted, and those with a given member of each class. */
export interface MinimalCounts {
  readonly n: number;
  readonly classOf: readonly number[];
  readonly count: bigint;
  readonly having: readonly bigint[];
}

/**
 * The minimal winning coalitions by size and by member: what the indices of Deegan & Packel (1978) and Holler & Packel (1983) need. Members are taken in order of descending
 * weight; a winning coalition is minimal when it loses without its last member, that is, its weight without that one lies from q - w to q - 1.
 * Limits: rows for each size of coalition, each as long as the lesser of the quota and what remains beside it.
 * @throws WeightedVoteError for a vote that is none; WeightedVoteTooLargeError; StoppedError.
 */
export function minimalProfile(vote: WeightedVote, options: CountingOptions = {}): MinimalProfile {
  const layout = layOut(vote);
  const { count, having } = minimal(layout, true, options);
  return { n: layout.n, classOf: layout.classOf, count, having };
}

/** The same without the sizes, far quicker and smaller: enough for the index of Holler & Packel. @throws as `minimalProfile`. */
export function countMinimal(vote: WeightedVote, options: CountingOptions = {}): MinimalCounts {
  const layout = layOut(vote);
  const { count, having } = minimal(layout, false, options);
  return { n: layout.n, classOf: layout.classOf, count: count[0]!, having: having.map((of) => of[0]!) };
}

/** The weight up to which coalitions have to be counted: those short of the quota, or those that stay out, whichever are lighter. */
const boundOf = ({ total, quota }: Layout): number => Math.min(quota - 1, total - quota);

function minimal(layout: Layout, bySize: boolean, options: CountingOptions): { count: bigint[]; having: bigint[][] } {
  const { n, ascending, weightOf } = layout;
  const players = ascending.length;
  const width = boundOf(layout) + 1;
  const order = bySize ? mostMembers(ascending, width - 1) + 1 : 1;
  // No minimal winning coalition holds another: there are at most C(n, n/2) of them (Sperner 1928).
  const bits = Math.min(logBinomial(players, players) + 0.01, logCoalitions(ascending, width - 1) + Math.log2(players + 1));
  const primes = Array.from({ length: primesFor(bits) }, (_, k) => primeBelow(k));
  const each = players * order * width;
  allow('counting the minimal winning coalitions', 4 * order * width, each * primes.length, options);
  const kernel = createKernel(options.kernel, each * primes.length);
  const results = primes.map((prime, k) => minimalModulo(kernel, layout, { order, bySize, prime }, (done) => report(options.progress, k * each + done, each * primes.length)));
  const whole = chineseRemainder(primes);
  const sizes = bySize ? n + 1 : 1;
  const read = (of: (result: Counts) => number[]): bigint[] => Array.from({ length: sizes }, (_, s) => whole(results.map((result) => of(result)[s]!)));
  return { count: read((result) => result.count), having: weightOf.map((_, one) => read((result) => result.having[one]!)) };
}

interface Task {
  readonly order: number;
  readonly bySize: boolean;
  readonly prime: number;
}

interface Counts {
  readonly count: number[];
  readonly having: number[][];
}

/**
 * Row j, cell x: coalitions of j of the members so far with a weight of at most x. For the member that comes last in a minimal winning coalition, the
 * others of the coalition lie in a window of weights; or else those before it that stay out do, when these are the lighter ones.
 */
function minimalModulo(kernel: Kernel, layout: Layout, { order, bySize, prime }: Task, progress: (done: number) => void): Counts {
  const { n, total, quota, ascending, weightOf } = layout;
  const width = boundOf(layout) + 1;
  const countsOutside = total - quota < quota - 1;
  const counts: Counts = { count: new Array<number>(n + 1).fill(0), having: weightOf.map(() => new Array<number>(n + 1).fill(0)) };
  const classByWeight = new Map(weightOf.map((weight, one) => [weight, one]));
  const seen: number[] = [];
  const found = new Uint32Array(order);
  kernel.clear(4 * order * width);
  kernel.cells().fill(1, 0, width);
  let after = total;
  for (let i = 0; i < ascending.length; i++) {
    const weight = ascending[ascending.length - 1 - i]!;
    const one = classByWeight.get(weight)!;
    after -= weight;
    const upper = countsOutside ? total - quota - after : quota - 1;
    /** Adds a polynomial in the number of those that were counted to counts by size of the coalition. */
    const tell = (to: number[], beside: number): void => {
      for (let j = 0; j < order; j++) {
        const size = !bySize ? 0 : countsOutside ? i + 1 - j : j + 1 + beside;
        if (found[j] !== 0) to[size] = (to[size]! + found[j]!) % prime;
      }
    };
    if (upper >= 0) {
      const rows = { cells: kernel.cells(), width, order, prime };
      windowWithout(rows, upper, weight, 0, found);
      tell(counts.count, 0);
      if (seen.at(-1) !== one) tell(counts.having[one]!, 0);
      for (const other of seen) {
        const its = weightOf[other]!;
        if (!countsOutside && upper < its) continue;
        windowWithout(rows, countsOutside ? upper : upper - its, weight, its, found);
        tell(counts.having[other]!, 1);
      }
    }
    if (seen.at(-1) !== one) seen.push(one);
    const length = width - weight;
    if (length > 0) {
      if (bySize) for (let j = Math.min(order - 1, i + 1); j > 0; j--) kernel.add(j * width + weight, (j - 1) * width, length, prime);
      else kernel.add(weight, 0, length, prime);
    }
    progress((i + 1) * order * width);
  }
  return counts;
}
