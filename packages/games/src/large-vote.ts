/** One weighted vote of many different weights, for which decision diagrams grow too large: everything counted by generating functions (see weighted/). */
import { asWeighted, type SimpleGame } from './game.js';
import type { CriticalProfile, MinimalProfile, Profile } from './profile.js';
import type { Structure } from './study.js';
import { BANZHAF_OWEN, countSwings, criticalProfile, minimalProfile, OWEN, SYMMETRIC_COALITIONAL_BANZHAF, unionValues, weightedProfile, weightedVote, type Progress, type SwingCounts, type WeightedVote } from './weighted/index.js';
import type { Rational } from './rational.js';

/** From so many different weights on, one weighted vote is counted by generating functions; up to that, its diagram is small. */
export const MANY_WEIGHTS = 24;

/** The indices with unions that generating functions give. */
const WITH_UNIONS = { owen: OWEN, 'banzhaf-owen': BANZHAF_OWEN, 'symmetric-banzhaf': SYMMETRIC_COALITIONAL_BANZHAF } as const;

/** What kind of game a large vote is; desirability orders all members, since they have weights. */
export type LargeStructure = Omit<Structure, 'complete'>;

/** A weighted vote, and what can be counted of it. @throws from each method TooLargeError beyond the stated limits; StoppedError. */
export class LargeVote {
  private swings: SwingCounts | undefined;

  private constructor(readonly vote: WeightedVote, readonly progress: Progress | undefined) {}

  /** The vote that a game is; undefined where it is none, or where its weights are few. */
  static of(game: SimpleGame, progress?: Progress, least = MANY_WEIGHTS): LargeVote | undefined {
    const weighted = asWeighted(game);
    if (weighted === undefined || new Set(weighted.weights).size < least) return undefined;
    const total = weighted.weights.reduce((sum, weight) => sum + weight, 0n);
    // Where nobody is needed or nobody can win, there is nothing to count.
    if (weighted.quota <= 0n || weighted.quota > total || total > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
    return new LargeVote(weightedVote(weighted.quota, weighted.weights), progress);
  }

  private get options(): { readonly progress?: Progress } {
    return this.progress === undefined ? {} : { progress: this.progress };
  }

  private counted(): SwingCounts {
    return (this.swings ??= countSwings(this.vote, this.options));
  }

  /** The swings and the winning coalitions without regard to size, all entered under size 0: enough for what is made of their sums alone (`SUMS_ONLY`), and far quicker. */
  sums(): { readonly profile: Profile; readonly additions: number } {
    const { n, classOf, winning, swings, additions } = this.counted();
    return { profile: { n, classOf, winning: [winning], swings: swings.map((count) => [count]) }, additions };
  }

  /** The swings by size. */
  profile(): { readonly profile: Profile; readonly additions: number } {
    return weightedProfile(this.vote, this.options);
  }

  /** The minimal winning coalitions. */
  minimal(): MinimalProfile {
    return minimalProfile(this.vote, this.options);
  }

  /** The minimal blocking coalitions: those that win in the dual. */
  minimalBlocking(): MinimalProfile {
    const { quota, weights } = this.vote;
    return minimalProfile(weightedVote(weights.reduce((sum, weight) => sum + weight, 0) - quota + 1, weights), this.options);
  }

  /** Winning coalitions by how many members are critical. */
  critical(): CriticalProfile {
    const { classOf, critical } = criticalProfile(this.vote, this.options);
    return { classOf, having: critical.map((counts) => new Map(counts.flatMap((count, k) => (count === 0n ? [] : [[k, count] as const])))) };
  }

  /** One value a member; undefined for an index that generating functions do not give. `unions`: who is in none is one of its own. */
  withUnions(id: string, unions: readonly (readonly number[])[]): readonly Rational[] | undefined {
    if (!(id in WITH_UNIONS)) return undefined;
    const unionOf = this.vote.weights.map((_, member) => unions.length + member);
    for (const [union, members] of unions.entries()) for (const member of members) unionOf[member] = union;
    return unionValues(this.vote, unionOf, WITH_UNIONS[id as keyof typeof WITH_UNIONS], this.options);
  }

  /**
   * What kind of game it is. Two members of a weighted vote are interchangeable just if they have equally many swings. Above half of all weights, no two winning coalitions are
   * disjoint, and below it, of a coalition and the others one wins; the other property holds just if half of all coalitions win.
   */
  structure(): LargeStructure {
    const { n, classOf, winning, swings, quota } = this.counted();
    const total = this.vote.weights.reduce((sum, weight) => sum + weight, 0);
    const of = (player: number): bigint => swings[classOf[player]!]!;
    const players = classOf.map((_, player) => player);
    const byCount = new Map<bigint, number[]>();
    for (const player of players) byCount.set(of(player), [...(byCount.get(of(player)) ?? []), player]);
    const half = winning === 2n ** BigInt(n - 1);
    const overHalf = BigInt(quota) * 2n > BigInt(total);
    const vetoers = players.filter((player) => of(player) === winning);
    return {
      vetoers, dictators: half ? vetoers : [], dummies: players.filter((player) => of(player) === 0n),
      classes: [...byCount].sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([, members]) => members),
      proper: overHalf || half, strong: !overHalf || half,
    };
  }
}

/** The indices that are made of sums over all sizes alone. */
export const SUMS_ONLY: readonly string[] = ['banzhaf', 'penrose', 'swings', 'prevent', 'initiate', 'act'];
