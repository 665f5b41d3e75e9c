import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FALSE, INTEGERS, Manager, TRUE, type Semiring } from '../src/index.js';
import { ASSIGNMENTS, bit, fromTable, manager, N, permutation, table } from './expressions.js';

type Rational = readonly [bigint, bigint];

const RATIONALS: Semiring<Rational> = {
  zero: [0n, 1n],
  one: [1n, 1n],
  add: ([a, b], [c, d]) => [a * d + c * b, b * d],
  multiply: ([a, b], [c, d]) => [a * c, b * d],
};

const ones = (a: number): number => [...a.toString(2)].filter((c) => c === '1').length;

describe('counting', () => {
  it('agrees with enumeration, plainly, by size and with weights', () => {
    fc.assert(
      fc.property(table, permutation, fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: N, maxLength: N }), (rows, order, ws) => {
        const { m, vars } = manager(order);
        const f = fromTable(m, vars, rows);
        const models = ASSIGNMENTS.filter((a) => rows[a]);
        expect(m.count(f, vars)).toBe(BigInt(models.length));
        expect(m.countBySize(f, vars)).toEqual(
          Array.from({ length: N + 1 }, (_, n) => BigInt(models.filter((a) => ones(a) === n).length)),
        );
        const weight = (a: number): number => ws.reduce((p, [no, yes], i) => p * (bit(a, i) ? yes : no), 1);
        const expected = models.reduce((s, a) => s + weight(a), 0);
        expect(m.weightedCount(f, new Map(vars.map((v, i) => [v, ws[i]!]))) === expected).toBe(true);
        const exact = new Map(vars.map((v, i) => [v, [BigInt(ws[i]![0]), BigInt(ws[i]![1])] as const]));
        expect(m.weightedCountIn(f, exact, INTEGERS)).toBe(BigInt(expected));

        const cost = (a: number): number => ws.reduce((s, [no, yes], i) => s + (bit(a, i) ? yes : no), 0);
        const cheapest = m.minWeight(f, new Map(vars.map((v, i) => [v, ws[i]!])));
        if (models.length === 0) {
          expect(cheapest).toBeUndefined();
          expect(m.minimalSize(f)).toBeUndefined();
        } else {
          expect(cheapest!.cost).toBe(Math.min(...models.map(cost)));
          expect(m.evaluate(f, (v) => cheapest!.assignment.get(v)!)).toBe(true);
          expect(cheapest!.assignment.size).toBe(N);
          expect(m.minimalSize(f)).toBe(Math.min(...models.map(ones)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts variables on which the function does not depend', () => {
    const m = new Manager();
    const vars = m.newVars(300);
    const f = m.or(m.varNode(vars[100]!), m.varNode(vars[200]!));
    expect(m.count(f, vars)).toBe(3n << 298n);
    expect(m.count(TRUE, vars.slice(0, 53))).toBe(1n << 53n);
    expect(m.count(TRUE, [])).toBe(1n);
    expect(m.count(FALSE, vars)).toBe(0n);
    expect(m.count(f, [vars[200]!, vars[100]!])).toBe(3n);
  });

  it('refuses a universe that is too small, and says which variable is missing', () => {
    const m = new Manager();
    const [x, y] = m.newVars(2) as [number, number];
    const f = m.and(m.varNode(x), m.varNode(y));
    expect(() => m.count(f, [x])).toThrow('depends on variable 1');
    expect(() => m.weightedCount(f, new Map([[y, [1, 1]]]))).toThrow(RangeError);
    expect(() => m.minWeight(f, new Map([[x, [0, NaN]]]))).toThrow('must be finite');
  });

  it('counts in exact rationals', () => {
    const m = new Manager();
    const vars = m.newVars(3);
    const third: readonly [Rational, Rational] = [[2n, 3n], [1n, 3n]];
    const [p, q] = m.weightedCountIn(m.atLeast(vars.map((v) => m.varNode(v)), 2), new Map(vars.map((v) => [v, third])), RATIONALS);
    // Two or three successes out of three at one third each: 3·(1/9)(2/3) + 1/27 = 7/27.
    expect(p * 27n).toBe(q * 7n);
  });

  it('gives costs to the cheapest model where variables are absent from the costs', () => {
    const m = new Manager();
    const [x, y, z] = m.newVars(3) as [number, number, number];
    const f = m.or(m.varNode(x), m.varNode(y));
    expect(m.minWeight(f, new Map([[x, [0, 5]], [z, [2, 1]]]))).toEqual({
      cost: 1,
      assignment: new Map([[x, false], [y, true], [z, true]]),
    });
    expect(m.minWeight(FALSE, new Map())).toBeUndefined();
  });
});
