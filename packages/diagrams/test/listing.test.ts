import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FALSE, Manager, TRUE, type Cube } from '../src/index.js';
import { ASSIGNMENTS, bit, fromTable, manager, N, permutation, table } from './expressions.js';

const key = (cube: Cube): string => JSON.stringify([...cube].sort(([a], [b]) => a - b));

/** All cubes over N variables that imply a table and lose that when a literal is dropped, by brute force. */
function primesOf(rows: readonly boolean[]): string[] {
  const cubes: Map<number, boolean>[] = [];
  for (let code = 0; code < 3 ** N; code++) {
    const cube = new Map<number, boolean>();
    for (let i = 0, rest = code; i < N; i++, rest = Math.floor(rest / 3)) if (rest % 3 !== 2) cube.set(i, rest % 3 === 1);
    cubes.push(cube);
  }
  const implies = (cube: Map<number, boolean>): boolean =>
    ASSIGNMENTS.every((a) => rows[a] || [...cube].some(([i, v]) => bit(a, i) !== v));
  const without = (cube: Map<number, boolean>, i: number): Map<number, boolean> => new Map([...cube].filter(([j]) => j !== i));
  const implicants = new Set(cubes.filter(implies).map(key));
  return cubes
    .filter((c) => implicants.has(key(c)) && [...c.keys()].every((i) => !implicants.has(key(without(c, i)))))
    .map(key)
    .sort();
}

describe('listings', () => {
  it('of models are complete, total and in order', () => {
    fc.assert(
      fc.property(table, permutation, (rows, order) => {
        const { m, vars } = manager(order);
        const f = fromTable(m, vars, rows);
        const found = [...m.models(f, vars)].map((model) => order.map((i) => (model.get(i) ? 1 : 0)).join(''));
        const expected = ASSIGNMENTS.filter((a) => rows[a]).map((a) => order.map((i) => (bit(a, i) ? 1 : 0)).join(''));
        expect(found).toEqual(expected.sort());
      }),
    );
  });

  it('of paths are disjoint and cover the function', () => {
    fc.assert(
      fc.property(table, permutation, (rows, order) => {
        const { m, vars } = manager(order);
        const f = fromTable(m, vars, rows);
        const cubes = [...m.cubes(f)].map((cube) => m.cube(cube));
        expect(m.orAll(cubes)).toBe(f);
        expect(cubes.reduce((s, c) => s + m.count(c, vars), 0n)).toBe(m.count(f, vars));
      }),
    );
  });

  it('of an irredundant sum of products cover the function with primes, none superfluous', () => {
    fc.assert(
      fc.property(table, permutation, (rows, order) => {
        const { m, vars } = manager(order);
        const f = fromTable(m, vars, rows);
        const cubes = [...m.isop(f)];
        const nodes = cubes.map((cube) => m.cube(cube));
        expect(m.orAll(nodes)).toBe(f);
        nodes.forEach((_, i) => expect(m.orAll(nodes.filter((_, j) => j !== i))).not.toBe(f));
        for (const cube of cubes) {
          for (const v of cube.keys()) {
            expect(m.leq(m.cube(new Map([...cube].filter(([w]) => w !== v))), f)).toBe(false);
          }
        }
      }),
    );
  });

  it('of prime implicants are exactly the primes, short ones first', () => {
    fc.assert(
      fc.property(table, permutation, (rows, order) => {
        const { m, vars } = manager(order);
        const f = fromTable(m, vars, rows);
        const found = [...m.primes(f)];
        expect(found.map(key).sort()).toEqual(primesOf(rows));
        expect(m.countPrimes(f)).toBe(BigInt(found.length));
        expect(found.map((c) => c.size)).toEqual(found.map((c) => c.size).sort((a, b) => a - b));
        expect([...m.primes(f, 2)]).toEqual(found.slice(0, 2));
      }),
      { numRuns: 40 },
    );
  });

  it('of constants', () => {
    const m = new Manager();
    const [x, y] = m.newVars(2) as [number, number];
    expect([...m.models(FALSE, [x, y])]).toEqual([]);
    expect([...m.models(TRUE, [])]).toEqual([new Map()]);
    expect([...m.models(TRUE, [y])]).toEqual([new Map([[y, false]]), new Map([[y, true]])]);
    expect([...m.cubes(TRUE)]).toEqual([new Map()]);
    expect([...m.cubes(FALSE)]).toEqual([]);
    expect([...m.isop(TRUE)]).toEqual([new Map()]);
    expect([...m.isop(FALSE)]).toEqual([]);
    expect([...m.primes(TRUE)]).toEqual([new Map()]);
    expect(m.anyModel(FALSE)).toBeUndefined();
    expect(m.anyModel(m.varNode(y))).toEqual(new Map([[y, true]]));
    expect(() => m.models(m.varNode(x), [y]).next()).toThrow(RangeError);
  });

  it('are lazy and survive collection and reordering under way', () => {
    const m = new Manager();
    const vars = m.newVars(200);
    const f = m.atLeast(vars.map((v) => m.varNode(v)), 100);
    const models = m.models(f, vars);
    const first = models.next().value as Cube;
    expect([...first.values()].filter(Boolean)).toHaveLength(100);
    m.collect();
    m.setOrder([...vars].reverse());
    m.atLeast(vars.slice(0, 50).map((v) => m.varNode(v)), 7);
    for (let i = 0; i < 1000; i++) {
      const next = models.next().value as Cube;
      expect([...next.values()].filter(Boolean).length).toBeGreaterThanOrEqual(100);
    }
  });
});
