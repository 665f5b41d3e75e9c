import { FALSE, type Node, type Var } from '@casus/diagrams';
import { scaleToWhole, type Choices, type Id, type Rational } from '@casus/model';
import type { Candidate } from './candidate.js';
import { exclusions, type Derived } from './derive.js';
import type { OptionChoice } from '../verdict.js';
import { OpenTexts } from '../texts.js';

/** So many sets are listed of those that cost the same, and of those that are listed besides. */
const MOST_SETS = 24;

/** A set of candidates, and the readings under which it suffices; none listed: under every reading. */
export interface Found {
  readonly candidates: readonly Candidate[];
  readonly readAs: readonly (readonly OptionChoice[])[];
}

/** Sets of candidates, exactly counted and listed as far as there is room. */
export interface FoundSets {
  readonly count: bigint;
  readonly cost: Rational;
  readonly sets: readonly Found[];
}

/**
 * The texts in which something holds as a function of the candidates that are made: what the drafters leave open may then be settled in any way, and what readers differ
 * about may be read in any way.
 */
export class Solver {
  readonly #vars: ReadonlyMap<Candidate, Var>;
  readonly #all: readonly Var[];
  readonly #allowed: Node;
  readonly #readings: readonly Id[];
  readonly #settling: readonly { readonly issue: Id; readonly taken: readonly { readonly v: Var; readonly option: Id }[] }[];
  readonly #costs: readonly { readonly v: Var; readonly cost: bigint }[];
  readonly #scale: bigint;

  constructor(
    readonly choices: Choices,
    readonly derived: Derived,
    readonly candidates: readonly Candidate[],
  ) {
    const { manager: m } = choices;
    const issues = choices.case.issues;
    const vars = new Map<Candidate, Var>();
    const settling: { issue: Id; taken: { v: Var; option: Id }[] }[] = [];
    const canonical: Node[] = [];
    for (const candidate of candidates) {
      const option = derived.made.get(candidate)!;
      const issue = choices.case.options.get(option)!.issue;
      const place = issues.get(issue)!.options.findIndex(({ id }) => id === option);
      if (derived.switched.has(issue) && derived.switched.get(issue) === undefined) {
        const v = m.newVar(`settle ${option}`);
        vars.set(candidate, v);
        const known = settling.find((one) => one.issue === issue);
        if (known === undefined) settling.push({ issue, taken: [{ v, option }] });
        else known.taken.push({ v, option });
      } else {
        vars.set(candidate, choices.issueVariables(issue)[place]!);
        canonical.push(choices.canonical(issue));
      }
    }
    const both = exclusions(candidates).map(([one, other]) => m.not(m.and(m.varNode(vars.get(one)!), m.varNode(vars.get(other)!))));
    const single = settling.map(({ taken }) => m.atMost(taken.map(({ v }) => m.varNode(v)), 1));
    this.#vars = vars;
    this.#all = [...vars.values()];
    this.#allowed = m.andAll([...canonical, ...single, ...both]);
    this.#settling = settling;
    this.#readings = [...issues.values()].filter(({ kind, options }) => kind === 'reading' && options.length > 0).map(({ id }) => id);
    const { whole, scale } = scaleToWhole(candidates.map(({ cost }) => cost));
    this.#costs = candidates.map((candidate, i) => ({ v: vars.get(candidate)!, cost: whole[i]! }));
    this.#scale = scale;
  }

  /** The cheapest sets with which `holds` is true under every reading; nothing if there are none. */
  cheapest(holds: Node): FoundSets | undefined {
    return this.#cheapest(this.#certain(this.#settled(holds)), holds);
  }

