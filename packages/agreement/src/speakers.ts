import type { Case, Id, PositionLine, Subject } from '@casus/model';
import { subjectsOf } from './subjects.js';

/** Who speaks of each point in so many words: for how many a point that nobody objects to is settled by one side's word alone. */
export function speakersOf(case_: Case, lines: readonly PositionLine[]): ReadonlyMap<Id, readonly Id[]> {
  const speakers = new Map<Id, Set<Id>>();
  for (const line of lines) {
    for (const subject of subjectsOf(line)) for (const point of pointsOf(case_, subject)) speakers.set(point, (speakers.get(point) ?? new Set()).add(line.actor));
  }
  return new Map([...speakers].map(([point, actors]) => [point, [...actors]]));
}

/** The points that a subject names. */
function pointsOf(case_: Case, subject: Subject): readonly Id[] {
  switch (subject.kind) {
    case 'text':
      return [`words:${subject.text}`];
    case 'fact':
      return [`step:${subject.fact}`];
    case 'order':
      return [`step:${subject.first}`, `step:${subject.then}`];
    case 'instrument':
      return (case_.arrangements.get(subject.instrument)?.instruments ?? [subject.instrument]).map((id) => `deal:${id}`);
    case 'option':
      return [case_.options.get(subject.option)?.issue ?? ''];
    case 'number':
      return [subject.issue];
    default:
      return [];
  }
}
