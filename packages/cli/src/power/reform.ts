/** `casus reform`: the same body before and after a reform. */
import { amongOthers, blocksGained, LargeVote, RuleError, Study, TooLargeError, votingGame, wins, dual, type Others, type SimpleGame } from '@casus/games';
import { documentText, memberNames, pageMarkdown, pageText, reformDocument, reformPage, type Blocking, type GameView, type ReformSide, type ReformView } from '@casus/report';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { VERSION } from '../installation.js';
import { styleOf, type Io } from '../io.js';
import { EXIT, UsageError } from '../usage-error.js';
import { bodyArgument, withQuota, type BodyArgumentOptions } from './body-argument.js';
import { indicesNamed } from './catalogue.js';
import { measuredInWorker } from './in-worker.js';
import { formOf, taskOf } from './power.js';
import type { BodySubject } from './subject.js';
import { called, powerView } from './view.js';

/** Options of `casus reform`, as the command line gives them. */
export interface ReformCommandOptions extends BodyArgumentOptions {
  readonly to?: string;
  readonly toBody?: string;
  readonly toRule?: string;
  readonly toAsOf?: string;
  readonly toQuota?: string;
  readonly others: Others;
  readonly index: readonly string[];
  readonly fractions?: boolean;
  readonly digits: number;
  readonly max: number;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly bars: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** Indices that are compared unless others are named, and the body's own power to act. */
const COMPARED = ['shapley', 'banzhaf', 'act'];
const BARS = 14;

/** Coalitions that are looked through for new ones. */
const MOST_LOOKED_AT = 20_000;

/** Compares. Returns the exit code. */
export async function runReform(given: string, options: ReformCommandOptions, io: Io): Promise<number> {
  const form = formOf(options);
  const before = bodyArgument(given, beforeOptions(given, options), io);
  const after = bodyAfter(given, before, options, io);
  const indices = options.index.length === 0 ? COMPARED : indicesNamed(options.index, { unions: false, ternary: false, probability: false, sampling: false });
  const view = await reformView(before, after, indices, options, io);
  if (view === undefined) return EXIT.stopped;
  if (form === 'json') io.stdout.write(documentText(reformDocument(view, VERSION)));
  else {
    const page = reformPage(view, options.bars && form === 'text' ? BARS : 0);
    io.stdout.write(form === 'markdown' ? pageMarkdown(page) : `${pageText(page, styleOf(io, options))}\n`);
  }
  return Math.max(before.exit, after.exit);
}

const isWritten = (text: string): boolean => /^\s*[[(]/.test(text);
const isTable = (text: string): boolean => /\.csv$/iu.test(text);

/** A column of weights may be that of the table that the body becomes. */
function beforeOptions(given: string, { weight, ...options }: ReformCommandOptions): BodyArgumentOptions {
  return weight === undefined || (options.to !== undefined && isTable(options.to) && !isTable(given)) ? options : { ...options, weight };
}

/** The body after the reform. */
function bodyAfter(given: string, before: BodySubject, options: ReformCommandOptions, io: Io): BodySubject {
  const { to, toBody, toQuota } = options;
  if (toQuota === undefined) return bodyArgument(afterArgument(given, options, io), afterOptions(options), io);
  const other = options.toRule !== undefined ? '--to-rule' : options.toAsOf !== undefined ? '--to-as-of' : undefined;
  if (other !== undefined) throw new UsageError(`\`--to-quota\` does not go with \`${other}\``);
  if (to === undefined && toBody === undefined) return withQuota(before, toQuota, '--to-quota');
  if (to === undefined || !isTable(to)) throw new UsageError('`--to-quota` goes with a table of weights, or without `--to` and `--to-body`: the other body has its quota in its rule');
  return bodyArgument(to, afterOptions(options), io);
}

/** The argument that the body after the reform has: in the file of `--to` the same name (or `--to-body`), else another body, rule, day or quota of the same text. */
function afterArgument(given: string, { to, toBody, toRule, toAsOf, toQuota }: ReformCommandOptions, { cwd }: Io): string {
  if (to === undefined) {
    if (toBody !== undefined) return toBody;
    if (toRule === undefined && toAsOf === undefined && toQuota === undefined) throw new UsageError('say what it becomes: `--to FILE` with the same body, `--to "[…]"`, `--to-body NAME`, `--to-rule MATTER`, `--to-as-of DAY` or `--to-quota NUMBER`');
    return given;
  }
  if (isWritten(to) || /\.(csv|txt|game)$/iu.test(to)) return to;
  const name = toBody ?? bareName(given);
  const there = isThere(resolve(cwd, to));
  if (name === undefined || !there) return to;
  return `${to}:${name}`;
}

const isThere = (path: string): boolean => {
  try {
    return statSync(path) !== undefined;
  } catch {
    return false;
  }
};

/** The name of a body in an argument; none where that is a game or a file. */
function bareName(given: string): string | undefined {
  if (isWritten(given)) return undefined;
  const name = given.slice(given.lastIndexOf(':') + 1);
  return /\.(casus|csv|txt|game)$/iu.test(name) || /[/\\]/.test(name) ? undefined : name;
}

function afterOptions({ to, toRule, toAsOf, toQuota, case: folder, ...options }: ReformCommandOptions): BodyArgumentOptions {
  const { asOf, when, by, with: taken, quota, weight, rule } = options;
  const [nextRule, nextDay, nextQuota] = [toRule ?? rule, toAsOf ?? asOf, toQuota ?? quota];
  const written = to !== undefined && isWritten(to);
  const plain = written || (to !== undefined && /\.(csv|txt|game)$/iu.test(to));
  const table = to === undefined ? options.toBody === undefined : isTable(to);
  return {
    ...(folder === undefined || to !== undefined ? {} : { case: folder }),
    ...(plain ? {} : { ...(nextRule === undefined ? {} : { rule: nextRule }), ...(nextDay === undefined ? {} : { asOf: nextDay }), ...(when === undefined ? {} : { when }), ...(by === undefined ? {} : { by }), ...(taken === undefined ? {} : { with: taken }) }),
    ...(nextQuota === undefined || !table ? {} : { quota: nextQuota }), ...(weight === undefined || !table ? {} : { weight }),
  };
}

async function reformView(before: BodySubject, after: BodySubject, indices: readonly string[], options: ReformCommandOptions, io: Io): Promise<ReformView | undefined> {
  const shown = { digits: options.digits, fractions: options.fractions === true };
  const sides: ReformSide[] = [];
  for (const side of [before, after]) {
    const { task, subject } = taskOf(side, options, indices, []);
    const { measured, stopped } = await measuredInWorker({ ...task, structure: false }, io);
    if (stopped) return undefined;
    const { indices: found, structure, methods, notes } = powerView(subject.game, measured, indices, { ...shown, notes: side.notes });
    sides.push({ game: { ...subject.game, about: [...subject.game.about, ...notes] }, indices: found, structure, methods });
  }
  const [old, now] = sides as [ReformSide, ReformSide];
  const members = everybody(old.game, now.game);
  if (members.every(({ before: one, after: other }) => one === undefined || other === undefined)) throw new UsageError('the two bodies have no member in common; members are matched by name');
  return { ...shown, before: old, after: now, members, ...blocksOrWhyNot(members, before, after, options) };
}

/** Everybody of both sides, matched by name. */
function everybody(before: GameView, after: GameView): ReformView['members'] {
  const name = (game: GameView, i: number): string => game.members[i]!.id.toLowerCase();
  const later = new Map(after.members.map((_, i) => [name(after, i), i]));
  const byLabel = new Map(after.members.map((member, i) => [member.name.toLowerCase(), i]));
  const both = before.members.map((member, i) => {
    const match = later.get(name(before, i)) ?? byLabel.get(member.name.toLowerCase());
    return { ...member, before: i, ...(match === undefined ? {} : { after: match }) };
  });
  const met = new Set(both.map((member) => member.after));
  return [...both, ...after.members.flatMap((member, i) => (met.has(i) ? [] : [{ ...member, after: i }]))];
}

type Blocks = Pick<ReformView, 'blocking' | 'newBlocks' | 'lostBlocks' | 'notes'>;

/** What each can block, or a note that says why that is not told. */
function blocksOrWhyNot(members: ReformView['members'], before: BodySubject, after: BodySubject, options: ReformCommandOptions): Blocks {
  const none = (why: string): Blocks => ({ newBlocks: [], lostBlocks: [], notes: [`Who can block with whom is not compared: ${why}`] });
  // Diagrams of such votes grow for minutes before they are known to be too large.
  if ([before, after].some(({ body }) => LargeVote.of(votingGame(body, options.others)) !== undefined)) return none('there are too many different weights');
  try {
    return blocks(members, before, after, options);
  } catch (error) {
    if (error instanceof TooLargeError || error instanceof RuleError) return none(error.message);
    throw error;
  }
}

/** What each can block on each side. @throws TooLargeError; RuleError where a rule is not monotone */
function blocks(members: ReformView['members'], before: BodySubject, after: BodySubject, { others, max }: ReformCommandOptions): Blocks {
  const names = members.map(({ name }) => name);
  const side = (subject: BodySubject, key: 'before' | 'after'): { readonly game: SimpleGame; readonly present: ReadonlySet<number>; readonly least: readonly (number | undefined)[] } => {
    const own = called(votingGame(subject.body, others), subject.game);
    const to = own.players.map((_, i) => members.findIndex((member) => member[key] === i));
    const least = leastBlocking(own);
    return { game: amongOthers(own, names, to), present: new Set(to), least: members.map((member) => (member[key] === undefined ? undefined : least[member[key]])) };
  };
  const [old, now] = [side(before, 'before'), side(after, 'after')];
  const gained = counts(old.game, now.game, now.present);
  const lost = counts(now.game, old.game, old.present);
  const blocking = members.map((_, i): Blocking => ({
    ...(old.least[i] === undefined ? {} : { before: old.least[i] }), ...(now.least[i] === undefined ? {} : { after: now.least[i] }),
    ...(gained === undefined ? {} : { gained: gained[i]! }), ...(lost === undefined ? {} : { lost: lost[i]! }),
  }));
  return { blocking, notes: [], newBlocks: onlyIn(members, now.game, old.game, now.present, max), lostBlocks: onlyIn(members, old.game, now.game, old.present, max) };
}

/** The fewest members with whom each can block. */
function leastBlocking(game: SimpleGame): readonly (number | undefined)[] {
  const { classOf, having } = Study.of(game).minimalBlocking;
  return classOf.map((one) => {
    const size = having[one]!.findIndex((count) => count > 0n);
    return size < 0 ? undefined : size;
  });
}

/** The coalitions that each member gains; undefined where they cannot be counted. Interchangeable members are counted once. */
function counts(before: SimpleGame, now: SimpleGame, present: ReadonlySet<number>): readonly bigint[] | undefined {
  try {
    const classes = [Study.of(before), Study.of(now)].map(({ diagram }) => diagram.layout.levelOf);
    const known = new Map<string, bigint>();
    return now.players.map((_, player) => {
      if (!present.has(player)) return 0n;
      const key = classes.map((of) => of[player]).join();
      let count = known.get(key);
      if (count === undefined) known.set(key, (count = blocksGained(before, now, player, present)));
      return count;
    });
  } catch (error) {
    if (error instanceof TooLargeError || error instanceof RuleError) return undefined;
    throw error;
  }
}

/** The smallest minimal coalitions that block in one game and not in the other; of those that differ in nothing but which seats they hold, one. */
function onlyIn(members: ReformView['members'], game: SimpleGame, other: SimpleGame, present: ReadonlySet<number>, max: number): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  const against = dual(other);
  let looked = 0;
  for (const coalition of Study.of(game).list('blocking')) {
    if (found.size >= max || ++looked > MOST_LOOKED_AT) break;
    const inside = new Set(coalition);
    const names = memberNames(members, coalition).join('\n');
    if (!found.has(names) && coalition.every((member) => present.has(member)) && !wins(against, (player) => inside.has(player))) found.set(names, coalition);
  }
  return [...found.values()];
}
