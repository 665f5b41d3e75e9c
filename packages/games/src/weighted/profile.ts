import type { Profile } from '../profile.js';
import { additionsOf, bytesOf, count, type CountingPass, type CountingResult } from './counting.js';
import { createKernel } from './kernel.js';
import { chineseRemainder, inverseMod, mulMod, powMod, primeBelow, primesFor, residue } from './modular.js';
import { allow, type CountingOptions } from './swings.js';
import { layOut, type Layout, logCoalitions, mostMembers, type WeightedVote } from './vote.js';

/**
 * Passes that together tell how often each member swings, by the size of the coalition. They do not depend on each other: they may be done in any
 * order, also by several workers, each with a kernel of its own.
 */
export interface ProfilePlan {
  readonly layout: Layout;
  readonly passes: readonly CountingPass[];
  /** Additions, and bytes for one pass at a time. */
  readonly additions: number;
  readonly bytes: number;
}

export interface ProfileOptions extends CountingOptions {
  /** Bytes for one pass; 200 million unless told. Fewer bytes, more passes. */
  readonly bytesPerPass?: number;
}

/**
 * How a profile is counted. The number of coalitions of s others that a member turns is the coefficient of t^s of a polynomial; with t^order = T the
 * coefficients fall into `order` polynomials in T of a low degree, which are found from their values at small whole T, modulo primes. Where T is 2 or
 * more, a pass that goes up to the greater of the quota and the blocking quota tells the values at T and at 1/T: the dual game has the swings in reverse order of size.
 * @throws WeightedVoteError for a vote that is none; WeightedVoteTooLargeError.
 */
