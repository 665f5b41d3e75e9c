import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnProgram, type Column, type Outcome } from '../../src/linear/columns.js';
import { best } from './tableau.js';

const column = (gain: number, ...entries: number[]): Column => ({ gain: BigInt(gain), entries: entries.map(BigInt) });

/** Hands out the columns one at a time, the first that the prices fall short of. */
const oneByOne = (columns: readonly Column[]) => (prices: readonly bigint[], scale: bigint) => {
  const found = columns.find(({ entries, gain }) => entries.reduce((sum, entry, i) => sum + entry * prices[i]!, 0n) < gain * scale);
  return found === undefined ? [] : [found];
};

/** Checks what an outcome claims against all columns: feasible on both sides, equal in value; or a ray. */
function check(bounds: readonly bigint[], columns: readonly Column[], outcome: Outcome): void {
  const used = (shares: readonly { of: Column | number; amount: bigint }[], row: number): bigint =>
    shares.reduce((sum, { of, amount }) => sum + (typeof of === 'number' ? (of === row ? amount : 0n) : amount * of.entries[row]!), 0n);
  const gained = (shares: readonly { of: Column | number; amount: bigint }[]): bigint => shares.reduce((sum, { of, amount }) => (typeof of === 'number' ? sum : sum + amount * of.gain), 0n);
  if (outcome.kind === 'above') throw new Error('no limit was set');
  if (outcome.kind === 'unbounded') {
    expect(outcome.ray.every(({ amount }) => amount > 0n)).toBe(true);
    bounds.forEach((_, row) => expect(used(outcome.ray, row)).toBe(0n));
    expect(gained(outcome.ray) > 0n).toBe(true);
    return;
  }
  const { prices, scale, value, shares } = outcome;
  bounds.forEach((bound, row) => expect(used(shares, row)).toBe(bound * scale));
  expect(gained(shares)).toBe(value);
  expect(prices.every((price) => price >= 0n)).toBe(true);
  expect(prices.reduce((sum, price, i) => sum + price * bounds[i]!, 0n)).toBe(value);
  for (const { entries, gain } of columns) expect(entries.reduce((sum, entry, i) => sum + entry * prices[i]!, 0n) >= gain * scale).toBe(true);
}

describe('linear programs by columns', () => {
  it('solve the textbook program (Dantzig): 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18', () => {
    const columns = [column(3, 1, 0, 3), column(5, 0, 2, 2)];
    const outcome = new ColumnProgram([4n, 12n, 18n]).maximise(oneByOne(columns));
    check([4n, 12n, 18n], columns, outcome);
    expect(outcome.kind === 'optimal' && outcome.value / outcome.scale).toBe(36n);
  });

  it('end on the program on which the plain rule runs in circles (Beale 1955)', () => {
    const columns = [column(75, 25, 50, 0), column(-15000, -6000, -9000, 0), column(2, -4, -2, 100), column(-600, 900, 300, 0)];
    const outcome = new ColumnProgram([0n, 0n, 100n]).maximise(oneByOne(columns));
    check([0n, 0n, 100n], columns, outcome);
  });

  it('stop above a limit', () => {
    expect(new ColumnProgram([10n]).maximise(oneByOne([column(1, 1)]), 9n)).toEqual({ kind: 'above' });
    expect(new ColumnProgram([10n]).maximise(oneByOne([column(1, 1)]), 10n).kind).toBe('optimal');
  });

  it('refuse negative bounds', () => {
    expect(() => new ColumnProgram([1n, -1n])).toThrow(RangeError);
  });

  it('a copy goes its own way', () => {
    const first = new ColumnProgram([6n]);
    first.add(column(1, 1));
    const second = first.copy();
    second.add(column(3, 2));
    const value = (program: ColumnProgram): number => {
      const outcome = program.maximise(() => []);
      return outcome.kind === 'optimal' ? Number(outcome.value) / Number(outcome.scale) : NaN;
    };
    expect([value(second), value(first)]).toEqual([9, 6]);
  });

  it('agree with a plain tableau on programs of any kind, and prove what they say', () => {
    const entry = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((rows) => fc.tuple(fc.array(fc.nat(5), { minLength: rows, maxLength: rows }), fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.array(entry, { minLength: rows, maxLength: rows })), { maxLength: 9 }))),
        ([bounds, raw]) => {
          const columns = raw.map(([gain, entries]) => column(gain, ...entries));
          const outcome = new ColumnProgram(bounds.map(BigInt)).maximise(oneByOne(columns));
          check(bounds.map(BigInt), columns, outcome);
          const plain = best(bounds, raw);
          expect(outcome.kind).toBe(plain === undefined ? 'unbounded' : 'optimal');
          if (outcome.kind === 'optimal' && plain !== undefined) expect(outcome.value * plain.den).toBe(plain.num * outcome.scale);
        },
      ),
      { numRuns: 400 },
    );
  });
});
