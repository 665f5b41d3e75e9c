/**
 * Random negotiations: a small case, what is on the table, and who demands what of it.
 */
import type { Arrangement, Case, Fact, Id, Instrument, IsoDate, Negotiation, NegotiationRule, PositionLine, PositionVerb, Provenance, Source, Subject } from '../../../model/src/case.js';
import type { AgreeQuestion } from '../agreement/agree.js';
import { within } from '../agreement/table.js';
import { declared, PLACE, PROVENANCE } from '../build.js';
import { fraction } from '../rational.js';
import { randomCase } from './case.js';
import { Dice } from './dice.js';
import { randomSubject, type Matters } from './subjects.js';
import { smallTreaties } from './treaties.js';

const DAYS: readonly IsoDate[] = ['2031-01-10', '2031-02-10', '2031-03-10', '2031-04-10'];
const SOURCES: readonly (readonly [Id, string | undefined])[] = [['wire', 'B2'], ['gazette', 'A1'], ['rumour', 'E4'], ['unknown', 'F6'], ['blog', undefined], ['courier', 'C3']];

/** A case with a negotiation, and which of its lines are to count. */
export interface RandomNegotiation {
  readonly seed: number;
  readonly case_: Case;
  readonly question: AgreeQuestion;
}

/** A random negotiation from an integer seed; the same seed, the same negotiation. */
export function randomNegotiation(seed: number): RandomNegotiation {
  const dice = new Dice(seed ^ 0x5bd1e995);
  const ground = dice.chance(0.2) ? settled(randomCase(dice.below(2 ** 31))) : smallTreaties(dice);
  const steps = ['P', 'Q', 'R'].slice(0, dice.weighted([2, () => 0], [2, () => 1], [4, () => 2], [2, () => 3]));
  const facts = new Map([...ground.facts, ...steps.map((id): [Id, Fact] => [id, { ...declared(id), kind: 'step' }])]);
  const packages = dice.chance(0.3) ? [arrangement(dice, ground)] : [];
  const case_: Case = {
    ...ground, facts, arrangements: new Map([...ground.arrangements, ...packages.map((a): [Id, Arrangement] => [a.id, a])]),
    sources: new Map(SOURCES.map(([id, grade]): [Id, Source] => [id, { ...declared(id), ...(grade === undefined ? {} : { grade: { reliability: grade.charAt(0), credibility: grade.charAt(1) } }) }])),
  };
  const matters: Matters = { dice, case_, instruments: [...case_.instruments.keys()], arrangements: packages.map(a => a.id), steps, words: ['a bad peace', 'fair words'].slice(0, dice.between(1, 2)) };
  const positions = randomLines(matters);
  const table = dice.chance(0.8) ? [randomTable(matters)] : [];
  return { seed, case_: { ...case_, positions, negotiations: new Map(table.map(t => [t.id, t])) }, question: randomChoice(matters, positions) };
}

/** The case without conditions on which it depends who is bound at all: of these a text says nothing for certain. */
function settled(case_: Case): Case {
  const plain = ({ renewal: _renewal, provisional, ...rest }: Instrument): Instrument => ({ ...rest, accessions: [], ...(provisional?.since === undefined ? {} : { provisional }) });
  return { ...case_, instruments: new Map([...case_.instruments].map(([id, instrument]) => [id, plain(instrument)])) };
}

function arrangement(dice: Dice, case_: Case): Arrangement {
  const open = [...case_.issues.values()].filter(i => i.options.length > 0 && dice.chance(0.5));
  return { ...declared('Package'), instruments: dice.some([...case_.instruments.keys()], 2), options: open.map(i => dice.pick(i.options).id), ...(dice.chance(0.3) ? { laterPrevails: true } : {}), promises: [], scenarios: [] };
}

function named(case_: Case): Id[] {
  return [...case_.actors.values()].filter(a => a.seat === undefined).map(a => a.id);
}

function randomLines(matters: Matters): PositionLine[] {
  const { dice, case_ } = matters;
  const holders = [...named(case_), ...(case_.groups.has('Guarantors') && dice.chance(0.3) ? ['Guarantors'] : [])];
  const said: Subject[] = [];
  const counts = new Map<Id, number>();
  const speaksOfOrder = (s: Subject): boolean => within(s).some(({ kind }) => kind === 'order');
  const subject = (order = true): Subject => {
    const again = said.filter(s => order || !speaksOfOrder(s));
    const found = again.length > 0 && dice.chance(0.3) ? dice.pick(again) : randomSubject(matters, 1, order);
    said.push(found);
    return found;
  };
  return Array.from({ length: dice.between(3, 12) }, () => {
    const actor = dice.pick(holders);
    counts.set(actor, (counts.get(actor) ?? 0) + 1);
    return randomLine(matters, actor, counts.get(actor)!, subject);
  });
}

