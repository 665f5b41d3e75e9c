/** What the willing may do of their own will, whatever is owed. */
import { FALSE, type Node } from '@casus/diagrams';
import { everTrue, type Id } from '@casus/model';
import type { ActPromise, Aim } from './clauses.js';
import { NOBODY, type Setting, type Standing } from './setting.js';

/** Who may do what is promised without anybody's leave on the hostile side, and how the promise stands if it rests on their will alone. */
export function willOf(setting: Setting, { quantifier, who }: ActPromise, aims: readonly Aim[]): { readonly free: readonly Id[]; readonly standing: Standing } {
  const { meaning, choices } = setting;
  const { manager: m } = choices;
  const lawful = ({ actor, act, target }: Aim): Node => everTrue(meaning.lawful(actor, act, target));
  const actors = [...new Set(aims.map(({ actor }) => actor))];
  // What is aimed at several is done when it is done to all of them.
  const does = (actor: Id): Node => {
    const own = aims.filter((aim) => aim.actor === actor);
    return m.andAll([...own.map(lawful), choices.act(`will:${own[0]!.act}:${own[0]!.target ?? '-'}:${actor}`, actor)]);
  };
  const free = actors.filter((actor) => aims.filter((aim) => aim.actor === actor).every((aim) => ['certain', 'open'].includes(setting.standing(lawful(aim)).reach)));
  if (free.length === 0) return { free, standing: { reach: 'never', stops: NOBODY, unsettled: setting.standing(m.orAll(actors.map(does))).unsettled } };
  return { free, standing: setting.standing(enough()) };

  /** Whether enough of them do it. A share is asked of all of the set, so that what is missing for it is not said here: one of them is enough. */
  function enough(): Node {
    const each = free.map(does);
    if (quantifier.kind === 'all') return setting.members(who).every((actor) => free.includes(actor) || !actors.includes(actor)) ? m.andAll(each) : FALSE;
    return m.atLeast(each, quantifier.kind === 'at-least' ? quantifier.count : 1);
  }
}
