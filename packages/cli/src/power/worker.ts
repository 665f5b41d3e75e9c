/** The entry of the worker in which power is worked out, so that Ctrl-C reaches the command while it computes. */
import { parentPort, workerData } from 'node:worker_threads';
import { measure } from './measure.js';
import type { Message, PowerTask } from './tasks.js';

const port = parentPort!;
const send = (message: Message): void => port.postMessage(message);

try {
  measure(workerData as PowerTask, { doing: (what) => send({ kind: 'doing', what }), part: (part) => send({ kind: 'part', part }) });
  send({ kind: 'done' });
} catch (error) {
  send({ kind: 'failed', message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? (error.stack ?? '') : '' });
}
