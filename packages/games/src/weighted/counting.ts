import { report, type Progress } from './errors.js';
import { createKernel, type Kernel } from './kernel.js';
import { mulMod, residue } from './modular.js';

/**
 * One counting pass. The number of coalitions of each weight x and size s is the coefficient of x and t^s in Π (1 + t·X^w) (Brams & Affuso 1976; Lucas 1983;
 * Tannenbaum). Here it is counted modulo a prime, and the polynomials in t modulo t^order - wrap; several passes with other primes and other `wrap` tell
 * the whole numbers (see swings.ts and profile.ts). With order 1 and wrap 1 sizes are not told apart. It is plain data, so it can be sent to a worker.
 */
export interface CountingPass {
  /** Positive weights, ascending. */
  readonly ascending: readonly number[];
  /** For which quotas, all of them at most half of the total and one. */
  readonly quotas: readonly number[];
  /** The weights of the members whose swings are asked for; 0 for none. */
  readonly asked: readonly number[];
  readonly prime: number;
  readonly order: number;
  /** A small whole number. */
  readonly wrap: number;
}

export interface CountingResult {
  /**
   * For each quota, for each member asked: the polynomial of its swings, `order` coefficients; then that of the losing coalitions. All modulo the prime.
   */
  readonly residues: Uint32Array;
  /** Additions of one cell to another. */
  readonly additions: number;
}

/** How many cells a row of counts has at most. */
export const cellsOf = ({ quotas }: Pick<CountingPass, 'quotas'>): number => quotas.reduce((most, quota) => Math.max(most, quota), 1);

/** The memory of a pass, in bytes. */
export const bytesOf = (pass: Pick<CountingPass, 'quotas' | 'order'>): number => 4 * (pass.order === 1 ? 1 : pass.order + 1) * cellsOf(pass);

/** How many additions the rows take by the theory: each member adds one row to itself, as far as the row reaches. */
export function additionsOf({ ascending, quotas, order, wrap }: Pick<CountingPass, 'ascending' | 'quotas' | 'order' | 'wrap'>): number {
  const cells = cellsOf({ quotas });
  let reach = 0;
  let sum = 0;
  for (const weight of ascending) {
    reach += weight;
    const top = Math.min(Math.abs(wrap) === 1 ? Math.floor(reach / 2) : reach, cells - 1);
    if (top >= weight) sum += order * (top - weight + 1);
  }
  return sum;
}

/** Does a pass. @throws StoppedError when `progress` asks to stop. */
export function count(pass: CountingPass, progress?: Progress, kernel: Kernel = createKernel()): CountingResult {
  const additions = fillRows(pass, kernel, progress);
  const { quotas, asked, prime, order } = pass;
  const width = cellsOf(pass);
  for (let j = 0; j < order; j++) kernel.prefix(j * width, width, prime);
  const residues = new Uint32Array(quotas.length * (asked.length + 1) * order);
  let at = 0;
  for (const quota of quotas) {
    for (const weight of asked) {
      if (weight > 0) swingsOf(kernel.cells(), pass, quota, weight, residues.subarray(at, at + order));
      at += order;
    }
    for (let j = 0; j < order; j++) residues[at++] = kernel.cells()[j * width + quota - 1]!;
  }
  return { residues, additions };
}

/** Row j, cell x: the coefficient of t^j for the weight x. */
function fillRows(pass: CountingPass, kernel: Kernel, progress: Progress | undefined): number {
  const { ascending, prime, order, wrap } = pass;
  const width = cellsOf(pass);
  const spare = order * width;
  const factor = residue(wrap, prime);
  // Where t^order is 1 or -1, the upper half of a row follows from the lower: a coalition and those outside it (c[x] = c[total - x]).
  const palindrome = Math.abs(wrap) === 1;
  const total = additionsOf(pass);
  kernel.clear(bytesOf(pass));
  kernel.cells()[0] = 1;
  let [reach, top, additions] = [0, 0, 0];
  for (let i = 0; i < ascending.length; i++) {
    const weight = ascending[i]!;
    const next = Math.min(palindrome ? Math.floor((reach + weight) / 2) : reach + weight, width - 1);
    if (palindrome && next > top) reflect(kernel, pass, i, reach, top + 1, Math.min(next, reach));
    [reach, top] = [reach + weight, next];
    const length = top - weight + 1;
    if (length <= 0) continue;
    if (order === 1) addTimes(kernel, weight, 0, length, factor, prime);
    else {
      const wraps = i >= order - 1 && wrap !== 0;
      const last = (order - 1) * width;
      if (wraps) kernel.cells().copyWithin(spare, last, last + length);
      for (let j = Math.min(order - 1, i + 1); j > 0; j--) kernel.add(j * width + weight, (j - 1) * width, length, prime);
      if (wraps) addTimes(kernel, weight, spare, length, factor, prime);
    }
    additions += order * length;
    report(progress, additions, total);
  }
  return additions;
}

function addTimes(kernel: Kernel, to: number, from: number, count: number, factor: number, prime: number): void {
  if (factor === 1) kernel.add(to, from, count, prime);
  else if (factor === prime - 1) kernel.subtract(to, from, count, prime);
  else kernel.addMultiple(to, from, count, factor, prime);
}

/** The cells `first` … `last` of the rows of `members` members of the total weight `reach`, from their mirror images: t^members times those at 1/t. */
function reflect(kernel: Kernel, pass: CountingPass, members: number, reach: number, first: number, last: number): void {
  if (last < first) return;
  const { prime, order, wrap } = pass;
  const width = cellsOf(pass);
  for (let j = 0; j <= Math.min(order - 1, members); j++) {
    const image = (members - j) % order;
    const negative = wrap < 0 && Math.floor((members - j) / order) % 2 === 1;
    kernel.mirror(image * width + first, j * width + reach - first, last - first + 1, negative, prime);
  }
}

/**
 * Swings from the sums C(x) of all counts up to x: with D(x) the same without the member, C(x) = D(x) + t·D(x - w), so that
 * η = D(q-1) - D(q-1-w) = Σ_k (-t)^k [C(q-1-k·w) - C(q-1-(k+1)·w)] (the division of Bilbao et al. 2000, all members from one pass as in Uno 2012 and Kurz 2016).
 */
function swingsOf(cells: Uint32Array, pass: CountingPass, quota: number, weight: number, result: Uint32Array): void {
  const { prime, order, wrap } = pass;
  const width = cellsOf(pass);
  const factor = residue(-wrap, prime);
  for (let x = (quota - 1) % weight; x < quota; x += weight) {
    // result = window - t · result
    const carried = result[order - 1]!;
    for (let j = order - 1; j >= 0; j--) {
      const row = j * width + x;
      let value = cells[row]!;
      if (x >= weight) {
        value -= cells[row - weight]!;
        if (value < 0) value += prime;
      }
      if (j > 0) {
        value -= result[j - 1]!;
        if (value < 0) value += prime;
      } else if (carried !== 0) {
        value += factor === prime - 1 ? prime - carried : mulMod(carried, factor, prime);
        if (value >= prime) value -= prime;
      }
      result[j] = value;
    }
  }
}
