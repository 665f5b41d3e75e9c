import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enumerate, type EnumerationOptions, type EnumerationState, type Found, GroupOracle, maximum, minimalHittingSets, type Oracle, type Subset } from '../src/index.js';
import { bruteSets, problems, satisfiableSets } from './brute.js';
import { byKind } from './shared.js';

const lines = (sets: number[][]): string[] => sets.map((set) => set.join()).sort();

/** An oracle from a table of all sets, with nothing beyond `check`; its cores and models are the plainest. */
function table(satisfiable: readonly boolean[], size: number): Oracle {
  const bits = (set: Subset): number => set.reduce((sum, e) => sum | (1 << e), 0);
  return { size, check: (set) => (satisfiable[bits(set)] ? { satisfiable: true, satisfied: set } : { satisfiable: false, core: set }) };
}

describe('all minimal unsatisfiable subsets and correction sets', () => {
  it('are those of the definitions, in any order and smallest first, by our solver and by a table', () => {
    let conflicts = 0;
    fc.assert(
      fc.property(problems, fc.constantFrom('any', 'smallest'), fc.boolean(), (problem, order, plain) => {
        const { mus, mcs } = bruteSets(problem);
        const size = problem.groups.length;
        const oracle = plain ? table(satisfiableSets(problem), size) : new GroupOracle(problem);
        const enumeration = enumerate(oracle, { order, weights: problem.weights });
        const found = [...enumeration];
        expect(byKind(found)).toEqual({ mus: lines(mus), mcs: lines(mcs) });
        expect(enumeration.outcome).toEqual({ complete: true });
        for (const kind of ['mus', 'mcs'] as const) {
          expect(byKind(enumerate(oracle, { order, kinds: kind }))).toEqual({ mus: [], mcs: [], [kind]: lines({ mus, mcs }[kind]) });
        }
        if (order === 'smallest') ascending(found, problem.weights);
        conflicts += mus.length;
      }),
      { numRuns: 600 },
    );
    expect(conflicts).toBeGreaterThan(500);
  });

  it('are the same when the enumeration stops and goes on, in either order', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom<EnumerationOptions>({ order: 'any' }, { order: 'smallest' }, { order: 'smallest', kinds: 'mus' }, { kinds: 'mcs' }), fc.boolean(), fc.integer({ min: 1, max: 4 }), (problem, options, plain, limit) => {
        const size = problem.groups.length;
        const oracle = plain ? table(satisfiableSets(problem), size) : new GroupOracle(problem);
        const whole = byKind(enumerate(oracle, options));
        const found: Found[] = [];
        let state: EnumerationState | undefined;
        for (;;) {
          const part = enumerate(oracle, { ...options, limit, ...(state && { state }) });
          const before = found.length;
          found.push(...part);
          if (part.outcome.complete) break;
          expect(part.outcome.reason).toBe('limit');
          expect(found.length - before).toBe(limit);
          state = JSON.parse(JSON.stringify(part.state)) as EnumerationState;
        }
        expect(byKind(found)).toEqual(whole);
        if (options.order === 'smallest') ascending(found, undefined);
      }),
      { numRuns: 300 },
    );
  });

  it('stop when the caller asks, say so, and go on from the state', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom('any', 'smallest'), fc.boolean(), fc.integer({ min: 1, max: 30 }), (problem, order, plain, patience) => {
        const oracle = plain ? table(satisfiableSets(problem), problem.groups.length) : new GroupOracle(problem);
        const whole = byKind(enumerate(oracle, { order }));
        let left = patience;
        const first = enumerate(oracle, { order, stopped: () => --left <= 0 });
        const found = [...first];
        if (!first.outcome.complete) expect(first.outcome.reason).toBe('stopped');
        else expect(byKind(found)).toEqual(whole);
        found.push(...enumerate(oracle, { order, state: first.state }));
        expect(byKind(found)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('are not called complete when the oracle does not know, and its words are passed on', () => {
    for (const order of ['any', 'smallest'] as const) {
      const enumeration = enumerate({ size: 3, check: () => ({ satisfiable: 'unknown', reason: 'too large' }) }, { order });
      expect([...enumeration]).toEqual([]);
      expect(enumeration.outcome).toEqual({ complete: false, reason: 'unknown', detail: 'too large' });
    }
  });

  it('are streamed: the first is there before the rest, of two million', () => {
    // Each of 21 pairs is a conflict, so that there are 2^21 correction sets.
    const groups = Array.from({ length: 42 }, (_, g) => [[g % 2 === 0 ? (g >> 1) + 1 : -(g >> 1) - 1]]);
    const oracle = new GroupOracle({ variables: 21, hard: [], groups });
    const checks: Oracle = { size: 42, check: (set) => oracle.check(set) };
    for (const { by, order, limit } of [{ by: oracle, order: 'any', limit: 1100 }, { by: checks, order: 'any', limit: 60 }, { by: oracle, order: 'smallest', limit: 60 }] as const) {
      const enumeration = enumerate(by, { order, limit });
      const { mus, mcs } = byKind(enumeration);
      expect(mus.length + mcs.length).toBe(limit);
      expect(mus).toHaveLength(21);
      expect(enumeration.outcome).toMatchObject({ complete: false, reason: 'limit' });
    }
    const conflicts = enumerate(oracle, { kinds: 'mus', limit: 21 });
    expect([...conflicts]).toHaveLength(21);
    const broken = enumerate(oracle);
    for (const _ of broken) break;
    expect(broken.outcome).toMatchObject({ complete: false, reason: 'paused' });
    expect(broken.state.told.mcs).toHaveLength(1);
  });

  it('refuse a state or weights of another problem', () => {
    const oracle = new GroupOracle({ variables: 1, hard: [], groups: [[[1]], [[-1]]] });
    const none = { mus: [], mcs: [] };
    expect(() => enumerate(oracle, { state: { version: 1, told: { mus: [[0, 2]], mcs: [] }, waiting: none } })).toThrow('made for another problem');
    expect(() => enumerate(oracle, { weights: [1n] })).toThrow('2 elements and 1 weights');
    expect(() => enumerate(oracle, { weights: [1n, -1n] })).toThrow(RangeError);
  });
});

describe('the greatest weight', () => {
  it('is that of brute force, with all optimal correction sets', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { mcs } = bruteSets(problem);
        const weigh = (set: number[]): bigint => set.reduce((sum, g) => sum + problem.weights[g]!, 0n);
        const greatest = maximum(problem);
        if (mcs.length === 0) {
          expect(greatest).toEqual({ answer: 'unsatisfiable' });
          return;
        }
        const cost = mcs.map(weigh).reduce((a, b) => (b < a ? b : a));
        const total = weigh([...problem.groups.keys()]);
        expect(greatest).toMatchObject({ answer: 'optimal', cost, satisfied: total - cost, complete: true });
        if (greatest.answer === 'optimal') expect(lines(greatest.corrections.map((set) => [...set]))).toEqual(lines(mcs.filter((set) => weigh(set) === cost)));
      }),
      { numRuns: 500 },
    );
  });

  it('is known without its correction sets, and of some it is said that there are more', () => {
    const problem = { variables: 2, hard: [], groups: [[[1]], [[-1]], [[2]], [[-2]]] };
    expect(maximum(problem)).toMatchObject({ cost: 2n, complete: true, corrections: { length: 4 } });
    expect(maximum(problem, { limit: 3 })).toMatchObject({ cost: 2n, complete: false, corrections: { length: 3 } });
    expect(maximum(problem, { limit: 0 })).toMatchObject({ satisfied: 2n, complete: false, corrections: [] });
    expect(() => maximum({ ...problem, weights: [1n] })).toThrow('4 groups and 1 weights');
    expect(() => maximum({ ...problem, weights: [1n, 1n, 1n, -1n] })).toThrow('a weight of -1');
  });
});

describe('minimal hitting sets', () => {
  it('are those of the definition', () => {
    const families = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 4 }).map((set) => set.sort((a, b) => a - b)), { maxLength: 7 });
    fc.assert(
      fc.property(families, (family) => {
        const hits = (set: number): boolean => family.every((one) => one.some((e) => (set >> e) & 1));
        const expected: number[][] = [];
        for (let set = 0; set < 2 ** 7; set++) {
          const members = [...Array(7).keys()].filter((e) => (set >> e) & 1);
          if (hits(set) && members.every((e) => !hits(set & ~(1 << e)))) expected.push(members);
        }
        expect(lines([...minimalHittingSets(family, 7)])).toEqual(lines(expected));
      }),
      { numRuns: 500 },
    );
  });
});

/** Unsatisfiable subsets by number of elements, correction sets by weight. */
function ascending(found: readonly Found[], weights: readonly bigint[] | undefined): void {
  for (const kind of ['mus', 'mcs'] as const) {
    const sizes = found.filter((one) => one.kind === kind).map(({ set }) => set.reduce((sum, e) => sum + (kind === 'mcs' ? (weights?.[e] ?? 1n) : 1n), 0n));
    expect(sizes).toEqual([...sizes].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  }
}
