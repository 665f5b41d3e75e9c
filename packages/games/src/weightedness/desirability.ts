/** Who is wanted more in a coalition: Isbell's desirability relation (Isbell 1956, 1958; Maschler & Peleg 1966). */
import type { Counts, Layers } from '../linear/layers.js';

/** How one member compares with another: `incomparable` where each can be worth more than the other, depending on the company. */
export type Desirability = 'more' | 'equal' | 'less' | 'incomparable';

/** Compares a member of one class with a member of another, in a monotone game. */
export function desirabilityOf(layers: Layers, one: number, other: number): Desirability {
  const [more, less] = [preferring(layers, one, other) !== undefined, preferring(layers, other, one) !== undefined];
  return more ? (less ? 'incomparable' : 'more') : less ? 'less' : 'equal';
}

/**
 * A coalition that wins when a member of class `one` joins it, and loses when one of class `other` does instead; undefined where there is none. Both
 * classes have a member left outside it.
 */
export function preferring({ order, sizes, edges, root }: Layers, one: number, other: number): Counts | undefined {
  if (one === other) return undefined;
  const failed = order.map(() => new Set<number>());
  const counts = sizes.map(() => 0);
  const last = Math.max(order.indexOf(one), order.indexOf(other));
  /** From the node of the coalition with the one, and that of the coalition with the other. */
  const go = (layer: number, a: number, b: number): boolean => {
    // Once both classes are behind, equal nodes stay equal.
    if (a === b && layer > last) return false;
    if (layer === order.length) return a === 1 && b === 0;
    const c = order[layer]!;
    const width = sizes[c]! + 1;
    const key = a * (edges[layer]!.length / width) + b;
    if (failed[layer]!.has(key)) return false;
    const [withOne, withOther] = [c === one ? 1 : 0, c === other ? 1 : 0];
    for (let count = 0; count + withOne + withOther < width; count++) {
      if (go(layer + 1, edges[layer]![a * width + count + withOne]!, edges[layer]![b * width + count + withOther]!)) {
        counts[c] = count;
        return true;
      }
    }
    failed[layer]!.add(key);
    return false;
  };
  return go(0, root, root) ? counts : undefined;
}

/** Whether every two members can be compared: then the game is complete (or linear), as all weighted games are (Taylor & Zwicker 1999). */
export function isComplete(layers: Layers): boolean {
  const { sizes } = layers;
  for (let one = 0; one < sizes.length; one++) for (let other = 0; other < one; other++) if (desirabilityOf(layers, one, other) === 'incomparable') return false;
  return true;
}

/** The classes again, with those put together whose members are interchangeable after all: [player] its class. */
export function interchangeable(layers: Layers): number[] {
  const first: number[] = [];
  layers.sizes.forEach((_, c) => {
    first[c] = first.findIndex((kept, earlier) => kept === earlier && desirabilityOf(layers, earlier, c) === 'equal');
    if (first[c]! < 0) first[c] = c;
  });
  const kept = first.filter((own, c) => own === c);
  return layers.classOf.map((c) => kept.indexOf(first[c]!));
}
