import { addRational, compareRational, rational, type Id, type Rational } from '@casus/model';
import { enumerate, GroupOracle, type EnumerationState, type Stopped } from '@casus/solver';
import type { Demand } from './demands.js';
import type { Problem } from './problem.js';
import type { Concession, Conflict, Listing } from './result.js';

/** How far conflicts and concessions are listed, and in which order. */
export interface ListingOptions {
  /** Of both together. */
  readonly limit?: number;
  readonly stopped?: Stopped;
  /** `smallest`: those of fewest demands first, exactly; concessions by declared weight. */
  readonly order?: 'any' | 'smallest';
  /** The state in which an earlier listing of the same demands ended. */
  readonly state?: EnumerationState;
  readonly onFound?: (conflicts: number, concessions: number) => void;
}

/** All conflicts and all concessions of some demands, as far as listed. */
export function list(problem: Problem, demands: readonly Demand[], options: ListingOptions): { readonly conflicts: Listing<Conflict>; readonly concessions: Listing<Concession>; readonly state: EnumerationState } {
  const { limit, stopped, order, state, onFound } = options;
  const groups = problem.groups(demands);
  const enumeration = enumerate(new GroupOracle(groups), {
    ...(limit === undefined ? {} : { limit }), ...(stopped === undefined ? {} : { stopped }), ...(order === undefined ? {} : { order }), ...(state === undefined ? {} : { state }),
    ...(groups.weights === undefined ? {} : { weights: groups.weights }),
  });
  const sets = { mus: [...(state?.told.mus ?? [])], mcs: [...(state?.told.mcs ?? [])] };
  for (const { kind, set } of enumeration) {
    sets[kind].push(set);
    onFound?.(sets.mus.length, sets.mcs.length);
  }
  const { outcome } = enumeration;
  const ended = outcome.complete ? { complete: true } : { complete: false, detail: outcome.detail };
  const picked = (set: readonly number[]): readonly Demand[] => set.map((i) => demands[i]!);
  return {
    conflicts: { found: sets.mus.filter((set) => set.length > 0).map((set) => conflictOf(picked(set))).sort(bySize), ...ended },
    concessions: { found: sets.mcs.filter((set) => set.length > 0).map((set) => concessionOf(picked(set))).sort(byCost), ...ended },
    state: enumeration.state,
  };
}

const conflictOf = (demands: readonly Demand[]): Conflict => ({ lines: demands.map(({ line }) => line.id), actors: actorsOf(demands) });

/** What is given up. */
export function concessionOf(demands: readonly Demand[]): Concession {
  return { lines: demands.map(({ line }) => line.id), actors: actorsOf(demands), weight: demands.reduce<Rational>((sum, { weight }) => addRational(sum, weight), rational(0)) };
}

/** The holders of some demands, each once, in order. */
export const actorsOf = (demands: readonly Demand[]): Id[] => [...new Set(demands.map(({ line }) => line.actor))];

const bySize = (a: Conflict, b: Conflict): number => a.lines.length - b.lines.length || a.actors.length - b.actors.length || compareLines(a, b);

/** By number, then by declared weight, then by how many have to move. */
const byCost = (a: Concession, b: Concession): number =>
  a.lines.length - b.lines.length || compareRational(a.weight, b.weight) || a.actors.length - b.actors.length || compareLines(a, b);

const compareLines = (a: Conflict, b: Conflict): number => (a.lines.join('\n') < b.lines.join('\n') ? -1 : 1);
