import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absoluteBanzhaf, addRational, banzhafOwen, deeganPackel, deeganPackelWithUnions, mergePlayers, minimalByEnumeration, owen, completeUnions, profileByEnumeration, publicGood, publicGoodOwen, quotientGame, rational, RuleError,
  shapleyShubik, showRational, symmetricCoalitionalBanzhaf, UNION_INDEX_IDS, UNION_INDICES, unionIndexInfo, unionSwings, weightedGame, wins, ZERO, publicGoodSolidarity, publicGoodUnion, publicGoodThreat,
  type SimpleGame, type Unions, type Values,
} from '../src/index.js';
import { anyOf, coalitions, games, monotoneOf, names, securityCouncil } from './support/games.js';

const show = (values: Values | undefined): string[] | undefined => values?.map(showRational);
const sum = (values: Values) => values.reduce(addRational, ZERO);
const decides = (game: SimpleGame): boolean => wins(game, () => true) && !wins(game, () => false);

/** A game with unions of its players, and perhaps players in none. */
const withUnions = (game: fc.Arbitrary<SimpleGame>): fc.Arbitrary<{ game: SimpleGame; unions: Unions }> =>
  game.chain((found) => fc.array(fc.integer({ min: 0, max: 3 }), { minLength: found.players.length, maxLength: found.players.length }).map((marks) => ({
    game: found,
    unions: [1, 2, 3].map((mark) => marks.flatMap((own, player) => (own === mark ? [player] : []))).filter(({ length }) => length > 0),
  })));

describe('indices with unions that others have published', () => {
  it('of the Council of the six with the Benelux as one, and the Security Council with three permanent members as one', () => {
    const six = unionSwings(weightedGame(12, [4, 4, 4, 2, 2, 1]), [[3, 4, 5]]);
    expect(show(owen(six))).toEqual(['1/4', '1/4', '1/4', '1/8', '1/8', '0']);
    expect(show(banzhafOwen(six))).toEqual(['3/8', '3/8', '3/8', '3/16', '3/16', '0']);
    const council = unionSwings(securityCouncil, [[0, 1, 2]]);
    expect(show(owen(council))!.filter((_, i) => i === 0 || i === 3 || i === 14)).toEqual(['133/1287', '133/429', '1/143']);
    expect(show(banzhafOwen(council))!.filter((_, i) => i === 0 || i === 3 || i === 14)).toEqual(['53/1024', '53/256', '21/1024']);
  });

  it('of a vote of five in three unions', () => {
    const swings = unionSwings(weightedGame(68, [60, 34, 13, 11, 17]), [[1, 2, 3]]);
    expect(show(owen(swings))).toEqual(['1/3', '1/9', '1/9', '1/9', '1/3']);
    expect(show(banzhafOwen(swings))).toEqual(['1/2', '1/8', '1/8', '1/8', '1/2']);
  });
});

describe('by the definition', () => {
  it('Owen: over the orders in which unions come together', () => {
    const orders = <T>(list: readonly T[]): T[][] => (list.length === 0 ? [[]] : list.flatMap((x, i) => orders(list.filter((_, j) => j !== i)).map((rest) => [x, ...rest])));
    fc.assert(fc.property(withUnions(games(4, anyOf)), ({ game, unions }) => {
      const possible = orders(completeUnions(game, unions)).flatMap((order) => order.reduce<number[][]>((before, union) => before.flatMap((b) => orders(union).map((o) => [...b, ...o])), [[]]));
      const turns = game.players.map(() => 0);
      for (const order of possible) order.forEach((player, at) => {
        const before = new Set(order.slice(0, at));
        turns[player]! += Number(wins(game, (p) => p === player || before.has(p))) - Number(wins(game, (p) => before.has(p)));
      });
      expect(show(owen(unionSwings(game, unions)))).toEqual(turns.map((t) => showRational(rational(t, possible.length))));
    }), { numRuns: 60 });
  });

  it('Deegan–Packel and public good: over minimal coalitions of unions and their essential parts', () => {
    fc.assert(fc.property(withUnions(games(5, monotoneOf).filter(decides)), ({ game, unions }) => {
      const all = completeUnions(game, unions);
      const minimal = (playing: SimpleGame): number[][] => coalitions(playing.players.length).filter((isIn) => wins(playing, isIn))
        .map((isIn) => playing.players.flatMap((_, i) => (isIn(i) ? [i] : []))).filter((members) => members.every((i) => !wins(playing, (p) => p !== i && members.includes(p))));
      const ofUnions = minimal(quotientGame(game, all));
      const takingPart = ofUnions.reduce((s, { length }) => s + length, 0);
      const deegan = game.players.map(() => ZERO);
      const good = game.players.map(() => ZERO);
      for (const coalition of ofUnions) for (const k of coalition) {
        const given = new Set(coalition.filter((l) => l !== k).flatMap((l) => all[l]!));
        const sufficient = (part: readonly number[]) => wins(game, (p) => given.has(p) || part.includes(p));
        const parts = coalitions(all[k]!.length).map((isIn) => all[k]!.filter((_, i) => isIn(i))).filter((part) => sufficient(part) && part.every((i) => !sufficient(part.filter((j) => j !== i))));
        const inParts = parts.reduce((s, { length }) => s + length, 0);
        for (const part of parts) for (const i of part) {
          deegan[i] = addRational(deegan[i]!, rational(1, ofUnions.length * coalition.length * parts.length * part.length));
          good[i] = addRational(good[i]!, rational(1, takingPart * inParts));
        }
      }
      expect(show(deeganPackelWithUnions(game, unions))).toEqual(show(deegan));
      expect(show(publicGoodOwen(game, unions))).toEqual(show(good));
    }), { numRuns: 80 });
  });

  it('threats are those of the games in which they come true', () => {
    // Five votes of nine, the first two together.
    const game = weightedGame(5, [4, 2, 1, 1, 1]);
    const unions: Unions = [[0, 1]];
    // As a union they are a dictator: everything is theirs.
    expect(show(publicGoodSolidarity(game, unions))).toEqual(['1/2', '1/2', '0', '0', '0']);
    expect(show(publicGoodUnion(game, unions))).toEqual(['1/2', '1/2', '0', '0', '0']);
    // Alone: {1,2}, {1,3}, {1,4}, {1,5}, {2,3,4,5}: in four and in two of them.
    expect(show(publicGoodThreat(game, unions, 'all-alone'))).toEqual(['2/3', '1/3', '0', '0', '0']);
    expect(show(publicGoodThreat(game, unions, 'union-opens'))).toEqual(['2/3', '1/3', '0', '0', '0']);
    // Three who are a majority of two votes: who leaves alone can do nothing, and they share equally.
    expect(show(publicGoodThreat(weightedGame(2, [1, 1, 1]), [[0, 1, 2]], 'member-leaves'))).toEqual(['1/3', '1/3', '1/3']);
  });
});

