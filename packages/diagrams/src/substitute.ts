import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { run } from './machine.js';
import type { Node, Var } from './types.js';

/** Substitution of constants and of functions for variables (Bryant 1986, "Restrict" and "Compose"). */

/** `f` with the literals of a cube (see `Kernel.cube`) made true. */
export function restrict(k: Kernel, f: Node, cube: Node): Node {
  return run(k, Operation.Restrict, f, cube, 0);
}

/** `f` with `g` in place of the variable `v`. */
export function compose(k: Kernel, f: Node, v: Var, g: Node): Node {
  return run(k, Operation.Compose, f, k.order.levelOf[v]!, g);
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
  // Results are remembered under the serial number of the substitution; maps themselves cannot be compared cheaply.
  const serial = (k.substitution.serial + 1) & 0x3fffffff;
  k.substitution = { serial, byLevel, lowest };
  return run(k, Operation.ComposeAll, f, serial, 0);
}
