import { grown } from './arrays.js';
import { Clauses, type Ref } from './clauses.js';
import { VariableHeap } from './heap.js';
import type { Code } from './literals.js';
import { Watches } from './watches.js';

/** No clause: a decision, an assumption, a unit. */
export const NO_CLAUSE: Ref = -1;

/**
 * What a search stands on: the clauses, and the trail of literals made true so far, cut into levels by the decisions.
 * Everything at level 0 holds for good.
 */
export class State {
  /** Variables are 1 to this. */
  variables = 0;
  /** Of each literal: 1 true, -1 false, 0 open. */
  values = new Int8Array(16);
  /** Of each variable: the level at which it was assigned, the clause that forced it, the value that it had last, a mark. */
  levels = new Int32Array(16);
  reasons = new Int32Array(16);
  phases = new Int8Array(16);
  seen = new Uint8Array(16);
  /** The literals made true, in that order. */
  trail = new Int32Array(16);
  trailSize = 0;
  /** The next literal of the trail whose consequences are to be drawn. */
  head = 0;
  /** Where each level begins in the trail; level 1 at index 0. */
  starts = new Int32Array(16);
  level = 0;
  readonly clauses = new Clauses();
  readonly watches = new Watches();
  readonly heap = new VariableHeap();

  /** Makes a variable whose first value to be tried is the one given. */
  newVariable(phase: boolean): number {
    const v = ++this.variables;
    this.values = grown(this.values, 2 * v + 2);
    this.levels = grown(this.levels, v + 1);
    this.reasons = grown(this.reasons, v + 1);
    this.phases = grown(this.phases, v + 1);
    this.seen = grown(this.seen, v + 1);
    this.trail = grown(this.trail, v + 1);
    this.watches.extend(2 * v + 1);
    this.heap.extend(v);
    this.heap.insert(v);
    this.phases[v] = phase ? 1 : -1;
    return v;
  }

  /** Makes an open literal true at the current level. */
  assign(literal: Code, reason: Ref): void {
    this.values[literal] = 1;
    this.values[literal ^ 1] = -1;
    const v = literal >> 1;
    this.levels[v] = this.level;
    this.reasons[v] = reason;
    this.trail[this.trailSize++] = literal;
  }

  /** Begins a level. Levels of assumptions that hold already are empty, so there can be more of them than variables. */
  open(): void {
    if (this.level === this.starts.length) this.starts = grown(this.starts, this.level + 1);
    this.starts[this.level++] = this.trailSize;
  }

  /** Takes back what was assigned above a level. */
  backtrack(level: number): void {
    if (this.level <= level) return;
    const { trail, values, phases, heap } = this;
    const start = this.starts[level]!;
    for (let i = this.trailSize - 1; i >= start; i--) {
      const literal = trail[i]!;
      values[literal] = values[literal ^ 1] = 0;
      const v = literal >> 1;
      phases[v] = literal & 1 ? -1 : 1;
      heap.insert(v);
    }
    this.trailSize = this.head = start;
    this.level = level;
  }
}
