/** `casus graph`: the way from trigger to response as a picture, with who can stop it where. */
import { FEWER, graphsOf, promisesOf, TOO_MANY, type CaseGraph } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { documentText, leftOut } from '@casus/report';
import { graphDocument, graphSvg } from '@casus/report/graph';
import { resolve } from 'node:path';
import { caseOf } from './case-of.js';
import { compiled } from './compiled.js';
import { requireWritable, shownPath, writeWhole } from './files.js';
import { VERSION } from './installation.js';
import type { Io } from './io.js';
import { lookUp } from './lookup.js';
import { settingOf, type RequestOptions } from './request.js';
import { shellWord } from './shell.js';
import { EXIT, UsageError } from './usage-error.js';

/** Options of `casus graph`, as the command line gives them. */
export interface GraphOptions extends Omit<RequestOptions, 'attacker'> {
  readonly by?: string;
  readonly out?: string;
  readonly case?: string;
  readonly json?: boolean;
}

/** One picture shows one attacker. @throws UsageError with the attackers to choose from. */
function onlyOne(graphs: readonly CaseGraph[], scenario: Id): CaseGraph {
  if (graphs.length === 1) return graphs[0]!;
  if (graphs.length === 0) throw new UsageError(`nothing to draw: nobody can attack in the scenario \`${scenario}\``);
  const attackers = graphs.flatMap((graph) => graph.attackers);
  throw new UsageError(`the scenario \`${scenario}\` leaves the attacker open, and a picture shows one; choose with --by: ${attackers.join(', ')}`);
}

/** The promise that is asked for; without one, all that the case asks for of this arrangement. */
function promisesFor(case_: Case, promise: string | undefined, arrangement: Id, scenario: Id): readonly Id[] {
  if (promise !== undefined) return [lookUp('promise', promise, case_.promises)];
  const all = promisesOf(case_, arrangement, scenario);
  if (all.length === 0) throw new UsageError('nothing to draw: this case has no promise');
  return all;
}

/** Draws one judgment. Returns the exit code. */
export function runGraph(promise: string | undefined, options: GraphOptions, io: Io): number {
  if (options.out !== undefined) requireWritable(options.out, io.cwd);
  const input = caseOf(options.case, promise, io.cwd);
  const { value: case_, findings } = compiled(input, io.cwd);
  const { by, ...rest } = options;
  const setting = settingOf(case_, { ...rest, ...(by === undefined ? {} : { attacker: by }) });
  const promises = promisesFor(case_, promise, setting.arrangement, setting.scenario);
  const without = leftOut(findings);
  if (without !== undefined) {
    const show = input.from === undefined || input.from === '.' ? '' : ` ${shellWord(input.from)}`;
    io.stderr.write(`casus: ${without.replace('the verdicts leave', 'the picture leaves')}; \`npx casus check${show}\` shows where\n`);
  }
  const graph = onlyOne(graphsOf(case_, { ...setting, promises }), setting.scenario);
  if (graph.tooLarge !== undefined) throw new UsageError(`nothing is drawn of ${graph.tooLarge.map((id) => `\`${id}\``).join(', ')} in \`${graph.arrangement}\` when \`${graph.scenario}\`: ${TOO_MANY}; ${FEWER}`);
  if (options.json === true) io.stdout.write(documentText(graphDocument(case_, graph, VERSION)));
  const picture = options.json === true && options.out === undefined ? '' : graphSvg(case_, graph);
  if (options.out === undefined) io.stdout.write(picture);
  else {
    writeWhole(options.out, picture, io.cwd);
    if (options.json !== true) io.stdout.write(`Picture: ${shownPath(resolve(io.cwd, options.out), io.cwd)}\n`);
  }
  return without === undefined ? EXIT.passed : EXIT.failed;
}
