/** How a vote comes out under a rule, condition by condition: what the ballots add up to, and what was needed. */
import { addRational, compareRational, divRational, mulRational, ONE, subRational, ZERO, type Rational } from '../rational.js';
import type { Ballot, Rule, Term, Voter } from '../rule.js';

/** The ballot of each member, by its index. */
export type Ballots = readonly Ballot[];

/** A condition of a rule, and what the ballots made of it. */
export interface Reached {
  readonly kind: Rule['kind'];
  readonly met: boolean;
  /** The conditions of which it consists. */
  readonly of: readonly Reached[];
  /** Of a sum: what was counted. */
  readonly measure?: Measure;
}

/** What a sum counts: the weight of those in favour, against, abstaining, or present; those in favour as a share of a basis; or a sum of another kind. */
export interface Measure {
  readonly kind: 'favour' | 'against' | 'abstaining' | 'present' | 'share' | 'sum';
  /** What a share is taken of: those present (yes, no, abstention), or those voting (yes, no). */
  readonly basis?: Basis;
  /** Who counts, with the weight and the ballot of each; a body that casts one vote is told with how it came to it. */
  readonly voters: readonly { readonly voter: number | Reached; readonly weight: Rational; readonly ballot: Ballot }[];
  /** favour, share: the weight of those in favour; against, abstaining: of those who do so; present: of those present; sum: the sum. */
  readonly reached: Rational;
  /** The weight of all who count; of a share: of its basis as the ballots make it. */
  readonly of: Rational;
  /** favour, present, sum: the least that is enough; against, abstaining: the most that is allowed; share: the fraction of the basis that is enough. `strict`: that much itself is not. */
  readonly bound: Rational;
  readonly strict: boolean;
}

/** A basis of a share. */
export type Basis = 'present' | 'voting';

/** How the ballots fare under the rule. */
export function reached(rule: Rule, ballots: Ballots): Reached {
  switch (rule.kind) {
    case 'always':
    case 'never':
      return { kind: rule.kind, met: rule.kind === 'always', of: [] };
    case 'not': {
      const inner = reached(rule.of, ballots);
      return { kind: 'not', met: !inner.met, of: [inner] };
    }
    case 'and':
    case 'or': {
      const of = rule.of.map((part) => reached(part, ballots));
      return { kind: rule.kind, met: rule.kind === 'and' ? of.every(({ met }) => met) : of.some(({ met }) => met), of };
    }
    case 'sum':
      return summed(rule, ballots);
  }
}

/** Whether the ballots meet the rule. */
export const passes = (rule: Rule, ballots: Ballots): boolean => reached(rule, ballots).met;

const counted = ({ counts }: Term, ballot: Ballot): Rational => counts[ballot] ?? ZERO;
const same = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
const isZero = ({ num }: Rational): boolean => num === 0n;

/** How a voter votes: a member as its ballot says, a body yes where its own rule is met and otherwise no. */
function cast(voter: Voter, ballots: Ballots): { readonly voter: number | Reached; readonly ballot: Ballot } {
  if (typeof voter === 'number') return { voter, ballot: ballots[voter] ?? 'absent' };
  const inner = reached(voter, ballots);
  return { voter: inner, ballot: inner.met ? 'yes' : 'no' };
}