describe('what must hold of every index with unions', () => {
  it('sums are exactly one where they are said to be; of the unions of Owen and of the symmetric Banzhaf index, as in the game among unions', () => {
    fc.assert(fc.property(withUnions(games(6, monotoneOf)), ({ game, unions }) => {
      for (const info of UNION_INDICES) {
        const values = info.values(game, unions);
        if (values === undefined) expect(info.undefinedWhere, info.id).toBeDefined();
        else if (info.sum === 'one' && decides(game)) expect(showRational(sum(values)), info.id).toBe('1');
        if (decides(game)) expect(values, info.id).toBeDefined();
      }
      const all = completeUnions(game, unions);
      const among = profileByEnumeration(quotientGame(game, all));
      const swings = unionSwings(game, unions);
      const ofUnions = (values: Values) => all.map((members) => showRational(sum(members.map((player) => values[player]!))));
      expect(ofUnions(owen(swings))).toEqual(show(shapleyShubik(among)));
      expect(ofUnions(symmetricCoalitionalBanzhaf(swings))).toEqual(show(absoluteBanzhaf(among)));
    }));
  });

  it('those of minimal coalitions refuse a game that is not monotone, even where that of the unions is', () => {
    const alone: SimpleGame = { players: names(2), formula: { kind: 'not', of: { kind: 'threshold', terms: [{ of: 0, weight: 1n }, { of: 1, weight: -1n }], quota: 1n } } };
    for (const { id, monotoneOnly, values } of UNION_INDICES) {
      if (monotoneOnly) expect(() => values(alone, [[0, 1]]), id).toThrow(RuleError);
      else expect(values(alone, [[0, 1]]), id).toHaveLength(2);
    }
  });

  it('without unions, and with all in one, they are the indices of the game itself', () => {
    fc.assert(fc.property(games(6, monotoneOf).filter(decides), (game) => {
      const profile = profileByEnumeration(game);
      const minimal = minimalByEnumeration(game);
      const one: Unions = [game.players.map((_, i) => i)];
      const none = unionSwings(game, []);
      expect(owen(none)).toEqual(shapleyShubik(profile));
      expect(owen(unionSwings(game, one))).toEqual(shapleyShubik(profile));
      expect(banzhafOwen(none)).toEqual(absoluteBanzhaf(profile));
      expect(symmetricCoalitionalBanzhaf(none)).toEqual(absoluteBanzhaf(profile));
      expect(symmetricCoalitionalBanzhaf(unionSwings(game, one))).toEqual(shapleyShubik(profile));
      for (const unions of [[], one]) {
        expect(deeganPackelWithUnions(game, unions)).toEqual(deeganPackel(minimal));
        expect(publicGoodOwen(game, unions)).toEqual(publicGood(minimal));
      }
      for (const { id, values } of UNION_INDICES) if (id.startsWith('public-good')) expect(values(game, []), id).toEqual(publicGood(minimal));
    }));
  });
});

describe('unions', () => {
  it('that are none are refused, by name', () => {
    const game = { ...weightedGame(2, [1, 1, 1]), players: ['Arcadia', 'Borduria', 'Syldavia'] };
    expect(() => unionSwings(game, [[0, 1], [1, 2]])).toThrow('Borduria is in a union twice');
    expect(() => unionSwings(game, [[0, 3]])).toThrow('there is no player number 3');
    expect(() => unionSwings(game, [[]])).toThrow('a union without members');
    expect(quotientGame(game, completeUnions(game, [[0, 2]])).players).toEqual(['Arcadia + Syldavia', 'Borduria']);
  });

  it('merging keeps the outcome', () => {
    fc.assert(fc.property(withUnions(games(6, anyOf)), ({ game, unions }) => {
      const all = completeUnions(game, unions);
      const merged = mergePlayers(game, all, names(all.length));
      for (const isIn of coalitions(all.length)) expect(wins(merged, isIn)).toBe(wins(game, (player) => isIn(all.findIndex((union) => union.includes(player)))));
    }));
  });

  it('the list of indices has each once, with what a table needs', () => {
    expect(UNION_INDICES.map(({ id }) => id)).toEqual([...UNION_INDEX_IDS]);
    for (const info of UNION_INDICES) {
      expect(unionIndexInfo(info.id)).toBe(info);
      expect(info.header.length, info.id).toBeLessThanOrEqual(12);
      expect(info.meaning, info.id).toMatch(/^[A-Z].*\.$/);
    }
  });
});
