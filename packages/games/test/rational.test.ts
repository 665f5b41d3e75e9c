import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRational, decimal, parseRational, rational, showRational, subRational, toNumber, type Rational } from '../src/index.js';

/** The fraction that a double is. */
const fractionOf = (value: number): Rational => rational(BigInt(value * 2 ** 80), 2n ** 80n);
const size = ({ num, den }: Rational): Rational => ({ num: num < 0n ? -num : num, den });

describe('the nearest double of a fraction', () => {
  it('is no further away than its neighbours', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }), (num, den) => {
      const exact = rational(num, den);
      const found = toNumber(exact);
      fc.pre(Math.abs(found) < 2 ** 40 && Math.abs(found) > 2 ** -20);
      const away = size(subRational(fractionOf(found), exact));
      for (const other of [found * (1 - 2 ** -53), found * (1 + 2 ** -52)]) expect(compareRational(away, size(subRational(fractionOf(other), exact)))).toBeLessThanOrEqual(0);
    }));
  });

  it('goes up just above the middle of two doubles, however little', () => {
    expect(toNumber(rational(2n ** 53n + 1n, 2n ** 53n))).toBe(1);
    expect(toNumber(rational(2n ** 200n + 2n ** 147n + 1n, 2n ** 200n))).toBe(1 + 2 ** -52);
  });

  it('reaches the smallest doubles, and infinity beyond the greatest', () => {
    expect(toNumber(rational(1n, 2n ** 1020n))).toBe(2 ** -1020);
    expect(toNumber(rational(-1n, 2n ** 1020n))).toBe(-(2 ** -1020));
    expect(toNumber(rational(2n ** 1030n))).toBe(Infinity);
    expect(toNumber(rational(0))).toBe(0);
  });
});

describe('fractions as text', () => {
  it.each([['7', '7'], ['-3', '-3'], ['0.55', '11/20'], ['2/3', '2/3'], ['65 %', '13/20'], ['-0.5', '-1/2'], ['1_000', '1000']])('%s is %s', (text, shown) => expect(showRational(parseRational(text)!)).toBe(shown));
  it.each(['', '1/0', '1e3', 'x', '1/2/3', '.5'])('%s is none', (text) => expect(parseRational(text)).toBeUndefined());
  it('in decimals are rounded to the nearest, halves away from zero', () => {
    expect([decimal(rational(2, 3), 4), decimal(rational(1, 8), 2), decimal(rational(-1, 8), 2), decimal(rational(-1, 1000), 2), decimal(rational(5, 2), 0)]).toEqual(['0.6667', '0.13', '-0.13', '0.00', '3']);
  });
});
