import type { Case, Role, SetExpr } from '@casus/model';
import { actorName, listed } from './words.js';

const ROLES: Readonly<Partial<Record<Role, string>>> = {
  attacker: 'the attacker', victim: 'the victim', requester: 'the requester', disputants: 'the parties to the dispute', hostile: 'the hostile states', others: 'the others', everyone: 'everyone',
};

/** A set of actors in words: the titles of what it is made of. */
export function setWords(case_: Case, set: SetExpr): string {
  switch (set.kind) {
    case 'actor':
      return actorName(case_, set.id);
    case 'group':
      return case_.groups.get(set.id)?.label ?? set.id;
    case 'body':
      return `the members of ${case_.bodies.get(set.id)?.label ?? set.id}`;
    case 'parties':
      return `the parties of ${case_.instruments.get(set.instrument)?.label ?? set.instrument}`;
    case 'role':
      return ROLES[set.role] ?? set.role;
    case 'union':
      return listed([...new Set(set.of.map((part) => setWords(case_, part)))]);
    case 'intersection':
      return set.of.map((part) => setWords(case_, part)).join(' who are in ');
    case 'difference':
      return `${setWords(case_, set.from)} except ${setWords(case_, set.without)}`;
    case 'during':
      return setWords(case_, set.set);
    case 'choice':
      return listed([...new Set(set.alternatives.map(({ value }) => setWords(case_, value)))], 'or');
    default:
      return 'those whom the text names';
  }
}
