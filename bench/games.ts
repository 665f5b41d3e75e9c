/**
 * Power in bodies of real size, by the engine that is chosen for each, beside the textbook's way in the same run: one table of counts by weight in
 * bigints, and from it each member's swings by division (Brams & Affuso 1976). Figures of other programs that cannot be installed from a package
 * registry stand in bench/README.md with how to build them.
 *
 * Each measurement runs in a process of its own, named by its argument, and prints one line of JSON: milliseconds, peak memory, elementary steps, and the
 * steps that the algorithm should take.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Study, weightedGame, type SimpleGame } from '../packages/games/src/index.js';
import {
  certifiedShapleyShubik, countSwings, OWEN, shapleyShubikOf, unionValues, weightedProfile, weightedVote, type WeightedVote,
} from '../packages/games/src/weighted/index.js';

const column = (file: string, name: string): number[] => {
  const [head, ...rows] = readFileSync(join('library', file), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const cells = (row: string): string[] => [...row.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => (quoted ?? plain)!.trim());
  const at = cells(head!).indexOf(name);
  if (at < 0) throw new Error(`${file} has no column ${name}`);
  return rows.map((row) => Number(cells(row)[at]));
};

/** So many weights up to `most`, few of them large: the same at every run. */
function weights(n: number, most: number, seed = 20_251): number[] {
  let state = seed;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: n }, () => Math.max(1, Math.floor(most * next() ** 4)));
}

const half = (all: readonly number[]): number => Math.floor(all.reduce((sum, weight) => sum + weight, 0) / 2) + 1;
const share = (all: readonly number[], percent: number): number => Math.ceil((all.reduce((sum, weight) => sum + weight, 0) * percent) / 100);

/** The textbook: counts by weight in bigints; whom a member turns, from the counts without it. */
function textbook({ weights: all, quota }: WeightedVote): bigint[] {
  const total = all.reduce((sum, weight) => sum + weight, 0);
  const counts = new Array<bigint>(total + 1).fill(0n);
  counts[0] = 1n;
  let reached = 0;
  for (const weight of all) {
    reached += weight;
    for (let at = reached; at >= weight; at--) if (counts[at - weight] !== 0n) counts[at]! += counts[at - weight]!;
  }
  return all.map((weight) => {
    const others = new Array<bigint>(quota).fill(0n);
    let swings = 0n;
    for (let at = 0; at < quota; at++) {
      others[at] = counts[at]! - (at >= weight ? others[at - weight]! : 0n);
      if (at >= quota - weight) swings += others[at]!;
    }
    return swings;
  });
}

interface Measured {
  readonly ms: number;
  readonly steps?: number;
  /** What the algorithm should take. */
  readonly expected?: number;
  readonly nodes?: number;
  readonly check?: string;
}

