import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteBanzhaf, amongOthers, BALLOTS, blocksGained, countsOf, INDICES, LargeVote, ONE, passes, rational, reached, smallestChange, StoppedError, Study, subRational, SUMS_ONLY, TooLargeError, votingGame, weightedGame, wins, ZERO, type Ballot, type Body, type Rule, type Term } from '../src/index.js';

const N = 5;
const members = ['Arcadia', 'Borduria', 'Syldavia', 'Ruritania', 'Graustark'];

/** Sums as rules have them: in favour, nobody against, a quorum, a share of those voting; heads or weights. */
const sum: fc.Arbitrary<Rule> = fc.record({ kind: fc.constantFrom('favour', 'against', 'present', 'voting'), weights: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: N, maxLength: N }), part: fc.integer({ min: 0, max: 6 }), strict: fc.boolean() }).map(({ kind, weights, part, strict }) => {
  const total = weights.reduce((a, b) => a + b, 0);
  const of = (counts: (w: ReturnType<typeof rational>) => Term['counts']): Term[] => weights.map((w, voter) => ({ voter, counts: counts(rational(w)) }));
  const share = rational(part, 6);
  const half = (w: ReturnType<typeof rational>) => ({ num: w.num * share.num, den: w.den * share.den });
  switch (kind) {
    case 'favour': return { kind: 'sum', terms: of((yes) => ({ yes })), quota: rational(part), strict };
    case 'against': return { kind: 'sum', terms: of((w) => ({ yes: w, abstain: w, absent: w })), quota: rational(total - part), strict };
    case 'present': return { kind: 'sum', terms: of((w) => ({ yes: w, abstain: w, no: w })), quota: rational(part), strict };
    default: return { kind: 'sum', terms: of((w) => ({ yes: w, abstain: rational(half(w).num, half(w).den), absent: rational(half(w).num, half(w).den) })), quota: rational(share.num * BigInt(total), share.den), strict };
  }
});
const rule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 2 }, sum, fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) })),
})).rule;
const ballots = fc.array(fc.constantFrom(...BALLOTS), { minLength: N, maxLength: N });

/** Every way to cast N ballots. */
const all: readonly (readonly Ballot[])[] = Array.from({ length: 4 ** N }, (_, k) => Array.from({ length: N }, (_, i) => BALLOTS[Math.floor(k / 4 ** i) % 4]!));
const changed = (one: readonly Ballot[], other: readonly Ballot[]): readonly number[] => one.flatMap((ballot, i) => (ballot === other[i] ? [] : [i]));

describe('the smallest change that turns a vote', () => {
  it('is the smallest by trying all ballots, and each that is listed turns it', () => {
    fc.assert(fc.property(rule, ballots, (one, cast) => {
      const body: Body = { members, rule: one };
      const before = passes(one, cast);
      const turning = all.filter((other) => passes(one, other) !== before).map((other) => changed(cast, other));
      const sizes = turning.map(({ length }) => length);
      const found = smallestChange(body, cast, 100);
      if (sizes.length === 0) {
        expect(found.kind).toBe('never');
        return;
      }
      expect(found.kind).toBe('found');
      if (found.kind !== 'found') return;
      expect(found.size).toBe(Math.min(...sizes));
      const sets = new Set(turning.filter(({ length }) => length === found.size).map((set) => set.join()));
      expect(found.count).toBe(BigInt(sets.size));
      expect(new Set(found.first.map((change) => change.map(({ member }) => member).join()))).toEqual(sets);
      for (const change of found.first) {
        const after = cast.map((ballot, i) => change.find(({ member }) => member === i)?.to ?? ballot);
        expect(passes(one, after)).toBe(!before);
        expect(changed(cast, after)).toHaveLength(found.size);
      }
      expect(found.first.length).toBe(Number(found.count < 100n ? found.count : 100n));
    }), { numRuns: 100 });
  });

  it('counts sets of members where one ballot is best for all', () => {
    const body: Body = { members, rule: { kind: 'sum', terms: members.map((_, voter) => ({ voter, counts: { yes: ONE } })), quota: rational(3), strict: false } };
    expect(smallestChange(body, ['yes', 'no', 'no', 'abstain', 'absent'], 2)).toEqual({ kind: 'found', size: 2, count: 6n, first: [[{ member: 1, to: 'yes' }, { member: 2, to: 'yes' }], [{ member: 1, to: 'yes' }, { member: 3, to: 'yes' }]] });
  });

  it('breaks a quorum where staying away does more than a no, and asks no more of a member than is needed', () => {
    const quorum: Rule = { kind: 'sum', terms: members.map((_, voter) => ({ voter, counts: { yes: ONE, abstain: ONE, no: ONE } })), quota: rational(4), strict: false };
    const unopposed: Rule = { kind: 'sum', terms: members.map((_, voter) => ({ voter, counts: { no: subRational(ZERO, ONE) } })), quota: rational(-2), strict: false };
    expect(smallestChange({ members, rule: { kind: 'and', of: [quorum, unopposed] } }, ['yes', 'yes', 'yes', 'yes', 'absent'], 9)).toMatchObject({ size: 1, count: 4n, first: [0, 1, 2, 3].map((member) => [{ member, to: 'absent' }]) });
    const veto: Rule = { kind: 'sum', terms: [{ voter: 0, counts: { no: subRational(ZERO, ONE) } }], quota: ZERO, strict: false };
    expect(smallestChange({ members, rule: veto }, ['no', 'yes', 'yes', 'yes', 'yes'], 9)).toMatchObject({ first: [[{ member: 0, to: 'absent' }]] });
  });
});

