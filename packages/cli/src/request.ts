/** What a question about one judgment names: an arrangement, a scenario, an attacker, options. */
import { attackersOf, type Case, type Id } from '@casus/model';
import type { JudgeRequest } from '@casus/analysis';
import { listing, lookUp, lookUpOptions, refuseTwoOfOneIssue } from './lookup.js';
import { UsageError } from './usage-error.js';

/** As the command line gives them. */
export interface RequestOptions {
  readonly in: string;
  readonly when: string;
  readonly attacker?: string;
  readonly with: readonly string[];
  readonly asOf?: string;
}

/** An attacker that the scenario allows: of a family one of its members, otherwise one of its own attackers. */
function attackerOf(case_: Case, scenario: Id, given: string, { asOf }: RequestOptions): Id {
  const possible = attackersOf(case_, { ...case_.scenarios.get(scenario)!, everyAttacker: true }, asOf).filter((id) => id !== undefined);
  const actor = lookUp('actor', given, case_.actors);
  if (possible.includes(actor)) return actor;
  const who = possible.length === 0 ? 'nobody attacks in it' : listing('attacker', possible);
  throw new UsageError(`\`${actor}\` is not an attacker of the scenario \`${scenario}\`; ${who}`);
}

/** The judgment that is asked for, but for the promise. */
export function settingOf(case_: Case, options: RequestOptions): Omit<JudgeRequest, 'promise'> {
  const taken = lookUpOptions(case_, options.with);
  refuseTwoOfOneIssue(case_, taken);
  const arrangement = lookUp('arrangement or instrument', options.in, case_.arrangements, case_.instruments);
  const scenario = lookUp('scenario', options.when, case_.scenarios);
  return {
    arrangement,
    scenario,
    ...(options.attacker === undefined ? {} : { attacker: attackerOf(case_, scenario, options.attacker, options) }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    options: taken,
  };
}

/** The judgment of a promise that is asked for. */
export function requestOf(case_: Case, promise: string, options: RequestOptions): JudgeRequest {
  return { promise: lookUp('promise', promise, case_.promises), ...settingOf(case_, options) };
}
