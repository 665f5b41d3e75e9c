import { Alternation, Alternative, EOF, NonTerminal, Option, Repetition, RepetitionMandatory, Terminal, tokenMatcher } from 'chevrotain';
import type { ILookaheadStrategy, ILookaheadValidationError, IProduction, IToken, OptionalProductionType, Rule, TokenType } from 'chevrotain';

/** What the strategy reads of the parser it steers: the tokens ahead, and the rules that are under way, outermost first. */
interface Steered {
  LA(distance: number): IToken;
  readonly RULE_STACK: readonly number[];
  readonly RULE_OCCURRENCE_STACK: readonly number[];
  readonly shortRuleNameToFull: Readonly<Record<number, string>>;
}

/** Where parsing goes on when a rule ends, and where after that. Equal contexts are one object within a prediction. */
interface Context {
  readonly id: number;
  readonly returnTo: number;
  readonly outer: Context | undefined;
}

/** One way in which the text may go on. */
interface Thread {
  readonly state: number;
  readonly context: Context | undefined;
  readonly alternative: number;
}

/**
 * Looks ahead as far as it takes to tell the alternatives of a decision apart, in the context of the rules that are under way.
 *
 * Sentences of the language have no full stop, so whether a word still belongs to a sentence often shows only further on:
 * in "Arcadia shall consult Borduria shall join …" the second name begins the next sentence. Adaptive LL(*) prediction (Parr,
 * Harwell & Fisher 2014) with full context: simulates all alternatives at once over the network of the grammar, until one
 * is left. Where the next token alone decides, whatever the context, nothing is simulated. Of two readings that are alike
 * for good the earlier alternative is taken, which is the longer one for what may be left out.
 */
export class ContextLookahead implements ILookaheadStrategy {
  #network = new Network([]);

  validate(): ILookaheadValidationError[] {
    return [];
  }

  initialize({ rules }: { rules: Rule[] }): void {
    this.#network = new Network(rules);
  }

  buildLookaheadForAlternation({ rule, prodOccurrence }: { rule: Rule; prodOccurrence: number }): (this: unknown) => number | undefined {
    const decide = this.#decision(rule, 'Alternation', prodOccurrence);
    return function (this: unknown) {
      return decide(this as Steered);
    };
  }

  buildLookaheadForOptional({ rule, prodOccurrence, prodType }: { rule: Rule; prodOccurrence: number; prodType: OptionalProductionType }): (this: unknown) => boolean {
    const decide = this.#decision(rule, prodType, prodOccurrence);
    return function (this: unknown) {
      return decide(this as Steered) === 0;
    };
  }

  #decision(rule: Rule, kind: string, occurrence: number): (parser: Steered) => number | undefined {
    const network = this.#network;
    const starts = network.decisions.get(`${rule.name} ${kind} ${occurrence}`);
    if (starts === undefined) throw new Error(`the grammar has no ${kind} ${occurrence} in ${rule.name}`);
    const byNext = new Map<number, readonly number[]>();
    const firsts = starts.map((start) => network.firsts(start));
    return (parser) => {
      const next = parser.LA(1);
      let possible = byNext.get(next.tokenTypeIdx);
      if (possible === undefined) {
        possible = starts.map((_, alternative) => alternative).filter((alternative) => firsts[alternative]!.some((type) => tokenMatcher(next, type)));
        byNext.set(next.tokenTypeIdx, possible);
      }
      return possible.length <= 1 ? possible[0] : new Prediction(network, parser).run(starts, possible);
    };
  }
}

/** The grammar as a network of states; the rules call each other. */
class Network {
  readonly decisions = new Map<string, readonly number[]>();
  readonly empty: number[][] = [];
  readonly tokens: { readonly type: TokenType; readonly to: number }[][] = [];
  readonly calls: { readonly start: string; readonly returnTo: number }[][] = [];
  /** The rule that ends in a state. */
  readonly ends = new Map<number, string>();
  readonly starts = new Map<string, number>();
  /** Where parsing goes on after each call of a rule. */
  readonly returns = new Map<string, number[]>();
  /** The same for one call: caller, rule, occurrence. */
  readonly returnOf = new Map<string, number>();

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      this.starts.set(rule.name, this.#state());
      this.returns.set(rule.name, []);
    }
    for (const rule of rules) this.ends.set(this.#sequence(rule, rule.definition, this.starts.get(rule.name)!), rule.name);
  }

