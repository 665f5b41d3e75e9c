/** The entry of the bundle: the real world, and nothing else. */
import { run } from './run.js';

// `casus check | head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** When the command has run. The exit code is set rather than forced, so that everything written reaches a pipe. */
export const finished: Promise<void> = run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
}).then((code) => {
  process.exitCode = code;
});
