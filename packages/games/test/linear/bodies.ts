/** Games in layers for the tests, built on their own way: every weighted vote as a diagram by sums, several of them put together by products. */
import { layersOfDiagram, type Layers } from '../../src/linear/layers.js';

export interface Vote {
  readonly quota: number;
  readonly weights: readonly number[];
}

type Node = { readonly layer: number; readonly id: number; readonly below: readonly Node[] } | boolean;

/** Classes of the players that no vote tells apart, heaviest first in the first vote. */
export function classesOf(votes: readonly Vote[]): number[] {
  const keys = votes[0]!.weights.map((_, player) => votes.map(({ weights }) => weights[player]!));
  const distinct = [...new Map(keys.map((key) => [key.join(), key])).values()].sort((a, b) => b.findIndex((x, i) => x !== a[i]) >= 0 ? b[b.findIndex((x, i) => x !== a[i])]! - a[b.findIndex((x, i) => x !== a[i])]! : 0);
  const index = new Map(distinct.map((key, i) => [key.join(), i]));
  return keys.map((key) => index.get(key.join())!);
}

/** The game in which a coalition wins where `passes` says so of the votes that it carries. */
export function bodyOf(votes: readonly Vote[], passes: (carried: readonly boolean[]) => boolean = (carried) => carried[0]!, classOf: readonly number[] = classesOf(votes)): Layers {
  const count = Math.max(...classOf) + 1;
  const sizes = Array.from({ length: count }, (_, c) => classOf.filter((own) => own === c).length);
  const weight = votes.map(({ weights }) => Array.from({ length: count }, (_, c) => weights[classOf.indexOf(c)]!));
  const left = votes.map((_, v) => Array.from({ length: count + 1 }, (_, layer) => weight[v]!.slice(layer).reduce((sum, w, i) => sum + w * sizes[layer + i]!, 0)));
  // For each vote: layers of intervals of what is still needed that lead to the same node (Behle 2007).
  let ids = 0;
  const unique = new Map<string, Node>();
  const made = (layer: number, below: readonly Node[]): Node => {
    if (below.every((node) => node === below[0])) return below[0]!;
    const key = `${layer}:${below.map((node) => (typeof node === 'boolean' ? node : node.id)).join()}`;
    const known = unique.get(key);
    if (known !== undefined) return known;
    const node = { layer, id: ids++, below };
    unique.set(key, node);
    return node;
  };
  const single = (v: number): Node => {
    const spans: { low: number; high: number; node: Node }[][] = Array.from({ length: count + 1 }, () => []);
    const build = (layer: number, need: number): { low: number; high: number; node: Node } => {
      if (need <= 0) return { low: -Infinity, high: 0, node: true };
      if (need > left[v]![layer]!) return { low: left[v]![layer]! + 1, high: Infinity, node: false };
      const known = spans[layer]!.find(({ low, high }) => low <= need && need <= high);
      if (known !== undefined) return known;
      let [low, high] = [-Infinity, Infinity];
      const below: Node[] = [];
      for (let k = 0; k <= sizes[layer]!; k++) {
        const part = build(layer + 1, need - k * weight[v]![layer]!);
        low = Math.max(low, part.low + k * weight[v]![layer]!);
        high = Math.min(high, part.high + k * weight[v]![layer]!);
        below.push(part.node);
      }
      const span = { low, high, node: made(layer, below) };
      spans[layer]!.push(span);
      return span;
    };
    return build(0, votes[v]!.quota).node;
  };
  const products = new Map<string, Node>();
  const product = (layer: number, nodes: readonly Node[]): Node => {
    if (nodes.every((node) => typeof node === 'boolean')) return passes(nodes as boolean[]);
    const key = `${layer}:${nodes.map((node) => (typeof node === 'boolean' ? node : node.id)).join()}`;
    const known = products.get(key);
    if (known !== undefined) return known;
    const below = Array.from({ length: sizes[layer]! + 1 }, (_, k) => product(layer + 1, nodes.map((node) => (typeof node === 'boolean' || node.layer !== layer ? node : node.below[k]!))));
    const result = made(layer, below);
    products.set(key, result);
    return result;
  };
  return layersOfDiagram<Node>({
    classOf,
    order: sizes.map((_, c) => c),
    root: product(0, votes.map((_, v) => single(v))),
    layer: (node) => (typeof node === 'boolean' ? node : node.layer),
    child: (node, k) => (typeof node === 'boolean' ? node : node.below[k]!),
  });
}
