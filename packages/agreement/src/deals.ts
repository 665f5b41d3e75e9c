import { compareRational, type Rational } from '@casus/model';
import type { Stopped } from '@casus/solver';
import type { Demand } from './demands.js';
import { groundOf } from './ground.js';
import type { Problem } from './problem.js';
import type { Concession, Deal, Ground } from './result.js';

/** So many of the nearest texts are told. */
const MOST_DEALS = 24;

/** What the nearest texts have in common is not looked for where there are more ways to them. */
const MOST_COMPARED = 1_000;

/** The nearest texts: those that give up the fewest demands, and those that give up the least weight. */
export function dealsOf(problem: Problem, demands: readonly Demand[], concessions: readonly Concession[], stopped?: Stopped): readonly Deal[] {
  const nearest = [...new Set([...fewest(concessions), ...cheapest(concessions)])];
  // Where the texts of one concession are too many and too different, those of the next are as well.
  let counting = true;
  return nearest.slice(0, MOST_DEALS).flatMap((concession): Deal[] => {
    const rest = demands.filter(({ line }) => !concession.lines.includes(line.id));
    const search = problem.search([rest], stopped);
    const found = problem.unlessStopped(() => ({ text: search.first(), ground: groundOf(search) }));
    if (found?.text === undefined) return [];
    const texts = counting ? problem.count(rest) : undefined;
    counting = texts !== undefined;
    return [{ concession, ...(texts === undefined ? {} : { texts }), ground: found.ground, text: found.text }];
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
export function commonGround(problem: Problem, demands: readonly Demand[], concessions: readonly Concession[], stopped?: Stopped): Ground | undefined {
  return problem.unlessStopped(() => {
    const all = problem.search([demands], stopped);
    if (all.some() !== undefined) return groundOf(all);
    const least = fewest(concessions);
    if (least.length === 0 || least.length > MOST_COMPARED) return undefined;
    const near = problem.search(least.map(({ lines }) => demands.filter(({ line }) => !lines.includes(line.id))), stopped);
    return near.some() === undefined ? undefined : groundOf(near);
  });
}
