import { Session } from '@casus/analysis';
import { FALSE, TRUE, type Node, type Var } from '@casus/diagrams';
import type { Choices, Id } from '@casus/model';
import { inDeal, unsettled, type Layout, type Point } from './layout.js';

/** Which option a text takes at each point; points that it does not settle are absent. */
export type Text = ReadonlyMap<Id, Id>;

/**
 * All texts that could be written, as functions of the drafters' choices: one variable less a point than it has options. Every function that is kept is
 * protected, since judging promises sweeps the diagrams.
 */
export class Space {
  readonly session: Session;
  readonly choices: Choices;
  /** The variables of the points, in the order of the diagrams. */
  readonly vars: readonly Var[];
  /** What every text is, point by point: one option, and none of them just where it does not settle the point. */
  readonly rules: readonly Node[];
  #texts: Node | undefined;
  readonly #points: ReadonlyMap<Id, Point>;
  readonly #pairs = new Map<string, Var>();
  readonly #ordered = new Set<Id>();

  constructor(readonly layout: Layout) {
    this.session = new Session(layout.case);
    this.choices = this.session.choices;
    const { manager: m } = this.choices;
    this.#points = new Map(layout.points.map((point) => [point.id, point]));
    const vars = layout.points.flatMap(({ id }) => this.choices.issueVariables(id));
    this.vars = [...vars].sort((a, b) => m.levelOf(a) - m.levelOf(b));
    this.rules = layout.points.map(({ id, within }) => this.keep(m.and(this.choices.canonical(id), within === undefined ? TRUE : m.xor(this.settled(id), this.choices.option(unsettled(id))))));
  }

  /** What every text is, as one function. @throws SizeLimitError where the points hang together in too many ways. */
  get texts(): Node {
    return (this.#texts ??= this.keep(this.choices.manager.andAll(this.rules)));
  }

  get points(): readonly Point[] {
    return this.layout.points;
  }

  point(id: Id): Point | undefined {
    return this.#points.get(id);
  }

  /** Keeps a function while promises are judged. */
  keep(f: Node): Node {
    return this.choices.manager.protect(f);
  }

  /** The texts that settle a point. */
  settled(point: Id): Node {
    const within = this.#points.get(point)?.within;
    return within === undefined ? TRUE : this.choices.manager.orAll(within.map((instrument) => this.choices.option(inDeal(instrument))));
  }

  /** The texts that take an option. */
  option(id: Id): Node {
    const issue = this.layout.case.options.get(id)?.issue;
    if (issue === undefined) return FALSE;
    const fixed = this.layout.table.options.find((option) => this.layout.case.options.get(option)?.issue === issue);
    if (fixed !== undefined) return fixed === id ? TRUE : FALSE;
    return this.#points.has(issue) ? this.choices.option(id) : FALSE;
  }

  /** That one step comes before another; steps of a deal stand in one order. */
  before(first: Id, then: Id): Node {
    const { manager: m } = this.choices;
    this.#ordered.add(first).add(then);
    const [a, b] = first < then ? [first, then] : [then, first];
    const node = this.choices.nature(`before:${a}:${b}`);
    this.#pairs.set(`${a}\n${b}`, m.support(node)[0]!);
    return first === a ? node : m.not(node);
  }

  /** That the steps spoken of stand in one order: if A comes before B and B before C, A comes before C. Made once all demands are known. */
  ordering(): readonly Node[] {
    const { manager: m } = this.choices;
    const steps = [...this.#ordered].sort();
    const rules: Node[] = [];
    for (const a of steps) for (const b of steps) for (const c of steps) if (a !== b && b !== c && a !== c) rules.push(m.implies(m.and(this.before(a, b), this.before(b, c)), this.before(a, c)));
    return rules;
  }

  /** The variables that say which of two steps comes first. */
  get pairs(): readonly Var[] {
    return [...this.#pairs.values()];
  }

  /** The steps that some demand puts in an order. */
  get ordered(): readonly Id[] {
    return [...this.#ordered].sort();
  }

  /** The texts in which it is so in some order of the steps. */
  inSomeOrder(f: Node): Node {
    const pairs = [...this.#pairs.values()];
    return pairs.length === 0 ? f : this.choices.manager.exists(f, pairs);
  }

  /** How many texts; whatever the order of steps. */
  count(f: Node): bigint {
    const { manager: m } = this.choices;
    return m.count(m.and(this.inSomeOrder(f), this.texts), this.vars);
  }

  /** Whether there is such a text. */
  some(f: Node): boolean {
    return this.choices.manager.meets(f, this.texts);
  }

  /** What an assignment of the variables settles. */
  read(value: (v: Var) => boolean): Text {
    const text = new Map<Id, Id>();
    for (const { id, options, within } of this.points) {
      const i = this.choices.issueVariables(id).findIndex(value);
      // The last option has no variable of its own; where a point may be unsettled, that is the last one.
      const taken = i >= 0 ? options[i] : within === undefined ? options.at(-1) : undefined;
      if (taken !== undefined) text.set(id, taken.id);
    }
    return text;
  }

  /** One such text, the first in the order of the diagrams. */
  one(f: Node): Text | undefined {
    const { manager: m } = this.choices;
    const model = m.models(m.and(this.inSomeOrder(f), this.texts), this.vars).next();
    return model.done === true ? undefined : this.read((v) => model.value.get(v) === true);
  }

  /** A function that is true of just this text. */
  only(text: Text): Node {
    const { manager: m } = this.choices;
    return m.andAll(this.points.map(({ id }) => {
      const option = text.get(id);
      return option === undefined ? m.not(this.settled(id)) : this.option(option);
    }));
  }
}
