import { FALSE, TRUE, type Node } from '@casus/diagrams';
import type { Id, Promise_, PromiseExpr, Target } from './case.js';
import { after, doesAll, quantified } from './conditions.js';
import type { Meaning } from './meaning.js';
import { aimsOf, membersOf, roleOf, type Members } from './sets.js';
import { allTimed, anyTimed, fromStart, NEVER, onlyIf, type Timed } from './timed.js';
import { days, NO_LIMIT, type Time } from './time.js';

/** Which half of a verdict: what is owed, or what may lawfully be done. */
export type Half = 'owed' | 'possible';

/** When the promise is kept, as a function of the choices (docs/meaning.md, section 8). */
export function valueOf(meaning: Meaning, expr: PromiseExpr, half: Half): Timed {
  const { manager: m } = meaning;
  switch (expr.kind) {
    case 'and':
      return allTimed(m, expr.of.map((part) => valueOf(meaning, part, half)));
    case 'or':
      return anyTimed(m, expr.of.map((part) => valueOf(meaning, part, half)));
    case 'act': {
      const who = membersOf(meaning, expr.who);
      const counted = new Map<Id, Node>();
      for (const [actor, in_] of who) {
        const counts = meaning.world.hostile.has(actor) ? FALSE : m.and(in_, m.not(onlyItself(meaning, expr.target, actor, who)));
        if (counts !== FALSE) counted.set(actor, counts);
      }
      const does = half === 'owed' ? 'owed' : 'done';
      return quantified(meaning, expr.quantifier, who, (actor) => doesAll(meaning, actor, expr.act, expr.target, who, does), counted);
    }
    case 'decision':
      return after(meaning, fromStart(meaning.passes(expr.decision)), expr.decision.deadline);
    case 'free-to':
      return everyone(meaning, membersOf(meaning, expr.who), (actor, who) =>
        aimsOf(meaning, expr.target, actor, who).map((aim) => anyTimed(m, [meaning.lawful(actor, expr.act, aim.target), fromStart(m.not(aim.when))])),
      );
    case 'no-limit':
      return everyone(meaning, membersOf(meaning, expr.who), (actor) =>
        expr.attributes.map((attribute) => fromStart(m.not(meaning.limited(actor, attribute, expr.upTo)))),
      );
  }
}

/** The texts in which the actor, as one of `who`, could act towards nobody but itself, which does not count. */
export function onlyItself(meaning: Meaning, target: Target, actor: Id, who: Members): Node {
  const { manager: m } = meaning;
  if (target.kind === 'none') return FALSE;
  if (target.kind === 'thing') return target.id === actor ? TRUE : FALSE;
  const set = target.kind === 'each' ? membersOf(meaning, target.set) : target.kind === 'one-another' ? who : new Map([...roleOf(meaning, target.role)].map((id) => [id, TRUE]));
  const others = m.orAll([...set].filter(([id]) => id !== actor).map(([, in_]) => in_));
  return m.and(set.get(actor) ?? FALSE, m.not(others));
}

/** All of these hold of all of a set that is not empty. */
function everyone(meaning: Meaning, who: Members, f: (actor: Id, who: Members) => readonly Timed[]): Timed {
  const { manager: m } = meaning;
  if (who.size === 0) return NEVER;
  const each = [...who].flatMap(([actor, in_]) => f(actor, who).map((timed) => (in_ === TRUE ? timed : anyTimed(m, [timed, fromStart(m.not(in_))]))));
  return onlyIf(m, allTimed(m, each), m.orAll(who.values()));
}

/** The time within which a promise is to be kept. */
export function termOf(promise: Promise_): Time {
  return promise.within === undefined ? NO_LIMIT : days(promise.within);
}
