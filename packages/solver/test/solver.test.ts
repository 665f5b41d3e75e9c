import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMost, Solver, Totalizer } from '../src/index.js';
import { clauses, holds, models } from './brute.js';

const VARIABLES = 7;

/** The model of a solver as bits. */
function model(solver: Solver, variables: number): number {
  let bits = 0;
  for (let v = 1; v <= variables; v++) {
    expect(solver.value(-v)).toBe(!solver.value(v));
    if (solver.value(v)) bits |= 1 << (v - 1);
  }
  return bits;
}

/** Pigeons in holes, one fewer: a known family of contradictions. */
function pigeons(holes: number): Solver {
  const solver = new Solver();
  solver.newVariables((holes + 1) * holes);
  const sits = (pigeon: number, hole: number): number => pigeon * holes + hole + 1;
  for (let p = 0; p <= holes; p++) solver.addClause(Array.from({ length: holes }, (_, h) => sits(p, h)));
  for (let h = 0; h < holes; h++) for (let p = 0; p <= holes; p++) for (let q = 0; q < p; q++) solver.addClause([-sits(p, h), -sits(q, h)]);
  return solver;
}

describe('the solver', () => {
  it('answers as brute force does, with models, assumptions and cores, over many interleaved calls', () => {
    const literal = fc.integer({ min: 1, max: VARIABLES }).chain((v) => fc.constantFrom(v, -v));
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ assume: fc.array(literal, { maxLength: 6 }), preferred: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ add: fc.array(literal, { minLength: 1, maxLength: 3 }) }) },
    );
    let satisfiable = 0;
    let unsatisfiable = 0;
    fc.assert(
      fc.property(clauses(VARIABLES, 30), fc.uniqueArray(literal, { selector: Math.abs }), fc.array(step, { minLength: 5, maxLength: 40 }), (given, preferred, steps) => {
        const solver = new Solver();
        solver.newVariables(VARIABLES);
        solver.prefer(preferred);
        const all = given.map((clause) => [...clause]);
        for (const clause of all) solver.addClause(clause);
        let left = models(VARIABLES, all);
        for (const what of steps) {
          if ('add' in what) {
            const possible = solver.addClause(what.add);
            left = left.filter((a) => holds(what.add, a));
            if (!possible) expect(left).toEqual([]);
            continue;
          }
          const agreeing = left.filter((a) => what.assume.every((l) => holds([l], a)));
          const answer = solver.solve(what.assume, { preferred: what.preferred });
          expect(answer).toBe(agreeing.length > 0 ? 'satisfiable' : 'unsatisfiable');
          if (answer === 'satisfiable') {
            satisfiable++;
            const found = model(solver, VARIABLES);
            expect(agreeing).toContain(found);
            const chosen = (a: number): number[] => preferred.filter((l) => holds([l], a));
            // No other model has these and one more of the preferred literals.
            if (what.preferred) expect(agreeing.some((a) => chosen(a).length > chosen(found).length && chosen(found).every((l) => chosen(a).includes(l)))).toBe(false);
          } else {
            unsatisfiable++;
            const core = solver.core();
            for (const l of core) expect(what.assume).toContain(l);
            expect(left.some((a) => core.every((l) => holds([l], a)))).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(satisfiable, unsatisfiable)).toBeGreaterThan(500);
  });

  it('answers 3-SAT at the threshold as brute force does', () => {
    const clause = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }).chain((vs) => fc.tuple(...vs.map((v) => fc.constantFrom(v, -v))));
    const answers = { satisfiable: 0, unsatisfiable: 0, unknown: 0 };
    fc.assert(
      fc.property(fc.array(clause, { minLength: 51, maxLength: 60 }), (all) => {
        const solver = new Solver();
        solver.newVariables(12);
        for (const one of all) solver.addClause(one);
        const answer = solver.solve();
        answers[answer]++;
        const found = models(12, all);
        expect(answer).toBe(found.length > 0 ? 'satisfiable' : 'unsatisfiable');
        if (answer === 'satisfiable') expect(found).toContain(model(solver, 12));
      }),
      { numRuns: 100 },
    );
    expect(Math.min(answers.satisfiable, answers.unsatisfiable)).toBeGreaterThan(10);
  });

  it('learns its way through what needs thousands of conflicts, deletes clauses on the way, and is the same at every run', () => {
    const [one, other] = [pigeons(7), pigeons(7)];
    expect(one.solve()).toBe('unsatisfiable');
    expect(one.core()).toEqual([]);
    expect(other.solve()).toBe('unsatisfiable');
    expect(one.statistics.conflicts).toBeGreaterThan(1000);
    expect(one.statistics.learnt).toBeLessThan(one.statistics.conflicts / 2);
    expect(other.statistics).toEqual(one.statistics);
    expect(one.solve([1])).toBe('unsatisfiable');
  });

  it('gives up when the budget is spent, and goes on from there', () => {
    const solver = pigeons(7);
    expect(solver.solve([], { conflicts: 10 })).toBe('unknown');
    expect(solver.statistics.conflicts).toBe(10);
    let asked = 0;
    expect(solver.solve([], { stopped: () => ++asked > 2 })).toBe('unknown');
    expect(asked).toBe(3);
    expect(solver.solve()).toBe('unsatisfiable');
  });

  it('refuses what is no literal, and says so', () => {
    const solver = new Solver();
    solver.newVariables(2);
    expect(() => solver.addClause([1, 3])).toThrow('3 is no literal: there are the variables 1 to 2');
    expect(() => solver.solve([0])).toThrow(RangeError);
    expect(() => solver.prefer([1.5])).toThrow(RangeError);
  });

  it('takes clauses that repeat, contradict themselves or are empty', () => {
    const solver = new Solver();
    solver.newVariables(2);
    expect(solver.addClause([1, -1])).toBe(true);
    expect(solver.addClause([2, 2])).toBe(true);
    expect(solver.solve()).toBe('satisfiable');
    expect(solver.value(2)).toBe(true);
    expect(solver.solve([-2])).toBe('unsatisfiable');
    expect(solver.core()).toEqual([-2]);
    expect(solver.solve([1, -1])).toBe('unsatisfiable');
    expect([...solver.core()].sort()).toEqual([-1, 1]);
    expect(solver.addClause([])).toBe(false);
    expect(solver.solve()).toBe('unsatisfiable');
  });
});

describe('the totalizer', () => {
  it('allows as many as it says, whatever bounds were asked for before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }), (n, bounds) => {
        const solver = new Solver();
        solver.newVariables(n);
        const totalizer = new Totalizer(solver, Array.from({ length: n }, (_, i) => i + 1));
        for (const k of bounds) {
          const more = totalizer.moreThan(k);
          expect(more === undefined).toBe(k >= n);
          for (let a = 0; a < 2 ** n; a++) {
            const assumed = Array.from({ length: n }, (_, i) => ((a >> i) & 1 ? i + 1 : -i - 1));
            const true_ = assumed.filter((l) => l > 0).length;
            expect(solver.solve(more === undefined ? assumed : [...assumed, -more]) === 'satisfiable').toBe(true_ <= k);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('adds a bound for good', () => {
    const solver = new Solver();
    solver.newVariables(5);
    atMost(solver, [1, 2, 3, 4, 5], 2);
    expect(solver.solve([1, 2])).toBe('satisfiable');
    expect(solver.solve([1, 2, 3])).toBe('unsatisfiable');
    atMost(solver, [4], -1);
    expect(solver.solve()).toBe('unsatisfiable');
    expect(() => new Totalizer(solver, [])).toThrow(RangeError);
  });
});
