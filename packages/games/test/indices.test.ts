import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteBanzhaf, addRational, binomialSemivalue, countsOf, Study, criticalByEnumeration, deeganPackel, dual, INDEX_IDS, INDICES, indexInfo, johnston, mulRational, minimalByEnumeration, normalisedBanzhaf,
  ONE, powerToAct, powerToInitiate, powerToPrevent, profileByEnumeration, publicGood, publicHelp, publicHelpXi, rae, rational, rawBanzhaf, shapleyShubik, shiftMinimalByEnumeration,
  showRational, subRational, weightedGame, wins, ZERO, colemanShapley, nevison, inclusiveness, shiftIndex, felsenthal, nullPlayerFreeF, nullPlayerFreeG, TooLargeError,
  type IndexCounts, type SimpleGame, type Values,
} from '../src/index.js';
import { and, anyOf, coalitions, games, monotoneOf, names, or, securityCouncil } from './support/games.js';

const show = (values: Values | undefined): string[] | undefined => values?.map(showRational);
const sum = (values: Values) => values.reduce(addRational, ZERO);
const tried = (game: SimpleGame): IndexCounts => ({
  profile: profileByEnumeration(game), minimal: minimalByEnumeration(game), shiftMinimal: shiftMinimalByEnumeration(game), critical: criticalByEnumeration(game),
});
const everybody = () => true;
const nobody = () => false;
const decides = (game: SimpleGame): boolean => wins(game, everybody) && !wins(game, nobody);

describe('indices that others have published', () => {
  it('of the Security Council', () => {
    const profile = profileByEnumeration(securityCouncil);
    expect(show(shapleyShubik(profile))).toEqual([...Array(5).fill('421/2145'), ...Array(10).fill('4/2145')]);
    expect(show(rawBanzhaf(profile))!.slice(4, 6)).toEqual(['848', '84']);
    expect(show(powerToPrevent(profile))!.slice(4, 6)).toEqual(['1', '21/212']);
  });

  it('of the Council of the six, 1958, where Luxembourg was a dummy', () => {
    const game = weightedGame(12, [4, 4, 4, 2, 2, 1]);
    expect(show(normalisedBanzhaf(profileByEnumeration(game)))).toEqual(['5/21', '5/21', '5/21', '1/7', '1/7', '0']);
  });

  it('of small bodies in textbooks', () => {
    expect(show(normalisedBanzhaf(profileByEnumeration(weightedGame(6, [4, 3, 2, 1]))))).toEqual(['5/12', '1/4', '1/4', '1/12']);
    expect(show(rawBanzhaf(profileByEnumeration(weightedGame(51, [50, 49, 1]))))).toEqual(['3', '1', '1']);
    expect(show(shapleyShubik(profileByEnumeration(weightedGame(50, [10, 10, 20, 30]))))).toEqual(['1/12', '1/12', '1/4', '7/12']);
    expect(show(johnston(criticalByEnumeration(weightedGame(4, [3, 2, 1]))))).toEqual(['2/3', '1/6', '1/6']);
    const holler = minimalByEnumeration(weightedGame(51, [35, 20, 15, 15, 15]));
    expect(show(deeganPackel(holler))).toEqual(['3/10', '3/20', '11/60', '11/60', '11/60']);
    expect(show(publicGood(holler))).toEqual(['4/15', '2/15', '1/5', '1/5', '1/5']);
    // Stach 2016: the first of three with either of the others.
    const apex = weightedGame(3, [2, 1, 1]);
    expect(show(publicHelp(profileByEnumeration(apex)))).toEqual(['3/7', '2/7', '2/7']);
    // 0.4583333, 0.2708333: the same game.
    expect(show(publicHelpXi(profileByEnumeration(apex)))).toEqual(['11/24', '13/48', '13/48']);
  });
});

