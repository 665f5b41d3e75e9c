import { Operation } from './cache.js';
import { and, or } from './connectives.js';
import type { Kernel } from './kernel.js';
import { FALSE, TRUE, type Node } from './types.js';

/**
 * Quantification over a set of variables, given as the conjunction of them (`Kernel.variableSet`), so that results can
 * be remembered across calls (Bryant 1986; the relational product after Burch, Clarke, Long 1991).
 */

/** The part of a variable set from `level` down. */
function from(k: Kernel, set: Node, level: number): Node {
  while (k.level(set) < level) set = k.high(set);
  return set;
}

/** Some values of the variables make `f` true. */
export function exists(k: Kernel, f: Node, set: Node): Node {
  if (f <= TRUE) return f;
  const level = k.level(f);
  set = from(k, set, level);
  if (set === TRUE) return f;
  const hit = k.cache.get(Operation.Exists, f, set, 0);
  if (hit >= 0) return hit;
  let r: Node;
  if (k.level(set) === level) {
    const rest = k.high(set);
    r = exists(k, k.low(f), rest);
    if (r !== TRUE) r = or(k, r, exists(k, k.high(f), rest));
  } else {
    const low = exists(k, k.low(f), set);
    r = k.make(level, low, exists(k, k.high(f), set));
  }
  k.cache.put(Operation.Exists, f, set, 0, r);
  return r;
}

/** All values of the variables make `f` true. */
export function forall(k: Kernel, f: Node, set: Node): Node {
  if (f <= TRUE) return f;
  const level = k.level(f);
  set = from(k, set, level);
  if (set === TRUE) return f;
  const hit = k.cache.get(Operation.Forall, f, set, 0);
  if (hit >= 0) return hit;
  let r: Node;
  if (k.level(set) === level) {
    const rest = k.high(set);
    r = forall(k, k.low(f), rest);
    if (r !== FALSE) r = and(k, r, forall(k, k.high(f), rest));
  } else {
    const low = forall(k, k.low(f), set);
    r = k.make(level, low, forall(k, k.high(f), set));
  }
  k.cache.put(Operation.Forall, f, set, 0, r);
  return r;
}

/** `exists(and(f, g), set)` without building the conjunction. */
export function andExists(k: Kernel, f: Node, g: Node, set: Node): Node {
  if (f === FALSE || g === FALSE) return FALSE;
  if (f === g || g === TRUE) return exists(k, f, set);
  if (f === TRUE) return exists(k, g, set);
  if (f > g) {
    const t = f;
    f = g;
    g = t;
  }
  const lf = k.level(f);
  const lg = k.level(g);
  const level = lf < lg ? lf : lg;
  set = from(k, set, level);
  if (set === TRUE) return and(k, f, g);
  const hit = k.cache.get(Operation.AndExists, f, g, set);
  if (hit >= 0) return hit;
  const quantified = k.level(set) === level;
  const rest = quantified ? k.high(set) : set;
  let r = andExists(k, lf === level ? k.low(f) : f, lg === level ? k.low(g) : g, rest);
  if (!quantified || r !== TRUE) {
    const high = andExists(k, lf === level ? k.high(f) : f, lg === level ? k.high(g) : g, rest);
    r = quantified ? or(k, r, high) : k.make(level, r, high);
  }
  k.cache.put(Operation.AndExists, f, g, set, r);
  return r;
}
