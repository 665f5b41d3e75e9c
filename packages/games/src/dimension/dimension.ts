/** The dimension of a simple game (Taylor & Zwicker 1993): how few weighted games it is the intersection of. */
import { isMonotone, nodesOf, type Layers } from '../linear/layers.js';
import { weightednessOf, type Representation } from '../weightedness/weightedness.js';
import { NOT_MONOTONE, refuse } from '../linear/limits.js';
import { clique, dice, thrownLosing } from './apart.js';
import { Grouper } from './grouping.js';
import { maximalLosing } from './losing.js';
import type { Coalition } from './reject.js';

export type Dimension =
  | {
      readonly kind: 'dimension';
      /** It is no less than this; exact where it is `atMost`. */
      readonly atLeast: number;
      /** It is no more than this; undefined where no bound is known. */
      readonly atMost: number | undefined;
      /** `atMost` weighted games whose intersection is the game. */
      readonly games: readonly Representation[] | undefined;
      /** Losing coalitions no two of which one weighted game can reject. Where `atLeast` is greater than their number, the rest was tried in full. */
      readonly apart: readonly Coalition[];
    }
  | { readonly kind: 'not applicable'; readonly why: string };

export interface DimensionOptions {
  readonly classes?: number;
  readonly nodes?: number;
  /** Weighted games whose intersection is known to be the game (weightedParts). */
  readonly parts?: readonly Representation[];
  /** At most so many maximal losing coalitions are put into groups. */
  readonly coalitions?: number;
  /** At most so many linear programs for that. */
  readonly programs?: number;
}

export const DIMENSION_LIMITS = { classes: 64, nodes: 100_000, coalitions: 200, programs: 3_000 } as const;

/** So many nodes are walked through for throws of losing coalitions; and so many throws at most. */
const NODE_VISITS = 20_000_000;
const MOST_THROWS = 1500;
const ROUNDS = 200;
const SEED = 5;

/**
 * Exact for weighted games, where the bounds meet, and where the maximal losing coalitions are few enough to be put into groups (the problem is NP-hard:
 * Deĭneko & Woeginger 2006); bounds for the others. From below: losing coalitions that are apart in pairs (Kurz & Napel 2016), looked for among all
 * maximal losing ones or, where these are many, among thrown ones. From above: `parts`, and groups.
 * @throws TooLargeError beyond the limits.
 */
export function dimensionOf(layers: Layers, options: DimensionOptions = {}): Dimension {
  const { classes, nodes, coalitions, programs } = { ...DIMENSION_LIMITS, ...options };
  refuse(layers, classes, nodes);
  if (!isMonotone(layers)) return { kind: 'not applicable', why: NOT_MONOTONE };
  const weighted = weightednessOf(layers, { classes, nodes, branches: 1 });
  if (weighted.kind === 'weighted') return { kind: 'dimension', atLeast: 1, atMost: 1, games: [weighted.representation], apart: [] };
  const all = maximalLosing(layers, coalitions);
  const apart = all === undefined ? thrownApart(layers, options.parts) : clique(layers, all, ROUNDS, dice(SEED), options.parts?.length);
  let [atLeast, games] = [Math.max(2, apart.length), options.parts];
  if (all !== undefined && (games === undefined || atLeast < games.length)) {
    const keys = new Set(apart.map((coalition) => coalition.join()));
    const grouper = new Grouper(layers, [...apart, ...all.filter((coalition) => !keys.has(coalition.join()))], programs);
    const fit = grouper.firstFit();
    if (fit !== undefined && (games === undefined || fit.length < games.length)) games = fit;
    while (games === undefined || atLeast < games.length) {
      const found = grouper.search(atLeast);
      if (found === 'unknown') break;
      if (found === 'none') atLeast++;
      else games = found;
    }
  }
  return { kind: 'dimension', atLeast, atMost: games?.length, games, apart };
}

/** Coalitions that are apart among more and more thrown ones, until there are `enough`. */
function thrownApart(layers: Layers, parts?: readonly Representation[]): Coalition[] {
  const enough = parts?.length;
  const mixed = parts?.map(({ weights }) => weights);
  const die = dice(SEED);
  const most = Math.min(MOST_THROWS, Math.max(20, Math.floor(NODE_VISITS / nodesOf(layers))));
  const pool = new Map<string, Coalition>();
  let best: Coalition[] = [];
  for (const throws of new Set([Math.ceil(most / 20), Math.ceil(most / 4), most])) {
    for (let i = pool.size; i < throws; i++) {
      const coalition = thrownLosing(layers, die, mixed);
      pool.set(coalition.join(), coalition);
    }
    const found = clique(layers, [...pool.values()], ROUNDS, die, enough);
    if (found.length > best.length) best = found;
    if (enough !== undefined && best.length >= enough) break;
  }
  return best;
}
