import type { Id, NegotiationRule, PositionLine, Subject } from '@casus/model';

/** A subject and everything that is put together in it, from the outside in. */
export function* partsOf(subject: Subject): Iterable<Subject> {
  yield subject;
  if (subject.kind === 'and' || subject.kind === 'or') for (const part of subject.of) yield* partsOf(part);
  else if (subject.kind === 'not') yield* partsOf(subject.of);
}

/** All subjects of a line, with what is put together in them. */
export function* subjectsOf(line: Pick<PositionLine, 'subject' | 'condition' | 'over' | 'then'>): Iterable<Subject> {
  for (const subject of [line.subject, line.condition, line.over, ...(line.then ?? [])]) if (subject !== undefined) yield* partsOf(subject);
}

/** All subjects of a rule of a negotiation. */
export function* subjectsOfRule(rule: NegotiationRule): Iterable<Subject> {
  for (const subject of rule.kind === 'count' ? rule.of : [rule.of, rule.other]) yield* partsOf(subject);
}

/** Whether two subjects say the same, wherever they stand. */
export function sameSubject(a: Subject, b: Subject): boolean {
  return keyOf(a) === keyOf(b);
}

/** A text that two subjects share only if they say the same. */
export function keyOf(subject: Subject): string {
  return JSON.stringify(subject, (key, value: unknown) => (key === 'place' ? undefined : typeof value === 'bigint' ? `${value}n` : value));
}

/** The steps and facts that a subject names. */
export function stepsIn(subject: Subject): readonly Id[] {
  return subject.kind === 'fact' ? [subject.fact] : subject.kind === 'order' ? [subject.first, subject.then] : [];
}
