import { arrangementOf, type Case, type PositionLine } from '@casus/model';
import { enumerate, type Oracle, type Stopped, type Subset } from '@casus/solver';
import { uncertainPoints } from './crossings.js';
import type { Demand } from './demands.js';
import { actorsOf } from './listing.js';
import type { Problem } from './problem.js';
import type { Warning } from './result.js';
import { sameSubject, subjectsOf } from './subjects.js';
import type { Table } from './table.js';

/** So many contradictions of one actor are told. */
const MOST_CONTRADICTIONS = 20;

/** What has to be told before any result: demands that nothing can meet, and actors that contradict themselves. `oracle`: of the demands. */
export function warningsOf(case_: Case, table: Table, problem: Problem, lines: readonly PositionLine[], demands: readonly Demand[], oracle: Oracle, stopped?: Stopped): readonly Warning[] {
  if (oracle.check([], stopped).satisfiable === false) return [{ kind: 'no-text' }];
  const counted = new Set(lines.map(({ id }) => id));
  const warnings: Warning[] = problem.tooLarge.filter(({ id }) => counted.has(id)).map((line) => ({ kind: 'too-large', line: line.id }));
  if (problem.rulesTooLarge.length > 0) warnings.push({ kind: 'rules-too-large', count: problem.rulesTooLarge.length });
  if (demands.length === 0) warnings.push({ kind: 'no-demands' });
  for (const { id } of uncertainPoints(lines)) warnings.push({ kind: 'uncertain-points', line: id });
  for (const line of lines) {
    for (const subject of subjectsOf(line)) {
      if (subject.kind !== 'instrument') continue;
      const missing = arrangementOf(case_, subject.instrument)?.instruments.find((id) => !table.instruments.includes(id) && !table.standing.includes(id));
      if (missing !== undefined) warnings.push({ kind: 'not-on-the-table', line: line.id, instrument: missing });
    }
  }
  const impossible = new Set(demands.filter((_, i) => oracle.check([i], stopped).satisfiable === false));
  for (const { line } of impossible) warnings.push({ kind: 'impossible', line: line.id });
  const rest = demands.flatMap((demand, i) => (impossible.has(demand) ? [] : [{ demand, i }]));
  for (const actor of actorsOf(rest.map(({ demand }) => demand))) {
    const own = rest.filter(({ demand }) => demand.line.actor === actor);
    const some = among(oracle, own.map(({ i }) => i));
    if (some.check([...own.keys()], stopped).satisfiable === true) continue;
    const sets = [...enumerate(some, { kinds: 'mus', limit: MOST_CONTRADICTIONS, ...(stopped === undefined ? {} : { stopped }) })].map(({ set }) => set);
    for (const set of sets.sort(inOrder)) warnings.push({ kind: 'contradiction', actor, lines: set.map((i) => own[i]!.demand.line.id) });
  }
  return [...warnings, ...wantsBoth(lines)];
}

/** An actor that offers or accepts what it refuses as well: the demands can all be met, but the record says two things. */
function wantsBoth(lines: readonly PositionLine[]): Warning[] {
  return lines.flatMap((line): Warning[] => {
    if (line.verb !== 'refuses' || line.condition !== undefined) return [];
    return lines
      .filter((other) => other.actor === line.actor && (other.verb === 'offers' || other.verb === 'accepts') && other.condition === undefined && sameSubject(other.subject, line.subject))
      .map((other) => ({ kind: 'wants-both', actor: line.actor, lines: [line.id, other.id] }));
  });
}

/** The oracle for some of the elements alone, numbered anew. */
function among(oracle: Oracle, elements: Subset): Oracle {
  const own = (set: Subset): number[] => set.flatMap((e) => (elements.includes(e) ? [elements.indexOf(e)] : []));
  return {
    size: elements.length,
    check: (set, stopped) => {
      const verdict = oracle.check(set.map((i) => elements[i]!), stopped);
      if (verdict.satisfiable === 'unknown') return verdict;
      return verdict.satisfiable ? { satisfiable: true, satisfied: own(verdict.satisfied) } : { satisfiable: false, core: own(verdict.core) };
    },
  };
}

/** By number, then by the order of the lines. */
function inOrder(a: Subset, b: Subset): number {
  const i = a.findIndex((e, at) => e !== b[at]);
  return a.length - b.length || (i < 0 ? 0 : a[i]! - b[i]!);
}
