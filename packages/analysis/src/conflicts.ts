import { FALSE, type Node } from '@casus/diagrams';
import {
  arrangementOf, Choices, everTrue, isKind, lifting, Meaning, modalityOf, overrides, pairsOf, worldOf, yields,
  type ActiveNorm, type Case, type Id, type Norm, type Place,
} from '@casus/model';
import { ancestors } from './generalise.js';
import { worldKey } from './session.js';
import type { Verdict } from './verdict.js';

/** Which of two sentences in conflict gives way, and by what. */
export type Settlement =
  | { readonly by: 'nothing'; /** Takes the ban back in some of the cases in which both apply, and not in all. */ readonly lifter?: Norm }
  /** One prevails over the other. `how`: by words in a sentence, by the rank of its instrument, or by its later date. */
  | { readonly by: 'duty' | 'ban'; readonly how: 'sentence' | 'rank' | 'date'; readonly place: Place; readonly lifter?: Norm }
  /** A right, or another duty, takes the ban back. */
  | { readonly by: 'lifted'; readonly norm: Norm };

/** A duty and a ban that meet in one actor and one act. */
export interface Conflict {
  readonly duty: Norm;
  readonly ban: Norm;
  /** What is commanded and forbidden. */
  readonly act: Id;
  readonly target: Id | undefined;
  readonly actors: readonly Id[];
  readonly settlement: Settlement;
  /** Where it was found: each arrangement with the scenarios in which both sentences can apply at once. */
  readonly arrangements: readonly Id[];
  readonly scenarios: readonly Id[];
}

/**
 * Every duty and ban on the same act (or the duty on a kind of what is forbidden) that bind one actor and can apply at once, in some text and by some
 * choice, in a case that was judged. A ban that leaves another way of keeping the duty is no conflict (docs/meaning.md, section 6).
 */
export function conflictsOf(case_: Case, verdicts: readonly Verdict[]): readonly Conflict[] {
  const found = new Map<string, Gathered>();
  let choices: Choices | undefined;
  const seen = new Set<string>();
  for (const verdict of verdicts) {
    const scenario = case_.scenarios.get(verdict.scenario);
    const attacker = scenario?.everyAttacker === true ? verdict.attackers[0] : undefined;
    const request = { arrangement: verdict.arrangement, scenario: verdict.scenario, ...(attacker === undefined ? {} : { attacker }), ...(verdict.date === undefined ? {} : { asOf: verdict.date }) };
    const key = worldKey(request);
    if (seen.has(key)) continue;
    seen.add(key);
    const candidates = candidatesIn(case_, verdict.arrangement);
    if (candidates.size === 0) continue;
    choices ??= new Choices(case_);
    choices.manager.collectIfNeeded();
    for (const one of inWorld(new Meaning(choices, worldOf(case_, request)), candidates)) {
      const told = `${one.duty.id}\n${one.ban.id}\n${one.act}\n${one.settlement.by}`;
      const known = found.get(told) ?? { ...one, actors: new Set(), arrangements: new Set(), scenarios: new Set() };
      found.set(told, known);
      known.actors.add(one.actor);
      known.arrangements.add(verdict.arrangement);
      known.scenarios.add(verdict.scenario);
    }
  }
  return [...found.values()].map((one) => ({ ...one, actors: [...one.actors], arrangements: [...one.arrangements], scenarios: [...one.scenarios] }));
}

type Gathered = Omit<Conflict, 'actors' | 'arrangements' | 'scenarios'> & { readonly actors: Set<Id>; readonly arrangements: Set<Id>; readonly scenarios: Set<Id> };

/** Duties with the bans under whose acts they fall, from the words alone: most texts have none. */
function candidatesIn(case_: Case, arrangement: Id): ReadonlyMap<Id, ReadonlySet<Id>> {
  const norms = (arrangementOf(case_, arrangement)?.instruments ?? []).flatMap((id) => {
    const instrument = case_.instruments.get(id);
    return instrument === undefined ? [] : instrument.norms.map((norm) => ({ norm, modality: modalityOf(norm, instrument) }));
  });
  const bans = norms.filter(({ norm, modality }) => modality === 'ban' && norm.action.kind === 'act').map(({ norm }) => norm);
  const result = new Map<Id, ReadonlySet<Id>>();
  for (const { norm, modality } of norms) {
    if (modality !== 'duty' || norm.action.kind !== 'act') continue;
    const acts = new Set([norm.action.act, ...(norm.discretion === 'own' ? [] : norm.means)].flatMap((act) => [act, ...ancestors(case_, act)]));
    const against = bans.filter(({ action }) => action.kind === 'act' && acts.has(action.act)).map(({ id }) => id);
    if (against.length > 0) result.set(norm.id, new Set(against));
  }
  return result;
}

type Found = Omit<Conflict, 'actors' | 'arrangements' | 'scenarios'> & { readonly actor: Id };

