/**
 * How many defaults a promise survives: the game in which duties are kept or not (docs/meaning.md, section 8).
 */
import type { Id } from '../../model/src/case.js';
import { canAvoid, keepsOf, playAll, type Budget, type Choice } from './choices.js';
import { subsets } from './games.js';
import { evaluate, type Mode } from './promises.js';
import type { World } from './world.js';

/**
 * The least number of actors, neither hostile nor helpers, whose default makes the promise fail although all but the hostile work for
 * it, less one; −1 if it fails because the hostile default; undefined if no default makes it fail.
 */
export function defaultsSurvived(world: World, mode: Mode, helpers: ReadonlySet<Id>, spend: Budget): number | undefined {
  const asked = new Map<string, Id>();
  const table = playAll(
    ask =>
      evaluate(world, mode, ask, {
        pledges: false,
        keeps: (actor, askFor) => {
          if (world.hostile.has(actor)) return false;
          if (helpers.has(actor)) return true;
          const choice = keepsOf(actor);
          asked.set(choice.key, actor);
          return askFor(choice) === 'true';
        },
      }),
    spend,
  );
  const isOurs = (c: Choice): boolean => c.owner !== null && !world.hostile.has(c.owner);
  const fewest = subsets([...asked.values()]).find(defaulting => {
    const keeps = (c: Choice): string | undefined => {
      const actor = asked.get(c.key);
      return actor === undefined ? undefined : String(!defaulting.includes(actor));
    };
    return !canAvoid(table, isOurs, keeps);
  });
  return fewest === undefined ? undefined : fewest.length - 1;
}
