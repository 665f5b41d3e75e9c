import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FALSE, Manager, TRUE } from '../src/index.js';
import { ASSIGNMENTS, bit, manager, N, permutation, toTable } from './expressions.js';

const coalitions = fc.array(fc.subarray(Array.from({ length: N }, (_, i) => i)), { maxLength: 8 });

function choose(n: bigint, k: bigint): bigint {
  let r = 1n;
  for (let i = 1n; i <= k; i++) r = (r * (n - k + i)) / i;
  return r;
}

describe('minimal models', () => {
  it('are the minimal sets, smaller ones first, then in lexicographic order of levels', () => {
    fc.assert(
      fc.property(coalitions, permutation, (sets, order) => {
        const { m, vars } = manager(order);
        const f = m.orAll(sets.map((set) => m.andAll(set.map((i) => m.varNode(vars[i]!)))));
        const rows = toTable(m, vars, f);
        const minimal = ASSIGNMENTS.filter((a) => rows[a] && vars.every((_, i) => !bit(a, i) || !rows[a & ~(1 << i)]));
        const expected = minimal
          .map((a) => order.map((_, level) => level).filter((level) => bit(a, order[level]!)))
          .sort((a, b) => a.length - b.length || a.join().localeCompare(b.join()))
          .map((levels) => levels.map((level) => vars[order[level]!]!));
        expect([...m.minimalModels(f)]).toEqual(expected);
        expect(m.countMinimal(f)).toBe(BigInt(expected.length));
        expect(m.minimalSize(f)).toBe(expected[0]?.length);
        m.countMinimalBySize(f).forEach((n, size) => expect(n).toBe(BigInt(expected.filter((s) => s.length === size).length)));
        for (const v of vars) {
          expect(m.countMinimalByVar(f).get(v) ?? 0n).toBe(BigInt(expected.filter((s) => s.includes(v)).length));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of k out of n are as many as there are sets of k, and are listed without being stored', () => {
    const m = new Manager();
    const vars = m.newVars(60);
    const fns = vars.map((v) => m.varNode(v));
    for (const k of [1, 2, 17, 30, 59, 60]) {
      const f = m.atLeast(fns, k);
      expect(m.size(f)).toBe(k * (60 - k + 1));
      expect(m.countMinimal(f)).toBe(choose(60n, BigInt(k)));
    }
    const listing = m.minimalModels(m.atLeast(fns, 30), vars);
    expect(listing.next().value).toEqual(vars.slice(0, 30));
    expect(listing.next().value).toEqual([...vars.slice(0, 29), vars[30]]);
  });

  it('come in order of size where sizes are mixed and the total is beyond listing', () => {
    const m = new Manager();
    const vars = m.newVars(100);
    const fns = vars.map((v) => m.varNode(v));
    const f = m.or(m.atLeast(fns.slice(1), 50), m.and(fns[0]!, m.atLeast(fns.slice(1), 2)));
    const listing = m.minimalModels(f);
    for (let i = 0; i < choose(99n, 2n); i++) expect((listing.next().value as number[])[0]).toBe(vars[0]);
    expect(listing.next().value).toEqual(vars.slice(1, 51));
    expect(m.countMinimal(f)).toBe(choose(99n, 2n) + choose(99n, 50n));
  });

  it('of constants, and refusals', () => {
    const m = new Manager();
    const [x, y] = m.newVars(2) as [number, number];
    expect([...m.minimalModels(TRUE)]).toEqual([[]]);
    expect([...m.minimalModels(FALSE)]).toEqual([]);
    expect(m.countMinimal(TRUE)).toBe(1n);
    expect(m.countMinimalBySize(FALSE)).toEqual([]);
    expect(() => m.countMinimal(m.and(m.varNode(x), m.nvarNode(y)))).toThrow('not increasing in variable 1');
    expect(() => [...m.minimalModels(m.varNode(x), [y])]).toThrow('depends on variable 0');
  });
});
