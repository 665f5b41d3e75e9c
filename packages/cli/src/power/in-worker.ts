/** Works out power beside the command, with progress; Ctrl-C ends the work, and what was found by then is shown. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Progress, type Io } from '../io.js';
import { EXIT, UsageError } from '../usage-error.js';
import { joined, NOTHING, type Measured, type Message, type PowerTask } from './tasks.js';

/** A failure in the worker is a bug of ours, told with its own stack. */
class WorkerError extends Error {
  override readonly name = 'WorkerError';
  constructor(message: string, stack: string) {
    super(message);
    this.stack = stack;
  }
}

/** What was found, and whether Ctrl-C ended it early. */
export interface Answer {
  readonly measured: Measured;
  readonly stopped: boolean;
}

/** Works it out. Before anything was found, Ctrl-C ends the command. @throws UsageError when the worker was not built. */
export function measuredInWorker(task: PowerTask, io: Io): Promise<Answer> {
  const path = fileURLToPath(new URL('./power-worker.cjs', import.meta.url));
  if (!existsSync(path)) throw new UsageError('the engine of power is not built; run `npm run build` in the folder of Casus');
  const worker = new Worker(path, { workerData: task });
  const progress = new Progress(io.stderr, 'Working out power');
  let measured = NOTHING;
  let stop: (answer: Answer) => void = () => undefined;
  const interrupt = (): void => {
    progress.end();
    if (measured === NOTHING) process.exit(EXIT.stopped);
    io.stderr.write('casus: stopped; this is what was found so far\n');
    stop({ measured, stopped: true });
  };
  process.on('SIGINT', interrupt);
  return new Promise<Answer>((resolve, reject) => {
    stop = resolve;
    worker.on('message', (message: Message) => {
      switch (message.kind) {
        case 'doing':
          return progress.tell(`${message.what}; Ctrl-C stops`);
        case 'part':
          measured = joined(measured, message.part);
          return;
        case 'done':
          return resolve({ measured, stopped: false });
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
