/**
 * A simple game laid out class by class: what is still open after the members of the classes so far have been counted. It is a quasi-reduced decision
 * diagram with one layer for each class and one edge for each number of members (Bolus 2011): as many nodes as differ, often few where coalitions are many.
 */
import { TooLargeError } from './too-large.js';

export interface Layers {
  /** The class of each player; the members of a class are interchangeable. */
  readonly classOf: readonly number[];
  /** [class]: how many members it has. */
  readonly sizes: readonly number[];
  /** [layer]: the class that is counted there. */
  readonly order: readonly number[];
  /** [layer][node · (size + 1) + count]: the node of the next layer. Behind the last layer, node 0 loses and node 1 wins. */
  readonly edges: readonly Int32Array[];
  readonly root: number;
}

/** A coalition up to who of a class is in it: [class] how many members. */
export type Counts = readonly number[];

/** At most so many vectors of counts are tried by `layersOfOracle`. */
export const MOST_VECTORS = 2 ** 20;

/** A decision diagram as others build it: nodes may skip layers that do not matter to them. */
export interface Diagram<Node> {
  readonly classOf: readonly number[];
  /** [layer]: the class that is counted there. */
  readonly order: readonly number[];
  readonly root: Node;
  /** The layer of a node; for a leaf, true where it wins and false where it loses. */
  layer(node: Node): number | boolean;
  child(node: Node, count: number): Node;
}

/** The sizes of the classes. @throws RangeError when the classes are not numbered 0, 1, … without a gap. */
export function sizesOf(classOf: readonly number[]): number[] {
  const sizes: number[] = [];
  for (const c of classOf) sizes[c] = (sizes[c] ?? 0) + 1;
  for (let c = 0; c < sizes.length; c++) if (sizes[c] === undefined) throw new RangeError(`no player is in class ${c}`);
  return sizes;
}

/** The same game in layers. Nodes are found equal by the diagram, so it should be reduced. */
export function layersOfDiagram<Node>(diagram: Diagram<Node>): Layers {
  const { classOf, order } = diagram;
  const sizes = sizesOf(classOf);
  const edges: number[][] = order.map(() => []);
  const known = order.map(() => new Map<Node, number>());
  const place = (node: Node, layer: number): number => {
    if (layer === order.length) return diagram.layer(node) === true ? 1 : 0;
    const seen = known[layer]!.get(node);
    if (seen !== undefined) return seen;
    const size = sizes[order[layer]!]!;
    const skipped = diagram.layer(node) !== layer;
    const below = Array.from({ length: size + 1 }, (_, count) => place(skipped ? node : diagram.child(node, count), layer + 1));
    const id = edges[layer]!.length / (size + 1);
    edges[layer]!.push(...below);
    known[layer]!.set(node, id);
    return id;
  };
  const root = place(diagram.root, 0);
  return { classOf, sizes, order, edges: edges.map((list) => Int32Array.from(list)), root };
}

/**
 * The layers of a game of which only an oracle is known: every vector of counts is tried once, with the first members of each class.
 * @throws TooLargeError beyond MOST_VECTORS vectors.
 */
export function layersOfOracle(classOf: readonly number[], wins: (isIn: (player: number) => boolean) => boolean): Layers {
  const sizes = sizesOf(classOf);
  const vectors = sizes.reduce((product, size) => product * (size + 1), 1);
  if (vectors > MOST_VECTORS) throw new TooLargeError(`${vectors} kinds of coalitions are too many to try (at most ${MOST_VECTORS})`);
  const met = sizes.map(() => 0);
  const rank = classOf.map((c) => met[c]!++);
  let nodes = new Int32Array(vectors);
  const counts = sizes.map(() => 0);
  for (let v = 0; v < vectors; v++) {
    nodes[v] = wins((player) => rank[player]! < counts[classOf[player]!]!) ? 1 : 0;
    for (let c = sizes.length - 1; c >= 0 && ++counts[c]! > sizes[c]!; c--) counts[c] = 0;
  }
  const edges: Int32Array[] = [];
  for (let c = sizes.length - 1; c >= 0; c--) {
    const width = sizes[c]! + 1;
    const known = new Map<string, number>();
    const list: number[] = [];
    const above = new Int32Array(nodes.length / width);
    for (let v = 0; v < above.length; v++) {
      const below = nodes.subarray(v * width, (v + 1) * width);
      const key = below.join();
      let id = known.get(key);
      if (id === undefined) {
        id = known.size;
        known.set(key, id);
        list.push(...below);
      }
      above[v] = id;
    }
    edges.unshift(Int32Array.from(list));
    nodes = above;
  }
  return { classOf, sizes, order: sizes.map((_, c) => c), edges, root: nodes[0]! };
}

/** How many nodes the layers have. */
export const nodesOf = ({ order, sizes, edges }: Layers): number => edges.reduce((sum, list, layer) => sum + list.length / (sizes[order[layer]!]! + 1), 0);

/** Whether a coalition with so many members of each class wins. */
export function winsWith({ order, sizes, edges, root }: Layers, counts: Counts): boolean {
  let node = root;
  for (let layer = 0; layer < order.length; layer++) node = edges[layer]![node * (sizes[order[layer]!]! + 1) + counts[order[layer]!]!]!;
  return node === 1;
}

/** Whether no winning coalition loses when members join it. */
export function isMonotone({ order, sizes, edges, root }: Layers): boolean {
  const widths = order.map((c) => sizes[c]! + 1);
  const holds = order.map(() => new Map<number, boolean>());
  /** Whether every coalition that wins from a also wins from b. */
  const implies = (layer: number, a: number, b: number): boolean => {
    if (a === b) return true;
    if (layer === order.length) return a < b;
    const width = widths[layer]!;
    const key = a * (edges[layer]!.length / width) + b;
    const seen = holds[layer]!.get(key);
    if (seen !== undefined) return seen;
    let all = true;
    for (let count = 0; all && count < width; count++) all = implies(layer + 1, edges[layer]![a * width + count]!, edges[layer]![b * width + count]!);
    holds[layer]!.set(key, all);
    return all;
  };
  const reached = new Set([root]);
  let front = [...reached];
  for (let layer = 0; layer < order.length; layer++) {
    const width = widths[layer]!;
    const next = new Set<number>();
    for (const node of front) {
      for (let count = 0; count < width; count++) {
        const child = edges[layer]![node * width + count]!;
        next.add(child);
        if (count > 0 && !implies(layer + 1, edges[layer]![node * width + count - 1]!, child)) return false;
      }
    }
    front = [...next];
  }
  return true;
}
