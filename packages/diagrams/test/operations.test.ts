import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FALSE, Manager, TRUE } from '../src/index.js';
import {
  ASSIGNMENTS,
  bit,
  build,
  expression,
  fromTable,
  manager,
  N,
  permutation,
  subset,
  table,
  tableOf,
  toTable,
  withBit,
} from './expressions.js';

describe('connectives', () => {
  it('give the truth table of the expression, in any order of the variables', () => {
    fc.assert(
      fc.property(expression, permutation, (e, order) => {
        const { m, vars } = manager(order);
        expect(toTable(m, vars, build(m, vars, e))).toEqual(tableOf(e));
      }),
      { numRuns: 400 },
    );
  });

  it('give one number to equal functions', () => {
    fc.assert(
      fc.property(expression, expression, permutation, (e, e2, order) => {
        const { m, vars } = manager(order);
        const f = build(m, vars, e);
        expect(fromTable(m, vars, tableOf(e))).toBe(f);
        expect(build(m, vars, e2) === f).toBe(tableOf(e2).every((x, a) => x === tableOf(e)[a]));
      }),
    );
  });

  it('agree on folds with the connective one by one', () => {
    fc.assert(
      fc.property(fc.array(expression, { maxLength: 5 }), (es) => {
        const { m, vars } = manager();
        const fs = es.map((e) => build(m, vars, e));
        expect(m.andAll(fs)).toBe(fs.reduce((a, b) => m.and(a, b), TRUE));
        expect(m.orAll(fs)).toBe(fs.reduce((a, b) => m.or(a, b), FALSE));
      }),
    );
  });

  it('know the constants', () => {
    const m = new Manager();
    const v = m.newVar('x');
    expect(m.nameOf(v)).toBe('x');
    expect(m.and(m.varNode(v), m.nvarNode(v))).toBe(FALSE);
    expect(m.or(m.varNode(v), m.nvarNode(v))).toBe(TRUE);
    expect(m.not(TRUE)).toBe(FALSE);
    expect(m.andAll([])).toBe(TRUE);
    expect(m.orAll([])).toBe(FALSE);
    expect(m.size(TRUE)).toBe(0);
    expect(m.split(m.varNode(v))).toEqual({ v, low: FALSE, high: TRUE });
    expect(m.split(TRUE)).toBeUndefined();
  });

  it('refuse variables of nobody', () => {
    const m = new Manager();
    expect(() => m.varNode(0)).toThrow(RangeError);
    m.newVar();
    expect(() => m.restrict(TRUE, 1, true)).toThrow('1 is not a variable');
    expect(() => m.exists(TRUE, [0.5])).toThrow(RangeError);
    expect(() => new Manager({ maxNodes: 0 })).toThrow(RangeError);
  });
});