describe('by the definition, coalition by coalition', () => {
  it('swings, minimal coalitions, critical members and the indices of them', () => {
    fc.assert(fc.property(games(6, monotoneOf), (game) => {
      const n = game.players.length;
      const all = coalitions(n).map((isIn) => ({ members: names(n).flatMap((_, i) => (isIn(i) ? [i] : [])), wins: wins(game, isIn) }));
      const without = (members: readonly number[], i: number) => wins(game, (player) => player !== i && members.includes(player));
      const winning = all.filter(({ wins }) => wins).map(({ members }) => ({ members, critical: members.filter((i) => !without(members, i)) }));
      const share = (list: readonly (readonly number[])[], i: number) => list.reduce((s, members) => (members.includes(i) ? addRational(s, rational(1, BigInt(members.length) * BigInt(list.length))) : s), ZERO);
      const minimal = winning.filter(({ members, critical }) => members.length === critical.length).map(({ members }) => members);
      const counts = tried(game);
      expect(show(rawBanzhaf(counts.profile!))).toEqual(names(n).map((_, i) => `${winning.filter(({ critical }) => critical.includes(i)).length}`));
      expect(show(nevison(counts.profile!))).toEqual(names(n).map((_, i) => showRational(rational(winning.filter(({ members }) => members.includes(i)).length, 2n ** BigInt(n - 1)))));
      expect(counts.minimal!.count.reduce((a, b) => a + b)).toBe(BigInt(minimal.length));
      if (decides(game)) {
        const players = names(n).map((_, i) => i);
        expect(show(deeganPackel(counts.minimal!))).toEqual(players.map((i) => showRational(share(minimal, i))));
        expect(show(johnston(counts.critical!))).toEqual(players.map((i) => showRational(share(winning.map(({ critical }) => critical).filter(({ length }) => length > 0), i))));
        const least = Math.min(...minimal.map(({ length }) => length));
        expect(show(felsenthal(counts.minimal!))).toEqual(players.map((i) => showRational(share(minimal.filter(({ length }) => length === least), i))));
        const dummies = players.filter((i) => winning.every(({ critical }) => !critical.includes(i)));
        const bare = winning.map(({ members }) => members).filter((members) => !members.some((j) => dummies.includes(j)));
        expect(show(nullPlayerFreeF(counts.profile!))).toEqual(players.map((i) => showRational(share(bare, i))));
        const inBare = players.map((i) => bare.filter((members) => members.includes(i)).length);
        expect(show(nullPlayerFreeG(counts.profile!))).toEqual(inBare.map((x) => showRational(rational(x, inBare.reduce((a, b) => a + b)))));
        const better = (i: number, j: number) => all.every(({ members }) => members.includes(i) || !members.includes(j) || !wins(game, (p) => members.includes(p)) || wins(game, (p) => p === i || (p !== j && members.includes(p))));
        const shift = minimal.filter((members) => !members.some((i) => players.some((j) => !members.includes(j) && better(i, j) && !better(j, i) && wins(game, (p) => p === j || (p !== i && members.includes(p))))));
        const inShift = players.map((i) => shift.filter((members) => members.includes(i)).length);
        expect(show(shiftIndex(counts.shiftMinimal!))).toEqual(inShift.map((x) => showRational(rational(x, inShift.reduce((a, b) => a + b)))));
      }
    }), { numRuns: 60 });
  });

  it('the Shapley–Shubik and Coleman–Shapley indices, order by order', () => {
    const orders = (players: readonly number[]): number[][] => (players.length === 0 ? [[]] : players.flatMap((p) => orders(players.filter((q) => q !== p)).map((rest) => [p, ...rest])));
    const shapley = (game: SimpleGame, among: readonly number[], i: number) => {
      const all = orders(among);
      const turns = (before: ReadonlySet<number>) => Number(wins(game, (p) => p === i || before.has(p))) - Number(wins(game, (p) => before.has(p)));
      return rational(all.reduce((s, order) => s + turns(new Set(order.slice(0, order.indexOf(i)))), 0), all.length);
    };
    fc.assert(fc.property(games(4, anyOf), (game) => {
      const players = game.players.map((_, i) => i);
      const profile = profileByEnumeration(game);
      expect(show(shapleyShubik(profile))).toEqual(players.map((i) => showRational(shapley(game, players, i))));
      const interested = coalitions(players.length).map((isIn) => players.filter(isIn));
      expect(show(colemanShapley(profile))).toEqual(players.map((i) =>
        showRational(interested.reduce((s, among) => (among.includes(i) ? addRational(s, mulRational(shapley(game, among, i), rational(1, interested.length))) : s), ZERO))));
    }), { numRuns: 40 });
  });
});

