import type { Case, Decision, Id, Matter, Place, Recusal, SetExpr } from '@casus/model';
import { setWords } from '../../set-words.js';
import { askingForDecision, decisionsIn, decisionsOfNorm } from '../../walk.js';
import { listed, quoted } from '../../words.js';

/** A vote that the text provides for: of a body on its matters, or of those whom a clause lets decide by a rule of its own. */
export interface Vote {
  readonly decision: Decision;
  /** “the Council of the League” on “measures against a state”. */
  readonly name: string;
  /** The rule. */
  readonly place: Place;
  /** Who takes no part, as the body says. */
  readonly recusals: readonly Recusal[];
  readonly about: readonly Id[];
}

/** Every vote of a case, once for each rule; the matters of a body that are decided alike are told together. */
export function votesOf(case_: Case): readonly Vote[] {
  let votes = VOTES.get(case_);
  if (votes === undefined) VOTES.set(case_, (votes = [...bodyVotes(case_), ...clauseVotes(case_)]));
  return votes;
}

/** The votes of each case; cases do not change. */
const VOTES = new WeakMap<Case, readonly Vote[]>();

function bodyVotes(case_: Case): Vote[] {
  return [...case_.bodies.values()].flatMap((body) => {
    const claimed = new Set<Id>();
    let open = true;
    return body.rules.flatMap(({ matters, place }): Vote[] => {
      if (!open) return [];
      if (matters.length === 0) open = false;
      const left: (Matter | undefined)[] = body.matters.filter(({ id }) => !claimed.has(id) && (matters.length === 0 || matters.includes(id)));
      matters.forEach((id) => claimed.add(id));
      // A body without matters decides on whatever comes before it.
      if (matters.length === 0 && left.length === 0) left.push(undefined);
      const alike = new Map<string, { matters: (Matter | undefined)[]; recusals: readonly Recusal[] }>();
      for (const matter of left) {
        const recusals = body.recusals.filter((recusal) => recusal.matters.length === 0 || (matter !== undefined && recusal.matters.includes(matter.id)));
        const key = recusals.map((recusal) => body.recusals.indexOf(recusal)).join(' ');
        const group = alike.get(key);
        if (group === undefined) alike.set(key, { matters: [matter], recusals });
        else group.matters.push(matter);
      }
      return [...alike.values()].map(({ matters: same, recusals }) => {
        const [first] = same;
        const voters: SetExpr = { kind: 'body', id: body.id, place: body.members.place };
        const matterNames = same.flatMap((matter) => (matter === undefined ? [] : [quoted(matter.label)]));
        return {
          decision: { voters, body: body.id, ...(first === undefined ? {} : { matter: first.id }), ballots: `${body.id} ${first?.id ?? ''}`, deadline: { kind: 'none' }, place },
          name: `${quoted(body.label)}${matterNames.length === 0 ? '' : ` on ${listed(matterNames)}`}`,
          place, recusals, about: [body.id, ...same.flatMap((matter) => matter?.id ?? [])],
        };
      });
    });
  });
}

function clauseVotes(case_: Case): Vote[] {
  const votes = new Map<string, Vote>();
  const add = (decisions: readonly Decision[], about: readonly Id[]): void => {
    for (const decision of decisions) {
      const { rule, voters, body, matter, request: _request, ...asked } = decision;
      if (rule === undefined) continue;
      const key = `${rule.place.file} ${rule.place.offset} ${decision.ballots}`;
      if (votes.has(key)) continue;
      const recusals = (case_.bodies.get(body ?? '')?.recusals ?? []).filter(({ matters }) => matters.length === 0 || (matter !== undefined && matters.includes(matter)));
      votes.set(key, { decision: { ...asked, voters, rule, ...(body === undefined ? {} : { body }), ...(matter === undefined ? {} : { matter }) }, name: quoted(setWords(case_, voters)), place: rule.place, recusals, about: [...(body === undefined ? namesIn(voters) : [body]), ...about] });
    }
  };
  for (const { id, norms, ends, suspensions, entry, renewal, provisional, accessions } of case_.instruments.values()) {
    for (const norm of askingForDecision(norms)) add(decisionsOfNorm(norm), [id]);
    add(decisionsIn([ends, suspensions, entry, renewal, provisional, accessions]), [id]);
  }
  for (const { id, expr } of case_.promises.values()) add(decisionsIn(expr), [id]);
  for (const { id, rules } of case_.bodies.values()) add(decisionsIn(rules), [id]);
  return [...votes.values()];
}

const namesIn = (voters: SetExpr): Id[] => (voters.kind === 'group' || voters.kind === 'actor' ? [voters.id] : []);
