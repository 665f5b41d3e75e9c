import type { Rational } from './case.js';

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The fraction num/den in lowest terms. @throws RangeError when `den` is zero. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let n = BigInt(num);
  let d = BigInt(den);
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  if (d < 0n) [n, d] = [-n, -d];
  const g = gcd(n, d) || 1n;
  return { num: n / g, den: d / g };
}

/** The sum. */
export const addRational = (a: Rational, b: Rational): Rational => rational(a.num * b.den + b.num * a.den, a.den * b.den);

/** Negative when a < b, zero when equal, positive when a > b. */
export const compareRational = (a: Rational, b: Rational): number => {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Whole numbers in the same proportion: every value times the least common denominator, and that denominator. */
export function scaleToWhole(values: readonly Rational[]): { readonly whole: bigint[]; readonly scale: bigint } {
  let scale = 1n;
  for (const { den } of values) scale = (scale / gcd(scale, den)) * den;
  return { whole: values.map(({ num, den }) => num * (scale / den)), scale };
}
