import type { Var } from './types.js';

/**
 * The order of the variables: a bijection between variables and levels, level 0 at the root.
 *
 * Nodes carry levels; users speak of variables; this is the only place where the two meet.
 */
export class VariableOrder {
  /** The level of each variable. */
  levelOf = new Int32Array(64);
  /** The variable at each level: the inverse of {@link levelOf}. */
  varAt = new Int32Array(64);
  /** How many variables there are. */
  count = 0;

  /** A new variable at the lowest level. */
  add(): Var {
    const v = this.count;
    if (v === this.varAt.length) {
      this.levelOf = doubled(this.levelOf);
      this.varAt = doubled(this.varAt);
    }
    this.levelOf[v] = v;
    this.varAt[v] = v;
    this.count++;
    return v;
  }

  /** Exchange the variables at two levels. The nodes are the caller's business. */
  exchange(upper: number, lower: number): void {
    const x = this.varAt[upper]!;
    const y = this.varAt[lower]!;
    this.varAt[upper] = y;
    this.varAt[lower] = x;
    this.levelOf[y] = upper;
    this.levelOf[x] = lower;
  }

  /** Replace the whole order by a permutation of it. The nodes are the caller's business. */
  assign(vars: readonly Var[]): void {
    vars.forEach((v, level) => {
      this.varAt[level] = v;
      this.levelOf[v] = level;
    });
  }

  /** The variables from the root's level down. */
  list(): Var[] {
    return Array.from(this.varAt.subarray(0, this.count));
  }

  /**
   * A full order that begins as asked: the listed variables first, all others after them as they stand.
   * @throws RangeError for an unknown or repeated variable.
   */
  completed(vars: readonly Var[]): Var[] {
    const listed = new Set<Var>();
    for (const v of vars) {
      this.check(v);
      if (listed.has(v)) throw new RangeError(`variable ${v} occurs twice in the order`);
      listed.add(v);
    }
    return [...vars, ...this.list().filter((v) => !listed.has(v))];
  }

  /** @throws RangeError when `v` is no variable of this manager. */
  check(v: Var): void {
    if (!Number.isInteger(v) || v < 0 || v >= this.count) {
      throw new RangeError(`${v} is not a variable of this manager, which has ${this.count}`);
    }
  }

  /**
   * The levels of some variables, ascending, each once.
   * @throws RangeError for an unknown variable.
   */
  levels(vars: Iterable<Var>): Int32Array {
    const found: number[] = [];
    for (const v of vars) {
      this.check(v);
      found.push(this.levelOf[v]!);
    }
    const levels = new Int32Array(found).sort();
    let distinct = 0;
    for (let i = 0; i < levels.length; i++) if (i === 0 || levels[i] !== levels[i - 1]) levels[distinct++] = levels[i]!;
    return levels.subarray(0, distinct);
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
