import { isOwn, type CaseSubject } from '@casus/analysis';
import type { Case, Id, IsoDate, PositionLine } from '@casus/model';
import { GroupOracle, shrink, type Oracle, type Subset } from '@casus/solver';
import { asks } from '../demands.js';
import { chosen } from '../lines.js';
import { actorsOf } from '../listing.js';
import { ordersOf } from '../orders.js';
import { Problem } from '../problem.js';
import type { Orders } from '../result.js';
import { subjectsOf } from '../subjects.js';
import { tableOf, type Table } from '../table.js';

/** Beyond these nothing is said; `casus agree` has no such limits. */
const MOST = { lines: 400, points: 150, judgments: 300, asked: 20_000 };

/** So many circles, and contradictions of one actor, are told. */
const MOST_TOLD = 5;

/** What is found about the demands on one table: plain data, lines by their names. */
export interface Examined {
  /** The negotiation; absent where the case declares none. */
  readonly negotiation?: Id;
  /** Shortest circles of “this before that”. */
  readonly circles: Orders['cycles'];
  /** Smallest sets of demands of one actor that no text meets together, though some text meets each. */
  readonly contradictions: readonly { readonly actor: Id; readonly lines: readonly Id[] }[];
  /** A smallest set of demands that no text meets together; empty where no text keeps the rules; absent where some text meets all, or it is not known. */
  readonly conflict?: readonly Id[];
}

/** The tables of the case's own positions; none, at no cost, where it has no positions. */
export function tablesOf(case_: Case): readonly Table[] {
  if (!case_.positions.some(({ place }) => isOwn(case_, place))) return [];
  const own = [...case_.negotiations.values()].filter(({ place }) => isOwn(case_, place));
  return case_.negotiations.size === 0 ? [tableOf(case_, undefined)] : own.map(({ id }) => tableOf(case_, id));
}

/**
 * The lines that stand on the day, without one on the day of the last position: so that what an actor asked until one day is never held against what it
 * asked from a later one.
 */
export function standing(case_: Case, table: Table, asOf: IsoDate | undefined): readonly PositionLine[] {
  const last = case_.positions.map(({ from }) => from ?? '').reduce((a, b) => (a > b ? a : b), '');
  const day = asOf ?? (last === '' ? undefined : last);
  return chosen(case_, table, day === undefined ? {} : { asOf: day }).lines;
}

/** Examines each table; within limits that depend on nothing but the case. */
export function examine(subject: Pick<CaseSubject, 'case' | 'asOf'>): readonly Examined[] {
  const steps = examining(subject);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same step by step, for whoever has other work to do between one judgment and the next. */
export function* examining({ case: case_, asOf }: Pick<CaseSubject, 'case' | 'asOf'>): Generator<void, readonly Examined[]> {
  const found: Examined[] = [];
  for (const table of tablesOf(case_)) {
    const lines = standing(case_, table, asOf);
    const circles = (ordersOf(lines)?.cycles ?? []).slice(0, MOST_TOLD);
    const named = table.negotiation === undefined ? {} : { negotiation: table.negotiation };
    const clashing = isSmall(table, lines) ? clashes(yield* Problem.posing(case_, table, lines, asOf === undefined ? {} : { asOf }), lines) : { contradictions: [] };
    found.push({ ...named, circles, ...clashing });
  }
  return found;
}

/** Whether the question is small enough to be asked beside everything else. */
function isSmall(table: Table, lines: readonly PositionLine[]): boolean {
  const asking = lines.filter(asks);
  const judged = asking.flatMap((line) => [...subjectsOf(line)]).reduce((sum, subject) => sum + (subject.kind === 'holds' || subject.kind === 'no-veto' ? (subject.scenario === undefined ? Math.max(1, table.scenarios.length) : 1) : 0), 0);
  return asking.length > 0 && lines.length <= MOST.lines && judged <= MOST.judgments;
}

function clashes(problem: Problem, lines: readonly PositionLine[]): Pick<Examined, 'contradictions' | 'conflict'> {
  if (problem.space.points.length > MOST.points) return { contradictions: [] };
  // What was too large to be judged asks for nothing here: with it there could only be fewer texts.
  const demands = problem.demands(lines);
  const oracle = new GroupOracle(problem.groups(demands));
  let asked = 0;
  const stopped = (): boolean => ++asked > MOST.asked;
  const idsOf = (set: Subset): readonly Id[] => set.map((i) => demands[i]!.line.id);
  const smallest = (set: Subset): Subset | undefined => {
    const found = shrink(oracle as Oracle, set, stopped);
    return found.satisfiable === false ? found.core : undefined;
  };
  const nothing = oracle.check([], stopped);
  if (nothing.satisfiable === false) return { contradictions: [], conflict: [] };
  const possible = demands.flatMap((_, i) => (oracle.check([i], stopped).satisfiable === false ? [] : [i]));
  const contradictions = actorsOf(demands).flatMap((actor) => {
    const found: { readonly actor: Id; readonly lines: readonly Id[] }[] = [];
    let own: Subset = possible.filter((i) => demands[i]!.line.actor === actor);
    // Without one line of each set, what else clashes shows.
    for (let set = smallest(own); set !== undefined && found.length < MOST_TOLD; set = smallest(own)) {
      found.push({ actor, lines: idsOf(set) });
      own = own.filter((i) => i !== set!.at(-1));
    }
    return found;
  });
  const conflict = smallest(demands.map((_, i) => i));
  return { contradictions, ...(conflict === undefined ? {} : { conflict: idsOf(conflict) }) };
}
