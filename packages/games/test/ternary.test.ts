import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteBanzhaf, addRational, ballotProfile, decisiveBetween, profileByEnumeration, rational, shapleyShubik, showRational, subRational, ternaryBanzhaf, ternaryBanzhafShares, ternaryPowerToAct, ternaryShapley,
  votesCarriedGiven, weightedGame, ZERO, type Ballot, type Body, type Values,
} from '../src/index.js';
import { anyBody, bodies, carries, council, monotoneBody } from './support/bodies.js';
import { names } from './support/games.js';

const show = (values: Values | undefined): string[] | undefined => values?.map(showRational);
const every = (n: number, ballots: readonly Ballot[]): Ballot[][] => (n === 0 ? [[]] : every(n - 1, ballots).flatMap((rest) => ballots.map((ballot) => [...rest, ballot])));

describe('the Security Council with abstention', () => {
  const profile = ballotProfile(council);
  const given = votesCarriedGiven(profile);

  it('counts what others have counted', () => {
    expect(profile.ballots).toEqual(['no', 'abstain', 'yes']);
    expect(given[0]).toEqual([0n, 38460n, 108336n]);
    expect(given[14]).toEqual([31214n, 31214n, 84368n]);
    expect(showRational(ternaryPowerToAct(profile))).toBe(showRational(rational(146796, 14348907)));
    expect(profile.notMonotone).toBeUndefined();
  });

  it('for an elected member an abstention is a no; for a permanent one it is not', () => {
    expect(decisiveBetween(profile, 'abstain', 'no').map(({ num }) => num > 0n)).toEqual(names(15).map((_, i) => i < 5));
    expect(show(ternaryBanzhaf(profile))!.slice(4, 6)).toEqual([showRational(rational(108336, 3 ** 14)), showRational(rational(84368 - 31214, 3 ** 14))]);
    expect(showRational(ternaryBanzhafShares(profile)!.reduce(addRational))).toBe('1');
    expect(showRational(ternaryShapley(profile)!.reduce(addRational))).toBe('1');
  });
});

describe('by the definition, vote by vote', () => {
  it('votes that carry given a ballot, by how many say yes and no', () => {
    fc.assert(fc.property(bodies(4, anyBody), fc.constantFrom<Ballot[]>(['no', 'abstain', 'yes'], ['yes', 'no'], ['yes', 'abstain', 'absent', 'no']), (body, ballots) => {
      const n = body.members.length;
      const profile = ballotProfile(body, ballots);
      const votes = every(n, profile.ballots).filter((vote) => carries(body.rule, (member) => vote[member]!));
      const many = (vote: readonly Ballot[], ballot: Ballot) => vote.filter((own) => own === ballot).length;
      profile.carried.forEach((row, yes) => row.forEach((count, no) => expect(count).toBe(BigInt(votes.filter((vote) => many(vote, 'yes') === yes && many(vote, 'no') === no).length))));
      body.members.forEach((_, member) => profile.ballots.forEach((ballot, b) => {
        const others = votes.filter((vote) => vote[member] === ballot).map((vote) => vote.filter((_, i) => i !== member));
        profile.carriedGiven[profile.classOf[member]!]![b]!.forEach((row, yes) => row.forEach((count, no) =>
          expect(count).toBe(BigInt(others.filter((vote) => many(vote, 'yes') === yes && many(vote, 'no') === no).length))));
      }));
    }), { numRuns: 60 });
  });

  it('Shapley–Shubik: over all roll-calls, whose ballot settles it', () => {
    const orders = (list: readonly number[]): number[][] => (list.length === 0 ? [[]] : list.flatMap((x) => orders(list.filter((y) => y !== x)).map((rest) => [x, ...rest])));
    fc.assert(fc.property(bodies(3, monotoneBody), fc.constantFrom<Ballot[]>(['no', 'abstain', 'yes'], ['no', 'yes'], ['no', 'absent', 'abstain', 'yes']), (body, ballots) => {
      const n = body.members.length;
      const votes = every(n, ballots);
      const turns = body.members.map(() => 0);
      for (const order of orders(body.members.map((_, i) => i))) for (const vote of votes) {
        // All votes that are still possible when so many have been called.
        const open = (called: number) => new Set(votes.filter((other) => order.slice(0, called).every((i) => other[i] === vote[i])).map((other) => carries(body.rule, (i) => other[i]!)));
        const settles = order.findIndex((_, at) => open(at + 1).size === 1);
        if (open(0).size > 1) turns[order[settles]!]!++;
      }
      const all = votes.length * orders(body.members.map((_, i) => i)).length;
      expect(show(ternaryShapley(ballotProfile(body, ballots)))).toEqual(turns.map((t) => showRational(rational(t, all))));
    }), { numRuns: 40 });
  });

  it('with two ballots the indices are those of simple games', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }).chain((weights) => fc.integer({ min: 1, max: weights.reduce((a, b) => a + b) }).map((quota) => ({ weights, quota }))), ({ weights, quota }) => {
      const body: Body = { members: names(weights.length), rule: { kind: 'sum', terms: weights.map((weight, voter) => ({ voter, counts: { yes: rational(weight) } })), quota: rational(quota), strict: false } };
      const simple = profileByEnumeration(weightedGame(quota, weights));
      const profile = ballotProfile(body, ['yes', 'no']);
      expect(ternaryShapley(profile)).toEqual(shapleyShubik(simple));
      expect(ternaryBanzhaf(profile)).toEqual(absoluteBanzhaf(simple));
    }));
  });
});

