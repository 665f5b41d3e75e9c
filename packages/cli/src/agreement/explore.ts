/** `casus explore`: takes or leaves options one after the other, and tells after each what is still possible. */
import { Exploration, type Settled } from '@casus/agreement';
import type { Id, PositionLine } from '@casus/model';
import { choicesOf, choiceWords, deadEndWords, pageText, surveyPage, whyPage, type SurveyView } from '@casus/report';
import { createInterface } from 'node:readline';
import { styleOf, type Io } from '../io.js';
import { lookUp } from '../lookup.js';
import { didYouMean, lastPart } from '../nearest.js';
import { EXIT, UsageError } from '../usage-error.js';
import { caseArgument } from './case-argument.js';
import { selectionOf, type SelectionOptions } from './selection.js';

/** Options of `casus explore`, as the command line gives them. */
export interface ExploreCommandOptions extends SelectionOptions {
  readonly color: boolean;
  readonly width?: number;
}

const HELP = `  take N          take the option of that number, or by name: take decision.unanimity
  leave N         leave it out
  undo            take back the last choice
  show            how things stand
  why ACTOR       why somebody refuses
  quit            end
  help            this list
`;

const COMMANDS = ['take', 'leave', 'undo', 'show', 'why', 'quit', 'help'] as const;

/** A session: the choices so far, and how things stand. */
class Session {
  readonly #history: Settled[] = [{ taken: [], left: [] }];
  readonly #lines: ReadonlyMap<Id, PositionLine>;
  #view: SurveyView;

  constructor(
    readonly exploration: Exploration,
    readonly view: Pick<SurveyView, 'case' | 'unread'>,
    readonly print: (text: string) => void,
    readonly options: ExploreCommandOptions,
    readonly io: Io,
  ) {
    this.#lines = new Map(exploration.demands.map(({ line }) => [line.id, line]));
    this.#view = this.#surveyed();
  }

  get #settled(): Settled {
    return this.#history.at(-1)!;
  }

  #surveyed(): SurveyView {
    const settled = this.#settled;
    return { ...this.view, points: this.exploration.problem.space.points, lines: this.#lines, ...settled, survey: this.exploration.survey(settled) };
  }

  show(): void {
    this.print(`${pageText(surveyPage(this.#view), styleOf(this.io, this.options))}\n`);
  }

  /** Does what a line says. Returns whether the session goes on. @throws UsageError for what it does not know. */
  do(line: string): boolean {
    const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/su.exec(line) ?? [];
    switch (word.toLowerCase()) {
      case '':
        return true;
      case 'take':
      case 'leave': {
        const deadEnd = deadEndWords(this.#view);
        if (deadEnd !== undefined) throw new UsageError(deadEnd.replace(/^N/, 'n').replace(/\.$/, ''));
        const option = this.#option(rest, word.toLowerCase());
        const { taken, left } = this.#settled;
        if (taken.includes(option) || left.includes(option)) throw new UsageError(`that is chosen already: ${choiceWords(this.#view.points, option)}`);
        this.#history.push(word.toLowerCase() === 'take' ? { taken: [...taken, option], left } : { taken, left: [...left, option] });
        break;
      }
      case 'undo':
        if (this.#history.length === 1) throw new UsageError('there is nothing to undo');
        this.#history.pop();
        break;
      case 'show':
        this.show();
        return true;
      case 'why':
        this.#why(rest);
        return true;
      case 'help':
        this.print(HELP);
        return true;
      case 'quit':
      case 'exit':
        return false;
      default:
        throw new UsageError(`there is no command \`${word}\`${didYouMean(word, COMMANDS) || ';'} there are: ${COMMANDS.join(', ')}`);
    }
    this.#view = this.#surveyed();
    this.show();
    return true;
  }

  /** An option by its number in the list, by its name, or by the name of what is taken or not as a whole. */
  #option(given: string, verb: string): Id {
    if (given === '') throw new UsageError(`${verb} what? Give the number of an option, or its name`);
    const { points } = this.#view;
    if (/^\d+$/.test(given)) {
      const choices = choicesOf(this.#view);
      const choice = choices[Number(given) - 1];
      if (choice === undefined) throw new UsageError(`there is no option ${given}; ${choices.length === 0 ? 'every point is settled' : `they are numbered from 1 to ${choices.length}`}`);
      return choice.option.option;
    }
    const all = points.flatMap(({ id, options, label }) => options.map((option) => ({ option: option.id, names: [option.id, ...namesOf(id, label, option.id, option.label)] })));
    const wanted = given.toLowerCase();
    const found = all.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted));
    if (found.length === 1) return found[0]!.option;
    const names = all.map(({ names: [full, short] }) => (full!.includes(':') ? (short ?? full!) : full!));
    if (found.length > 1) throw new UsageError(`\`${given}\` may mean ${found.map(({ option }) => `\`${option}\``).join(' or ')}; give the full name, or the number`);
    throw new UsageError(`there is no option \`${given}\`${didYouMean(given, names)}; \`show\` lists them with their numbers`);
  }

  #why(given: string): void {
    const { actors, groups, bodies, organisations } = this.view.case;
    if (given === '') throw new UsageError('why who? Give the name of an actor, as `why ARCADIA`');
    this.print(`${pageText(whyPage(this.#view, lookUp('actor', given, actors, groups, bodies, organisations)), styleOf(this.io, this.options))}\n`);
  }
}

/** Other names of an option: its last part; of an instrument, a step or something in words, its own name for the yes. */
function namesOf(point: Id, label: string, option: Id, title: string): readonly string[] {
  const whole = /^(?:deal|step|words):(.*)$/s.exec(point)?.[1];
  if (whole === undefined) return [lastPart(option), title];
  return option.endsWith('.in') ? [whole, label] : [];
}

/** Explores. Returns the exit code: 2 where a command that was not typed at a terminal could not be understood. */
export async function runExplore(given: string | undefined, options: ExploreCommandOptions, io: Io): Promise<number> {
  const { case: case_, exit, unread } = caseArgument(given, io);
  const session = new Session(new Exploration(case_, selectionOf(case_, options)), { case: case_, ...(unread === undefined ? {} : { unread }) }, (text) => void io.stdout.write(text), options, io);
  session.show();
  const terminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  if (terminal) io.stdout.write(`\n${HELP}`);
  const lines = createInterface({ input: io.stdin, ...(terminal ? { output: io.stdout as NodeJS.WritableStream } : {}), terminal, prompt: '\ncasus> ' });
  let code: number = exit;
  lines.prompt();
  for await (const line of lines) {
    if (!terminal) io.stdout.write(`\ncasus> ${line}\n`);
    try {
      if (!session.do(line)) break;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      (terminal ? io.stdout : io.stderr).write(`casus: ${error.message}\n`);
      if (!terminal) code = EXIT.usage;
    }
    lines.prompt();
  }
  lines.close();
  return code;
}
