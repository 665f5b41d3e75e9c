import type { Node, Var } from '@casus/diagrams';
import { identityOf, type Case, type Choices, type Id, type Instrument, type PromiseExpr } from '@casus/model';
import type { OptionChoice, Texts } from './verdict.js';

/** How many descriptions of a set of texts are spelled out. */
const MOST_DESCRIPTIONS = 16;

/** Finds the issues that a text leaves open: those whose options occur in the instruments, in the groups and bodies that they refer to, or in the promise. */
export class IssueFinder {
  readonly #known = new Map<object, ReadonlySet<Id>>();

  constructor(readonly case_: Case) {}

  /** The issues of some instruments and a promise, in the order in which they occur. */
  of(instruments: readonly Instrument[], expr?: PromiseExpr): ReadonlySet<Id> {
    return new Set([...instruments, ...(expr === undefined ? [] : [expr])].flatMap((part) => [...this.#in(part)]));
  }

  /** The issues of one instrument or promise, which many judgments share. */
  #in(part: Instrument | PromiseExpr): ReadonlySet<Id> {
    let found = this.#known.get(part);
    if (found === undefined) {
      // Whatever an instrument says may stand in a bracket; its articles are only names.
      const { articles: _articles, silences: _silences, ...said } = part as Partial<Instrument>;
      found = issuesIn(this.case_, said, identityOf(part));
      this.#known.set(part, found);
    }
    return found;
  }
}

/** The issues whose options occur in a part of a case. */
function issuesIn(case_: Case, said: object, identity: object): ReadonlySet<Id> {
  const found = new Set<Id>();
  const seen = new Set<object>();
  const within = (part: object | undefined): void => {
    if (part === undefined || seen.has(part)) return;
    seen.add(part);
    follow(named(part, identityOf(part)));
  };
  const follow = (names: readonly Named[]): void => {
    for (const { key, id } of names) {
      if (key === 'option') {
        const issue = case_.options.get(id)?.issue;
        if (issue !== undefined) found.add(issue);
      } else if (key === 'instrument') within(case_.instruments.get(id)?.parties);
      else within(case_.groups.get(id)?.members ?? case_.bodies.get(id));
    }
  };
  follow(named(said, identity));
  return found;
}

/** A name in a part of a case that leads to options: of one, of a group or body, or of an instrument whose parties are meant. */
interface Named {
  readonly key: 'option' | 'set' | 'instrument';
  readonly id: Id;
}

/** By what is the same of a part wherever it stands. */
const NAMED = new WeakMap<object, readonly Named[]>();

/** The names in a part, each once, in the order in which they occur. */
function named(part: object, identity: object): readonly Named[] {
  let known = NAMED.get(identity);
  if (known === undefined) NAMED.set(identity, (known = namedIn(part)));
  return known;
}

function namedIn(part: object): readonly Named[] {
  const found = new Map<string, Named>();
  const add = (key: Named['key'], id: unknown): void => {
    if (typeof id === 'string' && !found.has(`${key} ${id}`)) found.set(`${key} ${id}`, { key, id });
  };
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'option') add('option', value);
      else if (key === 'options' && Array.isArray(value)) for (const id of value) add('option', id);
      else if (key === 'id' || key === 'body') add('set', value);
      else if (key === 'instrument') add('instrument', value);
      else if (key !== 'place' && key !== 'provenance') visit(value);
    }
  };
  visit(part);
  return [...found.values()];
}

/** The open issues of a judgment: their variables, and how texts are counted and described. */
export class OpenTexts {
  readonly #vars: readonly Var[];
  readonly #canonical: Node;
  /** Number of texts. */
  readonly total: bigint;

  constructor(
    readonly choices: Choices,
    readonly issues: readonly Id[],
  ) {
    const { manager: m } = choices;
    this.#vars = issues.flatMap((issue) => choices.issueVariables(issue));
    this.#canonical = m.protect(m.andAll(issues.map((issue) => choices.canonical(issue))));
    this.total = m.count(this.#canonical, this.#vars);
  }

  /** Whether there is such a text. */
  some(f: Node): boolean {
    return this.choices.manager.meets(f, this.#canonical);
  }

  /** One such text: an option for each open issue. */
  one(f: Node): ReadonlyMap<Id, Id> {
    const { manager: m } = this.choices;
    const model = m.models(m.and(f, this.#canonical), this.#vars).next();
    if (model.done === true) throw new Error('there is no such text');
    const taken = new Map<Id, Id>();
    for (const issue of this.issues) {
      const vars = this.choices.issueVariables(issue);
      const options = this.choices.case.issues.get(issue)!.options;
      const i = vars.findIndex((v) => model.value.get(v) === true);
      const option = options[i < 0 ? options.length - 1 : i];
      if (option !== undefined) taken.set(issue, option.id);
    }
    return taken;
  }

  /** The function with the options of a text put in. */
  under(f: Node, text: ReadonlyMap<Id, Id>): Node {
    const values = new Map<Var, boolean>();
    for (const issue of this.issues) {
      const options = this.choices.case.issues.get(issue)!.options;
      this.choices.issueVariables(issue).forEach((v, i) => values.set(v, options[i]!.id === text.get(issue)));
    }
    return this.#restricted(f, values);
  }

  /** Puts the options in, also where the outcome of a vote stands for a function of them. */
  #restricted(f: Node, values: ReadonlyMap<Var, boolean>): Node {
    const { choices } = this;
    const { manager: m } = choices;
    const written = m.restrictAll(f, values);
    const votes = new Map<Var, Node>();
    for (const v of m.support(written)) {
      if (choices.variable(v).kind !== 'outcome') continue;
      const vote = choices.definition(v);
      const settled = m.restrictAll(vote, values);
      if (settled !== vote) votes.set(v, choices.outcome(settled));
    }
    return votes.size === 0 ? written : m.composeAll(written, votes);
  }

  /** How many texts, and which. */
  describe(f: Node): Texts {
    const { manager: m } = this.choices;
    const exact = m.and(f, this.#canonical);
    const when: OptionChoice[][] = [];
    let more = false;
    for (const cube of m.isop(exact)) {
      if (when.length >= MOST_DESCRIPTIONS) {
        more = true;
        break;
      }
      when.push(this.#options(cube));
    }
    return { count: m.count(exact, this.#vars), of: this.total, when, ...(more ? { more } : {}) };
  }

  #options(cube: ReadonlyMap<Var, boolean>): OptionChoice[] {
    return this.issues.flatMap((issue): OptionChoice[] => {
      const vars = this.choices.issueVariables(issue);
      const options = this.choices.case.issues.get(issue)!.options;
      const yes = vars.findIndex((v) => cube.get(v) === true);
      if (yes >= 0) return [{ option: options[yes]!.id, taken: true }];
      const no = vars.flatMap((v, i) => (cube.get(v) === false ? [options[i]!.id] : []));
      if (vars.length > 0 && no.length === vars.length) return [{ option: options.at(-1)!.id, taken: true }];
      return no.map((option) => ({ option, taken: false }));
    });
  }
}
