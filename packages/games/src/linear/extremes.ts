/** The cheapest coalition on one side of a game: the question whose answers drive every linear program over coalitions (separation). */
import type { Counts, Layers } from './layers.js';

/** [class][count]: what so many members of a class cost; may be negative. */
export type Costs = readonly (readonly bigint[])[];

export interface Extreme {
  readonly counts: Counts;
  readonly cost: bigint;
}

/** A winning (or losing) coalition of least cost; undefined when there is none. One walk over the layers, from the back. */
export function cheapest({ order, sizes, edges, root }: Layers, winning: boolean, costs: Costs): Extreme | undefined {
  const depth = order.length;
  let below: (bigint | undefined)[] = winning ? [undefined, 0n] : [0n, undefined];
  const choices: Int32Array[] = [];
  for (let layer = depth - 1; layer >= 0; layer--) {
    const width = sizes[order[layer]!]! + 1;
    const list = edges[layer]!;
    const cost = costs[order[layer]!]!;
    const here = new Array<bigint | undefined>(list.length / width);
    const choice = new Int32Array(list.length / width);
    for (let node = 0; node < here.length; node++) {
      let least: bigint | undefined;
      for (let count = 0; count < width; count++) {
        const rest = below[list[node * width + count]!];
        if (rest === undefined) continue;
        const sum = rest + cost[count]!;
        if (least === undefined || sum < least) {
          least = sum;
          choice[node] = count;
        }
      }
      here[node] = least;
    }
    choices[layer] = choice;
    below = here;
  }
  const cost = below[root];
  if (cost === undefined) return undefined;
  const counts = sizes.map(() => 0);
  let node = root;
  for (let layer = 0; layer < depth; layer++) {
    const c = order[layer]!;
    counts[c] = choices[layer]![node]!;
    node = edges[layer]![node * (sizes[c]! + 1) + counts[c]!]!;
  }
  return { counts, cost };
}

/** The beginnings of coalitions from a node on: the cheapest, and the cheapest of those with another mark. */
interface Two {
  cost: bigint;
  mark: bigint;
  count: number;
  /** Which of the two of the next node goes on. */
  next: 0 | 1;
}

/**
 * The same among the coalitions whose mark Σ marks[class] · count is not zero. It is enough to know at each node the cheapest way on, and the cheapest
 * with another mark than that one: whatever mark must be avoided, one of the two does.
 */
export function cheapestMarked({ order, sizes, edges, root }: Layers, winning: boolean, costs: Costs, marks: readonly bigint[]): Extreme | undefined {
  const depth = order.length;
  const end: (Two | undefined)[] = [{ cost: 0n, mark: 0n, count: 0, next: 0 }, undefined];
  let below: (readonly (Two | undefined)[])[] = winning ? [[undefined, undefined], end] : [end, [undefined, undefined]];
  const all: (readonly (readonly (Two | undefined)[])[])[] = [];
  for (let layer = depth - 1; layer >= 0; layer--) {
    const c = order[layer]!;
    const width = sizes[c]! + 1;
    const list = edges[layer]!;
    const cost = costs[c]!;
    const steps = Array.from({ length: width }, (_, count) => marks[c]! * BigInt(count));
    const here: (readonly (Two | undefined)[])[] = [];
    for (let node = 0; node * width < list.length; node++) {
      let [first, second]: (Two | undefined)[] = [undefined, undefined];
      for (let count = 0; count < width; count++) {
        const rests = below[list[node * width + count]!]!;
        for (const next of [0, 1] as const) {
          const rest = rests[next];
          if (rest === undefined) break;
          const way: Two = { cost: rest.cost + cost[count]!, mark: rest.mark + steps[count]!, count, next };
          if (first === undefined || way.cost < first.cost) {
            if (first !== undefined && first.mark !== way.mark) second = first;
            first = way;
          } else if (way.mark !== first.mark && (second === undefined || way.cost < second.cost)) second = way;
        }
      }
      here.push([first, second]);
    }
    all[layer] = here;
    below = here;
  }
  let which = below[root]!.findIndex((way) => way !== undefined && way.mark !== 0n);
  if (which < 0) return undefined;
  const cost = below[root]![which]!.cost;
  const counts = sizes.map(() => 0);
  let node = root;
  for (let layer = 0; layer < depth; layer++) {
    const c = order[layer]!;
    const way = all[layer]![node]![which]!;
    counts[c] = way.count;
    which = way.next;
    node = edges[layer]![node * (sizes[c]! + 1) + way.count]!;
  }
  return { counts, cost };
}
