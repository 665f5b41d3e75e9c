/** `casus power`: who decides, who can block, and how much power each member has. */
import { votingGame, type Others } from '@casus/games';
import { documentText, pageMarkdown, pageText, powerCsv, powerDocument, powerPage } from '@casus/report';
import { VERSION } from '../installation.js';
import { styleOf, type Io } from '../io.js';
import { EXIT, UsageError } from '../usage-error.js';
import { bodyArgument, type BodyArgumentOptions } from './body-argument.js';
import { membersNamed } from './ballots.js';
import { indicesNamed } from './catalogue.js';
import { measuredInWorker } from './in-worker.js';
import { votesOf } from './probability.js';
import { promiseSubject } from './promise.js';
import { OTHERS_WORDS, type BodySubject, type PromiseSubject } from './subject.js';
import { runSweep } from './sweep.js';
import type { PowerTask } from './tasks.js';
import { called, powerView } from './view.js';

/** Options of `casus power`, as the command line gives them. */
export interface PowerCommandOptions extends BodyArgumentOptions {
  readonly in?: string;
  readonly others: Others;
  readonly index: readonly string[];
  readonly unions?: string;
  readonly ternary?: boolean;
  readonly probability?: string;
  readonly monteCarlo?: number;
  readonly seed?: number;
  readonly quotaSweep?: string;
  readonly fractions?: boolean;
  readonly digits: number;
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly bars: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** Columns of a bar in the terminal. */
const BARS = 14;

/** Tells who decides. Returns the exit code. */
export async function runPower(given: string, options: PowerCommandOptions, io: Io): Promise<number> {
  const form = formOf(options);
  const subject = options.in === undefined ? bodyArgument(given, options, io) : promiseSubject(given, { ...options, in: options.in }, io);
  if (options.quotaSweep !== undefined) {
    refuseBesideSweep(options);
    return runSweep(bodyOnly(subject, '--quota-sweep'), options.quotaSweep, options, io);
  }
  const unions = options.unions === undefined ? [] : unionsNamed(options.unions, bodyOnly(subject, '--unions'));
  const votes = options.probability === undefined ? undefined : votesOf(options.probability, bodyOnly(subject, '--probability'), io.cwd);
  const sampling = samplingOf(options, subject);
  const wanted = indicesNamed(options.index, { unions: options.unions !== undefined, ternary: options.ternary === true, probability: votes !== undefined, sampling: sampling !== undefined });
  const { task, subject: told } = taskOf(subject, options, wanted, unions);
  const { measured, stopped } = await measuredInWorker({ ...task, ...(votes === undefined ? {} : { votes }), ...(sampling === undefined ? {} : { sampling }) }, io);
  const view = powerView(told.game, measured, wanted, { digits: options.digits, fractions: options.fractions === true, notes: told.notes });
  const style = styleOf(io, options);
  if (form === 'json') io.stdout.write(documentText(powerDocument(view, VERSION)));
  else if (form === 'csv') io.stdout.write(powerCsv(view));
  else {
    const page = powerPage(view, { width: form === 'markdown' ? Infinity : style.width, bars: options.bars && form === 'text' ? BARS : 0 });
    io.stdout.write(form === 'markdown' ? pageMarkdown(page) : `${pageText(page, style)}\n`);
  }
  return stopped ? EXIT.stopped : subject.exit;
}

/** A sweep shows one index of swings, and nothing that needs more. */
function refuseBesideSweep({ unions, ternary, probability, monteCarlo, seed }: PowerCommandOptions): void {
  const given = { unions, ternary, probability, 'monte-carlo': monteCarlo, seed };
  for (const [option, value] of Object.entries(given)) if (value !== undefined) throw new UsageError(`\`--quota-sweep\` does not go with \`--${option}\``);
}

/** How to print. @throws UsageError for two ways at once. */
export function formOf({ csv, json, markdown }: { readonly csv?: boolean; readonly json?: boolean; readonly markdown?: boolean }): 'text' | 'csv' | 'json' | 'markdown' {
  const chosen = (['csv', 'json', 'markdown'] as const).filter((form) => ({ csv, json, markdown })[form] === true);
  if (chosen.length > 1) throw new UsageError(`choose one of --${chosen.join(' and --')}`);
  return chosen[0] ?? 'text';
}

/** What the worker is asked, and the subject with what those outside a coalition do. */
export function taskOf(
  subject: BodySubject | PromiseSubject, { others, ternary }: Pick<PowerCommandOptions, 'others' | 'ternary'>, indices: readonly string[], unions: readonly (readonly number[])[],
): { readonly task: PowerTask; readonly subject: BodySubject | PromiseSubject } {
  if (subject.kind === 'promise') {
    if (ternary === true) throw new UsageError('`--ternary` goes with a body: in the game of a promise, actors work for it or against it');
    if (others !== 'no') throw new UsageError('`--others` goes with a body; in the game of a promise, those outside a coalition do their worst');
    return { task: { source: { kind: 'table', table: subject.table, names: subject.game.members.map(({ name }) => name) }, indices, unions, structure: true }, subject };
  }
  const { body, game } = subject;
  const about = [...game.about, `Those outside a coalition ${OTHERS_WORDS[others]}`];
  return {
    task: { source: { kind: 'game', game: called(votingGame(body, others), game) }, body: { ...body, members: game.members.map(({ name }) => name) }, indices, unions, structure: true },
    subject: { ...subject, game: { ...game, about } },
  };
}

function bodyOnly(subject: BodySubject | PromiseSubject, option: string): BodySubject {
  if (subject.kind === 'promise') throw new UsageError(`\`${option}\` goes with a body, not with the game of a promise`);
  return subject;
}

/** How many samples are to be drawn, from which seed. */
function samplingOf({ monteCarlo, seed, probability, unions, ternary }: PowerCommandOptions, subject: BodySubject | PromiseSubject): PowerTask['sampling'] {
  if (monteCarlo === undefined) {
    if (seed !== undefined) throw new UsageError('`--seed` goes with `--monte-carlo`');
    return undefined;
  }
  bodyOnly(subject, '--monte-carlo');
  const other = probability !== undefined ? '--probability' : unions !== undefined ? '--unions' : ternary === true ? '--ternary' : undefined;
  if (other !== undefined) throw new UsageError(`\`--monte-carlo\` does not go with \`${other}\``);
  return { samples: monteCarlo, seed: seed ?? 1 };
}

/** Unions as they are written: `A+B,C+D`. @throws UsageError for unknown members, and members in two. */
function unionsNamed(given: string, subject: BodySubject): readonly (readonly number[])[] {
  const seen = new Map<number, string>();
  const unions = given.split(',').map((text) => text.trim()).filter((text) => text !== '');
  if (unions.length === 0) throw new UsageError('`--unions` names nothing; write unions as "A+B,C+D"');
  return unions.map((union) => [...new Set(union.split('+').map((name) => name.trim()).filter((name) => name !== '').flatMap((name) => membersNamed(subject, name)))].map((member) => {
    const before = seen.get(member);
    if (before !== undefined) throw new UsageError(`\`${subject.game.members[member]!.name}\` is in two unions, \`${before}\` and \`${union}\``);
    seen.set(member, union);
    return member;
  }));
}
