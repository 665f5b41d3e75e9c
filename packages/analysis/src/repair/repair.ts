import { SizeLimitError, type Node } from '@casus/diagrams';
import { attackersOf, Choices, type Case, type Id, type Rational, type Strength } from '@casus/model';
import { requestsUnder } from '../judge.js';
import type { JudgeRequest } from '../session.js';
import { editsOf, type Candidate, type TextEdit } from './candidate.js';
import { candidatesOf } from './kinds/index.js';
import { derive, type Derived } from './derive.js';
import { Judged, STRENGTHS } from './judged.js';
import { Solver, type Found } from './solve.js';
import type { OptionChoice } from '../verdict.js';

/** What a repair is to reach. */
export interface RepairRequest extends JudgeRequest {
  /** The promise shall be as strong as this or stronger. */
  readonly to: 'collective' | 'automatic';
  /** And those of the attacker's side shall not be able to end or suspend any of the instruments by themselves. */
  readonly lasting?: boolean;
  /** List every set of at most so many amendments of which none can be left out, and not only the cheapest. */
  readonly max?: number;
}

/** What is left out of an answer. */
export interface RepairOptions {
  /** False: what a set does to other promises is not asked. */
  readonly effects?: boolean;
}

/** What a repair does to another promise: its strengths before and after, several where the text leaves that open. */
export interface Effect {
  readonly promise: Id;
  readonly scenario: Id;
  readonly before: readonly Strength[];
  readonly after: readonly Strength[];
  readonly change: 'helps' | 'harms' | 'changes';
}

/** Amendments that together suffice, and of which none can be left out. */
export interface RepairSet {
  readonly amendments: readonly Candidate[];
  readonly cost: Rational;
  /** The readings under which it suffices: alternatives, each a conjunction; none: under every reading. */
  readonly readAs: readonly (readonly OptionChoice[])[];
  /** The strengths that the promise then has. */
  readonly after: readonly Strength[];
  readonly edits: readonly TextEdit[];
  /** Other promises whose strength it changes, under the same arrangement. */
  readonly effects: readonly Effect[];
  /** The case with these amendments, for further questions: `options` are to be taken in it, under the same arrangement. */
  readonly repaired: { readonly case: Case; readonly options: readonly Id[] };
}

/** How a promise can be made to reach a strength. */
export interface Repair {
  readonly request: RepairRequest;
  readonly before: readonly Strength[];
  /** It reaches the strength as the text stands, under every reading and however its open brackets are settled. */
  readonly holds: boolean;
  readonly considered: readonly Candidate[];
  /** The cheapest sets; `count` of them, of which the first are listed. None: no set of these amendments suffices under every reading. */
  readonly cheapest?: { readonly count: bigint; readonly cost: Rational; readonly sets: readonly RepairSet[] };
  /** Cheaper sets that suffice under some reading only. */
  readonly ifReadAs?: { readonly count: bigint; readonly cost: Rational; readonly sets: readonly RepairSet[] };
  /** Other sets up to `max`, each irreducible; `more` if not all are listed. */
  readonly others?: { readonly sets: readonly RepairSet[]; readonly more: boolean };
  /** Where there is no way to the strength: the best that these amendments can reach under every reading. */
  readonly best?: Strength;
  /** The judgment is too large to be made. */
  readonly tooLarge?: true;
}

/**
 * All cheapest sets of amendments with which a promise is as strong as wanted, found in one judgment of a case that has every candidate as a further bracket.
 * @throws Error for a name that the case does not have.
 */
export function repair(case_: Case, request: RepairRequest, options: RepairOptions = {}): Repair {
  const candidates = candidatesFor(case_, request);
  try {
    return solved(case_, request, candidates, options);
  } catch (error) {
    if (!(error instanceof SizeLimitError)) throw error;
    return { request, before: [], holds: false, considered: candidates, tooLarge: true };
  }
}

