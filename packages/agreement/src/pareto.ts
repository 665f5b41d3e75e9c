import { FALSE, TRUE, type Node, type Var } from '@casus/diagrams';
import type { Stopped } from '@casus/solver';
import type { Space, Text } from './space.js';

/** A score as a sum: so much wherever the function is true. */
export type Measure = readonly { readonly when: Node; readonly worth: bigint }[];

/** A combination of scores, how many texts have it, and one of them. */
export interface Scored {
  readonly scores: readonly bigint[];
  readonly texts: bigint;
  readonly text: Text;
}

/** Beyond so many combinations of scores in one place the search is given up. */
const MOST_COMBINATIONS = 50_000;

interface Partial {
  readonly scores: readonly bigint[];
  readonly texts: bigint;
  readonly path: Path | undefined;
}
interface Path {
  readonly v: Var;
  readonly value: boolean;
  readonly rest: Path | undefined;
}

/**
 * The texts whose scores no other text betters in one without worsening another, by dynamic programming along the order of the variables: what is left of the
 * texts and of the scores after some choices is a tuple of diagrams, and choices that lead to the same tuple share what follows. There, what is worse in
 * every score can be dropped, since all that follows adds the same. Exact; undefined beyond `MOST_COMBINATIONS`, or where it is stopped.
 */
export function frontOf(space: Space, texts: Node, measures: readonly Measure[], stopped?: Stopped): readonly Scored[] | undefined {
  const { manager: m } = space.choices;
  const whole = m.and(space.inSomeOrder(texts), space.texts);
  const vars = space.vars;
  const awards = measures.flatMap((measure, i) => measure.map(({ when, worth }) => ({ when: space.inSomeOrder(when), worth, i })));
  const known = new Map<string, readonly Partial[]>();
  const nothing = measures.map(() => 0n);
  let tooMany = false;

  /** The best that is left from a variable on. `left`: what is not settled yet of each award, by number. */
  const best = (depth: number, f: Node, left: ReadonlyMap<number, Node>): readonly Partial[] => {
    if (f === FALSE || tooMany) return [];
    if (depth === vars.length) return [{ scores: nothing, texts: 1n, path: undefined }];
    const key = `${depth} ${f} ${[...left].map(([i, node]) => `${i}:${node}`).join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    tooMany ||= stopped?.() === true;
    const v = vars[depth]!;
    const all: Partial[] = [];
    for (const value of [true, false]) {
      const gained = [...nothing];
      const rest = new Map<number, Node>();
      for (const [i, node] of left) {
        const now = cofactor(node, v, value);
        if (now === TRUE) gained[awards[i]!.i]! += awards[i]!.worth;
        else if (now !== FALSE) rest.set(i, now);
      }
      for (const { scores, texts: count, path } of best(depth + 1, cofactor(f, v, value), rest)) {
        all.push({ scores: scores.map((score, i) => score + gained[i]!), texts: count, path: { v, value, rest: path } });
      }
    }
    const front = undominatedOf(all, stopped);
    tooMany ||= front.length > MOST_COMBINATIONS;
    known.set(key, front);
    return front;
  };
  const cofactor = (node: Node, v: Var, value: boolean): Node => {
    const top = m.split(node);
    return top === undefined || top.v !== v ? node : value ? top.high : top.low;
  };

  const certain = [...nothing];
  const open = new Map<number, Node>();
  awards.forEach(({ when, worth, i }, number) => {
    if (when === TRUE) certain[i]! += worth;
    else if (when !== FALSE) open.set(number, when);
  });
  const found = best(0, whole, open);
  if (tooMany) return undefined;
  return found.map(({ scores, texts: count, path }) => {
    const values = new Map<Var, boolean>();
    for (let at = path; at !== undefined; at = at.rest) values.set(at.v, at.value);
    return { scores: scores.map((score, i) => score + certain[i]!), texts: count, text: space.read((v) => values.get(v) === true) };
  });
}

/** Those that no other betters; equal ones together. Sorted from the highest first score down, so that only earlier ones can better a later one. */
function undominatedOf(all: readonly Partial[], stopped?: Stopped): readonly Partial[] {
  const sorted = [...all].sort((a, b) => compare(a.scores, b.scores));
  const front: Partial[] = [];
  for (const [i, one] of sorted.entries()) {
    if (i % 1024 === 1023 && stopped?.() === true) break;
    const last = front.at(-1);
    if (last !== undefined && compare(last.scores, one.scores) === 0) {
      front[front.length - 1] = { ...last, texts: last.texts + one.texts };
      continue;
    }
    if (!front.some(({ scores }) => scores.every((score, i) => score >= one.scores[i]!))) front.push(one);
  }
  return front;
}

function compare(a: readonly bigint[], b: readonly bigint[]): number {
  const i = a.findIndex((score, at) => score !== b[at]);
  return i < 0 ? 0 : a[i]! > b[i]! ? -1 : 1;
}
