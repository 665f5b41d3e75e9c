/** A graph under way: its steps and edges, each once. */
import type { Id } from '@casus/model';
import { CERTAIN, type Setting } from './setting.js';
import type { EdgeKind, GraphEdge, GraphStep } from './types.js';

/** A step as it is added: what is not said has the usual value. */
export type Draft = Pick<GraphStep, 'kind' | 'title'> & Partial<GraphStep> & { readonly id: string };

export class Sketch {
  readonly #steps = new Map<string, GraphStep>();
  readonly #edges = new Map<string, GraphEdge>();
  readonly #names = new Map<string, string>();
  /** Acts whose clauses are being added, so that conditions in a circle end. */
  readonly #under = new Set<Id>();

  constructor(
    readonly setting: Setting,
    /** Adds the clauses that command an act that a condition asks for; returns their steps. */
    readonly clausesOf: (sketch: Sketch, act: Id) => readonly string[],
  ) {}

  get steps(): readonly GraphStep[] {
    return [...this.#steps.values()];
  }

  get edges(): readonly GraphEdge[] {
    return [...this.#edges.values()];
  }

  /** Adds a step behind others, unless it is there; returns its name: kind and number. */
  step(draft: Draft, from: readonly string[], edge: EdgeKind = 'leads'): string {
    let id = this.#names.get(draft.id);
    if (id === undefined) {
      id = `${draft.kind}-${1 + [...this.#steps.values()].filter(({ kind }) => kind === draft.kind).length}`;
      this.#names.set(draft.id, id);
      this.#steps.set(id, { cites: [], bearers: [], hostileBearers: [], ...CERTAIN, ...draft, id });
    }
    for (const before of from) this.edge(before, id, edge);
    return id;
  }

  edge(from: string, to: string, kind: EdgeKind): void {
    if (from !== to) this.#edges.set(`${from} ${to} ${kind}`, { from, to, kind });
  }

  /** What leads to conduct that a condition asks for. */
  conduct(act: Id): readonly string[] {
    if (this.#under.has(act)) return [];
    this.#under.add(act);
    const steps = this.clausesOf(this, act);
    this.#under.delete(act);
    return steps;
  }
}