describe('a vote that one member can turn in several ways', () => {
  it('counts the member once: by its vote, and by leaving the quorum', () => {
    const quorum: Rule = { kind: 'sum', terms: members.map((_, voter) => ({ voter, counts: { yes: ONE, no: ONE, abstain: ONE } })), quota: rational(3), strict: false };
    const majority: Rule = { kind: 'sum', terms: members.map((_, voter) => ({ voter, counts: { yes: ONE, no: rational(-1) } })), quota: ZERO, strict: true };
    expect(smallestChange({ members, rule: { kind: 'and', of: [quorum, majority] } }, ['yes', 'yes', 'no', 'absent', 'absent'], 9)).toEqual({
      kind: 'found', size: 1, count: 5n,
      first: [[{ member: 0, to: 'abstain' }], [{ member: 1, to: 'abstain' }], [{ member: 2, to: 'absent' }], [{ member: 3, to: 'no' }], [{ member: 4, to: 'no' }]],
    });
  });
});

describe('what a sum counts', () => {
  const terms = (counts: Term['counts']): Term[] => members.map((_, voter) => ({ voter, counts }));
  const half = rational(1, 2);
  it.each<[string, Rule, object]>([
    ['those in favour', { kind: 'sum', terms: terms({ yes: ONE }), quota: rational(3), strict: false }, { kind: 'favour', reached: rational(2), of: rational(5), bound: rational(3) }],
    ['those against', { kind: 'sum', terms: terms({ yes: ONE, abstain: ONE, absent: ONE }), quota: rational(5), strict: false }, { kind: 'against', reached: rational(1), bound: ZERO }],
    ['those against, as what is taken away', { kind: 'sum', terms: terms({ no: rational(-1) }), quota: rational(-2), strict: true }, { kind: 'against', reached: rational(1), bound: rational(2), strict: true }],
    ['those abstaining', { kind: 'sum', terms: terms({ yes: ONE, no: ONE, absent: ONE }), quota: rational(4), strict: false }, { kind: 'abstaining', reached: rational(1), bound: rational(1) }],
    ['those present', { kind: 'sum', terms: terms({ yes: ONE, no: ONE, abstain: ONE }), quota: rational(4), strict: false }, { kind: 'present', reached: rational(4), bound: rational(4) }],
    ['a share of those voting', { kind: 'sum', terms: terms({ yes: ONE, abstain: half, absent: half }), quota: rational(5, 2), strict: true }, { kind: 'share', basis: 'voting', reached: rational(2), of: rational(3), bound: half }],
    ['a share of those present', { kind: 'sum', terms: terms({ yes: ONE, absent: half }), quota: rational(5, 2), strict: false }, { kind: 'share', basis: 'present', reached: rational(2), of: rational(4), bound: half }],
    ['anything else as a sum', { kind: 'sum', terms: terms({ yes: ONE, abstain: rational(1, 3) }), quota: rational(2), strict: false }, { kind: 'sum', reached: rational(7, 3), bound: rational(2) }],
  ])('%s', (_, one, measure) => {
    expect(reached(one, ['yes', 'yes', 'no', 'abstain', 'absent']).measure).toMatchObject(measure);
  });

  it('tells a body that casts one vote by how it came to it', () => {
    const pair: Rule = { kind: 'sum', terms: [0, 1].map((voter) => ({ voter, counts: { yes: ONE } })), quota: rational(2), strict: false };
    const whole: Rule = { kind: 'sum', terms: [{ voter: pair, counts: { yes: rational(2) } }, { voter: 2, counts: { yes: ONE } }], quota: rational(2), strict: false };
    const { measure, met } = reached(whole, ['yes', 'no', 'yes', 'yes', 'yes']);
    expect([met, measure!.kind, measure!.reached]).toEqual([false, 'favour', rational(1)]);
    expect(measure!.voters[0]).toMatchObject({ ballot: 'no', voter: { met: false, measure: { reached: rational(1) } } });
  });
});

