import fc from 'fast-check';
import { weightedGame, type Formula, type SimpleGame } from '../../src/index.js';

/** The names of n players. */
export const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `P${i + 1}`);

/** A game, and what it says of two other games over the same players. */
export const and = (a: SimpleGame, b: SimpleGame): SimpleGame => ({ players: a.players, formula: { kind: 'and', of: [a.formula, b.formula] } });
export const or = (a: SimpleGame, b: SimpleGame): SimpleGame => ({ players: a.players, formula: { kind: 'or', of: [a.formula, b.formula] } });

/** Weighted votes of n players; weights of zero make dummies. */
export const weightedOf = (n: number): fc.Arbitrary<SimpleGame> =>
  fc.array(fc.integer({ min: 0, max: 6 }), { minLength: n, maxLength: n }).filter((weights) => weights.some((weight) => weight > 0))
    .chain((weights) => fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }).map((quota) => weightedGame(quota, weights, names(n))));

/** Monotone games of n players: weighted votes, joined by and/or, with bodies that vote in others. */
export const monotoneOf = (n: number): fc.Arbitrary<SimpleGame> =>
  fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      weightedOf(n).map(({ formula }) => formula),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of: fc.array(tie('formula'), { minLength: 2, maxLength: 3 }) }),
      fc.tuple(weightedOf(n), fc.array(fc.record({ of: tie('formula'), weight: fc.bigInt({ min: 1n, max: 4n }) }), { minLength: 1, maxLength: 2 })).map(([{ formula }, bodies]) =>
        formula.kind === 'threshold' ? { ...formula, terms: [...formula.terms, ...bodies] } : formula),
    ),
  })).formula.map((formula) => ({ players: names(n), formula }));

/** Any games of n players, larger coalitions that lose included. */
export const anyOf = (n: number): fc.Arbitrary<SimpleGame> =>
  fc.tuple(monotoneOf(n), monotoneOf(n), fc.boolean()).map(([a, b, strange]) =>
    strange ? { players: a.players, formula: { kind: 'or', of: [{ kind: 'and', of: [a.formula, { kind: 'not', of: b.formula }] }, { kind: 'constant', value: false }] } } : a);

/** A number of players, then games of so many. */
export const games = (most: number, of: (n: number) => fc.Arbitrary<SimpleGame>): fc.Arbitrary<SimpleGame> => fc.integer({ min: 1, max: most }).chain(of);

/** The Security Council since 1965: 9 of 15, no permanent member against. */
export const securityCouncil = weightedGame(39, [...Array<number>(5).fill(7), ...Array<number>(10).fill(1)]);

/** All coalitions of n players as functions of membership. */
export const coalitions = (n: number): readonly ((player: number) => boolean)[] => Array.from({ length: 2 ** n }, (_, mask) => (player: number) => ((mask >> player) & 1) === 1);
