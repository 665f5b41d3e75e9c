import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { talks } from '../../../bench/generate-talks.js';
import { arranged, width } from '../src/arranged.js';
import { chosen, Problem, tableOf } from '../src/index.js';
import { Tally } from '../src/tally.js';

describe('the order of the points', () => {
  it('brings those of a chain together, however they stood', () => {
    // 0 - 7 - 14 - 21 - 28 - … : each next one stands far away.
    const n = 60;
    const chain = Array.from({ length: n - 1 }, (_, i) => [(i * 7) % n, ((i + 1) * 7) % n]);
    const given = Array.from({ length: n }, (_, i) => i);
    const order = arranged(n, chain);
    expect([...order].sort((a, b) => a - b)).toEqual(given);
    expect(width(order, chain)).toBeLessThanOrEqual(2 * n);
    expect(width(given, chain)).toBeGreaterThan(50 * n);
  });

  it('is that given where nothing hangs together', () => {
    expect(arranged(4, [])).toEqual([0, 1, 2, 3]);
    expect(arranged(0, [])).toEqual([]);
  });

  it('counts what is open at each place', () => {
    // Behind 0 and behind 1 something is open, behind 2 nothing.
    expect(width([0, 1, 2], [[0, 2]])).toBe(2 + 2 + 1);
    expect(width([0, 2, 1], [[0, 2]])).toBe(2 + 1 + 1);
    expect(width([0, 1, 2], [[0, 2], [1, 2]])).toBe(2 + 4 + 1);
  });
});

describe('counting', () => {
  function small(): Problem {
    const { value } = compile([{ path: 'talks.casus', text: `${talks({ issues: 9, demands: 24, analysis: 4, instruments: 2, turned: 0, far: 4 })}
step ceasefire
step elections
step signature
position Arcadia {
  demands ceasefire before elections
  demands elections before signature or not ceasefire
  refuses signature and Treaty0
}` }], () => undefined);
    const table = tableOf(value, undefined);
    return new Problem(value, table, chosen(value, table, {}).lines, {});
  }

  it('gives the numbers of the whole diagrams for any of the demands, one after the other', () => {
    const problem = small();
    const demands = problem.demands(problem.meanings.lines);
    const numbers = demands.map((_, i) => problem.count(demands.slice(0, i + 1)));
    expect(numbers).toEqual(demands.map((_, i) => problem.space.count(problem.together(demands.slice(0, i + 1)))));
    expect(new Set(numbers).size).toBeGreaterThan(5);
    for (const demand of demands) expect(problem.count([demand])).toBe(problem.space.count(problem.together([demand])));
  });

  it('gives up at a limit of nodes, and counts what is smaller after that', () => {
    const problem = small();
    const demands = problem.demands(problem.meanings.lines).map(({ met }) => met);
    const all = [...problem.parts, ...demands];
    expect(new Tally(problem.space, all).count(all)).toBe(problem.count(problem.demands(problem.meanings.lines)));
    const tight = new Tally(problem.space, all, 400);
    expect(tight.count(all)).toBeUndefined();
    expect(tight.count([problem.parts[0]!])).toBe(new Tally(problem.space, all).count([problem.parts[0]!]));
  });
});
