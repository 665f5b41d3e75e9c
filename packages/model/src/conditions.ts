import { FALSE, TRUE, type Node } from '@casus/diagrams';
import type { Cond, Deadline, Determination, Id, Quantifier, Target } from './case.js';
import { optsOut } from './decisions.js';
import type { Meaning } from './meaning.js';
import { membersOfDeeds } from './parties.js';
import { aimsOf, membersOf, type Members } from './sets.js';
import { scaleToWhole } from './rational.js';
import { AT_ONCE, days, daysBetween, INDETERMINATE, NO_LIMIT, type Time } from './time.js';
import { allTimed, anyTimed, delayed, everTrue, fromStart, NEVER, onlyIf, pointwise, type Timed } from './timed.js';
import { rational } from './rational.js';

/** When a condition comes true, as a function of the choices (docs/meaning.md, section 5). */
export function holds(meaning: Meaning, cond: Cond): Timed {
  const { manager: m, world } = meaning;
  switch (cond.kind) {
    case 'true':
      return fromStart(TRUE);
    case 'and':
      return allTimed(m, cond.of.map((part) => holds(meaning, part)));
    case 'or':
      return anyTimed(m, cond.of.map((part) => holds(meaning, part)));
    case 'not':
      return fromStart(m.not(everTrue(holds(meaning, cond.of))));
    case 'event':
      return fromStart(happens(meaning, cond));
    case 'decided':
      return after(meaning, fromStart(meaning.passes(cond.decision)), cond.decision.deadline);
    case 'failing':
      // Where the text sets no time for the decision, it never fails.
      return after(meaning, fromStart(m.not(meaning.passes(cond.decision))), cond.decision.deadline).filter(({ at }) => at.kind !== 'none');
    case 'did': {
      const who = membersOf(meaning, cond.who);
      return quantified(meaning, cond.quantifier, who, (actor) => doesAll(meaning, actor, cond.act, cond.target, who, 'done'));
    }
    case 'consent':
      return fromStart(meaning.consent(cond.who, cond.any, cond.subject));
    case 'request':
      return fromStart(meaning.requested(cond));
    case 'fact': {
      const settled = world.scenario.facts.get(cond.fact);
      return fromStart(settled === undefined ? meaning.choices.nature(`fact:${cond.fact}`) : settled ? TRUE : FALSE);
    }
    case 'finds':
      return after(meaning, fromStart(found(meaning, cond.determination)), cond.determination.deadline);
    case 'unfound':
      return after(meaning, fromStart(m.not(found(meaning, cond.determination))), cond.determination.deadline).filter(({ at }) => at.kind !== 'none');
    case 'opted-out':
      return fromStart(meaning.chosenBy(cond.who, cond.any, (actor) => optsOut(meaning, cond.decision, actor)));
    case 'signed':
    case 'ratified':
    case 'withdrawn': {
      const done = doneAlready(meaning, cond);
      const who = membersOf(meaning, cond.who);
      return quantified(meaning, cond.quantifier, who, (actor) => fromStart(m.or(done.get(actor) ?? FALSE, meaning.choices.act(`${VERBS[cond.kind]}:${cond.instrument}:${actor}`, actor))));
    }
    case 'after':
      return after(meaning, holds(meaning, cond.of), cond.delay);
    case 'choice':
      return anyTimed(m, [NEVER, ...cond.alternatives.map(({ option, value }) => onlyIf(m, holds(meaning, value), meaning.option(option)))]);
  }
}

const VERBS = { signed: 'sign', ratified: 'ratify', withdrawn: 'withdraw' } as const;

/** Who has signed or ratified by the date of the judgment, as the text records it. */
function doneAlready(meaning: Meaning, cond: Extract<Cond, { kind: 'signed' | 'ratified' | 'withdrawn' }>): Members {
  const instrument = meaning.world.case.instruments.get(cond.instrument);
  if (instrument === undefined || cond.kind === 'withdrawn') return new Map();
  return membersOfDeeds(meaning, cond.kind === 'signed' ? instrument.signatures : instrument.ratifications);
}

/** Where the determination is made, and requested if it has to be. */
function found(meaning: Meaning, { who, any, fact, request }: Determination): Node {
  return meaning.manager.and(meaning.requested(request), meaning.choiceOf(who, any, (actor) => `finds:${fact}:${actor}`));
}

