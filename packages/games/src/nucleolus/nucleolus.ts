/** The nucleolus (Schmeidler 1969) of a simple game. */
import { ColumnProgram, type Column, type Pricing } from '../linear/columns.js';
import { cheapest, cheapestMarked, type Costs } from '../linear/extremes.js';
import { isMonotone, winsWith, type Counts, type Layers } from '../linear/layers.js';
import { NOT_MONOTONE, refuse } from '../linear/limits.js';
import { ONE, rational, scaleToWhole, subRational, ZERO, type Rational } from '../rational.js';
import { Equations } from './equations.js';

/** A share of the worth 1 for each player; or why the question does not arise. */
export type Division = { readonly kind: 'shares'; readonly shares: readonly Rational[] } | { readonly kind: 'not applicable'; readonly why: string };

export const NUCLEOLUS_LIMITS = { classes: 64, nodes: 100_000 } as const;

export const ALWAYS = 'every coalition wins, even that of nobody';
export const NEVER = 'no coalition wins';

/**
 * The nucleolus: of all divisions of 1 among the players that give nobody less than the player wins alone, the one that makes the largest complaint of
 * a coalition (its worth, 1 for a winning and 0 for a losing one, less the shares of its members) as small as possible, then the next largest, and so on.
 * It is unique (Schmeidler 1969), gives interchangeable players the same, dummies nothing, and where there are vetoers, it is shared equally by them.
 *
 * By linear programs one after another (Kopelowitz 1967; Maschler, Peleg & Shapley 1979): each lowers the largest complaint that is still open, and fixes
 * the coalitions whose complaint cannot be lowered. The coalitions come in as they are violated; the worst open one is found on the layers.
 * It does not apply where two players win alone: they cannot both have what they win.
 * @throws TooLargeError beyond the limits.
 */
export function nucleolus(layers: Layers, limits: { readonly classes?: number; readonly nodes?: number } = {}): Division {
  const { classes, nodes } = { ...NUCLEOLUS_LIMITS, ...limits };
  const { classOf, sizes } = layers;
  if (!isMonotone(layers)) return { kind: 'not applicable', why: NOT_MONOTONE };
  const alone = sizes.map((_, c) => winsWith(layers, sizes.map((_, d) => (d === c ? 1 : 0))));
  if (winsWith(layers, sizes.map(() => 0))) return { kind: 'not applicable', why: ALWAYS };
  if (!winsWith(layers, sizes)) return { kind: 'not applicable', why: NEVER };
  const winners = classOf.filter((c) => alone[c]).length;
  if (winners > 1) return { kind: 'not applicable', why: `${winners} members win alone, and there is only one decision to share` };
  const needed = vetoing(layers);
  const byClass = needed.some(Boolean) || winners === 1 ? shared(layers, winners === 1 ? alone : needed) : undefined;
  if (byClass === undefined) refuse(layers, classes, nodes);
  const result = byClass ?? nucleolusByClass(layers);
  return { kind: 'shares', shares: classOf.map((c) => result[c]!) };
}

/** [class]: whether its members are vetoers: without any one of them, all the others lose. */
export const vetoing = (layers: Layers): boolean[] => layers.sizes.map((size, c) => !winsWith(layers, layers.sizes.with(c, size - 1)));

/** One divided equally among the members of the classes that are told. */
export function shared({ classOf, sizes }: Layers, among: readonly boolean[]): Rational[] {
  const heads = classOf.filter((c) => among[c]).length;
  return sizes.map((_, c) => (among[c] ? rational(1, heads) : ZERO));
}

