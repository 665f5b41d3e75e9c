import { FALSE, TRUE, type Cube, type Manager, type Node, type Var } from '@casus/diagrams';
import type { Clause } from '@casus/solver';

/** A function is written as clauses of its own variables where these are no more than so many times the nodes of its diagram. */
const CLAUSES_A_NODE = 2;

/** Larger diagrams are not tried: to look for their clauses takes longer than the clauses save. */
const MOST_TRIED = 256;

/**
 * Functions as clauses. Most are short: their prime implicates are their clauses, without further variables. For the others, a literal for each node of a
 * diagram that is true only where the function is (one half of Tseitin's encoding, enough where functions are asked for and never denied; Plaisted & Greenbaum 1986).
 */
export class Encoding {
  readonly clauses: Clause[] = [];
  #variables = 0;
  readonly #ofVar = new Map<Var, number>();
  readonly #ofNode = new Map<Node, number>();

  constructor(readonly manager: Manager) {}

  /** Literals are 1 to this. */
  get variables(): number {
    return this.#variables;
  }

  /** The literal of a variable of the diagrams. */
  variable(v: Var): number {
    let literal = this.#ofVar.get(v);
    if (literal === undefined) this.#ofVar.set(v, (literal = ++this.#variables));
    return literal;
  }

  /** The clauses of a group that holds where the function is true. */
  group(f: Node): readonly Clause[] {
    return f === TRUE ? [] : f === FALSE ? [[]] : (this.#implicates(f) ?? [[this.#literal(f)]]);
  }

  /** Adds that the function is true. */
  require(f: Node): void {
    this.clauses.push(...this.group(f));
  }

  /** The function as a conjunction of clauses that none can be left out of; undefined where there are many. */
  #implicates(f: Node): Clause[] | undefined {
    const size = this.manager.size(f);
    if (size > MOST_TRIED) return undefined;
    const most = CLAUSES_A_NODE * size;
    const clauses: Clause[] = [];
    // Where the negation is true, one of these does not hold.
    for (const cube of this.manager.isop(this.manager.not(f))) {
      if (clauses.length === most) return undefined;
      clauses.push(this.#outside(cube));
    }
    return clauses;
  }

  #outside(cube: Cube): Clause {
    return [...cube].map(([v, value]) => (value ? -this.variable(v) : this.variable(v)));
  }

  /** The literal of a node; made from the leaves up, since diagrams can be deep. */
  #literal(f: Node): number {
    const open: Node[] = [f];
    while (open.length > 0) {
      const node = open.at(-1)!;
      if (this.#ofNode.has(node)) {
        open.pop();
        continue;
      }
      const { v, low, high } = this.manager.split(node)!;
      const missing = [low, high].filter((child) => child !== TRUE && child !== FALSE && !this.#ofNode.has(child));
      if (missing.length > 0) {
        open.push(...missing);
        continue;
      }
      open.pop();
      const literal = this.variable(v);
      // A function that is a variable, or its negation, is that literal.
      if (low === FALSE && high === TRUE) this.#ofNode.set(node, literal);
      else if (low === TRUE && high === FALSE) this.#ofNode.set(node, -literal);
      else {
        const own = ++this.#variables;
        // Its number must not be given to another function.
        this.manager.protect(node);
        this.#ofNode.set(node, own);
        if (high !== TRUE) this.clauses.push(high === FALSE ? [-own, -literal] : [-own, -literal, this.#ofNode.get(high)!]);
        if (low !== TRUE) this.clauses.push(low === FALSE ? [-own, literal] : [-own, literal, this.#ofNode.get(low)!]);
      }
    }
    return this.#ofNode.get(f)!;
  }
}
