import { addRational, BALLOTS, compareRational, ZERO, type GameBallot, type GameBody, type GameRule, type GameTerm, type Rational } from './games.js';

/** The ballot of a member, by its index in the body; undefined where it is not known. */
export type BallotOf = (member: number) => GameBallot | undefined;

/**
 * Whether a rule is met by the ballots: true or false where that is certain whatever the unknown ballots are, undefined where it may turn on them.
 * It never claims a certainty that is none; with few ballots known it may miss one that only a look at several clauses together would show.
 */
export const decides = ({ rule }: GameBody, ballotOf: BallotOf): boolean | undefined => met(rule, ballotOf);

function met(rule: GameRule, ballotOf: BallotOf): boolean | undefined {
  switch (rule.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'not': {
      const inner = met(rule.of, ballotOf);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
    case 'or': {
      const decisive = rule.kind === 'or';
      let open = false;
      for (const part of rule.of) {
        const known = met(part, ballotOf);
        if (known === decisive) return decisive;
        open ||= known === undefined;
      }
      return open ? undefined : !decisive;
    }
    case 'sum': {
      const [least, most] = bounds(rule.terms, ballotOf);
      const reaches = (sum: Rational): boolean => (rule.strict ? compareRational(sum, rule.quota) > 0 : compareRational(sum, rule.quota) >= 0);
      return reaches(least) ? true : reaches(most) ? undefined : false;
    }
  }
}

/** What the ballots add up to, at least and at most. */
function bounds(terms: readonly GameTerm[], ballotOf: BallotOf): readonly [Rational, Rational] {
  let [least, most]: [Rational, Rational] = [ZERO, ZERO];
  for (const { voter, counts } of terms) {
    const possible = ballots(voter, ballotOf).map((ballot) => counts[ballot] ?? ZERO);
    least = addRational(least, possible.reduce((a, b) => (compareRational(a, b) <= 0 ? a : b)));
    most = addRational(most, possible.reduce((a, b) => (compareRational(a, b) >= 0 ? a : b)));
  }
  return [least, most];
}

function ballots(voter: GameTerm['voter'], ballotOf: BallotOf): readonly GameBallot[] {
  if (typeof voter === 'number') {
    const ballot = ballotOf(voter);
    return ballot === undefined ? BALLOTS : [ballot];
  }
  const known = met(voter, ballotOf);
  return known === undefined ? ['yes', 'no'] : [known ? 'yes' : 'no'];
}
