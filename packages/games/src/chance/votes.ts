import { RuleError } from '../errors.js';
import { addRational, compareRational, ONE, rational, showRational, ZERO, type Rational } from '../rational.js';

/** A probability that is not known, but as likely as a Beta distribution says: density proportional to p^(a-1) (1-p)^(b-1); a, b > 0. */
export interface Beta {
  readonly a: Rational;
  readonly b: Rational;
}

/** Every probability equally likely. */
export const UNIFORM: Beta = { a: ONE, b: ONE };

/** Players (by index) and how likely each says yes. */
export interface VotingGroup {
  readonly members: readonly number[];
  /**
   * A probability, with which each says yes independently: a fraction, for exact answers, or a double; or a Beta distribution, of a probability that all
   * of the group have in common (Straffin's homogeneity), so that their votes go together.
   */
  readonly yes: Rational | number | Beta;
  /** All of them vote as one, yes with this probability. What is said of a member is then said of the bloc. */
  readonly bloc?: boolean;
}

/** How all vote: groups that vote independently of one another. Who is in none says yes by the toss of a coin. */
export type Votes = readonly VotingGroup[];

/** Several ways in which all may vote, one of which comes about: this makes votes of any correlation. The weights add up to one. */
export type Mixture = readonly { readonly weight: Rational; readonly votes: Votes }[];

/** Whether all vote in one of several ways. */
export const isMixture = (votes: Votes | Mixture): votes is Mixture => votes.length > 0 && 'weight' in votes[0]!;

/** A group with its probability as a fraction, or a Beta distribution. */
export interface ExactGroup {
  readonly members: readonly number[];
  readonly yes: Rational | Beta;
  readonly bloc: boolean;
}

/**
 * The groups, those in none added, with fractions for doubles (each double is one exactly).
 * @throws RuleError for a player in two groups, no such player, or a number that is no probability
 */
export function exactGroups(players: readonly string[], votes: Votes): ExactGroup[] {
  const seen = new Set<number>();
  const groups = votes.map(({ members, yes, bloc = false }) => {
    for (const player of members) {
      if (players[player] === undefined) throw new RuleError(`there is no player number ${player}; they are 0 to ${players.length - 1}`);
      if (seen.has(player)) throw new RuleError(`${players[player]} is in two groups of voters`);
      seen.add(player);
    }
    return { members, yes: checked(yes), bloc: bloc && members.length > 1 };
  }).filter(({ members }) => members.length > 0);
  const others = players.flatMap((_, player) => (seen.has(player) ? [] : [player]));
  return others.length === 0 ? groups : [...groups, { members: others, yes: rational(1n, 2n), bloc: false }];
}

/** @throws RuleError unless the weights are from 0 to 1 and add up to one */
export function checkWeights(mixture: Mixture): void {
  const sum = mixture.reduce((all, { weight }) => addRational(all, weight), ZERO);
  if (mixture.some(({ weight }) => weight.num < 0n) || compareRational(sum, ONE) !== 0) throw new RuleError(`the weights of the scenarios are not negative and add up to 1, not to ${showRational(sum)}`);
}

/** Whether a probability is given as a double. */
export const isDouble = ({ yes }: VotingGroup): boolean => typeof yes === 'number';

export const isBeta = (yes: Rational | Beta): yes is Beta => 'a' in yes;

function checked(yes: Rational | number | Beta): Rational | Beta {
  if (typeof yes === 'number') {
    if (!(yes >= 0 && yes <= 1)) throw new RuleError(`a probability is from 0 to 1, not ${yes}`);
    return ofDouble(yes);
  }
  if (isBeta(yes)) {
    if (yes.a.num <= 0n || yes.b.num <= 0n) throw new RuleError('a Beta distribution needs two parameters above 0');
  } else if (yes.num < 0n || yes.num > yes.den) throw new RuleError(`a probability is from 0 to 1, not ${showRational(yes)}`);
  return yes;
}

/** The fraction that a double is. */
function ofDouble(value: number): Rational {
  let den = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    den *= 2n;
  }
  return rational(BigInt(scaled), den);
}
