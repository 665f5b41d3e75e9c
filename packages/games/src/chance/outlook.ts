import { Passes } from '../counting/passes.js';
import { monomial, POLYNOMIALS, type Polynomial } from '../counting/rings.js';
import { RuleError } from '../errors.js';
import type { SimpleGame } from '../game.js';
import { diagramOfGame } from '../mdd/build.js';
import { classesOf, ofGame } from '../mdd/circuit.js';
import { binomials } from '../mdd/count.js';
import { addRational, mulRational, ONE, rational, subRational, toNumber, ZERO, type Rational } from '../rational.js';
import { mergePlayers } from '../unions/unions.js';
import { Moments } from './moments.js';
import { checkWeights, exactGroups, isBeta, isDouble, isMixture, type ExactGroup, type Mixture, type Votes } from './votes.js';

/** What is to be expected of a member; of a bloc's member, what is of the bloc. */
export interface MemberOutlook<T> {
  /** The probability that it says yes. */
  readonly yes: T;
  /** That the others vote so that it decides: yes carries, no fails (less the reverse, which is nil in a monotone game). */
  readonly decisive: T;
  /** That the outcome is as it votes. */
  readonly success: T;
}

/** What is to be expected of a vote. */
export interface Outlook<T> {
  /** The probability that the decision is carried. */
  readonly acts: T;
  /** In the order of the players. */
  readonly members: readonly MemberOutlook<T>[];
}

/** Fractions where all probabilities were given as fractions; otherwise doubles, rounded from exact figures at the very end. */
export type AnyOutlook = ({ readonly exact: true } & Outlook<Rational>) | ({ readonly exact: false } & Outlook<number>);

/**
 * The probability that a decision is carried, and for each member that it decides and that it has its way, when all vote as described: each with its own
 * probability (Owen's multilinear extension, 1972), groups with a probability in common (Straffin 1977), blocs, scenarios.
 *
 *     decisive_i = Σ_{S ∌ i} P(the others who say yes are S) · [v(S ∪ {i}) - v(S)]
 *
 * With one uniform group of all it is the Shapley–Shubik index, by the toss of coins the absolute Banzhaf index. G. Owen, "Multilinear extensions of games",
 * Management Science 18 (1972) 64–79; P. D. Straffin, "Homogeneity, independence, and power indices", Public Choice 30 (1977) 107–118; success: A. Laruelle &
 * F. Valenciano, "Assessing success and decisiveness in voting situations", Social Choice and Welfare 24 (2005) 171–197.
 *
 * @throws RuleError for groups or figures that make no sense; TooLargeError
 */
export function outlookOf(game: SimpleGame, votes: Votes | Mixture): AnyOutlook {
  const mixture: Mixture = isMixture(votes) ? votes : [{ weight: ONE, votes }];
  checkWeights(mixture);
  const scenarios = mixture.map(({ weight, votes }) => ({ weight, outlook: exactOutlook(game, exactGroups(game.players, votes)) }));
  const mean = (figure: (outlook: Outlook<Rational>) => Rational): Rational => scenarios.reduce((sum, { weight, outlook }) => addRational(sum, mulRational(weight, figure(outlook))), ZERO);
  const acts = mean((outlook) => outlook.acts);
  const members = game.players.map((_, i) => ({
    yes: mean((outlook) => outlook.members[i]!.yes), decisive: mean((outlook) => outlook.members[i]!.decisive), success: mean((outlook) => outlook.members[i]!.success),
  }));
  if (!mixture.some(({ votes }) => votes.some(isDouble))) return { exact: true, acts, members };
  return { exact: false, acts: toNumber(acts), members: members.map(({ yes, decisive, success }) => ({ yes: toNumber(yes), decisive: toNumber(decisive), success: toNumber(success) })) };
}

/**
 * The multilinear extension of a game: the probability that the decision is carried when player i says yes with probability `yes[i]`, independently.
 * Owen 1972. Exact where all are fractions.
 *
 * @throws RuleError where a number is no probability, or one is missing; TooLargeError
 */
export function multilinear(game: SimpleGame, yes: readonly Rational[]): Rational;
export function multilinear(game: SimpleGame, yes: readonly number[]): number;
export function multilinear(game: SimpleGame, yes: readonly (Rational | number)[]): Rational | number {
  if (yes.length !== game.players.length) throw new RuleError(`${game.players.length} players need as many probabilities, not ${yes.length}`);
  return outlookOf(game, yes.map((own, i) => ({ members: [i], yes: own }))).acts;
}

