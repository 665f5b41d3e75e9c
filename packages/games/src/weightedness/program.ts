/** The linear program of the weights of a game, with conditions found as they are violated. */
import { ColumnProgram, type Column, type Pricing } from '../linear/columns.js';
import { cheapest } from '../linear/extremes.js';
import type { Counts, Layers } from '../linear/layers.js';
import { boundsOf, heaviest, lightest, losingColumn, weightsFrom, winningColumn, type Unknown } from './unknowns.js';

/** A coalition that became a condition. */
export interface Condition {
  readonly counts: Counts;
  readonly wins: boolean;
}

/** The program, how to price it, and which coalition each column stands for. */
export interface WeightProgram {
  readonly program: ColumnProgram;
  readonly price: Pricing;
  readonly conditions: ReadonlyMap<Column, Condition>;
}

/** The program of all representations of a monotone game in which some coalitions win and some lose. */
export function weightProgram(layers: Layers, unknowns: readonly Unknown[]): WeightProgram {
  const conditions = new Map<Column, Condition>();
  const condition = (wins: boolean, counts: Counts): Column => {
    const column = wins ? winningColumn(unknowns, layers, counts) : losingColumn(unknowns, counts);
    conditions.set(column, { counts, wins });
    return column;
  };
  const price: Pricing = (prices, scale) => {
    const weights = weightsFrom(unknowns, layers, prices);
    const quota = weights.flat().reduce((sum, weight) => sum + weight, 0n) - prices[unknowns.length]!;
    const winning = cheapest(layers, true, lightest(weights))!;
    const losing = cheapest(layers, false, heaviest(weights))!;
    const found: Column[] = [];
    if (winning.cost < quota) found.push(condition(true, winning.counts));
    if (-losing.cost > quota - scale) found.push(condition(false, losing.counts));
    return found;
  };
  return { program: new ColumnProgram(boundsOf(unknowns)), price, conditions };
}

/** Keeps one unknown at or above a whole number. */
export const atLeast = (rows: number, unknown: number, value: bigint): Column => ({ entries: unit(rows, unknown, 1n), gain: value });

/** Keeps one unknown at or below a whole number. */
export const atMost = (rows: number, unknown: number, value: bigint): Column => ({ entries: unit(rows, unknown, -1n), gain: -value });

const unit = (rows: number, at: number, entry: bigint): bigint[] => Array.from({ length: rows }, (_, i) => (i === at ? entry : 0n));
