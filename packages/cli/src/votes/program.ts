/** What can be said on the command line of `casus replay`. */
import { Option, type Command } from 'commander';
import type { Io } from '../io.js';
import { asOf, collect, columns, noColor } from '../options.js';
import type { ReplayCommandOptions } from '../replay.js';

/** Adds the command. `done` receives its exit code. */
export function addReplayCommand(casus: Command, io: Io, done: (code: number) => void): void {
  const several = (flags: string, what: string): Option => new Option(flags, what).argParser(collect).default([], 'by their usual names');
  casus
    .command('replay')
    .summary('run recorded votes through a rule, and tell those that it does not explain')
    .description('Runs recorded votes through the rule of a body that was valid on the day of each, and tells every vote whose recorded outcome the rule does not explain (docs/replay.md).\n\nThe record is a table of comma-separated values: a row for each ballot (`member` and `ballot`), a column for each member, or lists of names (`in favour`, `against`, `abstaining`). Columns are found by their usual names, or named here.')
    .argument('<body>', 'the body, by its name in the case or in the library')
    .argument('<votes>', 'the file with the recorded votes')
    .option('--case <path>', 'the case, or the file of the library, of the body (default: where one declares it)')
    .option('--matter <matter>', 'the matter of all votes (default: any other matter)')
    .addOption(several('--vote <column>', 'columns with the name of the vote; the first that is filled in counts'))
    .option('--date <column>', 'the column with the day (2022-03-15) or year')
    .addOption(new Option('--dates <order>', 'the order of dates as 3/15/2022').choices(['day-first', 'month-first']))
    .option('--outcome <column>', 'the column with the outcome (adopted, rejected …)')
    .addOption(new Option('--all <outcome>', 'the outcome of all votes, where no column has it').choices(['adopted', 'rejected']))
    .option('--matters <column>', 'the column with the matter of each vote')
    .option('--member <column>', 'of a row for each ballot: the column with who votes')
    .option('--ballot <column>', 'of a row for each ballot: the column with the ballot')
    .addOption(several('--in-favour <column>', 'columns with the names of those in favour'))
    .addOption(several('--against <column>', 'columns with the names of those against'))
    .addOption(several('--abstaining <column>', 'columns with the names of those who abstain'))
    .addOption(several('--absent <column>', 'columns with the names of those who are absent'))
    .addOption(several('--members <column>', 'columns with the names of all members; who votes on no list took no part'))
    .addOption(new Option('--missing <ballot>', 'what a member did of whom the record says nothing').choices(['unknown', 'absent']).default('unknown'))
    .addOption(new Option('--names <file>', 'a table of names (columns `name` and `means`); may be given several times').argParser(collect).default([], 'those of library/state-names.csv'))
    .option('--with <option...>', 'options taken in the text (decision.unanimity)', [])
    .option('--when <scenario>', 'the scenario that says who is recused')
    .addOption(asOf())
    .option('--json', 'print the result as JSON (docs/replay.md) instead of text')
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', `
Examples:
  npx casus replay SecurityCouncil votes-2022.csv
  npx casus replay SecurityCouncilSince1946 drafts.csv --vote "Voting On" --date Year --all rejected
  npx casus replay SecurityCouncilSince1946 vetoes.csv --dates month-first --all rejected --against veto1 --against veto2`)
    .action(async (body: string, votes: string, options: ReplayCommandOptions) => done(await (await import('../replay.js')).runReplay(body, votes, options, io)));
}
