import { Operation } from './cache.js';
import { ite } from './connectives.js';
import type { Kernel } from './kernel.js';
import { FALSE, TRUE, type Node, type Var } from './types.js';

/** Substitution of constants and of functions for variables (Bryant 1986, "Restrict" and "Compose"). */

/** `f` with the literals of a cube (see `Kernel.cube`) made true. */
export function restrict(k: Kernel, f: Node, cube: Node): Node {
  if (f <= TRUE) return f;
  const level = k.level(f);
  while (k.level(cube) < level) cube = k.high(cube) === FALSE ? k.low(cube) : k.high(cube);
  if (cube === TRUE) return f;
  if (k.level(cube) === level) {
    return k.high(cube) === FALSE ? restrict(k, k.low(f), k.low(cube)) : restrict(k, k.high(f), k.high(cube));
  }
  const hit = k.cache.get(Operation.Restrict, f, cube, 0);
  if (hit >= 0) return hit;
  const low = restrict(k, k.low(f), cube);
  const r = k.make(level, low, restrict(k, k.high(f), cube));
  k.cache.put(Operation.Restrict, f, cube, 0, r);
  return r;
}

/** `f` with `g` in place of the variable `v`. */
export function compose(k: Kernel, f: Node, v: Var, g: Node): Node {
  return composeAt(k, f, k.order.levelOf[v]!, g);
}

function composeAt(k: Kernel, f: Node, target: number, g: Node): Node {
  const level = k.level(f);
  if (level > target) return f;
  if (level === target) return ite(k, g, k.high(f), k.low(f));
  const hit = k.cache.get(Operation.Compose, f, target, g);
  if (hit >= 0) return hit;
  const low = composeAt(k, k.low(f), target, g);
  const high = composeAt(k, k.high(f), target, g);
  const r = ite(k, k.positive[k.order.varAt[level]!]!, high, low);
  k.cache.put(Operation.Compose, f, target, g, r);
  return r;
}

/** `f` with every variable of the map replaced by its function, all at once. */
export function composeAll(k: Kernel, f: Node, substitution: ReadonlyMap<Var, Node>): Node {
  const byLevel = new Map<number, Node>();
  let lowest = -1;
  for (const [v, g] of substitution) {
    const level = k.order.levelOf[v]!;
    byLevel.set(level, g);
    if (level > lowest) lowest = level;
  }
  k.substitutions = (k.substitutions + 1) & 0x3fffffff;
  return composeBelow(k, f, byLevel, lowest, k.substitutions);
}

function composeBelow(k: Kernel, f: Node, byLevel: Map<number, Node>, lowest: number, serial: number): Node {
  const level = k.level(f);
  if (level > lowest) return f;
  const hit = k.cache.get(Operation.ComposeAll, f, serial, 0);
  if (hit >= 0) return hit;
  const low = composeBelow(k, k.low(f), byLevel, lowest, serial);
  const high = composeBelow(k, k.high(f), byLevel, lowest, serial);
  const r = ite(k, byLevel.get(level) ?? k.positive[k.order.varAt[level]!]!, high, low);
  k.cache.put(Operation.ComposeAll, f, serial, 0, r);
  return r;
}