describe('approval that defeats', () => {
  it('is found exactly where it exists, with a vote that shows it', () => {
    let found = 0;
    fc.assert(fc.property(bodies(4, anyBody), (body) => {
      const { notMonotone, ballots } = ballotProfile(body);
      const outcome = (vote: readonly Ballot[]) => carries(body.rule, (member) => vote[member]!);
      const votes = every(body.members.length, ballots);
      const exists = votes.some((vote) => outcome(vote) && vote.some((ballot, i) => ballot !== 'yes' && !outcome(vote.map((own, j) => (j === i ? ballots[ballots.indexOf(ballot) + 1]! : own)))));
      expect(notMonotone !== undefined).toBe(exists);
      if (notMonotone === undefined) return;
      found++;
      expect(outcome(notMonotone.ballots)).toBe(true);
      expect(notMonotone.ballots[notMonotone.member]).toBe(notMonotone.from);
      expect(outcome(notMonotone.ballots.map((own, i) => (i === notMonotone.member ? notMonotone.to : own)))).toBe(false);
      expect(ternaryShapley(ballotProfile(body))).toBeUndefined();
    }));
    expect(found).toBeGreaterThan(10);
  });

  it('a quorum that only opponents complete: a majority of those who vote, three present', () => {
    const yes = (voter: number) => ({ voter, counts: { yes: rational(1), no: rational(-1) } });
    const present = (voter: number) => ({ voter, counts: { yes: rational(1), abstain: rational(1), no: rational(1) } });
    const body: Body = { members: names(4), rule: { kind: 'and', of: [
      { kind: 'sum', terms: names(4).map((_, i) => yes(i)), quota: rational(0), strict: true },
      { kind: 'sum', terms: names(4).map((_, i) => present(i)), quota: rational(3), strict: false },
    ] } };
    // By presence: who comes to vote no can make the quorum. No is below staying away, so that this is less approval that carries.
    const { notMonotone } = ballotProfile(body, ['yes', 'absent', 'no']);
    expect(notMonotone).toMatchObject({ from: 'no', to: 'absent' });
    expect(ballotProfile(body).notMonotone).toBeUndefined();
  });
});

describe('ballots', () => {
  it('must be two at least, and known', () => {
    expect(() => ballotProfile(council, ['yes'])).toThrow('at least two of yes, abstain, absent, no');
    expect(() => ballotProfile(council, ['yes', 'no', 'maybe' as Ballot])).toThrow('at least two of');
    expect(() => ballotProfile(council, ['yes', 'abstain', 'no'], { nodes: 10 })).toThrow('more than 10 nodes');
    expect(() => decisiveBetween(ballotProfile(council), 'yes', 'absent')).toThrow('no, abstain, yes');
  });

  it('sums are exactly one wherever there is anything to decide', () => {
    fc.assert(fc.property(bodies(5, monotoneBody), (body) => {
      const profile = ballotProfile(body);
      const act = ternaryPowerToAct(profile);
      const decides = act.num !== 0n && subRational(act, rational(1)).num !== 0n;
      expect(ternaryShapley(profile)!.reduce(addRational)).toEqual(decides ? rational(1) : ZERO);
      expect(ternaryBanzhafShares(profile)?.reduce(addRational)).toEqual(decides ? rational(1) : undefined);
    }));
  });
});