function timed<T>(work: () => T): { readonly ms: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/**
 * One addition for each member and each sum that the members so far can reach, up to the lower of the quota and what blocks, and of the sums half, as the
 * counts are mirrored; once for each prime below 2^52 that counts of n members need.
 */
function additions({ weights: all, quota }: WeightedVote): number {
  const total = all.reduce((sum, weight) => sum + weight, 0);
  const needed = Math.min(quota, total - quota + 1);
  let reached = 0;
  let sum = 0;
  for (const weight of [...all].sort((a, b) => a - b)) sum += Math.min((reached += weight) / 2, needed);
  return Math.round(sum) * Math.ceil(all.length / 51.9);
}

function swings(vote: WeightedVote): Measured {
  const { ms, result } = timed(() => countSwings(vote));
  return { ms, steps: result.additions, expected: additions(vote), check: result.swings[0]!.toString().slice(0, 12) };
}

function shapley(vote: WeightedVote): Measured {
  const { ms, result } = timed(() => weightedProfile(vote));
  const { ms: more, result: values } = timed(() => shapleyShubikOf(result.profile));
  return { ms: ms + more, steps: result.additions, check: `${values.length} fractions` };
}

function certified(vote: WeightedVote): Measured {
  const { ms, result } = timed(() => certifiedShapleyShubik(vote));
  return { ms, check: `error at most ${Math.max(...result.map(({ error }) => error)).toExponential(0)}` };
}

function diagram(game: SimpleGame): Measured {
  const study = Study.of(game);
  const built = timed(() => study.diagram);
  const counted = timed(() => study.profile);
  return { ms: built.ms + counted.ms, steps: study.diagram.store.steps, nodes: study.nodes, check: study.profile.winning.reduce((sum, each) => sum + each, 0n).toString().slice(0, 18) };
}

const imf = (): number[] => column('imf-votes-2024.csv', 'votes');
const electors = (): number[] => column('us-electors-2024.csv', 'electors');
/** As many members, and about as many votes together, as the Asian Infrastructure Investment Bank has. */
const bank = (): number[] => weights(87, 62_000);
const populations = (): number[] => column('eu-population-2018.csv', 'persons');

function union27(): SimpleGame {
  const people = populations();
  const heads = { kind: 'threshold' as const, terms: people.map((_, of) => ({ of, weight: 1n })) };
  return {
    players: people.map((_, i) => `M${i + 1}`),
    formula: { kind: 'or', of: [
      { kind: 'and', of: [{ ...heads, quota: 15n }, { kind: 'threshold', terms: people.map((many, of) => ({ of, weight: BigInt(many) * 100n })), quota: BigInt(people.reduce((sum, many) => sum + many, 0)) * 65n }] },
      { ...heads, quota: 24n },
    ] },
  };
}

/** Three weighted rules at once. */
function compound(n: number): SimpleGame {
  return {
    players: Array.from({ length: n }, (_, i) => `M${i + 1}`),
    formula: { kind: 'and', of: [1, 2, 3].map((seed) => {
      const all = weights(n, 40, seed * 7919);
      return { kind: 'threshold' as const, terms: all.map((weight, of) => ({ of, weight: BigInt(weight) })), quota: BigInt(share(all, 55)) };
    }) },
  };
}

/** President, Vice-President, 100 senators, 435 representatives: a bill with the President's signature, or two thirds of both chambers without. */
function federal(): SimpleGame {
  const senators = Array.from({ length: 100 }, (_, i) => i + 2);
  const house = Array.from({ length: 435 }, (_, i) => i + 102);
  const count = (members: readonly number[], quota: number) => ({ kind: 'threshold' as const, terms: members.map((of) => ({ of, weight: 1n })), quota: BigInt(quota) });
  const both = (senate: SimpleGame['formula'], quota: number): SimpleGame['formula'] => ({ kind: 'and', of: [senate, count(house, quota)] });
  return {
    players: Array.from({ length: 537 }, (_, i) => `M${i + 1}`),
    formula: { kind: 'or', of: [
      { kind: 'and', of: [count([0], 1), both(count([1, ...senators], 51), 218)] },
      both(count(senators, 67), 290),
    ] },
  };
}

const MEASURES: Readonly<Record<string, () => Measured>> = {
  'council': () => diagram(weightedGame(39, [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])),
  'union27': () => diagram(union27()),
  'electors': () => diagram(weightedGame(270, electors())),
  'federal': () => diagram(federal()),
  'compound40': () => diagram(compound(40)),
  // The textbook's way takes minutes on the Fund and is left out.
  'textbook electors': () => textbookOf(weightedVote(270, electors())),
  'swings electors': () => swings(weightedVote(270, electors())),
  'swings imf 50': () => swings(weightedVote(half(imf()), imf())),
  'swings imf 70': () => swings(weightedVote(share(imf(), 70), imf())),
  'swings imf 85': () => swings(weightedVote(share(imf(), 85), imf())),
  'certified imf 85': () => certified(weightedVote(share(imf(), 85), imf())),
  'certified imf 50': () => certified(weightedVote(half(imf()), imf())),
  'shapley imf 85': () => shapley(weightedVote(share(imf(), 85), imf())),
  'shapley imf 50': () => shapley(weightedVote(half(imf()), imf())),
  'shapley bank': () => shapley(weightedVote(half(bank()), bank())),
  'certified bank': () => certified(weightedVote(half(bank()), bank())),
  'owen bank': () => {
    const all = bank();
    const unionOf = all.map((_, i) => (i < 30 ? i % 5 : i));
    const { ms, result } = timed(() => unionValues(weightedVote(half(all), all), unionOf, OWEN));
    return { ms, check: `${result.length} fractions` };
  },
  ...Object.fromEntries([50, 100, 200, 500, 1000].flatMap((n) => {
    const vote = () => weightedVote(half(weights(n, 1000)), weights(n, 1000));
    return [[`swings random ${n}`, () => swings(vote())], ...(n <= 200 ? [[`textbook random ${n}`, () => textbookOf(vote())]] : [])] as const;
  })),
};

function textbookOf(vote: WeightedVote): Measured {
  const { ms, result } = timed(() => textbook(vote));
  if (result[0] !== ours(vote)) throw new Error('the textbook and the engine differ');
  return { ms, check: result[0].toString().slice(0, 12) };
}

function ours(vote: WeightedVote): bigint {
  const { classOf, swings: found } = countSwings(vote);
  return found[classOf[0]!]!;
}

const [asked] = process.argv.slice(2);
if (asked === undefined) process.stdout.write(`${JSON.stringify(Object.keys(MEASURES))}\n`);
else {
  const measure = MEASURES[asked];
  if (measure === undefined) throw new Error(`nothing is measured by the name ${asked}`);
  process.stdout.write(`${JSON.stringify({ ...measure(), memory: process.resourceUsage().maxRSS * 1024 })}\n`);
}
