import { quietWorld } from '@casus/analysis';
import { FALSE, TRUE, type Node } from '@casus/diagrams';
import {
  aimsOf, arrangementOf, compareRational, everTrue, Meaning, membersOf, modalityOf, type Id, type IsoDate, type PositionLine, type Rational, type SetExpr, type Strength, type Subject,
} from '@casus/model';
import { Judgments } from './judgments.js';
import { agreed, stepTaken } from './layout.js';
import { noMore } from './no-more.js';
import { points } from './points.js';
import { judgedWhen } from './promises.js';
import type { Space } from './space.js';
import { keyOf } from './subjects.js';

/** Where a subject names several actors or cases: `all` of them, as in a demand, or `any`, as in a refusal. */
export type Reach = 'all' | 'any';

const OTHER: Readonly<Record<Reach, Reach>> = { all: 'any', any: 'all' };

/** The truth of subjects as functions of the text (docs/agreement.md). */
export class Meanings {
  readonly #known = new Map<string, Node>();
  readonly judgments: Judgments;
  #quiet: { readonly epoch: number; readonly meaning: Meaning } | undefined;

  constructor(
    readonly space: Space,
    /** All lines, for the points that they give. */
    readonly lines: readonly PositionLine[],
    readonly asOf: IsoDate | undefined,
  ) {
    this.judgments = new Judgments(space, asOf);
  }

  /** The texts of which the subject is true. `holder`: whose points are counted. */
  of(subject: Subject, reach: Reach, holder: Id): Node {
    const key = `${reach} ${subject.kind === 'points' ? holder : ''} ${keyOf(subject)}`;
    let node = this.#known.get(key);
    if (node === undefined) this.#known.set(key, (node = this.space.keep(this.#made(subject, reach, holder))));
    return node;
  }

  /** The sentences of everything on the table, as if nothing had happened. */
  get quiet(): Meaning {
    const { session, layout, choices } = this.space;
    const { epoch } = choices.manager;
    // What it remembers is not kept when judging sweeps the diagrams.
    if (this.#quiet?.epoch !== epoch) this.#quiet = { epoch, meaning: new Meaning(choices, quietWorld(session.case, { subject: layout.deal, ...(this.asOf === undefined ? {} : { asOf: this.asOf }) })) };
    return this.#quiet.meaning;
  }

  #made(subject: Subject, reach: Reach, holder: Id): Node {
    const { space } = this;
    const { manager: m } = space.choices;
    switch (subject.kind) {
      case 'option':
        return space.option(subject.option);
      case 'fact':
        return space.option(stepTaken(subject.fact));
      case 'text':
        return space.option(agreed(subject.text));
      case 'instrument':
        return this.#instrument(subject.instrument);
      case 'order':
        // A step that the deal leaves out is before nothing.
        return m.implies(space.option(stepTaken(subject.then)), m.and(space.option(stepTaken(subject.first)), space.before(subject.first, subject.then)));
      case 'number':
        return this.#number(subject);
      case 'limit':
        return this.#limit(subject, reach);
      case 'role':
        return this.#role(subject.actor, subject.group, reach);
      case 'act':
        return this.#act(subject, reach);
      case 'no-more':
        return noMore(this, subject);
      case 'points':
        return points(this, holder, subject.least);
      case 'holds': {
        const strong = judgedWhen(this, subject, subject.negated ? OTHER[reach] : reach);
        return subject.negated ? m.not(strong) : strong;
      }
      case 'no-veto':
        return judgedWhen(this, subject, reach);
      case 'and':
        return m.andAll(subject.of.map((part) => this.of(part, reach, holder)));
      case 'or':
        return m.orAll(subject.of.map((part) => this.of(part, reach, holder)));
      case 'not':
        return m.not(this.of(subject.of, OTHER[reach], holder));
    }
  }

