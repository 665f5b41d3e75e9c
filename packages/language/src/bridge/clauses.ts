import type { Cond, Id } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { optionsOf } from './brackets.js';
import { condition, event, failureOf } from './conditions.js';
import type { Bridge, Extra, Site } from './context.js';
import type { Around } from './norms.js';
import { placeOf } from './places.js';

/** What stands around the clauses of an article: nothing. */
export const NOTHING_AROUND: Around = { when: [], options: [], broken: false };

/** A clause with no other clauses around or inside it but those of readings. */
export type Plain = Exclude<ast.Clause, ast.Upon | ast.If | ast.BracketClause>;

/** Takes each clause with the events, conditions and options that stand around it. `subject`: what a consent in those conditions is consent to. */
export function eachClause(b: Bridge, at: Site, subject: Id, list: readonly ast.Clause[], around: Around, take: (clause: Plain, around: Around) => void): void {
  const inner = (clauses: readonly ast.Clause[], of: Around): void => eachClause(b, at, subject, clauses, of, take);
  for (const clause of list) {
    switch (clause.$type) {
      case 'Upon': {
        const before = b.holes;
        const trigger = event(b, at, clause.event);
        inner(clause.clauses, under(around, trigger, b.holes > before));
        break;
      }
      case 'If': {
        const before = b.holes;
        const cond = condition(b, at, clause.cond, subject);
        const understood = b.holes === before;
        inner(clause.clauses, under(around, cond, !understood));
        if (clause.otherwise.length === 0) break;
        const opposite: Cond = { kind: 'not', of: cond, place: cond.place };
        const failure = clause.failing ? failureOf(cond) : opposite;
        if (understood && typeof failure === 'string') b.report('form/incomplete', placeOf(at.file, clause.cond), ...UNFAILING[failure]);
        inner(clause.otherwise, typeof failure === 'string' ? under(around, opposite, true) : under(around, failure, !understood));
        break;
      }
      case 'BracketClause': {
        const options = optionsOf(b, at, clause.alternatives);
        clause.alternatives.forEach((alternative, i) => inner(alternative.clauses, withOption(around, options[i])));
        break;
      }
      default:
        take(clause, around);
    }
  }
}

/** Why `failing which` has nothing to speak of. */
const UNFAILING: Readonly<Record<'no decision' | 'no deadline', readonly [message: string, extra: Extra]>> = {
  'no decision': ['`failing which` speaks of a decision that is not taken, and this condition is not one decision', {
    help: 'write `otherwise`, or put the decision into an `if` of its own, inside the other conditions',
  }],
  'no deadline': ['`failing which` begins when the time for the decision is over, and the text sets none', {
    help: 'write `within … days` behind the decision; or `otherwise`, which asks only whether it is taken',
  }],
};

/** What stands around the sentences under a condition. */
function under(around: Around, cond: Cond, broken: boolean): Around {
  return { ...around, when: [...around.when, cond], broken: around.broken || broken };
}

/** What stands around the sentences of an alternative; of an unknown option they belong to no text. */
export function withOption(around: Around, option: Id | undefined): Around {
  if (option === undefined) return { ...around, broken: true };
  return around.options.includes(option) ? around : { ...around, options: [...around.options, option] };
}
