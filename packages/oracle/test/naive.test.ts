/** The games, played by the letter of their definitions: every assignment of every choice, every default, every moment. */
import { describe, expect, it } from 'vitest';
import { coalitionKey, compareTimes, evaluate, evaluateUnder, fraction, Game, budget, judgment, ORDINARY, playAll, subsets, type Choice, type OracleVerdict } from '../src/index.js';

/** All assignments of some choices. */
function* assignments(choices: readonly Choice[]): Iterable<Map<string, string>> {
  const [first, ...rest] = choices;
  if (first === undefined) yield new Map();
  else for (const value of first.values) for (const later of assignments(rest)) yield later.set(first.key, value);
}

function some<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}

/** ∃ choices of the coalition and the helpers ∀ the other choices: the value. */
function naive(game: Game, coalition: readonly string[], fixed: (c: Choice) => string | undefined): boolean {
  const own = new Set([...coalition, ...game.helpers]);
  const free = game.table.choices.map(c => ({ ...c, values: fixed(c) === undefined ? c.values : [fixed(c) as string] }));
  const isOurs = (c: Choice): boolean => c.owner !== null && own.has(c.owner);
  return some(assignments(free.filter(isOurs)), mine =>
    !some(assignments(free.filter(c => !isOurs(c))), theirs => !evaluateUnder(game.world, game.mode, new Map([...mine, ...theirs]))),
  );
}

function size(choices: readonly Choice[]): number {
  return choices.reduce((product, c) => product * c.values.length, 1);
}

/** Whether the candidates for a duty on any of several depend on who accedes or on what applies: then its performer has no fixed list of values. */
function hasOpenPerformer(game: Game): boolean {
  const opens = [...game.world.case_.instruments.values()].some(i => i.accessions.length > 0 || i.renewal !== undefined || i.provisional?.when !== undefined);
  return opens && game.table.choices.some(c => c.key.startsWith('performer:'));
}

const verdicts: (OracleVerdict & { readonly seed: number })[] = [];
for (let seed = 5000; seed < 6500; seed++) {
  const found = judgment(seed, 3_000);
  if (found !== undefined) verdicts.push({ ...found.verdict, seed });
}

describe('coalitions', () => {
  it('can do what the definition says, whether the others oppose, abstain or stay away', { timeout: 60_000 }, () => {
    let tried = 0;
    for (const v of verdicts) {
      for (const game of [v.owed, v.possible, ...v.entry.map(e => e.game), ...[...v.ends, ...v.suspends].map(e => e.game)]) {
        if (game.table.courses < 4 || hasOpenPerformer(game) || size(game.table.choices) > 300) continue;
        tried++;
        for (const s of subsets(game.players)) {
          const own = new Set([...s, ...game.helpers]);
          expect(game.at(s), `seed ${v.seed} {${coalitionKey(s)}}`).toBe(naive(game, s, () => undefined));
          for (const ballot of ['abstain', 'absent'] as const) {
            const fixed = (c: Choice): string | undefined => (c.owner === null || own.has(c.owner) ? undefined : c.values.length === 4 ? ballot : 'false');
            expect(game.at(s, ballot), `seed ${v.seed} {${coalitionKey(s)}} ${ballot}`).toBe(naive(game, s, fixed));
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(200);
  });
});

describe('the longest time', () => {
  it('is a time by which it is owed, and at no earlier moment it is', { timeout: 60_000 }, () => {
    const moments = [...Array.from({ length: 120 }, (_, i) => fraction(i, 2)), 'indeterminate' as const];
    let tried = 0;
    for (const v of verdicts) {
      if (v.longest === undefined || v.owed.mode.kind !== 'promise' || v.owed.table.courses > 300) continue;
      const { expr } = v.owed.mode;
      const owedAt = (at: NonNullable<OracleVerdict['longest']>): boolean => {
        const game = new Game(v.world, { kind: 'promise', expr, at, half: 'owed' }, v.owed.helpers, budget(100_000));
        return v.strength === 'automatic' ? game.at([]) : game.without(v.strength === 'captive' ? [] : v.world.hostile);
      };
      expect(owedAt(v.longest), `seed ${v.seed}`).toBe(true);
      for (const at of moments) if (compareTimes(at, v.longest) < 0) expect(owedAt(at), `seed ${v.seed}`).toBe(false);
      if (v.longest !== 'none') tried++;
    }
    expect(tried).toBeGreaterThan(20);
  });
});

describe('the defaults survived', () => {
  it('are one fewer than the fewest that break the promise', { timeout: 60_000 }, () => {
    let tried = 0;
    for (const v of verdicts) {
      if (v.strength !== 'automatic' && v.strength !== 'collective') continue;
      const keeping = (defaulting: readonly string[]): boolean => {
        const keeps = (a: string): boolean => !v.world.hostile.has(a) && !defaulting.includes(a);
        return new Game(v.world, v.owed.mode, v.owed.helpers, budget(100_000), { ...ORDINARY, keeps }).without(v.world.hostile);
      };
      const able = [...v.world.case_.actors.keys()].filter(a => !v.world.hostile.has(a) && !v.owed.helpers.has(a));
      const fewest = subsets(able).find(d => !keeping(d));
      expect(v.defaults, `seed ${v.seed}`).toBe(fewest === undefined ? undefined : fewest.length - 1);
      if (v.defaults !== undefined) tried++;
    }
    expect(tried).toBeGreaterThan(20);
  });
});

describe('playing all courses', () => {
  it('covers every assignment once', () => {
    for (const v of verdicts.slice(0, 200)) {
      const { table, mode, world } = v.possible;
      if (size(table.choices) > 500 || hasOpenPerformer(v.possible)) continue;
      const again = playAll(ask => evaluate(world, mode, ask), budget(10_000));
      expect(again.lost).toEqual(table.lost);
      for (const full of assignments(table.choices)) {
        const isLost = table.lost.some(course => course.every(([n, value]) => full.get((table.choices[n] as Choice).key) === value));
        expect(isLost, `seed ${v.seed}`).toBe(!evaluateUnder(world, mode, full));
      }
    }
  });
});
