import { OperationCache } from './cache.js';
import { VariableOrder } from './order.js';
import { TRUE, FALSE, type Node, type Var } from './types.js';
import { HIGH, LOW, UniqueTable } from './unique-table.js';

/** Functions in place of variables, by level, and the lowest level that is replaced. */
export interface Substitution {
  readonly serial: number;
  readonly byLevel: ReadonlyMap<number, Node>;
  readonly lowest: number;
}

/**
 * What every operation works on: the order, the nodes, the remembered results. Internal to the package; users see
 * only the `Manager`.
 */
export class Kernel {
  readonly order = new VariableOrder();
  readonly cache = new OperationCache();
  readonly table: UniqueTable;
  /** The functions `v`, by variable; never collected. */
  readonly positive: Node[] = [];
  /** The functions `not v`, by variable; never collected. */
  readonly negative: Node[] = [];
  /** Raised whenever node numbers may have changed their meaning or the order has changed. */
  epoch = 0;
  /** The simultaneous substitution under way, with the number under which its results are remembered. */
  substitution: Substitution = { serial: 0, byLevel: new Map(), lowest: -1 };
  /** The stack of the machine, and where the operation under way begins on it. */
  stack: Int32Array = new Int32Array(6 * 256);
  stackTop = 0;

  constructor(limit: number) {
    this.table = new UniqueTable(this.order, limit);
  }

  /**
   * The function "if the variable at `level` then `high` else `low`", reduced. Both children lie below `level`.
   * @throws NodeLimitError
   */
  make(level: number, low: Node, high: Node): Node {
    if (low === high) return low;
    const table = this.table;
    const before = table.cells.length;
    const n = table.find(level, low, high);
    // The cache follows the table. Comparisons visit several pairs a node; with fewer places than pairs they thrash.
    if (table.cells.length !== before) this.cache.reserve(4 * table.capacity);
    return n;
  }

  /** The level of a node's variable; that of the constants is below all others. */
  level(f: Node): number {
    return this.table.cells[f << 2]!;
  }

  /** The function when the top variable is false. Not for constants. */
  low(f: Node): Node {
    return this.table.cells[(f << 2) + LOW]!;
  }

  /** The function when the top variable is true. Not for constants. */
  high(f: Node): Node {
    return this.table.cells[(f << 2) + HIGH]!;
  }

  /** The variable at a level as a function. */
  literalAt(level: number): Node {
    return this.positive[this.order.varAt[level]!]!;
  }

  /** Double the machine's stack. */
  growStack(): Int32Array {
    const larger = new Int32Array(this.stack.length * 2);
    larger.set(this.stack);
    this.stack = larger;
    return larger;
  }

  /** A new variable at the bottom of the order, with its two literals. */
  addVariable(): Var {
    const v = this.order.add();
    this.positive.push(this.make(v, FALSE, TRUE));
    this.negative.push(this.make(v, TRUE, FALSE));
    return v;
  }

  /** Whether there are no nodes but the literals. */
  get isEmpty(): boolean {
    return this.table.count === 2 * this.order.count;
  }

  /** Put the variables of an empty table into a new order, a permutation of all of them. */
  assignOrder(vars: readonly Var[]): void {
    this.order.assign(vars);
    // Nodes are hashed by variable, so the literals stay in their buckets.
    for (const literal of [this.positive, this.negative]) {
      literal.forEach((n, v) => (this.table.cells[n << 2] = this.order.levelOf[v]!));
    }
  }

  /**
   * A conjunction of literals as a function.
   * @throws RangeError for an unknown variable.
   */
  cube(literals: ReadonlyMap<Var, boolean>): Node {
    const levels = this.order.levels(literals.keys());
    let f = TRUE;
    for (let i = levels.length - 1; i >= 0; i--) {
      const level = levels[i]!;
      f = literals.get(this.order.varAt[level]!) ? this.make(level, FALSE, f) : this.make(level, f, FALSE);
    }
    return f;
  }

  /**
   * The conjunction of some variables, which stands for the set of them in the operations that take a set.
   * @throws RangeError for an unknown variable.
   */
  variableSet(vars: Iterable<Var>): Node {
    const levels = this.order.levels(vars);
    let f = TRUE;
    for (let i = levels.length - 1; i >= 0; i--) f = this.make(levels[i]!, FALSE, f);
    return f;
  }
}