describe('what must hold of every index', () => {
  it('sums are exactly one where they are said to be', () => {
    fc.assert(fc.property(games(7, monotoneOf), (game) => {
      const counts = tried(game);
      for (const info of INDICES) {
        const values = info.values(counts);
        if (values === undefined) expect(info.undefinedWhere).toBeDefined();
        else {
          expect(values.length).toBe(info.of === 'body' ? 1 : game.players.length);
          if (info.sum === 'one' && decides(game)) expect(showRational(sum(values)), info.id).toBe('1');
        }
      }
      if (decides(game)) for (const info of INDICES) expect(info.values(counts), info.id).toBeDefined();
      expect(sum(colemanShapley(counts.profile!))).toEqual(decides(game) ? powerToAct(counts.profile!) : subRational(powerToAct(counts.profile!), wins(game, nobody) ? ONE : ZERO));
    }));
  });

  it('equal members get the same, and a dummy nothing (but of the indices of taking part)', () => {
    const takingPart = new Set(['rae', 'nevison', 'inclusiveness', 'public-help', 'public-help-xi', 'act']);
    fc.assert(fc.property(games(5, monotoneOf).filter(decides), (game) => {
      // One more player, whom the rule does not mention.
      const larger = { ...game, players: [...game.players, 'Elbonia'] };
      const counts = tried(larger);
      const swapped = tried({ ...game, formula: { kind: 'and', of: [game.formula, { kind: 'constant', value: true }] } });
      for (const info of INDICES) {
        const values = info.values(counts)!;
        if (!takingPart.has(info.id)) expect(values.at(-1), info.id).toEqual(ZERO);
        expect(info.values(swapped), info.id).toEqual(info.values(tried(game)));
      }
      expect(rae(counts.profile!).at(-1)).toEqual(rational(1, 2));
      expect(inclusiveness(counts.profile!)!.at(-1)).toEqual(rational(1, 2));
    }), { numRuns: 40 });
    const twins = tried(weightedGame(5, [3, 2, 2, 1]));
    for (const info of INDICES) if (info.of === 'member') expect(info.values(twins)![1], info.id).toEqual(info.values(twins)![2]);
  });

  it('transfer: v∨w and v∧w have together what v and w have', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 6 }).chain((n) => fc.tuple(anyOf(n), anyOf(n))), ([v, w]) => {
      for (const index of [rawBanzhaf, shapleyShubik, colemanShapley]) {
        const of = (game: SimpleGame) => index(profileByEnumeration(game));
        const [both, either, one, other] = [of(and(v, w)), of(or(v, w)), of(v), of(w)];
        one.forEach((value, i) => expect(addRational(both[i]!, either[i]!)).toEqual(addRational(value, other[i]!)));
      }
    }));
  });

  it('duality: blocking power is power', () => {
    fc.assert(fc.property(games(7, anyOf), (game) => {
      const [profile, blocking] = [profileByEnumeration(game), profileByEnumeration(dual(game))];
      expect(shapleyShubik(blocking)).toEqual(shapleyShubik(profile));
      expect(rawBanzhaf(blocking)).toEqual(rawBanzhaf(profile));
      expect(addRational(powerToAct(profile), powerToAct(blocking))).toEqual(ONE);
      expect(powerToInitiate(profile)).toEqual(powerToPrevent(blocking));
    }));
  });

  it('Rae is half of one more than Penrose; Coleman’s two make Penrose by their harmonic mean', () => {
    fc.assert(fc.property(games(7, monotoneOf).filter(decides), (game) => {
      const profile = profileByEnumeration(game);
      const half = rational(1, 2);
      absoluteBanzhaf(profile).forEach((value, i) => {
        expect(rae(profile)[i]).toEqual(mulRational(half, addRational(ONE, value)));
        const act = powerToAct(profile);
        expect(mulRational(mulRational(rational(2), act), powerToPrevent(profile)![i]!)).toEqual(value);
        expect(mulRational(mulRational(rational(2), subRational(ONE, act)), powerToInitiate(profile)![i]!)).toEqual(value);
        expect(binomialSemivalue(profile, half)[i]).toEqual(value);
      });
    }));
  });
});