export function planProfile(vote: WeightedVote, options: ProfileOptions = {}): ProfilePlan {
  const layout = layOut(vote);
  const { ascending, quota, blocking, weightOf } = layout;
  const lower = Math.min(quota, blocking);
  const most = mostMembers(ascending, lower - 1);
  const primes = Array.from({ length: primesFor(Math.min(logCoalitions(ascending, lower - 1), logBinomial(ascending.length - 1, most) + 0.01)) }, (_, k) => primeBelow(k));
  const bytesPerPass = options.bytesPerPass ?? 200e6;
  const plans = [1, 2, 4, 8, 16].flatMap((part) => [false, true].map((inPairs) => valuesFor(layout, most + 1, inPairs, bytesPerPass / part)));
  const values = plans.reduce((best, one) => (sum(one, costOf) < sum(best, costOf) ? one : best));
  const passes = primes.flatMap((prime) => values.map((one) => ({ ...one, asked: weightOf, prime })));
  const [additions, bytes] = [sum(passes, additionsOf), Math.max(...values.map(bytesOf))];
  allow('counting the swings by size', bytes, additions, options);
  return { layout, passes, additions, bytes };
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((total, item) => total + of(item), 0);

type Value = Pick<CountingPass, 'ascending' | 'quotas' | 'order' | 'wrap'>;

/** About what fits a processor's cache next to what else is there. */
const CACHE = 32e6;

/** Additions, weighed by what was measured: a third more where a row is multiplied as it is added, and a fifth more where the rows do not fit the cache. */
const costOf = (value: Value): number => additionsOf(value) * (1 + (Math.abs(value.wrap) > 1 ? 0.35 / value.order : 0)) * (bytesOf(value) > CACHE ? 1.2 : 1);

/** The passes for one prime, so that `coefficients` can be told apart. */
function valuesFor({ ascending, quota, blocking }: Layout, coefficients: number, inPairs: boolean, bytes: number): Value[] {
  const lower = Math.min(quota, blocking);
  const upper = Math.max(quota, blocking);
  const longest = Math.max(1, Math.floor(bytes / (4 * (inPairs ? upper : lower))) - 1);
  const values = Math.ceil(coefficients / longest);
  const order = Math.ceil(coefficients / values);
  const passes: Value[] = [];
  let found = 0;
  for (let k = 0; found < values; k++) {
    const wrap = wrapAt(k);
    const pair = inPairs && Math.abs(wrap) > 1 && found + 1 < values;
    passes.push({ ascending, quotas: pair ? [lower, upper] : [lower], order, wrap });
    found += pair ? 2 : 1;
  }
  return passes;
}

/** 1, -1, 0, 2, -2, 3, -3, …: the first two let half a row stand for the whole, and 0 needs no multiplication. */
const wrapAt = (k: number): number => (k < 2 ? 1 - 2 * k : k === 2 ? 0 : (k % 2 === 0 ? -1 : 1) * ((k + 1) >> 1));

/** log2 of the greatest binomial coefficient of n over at most `most`. */
export function logBinomial(n: number, most: number): number {
  let log = 0;
  for (let k = 1; k <= Math.min(most, n >> 1); k++) log += Math.log2((n - k + 1) / k);
  return log;
}

/** The profile from the results of all passes of a plan, in their order. */
export function profileFrom({ layout, passes }: ProfilePlan, results: readonly Pick<CountingResult, 'residues'>[]): Profile {
  const { n, classOf, weightOf, ascending, quota, blocking, dummies } = layout;
  const primes = [...new Set(passes.map(({ prime }) => prime))];
  const each = passes.length / primes.length;
  const remainders = primes.map((_, k) => coefficientsModulo(passes.slice(k * each, (k + 1) * each), results.slice(k * each, (k + 1) * each), weightOf.length, ascending.length));
  const whole = chineseRemainder(primes);
  const length = ascending.length;
  const factors = power(dummies);
  const swings = weightOf.map((weight, one) => {
    if (weight === 0) return new Array<bigint>(n).fill(0n);
    const counts = Array.from({ length }, (_, s) => (s < remainders[0]![one]!.length ? whole(remainders.map((polynomials) => polynomials[one]![s]!)) : 0n));
    return multiply(quota <= blocking ? counts : counts.reverse(), factors);
  });
  return { n, classOf, winning: winningFrom(n, swings, layout.sizeOf), swings };
}

/** [class][s] modulo the prime of the passes. */
function coefficientsModulo(passes: readonly CountingPass[], results: readonly Pick<CountingResult, 'residues'>[], classes: number, players: number): number[][] {
  const { prime, order } = passes[0]!;
  const points: number[] = [];
  const places: { pass: number; half: 0 | 1 }[] = [];
  passes.forEach(({ wrap, quotas }, pass) => {
    const point = residue(wrap, prime);
    points.push(point);
    places.push({ pass, half: 0 });
    if (quotas.length === 2) {
      points.push(inverseMod(point, prime));
      places.push({ pass, half: 1 });
    }
  });
  const inverse = interpolation(points, prime);
  return Array.from({ length: classes }, (_, one) => {
    const coefficients = new Array<number>(order * points.length).fill(0);
    for (let j = 0; j < order; j++) {
      const values = places.map(({ pass, half }, v) => {
        const { residues } = results[pass]!;
        if (half === 0) return residues[one * order + j]!;
        // The swings of the dual game by size s are those of the game by size players - 1 - s.
        const turned = players - 1 - j;
        const image = ((turned % order) + order) % order;
        const rounds = Math.floor(turned / order);
        const power = powMod(rounds >= 0 ? points[v]! : points[v - 1]!, Math.abs(rounds), prime);
        return mulMod(residues[(classes + 1 + one) * order + image]!, power, prime);
      });
      for (let k = 0; k < points.length; k++) coefficients[j + order * k] = values.reduce((total, value, v) => (total + mulMod(value, inverse[v]![k]!, prime)) % prime, 0);
    }
    return coefficients;
  });
}

/** [v][k]: the coefficient of T^k of the polynomial that is 1 at the v-th point and 0 at the others (Lagrange). */
function interpolation(points: readonly number[], prime: number): number[][] {
  return points.map((point, v) => {
    let polynomial = [1];
    points.forEach((other, u) => {
      if (u === v) return;
      const scale = inverseMod(residue(point - other, prime), prime);
      const next = new Array<number>(polynomial.length + 1).fill(0);
      polynomial.forEach((coefficient, k) => {
        const scaled = mulMod(coefficient, scale, prime);
        next[k + 1] = (next[k + 1]! + scaled) % prime;
        next[k] = (next[k]! + prime - mulMod(scaled, other, prime)) % prime;
      });
      polynomial = next;
    });
    return polynomial;
  });
}

/** The binomial coefficients of n. */
export function power(n: number): bigint[] {
  const row = [1n];
  for (let k = 1; k <= n; k++) row.push((row[k - 1]! * BigInt(n - k + 1)) / BigInt(k));
  return row;
}

function multiply(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const product = new Array<bigint>(a.length + b.length - 1).fill(0n);
  a.forEach((x, i) => x !== 0n && b.forEach((y, j) => (product[i + j]! += x * y)));
  return product;
}

/**
 * Winning coalitions by size, from the swings: all pairs of a coalition of s and a member outside it, where the larger one wins, are (s + 1) winning[s + 1]; those
 * of them where the smaller one wins already are (n - s) winning[s]. That these divide without rest, up to the one coalition of everybody, is a check of all
 * swings together.
 */
function winningFrom(n: number, swings: readonly (readonly bigint[])[], sizeOf: readonly number[]): bigint[] {
  const winning = [0n];
  for (let s = 0; s < n; s++) {
    const turned = swings.reduce((total, counts, one) => total + BigInt(sizeOf[one]!) * counts[s]!, 0n);
    const pairs = BigInt(n - s) * winning[s]! + turned;
    if (pairs % BigInt(s + 1) !== 0n) throw new Error('the swings of a weighted vote do not agree with one another: a mistake in the counting');
    winning.push(pairs / BigInt(s + 1));
  }
  if (winning[n] !== 1n) throw new Error('the swings of a weighted vote do not lead to the coalition of everybody: a mistake in the counting');
  return winning;
}

/**
 * The profile of a weighted vote: all that semivalues need (Shapley–Shubik 1954, Banzhaf's and others), exact, in one thread.
 * @throws WeightedVoteError for a vote that is none; WeightedVoteTooLargeError; StoppedError.
 */
export function weightedProfile(vote: WeightedVote, options: ProfileOptions = {}): { readonly profile: Profile; readonly additions: number } {
  const plan = planProfile(vote, options);
  const kernel = createKernel(options.kernel, plan.additions);
  let before = 0;
  const results = plan.passes.map((pass) => {
    const result = count(pass, (done) => options.progress?.(before + done, plan.additions), kernel);
    before += result.additions;
    return result;
  });
  return { profile: profileFrom(plan, results), additions: before };
}
