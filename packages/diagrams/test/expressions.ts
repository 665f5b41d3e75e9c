import fc from 'fast-check';
import { FALSE, Manager, TRUE, type Node, type Var } from '../src/index.js';

/**
 * Random Boolean expressions, with two meanings that share no code: a truth table over all assignments, by brute
 * force, and a diagram.
 */
export type Expression =
  | { readonly op: 'const'; readonly value: boolean }
  | { readonly op: 'var'; readonly i: number }
  | { readonly op: 'not'; readonly a: Expression }
  | { readonly op: 'and' | 'or' | 'xor' | 'iff' | 'implies'; readonly a: Expression; readonly b: Expression }
  | { readonly op: 'ite'; readonly a: Expression; readonly b: Expression; readonly c: Expression };

/** How many variables the expressions have. */
export const N = 6;

/** Variables are named by index; an assignment is a number whose bit i is the value of variable i. */
export const ASSIGNMENTS = Array.from({ length: 1 << N }, (_, a) => a);

export const expression: fc.Arbitrary<Expression> = fc.letrec<{ e: Expression }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.integer({ min: 0, max: N - 1 }).map((i): Expression => ({ op: 'var', i })),
    fc.boolean().map((value): Expression => ({ op: 'const', value })),
    tie('e').map((a): Expression => ({ op: 'not', a })),
    fc
      .tuple(fc.constantFrom('and', 'or', 'xor', 'iff', 'implies'), tie('e'), tie('e'))
      .map(([op, a, b]) => ({ op, a, b }) as Expression),
    fc.tuple(tie('e'), tie('e'), tie('e')).map(([a, b, c]): Expression => ({ op: 'ite', a, b, c })),
  ),
})).e;

/** Truth tables are the better generator where the shape of the formula does not matter. */
export const table: fc.Arbitrary<boolean[]> = fc.array(fc.boolean(), { minLength: 1 << N, maxLength: 1 << N });

export const permutation: fc.Arbitrary<number[]> = fc.shuffledSubarray(
  Array.from({ length: N }, (_, i) => i),
  { minLength: N, maxLength: N },
);

export const subset: fc.Arbitrary<number[]> = fc.subarray(Array.from({ length: N }, (_, i) => i));

/** The value of an expression, by its definition. */
export function value(e: Expression, a: number): boolean {
  switch (e.op) {
    case 'const':
      return e.value;
    case 'var':
      return ((a >> e.i) & 1) === 1;
    case 'not':
      return !value(e.a, a);
    case 'and':
      return value(e.a, a) && value(e.b, a);
    case 'or':
      return value(e.a, a) || value(e.b, a);
    case 'xor':
      return value(e.a, a) !== value(e.b, a);
    case 'iff':
      return value(e.a, a) === value(e.b, a);
    case 'implies':
      return !value(e.a, a) || value(e.b, a);
    case 'ite':
      return value(e.a, a) ? value(e.b, a) : value(e.c, a);
  }
}

/** The truth table of an expression. */
export function tableOf(e: Expression): boolean[] {
  return ASSIGNMENTS.map((a) => value(e, a));
}

/** A manager with N variables in the order told. */
export function manager(order: readonly number[] = []): { m: Manager; vars: Var[] } {
  const m = new Manager();
  const vars = m.newVars(N);
  m.setOrder(order.map((i) => vars[i]!));
  return { m, vars };
}

/** The diagram of an expression. */
export function build(m: Manager, vars: readonly Var[], e: Expression): Node {
  switch (e.op) {
    case 'const':
      return e.value ? TRUE : FALSE;
    case 'var':
      return m.varNode(vars[e.i]!);
    case 'not':
      return m.not(build(m, vars, e.a));
    case 'ite':
      return m.ite(build(m, vars, e.a), build(m, vars, e.b), build(m, vars, e.c));
    default:
      return m[e.op](build(m, vars, e.a), build(m, vars, e.b));
  }
}

/** The diagram of a truth table, as the disjunction of its minterms. */
export function fromTable(m: Manager, vars: readonly Var[], rows: readonly boolean[]): Node {
  return m.orAll(ASSIGNMENTS.filter((a) => rows[a]).map((a) => m.cube(new Map(vars.map((v, i) => [v, bit(a, i)])))));
}

/** The truth table of a diagram, by walking it. */
export function toTable(m: Manager, vars: readonly Var[], f: Node): boolean[] {
  return ASSIGNMENTS.map((a) => m.evaluate(f, (v) => bit(a, vars.indexOf(v))));
}

/** The value of variable i in an assignment. */
export function bit(a: number, i: number): boolean {
  return ((a >> i) & 1) === 1;
}

/** An assignment with the value of variable i changed. */
export function withBit(a: number, i: number, v: boolean): number {
  return v ? a | (1 << i) : a & ~(1 << i);
}
