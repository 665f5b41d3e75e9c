import { Manager, type Node } from '@casus/diagrams';
import { Solver } from '@casus/solver';
import { describe, expect, it } from 'vitest';
import { Encoding } from '../src/clauses.js';

const VARIABLES = 6;

/** A function by its table of truth: bit i of `table` for the assignment whose variable k is bit k of i. */
function functionOf(m: Manager, table: bigint): Node {
  const vars = Array.from({ length: VARIABLES }, (_, v) => v);
  const rows = Array.from({ length: 1 << VARIABLES }, (_, i) => i).filter((i) => (table >> BigInt(i)) % 2n === 1n);
  return m.orAll(rows.map((i) => m.cube(new Map(vars.map((v) => [v, ((i >> v) & 1) === 1])))));
}

/** Whether a text meets the clauses of the function, for each assignment. */
function tableOf(encoding: Encoding, f: Node): bigint {
  const group = encoding.group(f);
  const literals = Array.from({ length: VARIABLES }, (_, v) => encoding.variable(v));
  const solver = new Solver();
  solver.newVariables(encoding.variables);
  for (const clause of [...encoding.clauses, ...group]) solver.addClause(clause);
  let table = 0n;
  for (let i = 0; i < 1 << VARIABLES; i++) {
    if (solver.solve(literals.map((literal, v) => (((i >> v) & 1) === 1 ? literal : -literal))) === 'satisfiable') table |= 1n << BigInt(i);
  }
  return table;
}

describe('functions as clauses', () => {
  it('mean the same, with many clauses or with few', () => {
    const m = new Manager();
    m.newVars(VARIABLES);
    const encoding = new Encoding(m);
    let state = 1n;
    for (let n = 0; n < 200; n++) {
      state = (state * 6364136223846793005n + 1442695040888963407n) % (1n << 64n);
      // Thick and thin tables in turns.
      const table = n % 3 === 0 ? state : n % 3 === 1 ? state & (state >> 7n) & (state >> 19n) : (state | (state >> 5n) | (state << 11n)) % (1n << 64n);
      expect(tableOf(encoding, functionOf(m, table))).toBe(table);
    }
    const parity = Array.from({ length: VARIABLES }, (_, v) => m.varNode(v)).reduce((a, b) => m.xor(a, b));
    const before = encoding.variables;
    const group = encoding.group(parity);
    // As clauses of its own it would take 32; by its diagram it takes one literal.
    expect(group).toHaveLength(1);
    expect(encoding.variables).toBeGreaterThan(before);
  });

  it('a disjunction is one clause of its own variables', () => {
    const m = new Manager();
    const [a, b, c] = m.newVars(3).map((v) => m.varNode(v)) as [Node, Node, Node];
    const encoding = new Encoding(m);
    expect(encoding.group(m.orAll([a, m.not(b), c]))).toHaveLength(1);
    expect(encoding.group(m.and(a, m.not(c)))).toHaveLength(2);
    expect(encoding.clauses).toEqual([]);
    expect(encoding.variables).toBe(3);
  });
});
