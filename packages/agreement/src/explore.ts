import { rational, scaleToWhole, type Case, type Id, type Rational } from '@casus/model';
import { GroupOracle, maximum } from '@casus/solver';
import type { AgreeOptions } from './agree.js';
import type { Demand } from './demands.js';
import { chosen } from './lines.js';
import { Problem } from './problem.js';
import type { Lines } from './result.js';
import { tableOf } from './table.js';

/** What has been settled so far: options that are taken, and options that are not. */
export interface Settled {
  readonly taken: readonly Id[];
  readonly left: readonly Id[];
}

/** The least that has to be given up, by declared weight, and one set of demands of that weight. */
export interface Price {
  readonly weight: Rational;
  readonly lines: Lines;
  readonly actors: readonly Id[];
}

/** A choice that is still open. */
export interface OpenOption {
  readonly option: Id;
  /** The least that a deal with it costs; absent: no text takes it any more. */
  readonly price?: Price;
}

/** How things stand after some choices. */
export interface Survey {
  /** Whether any text takes these choices. */
  readonly possible: boolean;
  /** How many do, and how many of them meet every demand; absent: too many and too different to be counted. */
  readonly texts?: bigint;
  readonly acceptable?: bigint;
  /** Demands that no text with these choices meets: who refuses now, and on account of what. */
  readonly refusing: readonly { readonly actor: Id; readonly lines: Lines }[];
  /** The least that a deal with these choices costs. */
  readonly price?: Price;
  /** Points at which more than one option is still possible; and those that the choices have settled with themselves. */
  readonly open: readonly { readonly point: Id; readonly options: readonly OpenOption[] }[];
  readonly follows: readonly { readonly point: Id; readonly option: Id | undefined }[];
}

/** Takes or leaves options one after the other. */
export class Exploration {
  readonly problem: Problem;
  readonly demands: readonly Demand[];

  constructor(case_: Case, options: AgreeOptions = {}) {
    const table = tableOf(case_, options.negotiation);
    const { lines } = chosen(case_, table, options);
    this.problem = new Problem(case_, table, lines, options);
    this.demands = this.problem.demands(lines);
  }

  /** What is possible after some choices, who refuses, and what each further choice would cost. */
  survey({ taken, left }: Settled): Survey {
    const { problem, demands } = this;
    const { space } = problem;
    const { manager: m } = space.choices;
    const choices = [...taken.map((option) => space.option(option)), ...left.map((option) => m.not(space.option(option)))];
    const always = choices.map((choice) => problem.clausesOf(choice));
    const oracle = new GroupOracle(problem.groupsWith(demands, always));
    if (oracle.check([]).satisfiable !== true) return { possible: false, texts: 0n, acceptable: 0n, refusing: [], open: [], follows: [] };
    const refusing = new Map<Id, Id[]>();
    demands.forEach(({ line }, i) => {
      if (oracle.check([i]).satisfiable === false) refusing.set(line.actor, [...(refusing.get(line.actor) ?? []), line.id]);
    });
    const [texts, acceptable] = [problem.count([], choices), problem.count(demands, choices)];
    const price = this.#price(always);
    const any = problem.search([[]], undefined, always).taken();
    // What some text takes that gives up no more than the cheapest costs just as much.
    const cheapest = problem.search([price === undefined ? [] : demands.filter(({ line }) => !price.lines.includes(line.id))], undefined, always).taken();
    const open: { point: Id; options: readonly OpenOption[] }[] = [];
    const follows: { point: Id; option: Id | undefined }[] = [];
    for (const { id, options } of space.points) {
      const priced = options.map(({ id: option }): OpenOption => {
        if (!any.get(id)!.includes(option)) return { option };
        const cost = price !== undefined && cheapest.get(id)!.includes(option) ? price : this.#price([...always, problem.clausesOf(space.option(option))]);
        return { option, ...(cost === undefined ? {} : { price: cost }) };
      });
      const possible = priced.filter((one) => one.price !== undefined);
      const unsettled = any.get(id)!.includes(undefined);
      if (possible.length + (unsettled ? 1 : 0) > 1) open.push({ point: id, options: priced });
      else if (!options.some(({ id: option }) => taken.includes(option))) follows.push({ point: id, option: possible[0]?.option });
    }
    return {
      possible: true,
      ...(texts === undefined ? {} : { texts }),
      ...(acceptable === undefined ? {} : { acceptable }),
      refusing: [...refusing].map(([actor, lines]) => ({ actor, lines })),
      ...(price === undefined ? {} : { price }),
      open,
      follows,
    };
  }

  /** The least weight of demands that a text with these clauses leaves unmet. */
  #price(always: Parameters<Problem['groupsWith']>[1]): Price | undefined {
    const answer = maximum(this.problem.groupsWith(this.demands, always), { limit: 1 });
    if (answer.answer !== 'optimal') return undefined;
    const given = (answer.corrections[0] ?? []).map((i) => this.demands[i]!.line);
    const { scale } = scaleToWhole(this.demands.map(({ weight }) => weight));
    return { weight: rational(answer.cost, scale), lines: given.map(({ id }) => id), actors: [...new Set(given.map(({ actor }) => actor))] };
  }
}
