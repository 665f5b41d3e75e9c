import type { Case, Id } from '@casus/model';
import { membersOf } from '../checks/static-sets.js';

/** `because Guarantors` means each of them, where the text alone says who they are. */
export function becauseOfEach(of: Case): Case {
  const each = (id: Id): readonly Id[] => {
    const named = of.groups.has(id) ? 'group' : of.bodies.has(id) ? 'body' : undefined;
    if (named === undefined) return [id];
    const members = membersOf(of, { kind: named, id, place: (named === 'group' ? of.groups : of.bodies).get(id)!.place });
    return members === undefined || members.size === 0 ? [id] : [...members];
  };
  return {
    ...of,
    expectations: of.expectations.map((expectation) => (expectation.kind === 'finding' ? expectation : { ...expectation, because: [...new Set(expectation.because.flatMap(each))] })),
  };
}