describe('the list of indices', () => {
  it('has each once, with what a table and a manual need', () => {
    expect(INDICES.map(({ id }) => id)).toEqual([...INDEX_IDS]);
    for (const info of INDICES) {
      expect(indexInfo(info.id)).toBe(info);
      expect(info.header.length, info.id).toBeLessThanOrEqual(12);
      expect(info.source, info.id).toMatch(/\d{4}$/);
      expect(info.meaning, info.id).toMatch(/^[A-Z].*\.$/);
    }
    expect(indexInfo('luck')).toBeUndefined();
    expect(() => indexInfo('shapley')!.values({})).toThrow('the index shapley needs counts');
  });

  it('says where an index is not defined, and gives no number there', () => {
    const never: SimpleGame = { players: names(3), formula: { kind: 'constant', value: false } };
    const always: SimpleGame = { players: names(3), formula: { kind: 'constant', value: true } };
    const undefinedFor = (game: SimpleGame) => INDICES.filter((info) => info.values(tried(game)) === undefined).map(({ id }) => id);
    expect(undefinedFor(never)).toEqual(INDICES.filter(({ id, undefinedWhere }) => undefinedWhere !== undefined && id !== 'initiate').map(({ id }) => id));
    expect(undefinedFor(always)).toEqual(expect.arrayContaining(['initiate', 'banzhaf', 'deegan-packel', 'felsenthal', 'johnston', 'public-help-xi', 'null-free-f']));
    expect(INDICES.filter((info) => info.undefinedWhere === undefined).map(({ id }) => id)).not.toContain('banzhaf');
  });
});

describe('a body without members', () => {
  it.each([true, false])('has figures of the body, and a list of none of its members; it decides: %s', (value) => {
    const counts = countsOf(Study.of({ players: [], formula: { kind: 'constant', value } }));
    for (const { id, of, values } of INDICES) expect([id, show(values(counts)) ?? []]).toEqual([id, of === 'body' ? [value ? '1' : '0'] : []]);
  });
});

describe('counting by trying every case', () => {
  it('gives what the diagrams give', () => {
    fc.assert(fc.property(games(7, monotoneOf), (game) => {
      const [one, other] = [tried(game), countsOf(Study.of(game))];
      for (const info of INDICES) expect(show(info.values(one)), info.id).toEqual(show(info.values(other)));
    }));
    fc.assert(fc.property(games(6, anyOf), (game) => {
      const [one, other] = [profileByEnumeration(game), Study.of(game).profile];
      for (const info of INDICES) if (info.needs === 'profile') expect(show(info.values({ profile: one })), info.id).toEqual(show(info.values({ profile: other })));
    }));
  });

  it('refuses what is too large or not monotone, and says why', () => {
    expect(() => profileByEnumeration(weightedGame(1000, Array.from({ length: 30 }, (_, i) => i + 1)))).toThrow(TooLargeError);
    expect(() => profileByEnumeration(weightedGame(30, Array(60).fill(1)))).toThrow('up to 46 members');
    const strange: SimpleGame = { players: names(2), formula: { kind: 'not', of: weightedGame(2, [1, 1]).formula } };
    expect(() => minimalByEnumeration(strange)).toThrow('not monotone');
    expect(show(rawBanzhaf(profileByEnumeration(strange)))).toEqual(['-1', '-1']);
  });

  it('is exact with weights beyond what doubles hold', () => {
    const big = 2n ** 60n;
    const game = weightedGame(2n * big + 1n, [big, big, 1n]);
    expect(show(rawBanzhaf(profileByEnumeration(game)))).toEqual(['1', '1', '1']);
    expect(show(rawBanzhaf(profileByEnumeration(weightedGame(2n * big, [big, big, 1n]))))).toEqual(['2', '2', '0']);
  });
});
