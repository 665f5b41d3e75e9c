import { EOF, tokenMatcher } from 'chevrotain';
import type { ILookaheadStrategy, ILookaheadValidationError, IToken, OptionalProductionType, Rule } from 'chevrotain';
import { Network } from './network.js';

/** What the strategy reads of the parser it steers: the tokens ahead, and the rules that are under way, outermost first. */
interface Steered {
  LA(distance: number): IToken;
  /** Number of the token read last. */
  readonly currIdx: number;
  readonly RULE_STACK: readonly number[];
  readonly RULE_OCCURRENCE_STACK: readonly number[];
  readonly shortRuleNameToFull: Readonly<Record<number, string>>;
}

/** Where parsing goes on when a rule ends, and where after that. Equal contexts are one object. */
interface Context {
  readonly id: number;
  readonly returnTo: number;
  readonly outer: Context | undefined;
}

/** What a decision is between, once the next token is known. */
interface Possible {
  /** Below {@link MOST_QUESTIONS}, a number of its own. */
  readonly number: number;
  /** Where each alternative of the decision begins. */
  readonly starts: readonly number[];
  /** The alternatives that the next token allows. */
  readonly alternatives: readonly number[];
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
  #predictor = new Predictor(this.#network);
  #questions = 0;

  /**
   * For each token of the text parsed last at which more than the next token was needed: the number of the furthest token that was looked at.
   * What was read before a token, and what it looked at, does not depend on anything further on.
   */
  get reach(): ReadonlyMap<number, number> {
    return this.#predictor.reach;
  }

  /** Forgets how far the last text was looked at; the next begins. */
  beginText(): void {
    this.#predictor.reach.clear();
  }

  validate(): ILookaheadValidationError[] {
    return [];
  }

