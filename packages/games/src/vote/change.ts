/** The smallest change that turns the outcome of a vote: the fewest members who cast another ballot. */
import { compareRational, ZERO, type Rational } from '../rational.js';
import { BALLOTS, type Ballot, type Body, type Rule, type Term } from '../rule.js';
import type { Formula, SimpleGame } from '../game.js';
import { Study } from '../study.js';
import { betweenBallots } from './game.js';
import { passes, type Ballots } from './reached.js';

/** Who casts which ballot instead. */
export type Change = readonly { readonly member: number; readonly to: Ballot }[];

/** The smallest changes. */
export type SmallestChange =
  /** So many members, in so many ways (sets of members); the first of them, each with the least that these members have to do. */
  | { readonly kind: 'found'; readonly size: number; readonly count: bigint; readonly first: readonly Change[] }
  /** Whatever the ballots, the outcome is the same. */
  | { readonly kind: 'never' }
  /** Some member's ballots cut both ways in the conditions, so that no one ballot is its best, and the members are too many to try all. */
  | { readonly kind: 'unknown'; readonly member: number };

/**
 * The fewest members who turn the outcome by casting other ballots. To make a rule of several conditions fail, one of them has to; to make it pass,
 * one of several alternatives. For each, every member has a ballot that serves best, and the smallest sets are the smallest minimal winning coalitions of the game
 * “who is in casts the best ballot for one of them”; a set that can turn the outcome in several of these ways is one set.
 * @throws TooLargeError where the game is beyond the limits of decision diagrams.
 */
export function smallestChange(body: Body, ballots: Ballots, most: number): SmallestChange {
  const met = passes(body.rule, ballots);
  const formulas: Formula[] = [];
  // Alternatives that ask the same of everybody are tried once.
  const bests = new Map<string, Ballots>();
  for (const part of parts(body.rule, met ? 'and' : 'or')) {
    const best = ballots.map((_, member) => bestBallot(part, member, !met));
    const cuts = best.findIndex((ballot) => ballot === undefined);
    if (cuts >= 0) return triedOut(body, ballots, most) ?? { kind: 'unknown', member: cuts };
    const known = best as Ballots;
    bests.set(known.join(), known);
    const formula = betweenBallots(part, ballots, known);
    formulas.push(met ? { kind: 'not', of: formula } : formula);
  }
  const found = smallestOf({ players: body.members, formula: { kind: 'or', of: formulas } }, most);
  if (found === undefined) return { kind: 'never' };
  const turns = (change: Change): boolean => passes(body.rule, after(ballots, change)) !== met;
  const first = found.sets.map((set) => leastMoves(body.rule, ballots, [...bests.values()].map((best) => set.map((member) => ({ member, to: best[member]! }))).find(turns)!));
  return { kind: 'found', size: found.size, count: found.count, first };
}

/** The ballots after a change. */
function after(ballots: Ballots, change: Change): Ballot[] {
  const moved = [...ballots];
  for (const { member, to } of change) moved[member] = to;
  return moved;
}

/** Votes that are tried one by one where no ballot is the best of a member. */
const MOST_TRIED = 200_000;

/** The smallest changes by trying all, small ones first; undefined where there are too many to try. */
function triedOut({ rule, members }: Body, ballots: Ballots, most: number): SmallestChange | undefined {
  const met = passes(rule, ballots);
  let tried = 0;
  for (let size = 1; size <= members.length; size++) {
    const first: Change[] = [];
    let count = 0n;
    for (const set of subsets(members.length, size)) {
      const found = turning(rule, ballots, set, met);
      tried += 3 ** size;
      if (tried > MOST_TRIED) return undefined;
      if (found === undefined) continue;
      count++;
      if (first.length < most) first.push(found);
    }
    if (count > 0n) return { kind: 'found', size, count, first };
  }
  return { kind: 'never' };
}

/** All sets of so many of 0 … n - 1, as ascending lists. */
function* subsets(n: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) yield [];
  else for (let first = from; first <= n - size; first++) for (const rest of subsets(n, size - 1, first + 1)) yield [first, ...rest];
}

