/** Minimal coalitions as diagrams: those that win and lose with any one member fewer (Rauzy 1993, for classes of interchangeable members). */
import type { Diagram } from './build.js';
import { FALSE, TRUE, type Mdd, type Ref } from './store.js';

/** The minimal winning coalitions of a monotone game. */
export function minimalOf({ store, root, ...rest }: Diagram): Diagram {
  const known = new Map<Ref, Ref>();
  // With the levels above fixed: the least numbers from `level` on. A level that does not matter takes nobody.
  const at = (f: Ref): Ref => {
    if (f === FALSE) return FALSE;
    let result = known.get(f);
    if (result === undefined) known.set(f, (result = f === TRUE ? TRUE : split(f, store.levelOf(f))));
    return result;
  };
  const split = (f: Ref, level: number): Ref => {
    const children = store.childrenAt(f, level);
    return store.node(level, children.map((child, k) => {
      const least = lowered(store, at(child), level + 1, store.levelOf(child));
      return k === 0 ? least : store.without(least, children[k - 1]!);
    }));
  };
  const found = at(root);
  return { store, root: lowered(store, found, 0, store.levelOf(root)), ...rest };
}

/** `f`, with nobody of the levels `from` … `to`-1. */
function lowered(store: Mdd, f: Ref, from: number, to: number): Ref {
  let result = f;
  for (let level = to - 1; level >= from; level--) result = store.node(level, store.childrenAt(FALSE, level).map((_, k) => (k === 0 ? result : FALSE)));
  return result;
}

/** Where one member of the level fewer is in: x ↦ f(x - e); `none` where nobody of it is in. */
export const oneFewer = ({ store, root }: Diagram, level: number, none: Ref): Ref => store.mapLevel(root, level, (children) => [none, ...children.slice(0, -1)]);

/** Where one member of the level more is in: x ↦ f(x + e); `all` where all of it are in. */
export const oneMore = ({ store, root }: Diagram, level: number, all: Ref): Ref => store.mapLevel(root, level, (children) => [...children.slice(1), all]);

/**
 * The shift-minimal winning coalitions: minimal ones that lose, too, when a member is replaced by a strictly less desirable one outside
 * (Carreras & Freixas 1996). `weaker`: the pairs of levels of which the second is strictly less desirable than the first; where desirability
 * orders all levels, neighbours are enough.
 */
export function shiftMinimalOf(diagram: Diagram, minimal: Diagram, weaker: readonly (readonly [number, number])[]): Diagram {
  const { store } = diagram;
  const root = weaker.reduce((left, [strong, weak]) => {
    // x - e(strong) + e(weak) wins.
    const replaced = oneMore({ ...diagram, root: oneFewer(diagram, strong, FALSE) }, weak, FALSE);
    return store.without(left, replaced);
  }, minimal.root);
  return { ...diagram, root };
}
