import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Manager, NodeLimitError, type Node, type ReorderOptions, type Var } from '../src/index.js';
import { build, expression, manager, permutation, subset, tableOf, toTable } from './expressions.js';

describe('collection', () => {
  it('keeps protected functions and their numbers, and lets the rest go', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 1, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (es, keep) => {
        const { m, vars } = manager();
        const fs = es.map((e) => build(m, vars, e));
        const kept = es.map((e, i) => ({ e, f: fs[i]! })).filter((_, i) => keep[i]);
        for (const { f } of kept) m.protect(f);
        m.collect();
        const literals = vars.flatMap((v) => [m.varNode(v), m.nvarNode(v)]);
        expect(m.statistics().nodes).toBe(m.size([...kept.map(({ f }) => f), ...literals]));
        for (const { e, f } of kept) {
          expect(toTable(m, vars, f)).toEqual(tableOf(e));
          expect(build(m, vars, e)).toBe(f);
        }
        for (const e of es) expect(toTable(m, vars, build(m, vars, e))).toEqual(tableOf(e));
        for (const { f } of kept) m.release(f);
        m.collect();
        expect(m.statistics().nodes).toBe(literals.length);
      }),
      { numRuns: 200 },
    );
  });

  it('takes further roots, counts protections, and uses freed cells again', () => {
    const m = new Manager();
    const vars = m.newVars(40);
    const fns = vars.map((v) => m.varNode(v));
    const f = m.atLeast(fns, 20);
    const bytes = m.statistics().nodeBytes;
    for (let i = 0; i < 50; i++) {
      m.linear(fns.map((g, j) => ({ cases: [[g, (i * j) % 11]] })), 90);
      m.collect([f]);
    }
    expect(m.statistics().nodeBytes).toBeLessThanOrEqual(bytes * 16);
    expect(m.atLeast(fns, 20)).toBe(f);
    expect(m.protect(m.protect(f))).toBe(f);
    m.release(f);
    m.collect();
    expect(m.size(f)).toBe(20 * 21);
    m.release(f);
    expect(() => m.release(f)).toThrow(RangeError);
    expect(m.collectIfNeeded()).toBe(0);
  });

  it('happens at safe points when the table has grown', () => {
    const m = new Manager({ maxNodes: 16_000 });
    const fns = m.newVars(60).map((v) => m.varNode(v));
    let freed = 0;
    for (let k = 1; k < 60; k++) {
      m.linear(fns.map((f, i) => ({ cases: [[f, (i * k) % 7]] })), 10 + k);
      freed += m.collectIfNeeded();
    }
    expect(freed).toBeGreaterThan(0);
  });

  it('is what the error of a full table asks for', () => {
    const m = new Manager({ maxNodes: 2000 });
    const fns = m.newVars(60).map((v) => m.varNode(v));
    const kept = m.protect(m.atLeast(fns, 15));
    let error: unknown;
    try {
      for (let k = 1; k < 60; k++) m.linear(fns.map((f, i) => ({ cases: [[f, (i * k) % 5]] })), 20);
    } catch (e) {
      error = e;
    }
    expect(error).toBeInstanceOf(NodeLimitError);
    expect((error as NodeLimitError).limit).toBe(2000);
    expect((error as NodeLimitError).message).toContain('limit of 2000 nodes is reached; protect');
    m.collect();
    expect(m.atLeast(fns, 15)).toBe(kept);
    expect(m.size(m.atLeast(fns, 20))).toBe(20 * 41);
  });
});

/** (a1 ∧ b1) ∨ (a2 ∧ b2) ∨ … with all a above all b: Bryant's example of a bad order. */
function pairs(n: number): { m: Manager; vars: Var[]; f: Node } {
  const m = new Manager();
  const a = m.newVars(n);
  const b = m.newVars(n);
  const f = m.orAll(a.map((v, i) => m.and(m.varNode(v), m.varNode(b[i]!))));
  return { m, vars: [...a, ...b], f };
}

