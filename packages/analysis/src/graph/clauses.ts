/** The clauses that bear on a promise, as steps: duties that keep it, pledges, rights to do it and bans of it. */
import { FALSE, TRUE } from '@casus/diagrams';
import { aimsOf, everTrue, holds, isKind, membersOf, overrides, pairsOf, type ActiveNorm, type Id, type Members, type PromiseExpr, type Rational } from '@casus/model';
import { ancestors } from '../generalise.js';
import { articleName } from '../words.js';
import { actWords, conditionSteps, exceptionStep } from './conditions.js';
import { MOST_NAMED, type Setting } from './setting.js';
import type { Sketch } from './sketch.js';
import type { StepKind } from './types.js';

/** A promise that somebody does something. */
export type ActPromise = Extract<PromiseExpr, { kind: 'act' }>;

const KIND: Record<ActiveNorm['modality'], StepKind> = { duty: 'duty', ban: 'ban', right: 'right', pledge: 'pledge', 'pledge-not': 'ban' };

/** The clauses in which an act plays a part. */
export interface Clauses {
  readonly duties: readonly ActiveNorm[];
  readonly pledges: readonly ActiveNorm[];
  readonly rights: readonly ActiveNorm[];
  readonly bans: readonly ActiveNorm[];
}

/** What may be promised of one actor: an act and what it is aimed at. */
export interface Aim {
  readonly actor: Id;
  readonly act: Id;
  readonly target: Id | undefined;
}

/** The acts promised, each with its actor and aim; the hostile side's do not count. */
export function aimsOfPromise({ meaning, outside }: Setting, { who, act, target }: ActPromise): readonly Aim[] {
  const members: Members = membersOf(meaning, who);
  return [...members].filter(([actor, in_]) => in_ !== FALSE && outside(actor)).flatMap(([actor]) =>
    aimsOf(meaning, target, actor, members).filter((aim) => aim.when !== FALSE && aim.target !== actor).map((aim) => ({ actor, act, target: aim.target })),
  );
}

/** The clauses that bear on such acts. `hollow`: duties to do something more general too, since they are what is owed. */
export function clausesFor(setting: Setting, aims: readonly Aim[], hollow: boolean): Clauses {
  const { meaning, case_ } = setting;
  const general = new Set(hollow ? aims.flatMap(({ act }) => ancestors(case_, act)) : []);
  const some = (active: ActiveNorm, acts: readonly Id[], fits: (aim: Aim, pair: { act: Id; target: Id | undefined }) => boolean): boolean =>
    aims.some((aim) => (active.binds.get(aim.actor) ?? FALSE) !== FALSE && pairsOf(meaning, active, aim.actor, acts).some((pair) => pair.when !== FALSE && fits(aim, pair)));
  const keeps = (active: ActiveNorm): boolean =>
    some(active, active.acts, (aim, pair) => isKind(meaning, pair.act, pair.target, aim.act, aim.target) || (general.has(pair.act) && (aim.target === undefined || pair.target === aim.target)));
  const covers = (active: ActiveNorm, acts: readonly Id[]): boolean => some(active, acts, (aim, pair) => isKind(meaning, aim.act, aim.target, pair.act, pair.target));
  // A ban that nothing but what is given takes back is no obstacle.
  const bites = (active: ActiveNorm): boolean => aims.some(({ actor, act, target }) => active.binds.has(actor) && setting.standing(everTrue(meaning.lawful(actor, act, target))).reach !== 'certain');
  const of = (...modalities: readonly ActiveNorm['modality'][]): readonly ActiveNorm[] => inPlay(meaning.norms.filter(({ modality }) => modalities.includes(modality)));
  return {
    duties: matter(setting, of('duty').filter(keeps)),
    pledges: matter(setting, of('pledge').filter(keeps)),
    rights: of('right', 'duty').filter((active) => covers(active, active.modality === 'right' ? [...active.acts, ...active.permits] : active.permits)).filter((active) => met(setting, active)),
    bans: of('ban', 'pledge-not').filter((active) => covers(active, active.acts)).filter((active) => active.modality === 'pledge-not' || bites(active)).filter((active) => met(setting, active)),
  };
}

