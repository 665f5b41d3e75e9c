import { Alternation, Alternative, EOF, NonTerminal, Option, Repetition, RepetitionMandatory, Terminal } from 'chevrotain';
import type { IProduction, Rule, TokenType } from 'chevrotain';

/** The grammar as a network of states; the rules call each other. */
export class Network {
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
