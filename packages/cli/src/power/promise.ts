/** The game of a promise as the commands about power need it. */
import { promiseGame, Session, tooLarge } from '@casus/analysis';
import { actorName, fullName, labelOf, leftOut, listed } from '@casus/report';
import { caseOf } from '../case-of.js';
import { compiled } from '../compiled.js';
import type { Io } from '../io.js';
import { requestOf } from '../request.js';
import { shellWord } from '../shell.js';
import { EXIT, UsageError } from '../usage-error.js';
import type { PromiseSubject } from './subject.js';

/** Options that say which judgment is meant. */
export interface PromiseOptions {
  readonly in: string;
  readonly when?: string;
  readonly by?: string;
  readonly with?: readonly string[];
  readonly case?: string;
  readonly asOf?: string;
  readonly rule?: string;
  readonly quota?: string;
  readonly weight?: string;
}

const HALVES = {
  owed: 'This is the game of what is owed: a coalition wins if it can make the promise fall due whatever the others lawfully do',
  possible: 'This is the game of what can be done, since the promise is never owed: a coalition wins if it can lawfully bring it about whatever the others do',
} as const;

/** The game that a whole procedure induces. @throws UsageError where there is none, or several. */
export function promiseSubject(promise: string, options: PromiseOptions, io: Io): PromiseSubject {
  const wrong = (['rule', 'quota', 'weight'] as const).find((name) => options[name] !== undefined);
  if (wrong !== undefined) throw new UsageError(`\`--${wrong}\` goes with a body, not with a promise`);
  if (options.when === undefined) throw new UsageError('a promise is judged in a scenario; name it with `--when SCENARIO`');
  const input = caseOf(options.case, promise, io.cwd);
  const { value: case_, findings } = compiled(input, io.cwd);
  const request = requestOf(case_, promise, { in: options.in, when: options.when, with: options.with ?? [], ...(options.by === undefined ? {} : { attacker: options.by }), ...(options.asOf === undefined ? {} : { asOf: options.asOf }) });
  const without = leftOut(findings);
  if (without !== undefined) {
    const show = input.from === undefined || input.from === '.' ? '' : ` ${shellWord(input.from)}`;
    io.stderr.write(`casus: ${without}; \`npx casus check${show}\` shows where\n`);
  }
  const session = new Session(case_);
  const found = promiseGame(session, request);
  if ('kind' in found) {
    if (found.kind === 'several') throw new UsageError(`the scenario \`${request.scenario}\` has several attackers; choose one with \`--by\`: ${listed(found.attackers.map((id) => id), 'or')}`);
    if (found.kind === 'open') {
      const issues = [...new Set(found.verdict.cells.flatMap(({ text }) => [...text.keys()]))];
      throw new UsageError(`the text leaves open ${issues.length === 0 ? 'brackets' : listed(issues.map((id) => `\`${id}\``))}, and who decides depends on that; take options with \`--with\``);
    }
    const [refused] = tooLarge(case_, session);
    if (refused !== undefined) throw new UsageError(`${refused.message}; ${refused.help!}`);
    throw new UsageError(`nothing to judge: no attacker of this scenario; see the scenario \`${request.scenario}\``);
  }
  const { table, half, beneficiaries, hostile } = found;
  const names = (ids: readonly string[]): string => listed(ids.map((id) => actorName(case_, id)));
  return {
    kind: 'promise', table, exit: without === undefined ? EXIT.passed : EXIT.failed, notes: [],
    game: {
      title: `${fullName(case_, request.promise)}`, weights: [],
      members: table.players.map((id) => {
        const actor = case_.actors.get(id);
        const seats = actor?.seat === undefined ? undefined : labelOf(case_, actor.seat.group).split('.').at(-1)!;
        return { id, name: actorName(case_, id), ...(seats === undefined ? {} : { seat: /(?:members|seats)$/.test(seats) ? seats : `${seats} members` }) };
      }),
      about: [
        `In “${labelOf(case_, request.arrangement)}”, in the case “${labelOf(case_, request.scenario)}”`, HALVES[half],
        ...(beneficiaries.length === 0 ? [] : [`${names(beneficiaries)} always ${beneficiaries.length === 1 ? 'works' : 'work'} for the promise and ${beneficiaries.length === 1 ? 'is' : 'are'} no player`]),
        ...(hostile.length === 0 ? [] : [`${names(hostile)}, the hostile side, ${hostile.length === 1 ? 'is a player' : 'are players'} where the procedure gives ${hostile.length === 1 ? 'it' : 'them'} a vote or a choice; help by ${hostile.length === 1 ? 'it' : 'them'} does not count`]),
      ],
    },
  };
}
