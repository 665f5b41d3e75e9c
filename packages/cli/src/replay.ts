/** `casus replay`: recorded votes, run through the rule of a body. */
import { NameBook, replay, type BodyOptions, type Replayed } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { documentText, pageText, replayDocument, replayPage, type ReplayView } from '@casus/report';
import { join, resolve } from 'node:path';
import { bodyCase } from './body-case.js';
import { readIfThere, shownPath } from './files.js';
import { LIBRARY, VERSION } from './installation.js';
import { Progress, styleOf, type Io } from './io.js';
import { lookUp, lookUpOptions, refuseTwoOfOneIssue } from './lookup.js';
import { EXIT, UsageError } from './usage-error.js';
import { rowsOf } from './votes/csv.js';
import type { ColumnOptions } from './votes/layout.js';
import { votesIn } from './votes/read.js';

/** Options of `casus replay`, as the command line gives them. */
export interface ReplayCommandOptions extends ColumnOptions {
  readonly case?: string;
  readonly matter?: string;
  readonly all?: 'adopted' | 'rejected';
  readonly missing: 'unknown' | 'absent';
  readonly names: readonly string[];
  readonly with: readonly string[];
  readonly when?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** So long, in milliseconds, votes are run before the command looks whether Ctrl-C was pressed. */
const SLICE = 50;

/** Replays a record. Returns the exit code. */
export async function runReplay(name: string, file: string, options: ReplayCommandOptions, io: Io): Promise<number> {
  const path = shownPath(resolve(io.cwd, file), io.cwd);
  const text = readIfThere(resolve(io.cwd, file), path);
  if (text === undefined) throw new UsageError(`cannot read \`${file}\`: there is no such file`);
  const { case: case_, body } = bodyCase(name, options.case, io.cwd);
  const view = await followed(case_, body, text, path, options, io);
  io.stdout.write(options.json === true ? documentText(replayDocument(view, VERSION)) : `${pageText(replayPage(view), styleOf(io, options))}\n`);
  if (view.stopped) return EXIT.stopped;
  return view.others.length > 0 ? EXIT.failed : EXIT.passed;
}

async function followed(case_: Case, body: Id, text: string, path: string, options: ReplayCommandOptions, io: Io): Promise<ReplayView> {
  const own = new Map([...case_.bodies.get(body)!.matters].map((matter) => [matter.id, matter]));
  const matterOf = (written: string): Id => lookUp(`matter of \`${body}\` called`, written, own);
  const votes = votesIn(text, path, { ...options, matterOf, names: new NameBook(case_, aliases(options.names, io.cwd)) });
  const replayed = replay(case_, body, votes, { ...bodyOptions(case_, options, matterOf), missing: options.missing });
  const progress = new Progress(io.stderr, `Replaying ${path}`);
  const explained = { adopted: 0, rejected: 0 };
  const others: Replayed[] = [];
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  try {
    let [since, done] = [performance.now(), 0];
    for (const one of replayed) {
      if (one.kind === 'explained') explained[one.vote.adopted ? 'adopted' : 'rejected']++;
      else others.push(one);
      progress.tell(`${++done} votes, ${others.length} of them not explained`);
      if (performance.now() - since < SLICE) continue;
      // The handler of Ctrl-C is called between two turns of the loop only.
      await new Promise((next) => setImmediate(next));
      since = performance.now();
      if (stopped) break;
    }
  } finally {
    process.removeListener('SIGINT', stop);
    progress.end();
  }
  return { case: case_, body, path, explained, others, stopped };
}

function bodyOptions(case_: Case, { matter, with: given, when, asOf }: ReplayCommandOptions, matterOf: (written: string) => Id): BodyOptions {
  const taking = lookUpOptions(case_, given);
  refuseTwoOfOneIssue(case_, taking);
  return {
    taking, ...(matter === undefined ? {} : { matter: matterOf(matter) }), ...(when === undefined ? {} : { scenario: lookUp('scenario', when, case_.scenarios) }), ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Tables of names that go with every record: those of the library, and before them the user's own. */
function* aliases(own: readonly string[], cwd: string): Generator<readonly [string, string]> {
  for (const path of [join(LIBRARY, 'state-names.csv'), ...own.map((given) => resolve(cwd, given))]) {
    const shown = shownPath(path, cwd);
    const text = readIfThere(path);
    if (text === undefined) throw new UsageError(`cannot read \`${shown}\`: there is no such file`);
    const [header, ...rows] = rowsOf(text, shown);
    const columns = (header?.cells ?? []).map((title) => title.trim().toLowerCase());
    const [name, means] = ['name', 'means'].map((title) => columns.indexOf(title));
    if (name! < 0 || means! < 0) throw new UsageError(`\`${shown}\` is no table of names; its first line names the columns \`name\` and \`means\``);
    for (const { line, cells } of rows) {
      const pair = [cells[name!]?.trim() ?? '', cells[means!]?.trim() ?? ''] as const;
      if (pair.includes('')) throw new UsageError(`\`${shown}\`, line ${line}: a name and what it means are needed`);
      yield pair;
    }
  }
}
