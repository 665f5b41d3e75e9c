/**
 * Rules over more ballots than yes and no: each member casts one of j ballots, 0 the highest approval (yes), j-1 the lowest (no), those between
 * an abstention or an absence (ternary voting games: Felsenthal & Machover 1997; (j,2) simple games: Freixas & Zwicker 2003).
 */
import { fraction, plus, type Rational } from '../rational.js';
import { factorial, over, shares, type Index } from './fractions.js';
import { orders, range } from './game.js';

export interface BallotRule {
  readonly n: number;
  /** How many ballots there are, 2 at least. */
  readonly ballots: number;
  /** Whether the motion passes; `profile[i]` is the ballot of member i. The array is used again for the next profile. */
  readonly passes: (profile: readonly number[]) => boolean;
}

/** The most profiles, and partial profiles, that are tried. */
export const MOST_PROFILES = 2 ** 24;
export const MOST_PARTIAL = 2 ** 21;

/** Every profile with its outcome. @throws RangeError beyond 2^24 profiles. */
export function eachProfile({ n, ballots, passes }: BallotRule, visit: (profile: readonly number[], passed: boolean) => void): void {
  if (ballots ** n > MOST_PROFILES) throw new RangeError(`${ballots}^${n} profiles are more than the oracle tries (at most ${MOST_PROFILES})`);
  const profile = range(n).map(() => 0);
  for (;;) {
    visit(profile, passes(profile));
    let i = 0;
    while (i < n && profile[i] === ballots - 1) profile[i++] = 0;
    if (i === n) return;
    profile[i]!++;
  }
}

/** How many profiles pass; and by member and ballot, how many of those in which the member casts that ballot. */
export interface Passing {
  readonly profiles: bigint;
  readonly passing: bigint;
  readonly given: readonly (readonly bigint[])[];
}

/** Counts the profiles that pass. */
export function countPassing(rule: BallotRule): Passing {
  const given = range(rule.n).map(() => range(rule.ballots).map(() => 0));
  let passing = 0;
  eachProfile(rule, (profile, passed) => {
    if (!passed) return;
    passing++;
    for (let i = 0; i < rule.n; i++) given[i]![profile[i]!]!++;
  });
  return { profiles: BigInt(rule.ballots) ** BigInt(rule.n), passing: BigInt(passing), given: given.map(counts => counts.map(BigInt)) };
}

/** The power of the body to act: the share of all profiles that pass. */
export function actWithBallots(rule: BallotRule): Rational {
  const { passing, profiles } = countPassing(rule);
  return fraction(passing, profiles);
}

/**
 * The raw Banzhaf index: the profiles of the others that pass with the member's yes, less those that pass with its no. In a monotone rule these
 * are the profiles in which its vote is decisive, and each holds one step between adjacent ballots at which the outcome turns (Felsenthal & Machover 1997).
 */
export const rawBallotBanzhaf = (rule: BallotRule): Rational[] => countPassing(rule).given.map(counts => fraction(counts[0]! - counts[rule.ballots - 1]!));

/** The share of the profiles of the others in which the member is decisive (Felsenthal & Machover 1997; 1998, chapter 8). */
export const ballotPenrose = (rule: BallotRule): Rational[] => rawBallotBanzhaf(rule).map(count => over(count, fraction(BigInt(rule.ballots) ** BigInt(rule.n - 1))));

/** The member's share of all that: the normalised index. */
export const ballotBanzhaf = (rule: BallotRule): Index => shares(rawBallotBanzhaf(rule));

/** What is known while a roll is called, by partial profile in base j+1 (digit j: not yet called): 1 may pass, 2 may fail, 3 both. */
function open({ n, ballots, passes }: BallotRule): Uint8Array {
  const base = ballots + 1;
  if (base ** n > MOST_PARTIAL) throw new RangeError(`the roll calls of ${n} members with ${ballots} ballots are more than the oracle tries`);
  const known = new Uint8Array(base ** n);
  known.forEach((_, index) => {
    const profile = range(n).map(i => Math.floor(index / base ** i) % base);
    const next = profile.indexOf(ballots);
    if (next < 0) known[index] = passes(profile) ? 1 : 2;
    else for (let ballot = 0; ballot < ballots; ballot++) known[index]! |= known[index - (ballots - ballot) * base ** next]!;
  });
  return known;
}

/**
 * The Shapley–Shubik index: all orders and all profiles are equally likely; the pivot is the member whose vote settles the outcome, whatever those
 * called after it do (Felsenthal & Machover 1997; Freixas 2005 for j ballots). A rule whose outcome is settled from the start has no pivot.
 */
export function ballotShapley(rule: BallotRule): Rational[] {
  const { n, ballots } = rule;
  const known = open(rule);
  const base = ballots + 1;
  // By member and by how many were called before it: at how many partial profiles its ballot settles the outcome.
  const settles = range(n).map(() => range(n).map(() => 0n));
  known.forEach((state, index) => {
    if (state !== 3) return;
    const profile = range(n).map(i => Math.floor(index / base ** i) % base);
    const called = profile.filter(ballot => ballot < ballots).length;
    for (const i of range(n).filter(member => profile[member] === ballots)) {
      for (let ballot = 0; ballot < ballots; ballot++) if (known[index - (ballots - ballot) * base ** i] !== 3) settles[i]![called]!++;
    }
  });
  const chance = range(n).map(s => fraction(factorial(s) * factorial(n - 1 - s), factorial(n) * BigInt(ballots) ** BigInt(s + 1)));
  return settles.map(counts => counts.reduce((sum, count, s) => plus(sum, fraction(count * chance[s]!.num, chance[s]!.den)), fraction(0)));
}

/** The same by the definition itself: every queue and every profile is called out. @throws RangeError beyond 5 members. */
export function ballotShapleyByRollCalls(rule: BallotRule): Rational[] {
  const { n, ballots, passes } = rule;
  if (n > 5) throw new RangeError('all roll calls of more than 5 members are too many');
  const settled = (profile: number[], rest: readonly number[]): Set<boolean> => {
    if (rest.length === 0) return new Set([passes(profile)]);
    return new Set(range(ballots).flatMap(ballot => [...settled(profile.map((old, i) => (i === rest[0] ? ballot : old)), rest.slice(1))]));
  };
  const pivots = range(n).map(() => 0n);
  const queues = orders(n);
  eachProfile(rule, profile => {
    for (const queue of queues) {
      if (settled([...profile], queue).size < 2) continue;
      const pivot = queue.find((_, at) => settled([...profile], queue.slice(at + 1)).size === 1)!;
      pivots[pivot]!++;
    }
  });
  return pivots.map(count => fraction(count, factorial(n) * BigInt(ballots) ** BigInt(n)));
}
