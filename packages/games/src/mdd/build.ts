/** From conditions on ballots to a diagram. */
import { classesOf, ofBody, ofGame, type Circuit, type Conditions } from './circuit.js';
import type { SimpleGame } from '../game.js';
import type { Ballot, Body } from '../rule.js';
import { layoutOf, storeOf, type Layout } from './layout.js';
import { FALSE, TRUE, type Mdd, type Ref } from './store.js';
import { Threshold } from './threshold.js';

/** A condition on ballots as a diagram. */
export interface Diagram {
  readonly store: Mdd;
  readonly layout: Layout;
  readonly root: Ref;
}

export interface BuildOptions {
  /** Voters that are told apart from all others, interchangeable or not. */
  readonly alone?: ReadonlySet<number>;
  /** The classes of interchangeable voters in their order, where they are known. */
  readonly classes?: readonly (readonly number[])[];
  /** The most nodes; beyond, `TooLargeError`. */
  readonly nodes?: number;
}

/** The diagram of a simple game. */
export const diagramOfGame = (game: SimpleGame, options: BuildOptions = {}): Diagram => diagramOf(ofGame(game), options);

/** The diagram of a body's rule over the ballots that are possible, from least to most approving. */
export const diagramOfBody = (body: Body, ballots: readonly Ballot[], options: BuildOptions = {}): Diagram => diagramOf(ofBody(body, ballots), options);

/** The diagram of conditions on ballots. @throws TooLargeError beyond the stated number of nodes. */
export function diagramOf(conditions: Conditions, { alone, classes, nodes }: BuildOptions = {}): Diagram {
  const layout = layoutOf(classes ?? classesOf(conditions, alone), conditions.ballots);
  const store = storeOf(layout, nodes);
  return { store, layout, root: new Builder(store, layout).build(conditions.circuit) };
}

class Builder {
  constructor(private readonly store: Mdd, private readonly layout: Layout) {}

  build(circuit: Circuit): Ref {
    const { store } = this;
    switch (circuit.kind) {
      case 'constant':
        return circuit.value ? TRUE : FALSE;
      case 'not':
        return store.not(this.build(circuit.of));
      case 'and':
        return this.folded(circuit.of, store.and);
      case 'or':
        return this.folded(circuit.of, store.or);
      case 'sum':
        return this.sum(circuit);
    }
  }

  /** Smaller diagrams are joined first. */
  private folded(parts: readonly Circuit[], join: (f: Ref, g: Ref) => Ref): Ref {
    const refs = parts.map((part) => this.build(part)).sort((a, b) => a - b);
    return refs.length === 0 ? (join === this.store.and ? TRUE : FALSE) : refs.reduce(join);
  }

  /** Part by part: with each that holds, less is needed of the others, and last of the voters. */
  private sum({ voters, parts, quota }: Extract<Circuit, { kind: 'sum' }>): Ref {
    const threshold = new Threshold(this.store, this.layout, voters);
    const refs = parts.map(({ of }) => this.build(of));
    const known = parts.map(() => new Map<bigint, Ref>());
    const from = (i: number, need: bigint): Ref => {
      if (i === parts.length) return threshold.at(need);
      let result = known[i]!.get(need);
      if (result === undefined) known[i]!.set(need, (result = this.store.ite(refs[i]!, from(i + 1, need - parts[i]!.weight), from(i + 1, need))));
      return result;
    };
    return from(0, quota);
  }
}
