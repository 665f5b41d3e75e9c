import fc from 'fast-check';
import { rational, type Ballot, type Body, type Rule, type Term } from '../../src/index.js';
import { names } from './games.js';

/** Whether a decision is carried, straight from the rule. */
export function carries(rule: Rule, ballotOf: (member: number) => Ballot): boolean {
  switch (rule.kind) {
    case 'always':
    case 'never':
      return rule.kind === 'always';
    case 'not':
      return !carries(rule.of, ballotOf);
    case 'and':
      return rule.of.every((part) => carries(part, ballotOf));
    case 'or':
      return rule.of.some((part) => carries(part, ballotOf));
    case 'sum': {
      // In twelfths, so that every fraction of these tests is whole.
      const twelfths = ({ num, den }: { num: bigint; den: bigint }): bigint => (12n * num) / den;
      const sum = rule.terms.reduce((s, { voter, counts }) => {
        const ballot = typeof voter === 'number' ? ballotOf(voter) : carries(voter, ballotOf) ? 'yes' : 'no';
        return s + twelfths(counts[ballot] ?? rational(0));
      }, 0n);
      return rule.strict ? sum > twelfths(rule.quota) : sum >= twelfths(rule.quota);
    }
  }
}

const fraction = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.constantFrom(1, 2, 3)).map(([num, den]) => rational(num, den));

const sum = (n: number, term: (voter: number) => fc.Arbitrary<Term>): fc.Arbitrary<Rule> =>
  fc.record({ kind: fc.constant('sum' as const), terms: fc.tuple(...Array.from({ length: n }, (_, i) => term(i))), quota: fraction(-1, 6), strict: fc.boolean() });

/** What more approval never takes away. */
const rising = (voter: number): fc.Arbitrary<Term> =>
  fc.tuple(fraction(0, 2), fraction(0, 2), fraction(0, 2), fraction(-1, 1)).map(([yes, abstain, absent, no]) => {
    const plus = (a: { num: bigint; den: bigint }, b: { num: bigint; den: bigint }) => rational(a.num * b.den + b.num * a.den, a.den * b.den);
    return { voter, counts: { no, absent: plus(no, absent), abstain: plus(no, plus(absent, abstain)), yes: plus(no, plus(absent, plus(abstain, yes))) } };
  });

const anything = (voter: number): fc.Arbitrary<Term> =>
  fc.record({ yes: fraction(-2, 3), abstain: fraction(-2, 3), absent: fraction(-2, 3), no: fraction(-2, 3) }).map((counts) => ({ voter, counts }));

/** Bodies of n members whose rule more approval never defeats, with bodies that vote in others. */
export const monotoneBody = (n: number): fc.Arbitrary<Body> =>
  fc.tuple(sum(n, rising), sum(n, rising), fc.constantFrom('and', 'or', 'inside')).map(([a, b, how]) => ({
    members: names(n),
    rule: how === 'inside' && a.kind === 'sum' ? { ...a, terms: [...a.terms, { voter: b, counts: { yes: rational(3, 2), no: rational(-1) } }] } : { kind: how === 'and' ? 'and' : 'or', of: [a, b] },
  }));

/** Bodies of n members with any rule. */
export const anyBody = (n: number): fc.Arbitrary<Body> =>
  fc.tuple(sum(n, anything), sum(n, anything), fc.boolean()).map(([a, b, not]) => ({ members: names(n), rule: { kind: 'or', of: [a, not ? { kind: 'not', of: b } : b] } }));

/** A body of so many members at most. */
export const bodies = (most: number, of: (n: number) => fc.Arbitrary<Body>): fc.Arbitrary<Body> => fc.integer({ min: 1, max: most }).chain(of);

/** The Security Council: nine affirmative votes, and no permanent member (the first five) against. */
export const council: Body = {
  members: [...names(15)],
  rule: {
    kind: 'and',
    of: [
      { kind: 'sum', terms: names(15).map((_, voter) => ({ voter, counts: { yes: rational(1) } })), quota: rational(9), strict: false },
      { kind: 'sum', terms: names(5).map((_, voter) => ({ voter, counts: { no: rational(-1) } })), quota: rational(0), strict: false },
    ],
  },
};
