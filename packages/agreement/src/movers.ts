import { compareRational, rational, scaleToWhole, type Id, type Rational } from '@casus/model';
import { enumerate, complement, GroupOracle, maximum, type Stopped } from '@casus/solver';
import type { Demand } from './demands.js';
import { actorsOf, concessionOf } from './listing.js';
import type { Problem } from './problem.js';
import type { Concession, Conflict, Listing, Mover, Pair, Weight } from './result.js';

/** Who would have to move, and how far. */
export function moversOf(problem: Problem, demands: readonly Demand[], conflicts: readonly Conflict[], concessions: readonly Concession[], stopped?: Stopped): readonly Mover[] {
  return actorsOf(demands).map((actor): Mover => {
    const own = demands.filter(({ line }) => line.actor === actor);
    const given = concessions.map(({ lines }) => concessionOf(own.filter(({ line }) => lines.includes(line.id))).weight);
    const least = given.reduce<Rational | undefined>((best, weight) => (best === undefined || compareRational(weight, best) < 0 ? weight : best), undefined);
    const alone = leastAlone(problem, own, demands.filter(({ line }) => line.actor !== actor), stopped);
    return {
      actor,
      demands: own.length,
      ...(least === undefined ? {} : { least }),
      unmoved: given.filter(({ num }) => num === 0n).length,
      ...(alone === undefined ? {} : { alone }),
      conflicts: conflicts.filter(({ actors }) => actors.includes(actor)).length,
    };
  });
}

/** The least that some demands cost to give up if all others are met. */
function leastAlone(problem: Problem, own: readonly Demand[], others: readonly Demand[], stopped: Stopped | undefined): Mover['alone'] {
  const answer = maximum(problem.groups(own, others), { limit: 1, ...(stopped === undefined ? {} : { stopped }) });
  if (answer.answer === 'unknown') return 'unknown';
  if (answer.answer !== 'optimal') return undefined;
  const { scale } = scaleToWhole(own.map(({ weight }) => weight));
  return { weight: rational(answer.cost, scale), lines: (answer.corrections[0] ?? []).map((i) => own[i]!.line.id) };
}

/** For each two actors the conflicts that are only between them. */
export function pairsOf(conflicts: readonly Conflict[]): readonly Pair[] {
  const count = new Map<string, { actors: readonly [Id, Id]; conflicts: number }>();
  for (const { actors } of conflicts) {
    if (actors.length !== 2) continue;
    const both = [...actors].sort() as [Id, Id];
    const pair = count.get(both.join('\n')) ?? { actors: both, conflicts: 0 };
    count.set(both.join('\n'), { ...pair, conflicts: pair.conflicts + 1 });
  }
  return [...count.values()].sort((a, b) => b.conflicts - a.conflicts || (a.actors.join() < b.actors.join() ? -1 : 1));
}

/** How often each demand stands in the way. */
export function weightsOf(demands: readonly Demand[], conflicts: readonly Conflict[], concessions: readonly Concession[]): readonly Weight[] {
  const times = (sets: readonly { readonly lines: readonly Id[] }[]): ReadonlyMap<Id, number> => {
    const count = new Map<Id, number>();
    for (const { lines } of sets) for (const line of lines) count.set(line, (count.get(line) ?? 0) + 1);
    return count;
  };
  const [inConflicts, inConcessions] = [times(conflicts), times(concessions)];
  return demands
    .map(({ line }) => ({ line: line.id, conflicts: inConflicts.get(line.id) ?? 0, concessions: inConcessions.get(line.id) ?? 0 }))
    .sort((a, b) => b.conflicts - a.conflicts || b.concessions - a.concessions);
}

/** All largest sets of actors all of whose demands some text meets together. */
export function coalitionsOf(problem: Problem, demands: readonly Demand[], limit: number, stopped?: Stopped): Listing<readonly Id[]> {
  const actors = actorsOf(demands);
  const bundles = actors.map((actor) => demands.filter(({ line }) => line.actor === actor));
  const enumeration = enumerate(new GroupOracle(problem.bundles(bundles)), { kinds: 'mcs', limit, ...(stopped === undefined ? {} : { stopped }) });
  const found = [...enumeration].map(({ set }) => complement(set, actors.length).map((i) => actors[i]!));
  const { outcome } = enumeration;
  return { found: found.filter((set) => set.length > 0).sort((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1)), complete: outcome.complete, ...(outcome.complete ? {} : { detail: outcome.detail }) };
}
