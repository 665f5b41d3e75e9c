import { worldOf, type Case, type Id } from '@casus/model';
import type { Verdict } from './verdict.js';

/**
 * The attacker to ask for when the world of a verdict is made again: of a family the one judged; otherwise only where a run has put somebody else in the
 * place of the scenario's own attackers.
 */
export function attackerOf(case_: Case, { arrangement, scenario, attackers, date }: Verdict): Id | undefined {
  if (attackers.length !== 1) return undefined;
  if (case_.scenarios.get(scenario)?.everyAttacker === true) return attackers[0];
  const own = worldOf(case_, { arrangement, scenario, ...(date === undefined ? {} : { asOf: date }) }).attackers;
  return own.size === 1 && own.has(attackers[0]!) ? undefined : attackers[0];
}
