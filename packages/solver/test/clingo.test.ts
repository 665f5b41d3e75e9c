import { init } from 'clingo-wasm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { enumerate, GroupOracle, type GroupProblem } from '../src/index.js';
import { problems } from './brute.js';
import { byKind } from './shared.js';

/**
 * A problem as an answer set program: an atom for each variable and each group given up. With the heuristic that wants no
 * group given up, and records only what is least by it, its models are the minimal correction sets.
 */
function program({ variables, hard, groups }: GroupProblem): string {
  const violated = (clause: readonly number[]): string => clause.map((literal) => (literal > 0 ? `not x(${literal})` : `x(${-literal})`)).join(', ');
  return [
    variables > 0 ? `{ x(1..${variables}) }.` : '',
    `{ drop(0..${groups.length - 1}) }.`,
    ...hard.map((clause) => `:- ${violated(clause)}.`),
    ...groups.flatMap((clauses, g) => clauses.map((clause) => `:- not drop(${g}), ${violated(clause)}.`)),
    `#heuristic drop(G) : G = 0..${groups.length - 1}. [1, false]`,
    '#show drop/1.',
  ].join('\n');
}

it('clingo finds the same minimal correction sets', async () => {
  const run = await init();
  let sets = 0;
  fc.assert(
    fc.property(problems, (problem) => {
      const result = run(program(problem), 0, ['--heuristic=Domain', '--enum=domRec']);
      if (result.Result === 'ERROR') throw new Error(result.Error);
      // Where all groups that are given up follow, it tells a set once for each model.
      const found = [...new Set(result.Call.flatMap(({ Witnesses }) => (Witnesses ?? []).map(({ Value }) => Value.map((atom) => Number(/\d+/.exec(atom)![0])).sort((a, b) => a - b).join())))];
      sets += found.length;
      expect(found.sort()).toEqual(byKind(enumerate(new GroupOracle(problem), { kinds: 'mcs' })).mcs);
    }),
    { numRuns: 60 },
  );
  expect(sets).toBeGreaterThan(50);
});
