/** `casus agree --gcnf FILE`: all conflicts and corrections of groups of clauses in DIMACS. */
import { documentText, grouped } from '@casus/report';
import { readDimacs, type Found, type GroupProblem } from '@casus/solver';
import { resolve } from 'node:path';
import { readIfThere, shownPath } from '../files.js';
import { VERSION } from '../installation.js';
import type { Io } from '../io.js';
import { EXIT, UsageError } from '../usage-error.js';
import { endedWords, tellOfState, type AgreeCommandOptions } from './agree.js';
import { inWorker } from './in-worker.js';
import { otherDemands, readState, writeState } from './state-file.js';

/** The letters in front of a set, as MARCO prints them for conflicts; C is a correction set. */
const LETTERS = { mus: 'U', mcs: 'C' } as const;

/** The groups of a set as the file numbers them, from 1. */
const numbers = (set: readonly number[]): readonly number[] => set.map((g) => g + 1);

function problemOf(path: string, cwd: string): GroupProblem {
  const target = resolve(cwd, path);
  const shown = shownPath(target, cwd);
  const text = readIfThere(target);
  if (text === undefined) throw new UsageError(`cannot read \`${shown}\`: there is no such file`);
  const result = readDimacs(text);
  if (result.ok) return result.problem;
  const { line, column, message } = result.errors[0]!;
  const rest = result.errors.length > 1 ? ` (and ${grouped(result.errors.length - 1)} more)` : '';
  throw new UsageError(`\`${shown}\` is no group CNF or CNF in DIMACS, at ${line}:${column}: ${message}${rest}`);
}

/** `1 group`, `0 groups`: a count that programs may read. */
const number = (count: number, one: string): string => `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;

/** Whether everything can be satisfied at once, as the sets found tell; null: they do not. */
function satisfiable(mus: readonly unknown[], mcs: readonly (readonly number[])[]): boolean | null {
  if (mus.length > 0 || mcs.some((set) => set.length > 0)) return false;
  return mcs.length > 0 ? true : null;
}

/** Lists all minimal unsatisfiable subsets (`U`) and all minimal correction sets (`C`) of a file. Returns the exit code. */
export async function runGroups(file: string, options: AgreeCommandOptions, io: Io): Promise<number> {
  const { limit, smallestFirst, state: path, json } = options;
  const problem = problemOf(file, io.cwd);
  const saved = path === undefined ? undefined : readState(path, io.cwd);
  const found: Found[] = [];
  const onFound = (sets: readonly Found[]): void => {
    if (json === true) found.push(...sets);
    else io.stdout.write(sets.map(({ kind, set }) => `${[LETTERS[kind], ...numbers(set)].join(' ')}\n`).join(''));
  };
  if (json === true) for (const kind of ['mus', 'mcs'] as const) found.push(...(saved?.state.told[kind] ?? []).map((set) => ({ kind, set })));
  const answer = await inWorker({ kind: 'groups', problem, order: smallestFirst === true ? 'smallest' : 'any', ...(limit === undefined ? {} : { limit }), ...(saved === undefined ? {} : { saved }) }, { ...options, onFound }, io);
  if (!answer.fits) throw otherDemands(path!, 'clauses');
  const { complete, detail, saved: next } = answer.value;
  if (path !== undefined) writeState(path, next, io.cwd);
  else tellOfState(answer.ended, io);
  const ended = complete ? undefined : (endedWords(answer.ended, options) ?? detail);
  const { mus, mcs } = next.state.told;
  if (json === true) {
    const all = (kind: Found['kind']): readonly (readonly number[])[] => found.filter((one) => one.kind === kind).map(({ set }) => numbers(set));
    io.stdout.write(documentText({
      schema: 'casus-groups/1', tool: { name: 'casus', version: VERSION }, file, groups: problem.groups.length, variables: problem.variables, satisfiable: satisfiable(mus, mcs),
      complete, ...(ended === undefined ? {} : { ended }), conflicts: all('mus'), corrections: all('mcs'),
    }));
    return EXIT.passed;
  }
  const least = complete ? '' : 'at least ';
  const before = saved === undefined ? '' : `, those of earlier runs (${grouped(saved.state.told.mus.length + saved.state.told.mcs.length)}) included`;
  io.stdout.write(`${number(problem.groups.length, 'group')}; ${least}${number(mus.length, 'minimal unsatisfiable subset')} (U) and ${least}${number(mcs.length, 'minimal correction set')} (C)${before}${ended === undefined ? '' : `; ${ended}`}.\n`);
  if (!complete && mus.length === 0 && smallestFirst !== true) io.stdout.write('No minimal unsatisfiable subset was found yet; with --smallest-first, both kinds are looked for in turns.\n');
  return EXIT.passed;
}
