/**
 * Orders of steps, by trying all of them.
 */
import type { Id, PositionLine } from '../../../model/src/case.js';

/** Every order of a list. */
export function permutations<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first, i) => permutations([...list.slice(0, i), ...list.slice(i + 1)]).map(rest => [first, ...rest]));
}

/** The steps that demands put in an order, and in how many orders all of these demands are kept; undefined if no demand does. */
export function ordersOf(lines: readonly PositionLine[]): { readonly steps: readonly Id[]; readonly count: number } | undefined {
  const asked = lines.flatMap(({ verb, subject, condition }) => (verb === 'demands' && condition === undefined && subject.kind === 'order' ? [subject] : []));
  if (asked.length === 0) return undefined;
  const steps = [...new Set(asked.flatMap(o => [o.first, o.then]))];
  const kept = permutations(steps).filter(order => asked.every(o => order.indexOf(o.first) < order.indexOf(o.then)));
  return { steps, count: kept.length };
}
