import { decreasing, directions, increasing, leq, meets, type Direction } from './compare.js';
import { and, fold, ite, not, or, xor } from './connectives.js';
import { Kernel } from './kernel.js';
import { isIncreasing } from './minimal.js';
import { andExists, exists, forall } from './quantify.js';
import { reach, support } from './snapshot.js';
import { compose, composeAll, restrict } from './substitute.js';
import { FALSE, MAX_NODES, TRUE, type Assignment, type Node, type Var } from './types.js';

/** Limits of a manager. */
export interface ManagerOptions {
  /** The most nodes, dead ones included; 2^26 unless told, which is also the largest. 20 to 40 bytes each. */
  readonly maxNodes?: number;
}

/**
 * Variables and the algebra of their functions: connectives, quantifiers, substitution, and questions. The `Manager` adds
 * what is done with finished functions.
 */
export abstract class Algebra {
  /** Order, nodes and remembered results. Of no concern to users. */
  protected readonly kernel: Kernel;
  readonly #names: string[] = [];

  /** @throws RangeError when `maxNodes` is not a whole number from 1 to 2^26. */
  constructor(options: ManagerOptions = {}) {
    const limit = options.maxNodes ?? MAX_NODES;
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_NODES) {
      throw new RangeError(`maxNodes must be a whole number from 1 to ${MAX_NODES}, not ${limit}`);
    }
    this.kernel = new Kernel(limit);
  }

  // ---- Variables

  /** A new variable, at the bottom of the order. The name is for people; the variable's number unless told. */
  newVar(name?: string): Var {
    const v = this.kernel.addVariable();
    this.#names.push(name ?? `v${v}`);
    return v;
  }

  /** Several new variables. */
  newVars(n: number, name: (i: number) => string | undefined = () => undefined): Var[] {
    return Array.from({ length: n }, (_, i) => this.newVar(name(i)));
  }

  /** How many variables there are; they are the numbers below. */
  get varCount(): number {
    return this.kernel.order.count;
  }

  /** The name given to a variable. */
  nameOf(v: Var): string {
    this.kernel.order.check(v);
    return this.#names[v]!;
  }

  /** The variables from the root down. */
  order(): Var[] {
    return this.kernel.order.list();
  }

  /** A variable's place in the order, 0 at the root. */
  levelOf(v: Var): number {
    this.kernel.order.check(v);
    return this.kernel.order.levelOf[v]!;
  }

  /** The function that is true when the variable is. */
  varNode(v: Var): Node {
    this.kernel.order.check(v);
    return this.kernel.positive[v]!;
  }

  /** The function that is true when the variable is false. */
  nvarNode(v: Var): Node {
    this.kernel.order.check(v);
    return this.kernel.negative[v]!;
  }

  // ---- Connectives

  /** Negation. */
  not(f: Node): Node {
    return not(this.kernel, f);
  }

  /** Conjunction. */
  and(f: Node, g: Node): Node {
    return and(this.kernel, f, g);
  }

  /** Disjunction. */
  or(f: Node, g: Node): Node {
    return or(this.kernel, f, g);
  }

  /** True where the two differ. */
  xor(f: Node, g: Node): Node {
    return xor(this.kernel, f, g);
  }

  /** True where the two agree. */
  iff(f: Node, g: Node): Node {
    return not(this.kernel, xor(this.kernel, f, g));
  }

  /** False only where `f` is true and `g` is false. To ask whether this holds everywhere, use `leq`. */
  implies(f: Node, g: Node): Node {
    return or(this.kernel, not(this.kernel, f), g);
  }

  /** If `f` then `g` else `h`. */
  ite(f: Node, g: Node, h: Node): Node {
    return ite(this.kernel, f, g, h);
  }

  /** The conjunction of all; TRUE of none. */
  andAll(nodes: Iterable<Node>): Node {
    return fold(this.kernel, nodes, and, TRUE, FALSE);
  }

  /** The disjunction of all; FALSE of none. */
  orAll(nodes: Iterable<Node>): Node {
    return fold(this.kernel, nodes, or, FALSE, TRUE);
  }

  /** The conjunction of the literals. */
  cube(literals: Assignment): Node {
    return this.kernel.cube(literals);
  }

  // ---- Quantification and substitution

  /** Some values of the variables make `f` true. */
  exists(f: Node, vars: Iterable<Var>): Node {
    return exists(this.kernel, f, this.kernel.variableSet(vars));
  }

  /** All values of the variables make `f` true. */
  forall(f: Node, vars: Iterable<Var>): Node {
    return forall(this.kernel, f, this.kernel.variableSet(vars));
  }

  /** `exists(and(f, g), vars)` without building the conjunction. */
  andExists(f: Node, g: Node, vars: Iterable<Var>): Node {
    return andExists(this.kernel, f, g, this.kernel.variableSet(vars));
  }

  /** `f` with a value for the variable. */
  restrict(f: Node, v: Var, value: boolean): Node {
    return restrict(this.kernel, f, value ? this.varNode(v) : this.nvarNode(v));
  }

  /** `f` with values for several variables. */
  restrictAll(f: Node, values: Assignment): Node {
    return restrict(this.kernel, f, this.kernel.cube(values));
  }

  /** `f` with `g` in place of the variable. */
  compose(f: Node, v: Var, g: Node): Node {
    this.kernel.order.check(v);
    return compose(this.kernel, f, v, g);
  }

  /** `f` with each variable of the map replaced by its function, all at once (so two variables can change places). */
  composeAll(f: Node, substitution: ReadonlyMap<Var, Node>): Node {
    for (const v of substitution.keys()) this.kernel.order.check(v);
    return composeAll(this.kernel, f, substitution);
  }

  // ---- Questions

  /** Whether `f` implies `g` everywhere; builds nothing. */
  leq(f: Node, g: Node): boolean {
    return leq(this.kernel, f, g);
  }

  /** Whether `f` and `g` can be true together; builds nothing. */
  meets(f: Node, g: Node): boolean {
    return meets(this.kernel, f, g);
  }

  /** Whether making the variable true never makes `f` false: f|v=0 ≤ f|v=1. True of variables `f` ignores. */
  isPositiveIn(f: Node, v: Var): boolean {
    return increasing(this.kernel, f, this.levelOf(v));
  }

  /** Whether making the variable true never makes `f` true: f|v=1 ≤ f|v=0. True of variables `f` ignores. */
  isNegativeIn(f: Node, v: Var): boolean {
    return decreasing(this.kernel, f, this.levelOf(v));
  }

  /** How `f` depends on each of its variables, in the order of levels: what `isPositiveIn` and `isNegativeIn` say of each, in one walk; only of those `wanted`. */
  directions(f: Node, wanted: (v: Var) => boolean = () => true): ReadonlyMap<Var, Direction> {
    return directions(this.kernel, f, wanted);
  }

  /** Whether `f` is increasing in every variable (a simple game, when the variables are the players). */
  isIncreasing(f: Node): boolean {
    return isIncreasing(this.kernel, f);
  }

  /** The variables on which the functions depend, in the order of levels. */
  support(f: Node | readonly Node[]): Var[] {
    return support(this.kernel, typeof f === 'number' ? [f] : f);
  }

  /** The number of decision nodes of a function, or of several with shared nodes once. Constants have none. */
  size(f: Node | readonly Node[]): number {
    return reach(this.kernel.table, typeof f === 'number' ? [f] : f).length;
  }

  /** The value of the function when the variables have the values told. Only variables on the path are asked for. */
  evaluate(f: Node, value: (v: Var) => boolean): boolean {
    const k = this.kernel;
    while (f > TRUE) f = value(k.order.varAt[k.level(f)]!) ? k.high(f) : k.low(f);
    return f === TRUE;
  }

  /** The variable at the root of a function, and its two children; undefined for constants. */
  split(f: Node): { readonly v: Var; readonly low: Node; readonly high: Node } | undefined {
    const k = this.kernel;
    return f <= TRUE ? undefined : { v: k.order.varAt[k.level(f)]!, low: k.low(f), high: k.high(f) };
  }
}
