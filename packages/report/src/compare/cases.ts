/** Cases in which something is so, in words. */
import type { Case, Id } from '@casus/model';
import { actorNames } from '../names.js';
import { listed } from '../words.js';

/** Scenarios that a line names, and attackers of a family; more are counted. */
const MOST = 6;

/** A scenario; of a family with one of its attackers. */
export interface InCase {
  readonly scenario: Id;
  readonly attacker?: Id;
}

/** “RussiaAttacks, GuarantorAttacks by China or France”: the scenarios, of a family with the attackers together. */
export function casesWords(cases: readonly Case[], all: readonly InCase[]): string {
  const byScenario = new Map<Id, Id[]>();
  for (const { scenario, attacker } of all) byScenario.set(scenario, [...(byScenario.get(scenario) ?? []), ...(attacker === undefined ? [] : [attacker])]);
  const name = (actor: Id): string => listed(actorNames(cases.find(({ actors }) => actors.has(actor)) ?? cases[0]!, [actor]));
  return listed([...byScenario].map(([scenario, attackers]) => (attackers.length === 0 ? scenario : `${scenario} by ${listed([...new Set(attackers)].map(name), 'or', MOST)}`)), 'or', MOST);
}
