/**
 * Random conditions and targets.
 */
import type { Cond, Determination, Id, Quantifier, SetExpr, Target } from '../../../model/src/case.js';
import { PLACE } from '../build.js';
import { fraction } from '../rational.js';
import { reference, request } from './rules.js';
import { ACT_TREES, anySet, ATTRIBUTES, bracketed, deadline, EVENTS, ORGANISATION, plainSet, REGIONS, ROLES, type Soil } from './soil.js';

const place = PLACE;

/** How many of a set. */
export function quantifier(soil: Soil): Quantifier {
  const { dice } = soil;
  return dice.weighted<Quantifier>(
    [2, () => ({ kind: 'all' })],
    [5, () => ({ kind: 'at-least', count: dice.pick([1, 1, 1, 2]) })],
    [1, () => ({ kind: 'share', share: dice.pick([fraction(1, 3), fraction(1, 2)]), attribute: dice.pick(ATTRIBUTES), strict: dice.chance(0.5) })],
  );
}

/** A target; mostly the victim. */
export function target(soil: Soil, victim: Id): Target {
  const { dice } = soil;
  return dice.weighted<Target>(
    [8, () => ({ kind: 'thing', id: victim })],
    [3, () => ({ kind: 'none' })],
    [4, () => ({ kind: 'role', role: 'victim' })],
    [2, () => ({ kind: 'role', role: dice.pick(soil.inNorm === true ? [...ROLES, 'bearer' as const] : ROLES) })],
    [soil.inNorm === true ? 2 : 0, () => ({ kind: 'role', role: 'bearer' })],
    [1, () => ({ kind: 'each', set: plainSet(soil, 2) })],
    [1, () => ({ kind: 'one-another' })],
    [1, () => ({ kind: 'thing', id: ORGANISATION })],
  );
}

/** That an event happens, mostly the one that the scenarios have. */
export function eventCondition(soil: Soil, victim: Id): Cond {
  const { dice } = soil;
  const kinds = ['armed-attack', 'armed-attack', 'armed-attack', 'armed-attack', 'armed-attack', 'armed-attack', 'threat', ...EVENTS.map(([id]) => id)];
  const regions = (): Id[] => dice.some(REGIONS.map(([id]) => id), dice.between(1, 2));
  const on: SetExpr = dice.weighted<SetExpr>(
    [5, () => ({ kind: 'actor', id: victim, place })],
    [3, () => ({ kind: 'role', role: 'victim', place })],
    [2, () => anySet(soil)],
  );
  return {
    kind: 'event', event: dice.pick(kinds), on, place,
    ...(dice.chance(0.15) ? { by: anySet(soil, 0) } : {}),
    ...(dice.chance(0.2) ? { within: regions() } : {}),
    ...(dice.chance(0.1) ? { outside: regions() } : {}),
  };
}

/** A determination of a fact. */
function determination(soil: Soil, dated: number): Determination {
  const { dice } = soil;
  return {
    who: anySet(soil, 0), any: dice.chance(0.4), fact: dice.pick(soil.facts), deadline: deadline(soil, dated),
    ...(dice.chance(0.25) ? { request: request(soil) } : {}),
  };
}

/** A condition. `tree` is the first tree of acts that it may ask about. */
export function condition(soil: Soil, victim: Id, tree: number, depth = 2): Cond {
  const { dice } = soil;
  const acts = ACT_TREES.slice(tree).flat().map(([id]) => id);
  const deep = depth > 0 ? 1 : 0;
  const votes = soil.votes.length > 0 ? 1 : 0;
  const inner = (): Cond => condition(soil, victim, tree, depth - 1);
  const make = (): Cond =>
    dice.weighted<Cond>(
      [1, () => ({ kind: 'true', place })],
      [5, () => eventCondition(soil, victim)],
      [votes * 9, () => ({ kind: 'decided', decision: reference(soil), place })],
      [votes * 2, () => ({ kind: 'failing', decision: reference(soil), place })],
      [acts.length > 0 ? 3 : 0, () => ({ kind: 'did', quantifier: quantifier(soil), who: anySet(soil), act: dice.pick(acts), target: target(soil, victim), place })],
      [2, () => ({ kind: 'consent', who: anySet(soil, 0), any: dice.chance(0.5), subject: dice.pick(['s1', 's2']), place })],
      [2, () => ({ kind: 'request', ...request(soil), place })],
      [soil.facts.length, () => ({ kind: 'fact', fact: dice.pick(soil.facts), place })],
      [soil.facts.length, () => ({ kind: 'finds', determination: determination(soil, 0.3), place })],
      [soil.facts.length, () => ({ kind: 'unfound', determination: determination(soil, 0.8), place })],
      [votes, () => ({ kind: 'opted-out', who: anySet(soil, 0), any: dice.chance(0.6), decision: reference(soil), place })],
      [2, () => ({ kind: dice.pick(['signed', 'ratified'] as const), quantifier: quantifier(soil), who: anySet(soil, 0), instrument: dice.pick(soil.instruments), place })],
      [1, () => ({ kind: 'withdrawn', quantifier: quantifier(soil), who: anySet(soil, 0), instrument: dice.pick(soil.instruments), place })],
      [deep * 4, () => ({ kind: 'and', of: [inner(), inner()], place })],
      [deep * 3, () => ({ kind: 'or', of: [inner(), inner()], place })],
      [deep, () => ({ kind: 'not', of: inner(), place })],
      [deep * 2, () => ({ kind: 'after', delay: deadline(soil, 0.9), of: inner(), place })],
    );
  return bracketed(soil, make, depth === 2 ? 0.08 : 0.03);
}