function summed({ terms, quota, strict }: Extract<Rule, { kind: 'sum' }>, ballots: Ballots): Reached {
  const votes = terms.map((term) => ({ term, ...cast(term.voter, ballots) }));
  const sum = votes.reduce((total, { term, ballot }) => addRational(total, counted(term, ballot)), ZERO);
  const distance = compareRational(sum, quota);
  const { kind, basis, weights, bound } = formOf(terms, quota);
  const voters = votes.map(({ voter, ballot }, i) => ({ voter, ballot, weight: weights[i]! }));
  const weigh = (counts: (ballot: Ballot) => boolean): Rational => voters.reduce((total, { ballot, weight }) => (counts(ballot) ? addRational(total, weight) : total), ZERO);
  const inBasis = (ballot: Ballot): boolean => ballot === 'yes' || ballot === 'no' || (basis === 'present' && ballot === 'abstain');
  const amounts: Record<Measure['kind'], () => Rational> = {
    favour: () => weigh((ballot) => ballot === 'yes'),
    share: () => weigh((ballot) => ballot === 'yes'),
    against: () => weigh((ballot) => ballot === 'no'),
    abstaining: () => weigh((ballot) => ballot === 'abstain'),
    present: () => weigh((ballot) => ballot !== 'absent'),
    sum: () => sum,
  };
  return {
    kind: 'sum', met: strict ? distance > 0 : distance >= 0, of: [],
    measure: { kind, ...(basis === undefined ? {} : { basis }), voters, reached: amounts[kind](), of: kind === 'share' ? weigh(inBasis) : weigh(() => true), bound, strict },
  };
}

/** What each ballot of each voter adds above another one, and the quota less what that one adds. */
interface Above {
  readonly of: Readonly<Record<Ballot, readonly Rational[]>>;
  readonly quota: Rational;
}

/** What a sum is about, told from what the ballots add to it: each voter's ballot against its own no (or, of a quorum, against its absence). */
function formOf(terms: readonly Term[], quota: Rational): { readonly kind: Measure['kind']; readonly basis?: Basis; readonly weights: readonly Rational[]; readonly bound: Rational } {
  const above = (base: Ballot): Above => {
    const of = (ballot: Ballot): readonly Rational[] => terms.map((term) => subRational(counted(term, ballot), counted(term, base)));
    return { of: { yes: of('yes'), abstain: of('abstain'), absent: of('absent'), no: of('no') }, quota: terms.reduce((left, term) => subRational(left, counted(term, base)), quota) };
  };
  // A body neither abstains nor stays away.
  const casts = (i: number): boolean => typeof terms[i]!.voter === 'number';
  const zero = (values: readonly Rational[]): boolean => values.every((value, i) => !casts(i) || isZero(value));
  const alike = (one: readonly Rational[], other: readonly Rational[]): boolean => one.every((value, i) => !casts(i) || same(value, other[i]!));
  const total = (values: readonly Rational[]): Rational => values.reduce(addRational, ZERO);
  const sum = { kind: 'sum', weights: terms.map(() => ONE), bound: quota } as const;

  const { of: { yes, abstain, absent }, quota: needed } = above('no');
  if (yes.every(isZero)) {
    const { of: present, quota: presence } = above('absent');
    if (zero(abstain) && present.yes.every(notNegative)) return { kind: 'present', weights: present.yes, bound: presence };
    const { of: other, quota: rest } = above('abstain');
    return alike(other.yes, other.absent) && other.yes.every(notNegative) ? { kind: 'abstaining', weights: other.yes, bound: subRational(total(other.yes), rest) } : sum;
  }
  if (!yes.every(notNegative)) return sum;
  if (zero(abstain) && zero(absent)) return { kind: 'favour', weights: yes, bound: needed };
  if (alike(yes, abstain) && alike(yes, absent)) return { kind: 'against', weights: yes, bound: subRational(total(yes), needed) };
  const share = shareOf(yes.filter((_, i) => casts(i)), absent.filter((_, i) => casts(i)));
  if (share === undefined || !same(needed, mulRational(share, total(yes)))) return sum;
  if (alike(abstain, absent)) return { kind: 'share', basis: 'voting', weights: yes, bound: share };
  return zero(abstain) ? { kind: 'share', basis: 'present', weights: yes, bound: share } : sum;
}

const notNegative = ({ num }: Rational): boolean => num >= 0n;

/** The same part of the weight of every voter. */
function shareOf(weights: readonly Rational[], parts: readonly Rational[]): Rational | undefined {
  let share: Rational | undefined;
  for (const [i, weight] of weights.entries()) {
    if (isZero(weight)) {
      if (!isZero(parts[i]!)) return undefined;
      continue;
    }
    const own = divRational(parts[i]!, weight);
    if (share !== undefined && !same(share, own)) return undefined;
    share = own;
  }
  return share;
}
