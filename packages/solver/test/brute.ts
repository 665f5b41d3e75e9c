import fc from 'fast-check';
import type { Clause, GroupProblem } from '../src/index.js';

/** Answers by trying every assignment and every set of groups, as bits of numbers; shares nothing with the solver. */

/** Whether an assignment, variable v in bit v-1, makes a clause true. */
export function holds(clause: Clause, assignment: number): boolean {
  return clause.some((literal) => ((assignment >> (Math.abs(literal) - 1)) & 1) === (literal > 0 ? 1 : 0));
}

/** All assignments that make all clauses true. */
export function models(variables: number, clauses: readonly Clause[]): number[] {
  const all: number[] = [];
  for (let a = 0; a < 2 ** variables; a++) if (clauses.every((clause) => holds(clause, a))) all.push(a);
  return all;
}

/** For each set of groups, as bits, whether it can be satisfied with the hard clauses. */
export function satisfiableSets({ variables, hard, groups }: GroupProblem): boolean[] {
  const satisfied = models(variables, hard).map((a) => groups.reduce((bits, clauses, g) => (clauses.every((c) => holds(c, a)) ? bits | (1 << g) : bits), 0));
  return Array.from({ length: 2 ** groups.length }, (_, set) => satisfied.some((bits) => (set & ~bits) === 0));
}

function elements(bits: number): number[] {
  const list: number[] = [];
  for (let e = 0; bits >> e !== 0; e++) if ((bits >> e) & 1) list.push(e);
  return list;
}

/** All minimal unsatisfiable subsets and minimal correction sets, by their definitions. */
export function bruteSets(problem: GroupProblem): { mus: number[][]; mcs: number[][] } {
  const n = problem.groups.length;
  const satisfiable = satisfiableSets(problem);
  const every = 2 ** n - 1;
  const mus: number[][] = [];
  const mcs: number[][] = [];
  for (let set = 0; set <= every; set++) {
    const members = elements(set);
    if (!satisfiable[set] && members.every((e) => satisfiable[set & ~(1 << e)])) mus.push(members);
    if (satisfiable[every & ~set] && members.every((e) => !satisfiable[(every & ~set) | (1 << e)])) mcs.push(members);
  }
  return { mus, mcs };
}

/** Random clauses over variables 1 to n. */
export function clauses(n: number, most: number, longest = 3): fc.Arbitrary<number[][]> {
  const literal = fc.integer({ min: 1, max: n }).chain((v) => fc.constantFrom(v, -v));
  return fc.array(fc.array(literal, { minLength: 1, maxLength: longest }), { maxLength: most });
}

/** Random small problems: up to 5 variables, up to 8 groups, most of them in conflict, some with an empty group, a repeated one, or with no model of the hard clauses. */
export const problems: fc.Arbitrary<GroupProblem & { weights: bigint[] }> = fc.integer({ min: 2, max: 5 }).chain((variables) =>
  fc
    .record({
      hard: clauses(variables, 4),
      groups: fc.array(fc.oneof({ weight: 5, arbitrary: clauses(variables, 3, 2) }, { weight: 3, arbitrary: clauses(variables, 1, 1) }), { minLength: 1, maxLength: 8 }),
      weights: fc.array(fc.oneof(fc.bigInt(0n, 3n), fc.constantFrom(10n ** 30n, 10n ** 30n + 1n)), { minLength: 8, maxLength: 8 }),
    })
    .map(({ hard, groups, weights }) => ({ variables, hard, groups, weights: weights.slice(0, groups.length) })),
);
