/** `casus coalitions`: the minimal coalitions that carry or block a decision, small ones first, as they are found. */
import { RuleError, Study, TooLargeError, votingGame, type Others } from '@casus/games';
import {
  coalitionLine, coalitionRow, coalitionsDocument, coalitionsFoot, coalitionsHead, csvLine, documentText, memberNames, pageMarkdown, pageText, paragraph, waysToSeat, type CoalitionsView,
} from '@casus/report';
import { VERSION } from '../installation.js';
import { styleOf, type Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { membersNamed, parts } from './ballots.js';
import { bodyArgument, type BodyArgumentOptions } from './body-argument.js';
import { studyOf } from './measure.js';
import { formOf } from './power.js';
import { promiseSubject } from './promise.js';
import { OTHERS_WORDS, type BodySubject, type PromiseSubject } from './subject.js';
import { called } from './view.js';

/** Options of `casus coalitions`, as the command line gives them. */
export interface CoalitionsCommandOptions extends BodyArgumentOptions {
  readonly in?: string;
  readonly others: Others;
  readonly winning?: boolean;
  readonly blocking?: boolean;
  readonly having?: readonly string[];
  readonly without?: readonly string[];
  readonly max: number;
  readonly count?: boolean;
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** Lists coalitions. Returns the exit code. */
export function runCoalitions(given: string, options: CoalitionsCommandOptions, io: Io): number {
  const form = formOf(options);
  if (options.winning === true && options.blocking === true) throw new UsageError('choose one of --winning and --blocking');
  const side = options.blocking === true ? 'blocking' : 'winning';
  const subject = options.in === undefined ? bodyArgument(given, options, io) : promiseSubject(given, { ...options, in: options.in }, io);
  const choice = { with: named(subject, options.having), without: named(subject, options.without) };
  const both = choice.with.find((member) => choice.without.includes(member));
  if (both !== undefined) throw new UsageError(`\`${subject.game.members[both]!.name}\` is asked for and ruled out`);
  const { study, about } = studied(subject, options);
  try {
    const view: CoalitionsView = { game: { ...subject.game, about }, side, ...choice, ...(subject.kind === 'body' ? { others: options.others } : {}), notes: subject.notes, bySize: study.count(side, choice) };
    print(view, options.count === true ? undefined : study.list(side, choice), form, options, io);
  } catch (error) {
    if (error instanceof RuleError || error instanceof TooLargeError) throw new UsageError(error.message);
    throw error;
  }
  return subject.exit;
}

function named(subject: BodySubject | PromiseSubject, given: readonly string[] | undefined): readonly number[] {
  const of: BodySubject = subject.kind === 'body' ? subject : { ...subject, kind: 'body', body: { members: [], rule: { kind: 'never' } }, groups: [] };
  return [...new Set(parts(given ?? []).flatMap((name) => membersNamed(of, name)))];
}

function studied(subject: BodySubject | PromiseSubject, { others }: CoalitionsCommandOptions): { readonly study: Study; readonly about: readonly string[] } {
  const { game } = subject;
  if (subject.kind === 'promise') return { study: studyOf({ kind: 'table', table: subject.table, names: game.members.map(({ name }) => name) }), about: game.about };
  return { study: Study.of(called(votingGame(subject.body, others), game)), about: [...game.about, `Those outside a coalition ${OTHERS_WORDS[others]}`] };
}

function print(view: CoalitionsView, coalitions: Iterable<readonly number[]> | undefined, form: ReturnType<typeof formOf>, options: CoalitionsCommandOptions, io: Io): void {
  const { max } = options;
  const style = styleOf(io, options);
  const write = (text: string): void => void io.stdout.write(text);
  const total = view.bySize!.reduce((sum, count) => sum + count, 0n);
  const listed: (readonly number[])[] = [];
  if (form === 'csv') write(csvLine(['members', 'coalition']));
  else if (form === 'markdown') write(`${pageMarkdown(coalitionsHead(view))}\n`);
  else if (form === 'text') write(`${pageText(coalitionsHead(view), style)}\n\n`);
  let [shown, covered] = [0, 0n];
  const seen = view.game.members.some(({ seat }) => seat !== undefined) ? new Set<string>() : undefined;
  for (const coalition of coalitions ?? []) {
    // Of coalitions that differ in nothing but which seats they hold, one is listed.
    const names = seen === undefined ? '' : memberNames(view.game.members, coalition).join('\n');
    if (seen?.has(names) === true) continue;
    if (shown === max) break;
    seen?.add(names);
    shown++;
    covered += seen === undefined ? 1n : waysToSeat(view.game.members, coalition);
    if (form === 'json') listed.push(coalition);
    else if (form === 'csv') write(csvLine(coalitionRow(view, coalition)));
    else if (form === 'markdown') write(`${coalitionLine(view, coalition, shown)}\n`);
    else write(`${paragraph(coalitionLine(view, coalition, shown), style.width, '  ', '     ')}\n`);
  }
  const ended = coalitions === undefined ? 'counted only' : covered < total ? '--max or --all shows more' : undefined;
  if (form === 'json') return write(documentText(coalitionsDocument(view, listed, ended, VERSION)));
  const foot = coalitions === undefined ? undefined : coalitionsFoot(covered, total, ended);
  if (foot !== undefined && form !== 'csv') write(`\n${form === 'text' ? style.palette.dim(foot) : foot}\n`);
}
