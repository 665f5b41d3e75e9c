import type { Kernel } from './kernel.js';
import { reach } from './snapshot.js';
import { TRUE, type Node } from './types.js';

/** Nodes below this number are never worth a collection that nobody asked for. */
const FIRST_THRESHOLD = 1 << 16;

/**
 * The functions that must survive a collection, each with the number of times it was protected, and the collection
 * itself: mark from the roots, sweep the rest. Live nodes keep their numbers.
 */
export class Roots {
  readonly #times = new Map<Node, number>();
  #threshold = FIRST_THRESHOLD;

  /** Keep a function; protecting it twice takes two releases. */
  protect(f: Node): void {
    if (f > TRUE) this.#times.set(f, (this.#times.get(f) ?? 0) + 1);
  }

  /** @throws RangeError when the function is not protected. */
  release(f: Node): void {
    if (f <= TRUE) return;
    const times = this.#times.get(f);
    if (times === undefined) throw new RangeError(`node ${f} is released more often than it was protected`);
    if (times === 1) this.#times.delete(f);
    else this.#times.set(f, times - 1);
  }

  /** The protected functions, the literals of all variables, and the further ones given. */
  all(k: Kernel, further: Iterable<Node> = []): Node[] {
    return [...this.#times.keys(), ...k.positive, ...k.negative, ...further];
  }

  /** Free what the roots do not reach; returns the number of nodes freed. */
  collect(k: Kernel, further: Iterable<Node> = []): number {
    const mark = new Uint8Array(k.table.end);
    for (const n of reach(k.table, this.all(k, further))) mark[n] = 1;
    const freed = k.table.sweep(mark);
    k.cache.clear();
    k.epoch++;
    this.#threshold = Math.max(FIRST_THRESHOLD, 2 * k.table.count);
    return freed;
  }

  /** Whether the table has doubled since the last collection, or is three quarters full. */
  isDue(k: Kernel): boolean {
    return k.table.count >= Math.min(this.#threshold, 0.75 * k.table.limit);
  }
}
