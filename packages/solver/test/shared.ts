import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { type Found, type GroupProblem, readDimacs } from '../src/index.js';

/** Instances with published answers, beside the repository. */
const DATA = resolve(import.meta.dirname, '../../../../shared/data');

export const present = existsSync(DATA);
if (!present) console.info('packages/solver/test: instances with published answers skipped, as ../shared/data is not there.');

/** The problem that a text in DIMACS states. */
export function read(text: string): GroupProblem {
  const result = readDimacs(text);
  if (!result.ok) throw new Error(result.errors.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'));
  return result.problem;
}

/** The tests of MARCO: file, problem, and what MARCO prints, each line with its numbers in ascending order. */
export function marcoTests(): { file: string; problem: GroupProblem; printed: string[] }[] {
  return readdirSync(resolve(DATA, 'marco/tests')).map((file) => ({
    file,
    problem: read(readFileSync(resolve(DATA, 'marco/tests', file), 'utf8')),
    printed: readFileSync(resolve(DATA, 'marco/out', `${file}.out`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => `${line[0]} ${line.slice(2).split(' ').map(Number).sort((a, b) => a - b).join(' ')}`)
      .sort(),
  }));
}

/** What MARCO would print: unsatisfiable subsets, and the complements of correction sets, counting from 1. */
export function asPrinted(found: Iterable<Found>, size: number): string[] {
  const lines = [...found].map(({ kind, set }) => {
    const numbers = [...Array(size).keys()].filter((g) => set.includes(g) === (kind === 'mus')).map((g) => g + 1);
    return `${kind === 'mus' ? 'U' : 'S'} ${numbers.join(' ')}`;
  });
  return lines.sort();
}

/** The two instances of agreement: as group CNF, with weights, and all sets as lists of numbers from 0. */
export function agreement(name: 'S' | 'M'): { problem: GroupProblem; expected: { mus: string[]; mcs: string[] } } {
  const file = (suffix: string): string => readFileSync(resolve(DATA, `agreement/${name}${suffix}`), 'utf8');
  const { groups } = JSON.parse(file('.json')) as { groups: { weight: number }[] };
  const { mus, mcs } = JSON.parse(file('.expected.json')) as { mus: string[]; mcs: string[] };
  return { problem: { ...read(file('.gcnf')), weights: groups.map(({ weight }) => BigInt(weight)) }, expected: { mus: mus.sort(), mcs: mcs.sort() } };
}

/** The sets of each kind as sorted lines. */
export function byKind(found: Iterable<Found>): { mus: string[]; mcs: string[] } {
  const sets = { mus: [] as string[], mcs: [] as string[] };
  for (const { kind, set } of found) sets[kind].push(set.join());
  for (const list of [sets.mus, sets.mcs]) expect(new Set(list).size, 'each set once').toBe(list.length);
  return { mus: sets.mus.sort(), mcs: sets.mcs.sort() };
}
