import { expect, it } from 'vitest';
import { enumerate, GroupOracle, readDimacs } from '../src/index.js';
import { asPrinted, read } from './shared.js';

it('plain CNF: every clause is a group', () => {
  expect(read('c two clauses on one line, one on two\np cnf 3 3\n1 -2 0 2 0\n-1\n 3 0\n')).toEqual({ variables: 3, hard: [], groups: [[[1, -2]], [[2]], [[-1, 3]]] });
  expect(read('p cnf 0 1\r\n0')).toEqual({ variables: 0, hard: [], groups: [[[]]] });
  expect(read('p cnf 1 1\n1 0\n%\n0\n').groups).toHaveLength(1);
});

it('group CNF: {0} is hard, a group may have no clauses or several', () => {
  expect(read('p gcnf 2 4 3\n{1} 1 0\n{0} -1 2 0\n{3} -2 0\n{1} 2 0')).toEqual({ variables: 2, hard: [[-1, 2]], groups: [[[1], [2]], [], [[-2]]] });
});

it.each([
  ['', 1, 1, 'the text ends where the header should'],
  ['c only words', 1, 13, 'the text ends where the header should'],
  ['1 2 0', 1, 1, '`1` stands where the header should'],
  ['p wcnf 1 1 1', 1, 3, '`wcnf` stands where the header should'],
  ['p cnf 2', 1, 8, 'the line ends where the header should give the number of clauses'],
  ['p cnf x 2', 1, 7, '`x` stands where the header should give the number of variables'],
  ['p gcnf 2 1\n{1} 1 0', 1, 3, 'the line ends where the header should give the number of groups'],
  ['p cnf 2 1\n1 3 0', 2, 3, 'variable 3 is not among the 2'],
  ['p cnf 2 1\n1 a 0', 2, 3, '`a` is no literal'],
  ['p cnf 2 1\n1 -0 0', 2, 3, 'variable 0 is not among the 2'],
  ['p cnf 2 1\n1 2', 2, 4, 'the text ends within a clause'],
  ['p cnf 2 2\n1 0', 2, 4, 'the text ends after 1'],
  ['p cnf 2 1\n1 0\n\n  2 0', 4, 3, 'this is one more'],
  ['p gcnf 2 1 1\n1 0', 2, 1, "`1` stands where the clause's group should"],
  ['p gcnf 2 1 1\n{2} 1 0', 2, 1, 'group 2 is not among the 1'],
])('what is wrong is told with its place: %j', (text, line, column, message) => {
  const result = readDimacs(text);
  expect(result.ok).toBe(false);
  const first = result.ok ? undefined : result.errors[0];
  expect(first).toMatchObject({ line, column });
  expect(first?.message).toContain(message);
  expect(first?.message).toMatch(/;|\?/);
});

it('several errors are told at once, and not endlessly many', () => {
  const result = readDimacs(`p cnf 1 1\n${'x '.repeat(1000)}0\n`);
  expect(result.ok ? 0 : result.errors.length).toBeLessThan(30);
  const two = readDimacs('p cnf 1 2\n2 0\n3 0\n');
  expect(two.ok ? [] : two.errors.map(({ line }) => line)).toEqual([2, 3]);
});

it('groups that can never hold, or always do, are found', () => {
  const problem = read('p gcnf 1 3 3\n{1} 0\n{3} 1 0\n{0} -1 0\n');
  expect(asPrinted(enumerate(new GroupOracle(problem)), 3)).toEqual(['S 2', 'U 1', 'U 3']);
});
