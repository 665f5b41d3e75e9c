import { leq, meets, unate, DECREASING, INCREASING } from './compare.js';
import { and, fold, ite, not, or, xor } from './connectives.js';
import { count, countBySize, NUMBERS, weightedCount, type Semiring } from './count.js';
import { Families } from './families.js';
import { isop } from './isop.js';
import { Kernel } from './kernel.js';
import { isIncreasing, minimalModels, setsOf, type MinimalModels } from './minimal.js';
import { cubesOf, primes } from './primes.js';
import { andExists, exists, forall } from './quantify.js';
import { arrange, sift, type ReorderOptions, type ReorderResult } from './reorder.js';
import { Roots } from './roots.js';
import { reach, support, universe } from './snapshot.js';
import { models, paths } from './streams.js';
import { compose, composeAll, restrict } from './substitute.js';
import { linear, type Comparison, type Item, type Whole } from './threshold.js';
import { FALSE, MAX_NODES, TRUE, type Assignment, type Cube, type Node, type Var } from './types.js';
import { cheapest, minimalSize, type Cheapest } from './weigh.js';

/** Limits of a manager. */
export interface ManagerOptions {
  /** The most nodes, dead ones included; 2^26 unless told, which is also the largest. 20 to 40 bytes each. */
  readonly maxNodes?: number;
}

/** The state of a manager's memory. */
export interface Statistics {
  readonly variables: number;
  /** Nodes in the table, dead ones included, without the two constants. */
  readonly nodes: number;
  /** Bytes of nodes and buckets. */
  readonly nodeBytes: number;
  /** Bytes of the remembered results. */
  readonly cacheBytes: number;
}

/**
 * Boolean functions over variables of one order, as reduced ordered binary decision diagrams without complement edges
 * (Bryant 1986). Equal functions have equal numbers, so `f === g` decides equivalence.
 *
 * Nothing is collected behind the caller's back: nodes live until `collect`, `collectIfNeeded` or `reorder` is called,
 * and then those survive that are protected, passed as roots, or literals. Every operation may throw `NodeLimitError`.
 * Functions of another manager, freed nodes and unknown variables are not checked for in the inner operations.
 */
export class Manager {
  readonly #k: Kernel;
  readonly #roots = new Roots();
  readonly #names: string[] = [];
  #minimal: { epoch: number; families: Families; of: Map<Node, MinimalModels> } | undefined;

