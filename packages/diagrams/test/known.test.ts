import { describe, expect, it } from 'vitest';
import { FALSE, Manager, TRUE, type Item, type Node } from '../src/index.js';

/** The n-queens problem as one conjunction. */
function queens(m: Manager, n: number): { f: Node; vars: number[] } {
  const vars = m.newVars(n * n);
  const x = (r: number, c: number): Node => m.varNode(vars[r * n + c]!);
  let f = TRUE;
  for (let r = n - 1; r >= 0; r--) {
    let row = FALSE;
    for (let c = 0; c < n; c++) row = m.or(row, x(r, c));
    f = m.and(f, row);
    for (let c = 0; c < n; c++) {
      const attacked: Node[] = [];
      for (let r2 = 0; r2 < n; r2++) {
        for (let c2 = 0; c2 < n; c2++) {
          if (r2 === r && c2 === c) continue;
          if (r2 === r || c2 === c || Math.abs(r2 - r) === Math.abs(c2 - c)) attacked.push(m.not(x(r2, c2)));
        }
      }
      f = m.and(f, m.implies(x(r, c), m.andAll(attacked)));
    }
  }
  return { f, vars };
}

describe('known results', () => {
  it('8 queens have 92 solutions', () => {
    const m = new Manager();
    const { f, vars } = queens(m, 8);
    expect(m.count(f, vars)).toBe(92n);
    expect([...m.models(f, vars)]).toHaveLength(92);
    expect(m.minimalSize(f)).toBe(8);
  });

  it('the Security Council has 848 winning coalitions, 210 of them minimal, and is a weighted rule', () => {
    const m = new Manager();
    const permanent = m.newVars(5).map((v) => m.varNode(v));
    const elected = m.newVars(10).map((v) => m.varNode(v));
    const rule = m.and(m.atLeast([...permanent, ...elected], 9), m.andAll(permanent));
    const items: Item[] = [...permanent.map((f): Item => ({ cases: [[f, 7]] })), ...elected.map((f): Item => ({ cases: [[f, 1]] }))];
    expect(m.linear(items, 39)).toBe(rule);
    expect(m.count(rule, m.order())).toBe(848n);
    expect(m.countMinimal(rule)).toBe(210n);
    expect([...m.minimalModels(rule)]).toHaveLength(210);
    expect(m.countMinimalBySize(rule)[9]).toBe(210n);
    expect(m.minimalSize(rule)).toBe(9);
    // The dual has the minimal blocking coalitions: each permanent member, or any seven of the elected.
    const dual = m.not(m.composeAll(rule, new Map(m.order().map((v) => [v, m.nvarNode(v)]))));
    expect(m.countMinimal(dual)).toBe(5n + 120n);
    // Winning coalitions by size: C(10, s - 5) from nine members on.
    expect(m.countBySize(rule, m.order()).slice(9)).toEqual([210n, 252n, 210n, 120n, 45n, 10n, 1n]);
  });

  it('a ladder of 5,000 variables is within reach of every recursion', () => {
    const n = 5000;
    const m = new Manager();
    const vars = m.newVars(n);
    const xs = vars.map((v) => m.varNode(v));
    const parity = xs.reduceRight((f, x) => m.xor(x, f), FALSE);
    expect(m.size(parity)).toBe(2 * n - 1);
    expect(m.count(parity, vars)).toBe(1n << BigInt(n - 1));
    const all = m.andAll(xs);
    const any = m.orAll(xs);
    expect(m.size([all, any])).toBe(2 * n - 1);
    expect(m.not(m.not(parity))).toBe(parity);
    expect(m.and(parity, m.not(parity))).toBe(FALSE);
    expect(m.and(parity, all)).toBe(FALSE);
    expect(m.xor(parity, m.not(parity))).toBe(TRUE);
    expect(m.ite(parity, any, all)).toBe(m.or(parity, all));
    expect(m.leq(all, any)).toBe(true);
    expect(m.meets(parity, all)).toBe(false);
    expect(m.isPositiveIn(any, vars[n - 1]!)).toBe(true);
    expect(m.isIncreasing(any)).toBe(true);
    expect(m.exists(parity, vars.slice(10))).toBe(TRUE);
    expect(m.forall(parity, [vars[n - 1]!])).toBe(FALSE);
    expect(m.andExists(parity, any, vars)).toBe(TRUE);
    expect(m.restrict(parity, vars[n - 1]!, true)).toBe(m.not(m.restrict(parity, vars[n - 1]!, false)));
    expect(m.compose(parity, vars[n - 1]!, FALSE)).toBe(m.restrict(parity, vars[n - 1]!, false));
    expect(m.composeAll(all, new Map([[vars[n - 1]!, TRUE]]))).toBe(m.andAll(xs.slice(0, -1)));
    expect(m.countMinimal(any)).toBe(BigInt(n));
    expect([...m.minimalModels(all)]).toEqual([vars]);
    expect([...m.isop(any)]).toHaveLength(n);
    expect(m.countPrimes(any)).toBe(BigInt(n));
    expect(m.minWeight(all, new Map())?.cost).toBe(0);
    const two = m.atLeast(xs, 2);
    expect(m.size(two)).toBe(2 * (n - 1));
    expect(m.countMinimal(two)).toBe((5000n * 4999n) / 2n);
    expect(m.linear(xs.map((x): Item => ({ cases: [[x, 3]] })), 4)).toBe(two);
  });
});
