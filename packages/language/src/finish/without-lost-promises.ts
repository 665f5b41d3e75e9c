import type { Arrangement, Case, Id, Subject } from '@casus/model';

/**
 * Takes promises that could not be understood out of what refers to them: they are told where they stand and are not in the case. An arrangement that
 * judges nothing else judges nothing, rather than everything.
 */
export function withoutLostPromises(case_: Case): Case {
  const known = (promise: Id): boolean => case_.promises.has(promise);
  const isLost = ({ promises, judged }: Arrangement): boolean => !promises.every(known) || judged?.some((line) => !line.promises.every(known)) === true;
  const subjectStands = (subject: Subject | undefined): boolean => subject === undefined || !('promise' in subject) || known(subject.promise);
  return {
    ...case_,
    arrangements: new Map([...case_.arrangements].map(([id, arrangement]) => [id, isLost(arrangement) ? without(arrangement, known) : arrangement])),
    expectations: case_.expectations.filter((expectation) => expectation.kind !== 'promise' || known(expectation.promise)),
    positions: case_.positions.filter(({ subject, condition, over }) => [subject, condition, over].every(subjectStands)),
  };
}

function without(arrangement: Arrangement, known: (promise: Id) => boolean): Arrangement {
  const { promises, scenarios, judged = [{ promises, scenarios }] } = arrangement;
  const lines = judged.flatMap((line) => {
    const left = line.promises.filter(known);
    return left.length === 0 && line.promises.length > 0 ? [] : [{ ...line, promises: left }];
  });
  return { ...arrangement, promises: promises.filter(known), judged: lines };
}
