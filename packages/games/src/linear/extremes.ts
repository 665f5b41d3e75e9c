/** The cheapest coalition on one side of a game: the question whose answers drive every linear program over coalitions (separation). */
import type { Counts, Layers } from './layers.js';

/** [class][count]: what so many members of a class cost; may be negative. */
export type Costs = readonly (readonly bigint[])[];

export interface Extreme {
  readonly counts: Counts;
  readonly cost: bigint;
}

/** A winning (or losing) coalition of least cost; undefined when there is none. One walk over the layers, from the back. */
export function cheapest(layers: Layers, winning: boolean, costs: Costs): Extreme | undefined {
  // Sums of whole numbers below 2^53 are exact in doubles, and several times faster.
  const most = costs.reduce((sum, list) => sum + list.reduce((high, cost) => (cost > high ? cost : -cost > high ? -cost : high), 0n), 0n);
  const choices = most < BigInt(Number.MAX_SAFE_INTEGER) ? choicesInDoubles(layers, winning, costs) : choicesInWhole(layers, winning, costs);
  if (choices === undefined) return undefined;
  const { order, sizes, edges, root } = layers;
  const counts = sizes.map(() => 0);
  let cost = 0n;
  let node = root;
  order.forEach((c, layer) => {
    const count = choices[layer]![node]!;
    counts[c] = count;
    cost += costs[c]![count]!;
    node = edges[layer]![node * (sizes[c]! + 1) + count]!;
  });
  return { counts, cost };
}

/** [layer][node]: how many members of the class are in the cheapest coalition from there on; undefined when no coalition is on that side. */
function choicesInWhole({ order, sizes, edges, root }: Layers, winning: boolean, costs: Costs): Int32Array[] | undefined {
  let below: (bigint | undefined)[] = winning ? [undefined, 0n] : [0n, undefined];
  const choices: Int32Array[] = [];
  for (let layer = order.length - 1; layer >= 0; layer--) {
    const width = sizes[order[layer]!]! + 1;
    const list = edges[layer]!;
    const cost = costs[order[layer]!]!;
    const here = new Array<bigint | undefined>(list.length / width);
    const choice = new Int32Array(here.length);
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
  return below[root] === undefined ? undefined : choices;
}

/** The same for costs whose sums stay below 2^53. */
function choicesInDoubles({ order, sizes, edges, root }: Layers, winning: boolean, costs: Costs): Int32Array[] | undefined {
  let below = Float64Array.of(winning ? Infinity : 0, winning ? 0 : Infinity);
  const choices: Int32Array[] = [];
  for (let layer = order.length - 1; layer >= 0; layer--) {
    const width = sizes[order[layer]!]! + 1;
    const list = edges[layer]!;
    const cost = Float64Array.from(costs[order[layer]!]!, Number);
    const here = new Float64Array(list.length / width);
    const choice = new Int32Array(here.length);
    for (let node = 0, edge = 0; node < here.length; node++) {
      let least = Infinity;
      for (let count = 0; count < width; count++, edge++) {
        const sum = below[list[edge]!]! + cost[count]!;
        if (sum < least) {
          least = sum;
          choice[node] = count;
        }
      }
      here[node] = least;
    }
    choices[layer] = choice;
    below = here;
  }
  return below[root] === Infinity ? undefined : choices;
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
