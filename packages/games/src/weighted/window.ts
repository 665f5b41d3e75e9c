/** Rows of sums: row j, cell x holds how many coalitions of j members weigh at most x, modulo a prime. With one row alone, sizes are not told apart. */
export interface Rows {
  readonly cells: Uint32Array;
  readonly width: number;
  readonly order: number;
  readonly prime: number;
}

/**
 * How many coalitions without one member, of the weight `without` (0: of all members), weigh from `upper` - `range` + 1 to `upper`, by size, into `result`.
 * The sums without it are D(x) = C(x) - t·D(x - without), t for its place in the size.
 */
export function windowWithout({ cells, width, order, prime }: Rows, upper: number, range: number, without: number, result: Uint32Array): void {
  result.fill(0);
  const step = without === 0 ? upper + 1 : without;
  for (let x = upper % step; x <= upper; x += step) {
    for (let j = order - 1; j >= 0; j--) {
      const at = j * width + x;
      let value = cells[at]!;
      if (x >= range) {
        value -= cells[at - range]!;
        if (value < 0) value += prime;
      }
      value -= order === 1 ? result[0]! : j > 0 ? result[j - 1]! : 0;
      result[j] = value < 0 ? value + prime : value;
    }
  }
}
