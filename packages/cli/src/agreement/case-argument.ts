/** The case that a command of the agreement engine is about. */
import type { Case } from '@casus/model';
import { leftOut, unreadSentences, type Unread } from '@casus/report';
import { caseOf, fewOf } from '../case-of.js';
import { compiled } from '../compiled.js';
import { inputsOf, type Input } from '../files.js';
import type { Io } from '../io.js';
import { shellWord } from '../shell.js';
import { EXIT, UsageError } from '../usage-error.js';

/** A case, and the exit code that its form asks for. */
export interface ReadCase {
  readonly case: Case;
  readonly exit: number;
  /** What could not be read of it, for the report itself. */
  readonly unread?: Unread;
}

/** Reads the case that is named, the current folder's, or the only one below it; tells what could not be read of it. */
export function caseArgument(given: string | undefined, io: Io): ReadCase {
  const input = given === undefined ? caseOf(undefined, undefined, io.cwd, 'text', '') : only(inputsOf([given], io.cwd), given);
  const { value, findings } = compiled(input, io.cwd);
  const without = leftOut(findings);
  if (without === undefined) return { case: value, exit: EXIT.passed };
  const show = input.from === undefined || input.from === '.' ? '' : ` ${shellWord(input.from)}`;
  const check = `npx casus check${show}`;
  io.stderr.write(`casus: ${without.replace('the verdicts leave', 'the results leave')}; \`${check}\` shows where\n`);
  return { case: value, exit: EXIT.failed, unread: { sentences: unreadSentences(findings), check } };
}

function only(inputs: readonly Input[], given: string): Input {
  if (inputs.length === 1) return inputs[0]!;
  throw new UsageError(`the folder \`${given}\` has several cases: ${fewOf(inputs)}; name one of them`);
}
