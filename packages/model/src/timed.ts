import { FALSE, TRUE, type Manager, type Node } from '@casus/diagrams';
import { addTime, AT_ONCE, compareTime, NO_LIMIT, type Time } from './time.js';

/**
 * A condition that comes true in the course of time: `node` of the last step not later than t says whether it has come
 * true by t. Steps ascend in time, and each implies the next. No step: never.
 */
export type Timed = readonly { readonly at: Time; readonly node: Node }[];

/** Never true. */
export const NEVER: Timed = [];

/** As true from the start as it will ever be. */
export function fromStart(node: Node): Timed {
  return node === FALSE ? NEVER : [{ at: AT_ONCE, node }];
}

/** Whether it has come true by the time, as a function of the choices. */
export function by(timed: Timed, time: Time): Node {
  let node: Node = FALSE;
  for (const step of timed) {
    if (compareTime(step.at, time) > 0) break;
    node = step.node;
  }
  return node;
}

/** Whether it ever comes true. */
export const everTrue = (timed: Timed): Node => by(timed, NO_LIMIT);

/** The times at which any of them changes, ascending, each once. */
export function timesOf(all: readonly Timed[]): Time[] {
  const times = all.flatMap((timed) => timed.map((step) => step.at)).sort(compareTime);
  return times.filter((time, i) => i === 0 || compareTime(times[i - 1]!, time) !== 0);
}

/** Combines several, time by time. `f` must be increasing in each. */
export function pointwise(all: readonly Timed[], f: (nodes: readonly Node[]) => Node): Timed {
  const steps: { at: Time; node: Node }[] = [];
  for (const at of timesOf(all)) {
    const node = f(all.map((timed) => by(timed, at)));
    if (node !== (steps.at(-1)?.node ?? FALSE)) steps.push({ at, node });
  }
  return steps;
}

/** All of them. */
export function allTimed(m: Manager, all: readonly Timed[]): Timed {
  if (all.length === 0) return fromStart(TRUE);
  return all.length === 1 ? all[0]! : pointwise(all, (nodes) => m.andAll(nodes));
}

/** Any of them. */
export function anyTimed(m: Manager, all: readonly Timed[]): Timed {
  return all.length === 1 ? all[0]! : pointwise(all, (nodes) => m.orAll(nodes));
}

/** Only where the node holds. */
export function onlyIf(m: Manager, timed: Timed, node: Node): Timed {
  if (node === TRUE) return timed;
  return node === FALSE ? NEVER : pointwise([timed], ([n]) => m.and(n!, node));
}

/** Later by a delay. */
export function delayed(timed: Timed, delay: Time): Timed {
  if (delay.kind === 'days' && delay.days.num === 0n) return timed;
  const steps: { at: Time; node: Node }[] = [];
  for (const { at, node } of timed) {
    const later = addTime(at, delay);
    if (steps.length > 0 && compareTime(steps.at(-1)!.at, later) === 0) steps.pop();
    steps.push({ at: later, node });
  }
  return steps;
}
