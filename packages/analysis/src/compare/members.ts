import { possibleMembers, type Id, type SetExpr } from '@casus/model';
import { takenBy, type Side } from './view.js';

/** Groups within groups that are looked into; what contains itself is an error of form. */
const DEEPEST = 32;

/** The members of a set under the options that a side takes, by name; a membership that a bracket leaves open with a question mark. */
export function memberNames(side: Side, set: SetExpr): string {
  const sure = possibleMembers(side.case, settled(side, set, false));
  const name = (id: Id): string => side.case.actors.get(id)?.label ?? id;
  const members = [...possibleMembers(side.case, settled(side, set, true))].map((id) => (sure.has(id) ? name(id) : `${name(id)}?`));
  return members.length === 0 ? 'nobody' : members.sort().join(', ');
}

/** The set with the alternatives that are taken; `open`: with those that may still be. */
function settled(side: Side, set: SetExpr, open: boolean, depth = 0): SetExpr {
  const taken = takenBy(side);
  const inside = (inner: SetExpr): SetExpr => settled(side, inner, open, depth);
  const named = (inner: SetExpr | undefined): SetExpr => (inner === undefined || depth > DEEPEST ? set : settled(side, inner, open, depth + 1));
  switch (set.kind) {
    case 'choice': {
      const kept = set.alternatives.filter(({ option }) => taken(option) === true || (open && taken(option) === undefined));
      return { kind: 'union', of: kept.map(({ value }) => inside(value)), place: set.place };
    }
    case 'group':
      return named(side.case.groups.get(set.id)?.members);
    case 'body':
      return named(side.case.bodies.get(set.id)?.members);
    case 'parties':
      return named(side.case.instruments.get(set.instrument)?.parties);
    case 'union':
    case 'intersection':
      return { ...set, of: set.of.map(inside) };
    case 'difference':
      return { ...set, from: inside(set.from), without: inside(set.without) };
    case 'during':
      return { ...set, set: inside(set.set) };
    default:
      return set;
  }
}
