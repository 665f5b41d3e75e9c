/** Exact fractions. */

/** An exact number as a fraction in lowest terms; `den` > 0. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

/** The greatest common divisor, never negative; of 0 and 0 it is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction num/den in lowest terms. @throws RangeError when `den` is zero. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let n = BigInt(num);
  let d = BigInt(den);
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  if (d < 0n) [n, d] = [-n, -d];
  const g = gcd(n, d) || 1n;
  return { num: n / g, den: d / g };
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

/** The sum. */
export const addRational = (a: Rational, b: Rational): Rational => rational(a.num * b.den + b.num * a.den, a.den * b.den);

/** a - b. */
export const subRational = (a: Rational, b: Rational): Rational => rational(a.num * b.den - b.num * a.den, a.den * b.den);

/** The product. */
export const mulRational = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);

/** a / b. @throws RangeError when `b` is zero. */
export const divRational = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);

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

/** Reads `7`, `-3`, `0.55`, `2/3` or `65 %`, exactly; `undefined` for anything else (a denominator of zero included). */
export function parseRational(text: string): Rational | undefined {
  const parts = /^\s*([+-]?\d[\d_]*)(?:\.(\d+)|\s*\/\s*(\d+))?\s*(%)?\s*$/.exec(text);
  if (parts === null) return undefined;
  const [, whole, decimals, den, percent] = parts;
  const head = whole!.replaceAll('_', '');
  const below = BigInt(den ?? 1) * (percent === undefined ? 1n : 100n);
  if (below === 0n) return undefined;
  if (decimals === undefined) return rational(BigInt(head), below);
  return rational(BigInt(`${head}${decimals}`), below * 10n ** BigInt(decimals.length));
}

/** `7` or `2/3`. */
export const showRational = ({ num, den }: Rational): string => (den === 1n ? `${num}` : `${num}/${den}`);

/** The nearest double, for display and drawing only; beyond its range, infinite or zero. */
export function toNumber({ num, den }: Rational): number {
  const size = num < 0n ? -num : num;
  // A quotient of 64 bits or more; a remainder is one more bit, so that what lies just above the middle of two doubles is not taken for the middle.
  const shift = BigInt(Math.max(0, 64 - (size.toString(2).length - den.toString(2).length)));
  const quotient = (size << shift) / den;
  const scaled = Number((size << shift) % den === 0n ? quotient : quotient | 1n);
  // In two steps, since 2^1024 is beyond the range of a double.
  const half = shift / 2n;
  const value = scaled / 2 ** Number(half) / 2 ** Number(shift - half);
  return num < 0n ? -value : value;
}

/** In decimals, rounded to the nearest (a half away from zero): `decimal(2/3, 4)` is `0.6667`. */
export function decimal({ num, den }: Rational, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const size = num < 0n ? -num : num;
  const rounded = (2n * size * scale + den) / (2n * den);
  const text = rounded.toString().padStart(digits + 1, '0');
  const sign = num < 0n && rounded > 0n ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
