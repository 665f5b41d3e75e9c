import { partsOfSubject, type Arrangement, type Case, type Id, type Subject } from '@casus/model';

/**
 * Takes promises that could not be understood out of what refers to them: they are told where they stand and are not in the case. An arrangement that
 * judges nothing else judges nothing, rather than everything.
 */
export function withoutLostPromises(case_: Case): Case {
  const known = (promise: Id): boolean => case_.promises.has(promise);
  const isLost = ({ promises, judged }: Arrangement): boolean => !promises.every(known) || judged?.some((line) => !line.promises.every(known)) === true;
  const stands = (...subjects: readonly (Subject | undefined)[]): boolean => subjects.every((subject) => subject === undefined || [...partsOfSubject(subject)].every((part) => !('promise' in part) || known(part.promise)));
  return {
    ...case_,
    arrangements: new Map([...case_.arrangements].map(([id, arrangement]) => [id, isLost(arrangement) ? without(arrangement, known) : arrangement])),
    expectations: case_.expectations.filter((expectation) => expectation.kind !== 'promise' || known(expectation.promise)),
    positions: case_.positions.filter(({ subject, condition, over, then = [] }) => stands(subject, condition, over, ...then)),
    negotiations: new Map([...case_.negotiations].map(([id, negotiation]) => [id, {
      ...negotiation, rules: negotiation.rules.filter((rule) => (rule.kind === 'count' ? stands(...rule.of) : stands(rule.of, rule.other))),
    }])),
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
