/** Losing coalitions in groups, each of which one weighted game rejects: as many weighted games as groups intersect to the game. */
import type { Layers } from '../linear/layers.js';
import type { Representation } from '../weightedness/weightedness.js';
import { areApart } from './apart.js';
import { rejecting, type Coalition } from './reject.js';

/** What a search found: groups; that there are none; or that it gave up. */
export type Grouping = readonly Representation[] | 'none' | 'unknown';

/** Groups of the maximal losing coalitions of one game, with what is known about them. */
export class Grouper {
  private readonly games = new Map<string, Representation | undefined>();
  private readonly pairs = new Map<number, boolean>();
  private readonly met: Coalition[] = [];
  private readonly members: readonly ReadonlySet<number>[];

  /** `programs`: how many linear programs may be solved in all. */
  constructor(
    private readonly layers: Layers,
    /** Those that are known to be apart come first. */
    private readonly losing: readonly Coalition[],
    private programs: number,
  ) {
    this.members = losing.map((coalition) => new Set(coalition));
  }

  /** Every coalition in the first group that takes it. Undefined when the programs run out. */
  firstFit(): Representation[] | undefined {
    const groups: number[][] = [];
    for (let i = 0; i < this.losing.length; i++) {
      let placed = false;
      for (const group of groups) {
        if (this.programs <= 0) return undefined;
        if (!this.takes(group, i)) continue;
        group.push(i);
        placed = true;
        break;
      }
      if (!placed) groups.push([i]);
    }
    return groups.map((group) => this.game(group)!);
  }

  /** Whether so many groups are enough, by trying all (up to the order of groups). */
  search(count: number): Grouping {
    const groups: number[][] = [];
    const go = (i: number): Grouping => {
      if (i === this.losing.length) return groups.map((group) => this.game(group)!);
      for (const group of [...groups]) {
        if (this.programs <= 0) return 'unknown';
        if (!this.takes(group, i)) continue;
        group.push(i);
        const found = go(i + 1);
        if (found !== 'none') return found;
        group.pop();
      }
      if (groups.length === count) return 'none';
      groups.push([i]);
      const found = go(i + 1);
      if (found === 'none') groups.pop();
      return found;
    };
    return go(0);
  }

  private takes(group: readonly number[], i: number): boolean {
    if (group.some((other) => this.apart(other, i))) return false;
    return this.game([...group, i]) !== undefined;
  }

  private apart(i: number, k: number): boolean {
    const key = i * this.losing.length + k;
    let known = this.pairs.get(key);
    if (known === undefined) this.pairs.set(key, (known = areApart(this.layers, this.losing[i]!, this.losing[k]!)));
    return known;
  }

  /** A weighted game that rejects the group. */
  private game(group: readonly number[]): Representation | undefined {
    const key = group.join();
    if (this.games.has(key)) return this.games.get(key);
    const before = this.games.get(group.slice(0, -1).join());
    let game: Representation | undefined;
    if (before !== undefined && this.rejects(before, group[group.length - 1]!)) game = before;
    else {
      this.programs--;
      game = rejecting(this.layers, group.map((i) => this.losing[i]!), this.met);
    }
    this.games.set(key, game);
    return game;
  }

  private rejects({ weights, quota }: Representation, i: number): boolean {
    let sum = 0n;
    for (const player of this.members[i]!) sum += weights[player]!;
    return sum < quota;
  }
}