  /** All instruments of it are part of the deal or stand, and its options are taken. */
  #instrument(id: Id): Node {
    const { space } = this;
    const { table, case: case_ } = space.layout;
    const arrangement = arrangementOf(case_, id);
    if (arrangement === undefined) return FALSE;
    const there = arrangement.instruments.map((each) => (table.standing.includes(each) ? TRUE : space.option(`deal:${each}.in`)));
    return space.choices.manager.andAll([...there, ...arrangement.options.map((option) => space.option(option))]);
  }

  #number({ issue, bound, value }: Extract<Subject, { kind: 'number' }>): Node {
    const cells = this.space.layout.cells.get(issue) ?? [];
    const fits = cells.filter(({ number }) => {
      const way = compareRational(number, value);
      return bound === 'exactly' ? way === 0 : bound === 'at-least' ? way >= 0 : way <= 0;
    });
    return this.space.choices.manager.orAll(fits.map(({ option }) => this.space.option(option)));
  }

  /** At most: each of them (any of them) is under such a limit; at least: is under no lower one. Without a set: somebody, nobody. */
  #limit({ attribute, of, bound, value }: Extract<Subject, { kind: 'limit' }>, reach: Reach): Node {
    const { manager: m } = this.space.choices;
    const everybody = [...this.space.layout.case.actors.keys()].map((actor) => [actor, TRUE] as const);
    const members = of === undefined ? everybody : [...membersOf(this.quiet, of)];
    const under = (actor: Id): Node => this.#limited(actor, attribute, bound, value);
    if (of !== undefined && reach === 'any') return m.orAll(members.map(([actor, in_]) => m.and(in_, bound === 'at-least' ? m.not(under(actor)) : under(actor))));
    if (bound === 'at-least') return m.andAll(members.map(([actor, in_]) => m.implies(in_, m.not(under(actor)))));
    if (of === undefined) return m.orAll(members.map(([actor]) => under(actor)));
    return m.and(m.orAll(members.map(([, in_]) => in_)), m.andAll(members.map(([actor, in_]) => m.implies(in_, under(actor)))));
  }

  /** Whether a sentence of the deal limits the actor's attribute to at most (at-least: to less than) the number. */
  #limited(actor: Id, attribute: Id, bound: 'at-least' | 'at-most', value: Rational): Node {
    const { manager: m } = this.space.choices;
    const limits = this.quiet.binding(actor).flatMap((active) => {
      const { action } = active.norm;
      if (active.modality !== 'ban' || action.kind !== 'exceed' || action.attribute !== attribute) return [];
      const tight = this.quiet.numbers(action.max, TRUE, actor).filter((number) => {
        const way = compareRational((number.value ?? number.least)!, value);
        return bound === 'at-most' ? way <= 0 : way < 0;
      });
      return [m.andAll([active.binds.get(actor)!, m.orAll(tight.map(({ when }) => when)), this.#textOf(everTrue(this.quiet.guard(active, actor)))])];
    });
    return this.#textOf(m.orAll(limits));
  }

  #role(actor: SetExpr, group: Id, reach: Reach): Node {
    const { manager: m } = this.space.choices;
    const place = actor.place;
    const members = membersOf(this.quiet, { kind: 'group', id: group, place });
    const who = [...membersOf(this.quiet, actor)].map(([id, in_]) => ({ in_, member: members.get(id) ?? FALSE }));
    if (reach === 'any') return this.#textOf(m.orAll(who.map(({ in_, member }) => m.and(in_, member))));
    return this.#textOf(m.and(m.orAll(who.map(({ in_ }) => in_)), m.andAll(who.map(({ in_, member }) => m.implies(in_, member)))));
  }

  /** A sentence of the deal by which they do it: as duty or pledge; where it is refused, a right counts as well. */
  #act({ who, act, target }: Extract<Subject, { kind: 'act' }>, reach: Reach): Node {
    const { quiet, space } = this;
    const { manager: m } = space.choices;
    const acts = space.layout.case.acts;
    const counts = new Set(reach === 'any' ? ['duty', 'pledge', 'right'] : ['duty', 'pledge']);
    const actors = membersOf(quiet, who);
    const provided = (actor: Id): Node => {
      const wanted = aimsOf(quiet, target, actor, actors);
      const by = quiet.binding(actor).flatMap((active) => {
        const { norm, instrument } = active;
        if (norm.action.kind !== 'act' || !counts.has(modalityOf(norm, instrument))) return [];
        // Means at the bearer's own discretion are rights.
        const spoken = [...active.acts, ...(counts.has('right') ? active.permits : [])].filter((kind) => quiet.descends(acts, kind, act));
        if (spoken.length === 0) return [];
        const aims = aimsOf(quiet, norm.action.target, actor, active.binds);
        const towards = wanted.map(({ target: wish, when }) => m.and(when, wish === undefined ? TRUE : m.orAll(aims.filter((aim) => aim.target === wish).map((aim) => aim.when))));
        return [m.and(active.binds.get(actor)!, reach === 'any' ? m.orAll(towards) : m.and(m.orAll(wanted.map(({ when }) => when)), m.andAll(towards)))];
      });
      return m.orAll(by);
    };
    const each = [...actors].map(([actor, in_]) => ({ in_, does: provided(actor) }));
    if (reach === 'any') return this.#textOf(m.orAll(each.map(({ in_, does }) => m.and(in_, does))));
    return this.#textOf(m.and(m.orAll(each.map(({ in_ }) => in_)), m.andAll(each.map(({ in_, does }) => m.implies(in_, does)))));
  }

  /** The texts in which something is so by some choice of the actors. */
  #textOf(f: Node): Node {
    return inText(this.space, f);
  }
}

/** The texts in which something is so by some choice of the actors and of nature: whoever may become a party is one. */
export function inText(space: Space, f: Node): Node {
  const { choices } = space;
  const whole = choices.expand(f);
  return choices.manager.exists(whole, choices.manager.support(whole).filter((v) => choices.variable(v).kind !== 'option'));
}

/** The strengths from strongest to weakest. */
export const STRENGTHS: readonly Strength[] = ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'];
