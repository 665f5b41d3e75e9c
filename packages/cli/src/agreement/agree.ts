/** `casus agree`: whether the parties can agree, and if not, why not and what would open a deal. */
import { agreementDocument, agreementPage, documentText, pageMarkdown, pageText, type AgreementView, type Rank } from '@casus/report';
import { VERSION } from '../installation.js';
import { styleOf, type Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { caseArgument } from './case-argument.js';
import { runGroups } from './groups.js';
import { inWorker } from './in-worker.js';
import { selectionOf, type SelectionOptions } from './selection.js';
import { otherDemands, readState, writeState } from './state-file.js';
import type { Ended } from './tasks.js';

/** How far to list, as the command line says it. */
export interface BoundOptions {
  readonly limit?: number;
  readonly seconds?: number;
}

/** Options of `casus agree`, as the command line gives them. */
export interface AgreeCommandOptions extends SelectionOptions, BoundOptions {
  readonly rank: Rank;
  readonly smallestFirst?: boolean;
  readonly state?: string;
  readonly robust?: boolean;
  readonly gcnf?: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** Entries of a list in the terminal. */
export const MOST = 10;

/** Why a listing ended before its end, in the user's words. */
export function endedWords(ended: Ended | undefined, { limit, seconds }: BoundOptions): string | undefined {
  switch (ended) {
    case 'seconds':
      return `stopped after ${seconds} s`;
    case 'interrupted':
      return 'stopped by Ctrl-C';
    case 'limit':
      return `stopped at the limit of ${limit}`;
    default:
      return undefined;
  }
}

/** Says, where a search without `--state` was stopped by Ctrl-C, what would have kept it. */
export function tellOfState(ended: Ended | undefined, { stderr }: Io): void {
  if (ended === 'interrupted') stderr.write('casus: with `--state FILE` the search would have been kept, to go on from where it stopped\n');
}

/** Options that choose among positions, which a file of clauses does not have. */
const OF_CASES = ['on', 'asOf', 'among', 'only', 'minGrade', 'without', 'robust', 'markdown'] as const;
const FLAGS: Readonly<Record<(typeof OF_CASES)[number], string>> = {
  on: '--on', asOf: '--as-of', among: '--among', only: '--only', minGrade: '--min-grade', without: '--without', robust: '--robust', markdown: '--markdown',
};

/** Tells whether the parties can agree. Returns the exit code. */
export async function runAgree(given: string | undefined, options: AgreeCommandOptions, io: Io): Promise<number> {
  const { json, markdown, limit, smallestFirst, rank, state: path, gcnf } = options;
  if (json === true && markdown === true) throw new UsageError('choose one of --json and --markdown');
  if (gcnf !== undefined) {
    if (given !== undefined) throw new UsageError('give a case or `--gcnf FILE`, not both');
    const wrong = OF_CASES.find((name) => options[name] !== undefined && (!Array.isArray(options[name]) || options[name].length > 0));
    if (wrong !== undefined) throw new UsageError(`\`${FLAGS[wrong]}\` goes with a case, not with \`--gcnf\``);
    return runGroups(gcnf, options, io);
  }
  const saved = path === undefined ? undefined : readState(path, io.cwd);
  const { case: case_, exit, unread } = caseArgument(given, io);
  const selection = selectionOf(case_, options);
  const answer = await inWorker({
    kind: 'agree', case: case_, robust: options.robust === true, ...(saved === undefined ? {} : { saved }),
    options: { ...selection, ...(limit === undefined ? {} : { limit }), ...(smallestFirst === true ? { order: 'smallest' as const } : {}) },
  }, options, io);
  if (!answer.fits) throw otherDemands(path!, 'demands (other lines, or lines that mean something else now)');
  const { agreement, saved: next, ...more } = answer.value;
  if (path !== undefined) writeState(path, next, io.cwd);
  else tellOfState(answer.ended, io);
  const words = endedWords(answer.ended, options);
  const view: AgreementView = {
    case: case_, agreement, rank, form: markdown === true ? 'report' : 'terminal', most: options.all === true || markdown === true ? Infinity : MOST, seeAll: '--all',
    ...(unread === undefined ? {} : { unread }), ...(words === undefined ? {} : { ended: words }), ...(more.undominated === undefined ? {} : { undominated: more.undominated }), ...(more.robustness === undefined ? {} : { robustness: more.robustness }),
  };
  if (json === true) io.stdout.write(documentText(agreementDocument(view, selection, VERSION)));
  else if (markdown === true) io.stdout.write(pageMarkdown(agreementPage(view)));
  else {
    io.stdout.write(`${pageText(agreementPage(view), styleOf(io, options))}\n`);
    if (path !== undefined && answer.ended !== undefined) io.stdout.write(`\nTo go on: the same command with --state ${path}\n`);
  }
  return exit;
}
