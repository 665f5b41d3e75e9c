import { FALSE, Manager, TRUE, type Node } from '@casus/diagrams';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT_ONCE, compareTime, days, INDETERMINATE, NO_LIMIT, rational, type Time } from '@casus/model';
import { allTimed, anyTimed, by, delayed, everTrue, fromStart, NEVER, onlyIf, timesOf, type Timed } from '../src/timed.js';

const m = new Manager();
const [a, b, c] = ['a', 'b', 'c'].map((name) => m.varNode(m.newVar(name))) as [Node, Node, Node];
const day = (n: number): Time => days(rational(n));

const TIMES = [AT_ONCE, day(1), day(3), day(7), INDETERMINATE, NO_LIMIT];

/** Something that comes true step by step: each step implies the next. */
const timed: fc.Arbitrary<Timed> = fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5), { maxLength: 4 }).chain((at) =>
  fc.array(fc.constantFrom(a, b, c, m.and(a, b)), { minLength: at.length, maxLength: at.length }).map((nodes) => {
    let node: Node = FALSE;
    const steps: { at: Time; node: Node }[] = [];
    for (const [i, time] of [...at].sort().entries()) {
      const next = m.or(node, nodes[i]!);
      if (next !== node) steps.push({ at: TIMES[time]!, node: next });
      node = next;
    }
    return steps;
  }),
);

describe('what comes true in the course of time', () => {
  it('is asked at a time', () => {
    const steps: Timed = [{ at: day(1), node: m.and(a, b) }, { at: INDETERMINATE, node: a }];
    expect([AT_ONCE, day(1), day(100), INDETERMINATE, NO_LIMIT].map((time) => by(steps, time))).toEqual([FALSE, m.and(a, b), m.and(a, b), a, a]);
    expect(everTrue(steps)).toBe(a);
    expect(everTrue(NEVER)).toBe(FALSE);
    expect(fromStart(FALSE)).toEqual(NEVER);
    expect(by(fromStart(a), AT_ONCE)).toBe(a);
  });

  it('comes all together with the last, and any with the first', () => {
    const soon = [{ at: day(1), node: a }];
    const late = [{ at: day(3), node: b }];
    expect(allTimed(m, [soon, late])).toEqual([{ at: day(3), node: m.and(a, b) }]);
    expect(anyTimed(m, [soon, late])).toEqual([{ at: day(1), node: a }, { at: day(3), node: m.or(a, b) }]);
    expect(allTimed(m, [])).toEqual(fromStart(TRUE));
    expect(anyTimed(m, [])).toEqual(NEVER);
  });

  it('is combined time by time', () => {
    fc.assert(fc.property(timed, timed, fc.constantFrom(...TIMES), (one, other, time) => {
      expect(by(allTimed(m, [one, other]), time)).toBe(m.and(by(one, time), by(other, time)));
      expect(by(anyTimed(m, [one, other]), time)).toBe(m.or(by(one, time), by(other, time)));
      expect(by(onlyIf(m, one, c), time)).toBe(m.and(by(one, time), c));
    }));
  });

  it('changes at few times, each once and in order', () => {
    fc.assert(fc.property(timed, timed, (one, other) => {
      const times = timesOf([one, other]);
      times.forEach((time, i) => expect(i === 0 || compareTime(times[i - 1]!, time) < 0).toBe(true));
      for (const { at } of allTimed(m, [one, other])) expect(times.some((time) => compareTime(time, at) === 0)).toBe(true);
    }));
  });

  it('comes later by a delay, and not at all sooner', () => {
    fc.assert(fc.property(timed, fc.constantFrom(AT_ONCE, day(2), INDETERMINATE, NO_LIMIT), fc.constantFrom(...TIMES), (one, delay, time) => {
      const later = delayed(one, delay);
      expect(m.implies(by(later, time), by(one, time))).toBe(TRUE);
      expect(everTrue(later)).toBe(everTrue(one));
    }));
    expect(delayed([{ at: day(1), node: m.and(a, b) }, { at: day(3), node: a }], INDETERMINATE)).toEqual([{ at: INDETERMINATE, node: a }]);
    expect(by(delayed([{ at: day(1), node: a }], day(2)), day(2))).toBe(FALSE);
    expect(by(delayed([{ at: day(1), node: a }], day(2)), day(3))).toBe(a);
  });
});