/** The bans of a freedom, or the limits on a quantity, that bear on some actors. */
export function bansOn(setting: Setting, expr: Extract<PromiseExpr, { kind: 'free-to' | 'no-limit' }>): readonly ActiveNorm[] {
  const { meaning } = setting;
  const who = setting.members(expr.who);
  const members = membersOf(meaning, expr.who);
  const stands = (active: ActiveNorm): boolean => {
    const { norm: { action }, binds } = active;
    return who.some((actor) => {
      if ((binds.get(actor) ?? FALSE) === FALSE) return false;
      if (action.kind === 'exceed') return expr.kind === 'no-limit' && expr.attributes.includes(action.attribute);
      if (expr.kind !== 'free-to') return false;
      const aims = aimsOf(meaning, expr.target, actor, members);
      return pairsOf(meaning, active, actor, active.acts).some((pair) => pair.when !== FALSE && aims.some((aim) => isKind(meaning, expr.act, aim.target, pair.act, pair.target)));
    });
  };
  return inPlay(meaning.norms.filter(({ modality }) => modality === 'ban')).filter((active) => stands(active) && met(setting, active));
}

/** The clauses that stand in this text and bind somebody. */
const inPlay = (norms: readonly ActiveNorm[]): readonly ActiveNorm[] => norms.filter(({ binds }) => [...binds.values()].some((in_) => in_ !== FALSE));

/** Whether the conditions of a clause can come true at all. */
const met = ({ meaning }: Setting, active: ActiveNorm): boolean =>
  [...active.binds.keys()].some((actor) => everTrue(active.modality === 'ban' ? holds(meaning, meaning.conditions(active, actor).when) : meaning.guard(active, actor)) !== FALSE);

/** Clauses whose case arises; only where there are none, those whose case does not, to show what is missing. */
function matter(setting: Setting, norms: readonly ActiveNorm[]): readonly ActiveNorm[] {
  const arising = norms.filter((active) => met(setting, active));
  return arising.length > 0 ? arising : norms;
}

/** Adds a clause with everything that it waits for; returns its step. */
export function clauseStep(sketch: Sketch, active: ActiveNorm, from: readonly string[]): string {
  const { setting } = sketch;
  const { norm } = active;
  const ban = KIND[active.modality] === 'ban';
  const kind = norm.action.kind === 'exceed' ? 'limit' : KIND[active.modality];
  const bound = [...active.binds].filter(([, in_]) => in_ !== FALSE).map(([id]) => id);
  const counted = bound.filter((actor) => setting.outside(actor) && !itself(setting, active, actor));
  const own = active.ofBearer ? (counted.length > 0 ? counted : bound).map((actor) => setting.meaning.conditions(active, actor)) : [norm];
  const before = conditionSteps(sketch, norm.when, from, own.map(({ when }) => when));
  // A ban or a right that holds at all times waits for nothing.
  const idle = norm.when.kind === 'true' && (ban || (active.modality === 'right' && norm.unless.length === 0));
  const last = idle ? [] : ban ? before : norm.unless.reduce((steps, cond, i) => exceptionStep(sketch, cond, steps, own.map(({ unless }) => unless[i]!)), before);
  const article = articleName(setting.case_, norm.article);
  const deadline = setting.deadlineOf(norm.deadline) ?? (active.modality === 'duty' ? 'no time limit' : undefined);
  const text = termsOf(active);
  const step = sketch.step({
    id: `clause ${norm.id}`,
    kind,
    title: titleOf(setting, active),
    ...(text === '' ? {} : { text }),
    ...(article === undefined ? {} : { article }),
    ...(deadline === undefined ? {} : { deadline }),
    place: norm.place,
    cites: norm.provenance.cites,
    ...(bound.length > MOST_NAMED ? { bearerName: setting.nameOf(norm.bearer) } : {}),
    bearers: counted,
    hostileBearers: bound.filter((actor) => !setting.outside(actor)),
  }, last);
  // What takes a ban back leads to it from the side.
  if (ban) {
    for (const [i, cond] of norm.unless.entries()) {
      for (const exit of conditionSteps(sketch, cond, before, own.map(({ unless }) => unless[i]!))) if (!before.includes(exit)) sketch.edge(exit, step, 'lifts');
    }
  }
  return step;
}

