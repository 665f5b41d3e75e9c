/**
 * Random promises and scenarios.
 */
import type { Id, Promise_, PromiseExpr, Scenario, ScenarioEvent, SetExpr } from '../../../model/src/case.js';
import { event, promise, PLACE, scenario } from '../build.js';
import { fraction, type Rational } from '../rational.js';
import { quantifier, target } from './conditions.js';
import { reference } from './rules.js';
import { ACT_TREES, anySet, ATTRIBUTES, DATES, plainSet, REGIONS, type Freed, type Soil, type Wanted } from './soil.js';

const place = PLACE;

/** An act that is counted on; the norms that follow will speak of it. */
function wanted(soil: Soil, victim: Id, act: Id): Wanted {
  const { dice } = soil;
  const who: SetExpr = dice.weighted<SetExpr>(
    [8, () => ({ kind: 'group', id: 'Guarantors', place })],
    [3, () => ({ kind: 'role', role: 'others', place })],
    [2, () => ({ kind: 'difference', from: { kind: 'role', role: 'everyone', place }, without: { kind: 'actor', id: victim, place }, place })],
    [4, () => anySet(soil)],
  );
  const found: Wanted = { who, act, target: target(soil, victim) };
  soil.wanted.push(found);
  return found;
}

/** Whose freedom from limits is counted on; the norms that follow will limit them. */
function freed(soil: Soil): Freed {
  const { dice } = soil;
  const found: Freed = { who: anySet(soil), attributes: dice.some(ATTRIBUTES, dice.between(1, 2)) };
  soil.freed.push(found);
  return found;
}

function upTo({ dice }: Soil): { upTo?: Rational } {
  return dice.chance(0.6) ? { upTo: fraction(dice.pick([5, 10, 15])) } : {};
}

function part(soil: Soil, victim: Id, depth: number): PromiseExpr {
  const { dice } = soil;
  const acts = (ACT_TREES[0] ?? []).map(([id]) => id);
  const act = (): Id => (dice.chance(0.9) ? dice.pick(acts) : 'consult');
  const deep = depth > 0 ? 1 : 0;
  const inner = (): PromiseExpr => part(soil, victim, 0);
  return dice.weighted<PromiseExpr>(
    [16, () => ({ kind: 'act', quantifier: quantifier(soil), ...wanted(soil, victim, act()), place })],
    [soil.votes.length > 0 ? 2 : 0, () => ({ kind: 'decision', decision: reference(soil), place })],
    [2, () => ({ kind: 'free-to', ...wanted(soil, victim, act()), place })],
    [3, () => ({ kind: 'no-limit', ...freed(soil), ...upTo(soil), place })],
    [deep * 2, () => ({ kind: 'and', of: [inner(), inner()], place })],
    [deep * 2, () => ({ kind: 'or', of: [inner(), inner()], place })],
  );
}

/** A promise to the victim. */
export function randomPromise(soil: Soil, victim: Id, id: Id): Promise_ {
  const { dice } = soil;
  return promise(id, part(soil, victim, 1), {
    ...(dice.chance(0.25) ? { beneficiary: anySet(soil) } : {}),
    ...(dice.chance(0.3) ? { within: dice.pick([fraction(0), fraction(1), fraction(5, 2), fraction(3), fraction(10)]) } : {}),
  });
}

/** A scenario in which, mostly, somebody attacks the victim; now and then with a second event, or as a family. */
export function randomScenario(soil: Soil, victim: Id, id: Id): Scenario {
  const { dice } = soil;
  const everyAttacker = dice.chance(0.2);
  const rest = soil.named.filter(a => a !== victim);
  const lone = (): SetExpr => ({ kind: 'actor', id: dice.pick(rest.length > 0 ? rest : soil.named), place });
  const more = (date: boolean): Partial<ScenarioEvent> => ({
    event: dice.pick(['armed-attack', 'armed-attack', 'armed-attack', 'incursion', 'incursion', 'threat', 'sabotage']),
    ...(dice.chance(0.3) ? { region: dice.pick(REGIONS)[0] } : {}),
    ...(date && dice.chance(0.4) ? { date: dice.pick(DATES) } : {}),
  });
  const attackers = everyAttacker ? ({ kind: 'role', role: 'everyone', place } as const) : dice.chance(0.8) ? lone() : plainSet(soil, 2);
  const first = event(attackers, dice.chance(0.9) ? { kind: 'actor', id: victim, place } : plainSet(soil, 2), more(true));
  const second = dice.chance(0.15) ? [event(lone(), plainSet(soil, 1), more(true))] : [];
  return scenario(id, [first, ...second], {
    everyAttacker,
    ...(dice.chance(0.15) ? { siding: plainSet(soil, 1) } : {}),
    ...(dice.chance(0.15) ? { requester: anySet(soil, 0) } : {}),
    ...(dice.chance(0.2) ? { date: dice.pick(DATES) } : {}),
    facts: new Map(soil.facts.filter(() => dice.chance(0.5)).map(f => [f, dice.chance(0.6)] as const)),
  });
}