  #state(): number {
    this.empty.push([]);
    this.tokens.push([]);
    return this.calls.push([]) - 1;
  }

  #sequence(rule: Rule, definition: readonly IProduction[], from: number): number {
    return definition.reduce((at, production) => this.#production(rule, production, at), from);
  }

  #production(rule: Rule, production: IProduction, from: number): number {
    const to = this.#state();
    if (production instanceof Terminal) {
      this.tokens[from]!.push({ type: production.terminalType, to });
    } else if (production instanceof NonTerminal) {
      const callee = production.nonTerminalName;
      this.calls[from]!.push({ start: callee, returnTo: to });
      this.returns.get(callee)!.push(to);
      this.returnOf.set(`${rule.name} ${callee} ${production.idx}`, to);
    } else if (production instanceof Alternation) {
      const branches = (production.definition as Alternative[]).map((branch) => {
        const start = this.#state();
        this.empty[from]!.push(start);
        this.empty[this.#sequence(rule, branch.definition, start)]!.push(to);
        return start;
      });
      this.decisions.set(`${rule.name} Alternation ${production.idx}`, branches);
    } else if (production instanceof Option || production instanceof Repetition || production instanceof RepetitionMandatory) {
      const body = this.#state();
      const after = this.#sequence(rule, production.definition, body);
      const kind = production instanceof Option ? 'Option' : production instanceof Repetition ? 'Repetition' : 'RepetitionMandatory';
      this.empty[from]!.push(body);
      if (kind !== 'RepetitionMandatory') this.empty[from]!.push(to);
      this.empty[after]!.push(to);
      if (kind !== 'Option') this.empty[after]!.push(body);
      this.decisions.set(`${rule.name} ${kind} ${production.idx}`, [body, to]);
    } else {
      throw new Error(`the grammar has a production that is not understood in ${rule.name}`);
    }
    return to;
  }

  /** The tokens that may come next from a state, whatever the context. */
  firsts(from: number): TokenType[] {
    const found = new Set<TokenType>();
    const seen = new Set([from]);
    for (const state of seen) {
      for (const { type } of this.tokens[state]!) found.add(type);
      for (const next of this.empty[state]!) seen.add(next);
      for (const { start, returnTo } of this.calls[state]!) {
        seen.add(this.starts.get(start)!);
        if (this.isNullable(start)) seen.add(returnTo);
      }
      const ended = this.ends.get(state);
      if (ended === undefined) continue;
      const returns = this.returns.get(ended)!;
      for (const next of returns) seen.add(next);
      if (returns.length === 0) found.add(EOF);
    }
    return [...found];
  }

  readonly #nullable = new Map<string, boolean>();

  /** Whether a rule may stand for nothing. */
  isNullable(rule: string): boolean {
    const known = this.#nullable.get(rule);
    if (known !== undefined) return known;
    this.#nullable.set(rule, false);
    const seen = new Set([this.starts.get(rule)!]);
    let nullable = false;
    for (const state of seen) {
      if (this.ends.get(state) === rule) nullable = true;
      for (const next of this.empty[state]!) seen.add(next);
      for (const { start, returnTo } of this.calls[state]!) if (this.isNullable(start)) seen.add(returnTo);
    }
    this.#nullable.set(rule, nullable);
    return nullable;
  }
}

/** One look ahead: all alternatives side by side, token by token. */
class Prediction {
  readonly #contexts = new Map<number, Context>();
  #made = 0;

  constructor(
    readonly network: Network,
    readonly parser: Steered,
  ) {}

  run(starts: readonly number[], possible: readonly number[]): number | undefined {
    const context = this.#underWay();
    let threads = this.#spread(possible.map((alternative) => ({ state: starts[alternative]!, context, alternative })));
    for (let distance = 1; ; distance++) {
      const token = this.parser.LA(distance);
      const next = this.#after(threads, token);
      // No reading goes on: the mistake lies here, and the alternative that came this far is as good as any.
      if (next.length === 0) return Math.min(...threads.map(({ alternative }) => alternative));
      const left = new Set(next.map(({ alternative }) => alternative));
      if (left.size === 1 || token.tokenType === EOF) return Math.min(...left);
      threads = this.#spread(next);
      if (alike(threads, left)) return Math.min(...left);
    }
  }

  /** The context of the rules that the parser is in. */
  #underWay(): Context | undefined {
    const { RULE_STACK: rules, RULE_OCCURRENCE_STACK: occurrences, shortRuleNameToFull: names } = this.parser;
    let context: Context | undefined;
    for (let i = 1; i < rules.length; i++) {
      const returnTo = this.network.returnOf.get(`${names[rules[i - 1]!]} ${names[rules[i]!]} ${occurrences[i]}`);
      if (returnTo !== undefined) context = this.#context(returnTo, context);
    }
    return context;
  }

  #context(returnTo: number, outer: Context | undefined): Context {
    const key = ((outer?.id ?? 0) + 1) * this.network.empty.length + returnTo;
    let context = this.#contexts.get(key);
    if (context === undefined) this.#contexts.set(key, (context = { id: ++this.#made, returnTo, outer }));
    return context;
  }

  #after(threads: readonly Thread[], token: IToken): Thread[] {
    const next: Thread[] = [];
    for (const { state, context, alternative } of threads) {
      if (context === undefined && this.network.ends.has(state)) {
        if (token.tokenType === EOF) next.push({ state, context, alternative });
        continue;
      }
      for (const { type, to } of this.network.tokens[state]!) if (tokenMatcher(token, type)) next.push({ state: to, context, alternative });
    }
    return next;
  }

  /** Follows everything that takes no token; keeps the threads that wait for one. */
  #spread(threads: readonly Thread[]): Thread[] {
    const { network } = this;
    const waiting: Thread[] = [];
    const seen = new Set<string>();
    const open = [...threads];
    for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
      const { state, context, alternative } = thread;
      const key = `${state} ${context?.id ?? 0} ${alternative}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const ends = network.ends.has(state);
      if (network.tokens[state]!.length > 0 || (ends && context === undefined)) waiting.push(thread);
      for (const next of network.empty[state]!) open.push({ state: next, context, alternative });
      for (const { start, returnTo } of network.calls[state]!) open.push({ state: network.starts.get(start)!, context: this.#context(returnTo, context), alternative });
      if (ends && context !== undefined) open.push({ state: context.returnTo, context: context.outer, alternative });
    }
    return waiting;
  }
}

/** Whether every way to go on is open to every alternative: nothing further on can tell them apart. */
function alike(threads: readonly Thread[], alternatives: ReadonlySet<number>): boolean {
  const sharers = new Map<string, Set<number>>();
  for (const { state, context, alternative } of threads) {
    const key = `${state} ${context?.id ?? 0}`;
    const set = sharers.get(key);
    if (set === undefined) sharers.set(key, new Set([alternative]));
    else set.add(alternative);
  }
  return [...sharers.values()].every((set) => set.size === alternatives.size);
}
