/**
 * Conditions: whether one has come true by a time (docs/meaning.md, section 5).
 */
import type { Cond, Id, Quantifier } from '../../model/src/case.js';
import { consentOf, factOf, ratifyOf, requestOf, withdrawOf } from './choices.js';
import { passes, total } from './decisions.js';
import { descends, targetsOf } from './ground.js';
import { done } from './norms.js';
import { reaches, times } from './rational.js';
import type { Run } from './run.js';
import { chosen, members, spanOf } from './sets.js';
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
      return world.events.some(e => fits(world, e, cond));
    case 'decided':
      return later(cond.decision.deadline) !== undefined && passes(run, cond.decision);
    case 'failing':
      return spanOf(world, cond.decision.deadline) !== 'none' && later(cond.decision.deadline) !== undefined && !passes(run, cond.decision);
    case 'did': {
      const all = members(world, cond.who);
      return each(cond.quantifier, [...all], a => {
        const targets = targetsOf(world, cond.target, a, all);
        return targets.length > 0 && targets.every(target => done(run, a, { act: cond.act, target }, t));
      });
    }
    case 'consent':
      return said(cond.any, [...members(world, cond.who)], a => run.ask(consentOf(cond.subject, a)) === 'true');
    case 'request':
      return said(cond.any, [...members(world, cond.who)], a => run.ask(requestOf(a)) === 'true');
    case 'fact':
      return world.facts.get(cond.fact) ?? run.ask(factOf(cond.fact)) === 'true';
    case 'ratified':
      return each(cond.quantifier, [...members(world, cond.who)], a => run.ask(ratifyOf(cond.instrument, a)) === 'true');
    case 'withdrawn':
      return each(cond.quantifier, [...members(world, cond.who)], a => run.ask(withdrawOf(cond.instrument, a)) === 'true');
    case 'after':
      return holds(run, cond.of, later(cond.delay));
    case 'choice': {
      const value = chosen(world, cond.alternatives);
      return value !== undefined && holds(run, value, t);
    }
  }
}

/** Any of them, or all of them; of nobody: false. */
function said(any: boolean, who: readonly Id[], yes: (actor: Id) => boolean): boolean {
  return any ? who.some(yes) : who.length > 0 && who.every(yes);
}

function meets(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  return [...a].some(x => b.has(x));
}

function fits(world: World, event: WorldEvent, cond: Extract<Cond, { kind: 'event' }>): boolean {
  if (!descends(world.case_.events, event.event, cond.event)) return false;
  if (!meets(event.on, members(world, cond.on))) return false;
  if (cond.by !== undefined && !meets(event.by, members(world, cond.by))) return false;
  const { region } = event;
  if (region === undefined) return true;
  const inside = (regions: readonly Id[]): boolean => regions.some(r => descends(world.case_.regions, region, r));
  return (cond.within === undefined || inside(cond.within)) && !(cond.outside !== undefined && inside(cond.outside));
}
