import { analyse, Lesson } from './analyse.js';
import { blame } from './assumptions.js';
import { type Clause, type Code, decode, encode, type Literal, MOST_VARIABLES, requireLiteral } from './literals.js';
import { propagate } from './propagate.js';
import { reduce } from './reduce.js';
import { conflictsOfRun } from './restarts.js';
import { NO_CLAUSE, State } from './state.js';

/** What a call of `solve` finds; `unknown` when the budget was spent first. */
export type Answer = 'satisfiable' | 'unsatisfiable' | 'unknown';

/** What a call may cost. Without either, it runs to the end. */
export interface Budget {
  /** Conflicts after which the search gives up. */
  readonly conflicts?: number;
  /** Asked from time to time, every hundred conflicts or a few thousand decisions; `true` makes the search give up. */
  readonly stopped?: () => boolean;
}

/** How to search. */
export interface SolveOptions extends Budget {
  /**
   * Decide the preferred literals first, in their order, each as preferred. The set of preferred literals that a model
   * makes true is then a maximal one: no model makes these and more of them true.
   */
  readonly preferred?: boolean;
}

/** What the solver has done since it was made. */
export interface SolverStatistics {
  readonly calls: number;
  readonly conflicts: number;
  readonly decisions: number;
  /** Learnt clauses kept now. */
  readonly learnt: number;
}

/** Learnt clauses before the first deletion, and how many more are allowed after each: a few, and a share. Small problems stay small. */
const LEARNT = 100;
const LEARNT_MORE = 5;
const LEARNT_SHARE = 1.05;

/**
 * An incremental solver for propositional formulas in conjunctive form, by conflict-driven clause learning.
 *
 * Variables and clauses are added at any time between calls; a call may assume literals. What was learnt is kept, and so is
 * the part of the trail that belongs to assumptions that the next call begins with as well: put those that change least first.
 * The same calls in the same order give the same answers, models and cores.
 */
export class Solver {
  readonly #s = new State();
  readonly #lesson = new Lesson();
  #model: Int8Array = new Int8Array(16);
  #core: readonly Literal[] = [];
  #assumed: Code[] = [];
  #preferred: Int32Array = new Int32Array(0);
  /** The formula is contradictory without any assumption. */
  #contradictory = false;
  #allowed = LEARNT;
  #fixedWhenReduced = 0;
  #calls = 0;
  #conflicts = 0;
  #decisions = 0;

  /** How many variables there are; they are numbered from 1. */
  get variables(): number {
    return this.#s.variables;
  }