/** Whether a right takes a ban back, so that it leads there too (docs/meaning.md, section 6). */
export function lifts({ meaning, world }: Setting, right: ActiveNorm, ban: ActiveNorm): boolean {
  if (overrides(world, ban, right)) return false;
  if (overrides(world, right, ban)) return true;
  if (right.instrument.id !== ban.instrument.id) return false;
  const acts = [...right.acts, ...right.permits];
  return [...right.binds.keys()].some((actor) =>
    pairsOf(meaning, right, actor, acts).some((pair) => pairsOf(meaning, ban, actor, ban.acts).some((wide) => isKind(meaning, pair.act, pair.target, wide.act, wide.target))),
  );
}

/** Whether a duty may fall due while a ban still forbids what it commands, so that it is not owed. */
export function standsAgainst({ meaning, outside }: Setting, ban: ActiveNorm, duty: ActiveNorm): boolean {
  const { manager: m } = meaning;
  return [...duty.binds.keys()].filter((actor) => ban.binds.has(actor) && outside(actor)).some((actor) => {
    const due = everTrue(meaning.guard(duty, actor));
    const forbidden = pairsOf(meaning, ban, actor, ban.acts);
    return pairsOf(meaning, duty, actor, duty.acts).some(({ act, target }) =>
      forbidden.some((wide) => isKind(meaning, act, target, wide.act, wide.target)) && m.and(due, m.not(everTrue(meaning.lawful(actor, act, target)))) !== FALSE);
  });
}

/** The act is aimed at nobody but the bearer, and nobody acts towards itself. */
function itself({ meaning }: Setting, active: ActiveNorm, actor: Id): boolean {
  return active.acts.length > 0 && pairsOf(meaning, active, actor, active.acts).every(({ target }) => target === actor);
}

/** 85,000; 5/2. */
const grouped = ({ num, den }: Rational): string => `${String(num).replace(/\B(?=(\d{3})+$)/g, ',')}${den === 1n ? '' : `/${den}`}`;

function titleOf(setting: Setting, { norm, modality }: ActiveNorm): string {
  const { action } = norm;
  if (action.kind === 'exceed') {
    const number = setting.meaning.numbers(action.max).find(({ when }) => when === TRUE);
    const label = setting.case_.attributes.get(action.attribute)?.label ?? action.attribute;
    if (number?.value !== undefined) return `Limit on ${label}: at most ${grouped(number.value)}`;
    return number?.least === undefined ? `Limit on ${label}` : `Limit on ${label}, still to be agreed: ${grouped(number.least)} or more`;
  }
  const does = actWords(setting, action.act, action.target);
  const WORDS: Record<ActiveNorm['modality'], string> = {
    duty: `Duty to ${does}`, right: `Right to ${does}`, ban: `Ban: shall not ${does}`, pledge: `Pledge to ${does}`, 'pledge-not': `Pledge not to ${does}`,
  };
  return WORDS[modality];
}

/** Who bears it together or alone, and with what means. */
function termsOf({ norm, modality, instrument }: ActiveNorm): string {
  return [
    norm.distribution === 'jointly' ? 'all of them jointly' : norm.distribution === 'any' ? 'any one of them: the text does not say which' : undefined,
    norm.discretion === 'own' ? 'by such action as each deems necessary' : norm.discretion === 'necessary' ? 'by such action as is necessary' : undefined,
    modality.startsWith('pledge') || instrument.political ? 'political, not binding in law' : undefined,
  ].filter((part) => part !== undefined).join('; ');
}
