/** The command line of the agreement engine: `agree`, `timeline`, `explore`, `import`. */
import { Option, type Command } from 'commander';
import type { Io } from '../io.js';
import { didYouMean } from '../nearest.js';
import { UsageError } from '../usage-error.js';
import { collect, columns, date, noColor, positive, seconds } from '../options.js';
import type { AgreeCommandOptions } from './agree.js';
import type { ExploreCommandOptions } from './explore.js';
import type { ImportOptions } from './genius.js';
import type { TimelineCommandOptions } from './timeline.js';

/** Programs whose files can be imported. */
const PROGRAMS = ['genius'];

/** Options that choose among the positions. */
function choosing(command: Command): Command {
  return command
    .addOption(new Option('--on <negotiation>', 'the negotiation (default: the first of the case; without one, what the positions name is on the table)'))
    .addOption(new Option('--among <names>', 'whose positions count: A,B,C; a group counts with its members; may be given several times').argParser(collect).default([], 'the parties of the negotiation'))
    .addOption(new Option('--only <ways>', 'count only positions known in these ways: stated,reported,inferred').argParser(collect).default([], 'all'))
    .addOption(new Option('--min-grade <grade>', 'count only positions with a source of at least this grade: B2'))
    .addOption(new Option('--without <lines>', 'as if these lines had fallen: Russia.2,Ukraine.3; may be given several times').argParser(collect).default([], 'none'));
}

/** How far to list. */
function bounded(command: Command): Command {
  return command
    .addOption(new Option('--limit <number>', 'list at most so many conflicts and concessions together').argParser(positive))
    .addOption(new Option('--seconds <number>', 'list for at most so many seconds').argParser(seconds));
}

/** How to print. */
function printed(command: Command): Command {
  return command.option('--json', 'print everything as JSON (docs/json.md) instead of text').option('--markdown', 'print it as Markdown, with tables, for pasting into a report').addOption(noColor()).addOption(columns());
}

/** Adds the commands. `done` receives the exit code of the command that ran. */
export function addAgreementCommands(casus: Command, io: Io, done: (code: number) => void): void {
  const agree = casus
    .command('agree')
    .summary('tell whether they can agree, what stands in the way, and what would open a deal')
    .description('Tells how many of the possible texts satisfy everybody, or that none does; then every smallest set of demands that cannot stand together, every smallest set of concessions that would open a deal, the nearest texts and what they cost whom, who has to move, and which orders of the steps satisfy everybody (docs/agreement.md).\n\nCtrl-C stops a long search and prints what was found so far; the exit code is then the usual one, and 130 only where nothing was found yet to print.')
    .argument('[case]', 'the folder of the case, or its files (default: the current folder, or the only case below it)');
  bounded(choosing(agree).addOption(new Option('--as-of <date>', 'positions and instruments as they stood on this day (2025-08-20)').argParser(date)))
    .addOption(new Option('--rank <by>', 'rank concessions by the number of demands, by declared weight, or by how many actors move').choices(['number', 'weight', 'actors']).default('number'))
    .option('--smallest-first', 'look for the smallest conflicts and the lightest concessions first')
    .addOption(new Option('--state <file>', 'where a search that was stopped is kept: read if it is there, and written; missing folders are made'))
    .option('--robust', 'also try each source discounted, each inferred demand dropped, each reading taken, and tell what changes')
    .option('--all', 'cut no list')
    .addOption(new Option('--gcnf <file>', 'instead of a case: groups of clauses in DIMACS (p gcnf, or p cnf, each clause a group), numbered from 1 as in the file; prints each minimal unsatisfiable subset behind U and each minimal correction set behind C'));
  printed(agree)
    .addHelpText('after', `
Examples:
  npx casus agree cases/ukraine-2025
  npx casus agree cases/ukraine-2025 --among Russia,Ukraine,US --only stated
  npx casus agree cases/ukraine-2025 --without Russia.2 --robust
  npx casus agree --gcnf demands.gcnf --seconds 30 --state search.json

Whether they can agree or not, the exit code is 0; it is 1 where sentences of the case could not be read.`)
    .action(async (path: string | undefined, options: AgreeCommandOptions) => done(await (await import('./agree.js')).runAgree(path, options, io)));

  const timeline = casus
    .command('timeline')
    .summary('tell how positions changed, and when that opened or closed the space of agreement')
    .description('Tells, for each day on which a position begins or ends, what changed and who says so, whether some text satisfies everybody from then on and how many do, and which conflicts came and went (docs/agreement.md).')
    .argument('[case]', 'the folder of the case, or its files (default: the current folder, or the only case below it)');
  printed(bounded(choosing(timeline)).option('--all', 'cut no list'))
    .addHelpText('after', `
Examples:
  npx casus timeline cases/ukraine-2025
  npx casus timeline cases/ukraine-2025 --among Russia,Ukraine --markdown`)
    .action(async (path: string | undefined, options: TimelineCommandOptions) => done(await (await import('./timeline.js')).runTimeline(path, options, io)));

  const explore = casus
    .command('explore')
    .summary('take or leave options one after the other, and see what is still possible and who refuses')
    .description('Takes or leaves options one after the other; after each, tells what is still possible, who now refuses and why, and what each remaining choice would cost. Commands: take, leave, undo, show, why, quit, help. They may also come through a pipe, one a line.')
    .argument('[case]', 'the folder of the case, or its files (default: the current folder, or the only case below it)');
  choosing(explore)
    .addOption(new Option('--as-of <date>', 'positions and instruments as they stood on this day (2025-08-20)').argParser(date))
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', `
Examples:
  npx casus explore cases/ukraine-2025
  echo 'take decision.unanimity' | npx casus explore cases/ukraine-2025`)
    .action(async (path: string | undefined, options: ExploreCommandOptions) => done(await (await import('./explore.js')).runExplore(path, options, io)));

  casus
    .command('import')
    .summary('write a case from the files of another program')
    .description('Writes a case from the files of another program.')
    .argument('[program]', 'genius')
    .argument('[files...]', 'its files')
    .action((from: string | undefined) => {
      const near = from === undefined ? '' : didYouMean(from, PROGRAMS);
      throw new UsageError(`${from === undefined ? 'import from what? Write' : `nothing can be imported from \`${from}\`${near === '' ? '; write' : `${near} Write`}`} \`npx casus import genius DOMAIN.xml PROFILE.xml …\``);
    })
    .addHelpText('after', '\nExample:\n  npx casus import genius Domain.xml Profile1.xml Profile2.xml --out domain.casus')
    .command('genius')
    .summary('from a negotiation domain and its profiles in GENIUS XML')
    .description('Writes a case from a negotiation domain and the utility profiles of its parties in GENIUS XML: the issues with their options, and for each party the points that each option gives it and the least that it accepts. Points are exact: weight times evaluation, divided by the greatest evaluation of the issue, brought to whole numbers for each party.')
    .argument('<domain>', 'the file of the domain')
    .argument('<profiles...>', 'the file of each party; its name becomes the name of the party')
    .addOption(new Option('--out <file>', 'write the case to this file, whose name ends in .casus; missing folders are made (default: print it)'))
    .addHelpText('after', '\nExample:\n  npx casus import genius Domain.xml Profile1.xml Profile2.xml --out domain.casus')
    .action(async (domain: string, profiles: string[], options: ImportOptions) => done((await import('./genius.js')).runImportGenius(domain, profiles, options, io)));
}
