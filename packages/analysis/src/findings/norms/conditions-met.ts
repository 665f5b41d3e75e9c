import { FALSE, TRUE, type Node } from '@casus/diagrams';
import type { Case, Cond, Deadline, Decision, Id, Meaning, Quantifier, SetExpr } from '@casus/model';
import { widest } from '../../bounds.js';
import { reached, written } from '../../reach.js';
import { ruleOf } from '../../walk.js';

type EventCond = Extract<Cond, { kind: 'event' }>;

/** Events in one sentence beyond which it is not asked which of them follows from another. */
const MOST_EVENTS = 24;

/**
 * Whether conditions can be met at all: in some text, whatever happens and whoever does what. What is not settled by the text alone counts as free, so
 * that only what really can never be is found impossible.
 */
export class ConditionsMet {
  readonly #case: Case;
  /** Kinds of events, acts and regions with all that they descend from. */
  readonly #ancestors = new Map<Id, ReadonlySet<Id>>();

  constructor(readonly meaning: Meaning) {
    this.#case = meaning.world.case;
  }

  /** The function under which all of these are met: of texts, ballots, facts and what else may be so or not. */
  all(parts: readonly Node[], conds: readonly Cond[]): Node {
    const { meaning } = this;
    const { choices, manager: m } = meaning;
    const f = m.andAll([...parts, ...conds.map((cond) => this.met(cond)), this.#eventsFollow(conds)]);
    // Votes in which the same ballots are cast are spelled out; others have nothing to do with each other.
    const outcomes = m.support(f).filter((v) => choices.variable(v).kind === 'outcome');
    const once = new Set<number>();
    const shared = new Set<number>();
    for (const outcome of outcomes) for (const v of choices.ballotsOf(outcome)) (once.has(v) ? shared : once).add(v);
    const bound = outcomes.filter((outcome) => choices.ballotsOf(outcome).some((v) => shared.has(v)));
    return bound.length === 0 ? f : choices.expand(f, new Set(bound));
  }

  /** When a condition is met. */
  met(cond: Cond): Node {
    const { meaning } = this;
    const { manager: m } = meaning;
    switch (cond.kind) {
      case 'true':
        return TRUE;
      case 'and':
        return m.andAll(cond.of.map((part) => this.met(part)));
      case 'or':
        return m.orAll(cond.of.map((part) => this.met(part)));
      case 'not':
        return m.not(this.met(cond.of));
      case 'after':
        return this.met(cond.of);
      case 'choice':
        return m.orAll(cond.alternatives.map(({ option, value }) => m.and(meaning.option(option), this.met(value))));
      case 'fact':
        return meaning.choices.nature(`fact:${cond.fact}`);
      case 'decided':
        return this.#passes(cond.decision);
      case 'failing':
        return m.and(this.#limited(cond.decision.deadline), m.not(this.#passes(cond.decision)));
      case 'event':
        return this.#event(cond);
      case 'finds':
        return this.#reachable(cond.determination.who, undefined) ? this.#free(cond) : FALSE;
      case 'unfound':
        return m.and(this.#limited(cond.determination.deadline), this.#free(cond));
      default:
        return 'who' in cond && !this.#reachable(cond.who, 'quantifier' in cond ? cond.quantifier : undefined) ? FALSE : this.#free(cond);
    }
  }

  /** Something that may be so or not; the same words, the same thing. */
  #free(cond: unknown): Node {
    return this.meaning.choices.nature(`open:${written(cond)}`);
  }

  /** A decision whose rule and voters turn neither on the day nor on what happens is known exactly. */
  #passes(decision: Decision): Node {
    const rule = ruleOf(this.#case, decision)?.rule;
    const { deadline: _deadline, ...vote } = decision;
    for (const { kind } of reached(this.#case, [decision, rule])) if (kind === 'role' || kind === 'during') return this.#free(['decided', vote, rule]);
    return this.meaning.passes(decision);
  }

  /** The texts in which a decision has a time limit; without one it never fails. */
  #limited(deadline: Deadline): Node {
    if (deadline.kind === 'none') return FALSE;
    if (deadline.kind !== 'choice') return TRUE;
    const { meaning } = this;
    return meaning.manager.orAll(deadline.alternatives.map(({ option, value }) => meaning.manager.and(meaning.option(option), this.#limited(value))));
  }

  /** Whether so many of a set can be found in some text. */
  #reachable(who: SetExpr, quantifier: Quantifier | undefined): boolean {
    const { size } = widest(this.#case, who);
    if (quantifier?.kind === 'share') return true;
    return size >= (quantifier?.kind === 'at-least' ? quantifier.count : 1);
  }

  #event(cond: EventCond): Node {
    const nobody = [cond.on, ...(cond.by === undefined ? [] : [cond.by])].some((set) => widest(this.#case, set).size === 0);
    return nobody || this.isNowhere(cond) ? FALSE : this.#free(cond);
  }

  /** Whether every place within which an event is asked for lies in one that is excluded. */
  isNowhere({ within, outside = [] }: EventCond): boolean {
    return within !== undefined && within.every((region) => outside.some((excluded) => this.#is(this.#case.regions, region, excluded)));
  }

  /** Where one event of a sentence is also another: a blockade that is an attack. */
  #eventsFollow(conds: readonly Cond[]): Node {
    const { manager: m } = this.meaning;
    const events = new Map<string, EventCond>();
    for (const part of reached({ ...this.#case, groups: new Map(), bodies: new Map() }, conds)) if (part['kind'] === 'event') events.set(written(part), part as unknown as EventCond);
    if (events.size < 2 || events.size > MOST_EVENTS) return TRUE;
    const all = [...events.values()];
    return m.andAll(all.flatMap((special) => all.filter((general) => general !== special && this.#follows(special, general)).map((general) => m.implies(this.#event(special), this.#event(general)))));
  }

  #follows(special: EventCond, general: EventCond): boolean {
    const { regions, events } = this.#case;
    return (
      this.#is(events, special.event, general.event) &&
      written(special.on) === written(general.on) &&
      (general.by === undefined || written(special.by) === written(general.by)) &&
      (general.within === undefined || (special.within ?? []).length > 0 && special.within!.every((region) => general.within!.some((larger) => this.#is(regions, region, larger)))) &&
      (general.outside ?? []).every((excluded) => (special.outside ?? []).some((larger) => this.#is(regions, excluded, larger)))
    );
  }

  /** Whether a kind of event, or a region, is the other or descends from it. */
  #is(table: ReadonlyMap<Id, { readonly parents: readonly Id[] }>, special: Id, general: Id): boolean {
    let found = this.#ancestors.get(special);
    if (found === undefined) {
      const all = new Set<Id>([special]);
      for (const id of all) for (const parent of table.get(id)?.parents ?? []) all.add(parent);
      this.#ancestors.set(special, (found = all));
    }
    return found.has(general);
  }
}