  /** @throws RangeError when `maxNodes` is not a whole number from 1 to 2^26. */
  constructor(options: ManagerOptions = {}) {
    const limit = options.maxNodes ?? MAX_NODES;
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_NODES) {
      throw new RangeError(`maxNodes must be a whole number from 1 to ${MAX_NODES}, not ${limit}`);
    }
    this.#k = new Kernel(limit);
  }

  // ---- Variables and order

  /** A new variable, at the bottom of the order. The name is for people; the variable's number unless told. */
  newVar(name?: string): Var {
    const v = this.#k.addVariable();
    this.#names.push(name ?? `v${v}`);
    return v;
  }

  /** Several new variables. */
  newVars(n: number, name: (i: number) => string | undefined = () => undefined): Var[] {
    return Array.from({ length: n }, (_, i) => this.newVar(name(i)));
  }

  /** How many variables there are; they are the numbers below. */
  get varCount(): number {
    return this.#k.order.count;
  }

  /** The name given to a variable. */
  nameOf(v: Var): string {
    this.#k.order.check(v);
    return this.#names[v]!;
  }

  /** The variables from the root down. */
  order(): Var[] {
    return this.#k.order.list();
  }

  /** A variable's place in the order, 0 at the root. */
  levelOf(v: Var): number {
    this.#k.order.check(v);
    return this.#k.order.levelOf[v]!;
  }

  /** The function that is true when the variable is. */
  varNode(v: Var): Node {
    this.#k.order.check(v);
    return this.#k.positive[v]!;
  }

  /** The function that is true when the variable is false. */
  nvarNode(v: Var): Node {
    this.#k.order.check(v);
    return this.#k.negative[v]!;
  }

  /**
   * Put these variables first, in this order; the others follow as they stand. Meant for the time before building,
   * when it is cheap; later it moves the levels one by one. Every node stays valid.
   * @throws RangeError for an unknown or repeated variable.
   */
  setOrder(vars: readonly Var[]): void {
    const order = this.#k.order.completed(vars);
    const k = this.#k;
    this.#whole(() => (k.isEmpty ? k.assignOrder(order) : arrange(k, k.table.nodes(), order)));
  }

  /**
   * Look for an order in which the functions take fewer nodes, by sifting. Like a collection it frees whatever is neither
   * protected nor among `roots`; what survives keeps its number and its function. The limit on nodes is not
   * enforced meanwhile.
   */
  reorder(roots: Iterable<Node> = [], options: ReorderOptions = {}): ReorderResult {
    const all = this.#roots.all(this.#k, roots);
    this.#roots.collect(this.#k, all);
    return this.#whole(() => sift(this.#k, all, options));
  }

  #whole<T>(change: () => T): T {
    this.#k.table.unlimited = true;
    try {
      return change();
    } finally {
      this.#k.table.unlimited = false;
      this.#k.cache.clear();
      this.#k.epoch++;
    }
  }

  // ---- Connectives

  /** Negation. */
  not(f: Node): Node {
    return not(this.#k, f);
  }

  /** Conjunction. */
  and(f: Node, g: Node): Node {
    return and(this.#k, f, g);
  }

  /** Disjunction. */
  or(f: Node, g: Node): Node {
    return or(this.#k, f, g);
  }

  /** True where the two differ. */
  xor(f: Node, g: Node): Node {
    return xor(this.#k, f, g);
  }

  /** True where the two agree. */
  iff(f: Node, g: Node): Node {
    return not(this.#k, xor(this.#k, f, g));
  }

  /** False only where `f` is true and `g` is false. To ask whether this holds everywhere, use `leq`. */
  implies(f: Node, g: Node): Node {
    return or(this.#k, not(this.#k, f), g);
  }

  /** If `f` then `g` else `h`. */
  ite(f: Node, g: Node, h: Node): Node {
    return ite(this.#k, f, g, h);
  }

  /** The conjunction of all; TRUE of none. */
  andAll(nodes: Iterable<Node>): Node {
    return fold(this.#k, nodes, and, TRUE, FALSE);
  }

  /** The disjunction of all; FALSE of none. */
  orAll(nodes: Iterable<Node>): Node {
    return fold(this.#k, nodes, or, FALSE, TRUE);
  }

  /** The conjunction of the literals. */
  cube(literals: Assignment): Node {
    return this.#k.cube(literals);
  }

  // ---- Quantification and substitution

  /** Some values of the variables make `f` true. */
  exists(f: Node, vars: Iterable<Var>): Node {
    return exists(this.#k, f, this.#k.variableSet(vars));
  }

  /** All values of the variables make `f` true. */
  forall(f: Node, vars: Iterable<Var>): Node {
    return forall(this.#k, f, this.#k.variableSet(vars));
  }

  /** `exists(and(f, g), vars)` without building the conjunction. */
  andExists(f: Node, g: Node, vars: Iterable<Var>): Node {
    return andExists(this.#k, f, g, this.#k.variableSet(vars));
  }

  /** `f` with a value for the variable. */
  restrict(f: Node, v: Var, value: boolean): Node {
    return restrict(this.#k, f, value ? this.varNode(v) : this.nvarNode(v));
  }

  /** `f` with values for several variables. */
  restrictAll(f: Node, values: Assignment): Node {
    return restrict(this.#k, f, this.#k.cube(values));
  }

  /** `f` with `g` in place of the variable. */
  compose(f: Node, v: Var, g: Node): Node {
    this.#k.order.check(v);
    return compose(this.#k, f, v, g);
  }

  /** `f` with each variable of the map replaced by its function, all at once (so two variables can change places). */
  composeAll(f: Node, substitution: ReadonlyMap<Var, Node>): Node {
    for (const v of substitution.keys()) this.#k.order.check(v);
    return composeAll(this.#k, f, substitution);
  }

  // ---- Questions

  /** Whether `f` implies `g` everywhere; builds nothing. */
  leq(f: Node, g: Node): boolean {
    return leq(this.#k, f, g);
  }

  /** Whether `f` and `g` can be true together; builds nothing. */
  meets(f: Node, g: Node): boolean {
    return meets(this.#k, f, g);
  }

  /** Whether making the variable true never makes `f` false: f|v=0 ≤ f|v=1. True of variables `f` ignores. */
  isPositiveIn(f: Node, v: Var): boolean {
    return unate(this.#k, f, this.levelOf(v), INCREASING);
  }

  /** Whether making the variable true never makes `f` true: f|v=1 ≤ f|v=0. True of variables `f` ignores. */
  isNegativeIn(f: Node, v: Var): boolean {
    return unate(this.#k, f, this.levelOf(v), DECREASING);
  }

  /** Whether `f` is increasing in every variable (a simple game, when the variables are the players). */
  isIncreasing(f: Node): boolean {
    return isIncreasing(this.#k, f);
  }

  /** The variables on which the functions depend, in the order of levels. */
  support(f: Node | readonly Node[]): Var[] {
    return support(this.#k, typeof f === 'number' ? [f] : f);
  }

  /** The number of decision nodes of a function, or of several with shared nodes once. Constants have none. */
  size(f: Node | readonly Node[]): number {
    return reach(this.#k.table, typeof f === 'number' ? [f] : f).length;
  }

  /** The value of the function when the variables have the values told. Only variables on the path are asked for. */
  evaluate(f: Node, value: (v: Var) => boolean): boolean {
    const k = this.#k;
    while (f > TRUE) f = value(k.order.varAt[k.level(f)]!) ? k.high(f) : k.low(f);
    return f === TRUE;
  }

  /** The variable at the root of a function, and its two children; undefined for constants. */
  split(f: Node): { readonly v: Var; readonly low: Node; readonly high: Node } | undefined {
    const k = this.#k;
    return f <= TRUE ? undefined : { v: k.order.varAt[k.level(f)]!, low: k.low(f), high: k.high(f) };
  }

  // ---- Counting and weighing

  /**
   * The number of models over exactly these variables.
   * @throws RangeError when `f` depends on a variable that is not among them.
   */
  count(f: Node, vars: Iterable<Var>): bigint {
    return count(this.#k, f, vars);
  }

  /**
   * The number of models by the number of true variables: index i holds those with exactly i.
   * @throws RangeError when `f` depends on a variable that is not among them.
   */
  countBySize(f: Node, vars: Iterable<Var>): bigint[] {
    return countBySize(this.#k, f, vars);
  }

  /**
   * The sum over all models of the product of the weights of their literals; with probabilities [1 - p, p], the
   * probability of `f`. The keys of the map are the universe.
   * @throws RangeError when `f` depends on a variable without weights.
   */
  weightedCount(f: Node, weights: ReadonlyMap<Var, readonly [whenFalse: number, whenTrue: number]>): number {
    return weightedCount(this.#k, f, weights, NUMBERS);
  }

  /** `weightedCount` in any commutative semiring, for exact rationals, polynomials and the like. */
  weightedCountIn<T>(
    f: Node,
    weights: ReadonlyMap<Var, readonly [whenFalse: T, whenTrue: T]>,
    ring: Semiring<T>,
  ): T {
    return weightedCount(this.#k, f, weights, ring);
  }

  /**
   * The least total cost of a model, and such a model; undefined when there is none. A variable without costs is free.
   * @throws RangeError for a cost that is not finite.
   */
  minWeight(
    f: Node,
    costs: ReadonlyMap<Var, readonly [whenFalse: number, whenTrue: number]>,
  ): Cheapest | undefined {
    return cheapest(this.#k, f, costs);
  }

  /** The least number of true variables in a model; undefined when there is none. */
  minimalSize(f: Node): number | undefined {
    return minimalSize(this.#k, f);
  }

  // ---- Listings, all lazy

  /**
   * All models as total assignments over these variables, in the order of levels with false before true.
   * @throws RangeError, at the first element, when `f` depends on a variable that is not among them.
   */
  models(f: Node, vars: Iterable<Var>): Generator<Cube, void, void> {
    return models(this.#k, f, vars);
  }

  /** A model over the support, the first in that order; undefined when there is none. */
  anyModel(f: Node): Cube | undefined {
    const first = this.models(f, this.support(f)).next();
    return first.done === true ? undefined : first.value;
  }

  /** The paths to TRUE as partial assignments: disjoint cubes whose union is `f`. */
  cubes(f: Node): Generator<Cube, void, void> {
    return paths(this.#k, f);
  }

  /** An irredundant sum of products (Minato, Morreale): few prime cubes whose union is `f`. */
  isop(f: Node): Generator<Cube, void, void> {
    return isop(this.#k, f);
  }

  /** All prime implicants of `f` as cubes, fewest literals first; at most `limit` of them. */
  *primes(f: Node, limit = Infinity): Generator<Cube, void, void> {
    if (limit <= 0) return;
    let n = 0;
    for (const cube of cubesOf(primes(this.#k, f))) {
      yield cube;
      if (++n >= limit) return;
    }
  }

  /** How many prime implicants there are, without listing them. */
  countPrimes(f: Node): bigint {
    const { families, family } = primes(this.#k, f);
    return families.count(family);
  }

  // ---- Minimal models of increasing functions

  /**
   * The minimal models of an increasing function, each as the variables that are true in it: smaller ones first, then
   * lexicographic by the order of levels. Nothing is materialised, however many there are.
   * @throws RangeError, at the first element, when `f` is not increasing or depends on a variable not among `vars`
   * (the support unless told).
   */
  *minimalModels(f: Node, vars?: Iterable<Var>): Generator<Var[], void, void> {
    if (vars !== undefined) universe(this.#k, f, vars);
    yield* setsOf(this.#minimalOf(f));
  }

  /** How many minimal models there are, without listing them. @throws RangeError when `f` is not increasing. */
  countMinimal(f: Node): bigint {
    const { families, family } = this.#minimalOf(f);
    return families.count(family);
  }

  /** How many minimal models there are of each size (the index). @throws RangeError when `f` is not increasing. */
  countMinimalBySize(f: Node): bigint[] {
    const { families, family } = this.#minimalOf(f);
    return families.countBySize(family);
  }

  /** In how many minimal models each variable occurs; absent when in none. @throws RangeError as above. */
  countMinimalByVar(f: Node): Map<Var, bigint> {
    const { families, family, names } = this.#minimalOf(f);
    const result = new Map<Var, bigint>();
    for (const [element, n] of families.countByElement(family)) result.set(names[element]!, n);
    return result;
  }

  /** The families stay until nodes are freed or the order changes; then node numbers and elements mean other things. */
  #minimalOf(f: Node): MinimalModels {
    const { epoch, order } = this.#k;
    let memory = this.#minimal;
    if (memory === undefined || memory.epoch !== epoch || memory.families.elements !== order.count) {
      memory = { epoch, families: new Families(order.count), of: new Map() };
      this.#minimal = memory;
    }
    let result = memory.of.get(f);
    if (result === undefined) {
      result = minimalModels(this.#k, f, memory.families);
      memory.of.set(f, result);
    }
    return result;
  }

  // ---- Thresholds

  /** At least `n` of the functions are true; a function listed twice counts twice. */
  atLeast(fns: readonly Node[], n: number): Node {
    return linear(this.#k, fns.map(one), n, '>=');
  }

  /** At most `n` of the functions are true. */
  atMost(fns: readonly Node[], n: number): Node {
    return linear(this.#k, fns.map(one), n, '<=');
  }

  /** Exactly `n` of the functions are true. */
  exactly(fns: readonly Node[], n: number): Node {
    return linear(this.#k, fns.map(one), n, '==');
  }

  /**
   * The sum over the items of the weight of the case that is true (0 when none is) compares so with the bound.
   * Weights are whole numbers of any sign and size. The cases of an item exclude each other.
   * @throws RangeError for a weight or bound that is not whole.
   */
  linear(items: readonly Item[], bound: Whole, comparison: Comparison = '>='): Node {
    return linear(this.#k, items, bound, comparison);
  }

  // ---- Memory

  /** Keep a function through collections; protecting it twice takes two releases. Returns it. */
  protect(f: Node): Node {
    this.#roots.protect(f);
    return f;
  }

  /** Undo one `protect`. @throws RangeError when there is none to undo. */
  release(f: Node): void {
    this.#roots.release(f);
  }

  /**
   * Free every node that no protected function, no literal and none of `roots` reaches; the others keep their numbers.
   * Numbers of freed nodes must not be used again. Listings under way are not disturbed.
   * @returns how many nodes were freed.
   */
  collect(roots: Iterable<Node> = []): number {
    return this.#roots.collect(this.#k, roots);
  }

  /**
   * `collect`, when the table has doubled since the last time or is three quarters full. To be called at safe points:
   * where every function still needed is protected or among `roots`.
   */
  collectIfNeeded(roots: Iterable<Node> = []): number {
    return this.#roots.isDue(this.#k) ? this.collect(roots) : 0;
  }

  /** The state of the memory. */
  statistics(): Statistics {
    const { order, table, cache } = this.#k;
    return { variables: order.count, nodes: table.count, nodeBytes: table.bytes, cacheBytes: cache.bytes };
  }
}

function one(f: Node): Item {
  return { cases: [[f, 1]] };
}
