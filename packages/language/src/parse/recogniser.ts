import type { LexerResult } from 'langium';
import type { Automaton } from './automaton.js';

type TokenType = LexerResult['tokens'][number]['tokenType'];

/** A token as the recogniser needs it: its type, and whether a name may be written so. */
export interface Shape {
  readonly type: string;
  readonly name: boolean;
}

/** A rule begun at some earlier point, and how far it has come. */
export interface Item {
  readonly state: number;
  readonly origin: Point;
}

/** All that the text so far can be the beginning of, and who waits here for which rule. */
export class Point {
  readonly items: Item[] = [];
  readonly waiting = new Map<number, { readonly item: Item; readonly to: number }[]>();
  private seen: Set<number> | undefined = new Set();

  /** `order` counts the points of one reading; `token` is the number of the next token. */
  constructor(readonly order: number, public token: number) {}

  add(state: number, origin: Point): void {
    const key = state + origin.order * MOST_STATES;
    if (this.seen!.has(key)) return;
    this.seen!.add(key);
    this.items.push({ state, origin });
  }

  /** Forgets what is only needed while it is made. */
  settle(): void {
    this.seen = undefined;
  }
}

const MOST_STATES = 1 << 14;

/**
 * A recogniser of everything that the grammar allows (Earley 1970, over a transition network). It is not the parser: it finds where a text that
 * the parser refused stops making sense, and what could have stood there.
 */
export class Recogniser {
  private order = 0;

  constructor(readonly automaton: Automaton, readonly tokenTypes: ReadonlyMap<string, TokenType>) {
    if (automaton.edges.length > MOST_STATES) throw new Error('the grammar has more states than the recogniser can number');
  }

  /** The point before the first token of a text that a rule stands for. */
  start(rule: string): Point {
    const point = new Point(++this.order, 0);
    point.add(this.automaton.starts[this.automaton.names.indexOf(rule)]!, point);
    this.close(point);
    return point;
  }

  /** The point after one more token; nothing if no text goes on so. */
  step(from: Point, token: Shape): Point | undefined {
    let next: Point | undefined;
    for (const { state, origin } of from.items) {
      for (const edge of this.automaton.edges[state]!) {
        if (edge.kind !== 'token' || (edge.type !== token.type && !(token.name && edge.type === 'ID'))) continue;
        next ??= new Point(++this.order, from.token + 1);
        next.add(edge.to, origin);
      }
    }
    if (next !== undefined) this.close(next);
    return next;
  }

  /** Whether one of these rules may begin here. */
  mayBegin(point: Point, rules: ReadonlySet<number>): boolean {
    for (const rule of point.waiting.keys()) if (rules.has(rule)) return true;
    return false;
  }

  /** Whether the text may end here. */
  mayEnd(point: Point, rule: string): boolean {
    const number = this.automaton.names.indexOf(rule);
    return point.items.some((item) => this.automaton.ruleOf[item.state] === number && this.automaton.final[item.state]);
  }

  /** The rules that are begun and not ended at a point, the points where they began, innermost last begun. */
  begun(point: Point): { readonly rule: number; readonly at: Point }[] {
    const seen = new Set<Item>();
    const found: { rule: number; at: Point }[] = [];
    const todo = point.items.filter((item) => item.origin !== point);
    for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
      if (seen.has(item)) continue;
      seen.add(item);
      const rule = this.automaton.ruleOf[item.state]!;
      found.push({ rule, at: item.origin });
      for (const { item: parent } of item.origin.waiting.get(rule) ?? []) todo.push(parent);
    }
    return found;
  }

  /** Predicts what may begin here and completes what may end here, until nothing is new. */
  private close(point: Point): void {
    const { edges, final, ruleOf, starts, nullable } = this.automaton;
    for (let i = 0; i < point.items.length; i++) {
      const item = point.items[i]!;
      for (const edge of edges[item.state]!) {
        if (edge.kind !== 'rule') continue;
        let waiting = point.waiting.get(edge.rule);
        if (waiting === undefined) {
          point.waiting.set(edge.rule, (waiting = []));
          point.add(starts[edge.rule]!, point);
        }
        waiting.push({ item, to: edge.to });
        if (nullable[edge.rule]) point.add(edge.to, item.origin);
      }
      if (final[item.state] && item.origin !== point) {
        for (const { item: parent, to } of item.origin.waiting.get(ruleOf[item.state]!) ?? []) point.add(to, parent.origin);
      }
    }
    point.settle();
  }
}
