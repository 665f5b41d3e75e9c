/** Games and rules of this package as the oracle takes them, read here once more so that it shares no code with the engines; and complete and random games. */
import { Dice } from '@casus/oracle';
import { allGames, isMonotone, minimalWinning, monotoneGames, range, winning, type BallotRule, type KnownGame, type YesNoGame } from '@casus/oracle/power';
import { BALLOTS, type Ballot, type Body, type Formula, type Rule, type SimpleGame } from '../../src/index.js';
import { names } from './games.js';

/** Whether a formula holds for the coalition whose members are the bits. */
function holds(formula: Formula, mask: number): boolean {
  if (formula.kind === 'constant') return formula.value;
  if (formula.kind === 'not') return !holds(formula.of, mask);
  if (formula.kind !== 'threshold') return formula.kind === 'and' ? !formula.of.some((part) => !holds(part, mask)) : formula.of.some((part) => holds(part, mask));
  let left = formula.quota;
  for (const { of, weight } of formula.terms) if (typeof of === 'number' ? Math.floor(mask / 2 ** of) % 2 === 1 : holds(of, mask)) left -= weight;
  return left <= 0n;
}

/** A game as the oracle takes it. */
export const yesNo = ({ players, formula }: SimpleGame): YesNoGame => ({ n: players.length, wins: (mask) => holds(formula, mask) });

/** Whether a rule is met; each sum in units small enough for whole numbers. */
function met(rule: Rule, ballotOf: (member: number) => Ballot): boolean {
  switch (rule.kind) {
    case 'always': return true;
    case 'never': return false;
    case 'not': return !met(rule.of, ballotOf);
    case 'and': return !rule.of.some((part) => !met(part, ballotOf));
    case 'or': return rule.of.some((part) => met(part, ballotOf));
    case 'sum': {
      const counted = rule.terms.flatMap(({ voter, counts }) => counts[typeof voter === 'number' ? ballotOf(voter) : met(voter, ballotOf) ? 'yes' : 'no'] ?? []);
      const unit = [...counted, rule.quota].reduce((product, { den }) => product * den, 1n);
      const whole = ({ num, den }: { readonly num: bigint; readonly den: bigint }): bigint => num * (unit / den);
      const sum = counted.reduce((before, count) => before + whole(count), 0n);
      return rule.strict ? sum > whole(rule.quota) : sum >= whole(rule.quota);
    }
  }
}

/** A body's rule over some ballots as the oracle takes it: the first is the most approving. */
export function ballotRule({ members, rule }: Body, possible: readonly Ballot[] = ['yes', 'abstain', 'no']): BallotRule {
  const ordered = BALLOTS.filter((ballot) => possible.includes(ballot));
  return { n: members.length, ballots: ordered.length, passes: (profile) => met(rule, (member) => ordered[profile[member]!]!) };
}

const both = (of: readonly Formula[]): Formula => ({ kind: 'and', of });
const either = (of: readonly Formula[]): Formula => ({ kind: 'or', of });
const member = (of: number): Formula => ({ kind: 'threshold', terms: [{ of, weight: 1n }], quota: 1n });
const everyOne = (n: number, mask: number): Formula => both(range(n).filter((i) => (mask >> i) & 1).map(member));
const exactly = (n: number, mask: number): Formula => both(range(n).map((i) => ((mask >> i) & 1 ? member(i) : { kind: 'not', of: member(i) })));
const vote = (weights: readonly number[], quota: number): Formula => ({ kind: 'threshold', quota: BigInt(quota), terms: weights.map((weight, of) => ({ of, weight: BigInt(weight) })) });

/** A game of the oracle as a formula: the coalitions that are enough, or where it is not monotone, all that win. */
export function asFormula(game: YesNoGame): SimpleGame {
  const { n } = game;
  return { players: names(n), formula: isMonotone(game) ? either(minimalWinning(game).map((mask) => everyOne(n, mask))) : either(winning(game).map((mask) => exactly(n, mask))) };
}

/** Every monotone game of one to four members: 3 + 6 + 20 + 168. */
export const everyMonotoneGame = (): SimpleGame[] => [1, 2, 3, 4].flatMap((n) => monotoneGames(n).map(asFormula));

/** Every game at all of one to three members: 4 + 16 + 256. */
export const everyGame = (): SimpleGame[] => [1, 2, 3].flatMap((n) => allGames(n).map(asFormula));

/** A game known from the literature as a formula. */
export function knownFormula(known: KnownGame): SimpleGame {
  if ('n' in known) return { players: names(known.n), formula: either(known.generators.map((members) => both(members.map(member)))) };
  const votes = known.all.map(({ quota, weights }) => vote(weights, Math.ceil(quota)));
  return { players: names(known.all[0]!.weights.length), formula: votes.length === 1 ? votes[0]! : both(votes) };
}

/** Monotone games of up to so many members: weighted votes, several at once, bodies in bodies, and coalitions that are enough. */
export function randomMonotone(seed: number, most: number): SimpleGame {
  const dice = new Dice(seed);
  const n = dice.between(1, most);
  const weighted = (members: readonly number[]): Formula => {
    const weights = range(n).map((i) => (members.includes(i) ? dice.below(7) : 0));
    return vote(weights, dice.between(1, Math.max(1, weights.reduce((a, b) => a + b, 0))));
  };
  const body = (): Formula => weighted(range(n).filter(() => dice.chance(0.6)));
  const formula = dice.weighted<Formula>(
    [3, () => weighted(range(n))],
    [2, () => both(range(dice.between(2, 3)).map(() => weighted(range(n))))],
    [2, () => either(range(dice.between(2, 3)).map(() => weighted(range(n))))],
    [2, () => ({ kind: 'threshold', quota: BigInt(dice.between(1, 4)), terms: range(dice.between(2, 5)).map(() => ({ of: dice.chance(0.7) ? body() : dice.below(n), weight: BigInt(dice.between(1, 3)) })) })],
    [3, () => either(range(dice.between(1, 8)).map(() => everyOne(n, dice.below(2 ** n))))],
  );
  return { players: names(n), formula };
}

/** One weighted vote of up to so many members, a quota from 1 to the sum of all weights; weights may be 0 and far apart. */
export function randomVote(seed: number, most: number): SimpleGame {
  const dice = new Dice(seed ^ 0x3c3c);
  const n = dice.between(1, most);
  const heavy = dice.pick([4, 20, 1000]);
  const weights = range(n).map(() => dice.between(0, heavy));
  weights[dice.below(n)]! += 1;
  return { players: names(n), formula: vote(weights, dice.between(1, weights.reduce((a, b) => a + b, 0))) };
}

/** Games of up to so many members in which more support can hurt. */
export function randomGame(seed: number, most: number): SimpleGame {
  const dice = new Dice(seed ^ 0x5a5a);
  const { players, formula } = randomMonotone(seed, most);
  const n = players.length;
  const odd = dice.weighted<Formula>(
    [1, () => ({ kind: 'not', of: formula })],
    [2, () => both([formula, { kind: 'not', of: everyOne(n, dice.below(2 ** n)) }])],
    [2, () => either([formula, exactly(n, dice.below(2 ** n))])],
    [1, () => vote(range(n).map(() => dice.between(-3, 4)), dice.between(0, 4))],
  );
  return { players, formula: odd };
}

/** Unions of n members, drawn. */
export function randomUnions(seed: number, n: number): number[][] {
  const dice = new Dice(seed);
  const unions: number[][] = [];
  for (const i of range(n)) {
    const at = dice.below(unions.length + 1);
    if (at === unions.length) unions.push([i]);
    else unions[at]!.push(i);
  }
  return unions;
}
