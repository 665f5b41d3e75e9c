/** Conflicts to a unit of the sequence. */
const UNIT = 64;

/** How many conflicts the n-th run, from 0, is allowed before it starts again (Luby, Sinclair & Zuckerman, 1993): 1, 1, 2, 1, 1, 2, 4, … units. */
export function conflictsOfRun(n: number): number {
  let size = 1;
  let power = 0;
  while (size < n + 1) {
    size = 2 * size + 1;
    power++;
  }
  let rest = n;
  while (size - 1 !== rest) {
    size = (size - 1) >> 1;
    power--;
    rest %= size;
  }
  return UNIT * 2 ** power;
}
