import { TRUE, type Node, type Var } from '@casus/diagrams';
import {
  after, aimsOf, AT_ONCE, beneficiariesOf, by, Choices, compareTime, days, holds, isKind, Meaning, membersOf, pairsOf, rational, timesOf, valueOf, worldOf,
  type Case, type Cond, type Id, type Place, type PromiseExpr, type Target, type SetExpr, type Time, type Timed,
} from '@casus/model';
import { attackerOf } from './attacker.js';
import { gameAt, isOwn, variablesOf } from './games.js';
import type { Cell, Verdict } from './verdict.js';
import { wordingOf } from './wording.js';

/** One step on the way from the event to the moment at which the promise falls due. */
export interface PathStep {
  readonly kind: 'condition' | 'decision' | 'no-decision' | 'no-finding' | 'delay' | 'duty';
  /** The author's words. */
  readonly text: string;
  readonly place: Place;
  /** The article that it stands in; absent: it stands in the promise. */
  readonly article?: Id;
  /** The time that the step takes, and when it is over. */
  readonly adds: Time;
  readonly at: Time;
}

/** The longest way to a promise that those outside the hostile side can make due. */
export interface WorstPath {
  readonly total: Time;
  readonly steps: readonly PathStep[];
}

/**
 * The worst path: everybody outside the hostile side (or `inside`) works for the promise, the others do their worst, and the steps are those of the clauses
 * on which the latest moment turns. The time that the promise itself sets is left aside. Undefined where it is not owed that way.
 */
export function worstPath(case_: Case, verdict: Verdict, cell: Cell, inside?: (actor: Id) => boolean): WorstPath | undefined {
  return new Walker(case_, verdict, cell, inside).walk();
}

class Walker {
  readonly #choices: Choices;
  readonly #meaning: Meaning;
  readonly #friend: (actor: Id) => boolean;
  #values: ReadonlyMap<Var, boolean> = new Map();

  constructor(
    readonly case_: Case,
    readonly verdict: Verdict,
    readonly cell: Cell,
    inside: ((actor: Id) => boolean) | undefined,
  ) {
    const attacker = attackerOf(case_, verdict);
    this.#choices = new Choices(case_);
    const world = worldOf(case_, {
      arrangement: verdict.arrangement,
      scenario: verdict.scenario,
      options: [...verdict.fixed, ...cell.text.values()],
      ...(attacker === undefined ? {} : { attacker }),
      ...(verdict.date === undefined ? {} : { asOf: verdict.date }),
    });
    this.#meaning = new Meaning(this.#choices, world);
    const beneficiaries = beneficiariesOf(world, case_.promises.get(verdict.promise)!);
    const works = inside ?? ((actor: Id): boolean => !world.hostile.has(actor));
    this.#friend = (actor) => beneficiaries.has(actor) || works(actor);
  }

