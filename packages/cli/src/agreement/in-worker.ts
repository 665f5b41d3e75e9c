/** Runs a long task of the agreement engine beside the command, with progress, Ctrl-C and a limit of time. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Found } from '@casus/solver';
import { Progress, type Io } from '../io.js';
import { EXIT, UsageError } from '../usage-error.js';
import type { Answer, Message, Task, WorkerData } from './tasks.js';

/** Signals that follow one another so quickly, in milliseconds, are one Ctrl-C. */
const TWICE = 700;

/** What to do meanwhile, and how long to wait. */
export interface WorkOptions {
  readonly seconds?: number;
  readonly onFound?: (sets: readonly Found[]) => void;
}

/** A failure in the worker is a bug of ours, told with its own stack. */
class WorkerError extends Error {
  override readonly name = 'WorkerError';
  constructor(message: string, stack: string) {
    super(message);
    this.stack = stack;
  }
}

/**
 * Runs a task. The first Ctrl-C stops the search, and what was found so far is the answer; before the search has begun, and a second time, it ends the command.
 * @throws UsageError when the worker was not built.
 */
export function inWorker<T extends Task>(task: T, { seconds, onFound }: WorkOptions, io: Io): Promise<Answer<T['kind']>> {
  const path = fileURLToPath(new URL('./agreement-worker.cjs', import.meta.url));
  if (!existsSync(path)) throw new UsageError('the agreement engine is not built; run `npm run build` in the folder of Casus');
  const flag = new SharedArrayBuffer(4);
  const data: WorkerData = { task, flag, ...(seconds === undefined ? {} : { seconds }) };
  const worker = new Worker(path, { workerData: data });
  const progress = new Progress(io.stderr, 'Looking for conflicts and concessions');
  let searching = false;
  let asked = -Infinity;
  const interrupt = (): void => {
    // npm passes on a Ctrl-C that has reached the command already.
    if (performance.now() - asked < TWICE) return;
    asked = performance.now();
    if (!searching || Atomics.add(new Int32Array(flag), 0, 1) > 0) {
      progress.end();
      process.exit(EXIT.stopped);
    }
    progress.end();
    io.stderr.write('casus: stopping with what was found so far; Ctrl-C once more ends at once\n');
  };
  process.on('SIGINT', interrupt);
  return new Promise<Answer<T['kind']>>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      switch (message.kind) {
        case 'searching':
          searching = true;
          return;
        case 'progress':
          return progress.tell(`${message.conflicts} conflicts and ${message.concessions} concessions so far; Ctrl-C stops`);
        case 'found':
          return onFound?.(message.sets);
        case 'answer':
          return resolve(message.answer as Answer<T['kind']>);
        case 'failed':
          return reject(new WorkerError(message.message, message.stack));
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the worker ended with code ${code} before it answered`)));
  }).finally(() => {
    process.off('SIGINT', interrupt);
    progress.end();
    void worker.terminate();
  });
}