/** The sequence of programs, for one share a class. The game must be monotone, with at most one player that wins alone, and none without members. */
export function nucleolusByClass(layers: Layers): Rational[] {
  const { sizes } = layers;
  const known = new Equations(sizes.length);
  known.add(sizes, ONE);
  const equations: { readonly coefficients: readonly number[]; readonly value: Rational }[] = [{ coefficients: sizes, value: ONE }];
  const met = new Map<string, { readonly counts: Counts; readonly wins: boolean }>();
  const fix = (coefficients: readonly number[], value: Rational): void => {
    if (known.add(coefficients, value)) equations.push({ coefficients, value });
  };
  while (known.rank < sizes.length) {
    const { program, coalitions, price, unit } = stage(layers, known, equations, met);
    const outcome = program.maximise(price);
    if (outcome.kind !== 'optimal') throw new Error('the shares of a game are bounded');
    const ceiling = rational(outcome.value, outcome.scale * unit);
    for (const { of } of outcome.shares) {
      if (typeof of === 'number') {
        // This share is nothing in every best division.
        if (of < sizes.length) fix(sizes.map((_, c) => (c === of ? 1 : 0)), ZERO);
        continue;
      }
      const coalition = coalitions.get(of);
      if (coalition !== undefined) fix(coalition.counts, subRational(rational(coalition.wins ? 2 : 1), ceiling));
    }
  }
  return known.solution();
}

interface Stage {
  readonly program: ColumnProgram;
  readonly coalitions: ReadonlyMap<Column, { readonly counts: Counts; readonly wins: boolean }>;
  readonly price: Pricing;
  /** What stands for 1, so that all gains are whole. */
  readonly unit: bigint;
}

/**
 * Minimise u = 1 + the largest complaint that is not determined yet. Rows: the share of a member of each class, then u. A column a coalition:
 * shares · counts + u ≥ 1 + worth; and two for each equation.
 */
function stage(layers: Layers, known: Equations, equations: readonly { readonly coefficients: readonly number[]; readonly value: Rational }[], met: Map<string, { readonly counts: Counts; readonly wins: boolean }>): Stage {
  const { sizes } = layers;
  const { whole, scale: unit } = scaleToWhole(equations.map(({ value }) => value));
  const program = new ColumnProgram([...sizes.map(() => 0n), 1n]);
  equations.forEach(({ coefficients }, i) => {
    const entries = [...coefficients.map(BigInt), 0n];
    program.add({ entries, gain: whole[i]! }, { entries: entries.map((entry) => -entry), gain: -whole[i]! });
  });
  const coalitions = new Map<Column, { readonly counts: Counts; readonly wins: boolean }>();
  const column = (counts: Counts, wins: boolean): Column => {
    const made = { entries: [...counts.map(BigInt), 1n], gain: wins ? 2n * unit : unit };
    coalitions.set(made, { counts, wins });
    return made;
  };
  for (const [key, { counts, wins }] of met) {
    if (known.determine(counts)) met.delete(key);
    else program.add(column(counts, wins));
  }
  const marks = marksOf(known.directions(), sizes);
  const price: Pricing = (prices, scale) => {
    const costs: Costs = sizes.map((size, c) => Array.from({ length: size + 1 }, (_, count) => prices[c]! * BigInt(count)));
    const found: Column[] = [];
    for (const wins of [true, false]) {
      const violated = (extreme: { readonly cost: bigint } | undefined): boolean => extreme !== undefined && extreme.cost + prices[sizes.length]! < (wins ? 2n : 1n) * unit * scale;
      let worst = cheapest(layers, wins, costs);
      if (!violated(worst)) continue;
      if (known.determine(worst!.counts)) worst = cheapestMarked(layers, wins, costs, marks);
      if (!violated(worst)) continue;
      met.set(worst!.counts.join(), { counts: worst!.counts, wins });
      found.push(column(worst!.counts, wins));
    }
    return found;
  };
  return { program, coalitions, price, unit };
}

/** One number a class such that Σ mark · count is zero only for the coalitions along which no direction moves: the directions as digits of one number. */
function marksOf(directions: readonly (readonly bigint[])[], sizes: readonly number[]): bigint[] {
  const most = directions.reduce((bound, direction) => {
    const own = direction.reduce((sum, entry, c) => sum + (entry < 0n ? -entry : entry) * BigInt(sizes[c]!), 0n);
    return own > bound ? own : bound;
  }, 0n);
  const base = 2n * most + 1n;
  return sizes.map((_, c) => directions.reduceRight((mark, direction) => mark * base + direction[c]!, 0n));
}

