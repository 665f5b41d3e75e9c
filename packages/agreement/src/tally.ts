import { FALSE, Manager, SizeLimitError, TRUE, type Node, type Var } from '@casus/diagrams';
import { arranged } from './arranged.js';
import type { Space } from './space.js';

/** A count that makes more nodes than this is given up: some 40 MB, and about a second. */
const MOST_NODES = 1 << 20;

/** What earlier counts have left over is swept before the next one when it takes up more than one part in so many of the room. */
const LEFT_OVER = 16;

/**
 * Counts texts, in diagrams of their own: points that demands bring together stand near each other, conditions are put together from the bottom of the order up,
 * so that each touches only what lies between its own points, and which step comes first is forgotten as soon as it can be. What is counted is the same in any order.
 */
export class Tally {
  readonly #from: Manager;
  readonly #manager: Manager;
  /** The variables by those that they stand for, and the other way round for the points. */
  readonly #var = new Map<Var, Var>();
  readonly #vars: readonly Var[];
  readonly #pairs: ReadonlySet<Var>;
  readonly #copies = new Map<Node, Node>();
  readonly #most: number;

  /** `conditions`: whatever may be counted together, for the order; all must be protected while the tally is in use. `most`: the greatest number of nodes. */
  constructor(space: Space, conditions: readonly Node[], most = MOST_NODES) {
    this.#from = space.choices.manager;
    this.#most = most;
    this.#manager = new Manager({ maxNodes: most });
    const pointOf = new Map<Var, number>();
    const variables = space.points.map(({ id }, i) => {
      const own = space.choices.issueVariables(id);
      for (const v of own) pointOf.set(v, i);
      return own;
    });
    const constraints = conditions.map((f) => [...new Set(this.#from.support(f).flatMap((v) => pointOf.get(v) ?? []))]).filter(({ length }) => length > 1);
    const add = (v: Var): Var => {
      const own = this.#manager.newVar();
      this.#var.set(v, own);
      return own;
    };
    this.#vars = arranged(variables.length, constraints).flatMap((i) => variables[i]!.map(add));
    // Which step comes first stands at the bottom.
    this.#pairs = new Set(space.pairs.map(add));
  }

  /** How many texts meet all of these conditions, in some order of the steps; undefined where they are too many and too different to be counted. */
  count(conditions: readonly Node[]): bigint | undefined {
    if (this.#manager.statistics().nodes > this.#most / LEFT_OVER) this.#manager.collect();
    try {
      return this.#manager.count(this.#together(conditions), this.#vars);
    } catch (error) {
      if (!(error instanceof SizeLimitError)) throw error;
      return undefined;
    }
  }

  #together(conditions: readonly Node[]): Node {
    const m = this.#manager;
    const copies = [...new Set(conditions)].map((f) => this.#copy(f));
    if (copies.includes(FALSE)) return FALSE;
    const level = new Map(copies.map((f) => [f, f === TRUE ? Infinity : m.levelOf(m.split(f)!.v)]));
    const rising = [...level.keys()].sort((a, b) => level.get(b)! - level.get(a)! || a - b);
    const [ordering, others] = [true, false].map((with_) => rising.filter((f) => m.support(f).some((v) => this.#pairs.has(v)) === with_)) as [Node[], Node[]];
    let whole: Node = TRUE;
    for (const f of ordering) whole = m.and(whole, f);
    whole = m.exists(whole, this.#pairs);
    for (const f of others) {
      whole = m.and(f, whole);
      if (whole === FALSE) return FALSE;
    }
    return whole;
  }

  /** The same function of the variables of the tally, made from the leaves up. */
  #copy(f: Node): Node {
    const known = this.#copies.get(f);
    if (known !== undefined) return known;
    const m = this.#manager;
    const copies = new Map<Node, Node>([[TRUE, TRUE], [FALSE, FALSE]]);
    const open: Node[] = [f];
    while (open.length > 0) {
      const node = open.at(-1)!;
      if (copies.has(node)) {
        open.pop();
        continue;
      }
      const { v, low, high } = this.#from.split(node)!;
      const missing = [low, high].filter((child) => !copies.has(child));
      if (missing.length > 0) open.push(...missing);
      else copies.set(node, m.ite(m.varNode(this.#var.get(v)!), copies.get(high)!, copies.get(low)!));
    }
    const copy = m.protect(copies.get(f)!);
    this.#copies.set(f, copy);
    return copy;
  }
}
