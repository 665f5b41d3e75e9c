import { count, bytesOf, additionsOf, type CountingPass } from './counting.js';
import { type Progress, WeightedVoteTooLargeError } from './errors.js';
import { createKernel, type Kernel } from './kernel.js';
import { chineseRemainder, primeBelow, primesFor } from './modular.js';
import { type Layout, layOut, logCoalitions, type WeightedVote } from './vote.js';

/** What exact counting may take, and how it tells progress. */
export interface CountingOptions {
  readonly progress?: Progress;
  /** Bytes for rows of counts; 500 million unless told. */
  readonly maxBytes?: number;
  /** Elementary additions; 10^12 unless told. */
  readonly maxAdditions?: number;
  /** WebAssembly with vectors, or plain loops; the engine chooses unless told. The results are the same. */
  readonly kernel?: Kernel['kind'];
}

const MAX_BYTES = 500e6;
const MAX_ADDITIONS = 1e12;

/** @throws WeightedVoteTooLargeError when it would take more than allowed. */
export function allow(what: string, bytes: number, additions: number, options: CountingOptions): void {
  const { maxBytes = MAX_BYTES, maxAdditions = MAX_ADDITIONS } = options;
  if (bytes > maxBytes) throw new WeightedVoteTooLargeError(what, bytes, maxBytes, 'bytes');
  if (additions > maxAdditions) throw new WeightedVoteTooLargeError(what, additions, maxAdditions, 'additions');
}

/** How many coalitions win, and how many each member turns from losing to winning: Banzhaf's raw counts (Penrose 1946; Banzhaf 1965). */
export interface SwingCounts {
  readonly quota: number;
  readonly n: number;
  readonly classOf: readonly number[];
  readonly winning: bigint;
  /** [class]: coalitions of others that lose, and win with a given member of the class. */
  readonly swings: readonly bigint[];
  /** Additions of one cell to another that it took, for all quotas together. */
  readonly additions: number;
}

/**
 * Winning coalitions and every member's swings, exact, from one counting pass for each prime needed.
 * @throws WeightedVoteError for a vote that is none; WeightedVoteTooLargeError; StoppedError.
 */
export const countSwings = (vote: WeightedVote, options: CountingOptions = {}): SwingCounts => sweepQuotas(vote.weights, [vote.quota], options)[0]!;

/**
 * The same for several quotas at once, from the same passes: how the power of members moves when the quota does (Leech 2003).
 * @throws as `countSwings`, for any of the quotas.
 */
export function sweepQuotas(weights: readonly number[], quotas: readonly number[], options: CountingOptions = {}): SwingCounts[] {
  const layouts = quotas.map((quota) => layOut({ quota, weights }));
  if (layouts.length === 0) return [];
  const { ascending, weightOf } = layouts[0]!;
  const lower = layouts.map(({ quota, blocking }) => Math.min(quota, blocking));
  const primes = Array.from({ length: primesFor(logCoalitions(ascending, Math.max(...lower) - 1)) }, (_, k) => primeBelow(k));
  const plan = { ascending, quotas: lower, asked: weightOf, order: 1, wrap: 1 };
  const each = additionsOf(plan);
  allow('counting the swings', bytesOf(plan), each * primes.length, options);
  const kernel = createKernel(options.kernel, each * primes.length);
  const passes = primes.map((prime, k) => {
    const pass: CountingPass = { ...plan, prime };
    return count(pass, (done) => options.progress?.(k * each + done, primes.length * each), kernel);
  });
  const whole = chineseRemainder(primes);
  const at = (index: number): bigint => whole(passes.map(({ residues }) => residues[index]!));
  const additions = passes.reduce((sum, pass) => sum + pass.additions, 0);
  return layouts.map((layout, k) => {
    const first = k * (weightOf.length + 1);
    const free = 1n << BigInt(layout.dummies);
    return {
      quota: quotas[k]!, n: layout.n, classOf: layout.classOf, additions,
      winning: winningOf(layout, at(first + weightOf.length)) * free,
      swings: weightOf.map((_, one) => at(first + one) * free),
    };
  });
}

/** From those that lose by the lower of the two quotas; where that is the blocking one, a coalition loses by it when those outside it win. */
const winningOf = ({ quota, blocking, ascending }: Layout, losing: bigint): bigint => (quota <= blocking ? (1n << BigInt(ascending.length)) - losing : losing);
