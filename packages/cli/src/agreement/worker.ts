/** The entry of the worker in which the agreement engine runs, so that Ctrl-C reaches the command while it computes. */
import { agreeOn, chosen, Problem, robustness, tableOf, timeline, undominatedIn } from '@casus/agreement';
import { enumerate, GroupOracle, type Found, type GroupProblem } from '@casus/solver';
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Ended, Message, Task, WorkerData } from './tasks.js';

const { task, flag, seconds } = workerData as WorkerData;
const port = parentPort!;
const send = (message: Message): void => port.postMessage(message);

/** So often progress is told, in milliseconds. */
const BETWEEN = 100;
/** So many sets are sent at once. */
const BATCH = 512;

const signal = new Int32Array(flag);
let searching = false;
/** Whether the user asked to stop. */
const stopped = (): boolean => {
  if (!searching) {
    searching = true;
    send({ kind: 'searching' });
  }
  return Atomics.load(signal, 0) > 0;
};
/** Whether the seconds are over; they count from the first time that this is asked. */
let until: number | undefined;
const enough = (): boolean => seconds !== undefined && performance.now() >= (until ??= performance.now() + 1000 * seconds);

/** The same, or after as many seconds again. */
function orLater(asked: () => boolean): () => boolean {
  const end = seconds === undefined ? Infinity : performance.now() + 1000 * seconds;
  return () => asked() || performance.now() >= end;
}

let last = performance.now();
const onFound = (conflicts: number, concessions: number): void => {
  const now = performance.now();
  if (now - last < BETWEEN) return;
  last = now;
  send({ kind: 'progress', conflicts, concessions });
};

/** SHA-256 of a problem of groups and of their names, hex: two that agree have the same conflicts and concessions. */
function digestOf({ variables, hard, groups, weights = [] }: GroupProblem, names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify([variables, hard, groups, weights.map(String), names])).digest('hex');
}

/** How it ended, if before its end. */
function endedBy(complete: boolean, limited: boolean): { readonly ended?: Ended } {
  if (complete) return {};
  if (Atomics.load(signal, 0) > 0) return { ended: 'interrupted' };
  if (seconds !== undefined && until !== undefined && performance.now() >= until) return { ended: 'seconds' };
  return { ended: limited ? 'limit' : 'unknown' };
}

function agreed({ case: case_, options, saved, robust }: Extract<Task, { kind: 'agree' }>): Answer<'agree'> {
  const table = tableOf(case_, options.negotiation);
  const { lines } = chosen(case_, table, options);
  const problem = new Problem(case_, table, lines, options);
  const demands = problem.demands(lines);
  const digest = digestOf(problem.groups(demands), demands.map(({ line }) => line.id));
  if (saved !== undefined && saved.digest !== digest) return { fits: false };
  const { state, ...agreement } = agreeOn(case_, problem, { ...options, stopped, enough, onFound, ...(saved === undefined ? {} : { state: saved.state }) });
  const limited = options.limit !== undefined;
  const complete = agreement.conflicts.complete && agreement.concessions.complete;
  // Preferences say nothing where no line declares any.
  const preferring = lines.some(({ verb }) => verb === 'prefers' || verb === 'values' || verb === 'ranks');
  const undominated = preferring && Atomics.load(signal, 0) === 0 ? undominatedIn(problem, lines, orLater(stopped)) : undefined;
  const robustly = robust && Atomics.load(signal, 0) === 0 ? { robustness: robustness(case_, { ...options, stopped: orLater(stopped) }) } : {};
  return { fits: true, ...endedBy(complete, limited), value: { agreement: { ...agreement, state }, saved: { digest, state }, undominated, ...robustly } };
}

function groups({ problem, order, limit, saved }: Extract<Task, { kind: 'groups' }>): Answer<'groups'> {
  const digest = digestOf(problem, []);
  if (saved !== undefined && saved.digest !== digest) return { fits: false };
  const enumeration = enumerate(new GroupOracle(problem), { order, stopped: () => stopped() || enough(), ...(limit === undefined ? {} : { limit }), ...(saved === undefined ? {} : { state: saved.state }) });
  const counts = { mus: saved?.state.told.mus.length ?? 0, mcs: saved?.state.told.mcs.length ?? 0 };
  let batch: Found[] = [];
  const flush = (): void => {
    if (batch.length > 0) send({ kind: 'found', sets: batch });
    batch = [];
  };
  for (const found of enumeration) {
    batch.push(found);
    counts[found.kind]++;
    if (batch.length >= BATCH || performance.now() - last >= BETWEEN) flush();
    onFound(counts.mus, counts.mcs);
  }
  flush();
  const { outcome, state } = enumeration;
  return { fits: true, ...endedBy(outcome.complete, limit !== undefined), value: { size: problem.groups.length, complete: outcome.complete, ...(outcome.complete ? {} : { detail: outcome.detail }), saved: { digest, state } } };
}

function timed({ case: case_, options }: Extract<Task, { kind: 'timeline' }>): Answer<'timeline'> {
  const value = timeline(case_, { ...options, stopped: () => stopped() || enough() });
  const complete = value.stages.every(({ conflicts }) => conflicts.complete);
  return { fits: true, ...endedBy(complete && Atomics.load(signal, 0) === 0, options.limit !== undefined), value: { timeline: value } };
}

try {
  const answer = task.kind === 'agree' ? agreed(task) : task.kind === 'groups' ? groups(task) : timed(task);
  send({ kind: 'answer', answer });
} catch (error) {
  send({ kind: 'failed', message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? (error.stack ?? '') : '' });
}
