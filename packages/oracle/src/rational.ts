/**
 * Exact fractions, as far as the interpreter needs them: sums, products and comparisons on `bigint`.
 */
import type { Rational } from '../../model/src/case.js';

export type { Rational };

/** The fraction `num/den` in lowest terms with a positive denominator. Throws on a zero denominator. */
export function fraction(num: bigint | number, den: bigint | number = 1n): Rational {
  let n = BigInt(num);
  let d = BigInt(den);
  if (d === 0n) throw new RangeError('a fraction with denominator 0');
  if (d < 0n) [n, d] = [-n, -d];
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? { num: n, den: d } : { num: n / a, den: d / a };
}

/** The number 0. */
export const ZERO: Rational = { num: 0n, den: 1n };

/** x + y */
export function plus(x: Rational, y: Rational): Rational {
  return fraction(x.num * y.den + y.num * x.den, x.den * y.den);
}

/** x − y */
export function minus(x: Rational, y: Rational): Rational {
  return fraction(x.num * y.den - y.num * x.den, x.den * y.den);
}

/** x · y */
export function times(x: Rational, y: Rational): Rational {
  return fraction(x.num * y.num, x.den * y.den);
}

/** Negative, 0 or positive as x is less than, equal to or greater than y. */
export function compare(x: Rational, y: Rational): number {
  const difference = x.num * y.den - y.num * x.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether x reaches the threshold: x > y if `strict`, else x ≥ y. */
export function reaches(x: Rational, y: Rational, strict: boolean): boolean {
  return strict ? compare(x, y) > 0 : compare(x, y) >= 0;
}

/** As written: `3`, `1/2`. */
export function show(x: Rational): string {
  return x.den === 1n ? String(x.num) : `${x.num}/${x.den}`;
}