function randomLine({ dice, case_ }: Matters, actor: Id, index: number, subject: (order?: boolean) => Subject): PositionLine {
  const verb = dice.weighted<PositionVerb>([9, () => 'demands'], [7, () => 'refuses'], [3, () => 'offers'], [2, () => 'accepts'], [1, () => 'prefers'], [2, () => 'values'], [1, () => 'ranks']);
  const orders = verb !== 'prefers' && verb !== 'values' && verb !== 'ranks';
  const ranges = [...case_.issues.values()].filter(i => i.range !== undefined);
  const isScaled = verb === 'values' && ranges.length > 0 && dice.chance(0.4);
  const asksForPoints = verb === 'demands' && dice.chance(0.08);
  const range = ranges[0];
  const about: Subject = isScaled && range?.range !== undefined
    ? { kind: 'number', issue: range.id, bound: 'at-least', value: range.range.min }
    : asksForPoints ? { kind: 'points', least: fraction(dice.pick([4, 5, 10, 15])) } : subject(orders);
  const conditional = dice.chance({ demands: 0.2, refuses: 0.2, offers: 0.7, accepts: 0.6, prefers: 0, values: 0, ranks: 0 }[verb]);
  const [from, until] = dice.some(DAYS, 2);
  return {
    id: `${actor}.${String(index)}`, actor, verb, subject: about,
    ...(conditional && !asksForPoints ? { condition: subject() } : {}),
    ...(verb === 'prefers' ? { over: subject(false) } : {}),
    ...(verb === 'ranks' ? { then: Array.from({ length: dice.between(1, 2) }, () => subject(false)) } : {}),
    ...(verb !== 'values' ? {} : isScaled ? { scale: dice.chance(0.5) ? { lowest: fraction(0), highest: fraction(20) } : { lowest: fraction(15, 2), highest: fraction(0) } } : { points: fraction(dice.pick([5, 10, 25]), dice.pick([1, 1, 2])) }),
    ...((verb === 'demands' || verb === 'refuses') && dice.chance(0.35) ? { weight: fraction(dice.pick([1, 2, 3, 5]), dice.pick([1, 1, 2])) } : {}),
    ...(from !== undefined && dice.chance(0.55) ? { from } : {}),
    ...(until !== undefined && dice.chance(0.2) ? { until } : {}),
    place: PLACE, provenance: saidBy(dice),
  };
}

function saidBy(dice: Dice): Provenance {
  const cites = dice.some(SOURCES, dice.weighted([3, () => 0], [4, () => 1], [2, () => 2])).map(([source]) => ({ source, place: PLACE }));
  return { ...(dice.chance(0.9) ? { status: dice.pick(['stated', 'stated', 'reported', 'inferred'] as const) } : {}), cites };
}

/** What is on the table. */
function randomTable(matters: Matters): Negotiation {
  const { dice, case_ } = matters;
  const standing = matters.instruments.filter(() => dice.chance(0.15));
  const tabled = matters.instruments.filter(i => !standing.includes(i) && dice.chance(0.9));
  const open = [...case_.issues.values()].filter(i => i.options.length > 0 && dice.chance(0.12));
  return {
    ...declared('Talks'), instruments: tabled, standing,
    parties: dice.chance(0.25) ? dice.some([...named(case_), ...case_.groups.keys()], dice.between(1, 3)) : [],
    options: open.map(i => dice.pick(i.options).id),
    steps: dice.chance(0.4) ? dice.some(matters.steps, 2) : [],
    scenarios: dice.chance(0.4) ? [dice.pick([...case_.scenarios.keys()])] : [],
    rules: Array.from({ length: dice.weighted([5, () => 0], [3, () => 1], [2, () => 2]) }, () => randomRule(matters)),
  };
}

function randomRule(matters: Matters): NegotiationRule {
  const { dice } = matters;
  const subject = (): Subject => randomSubject(matters, 1);
  const parts = { place: PLACE, provenance: PROVENANCE };
  return dice.weighted<NegotiationRule>(
    [3, () => ({ kind: 'needs', of: subject(), other: subject(), ...parts })],
    [3, () => ({ kind: 'excludes', of: subject(), other: subject(), ...parts })],
    [3, () => ({ kind: 'count', bound: dice.pick(['exactly', 'at-least', 'at-most'] as const), count: dice.between(1, 2), of: Array.from({ length: dice.between(2, 3) }, subject), ...parts })],
  );
}

function randomChoice({ dice, case_ }: Matters, lines: readonly PositionLine[]): AgreeQuestion {
  return {
    ...(dice.chance(0.3) ? { asOf: dice.pick(DAYS) } : {}),
    ...(dice.chance(0.15) ? { among: dice.some([...named(case_), ...case_.groups.keys()], dice.between(1, 3)) } : {}),
    ...(dice.chance(0.1) ? { only: dice.some(['stated', 'reported', 'inferred'] as const, 2) } : {}),
    ...(dice.chance(0.1) ? { minGrade: dice.pick(['A1', 'B2', 'C3', 'E5']) } : {}),
    ...(dice.chance(0.15) ? { without: [dice.pick(lines).id] } : {}),
  };
}
