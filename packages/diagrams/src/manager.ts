import { Algebra } from './algebra.js';
import { count, countBySize, NUMBERS, weightedCount, type Semiring } from './count.js';
import { SumLimitError } from './errors.js';
import { Families } from './families.js';
import { isop } from './isop.js';
import { minimalModels, setsOf, type MinimalModels } from './minimal.js';
import { cubesOf, primes } from './primes.js';
import { arrange, sift, type ReorderOptions, type ReorderResult } from './reorder.js';
import { Roots } from './roots.js';
import { universe } from './snapshot.js';
import { models, paths } from './streams.js';
import { linear, MAX_RESIDUALS, type Comparison, type Item, type Whole } from './threshold.js';
import type { Cube, Node, Var } from './types.js';
import { cheapest, minimalSize, type Cheapest } from './weigh.js';

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
export class Manager extends Algebra {
  readonly #roots = new Roots();
  #refused = { epoch: 0, sums: new Set<string>() };
  #minimal: { epoch: number; families: Families; of: Map<Node, MinimalModels> } | undefined;

  /** How often nodes were freed or rearranged so far: what somebody remembers by the numbers of nodes holds as long as this stays the same. */
  get epoch(): number {
    return this.kernel.epoch;
  }

  // ---- Counting and weighing

  /**
   * The number of models over exactly these variables.
   * @throws RangeError when `f` depends on a variable that is not among them.
   */
  count(f: Node, vars: Iterable<Var>): bigint {
    return count(this.kernel, f, vars);
  }

  /**
   * The number of models by the number of true variables: index i holds those with exactly i.
   * @throws RangeError when `f` depends on a variable that is not among them.
   */
  countBySize(f: Node, vars: Iterable<Var>): bigint[] {
    return countBySize(this.kernel, f, vars);
  }

  /**
   * The sum over all models of the product of the weights of their literals; with probabilities [1 - p, p], the
   * probability of `f`. The keys of the map are the universe.
   * @throws RangeError when `f` depends on a variable without weights.
   */
  weightedCount(f: Node, weights: ReadonlyMap<Var, readonly [whenFalse: number, whenTrue: number]>): number {
    return weightedCount(this.kernel, f, weights, NUMBERS);
  }

  /** `weightedCount` in any commutative semiring, for exact rationals, polynomials and the like. */
  weightedCountIn<T>(
    f: Node,
    weights: ReadonlyMap<Var, readonly [whenFalse: T, whenTrue: T]>,
    ring: Semiring<T>,
  ): T {
    return weightedCount(this.kernel, f, weights, ring);
  }

  /**
   * The least total cost of a model, and such a model; undefined when there is none. A variable without costs is free.
   * @throws RangeError for a cost that is not finite.
   */
  minWeight(
    f: Node,
    costs: ReadonlyMap<Var, readonly [whenFalse: number, whenTrue: number]>,
  ): Cheapest | undefined {
    return cheapest(this.kernel, f, costs);
  }

  /** The least number of true variables in a model; undefined when there is none. */
  minimalSize(f: Node): number | undefined {
    return minimalSize(this.kernel, f);
  }

  // ---- Listings, all lazy

  /**
   * All models as total assignments over these variables, in the order of levels with false before true.
   * @throws RangeError, at the first element, when `f` depends on a variable that is not among them.
   */
  models(f: Node, vars: Iterable<Var>): Generator<Cube, void, void> {
    return models(this.kernel, f, vars);
  }

  /** A model over the support, the first in that order; undefined when there is none. */
  anyModel(f: Node): Cube | undefined {
    const first = this.models(f, this.support(f)).next();
    return first.done === true ? undefined : first.value;
  }

  /** The paths to TRUE as partial assignments: disjoint cubes whose union is `f`. */
  cubes(f: Node): Generator<Cube, void, void> {
    return paths(this.kernel, f);
  }

  /** An irredundant sum of products (Minato, Morreale): few prime cubes whose union is `f`. */
  isop(f: Node): Generator<Cube, void, void> {
    return isop(this.kernel, f);
  }

  /** All prime implicants of `f` as cubes, fewest literals first; at most `limit` of them. */
  *primes(f: Node, limit = Infinity): Generator<Cube, void, void> {
    if (limit <= 0) return;
    let n = 0;
    for (const cube of cubesOf(primes(this.kernel, f))) {
      yield cube;
      if (++n >= limit) return;
    }
  }

