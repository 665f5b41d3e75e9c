/** Names as a user types them, found in a case. */
import type { Case, Declared, Id } from '@casus/model';
import { didYouMean, lastPart } from './nearest.js';
import { UsageError } from './usage-error.js';

/** Names that a message lists; a case may have hundreds. */
const MOST_LISTED = 12;

/** What there is of a kind, in one sentence. */
export function listing(kind: string, names: readonly string[]): string {
  if (names.length === 0) return `this case has no ${kind}`;
  const once = [...new Set(names)];
  const shown = once.slice(0, MOST_LISTED).join(', ');
  return once.length > MOST_LISTED ? `there are: ${shown} and ${once.length - MOST_LISTED} more` : `there are: ${shown}`;
}

/**
 * The full name of a declaration: given in full, by its last part or by its title, capitals or not; it must be one only.
 * Otherwise the user is told the nearest and all there are.
 */
export function lookUp(kind: string, given: string, ...tables: readonly ReadonlyMap<Id, Declared>[]): Id {
  const all = tables.flatMap((table) => [...table.values()]);
  const exact = all.find(({ id }) => id === given);
  if (exact) return exact.id;
  const wanted = given.toLowerCase();
  const fits = [...new Set(all.filter(({ id, label }) => [id, lastPart(id), label].some((name) => name.toLowerCase() === wanted)).map(({ id }) => id))];
  if (fits.length === 1) return fits[0]!;
  if (fits.length > 1) throw new UsageError(`\`${given}\` may mean ${fits.map((id) => `\`${id}\``).join(' or ')}; give the full name`);
  const names = all.map(({ id }) => id);
  throw new UsageError(`there is no ${kind} \`${given}\`${didYouMean(given, names) || ';'} ${listing(kind, names)}`);
}

/** An option; of a wrong name that begins with an issue, the options of that issue are told. */
function lookUpOption(case_: Case, given: string): Id {
  const wanted = given.toLowerCase();
  const fits = (name: string): boolean => name.toLowerCase() === wanted || wanted.startsWith(`${name.toLowerCase()}.`);
  const known = [...case_.options.keys()].some((id) => id.toLowerCase() === wanted);
  const issue = known ? undefined : [...case_.issues.values()].find(({ id, name }) => fits(id) || fits(name));
  if (issue === undefined) return lookUp('option', given, case_.options);
  const own = new Map([...case_.options].filter(([, option]) => option.issue === issue.id));
  if (wanted === issue.id.toLowerCase() || wanted === issue.name.toLowerCase()) {
    throw new UsageError(`\`${issue.id}\` is an issue, not an option of one; ${listing('option of it', [...own.keys()])}`);
  }
  return lookUp(`option of the issue \`${issue.id}\` called`, given.slice(wanted.lastIndexOf('.') + 1), own);
}

/** The full names of options. */
export const lookUpOptions = (case_: Case, given: readonly string[]): readonly Id[] =>
  given.flatMap((names) => names.split(',')).map((name) => name.trim()).filter((name) => name !== '').map((name) => lookUpOption(case_, name));

/** Options of one issue exclude each other. */
export function refuseTwoOfOneIssue(case_: Case, options: readonly Id[]): void {
  const taken = new Map<Id, Id>();
  for (const option of options) {
    const issue = case_.options.get(option)?.issue;
    const other = issue === undefined ? undefined : taken.get(issue);
    if (other !== undefined && other !== option) throw new UsageError(`\`${other}\` and \`${option}\` cannot both be taken: they are options of one issue`);
    if (issue !== undefined) taken.set(issue, option);
  }
}
