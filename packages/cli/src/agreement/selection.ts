/** Which positions count, as a user says it. */
import type { Selection } from '@casus/agreement';
import type { Case, Id, Status } from '@casus/model';
import { listing, lookUp } from '../lookup.js';
import { didYouMean } from '../nearest.js';
import { UsageError } from '../usage-error.js';

/** Options that choose, as the command line gives them. */
export interface SelectionOptions {
  readonly on?: string;
  readonly asOf?: string;
  readonly among?: readonly string[];
  readonly only?: readonly string[];
  readonly minGrade?: string;
  readonly without?: readonly string[];
}

const STATUSES: readonly Status[] = ['stated', 'reported', 'inferred'];

/** What stands between commas, each once. */
const parts = (given: readonly string[]): readonly string[] => [...new Set(given.flatMap((names) => names.split(',')).map((name) => name.trim()).filter((name) => name !== ''))];

/** The selection, with every name found in the case. @throws UsageError for what is not there. */
export function selectionOf(case_: Case, { on, asOf, among = [], only = [], minGrade, without = [] }: SelectionOptions): Selection & { readonly negotiation?: Id } {
  for (const [flag, given] of [['--among', among], ['--only', only], ['--without', without]] as const) {
    if (given.length > 0 && parts(given).length === 0) throw new UsageError(`\`${flag}\` names nothing; write names with commas between them, or leave it out`);
  }
  return {
    ...(on === undefined ? {} : { negotiation: lookUp('negotiation', on, case_.negotiations) }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(parts(among).length === 0 ? {} : { among: parts(among).map((name) => holder(case_, name)) }),
    ...(parts(only).length === 0 ? {} : { only: parts(only).map(statusOf) }),
    ...(minGrade === undefined ? {} : { minGrade: gradeOf(minGrade) }),
    ...(parts(without).length === 0 ? {} : { without: parts(without).map((name) => lineNamed(case_, name)) }),
  };
}

/** Actors, and groups and bodies for their members. */
const holder = (case_: Case, name: string): Id => lookUp('actor, group, body or organisation', name, case_.actors, case_.groups, case_.bodies, case_.organisations);

function statusOf(name: string): Status {
  const status = STATUSES.find((one) => one === name.toLowerCase());
  if (status === undefined) throw new UsageError(`\`${name}\` is no way to know a position${didYouMean(name, STATUSES) || ';'} there are: ${STATUSES.join(', ')}`);
  return status;
}

function gradeOf(text: string): string {
  const grade = text.toUpperCase();
  if (!/^[A-E][1-5]$/.test(grade)) throw new UsageError(`\`${text}\` is no grade to ask for; write the reliability of the source from A to E and the credibility of what it says from 1 to 5, as B2`);
  return grade;
}

/** A line by its name: `Russia.veto`, `Russia.3`. */
function lineNamed(case_: Case, name: string): Id {
  const ids = case_.positions.map(({ id }) => id);
  const found = ids.find((id) => id === name) ?? ids.find((id) => id.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  // Of a holder that is there, its own lines help most.
  const own = ids.filter((id) => id.toLowerCase().startsWith(`${name.split('.')[0]!.toLowerCase()}.`));
  throw new UsageError(`there is no line \`${name}\` in the positions${didYouMean(name, ids) || ';'} ${listing('line', own.length > 0 ? own : ids)}`);
}