  /** How many prime implicants there are, without listing them. */
  countPrimes(f: Node): bigint {
    const { families, family } = primes(this.kernel, f);
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
    if (vars !== undefined) universe(this.kernel, f, vars);
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
    for (const [element, n] of families.countByElement(family)) result.set(names.get(element)!, n);
    return result;
  }

  /** The families stay until nodes are freed or the order changes; then node numbers and elements mean other things. */
  #minimalOf(f: Node): MinimalModels {
    const { epoch, order } = this.kernel;
    let memory = this.#minimal;
    if (memory === undefined || memory.epoch !== epoch) {
      memory = { epoch, families: new Families(order.count), of: new Map() };
      this.#minimal = memory;
    }
    memory.families.admit(order.count);
    let result = memory.of.get(f);
    if (result === undefined) {
      result = minimalModels(this.kernel, f, memory.families);
      memory.of.set(f, result);
    }
    return result;
  }

  // ---- Thresholds

  /** At least `n` of the functions are true; a function listed twice counts twice. */
  atLeast(fns: readonly Node[], n: number): Node {
    return linear(this.kernel, fns.map(one), n, '>=');
  }

  /** At most `n` of the functions are true. */
  atMost(fns: readonly Node[], n: number): Node {
    return linear(this.kernel, fns.map(one), n, '<=');
  }

  /** Exactly `n` of the functions are true. */
  exactly(fns: readonly Node[], n: number): Node {
    return linear(this.kernel, fns.map(one), n, '==');
  }

  /**
   * The sum over the items of the weight of the case that is true (0 when none is) compares so with the bound.
   * Weights are whole numbers of any sign and size. The cases of an item exclude each other.
   * @throws RangeError for a weight or bound that is not whole.
   * @throws SumLimitError when the sum comes to too many different ends (2^19).
   */
  linear(items: readonly Item[], bound: Whole, comparison: Comparison = '>='): Node {
    // A sum that was too large is asked for again by whatever turns on it.
    const { epoch } = this.kernel;
    if (this.#refused.epoch !== epoch) this.#refused = { epoch, sums: new Set() };
    const { sums } = this.#refused;
    if (sums.size > 0 && sums.has(keyOf(items, bound))) throw new SumLimitError(MAX_RESIDUALS);
    try {
      return linear(this.kernel, items, bound, comparison);
    } catch (error) {
      if (error instanceof SumLimitError) sums.add(keyOf(items, bound));
      throw error;
    }
  }

  // ---- Order

  /**
   * Put these variables first, in this order; the others follow as they stand. Meant for the time before building,
   * when it is cheap; later it moves the levels one by one. Every node stays valid.
   * @throws RangeError for an unknown or repeated variable.
   */
  setOrder(vars: readonly Var[]): void {
    const order = this.kernel.order.completed(vars);
    const k = this.kernel;
    this.#whole(() => (k.isEmpty ? k.assignOrder(order) : arrange(k, k.table.nodes(), order)));
  }

  /**
   * Look for an order in which the functions take fewer nodes, by sifting. Like a collection it frees whatever is neither
   * protected nor among `roots`; what survives keeps its number and its function. The limit on nodes is not
   * enforced meanwhile.
   */
  reorder(roots: Iterable<Node> = [], options: ReorderOptions = {}): ReorderResult {
    const all = this.#roots.all(this.kernel, roots);
    this.#roots.collect(this.kernel, all);
    return this.#whole(() => sift(this.kernel, all, options));
  }

  #whole<T>(change: () => T): T {
    this.kernel.table.unlimited = true;
    try {
      return change();
    } finally {
      this.kernel.table.unlimited = false;
      this.kernel.cache.clear();
      this.kernel.epoch++;
    }
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
    return this.#roots.collect(this.kernel, roots);
  }

  /**
   * `collect`, when the table has doubled since the last time or is three quarters full. To be called at safe points:
   * where every function still needed is protected or among `roots`.
   */
  collectIfNeeded(roots: Iterable<Node> = []): number {
    return this.#roots.isDue(this.kernel) ? this.collect(roots) : 0;
  }

  /** The state of the memory. */
  statistics(): Statistics {
    const { order, table, cache } = this.kernel;
    return { variables: order.count, nodes: table.count, nodeBytes: table.bytes, cacheBytes: cache.bytes };
  }
}

function one(f: Node): Item {
  return { cases: [[f, 1]] };
}

/** Two sums with the same key are the same, as long as nodes keep their numbers. */
function keyOf(items: readonly Item[], bound: Whole): string {
  return `${bound}\n${items.map(({ cases }) => cases.map(([condition, weight]) => `${condition}:${weight}`).join(' ')).join('\n')}`;
}