/** Whether an event of the scenario is of the kind, on and by those meant, and in place. */
function happens(meaning: Meaning, cond: Extract<Cond, { kind: 'event' }>): Node {
  const { manager: m, world } = meaning;
  const { regions, events } = world.case;
  const on = membersOf(meaning, cond.on);
  const by = cond.by && membersOf(meaning, cond.by);
  const touches = (actors: ReadonlySet<Id>, set: Members): Node => m.orAll([...actors].map((actor) => set.get(actor) ?? FALSE));
  return m.orAll(
    world.events
      .filter((event) => meaning.descends(events, event.event, cond.event))
      .filter(({ region }) => {
        if (region === undefined) return true;
        const inside = (larger: Id): boolean => meaning.descends(regions, region, larger);
        return (cond.within === undefined || cond.within.some(inside)) && !(cond.outside ?? []).some(inside);
      })
      .map((event) => m.and(touches(event.on, on), by === undefined ? TRUE : touches(event.by, by))),
  );
}

/** Later by a deadline, which may depend on the text. */
export function after(meaning: Meaning, timed: Timed, deadline: Deadline): Timed {
  const { manager: m, world } = meaning;
  if (deadline.kind !== 'choice') return delayed(timed, lengthOf(deadline, world.date));
  let rest: Node = TRUE;
  const parts = deadline.alternatives.map(({ option, value }) => {
    const taken = meaning.option(option);
    rest = m.and(rest, m.not(taken));
    return onlyIf(m, after(meaning, timed, value), taken);
  });
  return anyTimed(m, [...parts, onlyIf(m, delayed(timed, NO_LIMIT), rest)]);
}

function lengthOf(deadline: Exclude<Deadline, { kind: 'choice' }>, date: string | undefined): Time {
  switch (deadline.kind) {
    case 'none':
      return NO_LIMIT;
    case 'days':
      return days(deadline.days);
    case 'indeterminate':
      return INDETERMINATE;
    case 'date': {
      if (date === undefined) return INDETERMINATE;
      const count = daysBetween(date, deadline.date);
      return count <= 0 ? AT_ONCE : days(rational(count));
    }
  }
}

/** So many of a set, each at its time. The base of a share is the whole set, `among` only those who can count. */
export function quantified(meaning: Meaning, quantifier: Quantifier, set: Members, of: (actor: Id) => Timed, among: Members = set): Timed {
  const { manager: m } = meaning;
  const actors = [...among];
  const each = actors.map(([actor]) => of(actor));
  const both = (nodes: readonly Node[]): Node[] => nodes.map((node, i) => m.and(actors[i]![1], node));
  switch (quantifier.kind) {
    case 'all': {
      const some = m.orAll(actors.map(([, in_]) => in_));
      return some === FALSE ? NEVER : pointwise(each, (nodes) => m.and(some, m.andAll(nodes.map((node, i) => m.implies(actors[i]![1], node)))));
    }
    case 'at-least':
      if (quantifier.count <= 0) return fromStart(TRUE);
      return pointwise(each, (nodes) => (quantifier.count === 1 ? m.orAll(both(nodes)) : m.atLeast(both(nodes), quantifier.count)));
    case 'share': {
      const whole = [...set];
      const { whole: weights } = scaleToWhole(whole.map(([actor]) => meaning.attribute(actor, quantifier.attribute)));
      const { num, den } = quantifier.share;
      const positive = m.orAll(whole.map(([, in_], i) => (weights[i]! > 0n ? in_ : FALSE)));
      const positions = new Map(actors.map(([actor], i) => [actor, i]));
      const comparison = quantifier.strict ? '>' : '>=';
      const reached = (nodes: readonly Node[]): Node => {
        const items = whole.map(([actor, in_], i) => {
          const position = positions.get(actor);
          const does = position === undefined ? FALSE : m.and(actors[position]![1], nodes[position]!);
          return { cases: [[m.and(in_, does), weights[i]! * (den - num)], [in_, -weights[i]! * num]] as [Node, bigint][] };
        });
        return m.and(positive, m.linear(items, 0n, comparison));
      };
      // A share of nothing is reached by nobody's doing anything: from the start.
      return anyTimed(m, [fromStart(reached(actors.map(() => FALSE))), pointwise(each, reached)]);
    }
  }
}

/** An actor does the act to all that it is aimed at. */
export function doesAll(meaning: Meaning, actor: Id, act: Id, target: Target, bearers: Members, half: 'owed' | 'done'): Timed {
  const { manager: m } = meaning;
  const aims = aimsOf(meaning, target, actor, bearers);
  if (aims.length === 0) return NEVER;
  const some = m.orAll(aims.map((aim) => aim.when));
  const each = aims.map((aim) => {
    const does = half === 'owed' ? meaning.owed(actor, act, aim.target) : meaning.done(actor, act, aim.target);
    return aim.when === TRUE ? does : anyTimed(m, [does, fromStart(m.not(aim.when))]);
  });
  return onlyIf(m, allTimed(m, each), some);
}