/** How just these members turn the outcome, each with another ballot than it cast; undefined where they cannot. */
function turning(rule: Rule, ballots: Ballots, set: readonly number[], met: boolean): Change | undefined {
  const others = set.map((member) => BALLOTS.filter((ballot) => ballot !== ballots[member]));
  for (let k = 0; k < 3 ** set.length; k++) {
    const change = set.map((member, i) => ({ member, to: others[i]![Math.floor(k / 3 ** i) % 3]! }));
    if (passes(rule, after(ballots, change)) !== met) return leastMoves(rule, ballots, change);
  }
  return undefined;
}

/** The conditions of which a rule consists, whatever way they are nested. */
const parts = (rule: Rule, kind: 'and' | 'or'): readonly Rule[] => (rule.kind === kind ? rule.of.flatMap((part) => parts(part, kind)) : [rule]);

/** The smallest winning coalitions, all counted and the first listed; undefined where nobody can win. */
function smallestOf(game: SimpleGame, most: number): { readonly size: number; readonly count: bigint; readonly sets: readonly (readonly number[])[] } | undefined {
  const study = Study.of(game);
  const bySize = study.count('winning');
  const size = bySize.findIndex((count) => count > 0n);
  if (size < 0) return undefined;
  const sets: (readonly number[])[] = [];
  for (const set of study.list('winning')) {
    if (set.length > size || sets.length >= most) break;
    sets.push(set);
  }
  return { size, count: bySize[size]!, sets };
}

/** The ballot with which a member does most for (or against) a condition, whatever the others do; undefined where it cuts both ways. Yes (or no) where it is one of several. */
function bestBallot(rule: Rule, member: number, forIt: boolean): Ballot | undefined {
  const worths = worthsOf(rule, member, forIt);
  const serves = (one: Ballot, other: Ballot): boolean => worths.every((worth) => compareRational(worth[one], worth[other]) >= 0);
  const order = forIt ? BALLOTS : [...BALLOTS].reverse();
  return order.find((ballot) => BALLOTS.every((other) => serves(ballot, other)));
}

type Worth = Readonly<Record<Ballot, Rational>>;

/** What each ballot of a member does for a rule, in every sum where it counts. */
function worthsOf(rule: Rule, member: number, forIt: boolean): readonly Worth[] {
  switch (rule.kind) {
    case 'always':
    case 'never':
      return [];
    case 'not':
      return worthsOf(rule.of, member, !forIt);
    case 'and':
    case 'or':
      return rule.of.flatMap((part) => worthsOf(part, member, forIt));
    case 'sum':
      return rule.terms.flatMap((term) => worthIn(term, member, forIt));
  }
}

function worthIn(term: Term, member: number, forIt: boolean): readonly Worth[] {
  const { voter, counts } = term;
  const of = (ballot: Ballot): Rational => counts[ballot] ?? ZERO;
  if (typeof voter !== 'number') return worthsOf(voter, member, compareRational(of('yes'), of('no')) >= 0 === forIt);
  if (voter !== member) return [];
  const signed = (value: Rational): Rational => (forIt ? value : { num: -value.num, den: value.den });
  return [{ yes: signed(of('yes')), abstain: signed(of('abstain')), absent: signed(of('absent')), no: signed(of('no')) }];
}

/** The same members, each with the ballot nearest to the one that it cast that still turns the outcome. */
function leastMoves(rule: Rule, ballots: Ballots, change: Change): Change {
  const met = passes(rule, ballots);
  const moved = after(ballots, change);
  return change.map(({ member, to }) => {
    const from = BALLOTS.indexOf(ballots[member]!);
    const nearer = BALLOTS.filter((ballot) => ballot !== ballots[member]).sort((a, b) => Math.abs(BALLOTS.indexOf(a) - from) - Math.abs(BALLOTS.indexOf(b) - from));
    const enough = nearer.find((ballot) => passes(rule, moved.map((cast, i) => (i === member ? ballot : cast))) !== met) ?? to;
    moved[member] = enough;
    return { member, to: enough };
  });
}
