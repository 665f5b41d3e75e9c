/** Whether two losing coalitions can change members so that both win. */
import type { Counts, Layers } from '../linear/layers.js';

/** [layer][node]: whether a winning coalition goes through it. */
const alive = new WeakMap<Layers, readonly Uint8Array[]>();

function aliveOf(layers: Layers): readonly Uint8Array[] {
  const known = alive.get(layers);
  if (known !== undefined) return known;
  const { order, sizes, edges } = layers;
  const all: Uint8Array[] = [];
  all[order.length] = Uint8Array.of(0, 1);
  for (let layer = order.length - 1; layer >= 0; layer--) {
    const width = sizes[order[layer]!]! + 1;
    const here = new Uint8Array(edges[layer]!.length / width);
    edges[layer]!.forEach((child, i) => (here[Math.floor(i / width)]! |= all[layer + 1]![child]!));
    all[layer] = here;
  }
  alive.set(layers, all);
  return all;
}

/**
 * Two winning coalitions that both hold `both[class]` members and share out `one[class]` others between them; undefined when there are none. No
 * weighted game can then reject two coalitions that hold the same members, and let all winning ones pass (Kurz & Napel 2016).
 */
export function split(layers: Layers, both: Counts, one: Counts): [Counts, Counts] | undefined {
  const { order, sizes, edges, root } = layers;
  const living = aliveOf(layers);
  const failed = order.map(() => new Set<number>());
  const taken = sizes.map(() => 0);
  const go = (layer: number, a: number, b: number): boolean => {
    if (living[layer]![a] === 0 || living[layer]![b] === 0) return false;
    if (layer === order.length) return true;
    const c = order[layer]!;
    const width = sizes[c]! + 1;
    const nodes = edges[layer]!.length / width;
    const key = Math.min(a, b) * nodes + Math.max(a, b);
    if (failed[layer]!.has(key)) return false;
    for (let count = 0; count <= one[c]!; count++) {
      const [x, y] = [both[c]! + count, both[c]! + one[c]! - count];
      if (go(layer + 1, edges[layer]![a * width + x]!, edges[layer]![b * width + y]!)) {
        taken[c] = count;
        return true;
      }
    }
    failed[layer]!.add(key);
    return false;
  };
  if (!go(0, root, root)) return undefined;
  return [both.map((count, c) => count + taken[c]!), both.map((count, c) => count + one[c]! - taken[c]!)];
}
