import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTime, AT_ONCE, compareTime, days, daysBetween, INDETERMINATE, NO_LIMIT, rational, type Time } from '@casus/model';

const times: fc.Arbitrary<Time> = fc.oneof(
  fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 24 })).map(([num, den]) => days(rational(num, den))),
  fc.constantFrom(INDETERMINATE, NO_LIMIT),
);

describe('times', () => {
  it('are ordered: days by their number, then indeterminate, then none', () => {
    const ordered = [AT_ONCE, days(rational(1, 24)), days(rational(3)), days(rational(10_000)), INDETERMINATE, NO_LIMIT];
    for (const [i, a] of ordered.entries()) for (const [j, b] of ordered.entries()) expect(Math.sign(compareTime(a, b))).toBe(Math.sign(i - j));
  });

  it('add up exactly, and the vaguer one wins', () => {
    expect(addTime(days(rational(1, 2)), days(rational(1, 3)))).toEqual(days(rational(5, 6)));
    expect(addTime(days(rational(3)), INDETERMINATE)).toEqual(INDETERMINATE);
    expect(addTime(INDETERMINATE, NO_LIMIT)).toEqual(NO_LIMIT);
    expect(addTime(NO_LIMIT, days(rational(3)))).toEqual(NO_LIMIT);
  });

  it('never get sooner by adding, and keep their order', () => {
    fc.assert(fc.property(times, times, times, (a, b, c) => {
      expect(addTime(a, b)).toEqual(addTime(b, a));
      expect(addTime(addTime(a, b), c)).toEqual(addTime(a, addTime(b, c)));
      expect(compareTime(addTime(a, b), a)).toBeGreaterThanOrEqual(0);
      if (compareTime(a, b) <= 0) expect(compareTime(addTime(a, c), addTime(b, c))).toBeLessThanOrEqual(0);
      expect(addTime(a, AT_ONCE)).toEqual(a);
    }));
  });
});

describe('days between dates', () => {
  it('are whole days of the calendar, leap days and the change of clocks notwithstanding', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1);
    expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2);
    expect(daysBetween('2025-08-20', '2025-08-20')).toBe(0);
    expect(daysBetween('2025-08-20', '2024-08-20')).toBe(-365);
  });
});
