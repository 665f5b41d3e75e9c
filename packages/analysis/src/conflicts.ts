import { FALSE, type Node, type Var } from '@casus/diagrams';
import {
  arrangementOf, Choices, everTrue, holds, isKind, lifting, Meaning, modalityOf, overrides, pairsOf, worldOf, yields,
  type ActiveNorm, type Case, type Choice, type Cond, type Id, type Norm, type Place, type WorldRequest,
} from '@casus/model';
import { attackerOf } from './attacker.js';
import { ancestors } from './generalise.js';
import { worldKey } from './session.js';
import type { Verdict } from './verdict.js';
import { firstModel, spelled } from './witness.js';

/** Which of two sentences in conflict gives way, and by what. */
export type Settlement =
  | {
      readonly by: 'nothing';
      /** Takes the ban back in some of the cases in which both apply, and not in all. */
      readonly lifter?: Norm;
      /** Each of the two is said to prevail over the other: where the text says so, of the duty and of the ban. */
      readonly both?: readonly [Place, Place];
    }
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
  /** Exceptions to the ban that may come true where the duty applies; the bearer alone cannot bring them about. */
  readonly exceptions: readonly Cond[];
  /** Where it was found: each arrangement with the scenarios in which both sentences can apply at once. */
  readonly arrangements: readonly Id[];
  readonly scenarios: readonly Id[];
  /** One of the cases in which both apply, and nothing takes the ban back unless that is what settles it: who does what. */
  readonly example: ConflictExample;
}

/** A course of play in which a duty and a ban on one actor both apply. */
export interface ConflictExample {
  readonly actor: Id;
  readonly arrangement: Id;
  readonly scenario: Id;
  readonly attacker?: Id;
  /** Options too: keys and values as in docs/meaning.md, section 1. */
  readonly choices: readonly Choice[];
}

/**
 * Every duty and ban on the same act (or the duty on a kind of what is forbidden) that bind one actor and can apply at once, in some text and by some
 * choice, in a case that was judged. A ban that leaves another way of keeping the duty is no conflict (docs/meaning.md, section 6).
 */
export function conflictsOf(case_: Case, verdicts: readonly Verdict[], remember: Remember = (_what, _names, make) => make()): readonly Conflict[] {
  const byArrangement = new Map<Id, Verdict[]>();
  for (const verdict of verdicts) byArrangement.set(verdict.arrangement, [...(byArrangement.get(verdict.arrangement) ?? []), verdict]);
  const found = new Map<string, Conflict>();
  let choices: Choices | undefined;
  for (const [arrangement, of] of byArrangement) {
    const requests = worldsOf(case_, of);
    const here = remember(`conflicts\n${[...requests.keys()].join('\n')}`, [arrangement, ...new Set(of.flatMap(({ scenario, attackers }) => [scenario, ...attackers]))], () => {
      const candidates = candidatesIn(case_, arrangement);
      if (candidates.size === 0) return [];
      choices ??= new Choices(case_);
      return conflictsUnder(case_, choices, [...requests.values()], candidates);
    });
    for (const one of here) {
      const key = keyOf(one);
      const known = found.get(key);
      found.set(key, known === undefined ? one : {
        ...known, actors: union(known.actors, one.actors), arrangements: union(known.arrangements, one.arrangements), scenarios: union(known.scenarios, one.scenarios),
      });
    }
  }
  return [...found.values()];
}

/** Works out what only depends on some declarations, or takes what was worked out for the same texts before. */
export type Remember = <T>(what: string, names: readonly Id[], make: () => T) => T;

const union = (a: readonly Id[], b: readonly Id[]): readonly Id[] => [...new Set([...a, ...b])];

const keyOf = ({ duty, ban, act, settlement }: Pick<Conflict, 'duty' | 'ban' | 'act' | 'settlement'>): string => `${duty.id}\n${ban.id}\n${act}\n${settlement.by}`;

/** The worlds of some verdicts, each once. */
function worldsOf(case_: Case, verdicts: readonly Verdict[]): ReadonlyMap<string, WorldRequest> {
  const known = new Map<string, Id | undefined>();
  return new Map(verdicts.map((verdict) => {
    const { arrangement, scenario, date, attackers } = verdict;
    const world = [scenario, date, ...attackers].join('\n');
    const attacker = known.has(world) ? known.get(world) : attackerOf(case_, verdict);
    known.set(world, attacker);
    const request: WorldRequest = { arrangement, scenario, ...(attacker === undefined ? {} : { attacker }), ...(date === undefined ? {} : { asOf: date }) };
    return [worldKey(request), request];
  }));
}

/** The conflicts of one arrangement in its worlds. */
function conflictsUnder(case_: Case, choices: Choices, requests: readonly WorldRequest[], candidates: ReadonlyMap<Id, ReadonlySet<Id>>): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const request of requests) {
    choices.manager.collectIfNeeded();
    const { arrangement, scenario, attacker } = request;
    for (const { actor, course, ...conflict } of inWorld(new Meaning(choices, worldOf(case_, request)), candidates)) {
      const known = found.get(keyOf(conflict));
      const example: ConflictExample = { actor, arrangement, scenario, ...(attacker === undefined ? {} : { attacker }), choices: course };
      found.set(keyOf(conflict), {
        ...(known ?? { ...conflict, example }), actors: union(known?.actors ?? [], [actor]), arrangements: [arrangement], scenarios: union(known?.scenarios ?? [], [scenario]),
      });
    }
  }
  return [...found.values()];
}

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

