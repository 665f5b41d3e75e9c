import { possibleMembers, type Id, type Norm, type PromiseExpr, type SetExpr, type Target } from '@casus/model';
import { ancestors } from '../../generalise.js';
import { listed } from '../../words.js';
import { wordingOf } from '../../wording.js';
import type { PromiseContext } from './context.js';

type ActPart = Extract<PromiseExpr, { kind: 'act' | 'free-to' }>;

/** The words between an act and what it is aimed at, which the language reads over. */
const PREPOSITIONS: ReadonlySet<string> = new Set(['to', 'for', 'against', 'with', 'on', 'from', 'in', 'at']);

/**
 * What to tell where a ban stands against a promise, and the two are written with different prepositions (`use-force for Arcadia`, `use-force against Arcadia`):
 * the preposition is no part of an act, so that both speak of one. Undefined where none of the bans differs so, or it is aimed at somebody else.
 */
export function oneActByPrepositions(context: PromiseContext, bans: readonly Norm[]): string | undefined {
  const { case: case_, verdict } = context;
  for (const part of actPartsOf(case_.promises.get(verdict.promise)!.expr)) {
    for (const ban of bans) {
      const { action } = ban;
      if (action.kind !== 'act' || action.act !== part.act || !meet(context, ban, action.target, part)) continue;
      const [banned, promised] = [prepositionIn(wordingOf(case_, ban), action.act), prepositionIn(wordingOf(case_, part), part.act)];
      if (banned === undefined || promised === undefined || banned === promised) continue;
      const written = [promised, banned].map((word) => `\`${part.act} ${word}\``);
      const apart = [promised, banned].map((word) => `\`${part.act}-${word}\``);
      return `${listed(written)} are one act for Casus, which does not read the preposition; if the ban means something else than the promise, declare two acts, as ${listed(apart)}`;
    }
  }
  return undefined;
}

/** The bans on what a promise speaks of, or on something more general. */
export function bansOnPromise({ case: case_, verdict }: PromiseContext, clauses: readonly Norm[]): readonly Norm[] {
  const parts = actPartsOf(case_.promises.get(verdict.promise)!.expr);
  return clauses.filter(({ modality, action }) => modality === 'ban' && action.kind === 'act' && parts.some(({ act }) => act === action.act || ancestors(case_, act).includes(action.act)));
}

function actPartsOf(expr: PromiseExpr): readonly ActPart[] {
  if (expr.kind === 'and' || expr.kind === 'or') return expr.of.flatMap(actPartsOf);
  return expr.kind === 'act' || expr.kind === 'free-to' ? [expr] : [];
}

/** The preposition behind an act in the words of a sentence; undefined where it has none. The act may stand in the third person. */
function prepositionIn(words: string, act: Id): string | undefined {
  const written = words.split(/[\s,()[\]]+/u);
  const at = written.findIndex((word) => isForm(word, act));
  const next = at < 0 ? undefined : written[at + 1];
  return next !== undefined && PREPOSITIONS.has(next) ? next : undefined;
}

/** Whether a word is an act as it is named, or in the third person: `use-force`, `uses-force`. */
function isForm(word: string, act: Id): boolean {
  if (word === act) return true;
  const [first = '', ...rest] = act.split('-');
  return [`${first}s`, `${first}es`, first.replace(/y$/u, 'ies')].some((form) => word === [form, ...rest].join('-'));
}

/** Whether a ban and a promise are aimed at the same, as far as can be known from the names alone. */
function meet(context: PromiseContext, ban: Norm, banned: Target, part: ActPart): boolean {
  if (banned.kind === 'none' || part.target.kind === 'none') return false;
  if (banned.kind === 'thing' && part.target.kind === 'thing' && banned.id === part.target.id) return true;
  const [one, other] = [aimedAt(context, banned, ban.bearer), aimedAt(context, part.target, part.who)];
  return [...one].some((id) => other.has(id));
}

/** The actors at whom an act may be aimed. */
function aimedAt({ case: case_, verdict }: PromiseContext, target: Target, bearers: SetExpr): ReadonlySet<Id> {
  const members = (set: SetExpr): ReadonlySet<Id> => possibleMembers(case_, set, verdict.date);
  switch (target.kind) {
    case 'none':
      return new Set();
    case 'each':
      return members(target.set);
    case 'one-another':
      return members(bearers);
    case 'role':
      return new Set(target.role === 'victim' ? verdict.victims : target.role === 'attacker' ? verdict.attackers : target.role === 'hostile' ? verdict.hostile : []);
    case 'thing': {
      const { id } = target;
      const set = case_.groups.get(id) ?? case_.bodies.get(id);
      return set === undefined ? new Set([id]) : members(set.members);
    }
  }
}
