/** The command line: what can be said, and its help. Each command is loaded only when it is asked for. */
import { Command, Option } from 'commander';
import { addAgreementCommands } from './agreement/program.js';
import { addPowerCommands } from './power/program.js';
import type { BurdensOptions } from './burdens.js';
import type { CheckOptions } from './check.js';
import type { CompareOptions } from './compare.js';
import type { ExplainOptions } from './explain.js';
import type { FmtOptions } from './fmt.js';
import type { GraphOptions } from './graph.js';
import type { NewOptions } from './new.js';
import type { RepairOptions } from './repair.js';
import type { WhyOptions } from './why.js';
import { VERSION } from './installation.js';
import { addReplayCommand } from './votes/program.js';
import type { Io } from './io.js';
import { asOf, collect, columns, noColor, positive, sources, webAddress } from './options.js';

/** Builds the command line. `done` receives the exit code of the command that ran. */
export function program(io: Io, done: (code: number) => void): Command {
  const casus = new Command('casus')
    .description('Does the promise hold when it falls due, and who can stop it? Casus judges agreements between states.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError(true)
    .addHelpText('after', `
Examples:
  npx casus new my-case             start a case in the folder my-case
  npx casus check my-case           judge it
  npx casus explain Help --in Istanbul --when RussiaAttacks --case cases/ukraine-2025
                                    tell how a verdict comes about, vote by vote
  npx casus why promise/captive     what a finding means, and what would change it

Exit codes: 0 nothing fails; 1 open errors, failed expectations or denied findings;
2 wrong usage or input that cannot be read; 130 stopped by Ctrl-C
(a search of agree or timeline that Ctrl-C stops prints what it has found, and ends with 0).`);

  casus
    .command('check')
    .summary('judge cases and print the findings and verdicts')
    .description('Judges cases: prints what it finds, each at its place in the text, and the verdicts.\n\nA folder is one case: all its .casus files. Files given one by one are one case together. Without arguments, the current folder.')
    .argument('[paths...]', 'files and folders')
    .option('--json', 'print the results as JSON (docs/json.md) instead of text')
    .option('--out <file>', 'write the results as JSON to this file; missing folders are made')
    .option('--sarif <file>', 'write the findings as a SARIF log for code-review tools to this file (docs/sarif.md), missing folders are made; - prints it')
    .addOption(new Option('--pages <address>', 'where the rules of the SARIF log link to: the web address of docs/findings').argParser(webAddress))
    .addOption(new Option('--deny <code>', 'let this finding fail the run at any severity, unless the case confirms it; promise/* for all of a kind; may be given several times').argParser(collect).default([], 'none'))
    .addOption(asOf())
    .addOption(sources())
    .option('--every-attacker', 'judge every scenario for every possible attacker')
    .option('--table', 'print the verdicts (so by default; also with --quiet)')
    .option('--quiet', 'print only the findings')
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', `
Examples:
  npx casus check                               the case in this folder
  npx casus check cases/ukraine-2025 --out results.json
  npx casus check . --deny promise/no-deadline --deny 'sources/*'`)
    .action(async (paths: string[], options: CheckOptions) => done((await import('./check.js')).runCheck(paths, options, io)));

  casus
    .command('explain')
    .summary('tell how a verdict comes about, clause by clause and vote by vote')
    .description('Tells how a verdict comes about: the story clause by clause and vote by vote, who can stop it, who can make it hold, how much it bears and how long it may take.')
    .argument('<promise>', 'the promise, by its name in the case')
    .requiredOption('--in <text>', 'the arrangement or instrument to judge')
    .requiredOption('--when <scenario>', 'the scenario')
    .option('--by <actor>', 'the attacker, where the scenario leaves several open')
    .addOption(new Option('--attacker <actor>', 'the same as --by').hideHelp())
    .option('--with <option...>', 'options taken in the text (decision.unanimity)', [])
    .option('--case <folder>', 'the case (default: the current folder, or the only case below it that has the promise)')
    .addOption(asOf())
    .addOption(sources())
    .addOption(new Option('--max <number>', 'list at most so many coalitions').argParser(positive).default(10))
    .option('--json', 'print the answer as JSON (docs/json.md) instead of text')
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', `
Examples:
  npx casus explain Help --in Istanbul --when RussiaAttacks --case cases/ukraine-2025
  npx casus explain Help --in Istanbul --when RussiaAttacks --with decision.unanimity --case cases/ukraine-2025`)
    .action(async (promise: string, { by, ...options }: ExplainOptions & { readonly by?: string }) => done((await import('./explain.js')).runExplain(promise, by === undefined ? options : { ...options, attacker: by }, io)));

  casus
    .command('fmt')
    .summary('lay texts out: indentation, spaces, empty lines')
    .description('Lays texts out: indentation, spaces and empty lines (docs/language.md, chapter 1). Every word, remark and line break stays. A text that cannot be read stays as it is.\n\nOf a folder, all .casus files in it and below. Without arguments, the current folder. `-` reads standard input and prints the text.')
    .argument('[paths...]', 'files and folders, or - for standard input')
    .option('--check', 'change nothing; name the files that would change, and end with code 1 if there are any')
    .option('--stdout', 'print the texts instead of changing the files')
    .addHelpText('after', '\nExamples:\n  npx casus fmt my-case\n  npx casus fmt --check .')
    .action(async (paths: string[], options: FmtOptions) => done((await import('./fmt.js')).runFmt(paths, options, io)));

  casus
    .command('graph')
    .summary('draw the way from trigger to response, and who can stop it where')
    .description('Draws the way from trigger to response as an SVG picture: what happens, who decides by which rule, who then owes what by when, and at each step who can stop it (docs/graph.md). Without a promise, all that are judged together.')
    .argument('[promise]', 'the promise, by its name in the case')
    .requiredOption('--in <text>', 'the arrangement or instrument')
    .requiredOption('--when <scenario>', 'the scenario')
    .option('--by <actor>', 'the attacker, where the scenario leaves several open')
    .option('--with <option...>', 'options taken in the text (decision.unanimity)', [])
    .option('--out <file>', 'write the picture to this file; missing folders are made (default: print it)')
    .option('--case <folder>', 'the case (default: the current folder, or the only case below it that has the promise)')
    .addOption(asOf())
    .option('--json', 'print the data of the picture as JSON (docs/graph.md)')
    .addHelpText('after', `
Examples:
  npx casus graph Help --in Istanbul --when RussiaAttacks --case cases/ukraine-2025 --out help.svg
  npx casus graph --in Istanbul --when RussiaAttacks --case cases/ukraine-2025 --out istanbul.svg`)
    .action(async (promise: string | undefined, options: GraphOptions) => done((await import('./graph.js')).runGraph(promise, options, io)));

  casus
    .command('language-server')
    .summary('serve an editor: findings, completion and the rest while one writes (docs/editor.md)')
    .description('Serves an editor by the Language Server Protocol until the editor ends it (docs/editor.md). Editors start this themselves.')
    .option('--stdio', 'speak over standard input and output (so by default)')
    .option('--node-ipc', 'speak over the channel of the Node process that started this one')
    .option('--socket <port>', 'speak over a local socket on which the editor listens')
    .addHelpText('after', '\nExample:\n  npx casus language-server --stdio')
    .action(async () => (await import('./language-server.js')).runLanguageServer());

  casus
    .command('compare')
    .summary('put texts side by side: promises, who can stop them, burdens, ways out, what changed and for whom')
    .description('Puts texts side by side (docs/compare.md): how strong each promise is in each, who can stop it, how long it takes, what each party bears, how it ends, what one says otherwise than the other clause by clause, and what the change does for whom.\n\nA text is the name of an arrangement or instrument of the case, a file with one text in it, or FILE:NAME; options that are taken in it stand behind "with" ("Draft with clause.open").')
    .argument('<texts...>', 'two texts or more; each is compared with the first')
    .addOption(new Option('--when <scenario>', 'judge in this scenario; may be given several times').argParser(collect).default([], 'those that the texts are judged in'))
    .addOption(new Option('--promise <promise>', 'judge this promise; may be given several times').argParser(collect).default([], 'those that the texts are judged by'))
    .option('--case <folder>', 'the case of the names (default: the current folder, or the only case below it that has the first)')
    .addOption(asOf())
    .option('--json', 'print the comparison as JSON (docs/json.md) instead of text')
    .option('--markdown', 'print it as Markdown')
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', `
Examples:
  npx casus compare DraftRussianText DraftUkrainianText --case cases/ukraine-2025
  npx casus compare old.casus new.casus --markdown
  npx casus compare Budapest Istanbul Nato --when RussiaAttacks --promise Help --case cases/ukraine-2025`)
    .action(async (texts: string[], options: CompareOptions) => done((await import('./compare.js')).runCompare(texts, options, io)));

  casus
    .command('burdens')
    .summary('tell what each party bears, may do, can stop and can end')
    .description('Tells the burdens of each party side by side: duties, bans, limits, rights and pledges; the promises it alone can stop, the decisions it alone can block, and the ways out (docs/compare.md).')
    .argument('<texts...>', 'arrangements or instruments of the case, or files with one, as for compare')
    .option('--case <folder>', 'the case of the names (default: the current folder, or the only case below it that has the first)')
    .addOption(asOf())
    .option('--json', 'print the burdens as JSON (docs/json.md) instead of text')
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', `
Example:
  npx casus burdens DraftRussianText --case cases/ukraine-2025`)
    .action(async (texts: string[], options: BurdensOptions) => done((await import('./burdens.js')).runBurdens(texts, options, io)));

  addAgreementCommands(casus, io, done);
  addPowerCommands(casus, io, done);

  casus
    .command('repair')
    .summary('find the cheapest amendments that make a promise hold')
    .description('Finds all cheapest sets of amendments to a text that make a promise as strong as wanted (docs/repair.md): what is edited where, and which other promises that helps or harms. Every set is written into the text, read again and judged before it is shown.')
    .argument('<promise>', 'the promise, by its name in the case')
    .requiredOption('--in <text>', 'the arrangement or instrument to amend')
    .requiredOption('--when <scenario>', 'the scenario')
    .addOption(new Option('--to <strength>', 'how strong the promise is to be').choices(['collective', 'automatic']).default('collective'))
    .option('--lasting', 'and the attacker shall not be able to end or suspend the text')
    .addOption(new Option('--max <number>', 'list every set of at most so many amendments of which none can be left out, too').argParser(positive))
    .option('--by <actor>', 'the attacker, where the scenario leaves several open')
    .option('--with <option...>', 'options taken in the text, which stay as they are (decision.unanimity)', [])
    .option('--case <folder>', 'the case (default: the current folder, or the only case below it that has the promise)')
    .addOption(asOf())
    .option('--json', 'print the answer as JSON (docs/repair.md) instead of text')
    .addOption(new Option('--write <number>', 'make the amendments of this set in the files').argParser(positive))
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', `
Examples:
  npx casus repair Help --in Istanbul --when RussiaAttacks --case cases/ukraine-2025
  npx casus repair Help --in Pact --when Attack --to automatic
  npx casus repair Help --in Pact --when Attack --write 2`)
    .action(async (promise: string, { by, ...options }: RepairOptions & { readonly by?: string }) => done((await import('./repair.js')).runRepair(promise, by === undefined ? options : { ...options, attacker: by }, io)));

  addReplayCommand(casus, io, done);

  casus
    .command('new')
    .summary('start a case that checks clean')
    .description('Makes a folder with a small case of invented states that checks clean, to change step by step.')
    .argument('<name>', 'name of the new folder')
    .option('--dir <folder>', 'make it in this folder (default: the current one)')
    .addHelpText('after', '\nExample:\n  npx casus new my-case && npx casus check my-case')
    .action(async (name: string, options: NewOptions) => done((await import('./new.js')).runNew(name, options, io)));

  casus
    .command('why')
    .summary('print what a finding means and what would change it')
    .description('Prints the page of a finding. Without a code, lists all findings; of a category (promise), its own.')
    .argument('[code]', 'the code of a finding, as promise/captive, or a category, as promise')
    .addOption(noColor())
    .addOption(columns())
    .addHelpText('after', '\nExamples:\n  npx casus why\n  npx casus why promise\n  npx casus why promise/captive')
    .action(async (code: string | undefined, options: WhyOptions) => done((await import('./why.js')).runWhy(code, options, io)));

  return casus;
}
