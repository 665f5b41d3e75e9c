/** Amendments written into the text: the text is read again and judged, by the ordinary session and, where it is small enough, by trying everything. */
import { compile } from '@casus/language';
import { edited, editsOf, repair, Session, type Candidate, type Repair, type RepairRequest, type RepairSet } from '@casus/analysis';
import type { Case, Strength } from '@casus/model';
import { judge as oracle } from '@casus/oracle';
import { Choices } from '@casus/model';
import { expect } from 'vitest';
import { excludes } from '../../src/repair/candidate.js';
import { derive } from '../../src/repair/derive.js';
import { Judged, STRENGTHS } from '../../src/repair/judged.js';
import { Solver } from '../../src/repair/solve.js';
import { caseOf, compileText, readImport } from '../support/cases.js';

/** What is asked; `collective` where nothing else is said. */
export type Asked = Omit<RepairRequest, 'to'> & { readonly to?: RepairRequest['to'] };

/** Repairs a text and replays every set that is listed. */
export function repaired(text: string, asked: Asked): Repair & { readonly case: Case } {
  const case_ = caseOf(compileText(text));
  const found = repair(case_, { to: 'collective', ...asked });
  for (const set of listed(found)) if (set.edits.length > 0) expect({ set: labels(set), strengths: strengthsOf(amended(case_, set.amendments), asked) }).toEqual({ set: labels(set), strengths: [...set.after] });
  return { ...found, case: case_ };
}

/** All sets that are listed. */
export const listed = ({ cheapest, ifReadAs, others }: Repair): readonly RepairSet[] => [...(cheapest?.sets ?? []), ...(ifReadAs?.sets ?? []), ...(others?.sets ?? [])];

/** What the amendments of a set do. */
export const labels = ({ amendments }: RepairSet): readonly string[] => amendments.map(({ label }) => label);

/** The case of the text with the edits made. @throws Error where it cannot be read. */
export function amended(case_: Case, candidates: readonly Candidate[]): Case {
  const edits = editsOf(candidates);
  const files = case_.files.map((file) => ({ ...file, text: edited(file.text, edits.filter(({ file: path }) => path === file.path)) }));
  const outcome = compile(files.filter(({ imported }) => !imported), (path, from) => {
    const read = readImport(path, from);
    return read && (files.find((file) => file.path === read.path) ?? read);
  });
  try {
    return caseOf(outcome);
  } catch (error) {
    throw new Error(`after ${candidates.map(({ id }) => id).join(' + ')} the text cannot be read: ${String(error)}\n${files.find(({ imported }) => !imported)!.text}`);
  }
}

/** The strengths of a promise in the texts that a case leaves open, from best to worst. */
export function strengthsOf(case_: Case, { promise, arrangement, scenario, attacker, options }: Asked): Strength[] {
  const request = { promise, arrangement, scenario, ...(attacker === undefined ? {} : { attacker }), ...(options === undefined ? {} : { options }) };
  const verdicts = new Session(case_).judge(request);
  const found = new Set(verdicts.flatMap(({ cells }) => cells.map(({ strength }) => strength)));
  return STRENGTHS.filter((strength) => found.has(strength));
}

/**
 * Makes every candidate by itself, and every two that can be made together, both in the data and in the text: the strengths must be the same. Returns how many were made, by kind.
 */
export function replayed(text: string, asked: Asked, pairs = 40): Map<string, number> {
  const case_ = caseOf(compileText(text));
  const request = { to: 'collective' as const, ...asked };
  const candidates = repair(case_, request).considered;
  const derived = derive(case_, request.arrangement, candidates);
  const choices = new Choices(derived.case);
  const judged = new Judged(choices);
  const solver = new Solver(choices, derived, candidates);
  const predicted = (set: readonly Candidate[]): Strength[] => {
    const { manager: m } = choices;
    const at = STRENGTHS.map((strength) => solver.under(judged.atLeast(request, strength), set));
    return STRENGTHS.filter((_, i) => solver.some(i === 0 ? at[0]! : m.and(at[i]!, m.not(at[i - 1]!))));
  };
  const made = new Map<string, number>();
  expect(predicted([])).toEqual(strengthsOf(case_, asked));
  const try_ = (set: readonly Candidate[]): void => {
    if (set.some(({ edits }) => edits.length === 0)) return;
    const after = amended(case_, set);
    const told = set.map(({ id }) => id).join(' + ');
    const texts = after.files.find(({ imported }) => !imported)!.text;
    expect({ told, texts, strengths: predicted(set) }).toEqual({ told, texts, strengths: strengthsOf(after, asked) });
  };
  for (const candidate of candidates) {
    try_([candidate]);
    made.set(candidate.kind, (made.get(candidate.kind) ?? 0) + 1);
  }
  const both = candidates.flatMap((one, i) => candidates.slice(i + 1).filter((other) => !excludes(one, other)).map((other) => [one, other] as const));
  const step = Math.max(1, Math.floor(both.length / pairs));
  for (let i = 0; i < both.length; i += step) try_(both[i]!);
  return made;
}

/** The strength of a promise by trying everything. */
export const tried = (case_: Case, { promise, arrangement, scenario }: Asked): Strength => oracle(case_, { promise, arrangement, scenario }).strength;
