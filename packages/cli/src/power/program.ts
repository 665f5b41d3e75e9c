/** The command line of decision rules: `power`, `vote`, `coalitions`, `reform`. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Io } from '../io.js';
import { collect, columns, date, noColor, positive } from '../options.js';
import type { CoalitionsCommandOptions } from './coalitions.js';
import type { PowerCommandOptions } from './power.js';
import type { ReformCommandOptions } from './reform.js';
import type { VoteCommandOptions } from './vote.js';

/** What BODY may be, for help texts. */
const BODY = `BODY is the name of a body in the case of the current folder or in the library, a file with one (FILE.casus, FILE.casus:NAME, a table FILE.csv of members and weights with --quota), or a game written out: "[51; 50, 49, 1]", "[51; A 50, B 49, C 1]".`;

const others = (): Option => new Option('--others <ballot>', 'what those outside a coalition do').choices(['no', 'abstain', 'absent']).default('no');

/** How many digits behind the point. */
function digits(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 60) throw new InvalidArgumentError('write a whole number from 0 to 60.');
  return number;
}

/** How many samples. */
function samples(text: string): number {
  const number = Number(text.replaceAll('_', ''));
  if (!/^\d[\d_]*$/.test(text) || number < 1 || number > 10_000_000_000) throw new InvalidArgumentError('write a whole number of samples from 1 to 10000000000, as 100000.');
  return number;
}

/** Where random numbers begin. */
function seed(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) throw new InvalidArgumentError('write a whole number from 0.');
  return number;
}

/** Options that say which body is meant. `taking`: how options of the text are taken, since --with has another meaning in `coalitions`. */
function body(command: Command, taking: '--with' | '--taking' = '--with'): Command {
  return command
    .option('--case <folder>', 'the case of the name (default: the current folder, else the library)')
    .option('--rule <matter>', 'the matter whose rule is meant, where the body decides matters by different rules')
    .option('--when <scenario>', 'the scenario, where the rule depends on who attacks whom')
    .option('--by <actor>', 'the attacker, where the scenario leaves several open')
    .addOption(new Option(`${taking} <option...>`, 'options taken in the text (decision.unanimity)').default([], 'none'))
    .addOption(new Option('--as-of <date>', 'memberships as of this day (2025-08-20)').argParser(date))
    .option('--quota <number>', 'of a table of weights: how much is needed, as 51, 70%, ">50%"')
    .option('--weight <column>', 'of a table of weights: which column (default: the first)');
}

/** How to print. */
function printed(command: Command, csv: boolean): Command {
  if (csv) command.option('--csv', 'print the table as CSV');
  return command.option('--json', 'print everything as JSON (docs/json.md) instead of text').option('--markdown', 'print it as Markdown').addOption(noColor()).addOption(columns());
}