describe('the game of a body', () => {
  it('is what passes when the coalition votes yes and the others cast the given ballot', () => {
    fc.assert(fc.property(rule, fc.constantFrom('no' as const, 'abstain' as const, 'absent' as const), fc.nat(2 ** N - 1), (one, others, coalition) => {
      const isIn = (i: number): boolean => (coalition >> i & 1) === 1;
      expect(wins(votingGame({ members, rule: one }, others), isIn)).toBe(passes(one, members.map((_, i) => (isIn(i) ? 'yes' : others))));
    }));
  });
});

describe('what is gained to block', () => {
  it('is counted as by looking at every coalition', () => {
    const vote = fc.record({ weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: N, maxLength: N }), part: fc.integer({ min: 1, max: 12 }) }).map(({ weights, part }) => weightedGame(Math.max(1, Math.min(part, weights.reduce((a, b) => a + b, 0))), weights));
    fc.assert(fc.property(vote, vote, fc.nat(N - 1), (before, now, player) => {
      const blocks = (game: typeof now, set: number): boolean => !wins(game, (i) => (set >> i & 1) === 0);
      const expected = Array.from({ length: 2 ** N }, (_, set) => set).filter((set) => (set >> player & 1) === 1 && blocks(now, set) && !blocks(now, set & ~(1 << player)) && !blocks(before, set)).length;
      expect(blocksGained(before, now, player, new Set(members.keys()))).toBe(BigInt(expected));
    }), { numRuns: 200 });
  });

  it('leaves out those who are not there', () => {
    const game = amongOthers(weightedGame(2, [1, 1]), ['A', 'B', 'C'], [0, 2]);
    expect([wins(game, (i) => i !== 1), wins(game, (i) => i !== 2)]).toEqual([true, false]);
    expect(blocksGained(amongOthers(weightedGame(1, [1, 1]), ['A', 'B', 'C'], [0, 2]), game, 0, new Set([0, 2]))).toBe(1n);
  });
});

describe('a weighted vote of many different weights', () => {
  const vote = fc.record({ weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 9 }), part: fc.integer({ min: 1, max: 60 }) }).filter(({ weights }) => weights.some((w) => w > 0)).map(({ weights, part }) => weightedGame(1 + (part % weights.reduce((a, b) => a + b, 0)), weights));

  it('is counted and described as its diagram is', () => {
    fc.assert(fc.property(vote, (game) => {
      const large = LargeVote.of(game, undefined, 0)!;
      const study = Study.of(game);
      const counts = countsOf(study);
      const { profile } = large.profile();
      const sums = large.sums().profile;
      const [minimal, critical] = [large.minimal(), large.critical()];
      for (const { id, needs, values } of INDICES) {
        if (needs === 'shiftMinimal') continue;
        expect([id, values({ profile, minimal, critical })]).toEqual([id, values(counts)]);
        if (SUMS_ONLY.includes(id)) expect(values({ profile: sums })).toEqual(values(counts));
      }
      const { complete, ...structure } = study.structure;
      expect(complete).toBe(true);
      const sorted = (one: typeof structure): object => ({ ...one, classes: one.classes.map((members) => [...members].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!) });
      expect(sorted(large.structure())).toEqual(sorted(structure));
      expect(large.minimalBlocking().count.reduce((a, b) => a + b, 0n)).toBe(study.minimalBlocking.count.reduce((a, b) => a + b, 0n));
      expect(absoluteBanzhaf(sums)).toEqual(absoluteBanzhaf(study.profile));
    }), { numRuns: 150 });
  });

  it('refuses what is beyond its limits, and stops on request, with the errors of the library', () => {
    const heavy = weightedGame(10n ** 11n, Array.from({ length: 40 }, (_, i) => 10 ** 10 + 7919 * i * i));
    expect(() => LargeVote.of(heavy)!.profile()).toThrow(TooLargeError);
    const many = weightedGame(60_000, Array.from({ length: 100 }, (_, i) => 1000 + i));
    expect(() => LargeVote.of(many, () => false)!.sums()).toThrow(StoppedError);
  });

  it('is left to diagrams where its weights are few, and to them too where nobody or everybody wins', () => {
    expect(LargeVote.of(weightedGame(12, [4, 4, 4, 2, 2, 1]))).toBeUndefined();
    expect(LargeVote.of(weightedGame(0, [1, 2]), undefined, 0)).toBeUndefined();
    expect(LargeVote.of(weightedGame(4, [1, 2]), undefined, 0)).toBeUndefined();
  });
});
