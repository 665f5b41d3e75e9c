import { story, type StoryStep, type Verdict } from '@casus/analysis';
import type { Case, Finding } from '@casus/model';

/** The course of events that shows each finding, step by step. */
export type Stories = ReadonlyMap<Finding, readonly StoryStep[]>;

/** So many findings of a case are told with their story: each takes a judgment anew. */
const MOST_STORIES = 100;

/** The findings whose story is worth telling: those with a witness that nobody has confirmed. */
export function withStory(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ witness, confirmedBy }) => witness !== undefined && confirmedBy === undefined).slice(0, MOST_STORIES);
}

/** The story of a finding's witness; nothing if none of the verdicts has it. */
export function storyOf(case_: Case, verdicts: readonly Verdict[], { witness, about }: Finding): readonly StoryStep[] {
  const wanted = JSON.stringify(witness);
  for (const verdict of verdicts) {
    if (!about.includes(verdict.promise) || !about.includes(verdict.arrangement) || !about.includes(verdict.scenario)) continue;
    const cell = verdict.cells.find(({ details }) => JSON.stringify(details.witness) === wanted);
    if (cell !== undefined) return story(case_, verdict, cell);
  }
  return [];
}