/** Adds the commands. `done` receives the exit code of the command that ran. */
export function addPowerCommands(casus: Command, io: Io, done: (code: number) => void): void {
  const power = casus
    .command('power')
    .summary('tell who decides, who can block, and how much power each member has')
    .description(`Tells how much power each member of a body has by every index, exactly, who can block, who is never decisive, how many coalitions win and block, and whether a single weighted vote would do the same (docs/power.md).\n\n${BODY}\n\nWith --in, the game that a whole procedure induces: BODY is then a promise, judged in a text and a scenario.`)
    .argument('<body>', 'the body, or with --in the promise')
    .option('--in <text>', 'of a promise: the arrangement or instrument');
  printed(
    body(power)
      .addOption(others())
      .addOption(new Option('--index <names>', 'which indices: banzhaf,shapley,…; may be given several times').argParser(collect).default([], 'all'))
      .option('--unions <groups>', 'members that have agreed to act together: "A+B,C+D"; adds the indices with unions')
      .option('--ternary', 'adds the indices with abstention as a third ballot')
      .option('--probability <given>', 'how likely members vote yes: "A=2/3, B+C=1/4, rest=uniform", or a table FILE.csv; adds what is then to be expected')
      .addOption(new Option('--monte-carlo <samples>', 'estimates from so many random samples, with confidence intervals, instead of exact figures').argParser(samples))
      .addOption(new Option('--seed <number>', 'where the random samples begin (default: 1)').argParser(seed))
      .option('--quota-sweep <range>', 'one index for every quota of a range: 51..100, 50%..100%/5%')
      .option('--fractions', 'print exact fractions instead of decimals')
      .addOption(new Option('--digits <number>', 'digits behind the point').argParser(digits).default(4))
      .option('--no-bars', 'no bars'),
    true,
  )
    .addHelpText('after', `
Examples:
  npx casus power SecurityCouncil
  npx casus power "[51; Arcadia 50, Borduria 49, Ruritania 1]" --index banzhaf,shapley --fractions
  npx casus power UnionCouncil --rule proposal --csv
  npx casus power Help --in Istanbul --when RussiaAttacks --case cases/ukraine-2025`)
    .action(async (given: string, options: PowerCommandOptions) => done(await (await import('./power.js')).runPower(given, options, io)));

  const side = (name: string, what: string): Option => new Option(`--${name} <names>`, `${what}: members and groups, A,B,C, or "rest"; may be given several times`).argParser(collect).default([], 'none');
  const vote = casus
    .command('vote')
    .summary('tell whether a vote passes, why, and what would turn it')
    .description(`Tells whether a vote passes, how each condition of the rule comes out, and the smallest change of ballots that turns it. Without ballots it asks for them: commands yes, no, abstain, absent, undo, clear, members, show, quit, help, one a line.\n\n${BODY}`)
    .argument('<body>', 'the body');
  printed(
    body(vote)
      .addOption(side('yes', 'who votes yes'))
      .addOption(side('no', 'who votes no'))
      .addOption(side('abstain', 'who abstains'))
      .addOption(side('absent', 'who stays away'))
      .addOption(new Option('--max <number>', 'list at most so many ways to turn it').argParser(positive).default(5)),
    false,
  )
    .addHelpText('after', `
Examples:
  npx casus vote SecurityCouncil --yes rest --no Russia --abstain China
  npx casus vote UnionCouncil --rule proposal --no Hungary,Poland --yes rest
  npx casus vote SecurityCouncil`)
    .action(async (given: string, options: VoteCommandOptions) => done(await (await import('./vote.js')).runVote(given, options, io)));

  const coalitions = casus
    .command('coalitions')
    .summary('list and count the minimal coalitions that carry or block a decision')
    .description(`Lists the minimal winning coalitions (or blocking ones), small ones first, as they are found; all are counted exactly first.\n\n${BODY}\n\nWith --in, the coalitions that can make a promise hold: BODY is then a promise, judged in a text and a scenario.`)
    .argument('<body>', 'the body, or with --in the promise')
    .option('--in <text>', 'of a promise: the arrangement or instrument');
  printed(
    body(
      coalitions
        .option('--winning', 'those that carry a decision against all others (so by default)')
        .option('--blocking', 'those that stop a decision that all others want')
        .addOption(new Option('--with <names>', 'only those with all of these members: A,B; may be given several times').argParser(collect).default([], 'any'))
        .addOption(new Option('--without <names>', 'only those with none of these members').argParser(collect).default([], 'any')),
      '--taking',
    )
      .addOption(others())
      .addOption(new Option('--max <number>', 'list at most so many').argParser(positive).default(50))
      .option('--all', 'list all of them')
      .option('--count', 'only count them'),
    true,
  )
    .addHelpText('after', `
Examples:
  npx casus coalitions SecurityCouncil --blocking
  npx casus coalitions UnionCouncil --rule proposal --with Germany --without France --max 10
  npx casus coalitions UnionCouncil --rule proposal --count`)
    .action(async (given: string, options: Omit<CoalitionsCommandOptions, 'having' | 'with'> & { readonly with?: readonly string[]; readonly taking?: readonly string[]; readonly all?: boolean }) => {
      const { with: having, taking, all, ...rest } = options;
      const chosen: CoalitionsCommandOptions = { ...rest, ...(having === undefined ? {} : { having }), ...(taking === undefined ? {} : { with: taking }), max: all === true ? Infinity : rest.max };
      done((await import('./coalitions.js')).runCoalitions(given, chosen, io));
    });

  const reform = casus
    .command('reform')
    .summary('tell what a reform of a body changes: who wins and loses power, and who can block what')
    .description(`Compares a body before and after a reform: the indices of every member, winners and losers, and what each can block that it could not.\n\n${BODY}`)
    .argument('<body>', 'the body as it is')
    .option('--to <file>', 'the file or case with the same body as it would be; or a game written out')
    .option('--to-body <name>', 'another body that it becomes')
    .option('--to-rule <matter>', 'the rule for another matter that it becomes')
    .addOption(new Option('--to-as-of <date>', 'the memberships of another day').argParser(date))
    .option('--to-quota <number>', 'of one vote by weights, a table or a game written out: another quota');
  printed(
    body(reform)
      .addOption(others())
      .addOption(new Option('--index <names>', 'which indices: banzhaf,johnston,…; may be given several times').argParser(collect).default([], 'shapley, banzhaf and act'))
      .option('--fractions', 'print exact fractions instead of decimals')
      .addOption(new Option('--digits <number>', 'digits behind the point').argParser(digits).default(4))
      .addOption(new Option('--max <number>', 'list at most so many coalitions that block only before or only after').argParser(positive).default(10))
      .option('--no-bars', 'no bars'),
    false,
  )
    .addHelpText('after', `
Examples:
  npx casus reform SecurityCouncil1945 --to-body SecurityCouncil
  npx casus reform Council --case current --to proposal.casus
  npx casus reform "[51; A 50, B 49, C 1]" --to "[67; A 50, B 49, C 1]"`)
    .action(async (given: string, options: ReformCommandOptions) => done(await (await import('./reform.js')).runReform(given, options, io)));
}
