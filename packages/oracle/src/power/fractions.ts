/** The few sums over fractions that the definitions of the indices need. */
import { fraction, plus, ZERO, type Rational } from '../rational.js';

export type { Rational };

/** One number a member; `undefined` where the definition divides by zero, so that the index says nothing of the game. */
export type Index = Rational[] | undefined;

/** x / y. @throws RangeError when y is 0 */
export const over = (x: Rational, y: Rational): Rational => fraction(x.num * y.den, x.den * y.num);

/** Each value over y; `undefined` where y is 0. */
export const eachOver = (values: readonly Rational[], y: Rational): Index => (y.num === 0n ? undefined : values.map(value => over(value, y)));

/** The sum of all. */
export function total(values: Iterable<Rational>): Rational {
  let sum = ZERO;
  for (const value of values) sum = plus(sum, value);
  return sum;
}

/** Each value as its share of the sum of all; `undefined` where the sum is 0. */
export const shares = (values: readonly Rational[]): Index => eachOver(values, total(values));

/** n! */
export function factorial(n: number): bigint {
  return n <= 1 ? 1n : BigInt(n) * factorial(n - 1);
}

/** The value times itself so many times; 1 for none. */
export function power(base: Rational, exponent: number): Rational {
  return fraction(base.num ** BigInt(exponent), base.den ** BigInt(exponent));
}

/** Reads `3`, `-3/4` or `0.25`, as tables write fractions. @throws SyntaxError for anything else. */
export function fractionOf(text: string | number): Rational {
  const [, sign, whole, decimals, den] = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(`${text}`) ?? [];
  if (whole === undefined) throw new SyntaxError(`no fraction: ${text}`);
  const size = decimals === undefined ? fraction(BigInt(whole), BigInt(den ?? 1)) : fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  return sign === '-' ? fraction(-size.num, size.den) : size;
}
