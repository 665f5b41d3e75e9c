/** So often every point is moved to the middle of what it hangs together with. */
const ROUNDS = 30;

/** From so many open points on a place is as bad as any other: no diagram is that wide. */
const WIDEST = 40;

/**
 * Numbers 0 to n-1 in an order in which those that constraints bring together stand near each other: the best, by how many are open at once, of the order given,
 * of the breadth-first one (Cuthill & McKee 1969), and of both with every number moved to the centre of its constraints again and again (Aloul, Markov & Sakallah,
 * "FORCE", 2003). `constraints`: the numbers that each brings together.
 */
export function arranged(n: number, constraints: readonly (readonly number[])[]): readonly number[] {
  const given = Array.from({ length: n }, (_, i) => i);
  const broad = breadthFirst(n, constraints);
  const tried = [given, broad, ...[given, broad].flatMap((start) => centred(start, constraints))];
  const widths = tried.map((order) => width(order, constraints));
  return tried[widths.indexOf(Math.min(...widths))]!;
}

/** How wide a diagram in this order may be, summed over its places: two to the number of those before a place that stand in a constraint with one behind it. */
export function width(order: readonly number[], constraints: readonly (readonly number[])[]): number {
  const place = placesOf(order);
  // Up to where each number is of interest.
  const until = order.map((_, i) => i);
  for (const constraint of constraints) {
    const last = Math.max(...constraint.map((i) => place[i]!));
    for (const i of constraint) until[place[i]!] = Math.max(until[place[i]!]!, last);
  }
  const closing = new Array<number>(order.length + 1).fill(0);
  let open = 0;
  let sum = 0;
  until.forEach((last, at) => {
    open -= closing[at]!;
    if (last > at) {
      open++;
      closing[last]!++;
    }
    sum += 2 ** Math.min(open, WIDEST);
  });
  return sum;
}

function placesOf(order: readonly number[]): number[] {
  const place: number[] = [];
  order.forEach((i, at) => (place[i] = at));
  return place;
}

/** From the number with the fewest neighbours outwards, those with few first; part by part. */
function breadthFirst(n: number, constraints: readonly (readonly number[])[]): number[] {
  const near = Array.from({ length: n }, () => new Set<number>());
  for (const constraint of constraints) for (const i of constraint) for (const j of constraint) if (i !== j) near[i]!.add(j);
  const byDegree = (a: number, b: number): number => near[a]!.size - near[b]!.size || a - b;
  const order: number[] = [];
  const met = new Set<number>();
  const walk = (start: number): number[] => {
    const part = [start];
    const there = new Set(part);
    for (const i of part) for (const j of [...near[i]!].sort(byDegree)) if (!there.has(j) && there.add(j)) part.push(j);
    return part;
  };
  for (const start of Array.from({ length: n }, (_, i) => i).sort(byDegree)) {
    if (met.has(start)) continue;
    // What is met last is far out, and a better start.
    const part = walk(walk(start).at(-1)!);
    for (const i of part) met.add(i);
    order.push(...part);
  }
  return order;
}

/** The orders that come of moving every number to the mean of the middles of its constraints. */
function centred(start: readonly number[], constraints: readonly (readonly number[])[]): number[][] {
  const found: number[][] = [];
  let order = [...start];
  for (let round = 0; round < ROUNDS; round++) {
    const place = placesOf(order);
    const sum = order.map(() => 0);
    const count = order.map(() => 0);
    for (const constraint of constraints) {
      const middle = constraint.reduce((total, i) => total + place[i]!, 0) / constraint.length;
      for (const i of constraint) {
        sum[i]! += middle;
        count[i]!++;
      }
    }
    const at = place.map((own, i) => (count[i] === 0 ? own : sum[i]! / count[i]!));
    order = [...order].sort((a, b) => at[a]! - at[b]! || place[a]! - place[b]!);
    found.push(order);
  }
  return found;
}