describe('quantification and substitution', () => {
  it('agree with the truth tables', () => {
    fc.assert(
      fc.property(expression, expression, permutation, subset, fc.nat(), (e, e2, order, set, values) => {
        const { m, vars } = manager(order);
        const f = build(m, vars, e);
        const g = build(m, vars, e2);
        const [tf, tg] = [tableOf(e), tableOf(e2)];
        const quantified = set.map((i) => vars[i]!);
        const variants = (a: number): number[] =>
          set.reduce((all, i) => all.flatMap((b) => [withBit(b, i, false), withBit(b, i, true)]), [a]);

        expect(toTable(m, vars, m.exists(f, quantified))).toEqual(ASSIGNMENTS.map((a) => variants(a).some((b) => tf[b])));
        expect(toTable(m, vars, m.forall(f, quantified))).toEqual(ASSIGNMENTS.map((a) => variants(a).every((b) => tf[b])));
        expect(m.andExists(f, g, quantified)).toBe(m.exists(m.and(f, g), quantified));

        const fixed = new Map(set.map((i) => [vars[i]!, bit(values, i)]));
        const fix = (a: number): number => set.reduce((b, i) => withBit(b, i, bit(values, i)), a);
        expect(toTable(m, vars, m.restrictAll(f, fixed))).toEqual(ASSIGNMENTS.map((a) => tf[fix(a)]));

        const i = values % N;
        expect(toTable(m, vars, m.compose(f, vars[i]!, g))).toEqual(ASSIGNMENTS.map((a) => tf[withBit(a, i, tg[a]!)]));
        for (const b of [false, true]) {
          expect(m.restrict(f, vars[i]!, b)).toBe(m.compose(f, vars[i]!, b ? TRUE : FALSE));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('substitute all at once', () => {
    fc.assert(
      fc.property(expression, fc.array(expression, { minLength: N, maxLength: N }), subset, permutation, (e, es, set, order) => {
        const { m, vars } = manager(order);
        const substitution = new Map(set.map((i) => [vars[i]!, build(m, vars, es[i]!)]));
        const tables = es.map(tableOf);
        const tf = tableOf(e);
        expect(toTable(m, vars, m.composeAll(build(m, vars, e), substitution))).toEqual(
          ASSIGNMENTS.map((a) => tf[set.reduce((b, i) => withBit(b, i, tables[i]![a]!), a)]),
        );
      }),
    );
    const { m, vars } = manager();
    const [x, y] = [vars[0]!, vars[1]!];
    const f = m.and(m.varNode(x), m.nvarNode(y));
    const swapped = m.composeAll(f, new Map([[x, m.varNode(y)], [y, m.varNode(x)]]));
    expect(swapped).toBe(m.and(m.varNode(y), m.nvarNode(x)));
  });
});

describe('questions', () => {
  it('agree with the truth tables', () => {
    fc.assert(
      fc.property(expression, expression, permutation, (e, e2, order) => {
        const { m, vars } = manager(order);
        const f = build(m, vars, e);
        const g = build(m, vars, e2);
        const [tf, tg] = [tableOf(e), tableOf(e2)];
        expect(m.leq(f, g)).toBe(ASSIGNMENTS.every((a) => !tf[a] || tg[a]));
        expect(m.meets(f, g)).toBe(ASSIGNMENTS.some((a) => tf[a] && tg[a]));
        const up = vars.map((_, i) => ASSIGNMENTS.every((a) => !tf[withBit(a, i, false)] || tf[withBit(a, i, true)]));
        const down = vars.map((_, i) => ASSIGNMENTS.every((a) => !tf[withBit(a, i, true)] || tf[withBit(a, i, false)]));
        expect(vars.map((v) => m.isPositiveIn(f, v))).toEqual(up);
        const inOneWalk = m.support(f).map((v): [number, string] => [v, m.isPositiveIn(f, v) ? 'up' : m.isNegativeIn(f, v) ? 'down' : 'both']);
        expect([...m.directions(f)]).toEqual(inOneWalk);
        expect(vars.map((v) => m.isNegativeIn(f, v))).toEqual(down);
        expect(m.isIncreasing(f)).toBe(up.every(Boolean));
        const depends = vars.filter((_, i) => ASSIGNMENTS.some((a) => tf[a] !== tf[withBit(a, i, !bit(a, i))]));
        expect([...m.support(f)].sort()).toEqual(depends);
        expect(m.support(f).map((v) => m.levelOf(v))).toEqual(m.support(f).map((v) => m.levelOf(v)).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('find the size of a function by its distinct subfunctions', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { m, vars } = manager();
        // By definition: one node for each distinct subtable of the order 0, 1, ... that depends on its first variable.
        const nodes = new Set<string>();
        const walk = (sub: string): void => {
          if (sub.length === 1) return;
          const half = sub.length / 2;
          const [low, high] = [sub.slice(0, half), sub.slice(half)];
          if (low !== high) nodes.add(sub);
          walk(low);
          walk(high);
        };
        const reversed = (a: number): number => Number.parseInt(a.toString(2).padStart(N, '0').split('').reverse().join(''), 2);
        walk(ASSIGNMENTS.map((a) => (rows[reversed(a)] ? '1' : '0')).join(''));
        expect(m.size(fromTable(m, vars, rows))).toBe(nodes.size);
      }),
    );
  });
});