describe('reordering', () => {
  const options: fc.Arbitrary<ReorderOptions> = fc.record({
    groups: subset.map((set) => (set.length > 1 ? [set] : [])),
    maxGrowth: fc.constantFrom(1, 1.2, 3),
    rounds: fc.constantFrom(1, 3),
  });

  it('changes no function, keeps numbers and canonicity, and never ends with more nodes', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 1, maxLength: 4 }), permutation, options, (es, order, how) => {
        const { m, vars } = manager(order);
        const fs = es.map((e) => m.protect(build(m, vars, e)));
        const { before, after } = m.reorder([], how);
        if (how.groups!.length === 0) expect(after).toBeLessThanOrEqual(before);
        expect(m.statistics().nodes).toBe(after);
        expect([...m.order()].sort()).toEqual(vars);
        expect(m.order().map((v) => m.levelOf(v))).toEqual(vars);
        es.forEach((e, i) => {
          expect(toTable(m, vars, fs[i]!)).toEqual(tableOf(e));
          expect(build(m, vars, e)).toBe(fs[i]);
        });
        for (const group of how.groups!) {
          const levels = group.map((i) => m.levelOf(vars[i]!)).sort((a, b) => a - b);
          expect(levels[levels.length - 1]! - levels[0]!).toBe(levels.length - 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of an order given keeps every function, protected or not', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 1, maxLength: 4 }), permutation, permutation, (es, order, next) => {
        const { m, vars } = manager(order);
        const fs = es.map((e) => build(m, vars, e));
        m.setOrder(next.map((i) => vars[i]!));
        expect(m.order()).toEqual(next);
        es.forEach((e, i) => {
          expect(toTable(m, vars, fs[i]!)).toEqual(tableOf(e));
          expect(build(m, vars, e)).toBe(fs[i]);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('shrinks pairs in a bad order from exponential to linear', () => {
    for (const n of [6, 8, 10]) {
      const { m, vars, f } = pairs(n);
      expect(m.size(f)).toBe(2 ** (n + 1) - 2);
      const count = m.count(f, vars);
      m.reorder([f]);
      expect(m.size(f)).toBe(2 * n);
      expect(m.count(f, vars)).toBe(count);
    }
  });

  it('into a bad order survives the doublings of the table on the way', () => {
    const n = 12;
    const m = new Manager({ maxNodes: 200 });
    const vars = m.newVars(2 * n);
    const f = m.orAll(Array.from({ length: n }, (_, i) => m.and(m.varNode(vars[2 * i]!), m.varNode(vars[2 * i + 1]!))));
    const count = m.count(f, vars);
    expect(m.size(f)).toBe(2 * n);
    m.setOrder([...vars.filter((v) => v % 2 === 0), ...vars.filter((v) => v % 2 === 1)]);
    expect(m.size(f)).toBe(2 ** (n + 1) - 2);
    expect(m.count(f, vars)).toBe(count);
    m.setOrder(vars);
    m.collect([f]);
    expect(m.size(f)).toBe(2 * n);
    expect(m.orAll(Array.from({ length: n }, (_, i) => m.and(m.varNode(vars[2 * i]!), m.varNode(vars[2 * i + 1]!))))).toBe(f);
  });

  it('keeps minimal models, whose order follows the levels', () => {
    const { m, f } = pairs(3);
    const before = [...m.minimalModels(f)];
    m.reorder([f]);
    expect([...m.minimalModels(f)].map((s) => [...s].sort()).sort()).toEqual(before.map((s) => [...s].sort()).sort());
  });

  it('refuses orders and groups that make no sense', () => {
    const m = new Manager();
    const [x, y] = m.newVars(2) as [number, number];
    expect(() => m.setOrder([x, x])).toThrow('twice');
    expect(() => m.setOrder([7])).toThrow('not a variable');
    expect(() => m.reorder([], { groups: [[x, y], [y]] })).toThrow('two groups');
  });
});