  /** The cheapest sets that suffice under some reading, if they cost less than `than`. */
  underSomeReading(holds: Node, than: Rational | undefined): FoundSets | undefined {
    const { manager: m } = this.choices;
    const settled = this.#settled(holds);
    const some = m.and(this.#allowed, m.exists(m.and(settled, this.#canonical()), this.#readingVariables()));
    const found = this.#cheapest(some, holds);
    return found === undefined || (than !== undefined && found.cost.num * than.den >= than.num * found.cost.den) ? undefined : found;
  }

  /** Every set of at most so many candidates that suffices under every reading and of which no candidate can be left out, fewer first. */
  minimal(holds: Node, most: number): { readonly sets: readonly Found[]; readonly more: boolean } {
    const { manager: m } = this.choices;
    let rest = this.#certain(this.#settled(holds));
    const literals = this.#all.map((v) => m.varNode(v));
    const sets: Found[] = [];
    for (let size = 0; size <= most && rest !== FALSE; size++) {
      for (const model of m.models(m.and(rest, m.exactly(literals, size)), this.#all)) {
        if (sets.length >= MOST_SETS) return { sets, more: true };
        const set = this.#set(model);
        sets.push({ candidates: set, readAs: [] });
        rest = m.and(rest, m.not(m.andAll(set.map((candidate) => m.varNode(this.#vars.get(candidate)!)))));
      }
    }
    return { sets, more: false };
  }

  /** A function of the text with a set of candidates made and no other; what is left open, and readings, stay in it. */
  under(f: Node, set: readonly Candidate[]): Node {
    const { manager: m } = this.choices;
    const open = this.#settling.flatMap(({ taken }) => taken.filter(({ option }) => set.some((candidate) => this.derived.made.get(candidate) === option)));
    const settled = open.reduce((before, { option }) => this.#taking(before, option), f);
    return m.restrictAll(settled, new Map(this.candidates.map((candidate) => [this.#vars.get(candidate)!, set.includes(candidate)])));
  }

  /** Whether a function of what is open is true of some text. */
  some(f: Node): boolean {
    const { manager: m, case: case_ } = this.choices;
    const vars = new Set(m.support(f));
    const open = [...case_.issues.keys()].filter((issue) => this.choices.issueVariables(issue).some((v) => vars.has(v)));
    return m.meets(f, m.andAll(open.map((issue) => this.choices.canonical(issue))));
  }

  #taking(f: Node, option: Id): Node {
    const { manager: m, case: case_ } = this.choices;
    const issue = case_.options.get(option)!.issue;
    const place = case_.issues.get(issue)!.options.findIndex(({ id }) => id === option);
    return m.restrictAll(f, new Map(this.choices.issueVariables(issue).map((v, i) => [v, i === place])));
  }

  /** With the brackets that the text leaves open settled as the candidates say, and otherwise in every way. */
  #settled(f: Node): Node {
    const { manager: m, case: case_ } = this.choices;
    let result = f;
    for (const issue of case_.issues.values()) {
      const vars = this.choices.issueVariables(issue.id);
      const here = this.#settling.find((one) => one.issue === issue.id);
      if (vars.length === 0 || issue.kind === 'reading' || vars.some((v) => this.#all.includes(v))) continue;
      const support = new Set(m.support(result));
      if (!vars.some((v) => support.has(v))) continue;
      const as = (here?.taken ?? []).map(({ v, option }) => m.or(m.nvarNode(v), this.choices.option(option)));
      result = m.forall(m.or(m.not(m.andAll([this.choices.canonical(issue.id), ...as])), result), vars);
    }
    return result;
  }

  #readingVariables(): readonly Var[] {
    return this.#readings.flatMap((issue) => [...this.choices.issueVariables(issue)]);
  }

  #canonical(): Node {
    return this.choices.manager.andAll(this.#readings.map((issue) => this.choices.canonical(issue)));
  }

  #certain(settled: Node): Node {
    const { manager: m } = this.choices;
    return m.and(this.#allowed, m.forall(m.or(m.not(this.#canonical()), settled), this.#readingVariables()));
  }

  #cheapest(f: Node, holds: Node): FoundSets | undefined {
    const { manager: m } = this.choices;
    const found = m.minWeight(f, new Map(this.#costs.map(({ v, cost }) => [v, [0, Number(cost)] as const])));
    if (found === undefined) return undefined;
    const same = m.and(f, m.linear(this.#costs.map(({ v, cost }) => ({ cases: [[m.varNode(v), cost] as const] })), BigInt(found.cost), '=='));
    const sets: Found[] = [];
    for (const model of m.models(same, this.#all)) {
      if (sets.length >= MOST_SETS) break;
      const candidates = this.#set(model);
      sets.push({ candidates, readAs: this.#readAs(holds, candidates) });
    }
    const order = new Map(this.candidates.map((candidate, i) => [candidate, i]));
    const positions = ({ candidates }: Found): readonly number[] => candidates.map((candidate) => order.get(candidate)!);
    sets.sort((a, b) => compareLists(positions(a), positions(b)));
    return { count: m.count(same, this.#all), cost: { num: BigInt(found.cost), den: this.#scale }, sets };
  }

  #set(model: ReadonlyMap<Var, boolean>): Candidate[] {
    return this.candidates.filter((candidate) => model.get(this.#vars.get(candidate)!) === true);
  }

  #readAs(holds: Node, set: readonly Candidate[]): readonly (readonly OptionChoice[])[] {
    const { manager: m } = this.choices;
    const left = this.#settled(this.under(holds, set));
    const support = new Set(m.support(left));
    const open = this.#readings.filter((issue) => this.choices.issueVariables(issue).some((v) => support.has(v)));
    return open.length === 0 ? [] : new OpenTexts(this.choices, open).describe(left).when;
  }
}

/** The first difference decides; of lists that begin alike the shorter stands first. */
function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (one !== other) return one - other;
  }
  return a.length - b.length;
}
