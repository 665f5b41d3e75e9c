import type { Subject } from './data/record.js';

/** A subject and every subject that it is made of. */
export function* partsOfSubject(subject: Subject): Iterable<Subject> {
  yield subject;
  if (subject.kind === 'not') yield* partsOfSubject(subject.of);
  else if (subject.kind === 'and' || subject.kind === 'or') for (const part of subject.of) yield* partsOfSubject(part);
}