  initialize({ rules }: { rules: Rule[] }): void {
    this.#network = new Network(rules);
    this.#predictor = new Predictor(this.#network);
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
    const byNext = new Map<number, Possible>();
    const firsts = starts.map((start) => network.firsts(start));
    const predictor = this.#predictor;
    const known = new Map<string, Possible>();
    return (parser) => {
      const next = parser.LA(1);
      let possible = byNext.get(next.tokenTypeIdx);
      if (possible === undefined) {
        const alternatives = starts.map((_, alternative) => alternative).filter((alternative) => firsts[alternative]!.some((type) => tokenMatcher(next, type)));
        possible = known.get(alternatives.join());
        if (possible === undefined) known.set(alternatives.join(), (possible = { number: ++this.#questions, starts, alternatives }));
        byNext.set(next.tokenTypeIdx, possible);
      }
      const { alternatives } = possible;
      return alternatives.length <= 1 ? alternatives[0] : predictor.run(parser, possible);
    };
  }
}

/** All readings that are possible after some tokens, and what the next token leaves of them: remembered, so that like sentences are simulated once. */
interface Stage {
  readonly threads: readonly Thread[];
  /** The alternative, if it is settled here. */
  readonly settled: number | undefined;
  readonly next: Map<number, Stage>;
}

/** More stages or contexts are forgotten and found again: it keeps the memory bounded on texts that nest without end. */
const MOST_REMEMBERED = 50_000;

/** Bounds of the numbers that are packed into one key; far beyond any grammar. */
const MOST_QUESTIONS = 2 ** 20;
const MOST_ALTERNATIVES = 2 ** 10;

/** Looks ahead: all alternatives side by side, token by token. */
class Predictor {
  #contexts = new Map<number, Context>();
  #made = 0;
  #stages = 0;
  readonly #starts = new Map<number, Stage>();
  readonly reach = new Map<number, number>();

  constructor(readonly network: Network) {}

  run(parser: Steered, { number, starts, alternatives }: Possible): number | undefined {
    if (this.#stages > MOST_REMEMBERED || this.#contexts.size > MOST_REMEMBERED) this.#forget();
    const context = this.#underWay(parser);
    const key = (context?.id ?? 0) * MOST_QUESTIONS + number;
    let stage = this.#starts.get(key);
    if (stage === undefined) {
      stage = this.#stage(this.#spread(alternatives.map((alternative) => ({ state: starts[alternative]!, context, alternative }))), undefined);
      this.#starts.set(key, stage);
    }
    let distance = 1;
    for (; stage.settled === undefined; distance++) {
      const token = parser.LA(distance);
      let next: Stage | undefined = stage.next.get(token.tokenTypeIdx);
      if (next === undefined) stage.next.set(token.tokenTypeIdx, (next = this.#after(stage, token)));
      stage = next;
    }
    const at = parser.currIdx + 1;
    const furthest = parser.currIdx + distance - 1;
    if (furthest > (this.reach.get(at) ?? at)) this.reach.set(at, furthest);
    return stage.settled;
  }

  #forget(): void {
    this.#contexts = new Map();
    this.#last.length = 0;
    this.#starts.clear();
    this.#stages = 0;
  }

  #stage(threads: readonly Thread[], settled: number | undefined): Stage {
    this.#stages++;
    return { threads, settled, next: new Map() };
  }

  #after({ threads }: Stage, token: IToken): Stage {
    const next = this.#step(threads, token);
    // No reading goes on: the mistake lies here, and the alternative that came this far is as good as any.
    if (next.length === 0) return this.#stage([], Math.min(...threads.map(({ alternative }) => alternative)));
    const left = new Set(next.map(({ alternative }) => alternative));
    if (left.size === 1 || token.tokenType === EOF) return this.#stage([], Math.min(...left));
    const spread = this.#spread(next);
    return alike(spread, left, this.network.empty.length) ? this.#stage([], Math.min(...left)) : this.#stage(spread, undefined);
  }

  /** The rules that the parser was in when it was asked last, with the context of each: most of them are the same the next time. */
  readonly #last: { readonly rule: number; readonly occurrence: number; readonly context: Context | undefined }[] = [];

  /** The context of the rules that the parser is in. */
  #underWay({ RULE_STACK: rules, RULE_OCCURRENCE_STACK: occurrences, shortRuleNameToFull: names }: Steered): Context | undefined {
    const last = this.#last;
    let same = 0;
    while (same < rules.length && same < last.length && last[same]!.rule === rules[same] && last[same]!.occurrence === occurrences[same]) same++;
    last.length = same;
    for (let i = same; i < rules.length; i++) {
      const outer = last[i - 1]?.context;
      const returnTo = i === 0 ? undefined : this.network.returnOf.get(`${names[rules[i - 1]!]} ${names[rules[i]!]} ${occurrences[i]}`);
      last.push({ rule: rules[i]!, occurrence: occurrences[i]!, context: returnTo === undefined ? outer : this.#context(returnTo, outer) });
    }
    return last.at(-1)?.context;
  }

  #context(returnTo: number, outer: Context | undefined): Context {
    const key = ((outer?.id ?? 0) + 1) * this.network.empty.length + returnTo;
    let context = this.#contexts.get(key);
    if (context === undefined) this.#contexts.set(key, (context = { id: ++this.#made, returnTo, outer }));
    return context;
  }

  #step(threads: readonly Thread[], token: IToken): Thread[] {
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
    const seen = new Set<number>();
    const states = network.empty.length;
    const open = [...threads];
    for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
      const { state, context, alternative } = thread;
      const key = ((context?.id ?? 0) * states + state) * MOST_ALTERNATIVES + alternative;
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
function alike(threads: readonly Thread[], alternatives: ReadonlySet<number>, states: number): boolean {
  const sharers = new Map<number, Set<number>>();
  for (const { state, context, alternative } of threads) {
    const key = (context?.id ?? 0) * states + state;
    const set = sharers.get(key);
    if (set === undefined) sharers.set(key, new Set([alternative]));
    else set.add(alternative);
  }
  return [...sharers.values()].every((set) => set.size === alternatives.size);
}
