/** What the findings say about time, on random instruments: the worst path adds up to the longest time, and what the hostile side can hold up is so in the interpreter too. */
import { Session, type Cell } from '@casus/analysis';
import { rational, type Case, type Rational } from '@casus/model';
import { describe as print, judge, randomJudgment, type OracleVerdict, type Question } from '@casus/oracle';
import { describe, expect, it } from 'vitest';
import { insideOf } from '../src/details.js';
import { worstPath } from '../src/path.js';

const RUNS = Number(process.env['CASUS_RANDOM_TIMES'] ?? 600);
const OWED = ['automatic', 'collective'];

/** The same judgment, the promise to be kept within so many days. */
function within(case_: Case, question: Question, days: Rational): OracleVerdict {
  const promise = { ...case_.promises.get(question.promise)!, within: days };
  return judge({ ...case_, promises: new Map([...case_.promises, [promise.id, promise]]) }, question);
}

const passive = (verdict: OracleVerdict): boolean => verdict.half === 'owed' && (verdict.othersAbstain || verdict.othersAbsent);

/** Every judgment of a random case with one text. */
function* judgments(): Iterable<{ readonly case_: Case; readonly question: Question; readonly cell: Cell; readonly verdict: ReturnType<Session['judge']>[number]; readonly context: string }> {
  for (let seed = 1; seed <= RUNS; seed++) {
    const { case_, question } = randomJudgment(seed);
    const [verdict] = new Session(case_).judge({ ...question });
    for (const cell of verdict!.cells) yield { case_, question: { ...question, options: [...verdict!.fixed, ...cell.text.values()] }, cell, verdict: verdict!, context: `seed ${seed}\n${print(case_)}\n${JSON.stringify(question)}` };
  }
}

describe('the worst path', () => {
  it('takes the longest time, step by step', () => {
    let timed = 0;
    for (const { case_, cell, verdict, context } of judgments()) {
      const { longest } = cell.details;
      if (longest?.kind !== 'days' || longest.days.num === 0n || case_.promises.get(verdict.promise)!.within !== undefined) continue;
      const path = worstPath(case_, verdict, cell, insideOf(cell.strength, (actor) => !verdict.hostile.includes(actor)));
      expect(path?.total, context).toEqual(longest);
      const sum = path!.steps.reduce((all, { adds }) => (adds.kind === 'days' ? rational(all.num * adds.days.den + adds.days.num * all.den, all.den * adds.days.den) : all), rational(0));
      expect(path!.steps.length > 0 ? sum : longest.days, `${context}\n${JSON.stringify(path, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`).toEqual(longest.days);
      timed++;
    }
    expect(timed).toBeGreaterThan(5);
  });
});

describe('what the hostile side can hold up', () => {
  it('is owed by the early time if that side does nothing, and not before the late one if it does its worst', () => {
    let held = 0;
    for (const { case_, question, cell, context } of judgments()) {
      const { heldUp, longest } = cell.details;
      if (!OWED.includes(cell.strength)) expect(heldUp, context).toBeUndefined();
      if (heldUp === undefined) {
        if (cell.strength !== 'collective' || longest?.kind !== 'days' || longest.days.num === 0n || longest.days.den !== 1n) continue;
        // All times of the random cases are whole days.
        expect(passive(within(case_, question, rational(longest.days.num - 1n))), context).toBe(false);
        continue;
      }
      if (heldUp.passive.kind !== 'days') continue;
      held++;
      const early = within(case_, question, heldUp.passive.days);
      expect(passive(early), context).toBe(true);
      expect(OWED.includes(early.strength), context).toBe(false);
      if (heldUp.against.kind === 'days') expect(OWED.includes(within(case_, question, heldUp.against.days).strength), context).toBe(true);
    }
    expect(held).toBeGreaterThan(0);
  });
});
