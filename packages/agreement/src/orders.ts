import type { Id, PositionLine } from '@casus/model';
import type { Orders } from './result.js';

type Arrow = Orders['before'][number];

/** So many orders are listed; all are counted. */
const MOST_LISTED = 12;
/** Beyond so many steps the orders are not counted: there are too many sets of steps. */
const MOST_STEPS = 20;

/** What the lines ask of the order of steps: "A before B" as such, demanded without a condition, or refused the other way round. */
export function ordersOf(lines: readonly PositionLine[]): Orders | undefined {
  const arrows = new Map<string, { first: Id; then: Id; lines: Id[] }>();
  for (const { id, verb, subject, condition } of lines) {
    if (subject.kind !== 'order' || condition !== undefined || verb !== 'demands') continue;
    const { first, then } = subject;
    const arrow = arrows.get(`${first}\n${then}`) ?? { first, then, lines: [] };
    arrow.lines.push(id);
    arrows.set(`${first}\n${then}`, arrow);
  }
  if (arrows.size === 0) return undefined;
  const before = [...arrows.values()];
  const steps = [...new Set(before.flatMap(({ first, then }) => [first, then]))];
  const cycles = shortestCycles(steps, before);
  return { steps, before, ...linearExtensions(steps, before, cycles.length > 0), cycles };
}

/** The orders of the steps that keep every arrow: their number, by counting over the sets that come first, and the first few. */
function linearExtensions(steps: readonly Id[], before: readonly Arrow[], none: boolean): Pick<Orders, 'count' | 'first'> {
  if (none) return { count: 0n, first: [] };
  if (steps.length > MOST_STEPS) return { first: [] };
  const needs = steps.map((step) => before.filter(({ then }) => then === step).reduce((mask, { first }) => mask | (1 << steps.indexOf(first)), 0));
  const full = (1 << steps.length) - 1;
  const counts = new Map<number, bigint>([[full, 1n]]);
  const count = (placed: number): bigint => {
    let known = counts.get(placed);
    if (known === undefined) {
      known = 0n;
      for (let i = 0; i < steps.length; i++) if ((placed & (1 << i)) === 0 && (needs[i]! & ~placed) === 0) known += count(placed | (1 << i));
      counts.set(placed, known);
    }
    return known;
  };
  const first: Id[][] = [];
  const walk = (placed: number, order: readonly Id[]): void => {
    if (first.length >= MOST_LISTED) return;
    if (placed === full) return void first.push([...order]);
    for (let i = 0; i < steps.length; i++) if ((placed & (1 << i)) === 0 && (needs[i]! & ~placed) === 0) walk(placed | (1 << i), [...order, steps[i]!]);
  };
  const total = count(0);
  walk(0, []);
  return { count: total, first };
}

/** All circles of the least length, each once. */
function shortestCycles(steps: readonly Id[], before: readonly Arrow[]): (readonly Arrow[])[] {
  let best: (readonly Arrow[])[] = [];
  steps.forEach((start, rank) => {
    // A circle is found from its first step alone.
    const paths: Arrow[][] = before.filter(({ first }) => first === start).map((arrow) => [arrow]);
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      if (best.length > 0 && path.length > best[0]!.length) break;
      const end = path.at(-1)!.then;
      if (end === start) {
        if (best.length === 0 || path.length < best[0]!.length) best = [path];
        else if (path.length === best[0]!.length) best.push(path);
        continue;
      }
      if (steps.indexOf(end) < rank || path.some(({ first }) => first === end)) continue;
      for (const arrow of before) if (arrow.first === end) paths.push([...path, arrow]);
    }
  });
  return best;
}
