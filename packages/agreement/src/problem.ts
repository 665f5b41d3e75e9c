import { SizeLimitError, type Node } from '@casus/diagrams';
import { scaleToWhole, type Case, type Id, type NegotiationRule, type PositionLine } from '@casus/model';
import { type Clause, type GroupProblem, type Stopped } from '@casus/solver';
import { Encoding } from './clauses.js';
import { allowedParts, asks, demandsOf, type Demand } from './demands.js';
import { layOut } from './layout.js';
import { Meanings } from './meanings.js';
import { Search, Stop } from './search.js';
import { Space } from './space.js';
import { subjectsOf } from './subjects.js';
import { Tally } from './tally.js';
import type { Selection } from './lines.js';
import type { Table } from './table.js';

/** Demands over the texts that could be written, in both forms: as functions, for counting, and as clauses, for conflicts. */
export class Problem {
  readonly space: Space;
  readonly meanings: Meanings;
  /** What every text keeps, part by part. */
  readonly parts: readonly Node[];
  /** Lines whose promises could not be judged. */
  readonly tooLarge: readonly PositionLine[];
  /** Rules whose promises could not be judged; texts that break them are among those allowed. */
  readonly rulesTooLarge: readonly NegotiationRule[];
  readonly #demands: ReadonlyMap<Id, Demand>;
  readonly #groups: ReadonlyMap<Id, readonly Clause[]>;
  readonly #encoding: Encoding;
  #allowed: Node | undefined;
  #tally: Tally | undefined;

  /** `lines`: all lines whose demands may be asked about. `asOf`: the day on which instruments are judged. */
  constructor(case_: Case, table: Table, lines: readonly PositionLine[], { asOf }: Selection, meanings = new Meanings(new Space(layOut(case_, table, lines)), lines, asOf)) {
    this.space = meanings.space;
    this.meanings = meanings;
    const { demands, tooLarge } = demandsOf(this.meanings, lines);
    this.tooLarge = tooLarge;
    this.#demands = new Map(demands.map((demand) => [demand.line.id, demand]));
    ({ parts: this.parts, tooLarge: this.rulesTooLarge } = allowedParts(this.space, this.meanings, table.rules));
    this.#encoding = new Encoding(this.space.choices.manager);
    for (const v of this.space.vars) this.#encoding.variable(v);
    for (const part of this.parts) this.#encoding.require(part);
    this.#groups = new Map(demands.map(({ line, met }) => [line.id, this.#encoding.group(met)]));
  }

  /** The same step by step, for whoever has other work to do between one judgment and the next. */
  static *posing(case_: Case, table: Table, lines: readonly PositionLine[], selection: Selection): Generator<void, Problem> {
    const meanings = new Meanings(new Space(layOut(case_, table, lines)), lines, selection.asOf);
    yield* meanings.judgments.preparing(lines.filter(asks).flatMap((line) => [...subjectsOf(line)]));
    return new Problem(case_, table, lines, selection, meanings);
  }

  /** The demand of a line. */
  demand(line: Id): Demand {
    return this.#demands.get(line)!;
  }

  /** The demands of those of the lines that ask something. */
  demands(lines: readonly PositionLine[]): readonly Demand[] {
    return lines.flatMap(({ id }) => this.#demands.get(id) ?? []);
  }

  /** All texts that could be written. @throws SizeLimitError where they are too many and too different. */
  get allowed(): Node {
    return (this.#allowed ??= this.space.keep(this.space.choices.manager.andAll(this.parts)));
  }

  /** The texts that meet all of these. @throws SizeLimitError as above. */
  together(demands: readonly Demand[]): Node {
    return this.space.choices.manager.andAll([this.allowed, ...demands.map(({ met }) => met)]);
  }

  /** How many texts meet all of these, with conditions on the text besides; undefined where they are too many and too different to be counted. */
  count(demands: readonly Demand[], besides: readonly Node[] = []): bigint | undefined {
    this.#tally ??= new Tally(this.space, [...this.parts, ...[...this.#demands.values()].map(({ met }) => met)]);
    return this.#tally.count([...this.parts, ...demands.map(({ met }) => met), ...besides]);
  }

  /** A search through the texts that meet all demands of one of the alternatives, at least one; `always`: clauses that must hold besides. */
  search(alternatives: readonly (readonly Demand[])[], stopped?: Stopped, always: readonly (readonly Clause[])[] = []): Search {
    const { variables, clauses } = this.#encoding;
    const groups = alternatives.map((demands) => demands.map(({ line }) => this.#groups.get(line.id)!));
    return new Search(this.space, (v) => this.#encoding.variable(v), { variables, clauses: [...clauses, ...always.flat()], alternatives: groups }, stopped);
  }

  /** What `make` finds by searching; undefined where it was stopped. */
  unlessStopped<T>(make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return undefined;
    }
  }

  /** What `make` finds with diagrams; undefined where they are too large. */
  ifSmall<T>(make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof SizeLimitError)) throw error;
      return undefined;
    }
  }

  /** The demands as numbered groups; `always`: those that must be met. Weights are in proportion to those declared. */
  groups(demands: readonly Demand[], always: readonly Demand[] = []): GroupProblem {
    return this.groupsWith(demands, always.map(({ line }) => this.#groups.get(line.id)!));
  }

  /** The same, with clauses that must hold besides. */
  groupsWith(demands: readonly Demand[], always: readonly (readonly Clause[])[]): GroupProblem {
    const { variables, clauses } = this.#encoding;
    return {
      variables,
      hard: [...clauses, ...always.flat()],
      groups: demands.map(({ line }) => this.#groups.get(line.id)!),
      weights: scaleToWhole(demands.map(({ weight }) => weight)).whole,
    };
  }

  /** The clauses that hold where a function of the text is true. */
  clausesOf(f: Node): readonly Clause[] {
    return this.#encoding.group(f);
  }

  /** The groups of demands as groups: each holds where all its demands are met. */
  bundles(bundles: readonly (readonly Demand[])[]): GroupProblem {
    const { variables, clauses } = this.#encoding;
    return { variables, hard: clauses, groups: bundles.map((demands) => demands.flatMap(({ line }) => this.#groups.get(line.id)!)) };
  }
}
