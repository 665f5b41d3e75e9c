import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dual, RuleError, Study, weightedGame, wins, type SimpleGame } from '../src/index.js';
import { games } from './support/random-games.js';

const sum = (counts: readonly bigint[]): bigint => counts.reduce((all, each) => all + each, 0n);

/** All coalitions, as sets of indices, by brute force. */
const coalitions = (n: number): number[][] => Array.from({ length: 1 << n }, (_, mask) => Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1));
const winsIn = (game: SimpleGame) => (coalition: readonly number[]): boolean => wins(game, (player) => coalition.includes(player));
const without = (coalition: readonly number[], player: number): number[] => coalition.filter((each) => each !== player);

describe('a game', () => {
  it('is what its formula says, coalition by coalition, monotone or not', () => {
    fc.assert(
      fc.property(games({ free: true }), (game) => {
        const study = Study.of(game);
        const win = winsIn(game);
        for (const coalition of coalitions(game.players.length)) expect(study.wins(coalition)).toBe(win(coalition));
      }),
    );
  });

  it('is counted by size: winning coalitions, and whom each member turns', () => {
    fc.assert(
      fc.property(games({ free: true }), (game) => {
        const n = game.players.length;
        const { profile } = Study.of(game);
        const win = winsIn(game);
        const winning = new Array<bigint>(n + 1).fill(0n);
        const swings = game.players.map(() => new Array<bigint>(n).fill(0n));
        for (const coalition of coalitions(n)) {
          if (win(coalition)) winning[coalition.length]!++;
          for (let player = 0; player < n; player++) {
            if (coalition.includes(player)) continue;
            swings[player]![coalition.length]! += BigInt(Number(win([...coalition, player])) - Number(win(coalition)));
          }
        }
        expect(profile.winning).toEqual(winning);
        expect(game.players.map((_, player) => profile.swings[profile.classOf[player]!])).toEqual(swings);
      }),
    );
  });

  it('says whether it is monotone, and shows where it is not', () => {
    fc.assert(
      fc.property(games({ free: true }), (game) => {
        const win = winsIn(game);
        const { notMonotone } = Study.of(game);
        const monotone = coalitions(game.players.length).every((coalition) => !win(coalition) || game.players.every((_, player) => win([...new Set([...coalition, player])])));
        expect(notMonotone === undefined).toBe(monotone);
        if (notMonotone === undefined) return;
        expect(win(notMonotone.winning)).toBe(true);
        expect(win([...notMonotone.winning, notMonotone.joins])).toBe(false);
        expect(notMonotone.winning).not.toContain(notMonotone.joins);
      }),
    );
  });

  it('lists and counts the minimal coalitions that win and that block, small ones first', () => {
    fc.assert(
      fc.property(games(), (game) => {
        const n = game.players.length;
        const study = Study.of(game);
        for (const [side, rule] of [['winning', winsIn(game)], ['blocking', winsIn(dual(game))]] as const) {
          const minimal = coalitions(n).filter((coalition) => rule(coalition) && coalition.every((player) => !rule(without(coalition, player))));
          const listed = [...study.list(side)];
          expect(listed.map((coalition) => coalition.join()).sort()).toEqual(minimal.map((coalition) => coalition.join()).sort());
          expect(listed.map(({ length }) => length)).toEqual(listed.map(({ length }) => length).sort((a, b) => a - b));
          const { count, having, classOf } = side === 'winning' ? study.minimal : study.minimalBlocking;
          expect(count.map(Number)).toEqual(Array.from({ length: n + 1 }, (_, s) => minimal.filter(({ length }) => length === s).length));
          game.players.forEach((_, player) => expect(Number(sum(having[classOf[player]!]!))).toBe(minimal.filter((coalition) => coalition.includes(player)).length));
        }
      }),
    );
  });

  it('lists the minimal coalitions with some and without others', () => {
    fc.assert(
      fc.property(games({ least: 3 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), (game, inside, outside) => {
        const study = Study.of(game);
        const wanted = [...study.list('winning')].filter((coalition) => coalition.includes(inside) && !coalition.includes(outside)).map((coalition) => coalition.join()).sort();
        const options = { with: [inside], without: [outside] };
        expect([...study.list('winning', options)].map((coalition) => coalition.join()).sort()).toEqual(wanted);
        expect(Number(sum(study.count('winning', options)))).toBe(wanted.length);
      }),
    );
  });

  it('has the vetoers, dictators, dummies, classes and kind that brute force finds', () => {
    fc.assert(
      fc.property(fc.oneof(games({ most: 6 }), games({ most: 5, free: true })), (game) => {
        const n = game.players.length;
        const win = winsIn(game);
        const all = coalitions(n);
        const everybody = game.players.map((_, player) => player);
        const { vetoers, dictators, dummies, classes, complete, proper, strong } = Study.of(game).structure;
        expect(vetoers).toEqual(everybody.filter((player) => all.some(win) && all.every((coalition) => coalition.includes(player) || !win(coalition))));
        expect(dictators).toEqual(everybody.filter((player) => all.every((coalition) => win(coalition) === coalition.includes(player))));
        expect(dummies).toEqual(everybody.filter((player) => all.every((coalition) => win([...new Set([...coalition, player])]) === win(without(coalition, player)))));
        const atLeast = (i: number, j: number): boolean => all.every((coalition) => coalition.includes(i) || coalition.includes(j) || !win([...coalition, j]) || win([...coalition, i]));
        const alike = (i: number): number[] => everybody.filter((j) => atLeast(i, j) && atLeast(j, i));
        expect(classes.flat().sort((a, b) => a - b)).toEqual(everybody);
        for (const players of classes) expect([...players]).toEqual(alike(players[0]!));
        expect(complete).toBe(everybody.every((i) => everybody.every((j) => atLeast(i, j) || atLeast(j, i))));
        if (complete) classes.forEach((players, i) => i > 0 && expect(atLeast(classes[i - 1]![0]!, players[0]!)).toBe(true));
        const complement = (coalition: readonly number[]): number[] => everybody.filter((player) => !coalition.includes(player));
        expect(proper).toBe(!all.some((coalition) => win(coalition) && win(complement(coalition))));
        expect(strong).toBe(all.every((coalition) => win(coalition) || win(complement(coalition))));
      }),
    );
  });

  it('refuses minimal coalitions where it is not monotone, and says who makes it lose', () => {
    const game: SimpleGame = { players: ['Arcadia', 'Borduria'], formula: { kind: 'and', of: [weightedGame(1, [1, 0]).formula, { kind: 'not', of: weightedGame(1, [0, 1]).formula }] } };
    expect(() => Study.of(game).minimal).toThrow(new RuleError('the rule is not monotone: Arcadia can decide, and with Borduria in favour as well they cannot'));
  });

  it('given by decisions is the same as by its formula', () => {
    fc.assert(
      fc.property(games(), (game) => {
        const n = game.players.length;
        const win = winsIn(game);
        const study = Study.ofDecisions<string>(game.players, {
          root: '',
          at: (key) => {
            if (key.length < n) return { player: n - 1 - key.length, in: `${key}1`, out: `${key}0` };
            return win([...key].flatMap((bit, i) => (bit === '1' ? [n - 1 - i] : [])));
          },
        });
        const other = Study.of(game);
        expect(study.profile.winning).toEqual(other.profile.winning);
        expect(study.structure).toEqual(other.structure);
        expect([...study.list('blocking')].map(String).sort()).toEqual([...other.list('blocking')].map(String).sort());
      }),
    );
  });

  it('of the Security Council has two classes and four nodes', () => {
    const council = Study.of(weightedGame(39, [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]));
    expect(council.nodes).toBe(4);
    expect(council.method).toBe('decision diagram of 4 nodes, 15 members in 2 classes');
    expect(council.list('blocking').next().value).toEqual([0]);
  });
});
