/**
 * The engine, which counts and searches, and the interpreter, which tries every text, agree on random negotiations. They share the data types and
 * docs/agreement.md, and no code.
 */
import { describe, expect, it } from 'vitest';
import { agreeByTrying, describe as print, randomNegotiation, settledIn, TooBig, type OracleAgreement, type RandomNegotiation } from '@casus/oracle';
import type { Agreement } from '../src/index.js';
import { bothSides, sameText } from './support/compare.js';

/** How many random negotiations; 300 at each run, more by `CASUS_RANDOM=100000`, other ones by `CASUS_SEED`. */
const RUNS = Number(process.env['CASUS_RANDOM'] ?? 300);
const FIRST = Number(process.env['CASUS_SEED'] ?? 1);
const PART = 50;

const shown = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (key === 'place' ? undefined : typeof part === 'bigint' ? String(part) : part instanceof Map ? [...(part as Map<unknown, unknown>)] : part));

/** Tries every text; undefined where there are too many, or where a promise takes too long to judge. */
function tried({ case_, question }: RandomNegotiation): OracleAgreement | undefined {
  try {
    return agreeByTrying(case_, { ...question, most: 1_500, limit: 1_500 });
  } catch (error) {
    if (error instanceof TooBig) return undefined;
    throw error;
  }
}

/** The text that the engine gives for each deal is a possible text in which just what is given up is unmet. */
function replayDeals({ deals, points }: Agreement, oracle: OracleAgreement, context: () => string): void {
  for (const { concession, text, texts } of deals) {
    const deal = sameText(oracle, points, text, (own) => settledIn(oracle.layout, own));
    expect(deal, `${context()}\nno such text: ${shown(text)}`).toBeDefined();
    const kept = oracle.demands.map(({ id }) => id).filter((id) => !concession.lines.includes(id));
    expect(oracle.meets(deal!, kept), `${context()}\ngiving up ${concession.lines.join(' ')}: ${shown(text)}`).toBe(true);
    expect(texts, context()).toBe(BigInt(oracle.texts.filter((each) => oracle.meets(each, kept)).length));
  }
}

/** No text meets a conflict; without any one of its demands, some text meets the rest. */
function replayConflicts({ conflicts }: Agreement, oracle: OracleAgreement, context: () => string): void {
  const isMet = (lines: readonly string[]): boolean => oracle.texts.some((text) => oracle.meets(text, lines));
  for (const { lines } of conflicts.found) {
    expect(isMet(lines), `${context()}\n${lines.join(' ')}`).toBe(false);
    for (const line of lines) expect(isMet(lines.filter((other) => other !== line)), `${context()}\n${lines.join(' ')} without ${line}`).toBe(true);
  }
}

/** Compares one negotiation; false if it is too big to try. */
function compare(seed: number): boolean {
  const negotiation = randomNegotiation(seed);
  const oracle = tried(negotiation);
  if (oracle === undefined) return false;
  const { case_, question } = negotiation;
  const context = (): string => `seed ${seed}\n${print(case_)}\n${shown([...case_.negotiations.values()])}\n${case_.positions.map(shown).join('\n')}\n${shown(question)}`;
  const sides = bothSides(case_, question, oracle);
  expect(sides.engine, context()).toEqual(sides.oracle);
  replayDeals(sides.agreement, oracle, context);
  replayConflicts(sides.agreement, oracle, context);
  return true;
}

describe('the engine and the interpreter, which share no code, agree on random negotiations', () => {
  for (let start = 0; start < RUNS; start += PART) {
    const size = Math.min(PART, RUNS - start);
    it(`negotiations ${FIRST + start} to ${FIRST + start + size - 1}`, { timeout: 600_000 }, () => {
      const compared = Array.from({ length: size }, (_, i) => compare(FIRST + start + i)).filter(Boolean).length;
      expect(compared, 'too many of them are too big to try').toBeGreaterThan(size * 0.85);
    });
  }

  it('negotiations on which they once differed', () => {
    // Brackets among those who count on a promise; references between instruments; a scenario in which nobody is left to attack.
    for (const seed of [51, 104, 205, 258, 701_217, 700_077, 701_300, 701_458]) expect(compare(seed), `seed ${seed}`).toBe(true);
  });
});
