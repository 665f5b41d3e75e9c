/** Texts that the grammar allows and that mean nothing. */
import { automatonOf, type Automaton } from '../../src/parse/automaton.js';
import { createCasusServices } from '../../src/services.js';
import type { Random } from './random.js';

const automaton: Automaton = automatonOf(createCasusServices().casus.Grammar);

/** States from which few tokens lead to the end of a rule, and how many. */
const toEnd: readonly number[] = shortest();

/** Names that are partly declared and of many kinds, so that some fit. */
const NAMES = ['A', 'B', 'x', 'act1', 'Pact', 'Council', 'matter', 'decision', 'unanimity', 'days', 'help', 'Z'];
const TERMINALS: Readonly<Record<string, readonly string[]>> = {
  ID: NAMES, STRING: ['"a text"', '""', '“curly”'], DATE: ['2031-04-02', '2031-02-30', '0000-00-00'], INT: ['0', '1', '3', '20', '999_999_999'], DECIMAL: ['0.5', '99999.99'],
};

/** A text of a rule. `size` is about how many tokens are spent before it comes to an end as fast as it can. */
export function nonsense(random: Random, rule: string, size: number): string {
  const words: string[] = [];
  let budget = size;
  /** The rules under way: the state after each. */
  const back: number[] = [];
  let state = automaton.starts[automaton.names.indexOf(rule)]!;
  for (;;) {
    const edges = automaton.edges[state]!;
    const mayEnd = automaton.final[state]!;
    if (mayEnd && (edges.length === 0 || budget <= 0 || random.next() < 0.25)) {
      const next = back.pop();
      if (next === undefined) break;
      state = next;
      continue;
    }
    const cost = (edge: (typeof edges)[number]): number => toEnd[edge.to]! + (edge.kind === 'rule' ? toEnd[automaton.starts[edge.rule]!]! : 1);
    let edge = random.pick(edges);
    if (budget <= 0) edge = [...edges].sort((a, b) => cost(a) - cost(b))[0]!;
    if (edge.kind === 'token') {
      budget--;
      words.push(edge.keyword ? edge.type : random.pick(TERMINALS[edge.type]!));
      if (edge.type === '{' || edge.type === '}') words.push('\n');
      state = edge.to;
    } else {
      back.push(edge.to);
      state = automaton.starts[edge.rule]!;
    }
  }
  return words.join(' ');
}

function shortest(): number[] {
  const cost = automaton.edges.map((_, state) => (automaton.final[state]! ? 0 : Infinity));
  for (let changed = true; changed; ) {
    changed = false;
    automaton.edges.forEach((edges, state) => {
      for (const edge of edges) {
        const through = cost[edge.to]! + (edge.kind === 'rule' ? cost[automaton.starts[edge.rule]!]! : 1);
        if (through < cost[state]!) {
          cost[state] = through;
          changed = true;
        }
      }
    });
  }
  return cost;
}

/** The rules of the declarations. */
export const DECLARATIONS: readonly string[] = automaton.names.includes('Declaration') ? automaton.edges[automaton.starts[automaton.names.indexOf('Declaration')]!]!.flatMap((edge) => (edge.kind === 'rule' ? [automaton.names[edge.rule]!] : [])) : [];
