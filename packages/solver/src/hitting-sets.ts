import type { Subset } from './oracle.js';

/**
 * All minimal hitting sets of a family: sets that share an element with each of its sets, and lose that with any element.
 * Of the minimal correction sets of a problem these are its minimal unsatisfiable subsets, and the reverse (Reiter, "A
 * Theory of Diagnosis from First Principles", Artificial Intelligence 32, 1987; Birnbaum & Lozinskii, 2003).
 *
 * MMCS of Murakami & Uno ("Efficient Algorithms for Dualizing Large-Scale Hypergraphs", Discrete Applied Mathematics 170,
 * 2014): a set grows by elements of the set that is hardest to hit, as long as every element hits one that no other does.
 * Lazy; memory does not grow with what was listed. A family with an empty set has none; an empty one has the empty set.
 *
 * @param size elements are 0 to size-1
 */
export function* minimalHittingSets(family: readonly Subset[], size: number): Generator<number[], void, void> {
  const search = new Search(family, size);
  if (search.hopeless()) return;
  for (;;) {
    if (search.unhit === 0) yield search.set();
    else search.branch();
    if (!search.step()) return;
  }
}

/** A choice among the candidates of one set of the family. */
interface Branch {
  /** The elements to be tried, and how many were. */
  readonly elements: readonly number[];
  tried: number;
  /** Whether the one tried last is in the set now. */
  chosen: boolean;
}

/** The set under way, with what it hits. */
class Search {
  /** Sets of the family that are not hit. */
  unhit: number;
  readonly #family: readonly Subset[];
  /** For each element, the sets of the family that have it. */
  readonly #having: number[][];
  /** Of each set of the family: how many chosen elements hit it, the sum of those elements, how many candidates it has. */
  readonly #hits: Int32Array;
  readonly #hitters: Int32Array;
  readonly #candidates: Int32Array;
  /** Of each element: whether it is a candidate; how many sets it alone hits. */
  readonly #candidate: Uint8Array;
  readonly #alone: Int32Array;
  /** Chosen elements that hit no set alone. */
  #idle = 0;
  readonly #chosen: number[] = [];
  readonly #branches: Branch[] = [];

  constructor(family: readonly Subset[], size: number) {
    this.#family = family;
    this.unhit = family.length;
    this.#having = Array.from({ length: size }, () => []);
    family.forEach((set, i) => set.forEach((e) => this.#having[e]!.push(i)));
    this.#hits = new Int32Array(family.length);
    this.#hitters = new Int32Array(family.length);
    this.#candidates = Int32Array.from(family, (set) => set.length);
    this.#candidate = new Uint8Array(size).fill(1);
    this.#alone = new Int32Array(size);
  }

  hopeless(): boolean {
    return this.#family.some((set) => set.length === 0);
  }

  set(): number[] {
    return [...this.#chosen].sort((a, b) => a - b);
  }

  /** Takes the set with the fewest candidates; they stop being candidates until each was tried. */
  branch(): void {
    let hardest = -1;
    for (let i = 0; i < this.#family.length; i++) {
      if (this.#hits[i] === 0 && (hardest < 0 || this.#candidates[i]! < this.#candidates[hardest]!)) hardest = i;
    }
    const elements = this.#family[hardest]!.filter((e) => this.#candidate[e] === 1);
    for (const e of elements) this.#withdraw(e);
    this.#branches.push({ elements, tried: 0, chosen: false });
  }

  /** Goes to the next set under way; false when there is none. */
  step(): boolean {
    for (let branch = this.#branches.at(-1); branch !== undefined; branch = this.#branches.at(-1)) {
      if (branch.chosen) {
        const e = this.#chosen.pop()!;
        this.#undo(e);
        branch.chosen = false;
        // What was tried may go with the elements that are tried after it.
        this.#offer(e);
      }
      while (branch.tried < branch.elements.length) {
        const e = branch.elements[branch.tried++]!;
        if (this.#choose(e)) {
          branch.chosen = true;
          this.#chosen.push(e);
          return true;
        }
        this.#undo(e);
      }
      for (const e of branch.elements) this.#offer(e);
      this.#branches.pop();
    }
    return false;
  }

  #withdraw(e: number): void {
    this.#candidate[e] = 0;
    for (const i of this.#having[e]!) this.#candidates[i]!--;
  }

  #offer(e: number): void {
    if (this.#candidate[e] === 1) return;
    this.#candidate[e] = 1;
    for (const i of this.#having[e]!) this.#candidates[i]!++;
  }

  /** Adds an element; says whether every one still hits a set alone. */
  #choose(e: number): boolean {
    for (const i of this.#having[e]!) {
      const hits = this.#hits[i]!++;
      if (hits === 0) {
        this.unhit--;
        this.#alone[e]!++;
      } else if (hits === 1 && --this.#alone[this.#hitters[i]!]! === 0) this.#idle++;
      this.#hitters[i]! += e;
    }
    if (this.#alone[e] === 0) this.#idle++;
    return this.#idle === 0;
  }

  #undo(e: number): void {
    if (this.#alone[e] === 0) this.#idle--;
    for (const i of this.#having[e]!) {
      const hits = --this.#hits[i]!;
      this.#hitters[i]! -= e;
      if (hits === 0) {
        this.unhit++;
        this.#alone[e]!--;
      } else if (hits === 1 && ++this.#alone[this.#hitters[i]!]! === 1) this.#idle--;
    }
  }
}