function inWorld(meaning: Meaning, candidates: ReadonlyMap<Id, ReadonlySet<Id>>): Found[] {
  return meaning.norms.flatMap((duty) => {
    const against = candidates.get(duty.norm.id);
    if (against === undefined || duty.modality !== 'duty') return [];
    return meaning.norms.filter(({ norm }) => against.has(norm.id)).flatMap((ban) => [...duty.binds.keys()].flatMap((actor) => between(meaning, duty, ban, actor)));
  });
}

/** The acts of one actor in which a duty and a ban meet, each act told once, with the first aim. */
function between(meaning: Meaning, duty: ActiveNorm, ban: ActiveNorm, actor: Id): Found[] {
  const { manager: m } = meaning;
  const bound = m.and(duty.binds.get(actor) ?? FALSE, ban.binds.get(actor) ?? FALSE);
  if (bound === FALSE || ban.modality !== 'ban') return [];
  const forbidden = pairsOf(meaning, ban, actor, ban.acts);
  const found = new Map<Id, Found>();
  for (const { act, target, when } of pairsOf(meaning, duty, actor, duty.acts)) {
    const covered = m.orAll(forbidden.filter((pair) => isKind(meaning, act, target, pair.act, pair.target)).map((pair) => pair.when));
    if (covered === FALSE || found.get(act)?.settlement.by === 'nothing') continue;
    const forbids = m.and(covered, everTrue(meaning.guard(ban, actor)));
    const both = meaning.choices.expand(m.andAll([bound, when, everTrue(meaning.guard(duty, actor)), forbids]));
    if (both === FALSE) continue;
    found.set(act, { duty: duty.norm, ban: ban.norm, act, target, actor, settlement: settle(meaning, duty, ban, actor, act, target, both) });
  }
  return [...found.values()];
}

/** What decides between a duty and a ban where both apply. */
function settle(meaning: Meaning, duty: ActiveNorm, ban: ActiveNorm, actor: Id, act: Id, target: Id | undefined, both: Node): Settlement {
  const { manager: m } = meaning;
  const prevails = (first: ActiveNorm, second: ActiveNorm): boolean => overrides(meaning.world, first, second) && !overrides(meaning.world, second, first);
  const lifts = m.orAll(lifting(meaning, ban, actor, act, target).map(everTrue));
  const always = m.and(both, m.not(meaning.choices.expand(lifts))) === FALSE;
  if (always && prevails(duty, ban)) return { by: 'duty', ...precedence(duty, ban) };
  const lifter = lifterOf(meaning, duty, ban, actor, act, target, both)?.norm;
  if (always && lifter !== undefined) return { by: 'lifted', norm: lifter };
  const sometimes = lifter === undefined ? {} : { lifter };
  return prevails(ban, duty) ? { by: 'ban', ...precedence(ban, duty), ...sometimes } : { by: 'nothing', ...sometimes };
}

/** The sentence that takes the ban back: one that prevails over it, or a right as special as the ban in its own instrument. */
function lifterOf(meaning: Meaning, duty: ActiveNorm, ban: ActiveNorm, actor: Id, act: Id, target: Id | undefined, both: Node): ActiveNorm | undefined {
  const { manager: m } = meaning;
  return meaning.binding(actor).find((other) => {
    if (other === ban || other === duty || overrides(meaning.world, ban, other)) return false;
    if (!overrides(meaning.world, other, ban) && other.instrument.id !== ban.instrument.id) return false;
    const acts = [...other.acts, ...other.permits];
    const covers = pairsOf(meaning, other, actor, acts).some((pair) => isKind(meaning, act, target, pair.act, pair.target));
    return covers && other.modality !== 'ban' && m.and(both, meaning.choices.expand(everTrue(meaning.guard(other, actor)))) !== FALSE;
  });
}

/** By what the first of two norms prevails over the second, and where the text says so. */
function precedence(first: ActiveNorm, second: ActiveNorm): { readonly how: 'sentence' | 'rank' | 'date'; readonly place: Place } {
  if (yields(first, second)) {
    const means = ({ norm }: ActiveNorm) => (ref: Norm['subjectTo'][number]): boolean => ref.instrument === norm.instrument && (ref.article === undefined || ref.article === norm.article);
    const said = first.norm.notwithstanding.find(means(second)) ?? [...second.norm.subjectTo, ...second.norm.withoutPrejudice].find(means(first));
    return { how: 'sentence', place: said?.place ?? first.norm.place };
  }
  const { prevailsOver } = first.instrument;
  const said = (of: ActiveNorm, what: string): Place => of.instrument.statements?.find(({ about }) => about === what)?.place ?? of.instrument.place;
  if (prevailsOver === 'all' || prevailsOver.includes(second.instrument.id)) return { how: 'rank', place: said(first, 'prevails over') };
  if (second.instrument.yieldsTo.includes(first.instrument.id)) return { how: 'rank', place: said(second, 'yields to') };
  return { how: 'date', place: said(first, first.instrument.signed === undefined ? 'in force since' : 'signed') };
}
