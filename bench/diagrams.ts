import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FALSE, Manager, TRUE, type Node } from '../packages/diagrams/src/index.js';

/**
 * The decision diagrams against a plain one written as in a textbook: nodes as objects, the unique table and the results
 * in maps keyed by strings. Both do the same work in the same run, and their answers are compared.
 *
 * A step is a distinct application of a connective to two nodes that are not constants: the number of results that the
 * plain one, which forgets nothing, has remembered at the end. It is the same for both.
 */
export async function run(): Promise<{ name: string; value: string }[]> {
  const board = queens(9);
  const weights = Array.from({ length: 300 }, (_, i) => 1 + ((i * 5) % 11));
  const bound = 900;

  const plainQueens = best(() => new Plain(), (plain) => board.build(plain));
  const steps = plainQueens.subject.steps;
  const ourQueens = best(() => withVariables(board.squares), (m) => board.build(packaged(m)));
  const manager = ourQueens.subject;
  const solutions = manager.count(ourQueens.result, manager.order());
  if (solutions !== 352n || plainQueens.subject.count(plainQueens.result, board.squares) !== 352) {
    throw new Error('9 queens have 352 solutions');
  }

  const before = heap();
  const plainThreshold = best(() => new Plain(), (plain) => plain.threshold(weights, bound));
  const plainBytes = (heap() - before) / plainThreshold.subject.size;
  const ourThreshold = best(() => withVariables(weights.length), (m) =>
    m.linear(weights.map((w, i) => ({ cases: [[m.varNode(i), w]] })), bound),
  );
  const nodes = ourThreshold.subject.size(ourThreshold.result);
  if (plainThreshold.subject.reachable(plainThreshold.result) !== nodes) throw new Error('the two thresholds differ in size');
  const { nodeBytes, cacheBytes, nodes: held } = manager.statistics();

  return [
    { name: '9 queens, steps', value: whole(steps) },
    { name: '9 queens, this package', value: rate(steps, ourQueens.seconds, 'steps') },
    { name: '9 queens, plain diagrams', value: rate(steps, plainQueens.seconds, 'steps') },
    { name: '9 queens, ratio', value: ratio(plainQueens.seconds, ourQueens.seconds) },
    { name: 'threshold of 300 weights, nodes', value: whole(nodes) },
    { name: 'threshold of 300 weights, this package', value: rate(nodes, ourThreshold.seconds, 'nodes') },
    { name: 'threshold of 300 weights, plain diagrams', value: rate(nodes, plainThreshold.seconds, 'nodes') },
    { name: 'threshold of 300 weights, ratio', value: ratio(plainThreshold.seconds, ourThreshold.seconds) },
    {
      name: 'memory, this package',
      value: `${(nodeBytes / held).toFixed(0)} bytes a node, and ${(cacheBytes / held).toFixed(0)} for remembered results`,
    },
    { name: 'memory, plain diagrams', value: `${plainBytes.toFixed(0)} bytes a node` },
  ];
}

interface Connectives {
  literal(i: number): Node;
  and(f: Node, g: Node): Node;
  or(f: Node, g: Node): Node;
  not(f: Node): Node;
}

function packaged(m: Manager): Connectives {
  return {
    literal: (i) => m.varNode(i),
    and: (f, g) => m.and(f, g),
    or: (f, g) => m.or(f, g),
    not: (f) => m.not(f),
  };
}

/** The placements of n queens of whom none attacks another: a queen in every row, and no two on a line. */
function queens(n: number): { squares: number; build(c: Connectives): Node } {
  const attacks = (r: number, c: number, r2: number, c2: number): boolean =>
    (r !== r2 || c !== c2) && (r === r2 || c === c2 || Math.abs(r - r2) === Math.abs(c - c2));
  return {
    squares: n * n,
    build(b) {
      let all = TRUE;
      for (let r = 0; r < n; r++) {
        let row = FALSE;
        for (let c = 0; c < n; c++) row = b.or(row, b.literal(r * n + c));
        all = b.and(all, row);
      }
      for (let square = 0; square < n * n; square++) {
        let free = TRUE;
        for (let other = n * n - 1; other >= 0; other--) {
          if (attacks(Math.floor(square / n), square % n, Math.floor(other / n), other % n)) free = b.and(b.not(b.literal(other)), free);
        }
        all = b.and(all, b.or(b.not(b.literal(square)), free));
      }
      return all;
    },
  };
}

