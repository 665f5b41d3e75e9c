/**
 * Random norms.
 */
import type { Action, Cond, Id, Modality, Norm, NormRef, SetExpr } from '../../../model/src/case.js';
import { ALWAYS, attackOn, decided, norm, one, PLACE } from '../build.js';
import { condition, eventCondition, target } from './conditions.js';
import { reference } from './rules.js';
import { ACT_TREES, anySet, ATTRIBUTES, deadline, limit, type Freed, type Soil } from './soil.js';

const place = PLACE;

function treeOf(act: Id): number {
  return ACT_TREES.findIndex(tree => tree.some(([id]) => id === act));
}

/** The act itself, or one next to it in its tree. */
function near(soil: Soil, act: Id): Id {
  const { dice } = soil;
  const tree = ACT_TREES[treeOf(act)] ?? [];
  const parents = tree.flatMap(([id, ...general]) => (id === act ? general : []));
  const kinds = tree.flatMap(([id, ...general]) => (general.includes(act) ? [id] : []));
  return dice.weighted<Id>(
    [6, () => act],
    [parents.length > 0 ? 3 : 0, () => dice.pick(parents)],
    [kinds.length > 0 ? 2 : 0, () => dice.pick(kinds)],
  );
}

/** A norm: most are about the acts that promises are about. */
export function randomNorm(soil: Soil, victim: Id, home: Id, index: number): Norm {
  const { dice } = soil;
  const inside: Soil = { ...soil, inNorm: true };
  const freed = soil.freed.length > 0 && dice.chance(0.5) ? dice.pick(soil.freed) : undefined;
  if (freed !== undefined) return randomLimit(soil, freed, victim, home, index);
  const limited = dice.pick(ATTRIBUTES);
  const rival = soil.rivals && index === 1 && soil.wanted.length > 0 && home === soil.instruments[1];
  const core = rival || (index === 1 && soil.wanted.length > 0 && dice.chance(soil.rivals ? 1 : 0.75));
  const modality: Modality = rival ? 'ban' : core ? 'duty' : dice.weighted<Modality>([10, () => 'duty'], [5, () => 'ban'], [4, () => 'right'], [2, () => 'pledge'], [1, () => 'pledge-not']);
  const related = soil.wanted.length > 0 && (core || dice.chance(0.7)) ? dice.pick(soil.wanted) : undefined;
  const limits = related === undefined && (modality === 'ban' || modality === 'right') && dice.chance(0.5);
  const tree = limits ? -1 : related !== undefined ? treeOf(related.act) : dice.weighted<number>([8, () => 0], [2, () => 1], [1, () => 2]);
  const names = (ACT_TREES[tree] ?? []).map(([id]) => id);
  const action: Action = limits
    ? { kind: 'exceed', attribute: limited, max: limit(soil, limited) }
    : related === undefined
      ? { kind: 'act', act: dice.pick(names), target: target(soil, victim) }
      : { kind: 'act', act: rival ? related.act : near(soil, related.act), target: core || dice.chance(0.8) ? related.target : target(soil, victim) };
  const discretion = limits || !['duty', 'pledge', 'right'].includes(modality) ? 'none' : dice.pick(['none', 'none', 'own', 'necessary'] as const);
  const means = !limits && modality !== 'ban' && modality !== 'pledge-not' && dice.chance(discretion === 'none' ? 0.15 : 0.8) ? [dice.pick(names)] : [];
  const refs = (probability: number): NormRef[] => (dice.chance(probability) ? [normRef(soil)] : []);
  return norm(home, index, modality, related !== undefined && (core || dice.chance(0.65)) ? related.who : anySet(soil), action, {
    article: `${home}.art${String(dice.between(1, 2))}`,
    distribution: dice.weighted([6, () => 'each' as const], [1, () => 'jointly' as const], [2, () => 'any' as const]),
    when: rival && dice.chance(0.6) ? ALWAYS : core && dice.chance(0.6) ? coreWhen(inside, victim) : when(inside, victim, tree + 1),
    unless: dice.chance(0.15) ? [condition(inside, victim, tree + 1, 1)] : [],
    options: optionsAround(soil),
    deadline: deadline(soil, 0.3),
    discretion,
    means,
    subjectTo: refs(0.1),
    notwithstanding: refs(0.15),
    withoutPrejudice: refs(0.07),
  });
}

/** A limit on those whose freedom from limits is promised. */
function randomLimit(soil: Soil, freed: Freed, victim: Id, home: Id, index: number): Norm {
  const { dice } = soil;
  const attribute = dice.pick(freed.attributes);
  return norm(home, index, 'ban', dice.chance(0.7) ? freed.who : anySet(soil), { kind: 'exceed', attribute, max: limit(soil, attribute) }, {
    article: `${home}.art${String(dice.between(1, 2))}`, when: dice.chance(0.4) ? ALWAYS : when({ ...soil, inNorm: true }, victim, 0), options: optionsAround(soil),
  });
}

/** What the bearer itself has to do first: ask for it, agree, find that the case has arisen. */
function byItself({ dice, facts }: Soil): Cond {
  const who: SetExpr = { kind: 'role', role: 'bearer', place };
  return dice.weighted<Cond>(
    [1, () => ({ kind: 'request', who, any: false, place })],
    [2, () => ({ kind: 'consent', who, any: false, subject: 's1', place })],
    [facts.length, () => ({ kind: 'finds', determination: { who, any: false, fact: dice.pick(facts), deadline: { kind: 'none' } }, place })],
  );
}

/** What triggers most guarantees: the attack, and mostly a decision. */
function coreWhen(soil: Soil, victim: Id): Cond {
  if (soil.dice.chance(0.1)) return byItself(soil);
  if (soil.votes.length === 0 || soil.dice.chance(0.25)) return attackOn(one(victim));
  const taken = decided(reference(soil));
  return soil.dice.chance(0.5) ? taken : { kind: 'and', of: [attackOn(one(victim)), taken], place };
}

function when(soil: Soil, victim: Id, tree: number): Cond {
  const { dice } = soil;
  return dice.weighted<Cond>(
    [2, () => ALWAYS],
    [1, () => byItself(soil)],
    [2, () => eventCondition(soil, victim)],
    [soil.votes.length > 0 ? 3 : 0, () => decided(reference(soil))],
    [3, () => ({ kind: 'and', of: [eventCondition(soil, victim), condition(soil, victim, tree, 1)], place })],
    [4, () => condition(soil, victim, tree)],
  );
}

/** Options that a sentence stands under. */
export function optionsAround(soil: Soil): Id[] {
  const { dice } = soil;
  const issues = soil.issues.filter(i => i.range === undefined);
  return issues.filter(() => dice.chance(0.12)).map(i => dice.pick(i.options).id);
}

function normRef(soil: Soil): NormRef {
  const home = soil.dice.pick(soil.instruments);
  return { instrument: home, ...(soil.dice.chance(0.5) ? { article: `${home}.art${String(soil.dice.between(1, 2))}` } : {}), place };
}
