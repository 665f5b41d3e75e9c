/**
 * Random small cases as data: for the comparison of the engine with the interpreter.
 */
import type { Actor, Arrangement, Body, BodyRule, Case, Decision, Fact, Group, Id, Issue, SetExpr } from '../../../model/src/case.js';
import { actor, body, caseOf, declared, issue, PLACE, PROVENANCE, set } from '../build.js';
import { fraction } from '../rational.js';
import { attackersOf, worldOf } from '../world.js';
import { texts } from '../texts.js';
import type { Question } from '../judge.js';
import { Dice } from './dice.js';
import { randomInstruments } from './instruments.js';
import { randomPromise, randomScenario } from './promises.js';
import { quorum, recusal, request, rule } from './rules.js';
import { ACT_TREES, anySet, ATTRIBUTES, deadline, EVENTS, ORGANISATION, plainSet, REGIONS, type Soil } from './soil.js';

const place = PLACE;
const NAMES = ['Arden', 'Boria', 'Corva', 'Delm', 'Estra'] as const;

/** A random case from an integer seed; the same seed, the same case. */
export function randomCase(seed: number): Case {
  const dice = new Dice(seed);
  const named = NAMES.slice(0, dice.weighted([1, () => 2], [6, () => 3], [3, () => 4], [1, () => 5]));
  const instruments = ['T', 'U'].slice(0, dice.between(1, 2));
  const rivals = instruments.length === 2 && dice.chance(0.3);
  const issues = randomIssues(dice);
  const facts = ['F', 'S'].slice(0, dice.between(0, 2));
  const soil: Soil = { dice, named: [...named], seats: [], groups: [], bodies: [], instruments, withParties: [], issues, facts, wanted: [], freed: [], rivals, votes: [] };
  const victim = dice.pick(named);
  const actors = [...named.map(id => randomActor(dice, id)), ...randomSeats(soil)];
  const groups = randomGroups(soil, victim);
  const bodies = dice.chance(0.5) ? randomBodies(soil) : [];
  soil.votes.push(...randomVotes(soil, bodies));
  soil.withParties.push(...soil.instruments.filter(() => dice.chance(0.4)));
  // Promises come first: norms speak mostly of what is promised.
  const promises = [randomPromise(soil, victim, 'Help')];
  return caseOf({
    actors,
    groups,
    bodies,
    acts: ACT_TREES.flat(),
    events: EVENTS,
    regions: REGIONS,
    facts: soil.facts.map((id): Fact => ({ ...declared(id), kind: id === 'S' ? 'step' : 'fact' })),
    attributes: ATTRIBUTES.map(declared),
    organisations: [{ ...declared(ORGANISATION), kind: 'organisation' }],
    instruments: randomInstruments(soil, victim, dice.weighted([1, () => 1], [3, () => 2], [3, () => 3], [3, () => 4], [1, () => 6])),
    issues: soil.issues,
    scenarios: [randomScenario(soil, victim, 'Attack')],
    promises,
    arrangements: [arrangement(soil)],
  });
}

/** A random question to a random case: one text, and one attacker of a family. Undefined if the family is empty. */
export function randomQuestion(case_: Case, seed: number): Question | undefined {
  const dice = new Dice(seed + 1);
  const options = [...dice.pick([...texts(case_, 'All')]).values()];
  const setting = { arrangement: 'All', scenario: 'Attack', options, ...(dice.chance(0.3) ? { asOf: '2027-01-01' } : {}) };
  const attackers = attackersOf(case_, setting);
  if (attackers.length === 0) return undefined;
  const attacker = dice.pick(attackers);
  const question: Question = { promise: 'Help', ...setting, ...(attacker === undefined ? {} : { attacker }) };
  worldOf(case_, question);
  return question;
}

function randomActor(dice: Dice, id: Id): Actor {
  const has = ATTRIBUTES.filter(() => dice.chance(0.9));
  return actor(id, Object.fromEntries(has.map(a => [a, dice.chance(0.1) ? fraction(15, 2) : dice.pick([0, 5, 10, 10, 20, 40])])));
}

function randomIssues(dice: Dice): Issue[] {
  const number = dice.weighted([3, () => 0], [5, () => 1], [3, () => 2]);
  const issues = ['I', 'J'].slice(0, number).map(id => issue(id, ['a', 'b', 'c'].slice(0, dice.between(2, 3)), dice.chance(0.3) ? 'reading' : 'negotiation'));
  if (!dice.chance(0.25)) return issues;
  return [...issues, { ...issue('K', []), range: { min: fraction(0), max: fraction(100) } }];
}

/** Two anonymous seats now and then; their group is the last one of the case. */
function randomSeats(soil: Soil): Actor[] {
  if (!soil.dice.chance(0.12)) return [];
  const number = soil.dice.between(1, 2);
  for (let i = 1; i <= number; i++) soil.seats.push(`Elected.${String(i)}`);
  return soil.seats.map((id, i) => actor(id, { population: 5 }, { group: 'Elected', index: i + 1 }));
}

/** Two or three actors, mostly without the victim. */
function allies(soil: Soil, victim: Id): Group['members'] {
  const others = soil.named.filter(a => a !== victim || soil.dice.chance(0.3));
  return set(...soil.dice.some(others, soil.dice.between(2, 3)));
}

