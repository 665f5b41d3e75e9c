/** The levels of a diagram: one a class of interchangeable voters; an edge says how many of them cast each ballot. */
import { Mdd } from './store.js';

/** How many of a class cast each ballot, from least to most approving. */
export type Split = readonly number[];

export interface Level {
  /** The voters of the class. */
  readonly members: readonly number[];
  /** What each edge stands for; with two ballots, edge k: k of them are in. */
  readonly splits: readonly Split[];
}

export interface Layout {
  readonly voters: number;
  readonly ballots: number;
  readonly levels: readonly Level[];
  /** The level of each voter. */
  readonly levelOf: readonly number[];
}

/** The layout for classes in their order. */
export function layoutOf(classes: readonly (readonly number[])[], ballots: number): Layout {
  const voters = classes.reduce((sum, members) => sum + members.length, 0);
  const levelOf = new Array<number>(voters).fill(0);
  classes.forEach((members, level) => members.forEach((voter) => (levelOf[voter] = level)));
  return { voters, ballots, levelOf, levels: classes.map((members) => ({ members, splits: splitsOf(members.length, ballots) })) };
}

/** An empty store for a layout. */
export const storeOf = (layout: Layout, most?: number): Mdd => new Mdd(layout.levels.map(({ splits }) => splits.length), most);

/** All ways to share `count` voters among ballots; fewer of the last ballot first. */
function splitsOf(count: number, ballots: number): Split[] {
  if (ballots === 1) return [[count]];
  const splits: Split[] = [];
  for (let last = 0; last <= count; last++) for (const rest of splitsOf(count - last, ballots - 1)) splits.push([...rest, last]);
  return splits;
}
