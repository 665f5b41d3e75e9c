/** From a rule on ballots to a simple game: each member does one of two things. */
import { type Formula, type SimpleGame, type WeightedTerm } from '../game.js';
import { scaleToWhole, subRational, ZERO, type Rational } from '../rational.js';
import type { Ballot, Body, Rule, Term } from '../rule.js';
import type { Ballots } from './reached.js';

/** What those do who are not in a coalition; those in it vote yes. */
export type Others = 'no' | 'abstain' | 'absent';

/** The simple game of a body: the members of a coalition vote yes, all others vote no, abstain or stay away. */
export function votingGame(body: Body, others: Others = 'no'): SimpleGame {
  return { players: body.members, formula: betweenBallots(body.rule, body.members.map(() => others), body.members.map(() => 'yes')) };
}

/** The rule as a condition on who casts the ballot of `inside` instead of that of `outside`. */
export function betweenBallots(rule: Rule, outside: Ballots, inside: Ballots): Formula {
  switch (rule.kind) {
    case 'always':
    case 'never':
      return { kind: 'constant', value: rule.kind === 'always' };
    case 'not':
      return { kind: 'not', of: betweenBallots(rule.of, outside, inside) };
    case 'and':
    case 'or':
      return { kind: rule.kind, of: rule.of.map((part) => betweenBallots(part, outside, inside)) };
    case 'sum':
      return threshold(rule, outside, inside);
  }
}

const worth = ({ counts }: Term, ballot: Ballot): Rational => counts[ballot] ?? ZERO;

/** Σ counts ≥ q: what every voter adds in any case goes to the quota; the rest are weights, in whole numbers. */
function threshold({ terms, quota, strict }: Extract<Rule, { kind: 'sum' }>, outside: Ballots, inside: Ballots): Formula {
  let left = quota;
  const moves = terms.map((term) => {
    const { voter } = term;
    const [base, top]: readonly [Ballot, Ballot] = typeof voter === 'number' ? [outside[voter]!, inside[voter]!] : ['no', 'yes'];
    left = subRational(left, worth(term, base));
    return { of: typeof voter === 'number' ? voter : betweenBallots(voter, outside, inside), weight: subRational(worth(term, top), worth(term, base)) };
  });
  const { whole } = scaleToWhole([left, ...moves.map(({ weight }) => weight)]);
  const weighted = moves.map(({ of }, i): WeightedTerm => ({ of, weight: whole[i + 1]! })).filter(({ weight }) => weight !== 0n);
  return { kind: 'threshold', quota: strict ? whole[0]! + 1n : whole[0]!, terms: weighted };
}
