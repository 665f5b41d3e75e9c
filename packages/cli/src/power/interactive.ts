/** `casus vote` without ballots: one casts them one after the other, and sees the outcome after each. */
import { pageText, votePage } from '@casus/report';
import type { Ballot } from '@casus/games';
import { createInterface } from 'node:readline';
import { styleOf, type Io } from '../io.js';
import { didYouMean } from '../nearest.js';
import { EXIT, UsageError } from '../usage-error.js';
import { membersNamed, parts } from './ballots.js';
import type { BodySubject } from './subject.js';
import { voteView, type VoteCommandOptions } from './vote.js';

const HELP = `  yes NAMES       they vote yes: members and groups, with commas between them; "rest" is everybody who has not voted yet
  no NAMES        they vote no
  abstain NAMES   they abstain
  absent NAMES    they stay away
  undo            take back the last ballots
  clear           nobody has voted
  members         who may vote
  show            how things stand
  quit            end
  help            this list
`;

const COMMANDS = ['yes', 'no', 'abstain', 'absent', 'undo', 'clear', 'members', 'show', 'quit', 'help'] as const;
const BALLOTS: Readonly<Record<string, Ballot>> = { yes: 'yes', no: 'no', abstain: 'abstain', absent: 'absent' };

/** A session: the ballots so far. Who has not voted counts as absent. */
class Session {
  readonly #history: (readonly (Ballot | undefined)[])[];

  constructor(
    readonly subject: BodySubject,
    readonly options: VoteCommandOptions,
    readonly io: Io,
  ) {
    this.#history = [subject.body.members.map(() => undefined)];
  }

  get #cast(): readonly (Ballot | undefined)[] {
    return this.#history.at(-1)!;
  }

  show(): void {
    const open = this.#cast.filter((ballot) => ballot === undefined).length;
    const view = voteView(this.subject, this.#cast.map((ballot) => ballot ?? 'absent'), this.options.max);
    const notes = open === 0 ? view.notes : [...view.notes, `${open === this.#cast.length ? 'Nobody has voted yet' : `${open} of ${this.#cast.length} have not voted yet`}; they count as absent`];
    this.io.stdout.write(`${pageText(votePage({ ...view, notes }), styleOf(this.io, this.options))}\n`);
  }

  /** Does what a line says. Returns whether the session goes on. @throws UsageError for what it does not know. */
  do(line: string): boolean {
    const [, word = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/su.exec(line) ?? [];
    const command = word.toLowerCase();
    const ballot = BALLOTS[command];
    if (ballot !== undefined) return this.#vote(ballot, rest);
    switch (command) {
      case '':
        return true;
      case 'undo':
        if (this.#history.length === 1) throw new UsageError('there is nothing to undo');
        this.#history.pop();
        break;
      case 'clear':
        this.#history.push(this.subject.body.members.map(() => undefined));
        break;
      case 'show':
        break;
      case 'members':
        this.io.stdout.write(this.subject.game.members.map(({ name }, i) => `  ${name}${this.#cast[i] === undefined ? '' : `: ${this.#cast[i]!}`}\n`).join(''));
        return true;
      case 'help':
        this.io.stdout.write(HELP);
        return true;
      case 'quit':
      case 'exit':
        return false;
      default:
        throw new UsageError(`there is no command \`${word}\`${didYouMean(word, COMMANDS) || ';'} there are: ${COMMANDS.join(', ')}`);
    }
    this.show();
    return true;
  }

  #vote(ballot: Ballot, names: string): boolean {
    const next = [...this.#cast];
    if (parts([names]).length === 0) throw new UsageError(`who? Give names of members or groups, as \`${ballot} ${this.subject.game.members[0]!.name}\``);
    for (const name of parts([names])) {
      const who = name.toLowerCase() === 'rest' ? next.flatMap((one, i) => (one === undefined ? [i] : [])) : membersNamed(this.subject, name, (i) => next[i] === undefined);
      for (const i of who) next[i] = ballot;
    }
    this.#history.push(next);
    this.show();
    return true;
  }
}

/** Votes. Returns the exit code: 2 where a command that was not typed at a terminal could not be understood. */
export async function voteInteractively(subject: BodySubject, options: VoteCommandOptions, io: Io): Promise<number> {
  const session = new Session(subject, options, io);
  session.show();
  const terminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  if (terminal) io.stdout.write(`\n${HELP}`);
  const lines = createInterface({ input: io.stdin, ...(terminal ? { output: io.stdout as NodeJS.WritableStream } : {}), terminal, prompt: '\ncasus> ' });
  let code: number = subject.exit;
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