  /** What was done so far. */
  get statistics(): SolverStatistics {
    return { calls: this.#calls, conflicts: this.#conflicts, decisions: this.#decisions, learnt: this.#s.clauses.learnt };
  }

  /**
   * Makes a variable.
   * @param phase the value to be tried first
   * @returns its number
   */
  newVariable(phase = false): number {
    if (this.#s.variables === MOST_VARIABLES) throw new RangeError(`there can be no more than ${MOST_VARIABLES} variables`);
    return this.#s.newVariable(phase);
  }

  /** Makes n variables; returns the number of the first. */
  newVariables(n: number, phase = false): number {
    const first = this.#s.variables + 1;
    for (let i = 0; i < n; i++) this.newVariable(phase);
    return first;
  }

  /** The literals that calls with `preferred` decide first, in this order; replaces those named before. */
  prefer(literals: readonly Literal[]): void {
    for (const literal of literals) requireLiteral(literal, this.#s.variables);
    this.#preferred = Int32Array.from(literals, encode);
  }

  /**
   * Adds a clause. A literal may repeat; a clause with a literal and its negation says nothing.
   * @returns whether the formula may still be satisfiable; `false` when it is plainly contradictory.
   * @throws RangeError when a literal has no variable.
   */
  addClause(clause: Clause): boolean {
    const s = this.#s;
    for (const literal of clause) requireLiteral(literal, s.variables);
    s.backtrack(0);
    if (this.#contradictory) return false;
    const kept: Code[] = [];
    for (const literal of clause) {
      const code = encode(literal);
      if (s.values[code]! > 0 || kept.includes(code ^ 1)) return true;
      if (s.values[code] === 0 && !kept.includes(code)) kept.push(code);
    }
    if (kept.length === 0) this.#contradictory = true;
    else if (kept.length === 1) {
      s.assign(kept[0]!, NO_CLAUSE);
      if (propagate(s) !== NO_CLAUSE) this.#contradictory = true;
    } else {
      s.watches.attach(s.clauses.add(kept, kept.length, 0), kept.length, kept[0]!, kept[1]!);
    }
    return !this.#contradictory;
  }

  /**
   * Is there a model that makes all assumptions true?
   *
   * After `satisfiable`, `value` reads the model; after `unsatisfiable`, `core` tells which assumptions are to blame.
   */
  solve(assumptions: readonly Literal[] = [], options: SolveOptions = {}): Answer {
    this.#calls++;
    this.#core = [];
    if (this.#contradictory) return 'unsatisfiable';
    this.#assume(assumptions);
    if (this.#contradictory) return 'unsatisfiable';
    const most = options.conflicts === undefined ? Infinity : this.#conflicts + options.conflicts;
    for (let run = 0; ; run++) {
      const answer = this.#search(conflictsOfRun(run), most, options);
      if (answer !== undefined) return answer;
      this.#s.backtrack(this.#assumed.length);
      this.#tidy();
      if (this.#contradictory) return 'unsatisfiable';
    }
  }

  /** The value of a literal in the model found last. A variable made since is false. */
  value(literal: Literal): boolean {
    const value = this.#model[Math.abs(literal)] ?? 0;
    return literal > 0 ? value > 0 : value <= 0;
  }

  /**
   * Of the assumptions of the last call, some that cannot hold together with the clauses, if it found `unsatisfiable`: not always as few as can be.
   * Empty when the clauses alone are contradictory.
   */
  core(): readonly Literal[] {
    return this.#core;
  }

  /** Goes back as far as the assumptions differ from those of the call before. */
  #assume(assumptions: readonly Literal[]): void {
    const s = this.#s;
    const assumed = this.#assumed;
    const before = Math.min(assumed.length, s.level);
    let alike = 0;
    for (let i = 0; i < assumptions.length; i++) {
      const literal = assumptions[i]!;
      requireLiteral(literal, s.variables);
      const code = encode(literal);
      if (alike === i && i < before && assumed[i] === code) alike++;
      assumed[i] = code;
    }
    assumed.length = assumptions.length;
    s.backtrack(alike);
    this.#tidy();
  }

  /** Deletes clauses when too many are learnt, or when many hold for good. */
  #tidy(): void {
    const s = this.#s;
    const fixed = s.level === 0 ? s.trailSize : s.starts[0]!;
    const learnt = s.clauses.learnt > this.#allowed;
    if (!learnt && (fixed - this.#fixedWhenReduced) * 64 <= s.clauses.end) return;
    s.backtrack(0);
    if (propagate(s) !== NO_CLAUSE) {
      this.#contradictory = true;
      return;
    }
    this.#fixedWhenReduced = s.trailSize;
    if (learnt) this.#allowed = Math.ceil(this.#allowed * LEARNT_SHARE) + LEARNT_MORE;
    reduce(s, learnt);
  }

  /** Searches until it knows, the run is over (undefined), or the budget is spent. */
  #search(conflictsOfThisRun: number, most: number, { stopped, preferred = false }: SolveOptions): Answer | undefined {
    const s = this.#s;
    const assumed = this.#assumed;
    let conflicts = 0;
    let next = 0;
    for (;;) {
      const conflict = propagate(s);
      if (conflict !== NO_CLAUSE) {
        conflicts++;
        this.#conflicts++;
        if (s.level === 0) {
          this.#contradictory = true;
          return 'unsatisfiable';
        }
        this.#learn(conflict);
        next = 0;
        if (this.#conflicts >= most || (this.#conflicts % 128 === 0 && stopped?.() === true)) return 'unknown';
        continue;
      }
      if (conflicts >= conflictsOfThisRun && s.level > assumed.length) return undefined;
      if ((++this.#decisions & 4095) === 0 && stopped?.() === true) return 'unknown';
      let decision: Code = 0;
      while (s.level < assumed.length) {
        const literal = assumed[s.level]!;
        const value = s.values[literal]!;
        if (value < 0) {
          this.#core = blame(s, literal).map(decode);
          return 'unsatisfiable';
        }
        if (value === 0) {
          decision = literal;
          break;
        }
        s.open();
      }
      if (decision === 0 && preferred) {
        while (next < this.#preferred.length && s.values[this.#preferred[next]!] !== 0) next++;
        if (next < this.#preferred.length) decision = this.#preferred[next]!;
      }
      if (decision === 0) decision = this.#choose();
      if (decision === 0) {
        this.#keepModel();
        return 'satisfiable';
      }
      s.open();
      s.assign(decision, NO_CLAUSE);
    }
  }

  /** The most active open variable, with the value that it had last; 0 when all are assigned. */
  #choose(): Code {
    const s = this.#s;
    for (;;) {
      const v = s.heap.pop();
      if (v === 0) return 0;
      if (s.values[2 * v] === 0) return 2 * v + (s.phases[v]! > 0 ? 0 : 1);
    }
  }

  /** Learns from a conflict and goes back. */
  #learn(conflict: number): void {
    const s = this.#s;
    const lesson = this.#lesson;
    analyse(s, conflict, lesson);
    s.backtrack(lesson.level);
    const { literals, length } = lesson;
    if (length === 1) {
      s.assign(literals[0]!, NO_CLAUSE);
      return;
    }
    const ref = s.clauses.add(literals, length, lesson.lbd);
    s.watches.attach(ref, length, literals[0]!, literals[1]!);
    s.assign(literals[0]!, ref);
  }

  #keepModel(): void {
    const { variables, values } = this.#s;
    if (this.#model.length <= variables) this.#model = new Int8Array(Math.max(variables + 1, 2 * this.#model.length));
    const model = this.#model;
    for (let v = 1; v <= variables; v++) model[v] = values[2 * v]!;
  }
}
