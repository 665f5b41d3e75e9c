import { compile } from '@casus/language';
import type { Case } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { talks, type TalksSize } from '../../../bench/generate-talks.js';
import { agreeOn, chosen, Problem, tableOf, type Agreement } from '../src/index.js';
import type { Demand } from '../src/demands.js';

/** Times depend on the machine; what counts here are nodes of diagrams, clauses, and how often the solver asks whether to stop. */
const MOST_NODES = 1 << 15;
const MOST_CLAUSES_A_DEMAND = 8;
const MOST_STEPS = 20_000;

const SIZE: TalksSize = { issues: 30, demands: 100, analysis: 15, instruments: 5, turned: 20, far: 8 };

interface Talks {
  readonly case_: Case;
  readonly problem: Problem;
  readonly demands: readonly Demand[];
}

function laidOut(size: TalksSize): Talks {
  const { value: case_, findings } = compile([{ path: 'talks.casus', text: talks(size) }], () => undefined);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const table = tableOf(case_, undefined);
  const { lines } = chosen(case_, table, {});
  const problem = new Problem(case_, table, lines, {});
  const demands = problem.demands(lines);
  expect(demands).toHaveLength(size.demands);
  return { case_, problem, demands };
}

/** The whole question, with the number of steps that it took. */
function answered({ case_, problem }: Talks, limit: number): { readonly agreement: Agreement; readonly steps: number } {
  let steps = 0;
  const agreement = agreeOn(case_, problem, { limit, order: 'smallest', stopped: () => ++steps > MOST_STEPS });
  return { agreement, steps };
}

function expectBounds({ problem, demands }: Talks, steps: number): void {
  expect(steps).toBeLessThan(MOST_STEPS);
  expect(problem.space.choices.manager.statistics().nodes).toBeLessThan(MOST_NODES);
  expect(problem.groups(demands).hard.length).toBeLessThan(MOST_CLAUSES_A_DEMAND * demands.length);
}

const sample = <T>(all: readonly T[], count: number): T[] => all.filter((_, i) => i % Math.ceil(all.length / count) === 0);
const without = <T>(all: readonly T[], one: T): T[] => all.filter((each) => each !== one);

describe('talks about many demands', () => {
  it('that contradict each other are told apart by smallest conflicts and concessions', () => {
    const made = laidOut(SIZE);
    const { problem, demands } = made;
    const { agreement, steps } = answered(made, 300);
    expectBounds(made, steps);
    expect(agreement.possible).toBe(false);
    expect(agreement.texts.acceptable).toBe(0n);
    const { conflicts, concessions } = agreement;
    expect(conflicts.found.length + concessions.found.length).toBe(300);
    expect(conflicts.found.length).toBeGreaterThan(20);
    expect(concessions.found.length).toBeGreaterThan(20);

    const some = (lines: readonly string[]): boolean => problem.search([lines.map((line) => problem.demand(line))]).some() !== undefined;
    for (const { lines } of sample(conflicts.found, 40)) {
      expect(some(lines)).toBe(false);
      for (const line of lines) expect(some(without(lines, line))).toBe(true);
    }
    const all = demands.map(({ line }) => line.id);
    for (const { lines } of sample(concessions.found, 40)) {
      const rest = all.filter((id) => !lines.includes(id));
      expect(some(rest)).toBe(true);
      // None of it can be kept.
      for (const line of lines) expect(some([...rest, line])).toBe(false);
      // It meets every conflict.
      for (const conflict of conflicts.found) expect(conflict.lines.some((line) => lines.includes(line))).toBe(true);
    }
    for (const { concession, texts, text } of agreement.deals) {
      const { manager: m } = problem.space.choices;
      const rest = demands.filter(({ line }) => !concession.lines.includes(line.id));
      expect(texts).toBeGreaterThan(0n);
      expect(rest.every(({ met }) => m.meets(met, problem.space.only(text)))).toBe(true);
    }
  });

  it('that some text meets are counted, and what all such texts have in common is told', () => {
    const made = laidOut({ ...SIZE, turned: 0 });
    const { problem, demands } = made;
    const { agreement, steps } = answered(made, 300);
    expectBounds(made, steps);
    expect(agreement.possible).toBe(true);
    expect(agreement.conflicts).toEqual({ found: [], complete: true });
    // The same number in diagrams of another order, put together in another way.
    const { space } = problem;
    expect(agreement.texts.all).toBe(space.count(problem.allowed));
    expect(agreement.texts.acceptable).toBe(space.count(problem.together(demands)));
    const { settled, open } = agreement.ground!;
    const { manager: m } = space.choices;
    const texts = m.and(problem.together(demands), space.texts);
    for (const { option } of settled) expect(m.leq(texts, space.option(option))).toBe(true);
    expect(settled.length).toBeGreaterThan(10);
    for (const { options } of open) for (const option of options) if (option !== undefined) expect(m.meets(texts, space.option(option))).toBe(true);
    expect(open.length).toBeGreaterThan(2);
  });

  it('where the texts are too many and too different to be counted, all else is known', () => {
    const made = laidOut({ issues: 90, demands: 200, analysis: 0, instruments: 5, turned: 0, far: 1, loose: true });
    const { agreement, steps } = answered(made, 300);
    expectBounds(made, steps);
    expect(agreement.texts.all).toBeGreaterThan(10n ** 40n);
    expect(agreement.texts.acceptable).toBeUndefined();
    expect(agreement.possible).toBe(true);
    expect(agreement.conflicts.complete).toBe(true);
    const { settled, open, moot } = agreement.ground!;
    expect(settled.length + open.length + moot.length).toBe(agreement.points.length);
    expect(agreement.coalitions.found).toHaveLength(1);
  });
});