function exactOutlook(game: SimpleGame, groups: readonly ExactGroup[]): Outlook<Rational> {
  if (groups.some(({ bloc }) => bloc)) return withBlocs(game, groups);
  const groupOf: number[] = [];
  groups.forEach(({ members }, g) => members.forEach((player) => (groupOf[player] = alike(groups, g))));
  const classes = classesOf(ofGame(game)).flatMap((members) => groups.map((_, g) => members.filter((player) => groupOf[player] === g))).filter(({ length }) => length > 0);
  const diagram = diagramOfGame(game, { classes });
  const { levels, levelOf } = diagram.layout;
  const group = levels.map(({ members }) => groupOf[members[0]!]!);
  const moments = new Moments(groups);

  /** [k]: how `size` members of the level's group make k times yes. */
  const weights = (level: number, size: number): Polynomial[] => {
    const { yes } = groups[group[level]!]!;
    const step = moments.stepOf(group[level]!);
    return binomials(size).map((ways, k) => (isBeta(yes) ? monomial(ways, k * step) : [ways * yes.num ** BigInt(k) * (yes.den - yes.num) ** BigInt(size - k)]));
  };
  const scale = levels.reduce((product, { members }, level) => product * denOf(groups[group[level]!]!.yes) ** BigInt(members.length), 1n);
  const passes = new Passes(diagram, POLYNOMIALS, levels.map(({ members }, level) => weights(level, members.length)));

  const byLevel = levels.map(({ members }, level): MemberOutlook<Rational> => {
    const g = group[level]!;
    const { yes } = groups[g]!;
    const given = passes.given(level);
    const others = weights(level, members.length - 1);
    const when = (more: number): Polynomial => others.map((weight, k) => POLYNOMIALS.multiply(weight, given[k + more]!)).reduce(POLYNOMIALS.add);
    const [ifYes, ifNo] = [when(1), when(0)];
    // The denominators of all but this one.
    const rest = scale / denOf(yes);
    const over = ({ num, den }: Rational): Rational => rational(num, den * rest);
    const p = isBeta(yes) ? rational(yes.a.num * yes.b.den, yes.a.num * yes.b.den + yes.b.num * yes.a.den) : yes;
    const carriedYes = isBeta(yes) ? over(moments.mean(ifYes, g, 1)) : mulRational(p, over(moments.mean(ifYes)));
    const carriedNo = isBeta(yes) ? over(moments.mean(ifNo, g, 0)) : mulRational(subRational(ONE, p), over(moments.mean(ifNo)));
    return {
      yes: p,
      decisive: subRational(over(moments.mean(ifYes, g)), over(moments.mean(ifNo, g))),
      success: addRational(carriedYes, subRational(subRational(ONE, p), carriedNo)),
    };
  });
  const acts = moments.mean(passes.total);
  return { acts: rational(acts.num, acts.den * scale), members: game.players.map((_, player) => byLevel[levelOf[player]!]!) };
}

/** Independent voters of one probability are one group, however they were written. */
function alike(groups: readonly ExactGroup[], g: number): number {
  const { yes } = groups[g]!;
  if (isBeta(yes)) return g;
  return groups.findIndex((other) => !isBeta(other.yes) && other.yes.num === yes.num && other.yes.den === yes.den);
}

const denOf = (yes: ExactGroup['yes']): bigint => (isBeta(yes) ? 1n : yes.den);

/** Blocs as one player each; what is of a bloc is said of each of its members. */
function withBlocs(game: SimpleGame, groups: readonly ExactGroup[]): Outlook<Rational> {
  const parts = groups.flatMap(({ members, bloc }) => (bloc ? [members] : members.map((player) => [player])));
  const partOf: number[] = [];
  parts.forEach((members, part) => members.forEach((player) => (partOf[player] = part)));
  const merged = groups.map(({ members, yes }) => ({ members: [...new Set(members.map((player) => partOf[player]!))], yes, bloc: false }));
  const { acts, members } = exactOutlook(mergePlayers(game, parts), merged);
  return { acts, members: game.players.map((_, player) => members[partOf[player]!]!) };
}
