/** What the findings say about time, on random instruments: the worst path adds up to the longest time, and what the hostile side can hold up is so in the interpreter too. */
import { Session, type Cell } from '@casus/analysis';
import { rational, type Case, type Rational } from '@casus/model';
import { describe as print, judge, randomJudgment, type OracleVerdict, type Question } from '@casus/oracle';
import { describe, expect, it } from 'vitest';
import { insideOf } from '../src/details.js';
import { worstPath } from '../src/path.js';
import { caseOf, compileText } from './support/cases.js';

const RUNS = Number(process.env['CASUS_RANDOM_TIMES'] ?? 60);
const OWED = ['automatic', 'collective'];

/** The same judgment, the promise to be kept within so many days. */
function within(case_: Case, question: Question, days: Rational): OracleVerdict {
  const promise = { ...case_.promises.get(question.promise)!, within: days };
  return judge({ ...case_, promises: new Map([...case_.promises, [promise.id, promise]]) }, question);
}

const passive = (verdict: OracleVerdict): boolean => verdict.half === 'owed' && (verdict.othersAbstain || verdict.othersAbsent);

/** Every judgment of a random case with one text. */
function* judgments(): Iterable<{ readonly case_: Case; readonly question: Question; readonly cell: Cell; readonly verdict: ReturnType<Session['judge']>[number]; readonly context: () => string }> {
  for (let seed = 1; seed <= RUNS; seed++) {
    const { case_, question } = randomJudgment(seed);
    const [verdict] = new Session(case_).judge({ ...question });
    for (const cell of verdict!.cells) yield { case_, question: { ...question, options: [...verdict!.fixed, ...cell.text.values()] }, cell, verdict: verdict!, context: () => `seed ${seed}\n${print(case_)}\n${JSON.stringify(question)}` };
  }
}

describe('the worst path', () => {
  it('takes the longest time, step by step', () => {
    let timed = 0;
    for (const { case_, cell, verdict, context } of judgments()) {
      const { longest } = cell.details;
      if (longest?.kind !== 'days' || longest.days.num === 0n || case_.promises.get(verdict.promise)!.within !== undefined) continue;
      const path = worstPath(case_, verdict, cell, insideOf(cell.strength, (actor) => !verdict.hostile.includes(actor)));
      expect(path?.total, context()).toEqual(longest);
      const sum = path!.steps.reduce((all, { adds }) => (adds.kind === 'days' ? rational(all.num * adds.days.den + adds.days.num * all.den, all.den * adds.days.den) : all), rational(0));
      expect(path!.steps.length > 0 ? sum : longest.days, `${context()}\n${JSON.stringify(path, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`).toEqual(longest.days);
      timed++;
    }
    expect(timed).toBeGreaterThan(0);
  });
});

/** Checks what a cell says of delay by the hostile side; whether there is one. */
function checkDelay(case_: Case, question: Question, { strength, details: { heldUp, longest } }: Cell, context: () => string): boolean {
  if (!OWED.includes(strength)) expect(heldUp, context()).toBeUndefined();
  if (heldUp === undefined) {
    // All times of these cases are whole days.
    if (strength === 'collective' && longest?.kind === 'days' && longest.days.num > 0n && longest.days.den === 1n) expect(passive(within(case_, question, rational(longest.days.num - 1n))), context()).toBe(false);
    return false;
  }
  if (heldUp.passive.kind !== 'days') return true;
  const early = within(case_, question, heldUp.passive.days);
  expect(passive(early), context()).toBe(true);
  expect(OWED.includes(early.strength), context()).toBe(false);
  if (heldUp.against.kind === 'days') expect(OWED.includes(within(case_, question, heldUp.against.days).strength), context()).toBe(true);
  return true;
}

const GUARANTEE = (decision: string, fallback: string): string => `
import "states"
treaty Guarantee {
  parties Arcadia, Guarantors
  article 1 {
    upon armed attack on Arcadia {
      if Guarantors decide ${decision} within 10 days then each of Guarantors shall assist Arcadia within 3 days
      failing which each of Guarantors shall assist Arcadia ${fallback}
    }
  }
}
arrangement Alone { instruments Guarantee }`;

describe('what the hostile side can hold up', () => {
  it('is so in the interpreter, on random instruments', () => {
    for (const { case_, question, cell, context } of judgments()) checkDelay(case_, question, cell, context);
  });

  for (const [decision, fallback, held] of [
    ['no member against', 'within 60 days', true],
    ['no member against', '', true],
    ['by at least 4 members', 'within 60 days', false],
    ['by consensus', 'within 20 days', true],
    ['unanimously', 'within 60 days', false],
    ['by at least 3 members', 'within 60 days', false],
    ['(no member against, the attacker not voting)', 'within 60 days', false],
    ['a majority of those present and voting', 'within 60 days', false],
    ['(no member against, quorum 4 members)', 'within 60 days', true],
  ] as const) {
    it(`is so in the interpreter: ${decision}, else ${fallback || 'at any time'}`, () => {
      const case_ = caseOf(compileText(GUARANTEE(decision, fallback)));
      const question = { promise: 'Help', arrangement: 'Alone', scenario: 'BorduriaAttacks' };
      const [cell] = new Session(case_).judge(question)[0]!.cells;
      expect(checkDelay(case_, question, cell!, () => decision)).toBe(held);
    });
  }
});
