import type { Diagram } from '../mdd/build.js';
import { FALSE, TRUE } from '../mdd/store.js';
import { anyOf } from '../mdd/structure.js';
import type { Ballot } from '../rule.js';

/** A vote that carries, and no longer does when one member approves more: what a quorum or a basis of those who vote can bring about. */
export interface WorseByApproval {
  /** The ballot of each member in the vote that carries. */
  readonly ballots: readonly Ballot[];
  /** Who then approves more (by index), … */
  readonly member: number;
  /** … casting this ballot instead of `from`, its ballot in the vote, so that the vote does not carry. */
  readonly to: Ballot;
  readonly from: Ballot;
}

/** A vote that more approval defeats; `undefined` where the rule is monotone. The diagram is over `ballots`, from least to most approving. */
export function worseByApproval(diagram: Diagram, ballots: readonly Ballot[]): WorseByApproval | undefined {
  const { store, layout, root } = diagram;
  for (let level = 0; level < layout.levels.length; level++) {
    const { splits } = layout.levels[level]!;
    const edgeOf = new Map(splits.map((split, edge) => [split.join(), edge]));
    for (let ballot = 0; ballot + 1 < ballots.length; ballot++) {
      // The outcome when one who casts this ballot casts the next.
      const raised = store.mapLevel(root, level, (children) => splits.map((split) => {
        const edge = edgeOf.get(split.map((many, b) => (b === ballot ? many - 1 : b === ballot + 1 ? many + 1 : many)).join());
        return edge === undefined ? TRUE : children[edge]!;
      }));
      const wrong = store.without(root, raised);
      if (wrong === FALSE) continue;
      const vote = ballotsOf(diagram, anyOf(diagram, wrong), ballots);
      const member = layout.levels[level]!.members.find((voter) => vote[voter] === ballots[ballot])!;
      return { ballots: vote, member, from: ballots[ballot]!, to: ballots[ballot + 1]! };
    }
  }
  return undefined;
}

/** One vote of all members for a vector of edges. */
function ballotsOf({ layout }: Diagram, vector: readonly number[], ballots: readonly Ballot[]): Ballot[] {
  const vote: Ballot[] = Array(layout.voters).fill(ballots[0]!);
  layout.levels.forEach(({ members, splits }, level) => {
    const cast = splits[vector[level]!]!.flatMap((many, b) => Array<Ballot>(many).fill(ballots[b]!));
    members.forEach((voter, i) => (vote[voter] = cast[i]!));
  });
  return vote;
}
