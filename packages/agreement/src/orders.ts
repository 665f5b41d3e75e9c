import type { Id, PositionLine } from '@casus/model';
import type { Orders } from './result.js';

type Arrow = Orders['before'][number];

/** So many orders are listed; all are counted. */
const MOST_LISTED = 12;
/** Beyond so many steps the orders are not counted: there are too many sets of steps. */
const MOST_STEPS = 20;

/** What the lines ask of the order of steps: "A before B" as such, demanded without a condition. */
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

/** So many circles are listed. */
const MOST_CYCLES = 100;

/** Circles of the least length, each once, the first of them: from each step along the ways that are shortest back to it. */
function shortestCycles(steps: readonly Id[], before: readonly Arrow[]): (readonly Arrow[])[] {
  const back = steps.map((start, rank) => distancesTo(start, before.filter(({ first, then }) => steps.indexOf(first) >= rank && steps.indexOf(then) >= rank)));
  const around = steps.map((start, rank) => Math.min(...before.filter(({ first }) => first === start).map(({ then }) => 1 + (back[rank]!.get(then) ?? Infinity))));
  const least = Math.min(...around);
  if (least === Infinity) return [];
  const cycles: (readonly Arrow[])[] = [];
  steps.forEach((start, rank) => {
    if (around[rank] !== least) return;
    const walk = (at: Id, left: number, path: readonly Arrow[]): void => {
      if (cycles.length >= MOST_CYCLES) return;
      if (left === 0) return void cycles.push(path);
      for (const arrow of before) if (arrow.first === at && back[rank]!.get(arrow.then) === left - 1) walk(arrow.then, left - 1, [...path, arrow]);
    };
    walk(start, least, []);
  });
  return cycles;
}

/** How many arrows it takes at least from each step to the given one. */
function distancesTo(end: Id, arrows: readonly Arrow[]): ReadonlyMap<Id, number> {
  const distance = new Map<Id, number>([[end, 0]]);
  const open = [end];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const { first, then } of arrows) {
      if (then !== at || distance.has(first)) continue;
      distance.set(first, distance.get(at)! + 1);
      open.push(first);
    }
  }
  return distance;
}
