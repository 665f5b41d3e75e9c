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

  /** Every coalition in the first group that takes it, those with the least choice first. Undefined when the programs run out. */
  firstFit(): Representation[] | undefined {
    const groups: number[][] = [];
    for (let i = this.next(groups); i !== undefined; i = this.next(groups)) {
      if (this.programs <= 0) return undefined;
      const group = this.readiest(groups, i).find((own) => this.takes(own, i!));
      if (group === undefined) groups.push([i]);
      else group.push(i);
    }
    return groups.map((group) => this.game(group)!);
  }

  /** Whether so many groups are enough, by trying all (up to the order of groups). */
  search(count: number): Grouping {
    const groups: number[][] = [];
    const go = (): Grouping => {
      const i = this.next(groups);
      if (i === undefined) return groups.map((group) => this.game(group)!);
      for (const group of this.readiest(groups, i)) {
        if (this.programs <= 0) return 'unknown';
        if (!this.takes(group, i)) continue;
        group.push(i);
        const found = go();
        if (found !== 'none') return found;
        group.pop();
      }
      if (groups.length === count) return 'none';
      groups.push([i]);
      const found = go();
      if (found === 'none') groups.pop();
      return found;
    };
    return go();
  }

  /** The coalition that is apart from members of most groups (Brélaz 1979), the first of them; undefined when all are placed. */
  private next(groups: readonly (readonly number[])[]): number | undefined {
    const placed = new Set(groups.flat());
    let [found, most]: [number | undefined, number] = [undefined, -1];
    for (let i = 0; i < this.losing.length; i++) {
      if (placed.has(i)) continue;
      const barred = groups.filter((group) => group.some((other) => this.apart(other, i))).length;
      if (barred > most) [found, most] = [i, barred];
    }
    return found;
  }

  /** First the groups whose game rejects the coalition already. */
  private readiest(groups: readonly number[][], i: number): number[][] {
    const ready = groups.filter((group) => this.rejects(this.game(group)!, i));
    return [...ready, ...groups.filter((group) => !ready.includes(group))];
  }

  private takes(group: readonly number[], i: number): boolean {
    if (group.some((other) => this.apart(other, i))) return false;
    return this.game([...group, i]) !== undefined;
  }

  private apart(i: number, k: number): boolean {
    const key = Math.min(i, k) * this.losing.length + Math.max(i, k);
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
