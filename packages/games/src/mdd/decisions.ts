/** A game that is given by decisions, one player after the other, as binary decision diagrams are. */
import type { Diagram } from './build.js';
import { layoutOf, storeOf } from './layout.js';
import { FALSE, TRUE, type Ref } from './store.js';

/** What a state of the decisions is: an outcome, or a player and what follows when it is in and out. Along any way the players come in one order. */
export interface Decisions<K> {
  readonly root: K;
  at(key: K): boolean | { readonly player: number; readonly in: K; readonly out: K };
}

/** The diagram of the decisions; players that none of them asks for come last. */
export function diagramOfDecisions<K>(n: number, { root, at }: Decisions<K>): Diagram {
  const order = playersInOrder(n, { root, at });
  const layout = layoutOf(order.map((player) => [player]), 2);
  const store = storeOf(layout);
  const known = new Map<K, Ref>();
  const build = (key: K): Ref => {
    let result = known.get(key);
    if (result !== undefined) return result;
    const found = at(key);
    if (typeof found === 'boolean') result = found ? TRUE : FALSE;
    else result = store.node(layout.levelOf[found.player]!, [build(found.out), build(found.in)]);
    known.set(key, result);
    return result;
  };
  return { store, layout, root: build(root) };
}

/** Each player before those that come after it on some way (depth first, the last finished first). */
function playersInOrder<K>(n: number, { root, at }: Decisions<K>): number[] {
  const after: Set<number>[] = Array.from({ length: n }, () => new Set());
  const seen = new Set<K>();
  const visit = (key: K): number | undefined => {
    const found = at(key);
    if (typeof found === 'boolean') return undefined;
    if (!seen.has(key)) {
      seen.add(key);
      for (const next of [visit(found.out), visit(found.in)]) if (next !== undefined) after[found.player]!.add(next);
    }
    return found.player;
  };
  visit(root);
  const done = new Set<number>();
  const order: number[] = [];
  const finish = (player: number): void => {
    if (done.has(player)) return;
    done.add(player);
    for (const next of after[player]!) finish(next);
    order.unshift(player);
  };
  const first = visit(root);
  const rest = Array.from({ length: n }, (_, player) => player).filter((player) => player !== first);
  for (const player of rest.reverse()) finish(player);
  if (first !== undefined) finish(first);
  return order;
}
