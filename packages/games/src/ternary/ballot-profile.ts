import { Passes } from '../counting/passes.js';
import { monomial, POLYNOMIALS, type Polynomial } from '../counting/rings.js';
import { RuleError } from '../errors.js';
import { diagramOfBody, type Diagram } from '../mdd/build.js';
import type { Split } from '../mdd/layout.js';
import { BALLOTS, type Ballot, type Body } from '../rule.js';
import { worseByApproval, type WorseByApproval } from './approval.js';

/** The three ballots of ternary voting games. */
export const TERNARY: readonly Ballot[] = ['no', 'abstain', 'yes'];

/**
 * How many votes carry a decision, by how many say yes and how many no, when each member casts one of several ballots: what the indices of games with
 * abstention, (j,2) simple games (Freixas & Zwicker 2003), need. [yes][no] are numbers of members.
 */
export interface BallotProfile {
  readonly n: number;
  /** The ballots that are possible, from the least approving to the most. */
  readonly ballots: readonly Ballot[];
  /** The class of each member; the members of a class are interchangeable. */
  readonly classOf: readonly number[];
  /** [yes][no]: how many votes of all members carry. */
  readonly carried: readonly (readonly bigint[])[];
  /** [class][ballot][yes][no]: how many votes of all the others carry when a given member of the class casts this ballot of `ballots`. */
  readonly carriedGiven: readonly (readonly (readonly (readonly bigint[])[])[])[];
  /** A vote that more approval defeats, where there is one. */
  readonly notMonotone: WorseByApproval | undefined;
}

/**
 * The profile of a body, from a decision diagram over the ballots of its members.
 *
 * @param ballots those that are possible; yes, abstention and no unless told
 * @param options `nodes`: the most nodes of the diagram, beyond which it is too large
 * @throws RuleError for fewer than two ballots, or no such ballot; TooLargeError
 */
export function ballotProfile(body: Body, ballots: readonly Ballot[] = TERNARY, options: { readonly nodes?: number } = {}): BallotProfile {
  const possible = [...BALLOTS].reverse().filter((ballot) => ballots.includes(ballot));
  if (possible.length < 2 || ballots.some((ballot) => !BALLOTS.includes(ballot))) throw new RuleError(`ballots are at least two of ${BALLOTS.join(', ')}`);
  const diagram = diagramOfBody(body, possible, options);
  const { levels, levelOf } = diagram.layout;
  const n = body.members.length;
  const passes = new Passes(diagram, POLYNOMIALS, levels.map(({ splits }) => splits.map((split) => term(split, n))));
  return {
    n,
    ballots: possible,
    classOf: levelOf,
    carried: matrix(passes.total, n, n),
    carriedGiven: levels.map((_, level) => givenOne(diagram, level, passes.given(level), n).map((polynomial) => matrix(polynomial, n - 1, n))),
    notMonotone: worseByApproval(diagram, possible),
  };
}

/** In how many ways a class splits so, as a coefficient; those who say yes count as one each, those who say no as n + 1. */
const term = (split: Split, n: number): Polynomial => monomial(arrangements(split), split.at(-1)! + split[0]! * (n + 1));

/** [ballot]: the votes of all others that carry when one member of the level casts the ballot. */
function givenOne({ layout }: Diagram, level: number, given: readonly Polynomial[], n: number): Polynomial[] {
  const { splits } = layout.levels[level]!;
  return splits[0]!.map((_, ballot) => splits.reduce<Polynomial>((sum, split, edge) => {
    if (split[ballot] === 0) return sum;
    const others = split.map((many, b) => (b === ballot ? many - 1 : many));
    return POLYNOMIALS.add(sum, POLYNOMIALS.multiply(term(others, n), given[edge]!));
  }, []));
}

function matrix(polynomial: Polynomial, members: number, n: number): bigint[][] {
  return Array.from({ length: members + 1 }, (_, yes) => Array.from({ length: members - yes + 1 }, (_, no) => polynomial[yes + no * (n + 1)] ?? 0n));
}

/** In how many ways named members split so: a multinomial coefficient. */
function arrangements(split: Split): bigint {
  let placed = 0n;
  let ways = 1n;
  for (const many of split) for (let k = 1n; k <= many; k++) ways = (ways * ++placed) / k;
  return ways;
}
