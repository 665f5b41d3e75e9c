/** The simplex method on a full tableau of fractions with Bland's rule (1977), for the tests: as plain as it gets. */
import { addRational, compareRational, divRational, mulRational, rational, subRational, ZERO, type Rational } from '../../src/rational.js';

/** The greatest Σ gain · z with Σ entries · z ≤ bounds, z ≥ 0; undefined when there is no bound. Bounds are not negative. */
export function best(bounds: readonly number[], columns: readonly (readonly [gain: number, entries: readonly number[]])[]): Rational | undefined {
  const rows = bounds.length;
  const width = columns.length + rows;
  const table: Rational[][] = bounds.map((bound, i) => [...columns.map(([, entries]) => rational(entries[i]!)), ...bounds.map((_, k) => rational(i === k ? 1 : 0)), rational(bound)]);
  const cost: Rational[] = [...columns.map(([gain]) => rational(-gain)), ...bounds.map(() => ZERO), ZERO];
  const basis = bounds.map((_, i) => columns.length + i);
  for (;;) {
    const entering = cost.slice(0, width).findIndex(({ num }) => num < 0n);
    if (entering < 0) return cost[width]!;
    let leaving = -1;
    for (let i = 0; i < rows; i++) {
      if (table[i]![entering]!.num <= 0n) continue;
      if (leaving < 0) leaving = i;
      else {
        const order = compareRational(divRational(table[i]![width]!, table[i]![entering]!), divRational(table[leaving]![width]!, table[leaving]![entering]!));
        if (order < 0 || (order === 0 && basis[i]! < basis[leaving]!)) leaving = i;
      }
    }
    if (leaving < 0) return undefined;
    const pivot = table[leaving]![entering]!;
    table[leaving] = table[leaving]!.map((entry) => divRational(entry, pivot));
    const clear = (row: Rational[]): Rational[] => {
      const factor = row[entering]!;
      return row.map((entry, j) => subRational(entry, mulRational(factor, table[leaving]![j]!)));
    };
    for (let i = 0; i < rows; i++) if (i !== leaving) table[i] = clear(table[i]!);
    const cleared = clear(cost);
    cleared.forEach((entry, j) => (cost[j] = entry));
    basis[leaving] = entering;
  }
}

/** The sum of fractions. */
export const total = (list: readonly Rational[]): Rational => list.reduce(addRational, ZERO);
