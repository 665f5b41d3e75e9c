/** `casus explain`: the story behind one verdict. */
import { Session, story, tooLarge, type Verdict } from '@casus/analysis';
import { verifyCase } from '@casus/dossier';
import type { Case } from '@casus/model';
import { documentText, evidenceCounts, explainDocument, explanationText, leftOut, sentence, type Explanation } from '@casus/report';
import { caseOf } from './case-of.js';
import { compiled } from './compiled.js';
import { requireFolders } from './files.js';
import { VERSION } from './installation.js';
import { styleOf, type Io } from './io.js';
import { requestOf, type RequestOptions } from './request.js';
import { shellWord } from './shell.js';
import { sourceTexts } from './source-texts.js';
import { EXIT, UsageError } from './usage-error.js';

/** Options of `casus explain`, as the command line gives them. */
export interface ExplainOptions extends RequestOptions {
  readonly sources: readonly string[];
  readonly case?: string;
  readonly max: number;
  readonly json?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

const explained = (case_: Case, verdict: Verdict): Explanation => ({ verdict, stories: verdict.cells.map((cell) => story(case_, verdict, cell)) });

/** Explains one promise. Returns the exit code. */
export function runExplain(promise: string, options: ExplainOptions, io: Io): number {
  requireFolders(options.sources, io.cwd);
  const input = caseOf(options.case, promise, io.cwd);
  const { value: case_, findings } = compiled(input, io.cwd);
  const request = requestOf(case_, promise, options);
  const without = leftOut(findings);
  const exit = without === undefined ? EXIT.passed : EXIT.failed;
  if (without !== undefined) {
    const show = input.from === undefined || input.from === '.' ? '' : ` ${shellWord(input.from)}`;
    io.stderr.write(`casus: ${without}; \`npx casus check${show}\` shows where\n`);
  }
  const session = new Session(case_);
  const verdicts = session.judge(request);
  if (verdicts.length === 0) {
    const [refused] = tooLarge(case_, session);
    if (refused !== undefined) throw new UsageError(`${refused.message}; ${refused.help!}`);
    const who = request.attacker === undefined ? 'no attacker of this scenario' : `\`${request.attacker}\` is not an attacker of this scenario`;
    throw new UsageError(`nothing to judge: ${who}; see the scenario \`${request.scenario}\``);
  }
  const explanations = verdicts.map((verdict) => explained(case_, verdict));
  if (options.json) {
    io.stdout.write(documentText(explainDocument(case_, explanations, VERSION)));
    return exit;
  }
  const style = styleOf(io, options);
  const rule = `\n\n${style.palette.dim('─'.repeat(Math.min(style.width, 60)))}\n\n`;
  io.stdout.write(`${explanations.map((each) => explanationText(case_, each, style, options.max)).join(rule)}\n`);
  if (case_.sources.size > 0) {
    const evidence = verifyCase(case_, sourceTexts(case_, options.sources, io.cwd));
    io.stdout.write(`\n${style.palette.dim(`Evidence of the whole case: ${sentence(evidenceCounts(evidence))}`)}\n`);
  }
  return exit;
}