function randomGroups(soil: Soil, victim: Id): Group[] {
  const groups = ['Guarantors', 'Partners'].slice(0, soil.dice.between(1, 2)).map((id): Group => {
    const isAllied = id === 'Guarantors' && soil.dice.chance(0.7);
    const others: SetExpr = { kind: 'difference', from: { kind: 'role', role: 'everyone', place }, without: { kind: 'group', id: 'Guarantors', place }, place };
    const isRest = id === 'Partners' && soil.dice.chance(0.2);
    return { ...declared(id), members: isAllied ? allies(soil, victim) : isRest ? others : plainSet(soil, 3) };
  });
  const seats: Group[] = soil.seats.length === 0 ? [] : [{ ...declared('Elected'), members: set(...soil.seats) }];
  soil.groups.push(...groups.map(g => g.id), ...seats.map(g => g.id));
  return [...groups, ...seats];
}

/** The Council; now and then with a body that casts one vote in it. */
function randomBodies(soil: Soil): Body[] {
  const bloc = soil.dice.chance(0.3) ? [randomBloc(soil)] : [];
  const council = randomCouncil(soil);
  return [bloc.length === 0 ? council : { ...council, blocs: bloc.map(b => b.id) }, ...bloc];
}

function bodyRule(soil: Soil, matters: readonly Id[], depth: number): BodyRule {
  const by = deadline(soil, 0.1);
  return { matters, rule: rule(soil, [], depth), ...(by.kind === 'none' ? {} : { deadline: by }), place, provenance: PROVENANCE };
}

/** A small body, which knows the Council's first matter by the same name. */
function randomBloc(soil: Soil): Body {
  const bound = body('Bloc', plainSet(soil, 2, 0), { matterNames: soil.dice.chance(0.5) ? ['peace'] : [] });
  const special = bound.matters.length > 0 && soil.dice.chance(0.7) ? [bodyRule(soil, bound.matters.map(m => m.id), 0)] : [];
  soil.bodies.push('Bloc');
  return {
    ...bound,
    rules: [...special, bodyRule(soil, [], 0)],
    recusals: soil.dice.chance(0.15) ? [recusal(soil, [])] : [],
    ...(soil.dice.chance(0.15) ? { quorum: quorum(soil) } : {}),
  };
}

function randomCouncil(soil: Soil): Body {
  const { dice } = soil;
  const withSeats = soil.seats.length > 0 && dice.chance(0.7);
  const members: SetExpr = withSeats ? { kind: 'union', of: [{ kind: 'group', id: 'Elected', place }, plainSet(soil, 2)], place } : plainSet(soil, 3);
  soil.bodies.push('Council');
  const bound = body('Council', members, { matterNames: ['peace', 'budget'] });
  const matters = bound.matters.map(m => m.id);
  const special = dice.chance(0.5) ? [bodyRule(soil, [dice.pick(matters)], 2)] : [];
  const any = dice.chance(0.9) ? [bodyRule(soil, [], 2)] : [];
  return {
    ...bound,
    rules: [...special, ...any],
    recusals: dice.chance(0.35) ? [recusal(soil, dice.chance(0.5) ? [dice.pick(matters)] : [])] : [],
    ...(dice.chance(0.3) ? { quorum: quorum(soil) } : {}),
  };
}

/** A question to a body, with the deadline of the rule that it decides by. */
function questionTo(soil: Soil, b: Body): Decision {
  const matter = b.matters.length > 0 && soil.dice.chance(0.8) ? soil.dice.pick(b.matters).id : undefined;
  const by = b.rules.find(r => r.matters.length === 0 || (matter !== undefined && r.matters.includes(matter)))?.deadline;
  return { voters: { kind: 'body', id: b.id, place }, body: b.id, ...(matter === undefined ? {} : { matter }), ballots: `${b.id}.${matter ?? 'any'}`, deadline: by ?? { kind: 'none' }, place };
}

/** One or two votes. The first may refer to the second in its rule. */
function randomVotes(soil: Soil, bodies: readonly Body[]): Decision[] {
  const { dice } = soil;
  const ofBody = bodies.slice(0, 1).map(b => questionTo(soil, b));
  if (ofBody.length > 0 && dice.chance(bodies.length > 1 ? 0.8 : 0.4)) return ofBody;
  const guarantors: SetExpr = { kind: 'group', id: 'Guarantors', place };
  const voters = dice.chance(0.35) ? guarantors : dice.chance(0.5) ? plainSet(soil, 3) : soil.named.length <= 3 ? anySet(soil, 0) : guarantors;
  const asked = dice.chance(0.05) ? { request: request(soil) } : {};
  return [{ voters, rule: rule(soil, ofBody), ballots: 'vote', deadline: { kind: 'none' }, ...asked, place }, ...ofBody];
}

function arrangement(soil: Soil): Arrangement {
  const { dice } = soil;
  const fixed = soil.issues.filter(i => i.range === undefined && dice.chance(0.15)).map(i => dice.pick(i.options).id);
  const instruments = soil.instruments.filter((_, i) => i === 0 || soil.rivals || dice.chance(0.9));
  return { ...declared('All'), instruments, options: fixed, ...(dice.chance(soil.rivals ? 0.8 : 0.15) ? { laterPrevails: true } : {}), promises: [], scenarios: [] };
}
