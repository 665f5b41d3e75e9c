import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FALSE, Manager, SizeLimitError, SumLimitError, TRUE, type Comparison, type Item } from '../src/index.js';
import { ASSIGNMENTS, bit, build, expression, manager, N, permutation, tableOf, toTable } from './expressions.js';

const OPERATORS: readonly Comparison[] = ['>=', '>', '<=', '<', '==', '!='];

function holds(sum: bigint, op: Comparison, bound: bigint): boolean {
  switch (op) {
    case '>=': return sum >= bound;
    case '>': return sum > bound;
    case '<=': return sum <= bound;
    case '<': return sum < bound;
    case '==': return sum === bound;
    case '!=': return sum !== bound;
  }
}

const weight = fc.oneof(fc.integer({ min: -7, max: 7 }), fc.constantFrom(0, 1, 1, 1));

describe('thresholds', () => {
  it('on single variables agree with enumeration, negative weights and negated literals included', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(weight, fc.boolean()), { minLength: N, maxLength: N }), fc.integer({ min: -20, max: 20 }), permutation, (ws, bound, order) => {
        const { m, vars } = manager(order);
        const items = vars.map((v, i): Item => ({ cases: [[ws[i]![1] ? m.varNode(v) : m.nvarNode(v), ws[i]![0]]] }));
        const sum = (a: number): bigint => BigInt(ws.reduce((s, [w, positive], i) => s + (bit(a, i) === positive ? w : 0), 0));
        for (const op of OPERATORS) {
          expect(toTable(m, vars, m.linear(items, bound, op))).toEqual(ASSIGNMENTS.map((a) => holds(sum(a), op, BigInt(bound))));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('on arbitrary functions with several cases agree with enumeration; the first true case counts', () => {
    const item = fc.array(fc.tuple(expression, weight), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), fc.integer({ min: -12, max: 12 }), permutation, fc.boolean(), (items, bound, order, huge) => {
        const { m, vars } = manager(order);
        // The same with weights beyond the numbers: the scale changes no comparison.
        const scale = huge ? 10n ** 30n : 1n;
        const scaled = (w: number): number | bigint => (huge ? BigInt(w) * scale : w);
        const nodes = items.map((cases): Item => ({ cases: cases.map(([e, w]) => [build(m, vars, e), scaled(w)]) }));
        const tables = items.map((cases) => cases.map(([e, w]) => [tableOf(e), w] as const));
        const sum = (a: number): bigint => BigInt(tables.reduce((s, cases) => s + (cases.find(([t]) => t[a])?.[1] ?? 0), 0));
        for (const op of OPERATORS) {
          expect(toTable(m, vars, m.linear(nodes, scaled(bound), op))).toEqual(ASSIGNMENTS.map((a) => holds(sum(a), op, BigInt(bound))));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('on votes with three values agree with enumeration', () => {
    const m = new Manager();
    const votes = Array.from({ length: 5 }, () => ({ yes: m.newVar(), no: m.newVar() }));
    const cases = votes.map(({ yes, no }) => ({ yes: m.varNode(yes), no: m.and(m.nvarNode(yes), m.varNode(no)) }));
    // Two thirds of those present and voting: yes ≥ 2·no, and somebody says yes.
    const f = m.and(
      m.linear(cases.map((c): Item => ({ cases: [[c.yes, 1], [c.no, -2]] })), 0, '>='),
      m.orAll(cases.map((c) => c.yes)),
    );
    let agreed = 0;
    for (let code = 0; code < 3 ** 5; code++) {
      const vote = votes.map((_, i) => Math.floor(code / 3 ** i) % 3);
      const yes = vote.filter((v) => v === 1).length;
      const no = vote.filter((v) => v === 2).length;
      const values = new Map(votes.flatMap((v, i) => [[v.yes, vote[i] === 1], [v.no, vote[i] === 2]] as const));
      if (m.evaluate(f, (v) => values.get(v)!) === (yes > 0 && yes >= 2 * no)) agreed++;
    }
    expect(agreed).toBe(243);
  });

  it('counts true functions', () => {
    fc.assert(
      fc.property(fc.array(expression, { maxLength: 6 }), fc.integer({ min: -1, max: 7 }), (es, n) => {
        const { m, vars } = manager();
        const fns = es.map((e) => build(m, vars, e));
        const tables = es.map(tableOf);
        const truths = (a: number): number => tables.filter((t) => t[a]).length;
        expect(toTable(m, vars, m.atLeast(fns, n))).toEqual(ASSIGNMENTS.map((a) => truths(a) >= n));
        expect(toTable(m, vars, m.atMost(fns, n))).toEqual(ASSIGNMENTS.map((a) => truths(a) <= n));
        expect(toTable(m, vars, m.exactly(fns, n))).toEqual(ASSIGNMENTS.map((a) => truths(a) === n));
      }),
    );
  });

  it('takes the sizes known for thresholds: k(n-k+1) nodes for k of n, whatever common factor the weights have', () => {
    const m = new Manager();
    const fns = m.newVars(41).map((v) => m.varNode(v));
    const majority = m.atLeast(fns, 21);
    expect(m.size(majority)).toBe(21 * 21);
    expect(m.linear(fns.map((f) => ({ cases: [[f, 1000]] })), 20_001)).toBe(majority);
    expect(m.linear(fns.map((f) => ({ cases: [[f, 10n ** 40n]] })), 21n * 10n ** 40n)).toBe(majority);
  });

  it('finishes where the sums are too many to list', () => {
    const m = new Manager();
    const fns = m.newVars(400).map((v) => m.varNode(v));
    const f = m.linear(fns.map((g, i) => ({ cases: [[g, 1 + (i % 7)]] })), 800);
    expect(m.size(f)).toBeLessThan(400 * 1000);
    expect(m.isIncreasing(f)).toBe(true);
  });

  it('refuses what is not whole, and knows empty sums', () => {
    const m = new Manager();
    const x = m.varNode(m.newVar());
    expect(() => m.linear([{ cases: [[x, 0.5]] }], 1)).toThrow('whole numbers');
    expect(() => m.linear([{ cases: [[x, 1]] }], Infinity)).toThrow(RangeError);
    expect(m.linear([], 0)).toBe(TRUE);
    expect(m.linear([{ cases: [] }], 1)).toBe(FALSE);
    expect(m.linear([{ cases: [[x, 1], [m.not(x), 2]] }], 1)).toBe(TRUE);
  });

  it('with large weights of any sign and several cases agree with enumeration', () => {
    const large = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const figure = fc.integer({ min: -99_999_999, max: 99_999_999 });
    for (const weight of [large, figure]) {
      fc.assert(
        fc.property(fc.array(fc.tuple(weight, weight, weight), { minLength: N, maxLength: N }), fc.array(fc.nat(2), { minLength: N, maxLength: N }), fc.nat(ASSIGNMENTS.length - 1), permutation, (ws, kinds, near, order) => {
          const { m, vars } = manager(order);
          // Cases that leave nothing open, that overlap, that can never be true, and that repeat a weight.
          const items = vars.map((v, i): Item => {
            const [a, b, c] = ws[i]!;
            const x = m.varNode(v);
            const next = m.varNode(vars[(i + 1) % N]!);
            if (kinds[i] === 0) return { cases: [[x, a], [TRUE, b], [next, c]] };
            if (kinds[i] === 1) return { cases: [[m.and(x, next), a], [FALSE, c], [x, b]] };
            return { cases: [[m.or(x, next), a], [x, b], [m.not(next), a]] };
          });
          const sum = (values: number): bigint => ws.reduce((s, [a, b], i) => {
            const x = bit(values, i);
            const next = bit(values, (i + 1) % N);
            const taken = kinds[i] === 0 ? (x ? a : b) : kinds[i] === 1 ? (x ? (next ? a : b) : 0) : x || !next ? a : next ? a : 0;
            return s + BigInt(taken);
          }, 0n);
          // A bound that some sum meets exactly, where off-by-one errors show.
          const bound = sum(near);
          for (const op of OPERATORS) expect(toTable(m, vars, m.linear(items, bound, op))).toEqual(ASSIGNMENTS.map((values) => holds(sum(values), op, bound)));
        }),
        { numRuns: 100 },
      );
    }
  });

  it('takes a case that is always true as the value of the rest: two values an item, not three', () => {
    // 27 members with figures of seven and eight digits, and a share of the figures of all.
    const figures = Array.from({ length: 27 }, (_, i) => 400_000 + ((i * i * 7_368_787) % 83_000_000));
    const m = new Manager();
    const votes = m.newVars(27).map((v) => m.varNode(v));
    const f = m.linear(votes.map((yes, i): Item => ({ cases: [[yes, figures[i]! * 35], [TRUE, -figures[i]! * 65]] })), 0);
    expect(f).toBe(m.linear(votes.map((yes, i): Item => ({ cases: [[yes, figures[i]! * 100]] })), figures.reduce((a, b) => a + b) * 65));
    expect(m.size(f)).toBeLessThan(100_000);
  });

  it('refuses a sum with too many different ends, each time alike, and stays usable', () => {
    const m = new Manager();
    const votes = m.newVars(120).map((v) => m.varNode(v));
    let seed = 1;
    const figures = votes.map(() => 1_000_000 + ((seed = (seed * 48_271) % 2_147_483_647) % 99_000_000));
    const large = (): number => m.linear(votes.map((yes, i): Item => ({ cases: [[yes, figures[i]!]] })), Math.floor(figures.reduce((a, b) => a + b) * 0.65));
    expect(large).toThrow(SumLimitError);
    expect(large).toThrow(SizeLimitError);
    expect(m.size(m.atLeast(votes, 60))).toBe(60 * 61);
    expect(m.isIncreasing(m.linear(votes.map((yes, i): Item => ({ cases: [[yes, Math.round(figures[i]! / 1_000_000)]] })), 3_000))).toBe(true);
  });
});
