/** One run of the command, from its arguments to its exit code. */
import { CommanderError, type Command } from 'commander';
import { VERSION } from './installation.js';
import { styleOf, type Io } from './io.js';
import { program } from './program.js';
import { EXIT, UsageError } from './usage-error.js';

/** Where somebody reports a bug of ours. */
const REPORT = 'please report it with the command and the case';

/** Runs the command. Never throws and never ends the process: returns the exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.passed;
  const casus = program(io, (result) => {
    code = result;
  });
  told(casus, io);
  try {
    if (args.length === 0) {
      casus.outputHelp();
      return EXIT.passed;
    }
    await casus.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error, args, io);
  }
}

/** Every command writes to our streams, and throws instead of ending the process. */
function told(command: Command, io: Io): void {
  const { width } = styleOf(io, { color: false });
  command.exitOverride().configureOutput({
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    outputError: () => undefined,
    getOutHelpWidth: () => width,
    getErrHelpWidth: () => width,
  });
  for (const inner of command.commands) told(inner, io);
}

function exitCodeOf(error: unknown, args: readonly string[], io: Io): number {
  if (error instanceof UsageError) {
    io.stderr.write(`casus: ${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.passed;
    const said = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ').trim().replace(/\.$/, '');
    const named = program(io, () => undefined).commands.map((command) => command.name()).find((name) => name === args[0]);
    io.stderr.write(`casus: ${said}; \`npx casus ${named === undefined ? '' : `${named} `}--help\` says what can be given\n`);
    return EXIT.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  io.stderr.write(`casus: an error inside Casus ${VERSION}, not in your text: ${message.split('\n')[0]!}; ${REPORT}\n`);
  if ((io.env['CASUS_DEBUG'] ?? '') !== '' && error instanceof Error) io.stderr.write(`${error.stack ?? ''}\n`);
  return EXIT.usage;
}