type Found = Omit<Conflict, 'actors' | 'arrangements' | 'scenarios' | 'example'> & { readonly actor: Id; readonly course: readonly Choice[] };

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
    const due = m.andAll([bound, when, everTrue(meaning.guard(duty, actor))]);
    const both = meaning.choices.expand(m.and(due, forbids));
    if (both === FALSE) continue;
    const lifts = meaning.choices.expand(m.orAll(lifting(meaning, ban, actor, act, target).map(everTrue)));
    const stands = m.and(both, m.not(lifts));
    const exceptions = meaning.conditions(ban, actor).unless.map((cond) => ({ cond, met: meaning.choices.expand(everTrue(holds(meaning, cond))) })).filter(({ met }) => met !== FALSE);
    const settlement = settle(meaning, duty, ban, actor, act, target, both, stands === FALSE);
    if (settlement.by === 'nothing' && liftedByItself(meaning.choices, actor, stands, m.orAll([lifts, ...exceptions.map(({ met }) => met)]))) continue;
    const course = courseOf(meaning.choices, stands === FALSE ? both : stands);
    found.set(act, {
      duty: duty.norm, ban: ban.norm, act, target, actor, course, settlement,
      exceptions: exceptions.filter(({ met }) => m.and(meaning.choices.expand(due), met) !== FALSE).map(({ cond }) => cond),
    });
  }
  return [...found.values()];
}

/** Whether the bearer can always take the ban back by a choice of its own (its consent, its finding), whatever the others do: then it can keep both. */
function liftedByItself(choices: Choices, actor: Id, stands: Node, lifted: Node): boolean {
  const { manager: m } = choices;
  const own = m.support(lifted).filter((v) => choices.variable(v).owner === actor);
  return own.length > 0 && m.forall(stands, own) === FALSE;
}

/** The first course of play in which a function of the choices is true. */
function courseOf(choices: Choices, f: Node): readonly Choice[] {
  const model = firstModel(choices, f) ?? new Map<Var, boolean>();
  const plays = new Map([...model].filter(([v]) => choices.variable(v).kind !== 'option'));
  const open = new Set([...model.keys()].flatMap((v) => (choices.variable(v).kind === 'option' ? [choices.variable(v).key.slice('option:'.length)] : [])));
  const options = [...open].flatMap((issue): Choice[] => {
    const taken = choices.case.issues.get(issue)?.options.find(({ id }) => choices.manager.evaluate(choices.option(id), (v) => model.get(v) ?? false));
    return taken === undefined ? [] : [{ key: `option:${issue}`, value: taken.id }];
  });
  return [...options, ...spelled(choices, plays)];
}

/** What decides between a duty and a ban where both apply; `always`: the ban is taken back in all of these cases. */
function settle(meaning: Meaning, duty: ActiveNorm, ban: ActiveNorm, actor: Id, act: Id, target: Id | undefined, both: Node, always: boolean): Settlement {
  const prevails = (first: ActiveNorm, second: ActiveNorm): boolean => overrides(meaning.world, first, second) && !overrides(meaning.world, second, first);
  if (always && prevails(duty, ban)) return { by: 'duty', ...precedence(duty, ban) };
  const lifter = lifterOf(meaning, ban, actor, act, target, both)?.norm;
  if (always && lifter !== undefined) return { by: 'lifted', norm: lifter };
  const sometimes = lifter === undefined ? {} : { lifter };
  if (prevails(ban, duty)) return { by: 'ban', ...precedence(ban, duty), ...sometimes };
  const contested = overrides(meaning.world, duty, ban) && overrides(meaning.world, ban, duty);
  return { by: 'nothing', ...sometimes, ...(contested ? { both: [precedence(duty, ban).place, precedence(ban, duty).place] as const } : {}) };
}

/** The sentence that takes the ban back: one that prevails over it, or a right as special as the ban in its own instrument. */
function lifterOf(meaning: Meaning, ban: ActiveNorm, actor: Id, act: Id, target: Id | undefined, both: Node): ActiveNorm | undefined {
  const { manager: m } = meaning;
  return meaning.binding(actor).find((other) => {
    const prevails = overrides(meaning.world, other, ban);
    if (other === ban || overrides(meaning.world, ban, other) || (!prevails && other.instrument.id !== ban.instrument.id)) return false;
    // The means that a duty leaves to its bearer's judgment are permitted; what it commands takes a ban back only where it prevails.
    const acts = other.modality === 'right' ? [...other.acts, ...other.permits] : other.modality === 'duty' ? [...other.permits, ...(prevails ? other.acts : [])] : [];
    const covers = pairsOf(meaning, other, actor, acts).some((pair) => isKind(meaning, act, target, pair.act, pair.target));
    return covers && m.and(both, meaning.choices.expand(everTrue(meaning.guard(other, actor)))) !== FALSE;
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
