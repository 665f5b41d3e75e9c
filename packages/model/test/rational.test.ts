import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRational, compareRational, rational, scaleToWhole } from '@casus/model';

const fractions = fc.tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n })).map(([num, den]) => rational(num, den));

describe('a fraction', () => {
  it('is in lowest terms, with the sign above', () => {
    expect(rational(6, 4)).toEqual({ num: 3n, den: 2n });
    expect(rational(6n, -4n)).toEqual({ num: -3n, den: 2n });
    expect(rational(0, -7)).toEqual({ num: 0n, den: 1n });
    expect(rational(5)).toEqual({ num: 5n, den: 1n });
  });

  it('needs a denominator other than zero', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
  });

  it('is exact where a float is not', () => {
    expect(addRational(rational(1, 10), rational(2, 10))).toEqual(rational(3, 10));
    expect(compareRational(rational(10n ** 30n + 1n, 10n ** 30n), rational(1))).toBe(1);
  });
});

describe('fractions', () => {
  it('are added in any order', () => {
    fc.assert(fc.property(fractions, fractions, fractions, (a, b, c) => {
      expect(addRational(a, b)).toEqual(addRational(b, a));
      expect(addRational(addRational(a, b), c)).toEqual(addRational(a, addRational(b, c)));
    }));
  });

  it('are ordered as their values are', () => {
    fc.assert(fc.property(fractions, fractions, fractions, (a, b, c) => {
      expect(compareRational(a, b)).toBe(-compareRational(b, a) || 0);
      expect(compareRational(a, b) === 0).toBe(a.num === b.num && a.den === b.den);
      expect(compareRational(addRational(a, c), addRational(b, c))).toBe(compareRational(a, b));
    }));
  });

  it('become whole numbers in the same proportion, no larger than needed', () => {
    expect(scaleToWhole([rational(1, 2), rational(1, 3), rational(2)])).toEqual({ whole: [3n, 2n, 12n], scale: 6n });
    expect(scaleToWhole([])).toEqual({ whole: [], scale: 1n });
    fc.assert(fc.property(fc.array(fractions, { maxLength: 6 }), (values) => {
      const { whole, scale } = scaleToWhole(values);
      values.forEach((value, i) => expect(rational(whole[i]!, scale)).toEqual(value));
    }));
  });
});
