import { compareRational } from '@casus/model';
import type { Stopped } from '@casus/solver';
import type { Demand } from './demands.js';
import { groundOf } from './ground.js';
import type { Problem } from './problem.js';
import type { Concession, Deal, Ground } from './result.js';

/** So many of the nearest texts are told. */
const MOST_DEALS = 24;

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
  const least = Math.min(...concessions.map(({ lines }) => lines.length));
  return concessions.filter(({ lines }) => lines.length === least);
}

/** The concessions of the least weight. */
export function cheapest(concessions: readonly Concession[]): readonly Concession[] {
  return concessions.filter(({ weight }) => concessions.every((other) => compareRational(weight, other.weight) <= 0));
}

/** What is common ground: among all texts that meet every demand, or else all that take a concession of the least number. */
export function commonGround(problem: Problem, demands: readonly Demand[], concessions: readonly Concession[], stopped?: Stopped): Ground | undefined {
  return problem.unlessStopped(() => {
    const all = problem.search([demands], stopped);
    if (all.some() !== undefined) return groundOf(all);
    if (concessions.length === 0) return undefined;
    const near = problem.search(fewest(concessions).map(({ lines }) => demands.filter(({ line }) => !lines.includes(line.id))), stopped);
    return near.some() === undefined ? undefined : groundOf(near);
  });
}