  walk(): WorstPath | undefined {
    const { expr } = this.case_.promises.get(this.verdict.promise)!;
    const value = valueOf(this.#meaning, expr, 'owed');
    const times = timesOf([value]);
    const last = times.findIndex((time) => gameAt(this.#choices, by(value, time), new Set(), this.#friend) === TRUE);
    if (last < 0) return undefined;
    this.#values = this.#play(by(value, times[last]!), last === 0 ? undefined : by(value, times[last - 1]!));
    return { total: times[last]!, steps: this.#promise(expr, times[last]!) };
  }

  /** A course of play in which it is due by the last moment and not before: the friends do their best, the others answer with their worst. */
  #play(due: Node, before: Node | undefined): ReadonlyMap<Var, boolean> {
    const { manager: m } = this.#choices;
    const whole = this.#choices.expand(due);
    const late = before === undefined ? whole : m.and(whole, m.not(this.#choices.expand(before)));
    const nature = variablesOf(this.#choices, whole, 'nature').map(({ v }) => v);
    const ways = m.directions(m.forall(whole, nature), (v) => isOwn(this.#choices, v));
    const values = new Map<Var, boolean>();
    const open: Var[] = [];
    for (const [v, way] of ways) {
      if (!this.#friend(this.#choices.variable(v).owner!)) continue;
      if (way === 'both') open.push(v);
      else values.set(v, way === 'up');
    }
    if (open.length > 0) {
      const theirs = m.support(whole).filter((v) => !values.has(v) && !open.includes(v));
      const plan = m.anyModel(m.forall(m.restrictAll(whole, values), theirs));
      for (const v of open) values.set(v, plan?.get(v) ?? true);
    }
    const answer = m.anyModel(m.restrictAll(late, values)) ?? new Map<Var, boolean>();
    return new Map([...values, ...answer]);
  }

  #is(f: Node): boolean {
    const { manager: m } = this.#choices;
    return m.evaluate(this.#choices.expand(f), (v) => {
      const { owner } = this.#choices.variable(v);
      return this.#values.get(v) ?? (owner !== undefined && this.#friend(owner));
    });
  }

  /** When it comes true in this course of play. */
  #when(timed: Timed): Time | undefined {
    return timed.find(({ node }) => this.#is(node))?.at;
  }

  readonly #taken = (option: Id): boolean => this.#is(this.#meaning.option(option));

  #promise(expr: PromiseExpr, at: Time): readonly PathStep[] {
    switch (expr.kind) {
      case 'and':
      case 'or': {
        const part = expr.of.find((each) => same(this.#when(valueOf(this.#meaning, each, 'owed')), at));
        return part === undefined ? [] : this.#promise(part, at);
      }
      case 'act':
        return this.#acts(expr, at, 'owed');
      case 'decision':
        return [{ kind: 'decision', text: this.#words(expr.decision), place: expr.place, adds: at, at }];
      case 'free-to':
      case 'no-limit':
        return [];
    }
  }

  /** The one of a set whose act comes at that moment: of all, the last; of so many, the last that is needed. */
  #acts({ who, act, target }: { readonly who: SetExpr; readonly act: Id; readonly target: Target }, at: Time, half: 'owed' | 'done'): readonly PathStep[] {
    const members = membersOf(this.#meaning, who);
    for (const [actor, in_] of members) {
      if (!this.#is(in_)) continue;
      for (const aim of aimsOf(this.#meaning, target, actor, members)) {
        if (half === 'done' && same(this.#when(this.#meaning.done(actor, act, aim.target)), at) && !same(this.#when(this.#meaning.owed(actor, act, aim.target)), at)) return [];
        if (!same(this.#when(this.#meaning.owed(actor, act, aim.target)), at)) continue;
        const steps = this.#duty(actor, act, aim.target, at);
        if (steps !== undefined) return steps;
      }
    }
    return [];
  }

  /** The duty that falls due at that moment, and what it waits for. */
  #duty(actor: Id, act: Id, target: Id | undefined, at: Time): readonly PathStep[] | undefined {
    for (const active of this.#meaning.binding(actor)) {
      const { norm } = active;
      if (active.modality !== 'duty' || !this.#is(active.binds.get(actor)!)) continue;
      const pairs = pairsOf(this.#meaning, active, actor, active.acts).filter((pair) => isKind(this.#meaning, pair.act, pair.target, act, target) && this.#is(pair.when));
      const guard = this.#when(this.#meaning.guard(active, actor));
      const due = this.#when(after(this.#meaning, this.#meaning.guard(active, actor), norm.deadline));
      if (pairs.length === 0 || guard === undefined || due === undefined) continue;
      if (same(due, at)) return [...this.#condition(this.#meaning.conditions(active, actor).when, guard, norm.article), this.#step('duty', norm, between(guard, due), due, norm.article)];
      // The duty is earlier, but until then the act is forbidden.
      if (pairs.some((pair) => same(this.#when(this.#meaning.lawful(actor, pair.act, pair.target)), at))) return [this.#step('duty', norm, at, at, norm.article)];
    }
    return undefined;
  }

  #condition(cond: Cond, at: Time, article: Id): readonly PathStep[] {
    switch (cond.kind) {
      case 'true':
      case 'event':
      case 'fact':
      case 'not':
        return [];
      case 'and':
      case 'or': {
        const part = cond.of.find((each) => same(this.#when(holds(this.#meaning, each)), at) && (same(at, AT_ONCE) || each.kind !== 'true'));
        return part === undefined ? [] : this.#condition(part, at, article);
      }
      case 'choice': {
        const taken = cond.alternatives.find(({ option }) => this.#taken(option));
        return taken === undefined ? [] : this.#condition(taken.value, at, article);
      }
      case 'after': {
        const inner = this.#when(holds(this.#meaning, cond.of));
        return inner === undefined ? [] : [...this.#condition(cond.of, inner, article), this.#step('delay', cond, between(inner, at), at, article)];
      }
      case 'did':
        return this.#acts(cond, at, 'done');
      case 'decided':
        return [this.#step('decision', cond, at, at, article)];
      case 'failing':
        return [this.#step('no-decision', cond, at, at, article)];
      case 'unfound':
        return [this.#step('no-finding', cond, at, at, article)];
      default:
        return [this.#step('condition', cond, at, at, article)];
    }
  }

  #step(kind: PathStep['kind'], node: { readonly place: Place }, adds: Time, at: Time, article: Id): PathStep {
    return { kind, text: this.#words(node), place: node.place, article, adds, at };
  }

  #words(node: { readonly place: Place }): string {
    return wordingOf(this.case_, node, this.#taken);
  }
}

const same = (one: Time | undefined, other: Time): boolean => one !== undefined && compareTime(one, other) === 0;

/** The time from one moment to a later one; what has no number of days stays what it is. */
function between(from: Time, to: Time): Time {
  if (from.kind !== 'days' || to.kind !== 'days') return to;
  return days(rational(to.days.num * from.days.den - from.days.num * to.days.den, to.days.den * from.days.den));
}
