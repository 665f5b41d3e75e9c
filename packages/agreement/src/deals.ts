import { compareRational, type Rational } from '@casus/model';
import type { Demand } from './demands.js';
import { groundOf } from './ground.js';
import type { Problem } from './problem.js';
import type { Concession, Deal, Ground } from './result.js';

/** So many of the nearest texts are told. */
const MOST_DEALS = 24;

/** What the nearest texts have in common is not looked for where there are more ways to them. */
const MOST_COMPARED = 1_000;

/** The nearest texts: those that give up the fewest demands, and those that give up the least weight. */
export function dealsOf(problem: Problem, demands: readonly Demand[], concessions: readonly Concession[]): readonly Deal[] {
  const nearest = [...new Set([...fewest(concessions), ...cheapest(concessions)])];
  return nearest.slice(0, MOST_DEALS).flatMap((concession): Deal[] => {
    const rest = demands.filter(({ line }) => !concession.lines.includes(line.id));
    const counted = problem.ifSmall(() => {
      const texts = problem.together(rest);
      return { texts: problem.space.count(texts), ground: groundOf(problem.space, texts), text: problem.space.one(texts) };
    });
    if (counted?.text !== undefined) return [{ concession, texts: counted.texts, ground: counted.ground, text: counted.text }];
    const text = problem.some(rest);
    return text === undefined ? [] : [{ concession, text, ground: { settled: [], open: [], moot: [] } }];
  });
}

/** The concessions of the least number of demands. */
export function fewest(concessions: readonly Concession[]): readonly Concession[] {
  const least = concessions.reduce((best, { lines }) => Math.min(best, lines.length), Infinity);
  return concessions.filter(({ lines }) => lines.length === least);
}

/** The concessions of the least weight. */
export function cheapest(concessions: readonly Concession[]): readonly Concession[] {
  const least = concessions.reduce<Rational | undefined>((best, { weight }) => (best === undefined || compareRational(weight, best) < 0 ? weight : best), undefined);
  return concessions.filter(({ weight }) => compareRational(weight, least!) === 0);
}

/** What is common ground: among all texts that meet every demand, or else all that take a concession of the least number. */
export function commonGround(problem: Problem, demands: readonly Demand[], concessions: readonly Concession[]): Ground | undefined {
  return problem.ifSmall(() => {
    const { manager: m } = problem.space.choices;
    const all = problem.together(demands);
    if (problem.space.some(all)) return groundOf(problem.space, all);
    const least = fewest(concessions);
    if (least.length === 0 || least.length > MOST_COMPARED) return undefined;
    const near = m.orAll(least.map(({ lines }) => problem.together(demands.filter(({ line }) => !lines.includes(line.id)))));
    return problem.space.some(near) ? groundOf(problem.space, near) : undefined;
  });
}
