/**
 * The value of a promise at a time (docs/meaning.md, section 8), and the modes in which a world can be evaluated.
 */
import type { Id, Instrument, PromiseExpr } from '../../model/src/case.js';
import type { Ask, Assignment } from './choices.js';
import { quantify, holds } from './conditions.js';
import { passes } from './decisions.js';
import { generalActs, targetsOf } from './ground.js';
import { banned, done, limited, owed } from './norms.js';
import { Run, type Terms, ORDINARY } from './run.js';
import { members, roleMembers, spanOf, taken } from './sets.js';
import { before, type Time } from './time.js';
import type { World } from './world.js';

/** Which half of the verdict: what is owed, or what may at least be done. */
export type Half = 'owed' | 'possible';

/** What is evaluated in a world. */
export type Mode =
  | { readonly kind: 'promise'; readonly expr: PromiseExpr; readonly at: Time; readonly half: Half }
  /** Whether the condition of entry into force of an instrument is met. False if it has none. */
  | { readonly kind: 'entry'; readonly instrument: Id }
  /** Whether one of the conditions that end, or suspend, an instrument is met. */
  | { readonly kind: 'end' | 'suspend'; readonly instrument: Id };

/** The value of a mode in a world, the choices being asked for one by one. */
export function evaluate(world: World, mode: Mode, ask: Ask, terms: Terms = ORDINARY): boolean {
  const run = new Run(world, ask, terms);
  if (mode.kind === 'promise') return value(run, mode.expr, mode.at, mode.half);
  const instrument = world.case_.instruments.get(mode.instrument);
  if (instrument === undefined) throw new Error(`there is no instrument \`${mode.instrument}\``);
  if (mode.kind === 'entry') return enters(run, instrument);
  return (mode.kind === 'end' ? instrument.ends : instrument.suspensions).some(e => e.options.every(o => taken(world, o)) && holds(run, e.when, 'none'));
}

/** In force, or all of it applied provisionally. */
function enters(run: Run, { entry, provisional, articles }: Instrument): boolean {
  if (entry === undefined) return false;
  if (holds(run, entry.when, 'none')) return true;
  if (provisional === undefined) return false;
  const isWhole = provisional.articles.length === 0 || articles.every(a => provisional.articles.includes(a.id));
  if (!isWhole) return false;
  const { date } = run.world;
  if (provisional.since !== undefined) return date === undefined || provisional.since <= date;
  return provisional.when !== undefined && holds(run, provisional.when, 'none');
}

/** The value of a mode under a full assignment. Throws if a choice that is asked for is missing or has no such value. */
export function evaluateUnder(world: World, mode: Mode, assignment: Assignment, terms: Terms = ORDINARY): boolean {
  return evaluate(
    world,
    mode,
    choice => {
      const answer = assignment.get(choice.key);
      if (answer === undefined) throw new Error(`the choice \`${choice.key}\` is missing`);
      if (!choice.values.includes(answer)) throw new Error(`the choice \`${choice.key}\` has no value \`${answer}\``);
      return answer;
    },
    terms,
  );
}

function value(run: Run, expr: PromiseExpr, t: Time, half: Half): boolean {
  const { world } = run;
  switch (expr.kind) {
    case 'and':
      return expr.of.every(e => value(run, e, t, half));
    case 'or':
      return expr.of.some(e => value(run, e, t, half));
    case 'act':
      return actValue(run, expr, t, half);
    case 'decision':
      return before(t, spanOf(world, expr.decision.deadline), run.terms.short) !== undefined && passes(run, expr.decision);
    case 'free-to': {
      const who = members(run, expr.who);
      const isFree = (a: Id): boolean => targetsOf(run, expr.target, a, who).every(target => !banned(run, a, { act: expr.act, target }, t));
      return who.size > 0 && [...who].every(isFree);
    }
    case 'no-limit': {
      const who = [...members(run, expr.who)];
      return who.length > 0 && who.every(a => !expr.attributes.some(attribute => limited(run, a, attribute, expr.upTo)));
    }
  }
}

/**
 * Hostile actors are not counted. Nor is an actor with no target but itself; one that has no target at all counts as not acting. A
 * share is taken of the sum over all of `who`.
 */
function actValue(run: Run, expr: Extract<PromiseExpr, { kind: 'act' }>, t: Time, half: Half): boolean {
  const { world } = run;
  const who = members(run, expr.who);
  const targets = new Map([...who].map(a => [a, targetsOf(run, expr.target, a, who).filter(target => target !== a)]));
  const onlyItself = (a: Id): boolean => targets.get(a)?.length === 0 && aimsAt(run, expr, a);
  const counted = [...who].filter(a => !world.hostile.has(a) && !onlyItself(a));
  const does = half === 'owed' ? owed : done;
  return quantify(world, expr.quantifier, counted, [...who], a => {
    const pairs = (targets.get(a) ?? []).map(target => ({ act: expr.act, target }));
    return pairs.length > 0 && pairs.every(p => does(run, a, p, t));
  });
}

/** Whether an actor is itself among those that the promise aims at. */
function aimsAt(run: Run, expr: Extract<PromiseExpr, { kind: 'act' }>, actor: Id): boolean {
  const { target } = expr;
  if (target.kind === 'thing') return target.id === actor;
  if (target.kind === 'each') return members(run, target.set).has(actor);
  return target.kind === 'role' && roleMembers(run, target.role).has(actor);
}

/** The promise with some of its acts replaced by more general ones, in every way but the one that changes nothing. */
export function generalisations(world: World, expr: PromiseExpr): PromiseExpr[] {
  return replaced(world, expr).slice(1);
}

/** The promise itself, then every way of making some of its acts more general. */
function replaced(world: World, expr: PromiseExpr): PromiseExpr[] {
  if (expr.kind === 'act') return [expr, ...generalActs(world, expr.act).map(act => ({ ...expr, act }))];
  if (expr.kind !== 'and' && expr.kind !== 'or') return [expr];
  const ways = expr.of.reduce<PromiseExpr[][]>((before, part) => before.flatMap(of => replaced(world, part).map(p => [...of, p])), [[]]);
  return ways.map(of => ({ ...expr, of }));
}
