/** The body that a command names: of a case, of the library, of a file, or written on the command line. */
import { addRational, compareRational, ZERO, type Rational } from '@casus/games';
import { numberWords } from '@casus/report';
import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { caseFilesIn, ENDING, inputsOf, readIfThere, shownPath, type Input } from '../files.js';
import { LIBRARY } from '../installation.js';
import type { Io } from '../io.js';
import { didYouMean } from '../nearest.js';
import { UsageError } from '../usage-error.js';
import { bodyOfCase, bodiesNamed, compiledFor, refusePromise, type CaseBodyOptions } from './case-body.js';
import { csvBody } from './csv-file.js';
import type { BodySubject } from './subject.js';
import { quotaOf, weightedRule, writtenGame } from './written.js';

/** Options that say which body is meant, and by which rule it decides. */
export interface BodyArgumentOptions extends CaseBodyOptions {
  readonly case?: string;
  /** Of a CSV file: how much is needed. */
  readonly quota?: string;
  /** Of a CSV file: the column of the weights. */
  readonly weight?: string;
}

/** Bodies that a message names. */
const MOST_NAMED = 12;

/** The body that is meant. @throws UsageError for what is not there or is no body. */
export function bodyArgument(given: string, options: BodyArgumentOptions, io: Io): BodySubject {
  const { cwd } = io;
  if (given.trim() === '') throw new UsageError('name a body, a file with one, or write a game as "[51; 50, 49, 1]"');
  if (/^\s*[[(]/.test(given)) return written(given, options, given.trim());
  if (options.case !== undefined) return inCase(inputsOf([options.case], cwd)[0]!, given, options, io);
  const path = resolve(cwd, given);
  const there = kindOf(path);
  if (there === 'folder' && caseFilesIn(path).length > 0) return inCase(inputsOf([given], cwd)[0]!, undefined, options, io);
  if (there === 'file') return ofFile(given, options, io);
  const colon = given.lastIndexOf(':');
  if (colon > 0 && !/^[a-z]$/iu.test(given.slice(0, colon)) && kindOf(resolve(cwd, given.slice(0, colon))) !== undefined) return inCase(inputsOf([given.slice(0, colon)], cwd)[0]!, given.slice(colon + 1), options, io);
  if (there === 'folder' && /[/\\.]/.test(given)) throw new UsageError(`the folder \`${given}\` has no case: no file in it ends in ${ENDING}`);
  if (/\.(casus|csv|txt|game)$/iu.test(given) || /[/\\]/.test(given)) throw new UsageError(`cannot read \`${given}\`: there is no such file or folder`);
  return named(given, options, io);
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** A body by its name alone: of the case in the current folder, else of the library. */
function named(given: string, options: BodyArgumentOptions, io: Io): BodySubject {
  const own = caseFilesIn(io.cwd).length > 0 ? inputsOf(['.'], io.cwd) : [];
  const known = [...own.flatMap((input) => bodiesNamed(input).map((body) => ({ ...body, input }))), ...library(io).flatMap((input) => bodiesNamed(input).map((body) => ({ ...body, input })))];
  const wanted = given.toLowerCase();
  const found = known.find(({ name }) => name === given) ?? known.find(({ name, label }) => name.toLowerCase() === wanted || label?.toLowerCase() === wanted);
  if (found !== undefined) return inCase(found.input, found.name, options, io);
  // A case may import the body that is meant.
  for (const input of own) {
    const { case: case_ } = compiledFor(input, io);
    refusePromise(case_, given);
    const { bodies } = case_;
    if ([...bodies.values()].some(({ id, name, label }) => [id, name, label].some((one) => one.toLowerCase() === wanted))) return inCase(input, given, options, io);
  }
  const names = [...new Set(known.map(({ name }) => name))];
  const listed = `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''}`;
  throw new UsageError(`there is no body \`${given}\` here or in the library${didYouMean(given, names) || ';'} there are: ${listed}`);
}

/** The library, one file a case. */
const library = (io: Io): readonly Input[] =>
  readdirSync(LIBRARY).filter((name) => name.endsWith(ENDING)).sort().map((name) => inputsOf([join(LIBRARY, name)], io.cwd)[0]!);

/** A body of a case; its rule says how much is needed. */
function inCase(input: Input, given: string | undefined, options: BodyArgumentOptions, io: Io): BodySubject {
  const wrong = (['quota', 'weight'] as const).find((name) => options[name] !== undefined);
  if (wrong !== undefined) throw new UsageError(`\`--${wrong}\` goes with a table of weights; the rule of a body in a case says what is needed`);
  return bodyOfCase(input, given, options, io);
}

/** The same vote by weights with another quota. @throws UsageError where the rule is no such vote, or the quota none. */
export function withQuota(subject: BodySubject, quota: string, option: string): BodySubject {
  const { vote } = subject;
  if (vote === undefined) throw new UsageError(`\`${option}\` goes with one vote by weights: a table, or a game such as "[51; 50, 49, 1]"`);
  const next = { weights: vote.weights, ...quotaOf(quota, vote.weights) };
  return { ...subject, vote: next, body: { ...subject.body, rule: weightedRule(next.weights, next.quota, next.strict) }, game: { ...subject.game, about: [`A vote passes with ${needed(next)}${subject.game.weights[0]?.name === 'weight' ? '' : ` by \`${subject.game.weights[0]!.name}\``}`] } };
}

function ofFile(given: string, options: BodyArgumentOptions, io: Io): BodySubject {
  if (given.toLowerCase().endsWith(ENDING)) return inCase(inputsOf([given], io.cwd)[0]!, undefined, options, io);
  const path = resolve(io.cwd, given);
  const shown = shownPath(path, io.cwd);
  const text = readIfThere(path, shown);
  if (text === undefined) throw new UsageError(`cannot read \`${shown}\`: there is no such file`);
  if (/^\s*[[(]/.test(text)) return written(text, options, shown);
  if (!given.toLowerCase().endsWith('.csv')) throw new UsageError(`\`${shown}\` is no body: give a case (${ENDING}), a table of members and weights (.csv), or a text with a game such as [51; 50, 49, 1]`);
  return ofCsv(text, shown, options);
}

function ofCsv(text: string, path: string, { quota, weight, ...options }: BodyArgumentOptions): BodySubject {
  noCaseOptions(options, `\`${path}\` is a table`);
  const { members, columns } = csvBody(text, path);
  const names = columns.map(({ name }) => name);
  const column = weight === undefined ? columns[0]! : columns.find(({ name }) => name.toLowerCase() === weight.toLowerCase());
  if (column === undefined) throw new UsageError(`\`${path}\` has no column \`${weight!}\`${didYouMean(weight!, names) || ';'} there are: ${names.join(', ')}`);
  if (quota === undefined) throw new UsageError(`\`${path}\` has weights and no quota; add \`--quota 70%\`, \`--quota 51\` or \`--quota ">50%"\``);
  const vote = { weights: column.values, ...quotaOf(quota, column.values) };
  return {
    kind: 'body', body: { name: basename(path), members, rule: weightedRule(column.values, vote.quota, vote.strict) }, vote,
    game: { title: basename(path), about: [`A vote passes with ${needed(vote)} by \`${column.name}\``], members: members.map((name) => ({ id: name, name })), weights: [column] },
    groups: [], exit: 0,
    notes: columns.length > 1 && weight === undefined ? [`The members weigh by the first column, \`${column.name}\`; --weight chooses another: ${names.slice(1).join(', ')}`] : [],
  };
}

function written(text: string, { quota, weight, ...options }: BodyArgumentOptions, title: string): BodySubject {
  noCaseOptions(options, 'the game is written out');
  if (quota !== undefined || weight !== undefined) throw new UsageError(`the game has its quota and its weights written in it; leave out \`--${quota === undefined ? 'weight' : 'quota'}\``);
  const { body, votes } = writtenGame(text);
  const several = votes.length > 1;
  return {
    kind: 'body', body,
    game: {
      title, members: body.members.map((name) => ({ id: name, name: /^\d+$/.test(name) ? `member ${name}` : name })),
      weights: votes.map(({ weights }, i) => ({ name: several ? `vote ${i + 1}` : 'weight', values: weights })),
      about: several ? votes.map((vote, i) => `Vote ${i + 1} passes with ${needed(vote)}`) : [`A vote passes with ${needed(votes[0]!)}`],
    },
    groups: [], notes: [], exit: 0,
    ...(several || votes[0] === undefined ? {} : { vote: votes[0] }),
  };
}

/** What a vote needs, in words. */
function needed({ weights, quota, strict }: { readonly weights: readonly Rational[]; readonly quota: Rational; readonly strict: boolean }): string {
  const total = weights.reduce(addRational, ZERO);
  return compareRational(quota, total) === 0 && !strict ? `all ${numberWords(total)}` : `${strict ? 'more than' : 'at least'} ${numberWords(quota)} of ${numberWords(total)}`;
}

function noCaseOptions({ rule, asOf, when, by, with: taken }: CaseBodyOptions, why: string): void {
  const given = rule !== undefined ? '--rule' : asOf !== undefined ? '--as-of' : when !== undefined ? '--when' : by !== undefined ? '--by' : (taken ?? []).length > 0 ? '--with' : undefined;
  if (given !== undefined) throw new UsageError(`\`${given}\` goes with a body of a case; ${why}`);
}
