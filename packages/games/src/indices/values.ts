import { addRational, divRational, rational, ZERO, type Rational } from '../rational.js';

/** One number a player, in the order of the game's players. */
export type Values = readonly Rational[];

/** Anything counted by classes of interchangeable players. */
export interface Classed {
  readonly classOf: readonly number[];
}

/** A value for each class, worked out once, given to each of its players. */
export function perPlayer({ classOf }: Classed, valueOf: (cls: number) => Rational): Values {
  const known = new Map<number, Rational>();
  return classOf.map((cls) => {
    let value = known.get(cls);
    if (value === undefined) known.set(cls, (value = valueOf(cls)));
    return value;
  });
}

/** The sum of values, exactly. */
export const total = (values: Values): Rational => values.reduce(addRational, ZERO);

/** The values divided by their sum; `undefined` where that is zero. */
export function shares(values: Values): Values | undefined {
  const sum = total(values);
  return sum.num === 0n ? undefined : values.map((value) => divRational(value, sum));
}

/** The sum of counts. */
export const add = (counts: readonly bigint[]): bigint => counts.reduce((sum, count) => sum + count, 0n);

/** Σ counts[s] · weight(s), where a weight is asked for only if its count is not zero; over one common denominator. */
export function weighted(counts: readonly bigint[], weight: (s: number) => Rational): Rational {
  return counts.reduce((sum, count, s) => {
    if (count === 0n) return sum;
    const { num, den } = weight(s);
    return addRational(sum, rational(num * count, den));
  }, ZERO);
}

/** n!, n-1!, … 0!, as a list by n. */
export function factorials(n: number): bigint[] {
  const found = [1n];
  for (let k = 1; k <= n; k++) found.push(found[k - 1]! * BigInt(k));
  return found;
}

/** The row of binomial coefficients C(n, 0) … C(n, n). */
export function binomials(n: number): bigint[] {
  const row = [1n];
  for (let k = 1; k <= n; k++) row.push((row[k - 1]! * BigInt(n - k + 1)) / BigInt(k));
  return row;
}
