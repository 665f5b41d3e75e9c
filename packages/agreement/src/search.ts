import { type Id } from '@casus/model';
import { Solver, type Clause, type Stopped } from '@casus/solver';
import type { Space, Text } from './space.js';

/** What a search looks through: texts that keep the clauses, and all groups of one of the alternatives. */
export interface Sought {
  readonly variables: number;
  readonly clauses: readonly Clause[];
  /** Each alternative as the clauses that hold in it; at least one. Arrays that occur in several are taken once. */
  readonly alternatives: readonly (readonly (readonly Clause[])[])[];
}

/** Questions to some texts one after the other, by a solver that keeps what it learns: however many and different they are, nothing has to be listed. */
export class Search {
  readonly #solver = new Solver();
  readonly #stopped: Stopped | undefined;

  /** `literal`: the number of a variable of the diagrams in the clauses. */
  constructor(readonly space: Space, readonly literal: (v: Space['vars'][number]) => number, { variables, clauses, alternatives }: Sought, stopped?: Stopped) {
    this.#stopped = stopped;
    const solver = this.#solver;
    solver.newVariables(variables);
    for (const clause of clauses) solver.addClause(clause);
    if (alternatives.length === 1) {
      for (const clause of alternatives[0]!.flat()) solver.addClause(clause);
      return;
    }
    const selectors = new Map<readonly Clause[], number>();
    const selected = (group: readonly Clause[]): number => {
      let selector = selectors.get(group);
      if (selector === undefined) {
        selectors.set(group, (selector = solver.newVariable()));
        for (const clause of group) solver.addClause([...clause, -selector]);
      }
      return selector;
    };
    solver.addClause(alternatives.map((groups) => {
      const all = solver.newVariable();
      for (const group of groups) solver.addClause([-all, selected(group)]);
      return all;
    }));
  }

  /** Some text with these literals; undefined where there is none. @throws Stop where it was stopped. */
  some(literals: readonly number[] = []): Text | undefined {
    return this.#holds(literals) ? this.space.read((v) => this.#solver.value(this.literal(v))) : undefined;
  }

  /** The first text in the order of the variables, false before true; undefined where there is none. @throws Stop where it was stopped. */
  first(): Text | undefined {
    if (!this.#holds([])) return undefined;
    const { vars } = this.space;
    let model = vars.map((v) => this.#solver.value(this.literal(v)));
    const fixed: number[] = [];
    for (const [i, v] of vars.entries()) {
      const literal = this.literal(v);
      if (model[i] === true && this.#holds([...fixed, -literal])) model = vars.map((each) => this.#solver.value(this.literal(each)));
      fixed.push(model[i] === true ? literal : -literal);
    }
    const values = new Map(vars.map((v, i) => [v, model[i]!]));
    return this.space.read((v) => values.get(v) === true);
  }

  /** The options that some such text takes at each point, in their order; `undefined` last among them: some do not settle it. Empty where there is no text. @throws Stop where it was stopped. */
  taken(): ReadonlyMap<Id, readonly (Id | undefined)[]> {
    const found = new Map<Id, Set<Id | undefined>>(this.space.points.map(({ id }) => [id, new Set()]));
    const seen = (text: Text | undefined): void => {
      if (text !== undefined) for (const [id, options] of found) options.add(text.get(id));
    };
    seen(this.some());
    for (const { id, options, within } of found.values().next().value?.size === 0 ? [] : this.space.points) {
      const known = found.get(id)!;
      const literals = this.space.choices.issueVariables(id).map(this.literal);
      for (const i of Array(options.length + (within === undefined ? 0 : 1)).keys()) {
        // The last one, which may be that it is not settled, has no variable of its own.
        if (!known.has(options[i]?.id)) seen(this.some(i < literals.length ? [literals[i]!] : literals.map((literal) => -literal)));
      }
    }
    return new Map(this.space.points.map(({ id, options }) => {
      const known = found.get(id)!;
      return [id, [...options.map((option): Id | undefined => option.id), undefined].filter((option) => known.has(option))];
    }));
  }

  #holds(literals: readonly number[]): boolean {
    const answer = this.#solver.solve(literals, this.#stopped === undefined ? {} : { stopped: this.#stopped });
    if (answer === 'unknown') throw new Stop();
    return answer === 'satisfiable';
  }
}

/** A search was stopped before it knew. */
export class Stop extends Error {
  override readonly name = 'Stop';
}
