import type { Automaton } from './automaton.js';

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

/** All that the text so far can be the beginning of, and who waits for which rule from here. */
export class Point {
  readonly items: Item[] = [];
  readonly waiting = new Map<number, { readonly item: Item; readonly to: number }[]>();
  private readonly seen = new Map<number, Set<Point>>();

  constructor(readonly index: number) {}

  add(state: number, origin: Point): void {
    let origins = this.seen.get(state);
    if (origins === undefined) this.seen.set(state, (origins = new Set()));
    if (origins.has(origin)) return;
    origins.add(origin);
    this.items.push({ state, origin });
  }
}

/**
 * A recogniser of everything that the grammar allows (Earley 1970, over a transition network). It is not the parser: it finds where a text that
 * the parser refused stops making sense, and what could have stood there.
 */
export class Recogniser {
  constructor(readonly automaton: Automaton) {}

  /** The point before the first token of a text that a rule stands for. */
  start(rule: string): Point {
    const point = new Point(0);
    point.add(this.automaton.starts[this.automaton.names.indexOf(rule)]!, point);
    this.close(point);
    return point;
  }

  /** The point after one more token; nothing if no text goes on so. */
  step(from: Point, token: Shape): Point | undefined {
    const next = new Point(from.index + 1);
    for (const { state, origin } of from.items) {
      for (const edge of this.automaton.edges[state]!) {
        if (edge.kind === 'token' && (edge.type === token.type || (token.name && edge.type === 'ID'))) next.add(edge.to, origin);
      }
    }
    if (next.items.length === 0) return undefined;
    this.close(next);
    return next;
  }

  /** Whether a rule may begin here. */
  mayBegin(point: Point, rules: ReadonlySet<number>): boolean {
    for (const rule of point.waiting.keys()) if (rules.has(rule)) return true;
    return false;
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
  }
}