/** Reduced ordered diagrams, the plain way. */
class Plain implements Connectives {
  readonly #nodes: { level: number; low: Node; high: Node }[] = [
    { level: Infinity, low: 0, high: 0 },
    { level: Infinity, low: 1, high: 1 },
  ];
  readonly #unique = new Map<string, Node>();
  readonly #results = new Map<string, Node>();

  get size(): number {
    return this.#unique.size;
  }

  get steps(): number {
    return this.#results.size;
  }

  make(level: number, low: Node, high: Node): Node {
    if (low === high) return low;
    const key = `${level},${low},${high}`;
    let n = this.#unique.get(key);
    if (n === undefined) {
      n = this.#nodes.push({ level, low, high }) - 1;
      this.#unique.set(key, n);
    }
    return n;
  }

  literal(i: number): Node {
    return this.make(i, FALSE, TRUE);
  }

  and(f: Node, g: Node): Node {
    if (f === FALSE || g === FALSE) return FALSE;
    return f === TRUE || f === g ? g : g === TRUE ? f : this.#apply('and', f, g);
  }

  or(f: Node, g: Node): Node {
    if (f === TRUE || g === TRUE) return TRUE;
    return f === FALSE || f === g ? g : g === FALSE ? f : this.#apply('or', f, g);
  }

  not(f: Node): Node {
    return f <= TRUE ? 1 - f : this.#apply('not', f, f);
  }

  #apply(op: 'and' | 'or' | 'not', f: Node, g: Node): Node {
    if (f > g) [f, g] = [g, f];
    const key = `${op},${f},${g}`;
    let r = this.#results.get(key);
    if (r === undefined) {
      const a = this.#nodes[f]!;
      const b = this.#nodes[g]!;
      const level = Math.min(a.level, b.level);
      const [f0, f1] = a.level === level ? [a.low, a.high] : [f, f];
      const [g0, g1] = b.level === level ? [b.low, b.high] : [g, g];
      r = op === 'not' ? this.make(level, this.not(f0), this.not(f1)) : this.make(level, this[op](f0, g0), this[op](f1, g1));
      this.#results.set(key, r);
    }
    return r;
  }

  /** The sum of the weights of the true variables reaches the bound: dynamic programming over item and exact need. */
  threshold(weights: readonly number[], bound: number): Node {
    const known = new Map<string, Node>();
    const most = [0];
    for (const w of [...weights].reverse()) most.unshift(most[0]! + w);
    const from = (i: number, need: number): Node => {
      if (need <= 0) return TRUE;
      if (need > most[i]!) return FALSE;
      const key = `${i},${need}`;
      let n = known.get(key);
      if (n === undefined) {
        n = this.make(i, from(i + 1, need), from(i + 1, need - weights[i]!));
        known.set(key, n);
      }
      return n;
    };
    return from(0, bound);
  }

  count(f: Node, variables: number): number {
    const known = new Map<Node, number>();
    const share = (n: Node): number => {
      if (n <= TRUE) return n;
      let s = known.get(n);
      if (s === undefined) {
        s = (share(this.#nodes[n]!.low) + share(this.#nodes[n]!.high)) / 2;
        known.set(n, s);
      }
      return s;
    };
    return share(f) * 2 ** variables;
  }

  reachable(f: Node): number {
    const seen = new Set<Node>([f]);
    for (const n of seen) {
      if (n > TRUE) seen.add(this.#nodes[n]!.low).add(this.#nodes[n]!.high);
    }
    return [...seen].filter((n) => n > TRUE).length;
  }
}

function withVariables(n: number): Manager {
  const m = new Manager();
  m.newVars(n);
  return m;
}

/** The fastest of three runs, each on a fresh subject: the first ones also pay for the engine's own compiler. */
function best<S, T>(make: () => S, work: (subject: S) => T): { subject: S; result: T; seconds: number } {
  let fastest: { subject: S; result: T; seconds: number } | undefined;
  for (let i = 0; i < 3; i++) {
    const subject = make();
    const start = performance.now();
    const result = work(subject);
    const seconds = (performance.now() - start) / 1000;
    if (fastest === undefined || seconds < fastest.seconds) fastest = { subject, result, seconds };
  }
  return fastest!;
}

/** Bytes in use on the heap after a collection. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

function whole(n: number): string {
  return Math.round(n).toLocaleString('en');
}

function rate(n: number, seconds: number, unit: string): string {
  return `${whole(n / seconds)} ${unit} a second`;
}

function ratio(slow: number, fast: number): string {
  return `${(slow / fast).toFixed(1)} times as fast`;
}
