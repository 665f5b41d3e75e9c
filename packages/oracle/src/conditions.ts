/**
 * Conditions: whether one has come true by a time (docs/meaning.md, section 5).
 */
import type { Cond, Deed, Determination, Id, Quantifier, Request } from '../../model/src/case.js';
import { consentOf, declaresOf, factOf, findsOf, ratifyOf, requestOf, signOf, withdrawOf } from './choices.js';
import { castsAbstention, passes, total } from './decisions.js';
import { descends, targetsOf } from './ground.js';
import { done } from './norms.js';
import { reaches, times } from './rational.js';
import type { Run } from './run.js';
import { chosen, hasCome, members, spanOf } from './sets.js';
import { before, type Time } from './time.js';
import type { World, WorldEvent } from './world.js';

/**
 * The quantifier over `counted`, of what holds of each; a share is taken of the sum over `basis`. *All* of nobody is false.
 */
export function quantify(world: World, quantifier: Quantifier, counted: readonly Id[], basis: readonly Id[], holdsOf: (actor: Id) => boolean): boolean {
  switch (quantifier.kind) {
    case 'all':
      return counted.length > 0 && counted.every(holdsOf);
    case 'at-least': {
      let number = 0;
      for (const actor of counted) {
        if (number >= quantifier.count) break;
        if (holdsOf(actor)) number++;
      }
      return number >= quantifier.count;
    }
    case 'share': {
      const whole = total(world, basis, quantifier.attribute);
      if (whole.num === 0n) return false;
      const part = total(world, counted.filter(holdsOf), quantifier.attribute);
      return reaches(part, times(quantifier.share, whole), quantifier.strict);
    }
  }
}

/** holds(c, t); with `t` undefined ("no t − δ") false. */
export function holds(run: Run, cond: Cond, t: Time | undefined): boolean {
  if (t === undefined) return false;
  const { world } = run;
  const later = (delay: Parameters<typeof spanOf>[1]): Time | undefined => before(t, spanOf(world, delay), run.terms.short);
  const each = (q: Quantifier, who: readonly Id[], of: (actor: Id) => boolean): boolean => quantify(world, q, who, who, of);
  switch (cond.kind) {
    case 'true':
      return true;
    case 'and':
      return cond.of.every(c => holds(run, c, t));
    case 'or':
      return cond.of.some(c => holds(run, c, t));
    case 'not':
      return !holds(run, cond.of, 'none');
    case 'event':
      return world.events.some(e => fits(run, e, cond));
    case 'decided':
      return later(cond.decision.deadline) !== undefined && passes(run, cond.decision);
    case 'failing':
      return spanOf(world, cond.decision.deadline) !== 'none' && later(cond.decision.deadline) !== undefined && !passes(run, cond.decision);
    case 'did': {
      const all = members(run, cond.who);
      return each(cond.quantifier, [...all], a => {
        const targets = targetsOf(run, cond.target, a, all);
        return targets.length > 0 && targets.every(target => done(run, a, { act: cond.act, target }, t));
      });
    }
    case 'consent':
      return said(cond.any, [...members(run, cond.who)], a => run.ask(consentOf(cond.subject, a)) === 'true');
    case 'request':
      return requested(run, cond);
    case 'finds':
      return later(cond.determination.deadline) !== undefined && found(run, cond.determination);
    case 'unfound': {
      const { deadline } = cond.determination;
      return spanOf(world, deadline) !== 'none' && later(deadline) !== undefined && !found(run, cond.determination);
    }
    case 'opted-out': {
      const declares = (a: Id): boolean => run.ask(declaresOf(cond.decision.ballots, a)) === 'true';
      return said(cond.any, [...members(run, cond.who)], a => castsAbstention(run, cond.decision, a) && declares(a));
    }
    case 'fact':
      return world.facts.get(cond.fact) ?? run.ask(factOf(cond.fact)) === 'true';
    case 'ratified':
    case 'signed': {
      const instrument = world.case_.instruments.get(cond.instrument);
      const recorded = (cond.kind === 'signed' ? instrument?.signatures : instrument?.ratifications) ?? [];
      const choice = cond.kind === 'signed' ? signOf : ratifyOf;
      return each(cond.quantifier, [...members(run, cond.who)], a => isRecorded(run, recorded, a) || run.ask(choice(cond.instrument, a)) === 'true');
    }
    case 'withdrawn':
      return each(cond.quantifier, [...members(run, cond.who)], a => run.ask(withdrawOf(cond.instrument, a)) === 'true');
    case 'after':
      return holds(run, cond.of, later(cond.delay));
    case 'choice': {
      const value = chosen(world, cond.alternatives);
      return value !== undefined && holds(run, value, t);
    }
  }
}

/** Whether a request is made. */
export function requested(run: Run, request: Request): boolean {
  return said(request.any, [...members(run, request.who)], a => run.ask(requestOf(a)) === 'true');
}

/** Whether a determination is made, whenever, and at the request that it needs. */
function found(run: Run, determination: Determination): boolean {
  const { who, any, fact, request } = determination;
  return said(any, [...members(run, who)], a => run.ask(findsOf(fact, a)) === 'true') && (request === undefined || requested(run, request));
}

/** Whether one of the deeds that count is an actor's. */
function isRecorded(run: Run, deeds: readonly Deed[], actor: Id): boolean {
  return deeds.some(d => hasCome(run.world, d.on) && members(run.outside, d.who).has(actor));
}

/** Any of them, or all of them; of nobody: false. */
function said(any: boolean, who: readonly Id[], yes: (actor: Id) => boolean): boolean {
  return any ? who.some(yes) : who.length > 0 && who.every(yes);
}

function meets(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  return [...a].some(x => b.has(x));
}

function fits(run: Run, event: WorldEvent, cond: Extract<Cond, { kind: 'event' }>): boolean {
  const { world } = run;
  if (!descends(world.case_.events, event.event, cond.event)) return false;
  if (!meets(event.on, members(run, cond.on))) return false;
  if (cond.by !== undefined && !meets(event.by, members(run, cond.by))) return false;
  const { region } = event;
  if (region === undefined) return true;
  const inside = (regions: readonly Id[]): boolean => regions.some(r => descends(world.case_.regions, region, r));
  return (cond.within === undefined || inside(cond.within)) && !(cond.outside !== undefined && inside(cond.outside));
}
