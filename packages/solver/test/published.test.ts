import { describe, expect, it } from 'vitest';
import { enumerate, GroupOracle, maximum, type Oracle } from '../src/index.js';
import { agreement, asPrinted, byKind, marcoTests, present } from './shared.js';

/** The same oracle without what it offers beyond `check`. */
function plain(oracle: Oracle): Oracle {
  return { size: oracle.size, check: (set, stopped) => oracle.check(set, stopped) };
}

const WAYS = [
  { way: 'any order', order: 'any', oracle: (o: Oracle) => o },
  { way: 'any order, by checks alone', order: 'any', oracle: plain },
  { way: 'smallest first', order: 'smallest', oracle: (o: Oracle) => o },
  { way: 'smallest first, by checks alone', order: 'smallest', oracle: plain },
] as const;

describe.skipIf(!present)('the tests of MARCO', () => {
  const tests = present ? marcoTests() : [];
  it.each(WAYS)('are answered as published: $way', ({ order, oracle }) => {
    expect(tests.length).toBe(9);
    for (const { file, problem, printed } of tests) {
      const enumeration = enumerate(oracle(new GroupOracle(problem)), { order });
      expect(asPrinted(enumeration, problem.groups.length), file).toEqual(printed);
      expect(enumeration.outcome).toEqual({ complete: true });
    }
  });
});

describe.skipIf(!present).each(['S', 'M'] as const)('the instance %s of agreement', (name) => {
  const { problem, expected } = present ? agreement(name) : { problem: { variables: 0, hard: [], groups: [] }, expected: { mus: [], mcs: [] } };

  it.each(WAYS)('has the published sets: $way', ({ order, oracle }) => {
    const enumeration = enumerate(oracle(new GroupOracle(problem)), { order, weights: problem.weights! });
    expect(byKind(enumeration)).toEqual(expected);
    expect(enumeration.outcome).toEqual({ complete: true });
  });

  it('has the published greatest weight', () => {
    const greatest = maximum(problem);
    expect(greatest).toMatchObject({ answer: 'optimal', satisfied: name === 'S' ? 198n : 332n, complete: true });
    // The optimal ones among the published, weighed here.
    const weigh = (set: string): bigint => set.split(',').reduce((sum, g) => sum + problem.weights![Number(g)]!, 0n);
    const least = expected.mcs.map(weigh).reduce((a, b) => (b < a ? b : a));
    const optimal = expected.mcs.filter((set) => weigh(set) === least);
    expect(greatest.answer === 'optimal' && greatest.corrections.map((set) => set.join()).sort()).toEqual(optimal);
  });
});
