/**
 * Replays a witness: the choices that an engine claims to decide a question, played through in the interpreter.
 */
import type { Case } from '../../model/src/case.js';
import { BALLOTS, keepsOf, type Assignment, type Choice } from './choices.js';
import { evaluate, type Mode } from './promises.js';
import type { World } from './world.js';

/** What a choice that the witness leaves out is taken to be. */
export type Adverse = (choice: Choice) => string;

/** The usual default: ballots are *no*, everything else is not done, facts are not so, the first candidate performs. */
export const ADVERSE: Adverse = choice => (choice.values === BALLOTS ? 'no' : choice.values.includes('false') ? 'false' : (choice.values[0] as string));

/** A mode of evaluation, and whether pledges count as kept. */
export type ReplayMode = Mode & { readonly pledges?: boolean };

/**
 * The value of a mode under a witness. A choice that it does not name is what `adverse` says. `keeps:` keys count where they are given;
 * who is not named keeps. `option:` keys take options of issues that the world leaves open, and must agree with those it has taken.
 * Throws if a named choice has no such value, or an option does not agree.
 */
export function replay(case_: Case, world: World, assignment: Assignment, mode: ReplayMode, adverse: Adverse = ADVERSE): boolean {
  const options = new Map(world.options);
  for (const [key, value] of assignment) {
    if (!key.startsWith('option:')) continue;
    const issue = key.slice('option:'.length);
    if ((options.get(issue) ?? value) !== value) throw new Error(`the witness takes \`${value}\`, the text \`${options.get(issue) ?? ''}\``);
    options.set(issue, value);
  }
  const answer = (choice: Choice): string => {
    const named = assignment.get(choice.key);
    if (named === undefined) return adverse(choice);
    if (!choice.values.includes(named)) throw new Error(`the choice \`${choice.key}\` has no value \`${named}\``);
    return named;
  };
  return evaluate({ ...world, case_, options }, mode, answer, {
    pledges: mode.pledges ?? false,
    keeps: actor => (assignment.get(keepsOf(actor).key) ?? 'true') === 'true',
  });
}
