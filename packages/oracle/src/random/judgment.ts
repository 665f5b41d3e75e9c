/**
 * Random judgments: a random case, a question to it, and its verdict by trying everything.
 */
import type { Case, Strength } from '../../../model/src/case.js';
import { TooBig } from '../choices.js';
import { judge, type OracleVerdict, type Question } from '../judge.js';
import { Dice } from './dice.js';
import { randomCase, randomQuestion } from './case.js';

/** A case, a question to it, and the answer. `seed` makes the case again: `randomCase(seed)`. */
export interface RandomJudgment {
  readonly seed: number;
  readonly case_: Case;
  readonly question: Question;
  readonly verdict: OracleVerdict;
}

/** How often a judgment of a strength is kept: the ones that most random cases have are mostly passed over. */
const KEPT: Readonly<Record<Strength, number>> = { automatic: 0.4, collective: 1, captive: 1, hollow: 1, voluntary: 0.3, forbidden: 0.25 };

/**
 * A random judgment from an integer seed; the same seed, the same judgment. Passes over cases that take more than `limit` evaluations,
 * that have no attacker, and most of those with a common strength, so that all strengths are met often.
 */
export function randomJudgment(seed: number, limit = 20_000): RandomJudgment {
  const dice = new Dice(seed);
  for (let tries = 0; ; tries++) {
    const own = dice.below(2 ** 31);
    const found = judgment(own, limit);
    if (found !== undefined && (dice.chance(KEPT[found.verdict.strength]) || tries > 20)) return found;
  }
}

/** The judgment of `randomCase(seed)`; undefined if it is too big or has no attacker. */
export function judgment(seed: number, limit: number): RandomJudgment | undefined {
  const case_ = randomCase(seed);
  const question = randomQuestion(case_, seed);
  if (question === undefined) return undefined;
  try {
    return { seed, case_, question, verdict: judge(case_, { ...question, limit }) };
  } catch (error) {
    if (error instanceof TooBig) return undefined;
    throw error;
  }
}
