/** `casus check`: judges cases and tells what it found. */
import { positionFindings } from '@casus/agreement';
import { check } from '@casus/analysis';
import { verifyCase } from '@casus/dossier';
import type { FindingCode } from '@casus/model';
import { checkDocument, checkText, documentText, pageSummary, sarifDocument, summaryOf, summaryText, type CheckedCase, type RulePage } from '@casus/report';
import { codeOrCategory } from './codes.js';
import { compiled, unread } from './compiled.js';
import { caseFilesIn, inputsOf, requireFolders, requireWritable, shownPath, unreadableIn, writeWhole, type Input } from './files.js';
import { VERSION, pageOf } from './installation.js';
import { Progress, styleOf, type Io } from './io.js';
import { shellWord } from './shell.js';
import { sourceTexts } from './source-texts.js';
import { EXIT, UsageError } from './usage-error.js';
import { dirname, resolve } from 'node:path';

/** Options of `casus check`, as the command line gives them. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly out?: string;
  readonly sarif?: string;
  readonly pages?: string;
  readonly deny: readonly string[];
  readonly asOf?: string;
  readonly sources: readonly string[];
  readonly everyAttacker?: boolean;
  readonly table?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** The way of one case: text, case, evidence, verdicts and findings. `among`: other cases are checked as well, and are not to suffer for this one. */
function checked(input: Input, among: boolean, { asOf, sources, everyAttacker }: CheckOptions, io: Io): CheckedCase {
  const broken = among ? unreadableIn(input) : undefined;
  if (broken !== undefined) {
    const { value, findings } = unread(input, broken);
    return { case: value, findings, verdicts: [] };
  }
  const outcome = compiled(input, io.cwd);
  const case_ = outcome.value;
  const evidence = verifyCase(case_, sourceTexts(case_, sources, io.cwd));
  const progress = new Progress(io.stderr, 'Judging');
  try {
    const { verdicts, findings } = check(case_, outcome.findings, evidence, {
      ...(asOf === undefined ? {} : { asOf }),
      everyAttacker: everyAttacker === true,
      also: positionFindings(),
      onProgress: progress.report,
    });
    return { case: case_, findings, verdicts, evidence };
  } finally {
    progress.end();
  }
}

/** What to do where files of a folder were checked without the others, and names are unknown for it. */
function partOf({ files }: Input, { case: case_, findings }: CheckedCase, cwd: string): string | undefined {
  if (!findings.some(({ code }) => code === 'form/unknown-name')) return undefined;
  const read = new Set([...files, ...case_.files].map(({ path }) => path));
  for (const folder of new Set(files.map(({ path }) => dirname(resolve(cwd, path))))) {
    if (caseFilesIn(folder).every((file) => read.has(shownPath(file, cwd)))) continue;
    const what = files.length === 1 ? 'This file is' : 'These files are';
    return `${what} part of a case: the folder has other .casus files. Check the folder: npx casus check ${shellWord(shownPath(folder, cwd))}`;
  }
  return undefined;
}

/** The name of a file that stands for the command's own output. */
const STDOUT = '-';

function requireOneOnStdout({ json, out, sarif, pages }: CheckOptions): void {
  if (sarif === STDOUT && json === true) throw new UsageError('`--json` and `--sarif -` both print to the same place; give one of them a file: `--out FILE` or `--sarif FILE`');
  if (sarif !== undefined && sarif !== STDOUT && sarif === out) throw new UsageError(`\`--out\` and \`--sarif\` would both write \`${sarif}\`; name two files`);
  if (pages !== undefined && sarif === undefined) throw new UsageError('`--pages` says where the links of a SARIF log lead; give `--sarif FILE` too');
}

/** The findings as a SARIF log. */
function sarifText(cases: readonly CheckedCase[], { pages }: CheckOptions, denied: readonly string[]): string {
  const page = (code: FindingCode): RulePage | undefined => {
    const markdown = pageOf(code);
    return markdown === undefined ? undefined : { first: pageSummary(markdown).first, markdown };
  };
  return documentText(sarifDocument(cases, { version: VERSION, denied, page, ...(pages === undefined ? {} : { pages }) }));
}

/** Checks the cases that the paths name. Returns the exit code. */
export function runCheck(paths: readonly string[], options: CheckOptions, io: Io): number {
  const denied = options.deny.map(codeOrCategory);
  requireFolders(options.sources, io.cwd);
  const inputs = inputsOf(paths, io.cwd);
  requireOneOnStdout(options);
  if (options.out !== undefined) requireWritable(options.out, io.cwd);
  if (options.sarif !== undefined && options.sarif !== STDOUT) requireWritable(options.sarif, io.cwd, '--sarif');
  const cases = inputs.map((input) => checked(input, inputs.length > 1, options, io));
  const summary = summaryOf(cases, denied);
  const wanted = options.json === true || options.out !== undefined;
  const asked = { version: VERSION, denied, ...(options.asOf === undefined ? {} : { asOf: options.asOf }) };
  const document = wanted ? documentText(checkDocument(cases, asked)) : '';
  const sarif = options.sarif === undefined ? '' : sarifText(cases, options, denied);
  if (options.json) io.stdout.write(document);
  else if (options.sarif === STDOUT) io.stdout.write(sarif);
  else {
    const style = styleOf(io, options);
    const table = options.table === true || options.quiet !== true;
    for (const [index, each] of cases.entries()) {
      const from = inputs[index]!.from;
      const text = checkText(each, { denied, table, title: cases.length > 1, from: from === undefined ? false : shellWord(from) }, style);
      if (text !== '') io.stdout.write(`${text}\n\n`);
    }
    io.stdout.write(`${summaryText(summary, style)}\n`);
    const parts = inputs.flatMap((input, index) => partOf(input, cases[index]!, io.cwd) ?? []);
    for (const hint of parts) io.stdout.write(`${hint}\n`);
  }
  const silent = options.json === true || options.sarif === STDOUT;
  if (options.out !== undefined) {
    writeWhole(options.out, document, io.cwd);
    if (!silent) io.stdout.write(`Full results: ${shownPath(resolve(io.cwd, options.out), io.cwd)}\n`);
  }
  if (options.sarif !== undefined && options.sarif !== STDOUT) {
    writeWhole(options.sarif, sarif, io.cwd);
    if (!silent) io.stdout.write(`SARIF log: ${shownPath(resolve(io.cwd, options.sarif), io.cwd)}\n`);
  }
  return summary.passed ? EXIT.passed : EXIT.failed;
}
