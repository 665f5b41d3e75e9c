/** What kind of game a diagram is, and how its members compare. The diagram has two ballots. */
import type { Diagram } from './build.js';
import { oneMore } from './minimal.js';
import { FALSE, TRUE, type Ref } from './store.js';

/** A coalition that wins, and loses with one member more. */
export interface NotMonotone {
  readonly winning: readonly number[];
  readonly joins: number;
}

/** A coalition that a further member makes lose, or `undefined` where the game is monotone. */
export function notMonotone(diagram: Diagram): NotMonotone | undefined {
  const { store, layout, root } = diagram;
  for (let level = 0; level < layout.levels.length; level++) {
    // Wins, and loses with one more of the level.
    const wrong = store.without(root, oneMore(diagram, level, TRUE));
    if (wrong === FALSE) continue;
    const vector = anyOf(diagram, wrong);
    return { winning: coalitionOf(diagram, vector), joins: layout.levels[level]!.members[vector[level]!]! };
  }
  return undefined;
}

/** One vector of numbers for which a function that is not constantly false holds. */
export function anyOf({ store, layout }: Diagram, f: Ref): number[] {
  const vector = layout.levels.map(() => 0);
  let at = f;
  while (!store.isLeaf(at)) {
    const level = store.levelOf(at);
    const k = store.childrenAt(at, level).findIndex((child) => child !== FALSE);
    vector[level] = k;
    at = store.child(at, level, k);
  }
  return vector;
}

/** The coalition of the first members of each level. */
export const coalitionOf = ({ layout }: Diagram, vector: readonly number[]): number[] =>
  layout.levels.flatMap(({ members }, level) => members.slice(0, vector[level])).sort((a, b) => a - b);

/** Whether the function holds for a vector of numbers. */
export function holdsAt({ store, root }: Diagram, vector: readonly number[]): boolean {
  let at = root;
  while (!store.isLeaf(at)) at = store.child(at, store.levelOf(at), vector[store.levelOf(at)]!);
  return at !== FALSE;
}

/** No two winning coalitions without a common member. */
export const isProper = ({ store, root }: Diagram): boolean => store.and(root, store.reversed(root)) === FALSE;

/** Of a coalition and all others one wins, always. */
export const isStrong = ({ store, root }: Diagram): boolean => store.or(root, store.reversed(root)) === TRUE;

/**
 * Whether members of the first level are at least as desirable as those of the second: whenever a member of the second makes others win by joining
 * them, so does one of the first (Isbell 1958; Maschler & Peleg 1966).
 */
export function atLeastAsDesirable(diagram: Diagram, first: number, second: number): boolean {
  const { store } = diagram;
  const withSecond = store.mapLevel(oneMore(diagram, second, FALSE), first, (children) => [...children.slice(0, -1), FALSE]);
  return store.implies(withSecond, oneMore(diagram, first, TRUE));
}

/** How two levels compare: 0 interchangeable, 1 the first strictly more desirable, -1 the second, undefined: neither. */
export function compareDesirability(diagram: Diagram, first: number, second: number): -1 | 0 | 1 | undefined {
  const up = atLeastAsDesirable(diagram, first, second);
  const down = atLeastAsDesirable(diagram, second, first);
  return up && down ? 0 : up ? 1 : down ? -1 : undefined;
}

/** Without any one of these members nobody wins: the levels of the vetoers. Where no coalition wins at all, nobody is one. */
export const vetoLevels = ({ store, layout, root }: Diagram): number[] =>
  layout.levels.flatMap((_, level) => (root !== FALSE && store.mapLevel(root, level, (children) => [...children.slice(0, -1), FALSE]) === FALSE ? [level] : []));

/** A member of these levels changes no outcome. */
export const dummyLevels = (diagram: Diagram): number[] =>
  diagram.layout.levels.flatMap((_, level) => (oneMore(diagram, level, FALSE) === diagram.store.mapLevel(diagram.root, level, (children) => [...children.slice(0, -1), FALSE]) ? [level] : []));

