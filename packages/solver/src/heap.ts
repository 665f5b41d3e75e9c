import { grown } from './arrays.js';

/** Activities beyond this are scaled down, all alike. */
const TOO_LARGE = 1e100;

/** How much less a conflict counts than the one after it. */
const DECAY = 1 / 0.95;

/**
 * Variables by activity, the most active first: a binary heap with the place of each variable.
 *
 * VSIDS (Moskewicz et al., DAC 2001) as in MiniSat: the variables of a conflict gain activity, and what is gained grows
 * with each conflict, so that older conflicts count less. Of two alike, the one with the smaller number comes first,
 * so that every run is the same.
 */
export class VariableHeap {
  activity: Float64Array = new Float64Array(16);
  /** Where each variable is in the heap, or -1. */
  #place: Int32Array = new Int32Array(16).fill(-1);
  #heap: Int32Array = new Int32Array(16);
  #size = 0;
  #gain = 1;

  /** Makes room for variables up to this one. */
  extend(variable: number): void {
    const before = this.#place.length;
    this.activity = grown(this.activity, variable + 1);
    this.#place = grown(this.#place, variable + 1);
    this.#place.fill(-1, before);
    this.#heap = grown(this.#heap, variable + 1);
  }

  /** Puts a variable in, if it is not there. */
  insert(variable: number): void {
    if (this.#place[variable]! >= 0) return;
    this.#up(this.#size++, variable);
  }

  /** Takes out the most active variable; 0 when there is none. */
  pop(): number {
    if (this.#size === 0) return 0;
    const top = this.#heap[0]!;
    this.#place[top] = -1;
    const last = this.#heap[--this.#size]!;
    if (this.#size > 0) this.#down(last);
    return top;
  }

  /** Raises the activity of a variable. */
  bump(variable: number): void {
    this.activity[variable]! += this.#gain;
    if (this.activity[variable]! > TOO_LARGE) {
      for (let v = 0; v < this.activity.length; v++) this.activity[v]! *= 1 / TOO_LARGE;
      this.#gain *= 1 / TOO_LARGE;
    }
    const place = this.#place[variable]!;
    if (place >= 0) this.#up(place, variable);
  }

  /** Makes what comes count more than what was. */
  decay(): void {
    this.#gain *= DECAY;
  }

  #before(a: number, b: number): boolean {
    const x = this.activity[a]!;
    const y = this.activity[b]!;
    return x > y || (x === y && a < b);
  }

  #up(from: number, variable: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const other = this.#heap[parent]!;
      if (!this.#before(variable, other)) break;
      this.#heap[place] = other;
      this.#place[other] = place;
      place = parent;
    }
    this.#heap[place] = variable;
    this.#place[variable] = place;
  }

  /** Puts a variable in at the top and lets it sink. */
  #down(variable: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#before(this.#heap[child + 1]!, this.#heap[child]!)) child++;
      const other = this.#heap[child]!;
      if (!this.#before(other, variable)) break;
      this.#heap[place] = other;
      this.#place[other] = place;
      place = child;
    }
    this.#heap[place] = variable;
    this.#place[variable] = place;
  }
}