/** The candidates for a promise, those of every attacker of a family together. */
function candidatesFor(case_: Case, request: RepairRequest): readonly Candidate[] {
  const scenario = case_.scenarios.get(request.scenario);
  const promise = case_.promises.get(request.promise);
  if (scenario === undefined || promise === undefined) throw new Error(`no promise ${request.promise} or no scenario ${request.scenario}`);
  const attackers = request.attacker === undefined ? attackersOf(case_, scenario, request.asOf) : [request.attacker];
  const found = new Map<string, Candidate>();
  for (const attacker of attackers) for (const one of candidatesOf(case_, attacker === undefined ? request : { ...request, attacker }, request.lasting)) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

function solved(case_: Case, request: RepairRequest, candidates: readonly Candidate[], { effects = true }: RepairOptions): Repair {
  const derived = derive(case_, request.arrangement, candidates);
  const choices = new Choices(derived.case);
  for (const actor of derived.case.actors.keys()) choices.side(actor);
  const judged = new Judged(choices);
  const solver = new Solver(choices, derived, candidates);
  const strengths = (of: JudgeRequest, set: readonly Candidate[]): Strength[] => strengthsOf(judged, solver, of, set);
  const goal = (strength: Strength): Node => (request.lasting === true ? choices.manager.and(judged.atLeast(request, strength), judged.lasting(request)) : judged.atLeast(request, strength));
  const wanted = goal(request.to);
  const before = strengths(request, []);
  const cheapest = solver.cheapest(wanted);
  const holds = cheapest?.cost.num === 0n;
  if (holds) return { request, before, holds, considered: candidates };
  const others = !effects ? [] : requestsUnder(case_, request.arrangement, request.asOf).filter(({ promise, scenario }) => promise !== request.promise || scenario !== request.scenario);
  const unamended = new Map(others.map((other) => [other, strengths(other, [])]));
  const set = ({ candidates: made, readAs }: Found): RepairSet => ({
    amendments: made,
    cost: made.reduce((sum, { cost }) => ({ num: sum.num * cost.den + cost.num * sum.den, den: sum.den * cost.den }), { num: 0n, den: 1n }),
    readAs,
    after: strengths(request, made),
    edits: editsOf(made),
    effects: others.flatMap((other) => effectOf(other, unamended.get(other)!, strengths(other, made))),
    repaired: { case: derived.case, options: optionsOf(derived, candidates, made) },
  });
  const told = <T extends { readonly sets: readonly Found[] }>(found: T): Omit<T, 'sets'> & { readonly sets: readonly RepairSet[] } => ({ ...found, sets: found.sets.map(set) });
  const some = solver.underSomeReading(wanted, cheapest?.cost);
  const listed = new Set(cheapest?.sets.map((one) => keyOf(one.candidates)));
  const minimal = request.max === undefined || cheapest === undefined ? undefined : solver.minimal(wanted, request.max);
  return {
    request, before, holds, considered: candidates,
    ...(cheapest === undefined ? {} : { cheapest: told(cheapest) }),
    ...(some === undefined ? {} : { ifReadAs: told(some) }),
    ...(minimal === undefined ? {} : { others: told({ ...minimal, sets: minimal.sets.filter((one) => !listed.has(keyOf(one.candidates))) }) }),
    ...(cheapest === undefined ? { best: STRENGTHS.find((strength) => solver.cheapest(goal(strength)) !== undefined) ?? 'forbidden' } : {}),
  };
}

const keyOf = (set: readonly Candidate[]): string => set.map(({ id }) => id).join('\n');

/** The strengths that a promise has in the texts that are still open with a set of candidates made. */
function strengthsOf(judged: Judged, solver: Solver, request: JudgeRequest, set: readonly Candidate[]): Strength[] {
  const { manager: m } = judged.choices;
  const at = STRENGTHS.map((strength) => solver.under(judged.atLeast(request, strength), set));
  return STRENGTHS.filter((_, i) => solver.some(i === 0 ? at[0]! : m.and(at[i]!, m.not(at[i - 1]!))));
}

function effectOf({ promise, scenario }: JudgeRequest, before: readonly Strength[], after: readonly Strength[]): Effect[] {
  if (before.join() === after.join()) return [];
  const rank = (strengths: readonly Strength[], end: 0 | -1): number => STRENGTHS.indexOf(strengths.at(end)!);
  const [best, worst] = [rank(after, 0) - rank(before, 0), rank(after, -1) - rank(before, -1)];
  return [{ promise, scenario, before, after, change: best <= 0 && worst <= 0 && best + worst < 0 ? 'helps' : best >= 0 && worst >= 0 && best + worst > 0 ? 'harms' : 'changes' }];
}

/** The options of the derived case that stand for just this set. */
function optionsOf(derived: Derived, candidates: readonly Candidate[], set: readonly Candidate[]): readonly Id[] {
  const taken = new Map<Id, Id>();
  for (const [issue, settled] of derived.switched) if (settled !== undefined) taken.set(issue, settled);
  for (const candidate of candidates) {
    const issue = derived.case.options.get(derived.made.get(candidate)!)!.issue;
    if (!derived.switched.has(issue)) taken.set(issue, derived.case.issues.get(issue)!.options.at(-1)!.id);
  }
  for (const candidate of set) {
    const option = derived.made.get(candidate)!;
    taken.set(derived.case.options.get(option)!.issue, option);
  }
  return [...taken.values()];
}
