import { RuleError } from '../errors.js';
import type { SimpleGame } from '../game.js';
import { clopperPearson, hoeffding, type Interval } from './confidence.js';
import { Coalition } from './coalition.js';
import { Random } from './random.js';

/** An estimated probability, and the bounds of its confidence interval. */
export interface Estimated extends Interval {
  readonly value: number;
}

/** Estimates from random samples. They are no exact figures: each comes with bounds. */
export interface Estimate {
  readonly samples: number;
  readonly seed: number;
  /** The confidence with which each true figure lies between its bounds (Clopper–Pearson): of 0.95, one in twenty may lie outside. */
  readonly level: number;
  /** With the same confidence all members' figures at once are off by no more than this (Hoeffding). */
  readonly within: number;
  /** In the order of the players. */
  readonly members: readonly Estimated[];
  /** The probability that the decision is carried, where the method estimates it. */
  readonly acts?: Estimated;
  readonly method: string;
}

export interface SamplingOptions {
  /** Where the random numbers start: the same seed, the same estimates. 1 unless told. */
  readonly seed?: number;
  /** Above 0 and below 1; 0.95 unless told. */
  readonly level?: number;
  /** How many samples; 100,000 unless told. */
  readonly samples?: number;
}

/** How many samples lie between two looks at the estimate. */
const BATCH = 4096;

/**
 * Estimates of the absolute Banzhaf index, better and better without end: each look is one step of the iterator, after 4,096 samples more; whoever has seen
 * enough stops. A sample is a coalition by the toss of coins, or with probability `yes[i]` of player i; a player is decisive in it if the outcome turns with it.
 *
 * Y. Bachrach, E. Markakis, E. Resnick, A. D. Procaccia, J. S. Rosenschein & A. Saberi, "Approximating power indices: theoretical and empirical analysis",
 * Autonomous Agents and Multi-Agent Systems 20 (2010) 105–122.
 *
 * @throws RuleError for figures that make no sense
 */
export function sampleBanzhaf(game: SimpleGame, options: SamplingOptions = {}, yes?: readonly number[]): Generator<Estimate, never> {
  const n = game.players.length;
  if (yes !== undefined && (yes.length !== n || yes.some((p) => !(p >= 0 && p <= 1)))) throw new RuleError(`${n} players need as many probabilities from 0 to 1`);
  const coalition = new Coalition(game);
  return sampling(game, options, `random coalitions${yes === undefined ? '' : ', with given probabilities'}`, true, (random, hits) => {
    for (let player = 0, word = 0; player < n; player++) {
      if (yes !== undefined) coalition.set(player, random.unit() < yes[player]!);
      else {
        if (player % 32 === 0) word = random.word();
        coalition.set(player, ((word >>> player % 32) & 1) === 1);
      }
    }
    const { wins } = coalition;
    for (let player = 0; player < n; player++) if (coalition.winsIfMoved(player) !== wins) hits[player]!++;
    return wins;
  });
}

/**
 * Estimates of the Shapley–Shubik index, better and better without end; see `sampleBanzhaf`. A sample is an order of the players; a player is decisive in it if
 * it turns defeat into victory by joining those before it.
 *
 * J. Castro, D. Gómez & J. Tejada, "Polynomial calculation of the Shapley value based on sampling", Computers & Operations Research 36 (2009) 1726–1730.
 */
export function sampleShapley(game: SimpleGame, options: SamplingOptions = {}): Generator<Estimate, never> {
  const n = game.players.length;
  const coalition = new Coalition(game);
  const order = Uint32Array.from({ length: n }, (_, player) => player);
  return sampling(game, options, 'random orders', false, (random, hits) => {
    for (let player = 0; player < n; player++) coalition.set(player, false);
    let wins = coalition.wins;
    for (let at = 0; at < n; at++) {
      // The next of a random order (Fisher & Yates 1938; Durstenfeld 1964).
      const other = at + random.below(n - at);
      const next = order[other]!;
      order[other] = order[at]!;
      order[at] = next;
      coalition.set(next, true);
      const now = coalition.wins;
      if (now && !wins) hits[next]!++;
      wins = now;
    }
    return wins;
  });
}

/** `sampleBanzhaf`, of so many samples. */
export const estimateBanzhaf = (game: SimpleGame, options: SamplingOptions = {}, yes?: readonly number[]): Estimate =>
  upTo(options, (counted) => sampleBanzhaf(game, counted, yes));

/** `sampleShapley`, of so many samples. */
export const estimateShapley = (game: SimpleGame, options: SamplingOptions = {}): Estimate => upTo(options, (counted) => sampleShapley(game, counted));

function sampling({ players }: SimpleGame, { seed = 1, level = 0.95, samples }: SamplingOptions, method: string, actsToo: boolean, draw: (random: Random, hits: Float64Array) => boolean): Generator<Estimate, never> {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RuleError(`a seed is a whole number from 0, not ${seed}`);
  if (!(level > 0 && level < 1)) throw new RuleError(`a level of confidence is above 0 and below 1, not ${level}`);
  if (samples !== undefined && !(Number.isSafeInteger(samples) && samples > 0)) throw new RuleError(`the number of samples is a whole number above 0, not ${samples}`);
  const random = new Random(seed);
  const hits = new Float64Array(players.length);
  return (function* (): Generator<Estimate, never> {
    let carried = 0;
    for (let done = 0; ; ) {
      // The last batch of a given number of samples may be smaller.
      const batch = samples === undefined || samples - done >= BATCH || samples <= done ? BATCH : samples - done;
      for (let i = 0; i < batch; i++) if (draw(random, hits)) carried++;
      done += batch;
      const of = (number: number): Estimated => ({ value: number / done, ...clopperPearson(number, done, level) });
      yield { samples: done, seed, level, within: hoeffding(done, players.length, level), members: Array.from(hits, of), ...(actsToo ? { acts: of(carried) } : {}), method: `Monte Carlo: ${method}` };
    }
  })();
}

function upTo({ samples = 100_000, ...options }: SamplingOptions, sample: (options: SamplingOptions) => Generator<Estimate, never>): Estimate {
  const estimates = sample({ ...options, samples });
  for (;;) {
    const { value } = estimates.next();
    if (value.samples >= samples) return value;
  }
}
