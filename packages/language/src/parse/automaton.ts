import { GrammarAST } from 'langium';

/** What an edge of the automaton consumes: a token of the grammar, or whatever another rule stands for. */
export type Edge =
  | { readonly kind: 'token'; readonly type: string; readonly keyword: boolean; readonly to: number }
  | { readonly kind: 'rule'; readonly rule: number; readonly to: number; /** Kind of declaration that a name here refers to. */ readonly refersTo?: string };

/** The grammar as a recursive transition network: states of all rules in one numbering, edges without empty ones. */
export interface Automaton {
  /** Edges out of a state, empty moves followed. */
  readonly edges: readonly (readonly Edge[])[];
  /** Whether a state ends its rule. */
  readonly final: readonly boolean[];
  /** Rule that a state belongs to. */
  readonly ruleOf: readonly number[];
  /** First state of each rule. */
  readonly starts: readonly number[];
  readonly names: readonly string[];
  readonly nullable: readonly boolean[];
}

/** Builds the automaton of a grammar; the parser and the messages about what was expected come from one text. */
export function automatonOf(grammar: GrammarAST.Grammar): Automaton {
  const builder = new Builder();
  for (const rule of grammar.rules) if (GrammarAST.isParserRule(rule)) builder.ruleNumber(rule.name);
  for (const rule of grammar.rules) if (GrammarAST.isParserRule(rule)) builder.build(rule);
  return builder.finish();
}

class Builder {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly ruleOf: number[] = [];
  private readonly empty: number[][] = [];
  private readonly moves: Edge[][] = [];
  private current = 0;

  ruleNumber(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }

  build(rule: GrammarAST.ParserRule): void {
    this.current = this.ruleNumber(rule.name);
    const start = this.state();
    const end = this.state();
    this.starts[this.current] = start;
    this.ends[this.current] = end;
    this.element(rule.definition, start, end);
  }

  private state(): number {
    this.ruleOf.push(this.current);
    this.moves.push([]);
    return this.empty.push([]) - 1;
  }

  /** Ways from one state to another by an element and how often it may occur. */
  private element(element: GrammarAST.AbstractElement, from: number, to: number, refersTo?: string): void {
    const { cardinality } = element;
    if (cardinality === undefined) {
      this.once(element, from, to, refersTo);
      return;
    }
    const before = this.state();
    const after = this.state();
    this.empty[from]!.push(before);
    this.empty[after]!.push(to);
    if (cardinality !== '+') this.empty[before]!.push(after);
    if (cardinality !== '?') this.empty[after]!.push(before);
    this.once(element, before, after, refersTo);
  }

  private once(element: GrammarAST.AbstractElement, from: number, to: number, refersTo?: string): void {
    if (GrammarAST.isKeyword(element)) this.moves[from]!.push({ kind: 'token', type: element.value, keyword: true, to });
    else if (GrammarAST.isRuleCall(element)) {
      const rule = element.rule.ref;
      if (rule === undefined) throw new Error(`the grammar has no rule ${element.rule.$refText}`);
      if (GrammarAST.isTerminalRule(rule)) this.moves[from]!.push({ kind: 'token', type: rule.name, keyword: false, to });
      else this.moves[from]!.push({ kind: 'rule', rule: this.ruleNumber(rule.name), to, ...(refersTo === undefined ? {} : { refersTo }) });
    } else if (GrammarAST.isAssignment(element)) this.element(element.terminal, from, to, refersTo);
    else if (GrammarAST.isCrossReference(element)) {
      if (element.terminal === undefined) throw new Error('a reference without a terminal');
      this.element(element.terminal, from, to, element.type.$refText);
    } else if (GrammarAST.isAlternatives(element)) for (const each of element.elements) this.element(each, from, to, refersTo);
    else if (GrammarAST.isGroup(element)) {
      let at = from;
      element.elements.forEach((each, i) => {
        const next = i === element.elements.length - 1 ? to : this.state();
        this.element(each, at, next, refersTo);
        at = next;
      });
    } else if (GrammarAST.isAction(element)) this.empty[from]!.push(to);
    else throw new Error(`the grammar has an element that is not understood: ${element.$type}`);
  }

  finish(): Automaton {
    const closures = this.empty.map((_, state) => this.closure(state));
    const edges = closures.map((closure) => [...closure].flatMap((state) => this.moves[state]!));
    const final = closures.map((closure, state) => closure.has(this.ends[this.ruleOf[state]!]!));
    const nullable = this.names.map(() => false);
    for (let changed = true; changed; ) {
      changed = false;
      this.starts.forEach((start, rule) => {
        if (!nullable[rule] && this.reachesEnd(start, final, edges, nullable)) changed = nullable[rule] = true;
      });
    }
    return { edges, final, ruleOf: this.ruleOf, starts: this.starts, names: this.names, nullable };
  }

  private closure(state: number): Set<number> {
    const seen = new Set([state]);
    for (const each of seen) for (const next of this.empty[each]!) seen.add(next);
    return seen;
  }

  private reachesEnd(start: number, final: readonly boolean[], edges: readonly (readonly Edge[])[], nullable: readonly boolean[]): boolean {
    const seen = new Set([start]);
    for (const state of seen) {
      if (final[state]) return true;
      for (const edge of edges[state]!) if (edge.kind === 'rule' && nullable[edge.rule]) seen.add(edge.to);
    }
    return false;
  }
}
