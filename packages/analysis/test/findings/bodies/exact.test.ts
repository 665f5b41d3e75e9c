/** What the findings about bodies rest on, against the interpreter, which tries every ballot: on random cases. And how long it takes for large bodies. */
import { Session } from '@casus/analysis';
import { FALSE, TRUE } from '@casus/diagrams';
import type { Case, Id } from '@casus/model';
import { budget, canAvoid, ORDINARY, passes, playAll, randomCase, Run, TooBig, worldOf, type PlayTable } from '@casus/oracle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { votesHeld, type Held } from '../../../src/findings/bodies/decided.js';
import { dictatorIn } from '../../../src/findings/bodies/dictator.js';
import { dummiesIn } from '../../../src/findings/bodies/dummy.js';
import { disjoint } from '../../../src/findings/bodies/two-majorities.js';
import type { CaseSubject } from '../../../src/findings/case.js';
import { caseOf, compileText } from '../../support/cases.js';

const RUNS = { numRuns: Number(process.env['CASUS_RANDOM'] ?? 2000) / 5 };

const subjectOf = (case_: Case): CaseSubject => ({ case: case_, session: new Session(case_), verdicts: [], understood: true, form: [] });

/** The case with an arrangement of everything and a scenario in which nothing happens. */
function widened(case_: Case): Case {
  const [scenario] = case_.scenarios.values();
  const [arrangement] = case_.arrangements.values();
  const { date: _date, requester: _requester, ...rest } = scenario!;
  const quiet = { ...rest, id: 'Quiet', events: [], everyAttacker: false, siding: { kind: 'union' as const, of: [], place: scenario!.place } };
  const every = { ...arrangement!, id: 'Every', instruments: [...case_.instruments.keys()], options: [] };
  return { ...case_, scenarios: new Map([...case_.scenarios, ['Quiet', quiet]]), arrangements: new Map([...case_.arrangements, ['Every', every]]) };
}

/** Every text: an option for each issue. */
function textsOf(case_: Case): Id[][] {
  let texts: Id[][] = [[]];
  for (const { options } of case_.issues.values()) if (options.length > 0) texts = texts.flatMap((text) => options.map(({ id }) => [...text, id]));
  return texts;
}

/** Every course of the vote in every text; nothing where they are too many. */
function tablesOf(case_: Case, { vote, occasion: { meaning, scenario, attacker } }: Held): readonly PlayTable[] | undefined {
  const texts = textsOf(case_);
  if (texts.length > 16) return undefined;
  const { date } = meaning.world;
  try {
    return texts.map((options) => {
      const world = worldOf(case_, { arrangement: 'Every', scenario: scenario?.id ?? 'Quiet', options, ...(attacker === undefined ? {} : { attacker }), ...(date === undefined ? {} : { asOf: date }) });
      return playAll((ask) => passes(new Run(world, ask, ORDINARY), vote.decision), budget(5000));
    });
  } catch (error) {
    if (error instanceof TooBig) return undefined;
    throw error;
  }
}

const wins = (table: PlayTable, coalition: readonly (Id | null)[]): boolean => canAvoid(table, ({ owner }) => owner !== null && coalition.includes(owner), () => undefined);

const subsets = (of: readonly Id[]): Id[][] => Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_actor, i) => (bits & (1 << i)) !== 0));

/** Whether some ballot of the actor ever makes a difference, the other choices being the same. */
function matters({ choices, lost }: PlayTable, actor: Id): boolean {
  const own = new Set(choices.flatMap(({ owner, values }, i) => (owner === actor && values.length === 4 ? [i] : [])));
  if (own.size === 0) return false;
  const fails = (values: readonly string[]): boolean => lost.some((course) => course.every(([i, value]) => values[i] === value));
  let all: string[][] = [[]];
  for (const { values } of choices) all = all.flatMap((before) => values.map((value) => [...before, value]));
  const outcomes = new Map<string, boolean>();
  return all.some((values) => {
    const others = values.filter((_, i) => !own.has(i)).join();
    const known = outcomes.get(others);
    const failed = fails(values);
    outcomes.set(others, failed);
    return known !== undefined && known !== failed;
  });
}

const MOST_CHOICES = 5;

let compared = 0;

function compare(case_: Case, held: Held): void {
  const tables = tablesOf(case_, held);
  if (tables === undefined) return;
  compared++;
  expect(held.passes === FALSE, 'never').toBe(tables.every(({ lost, courses }) => lost.length === courses));
  const players = [...new Set(tables.flatMap(({ owners }) => [...owners]))];
  if (players.length > 6) return;
  const two = tables.some((table) => !wins(table, []) && subsets(players).some((coalition) => wins(table, coalition) && wins(table, players.filter((player) => !coalition.includes(player)))));
  const pair = disjoint(held);
  expect(pair !== undefined, 'two majorities').toBe(two);
  if (pair !== undefined) {
    const [some, others] = pair.coalitions as [Id[], Id[]];
    expect(some.filter((actor) => others.includes(actor))).toEqual([]);
    expect(tables.some((table) => wins(table, some) && wins(table, others)), 'a text with both').toBe(true);
  }
  const alone = players.filter((player) => held.voters.includes(player) && tables.every((table) => subsets(players).every((coalition) => wins(table, coalition) === coalition.includes(player))));
  expect(dictatorIn(held), 'dictator').toBe(alone[0]);
  if (alone.length > 0 || held.passes === TRUE || held.passes === FALSE || tables.some(({ choices }) => choices.length > MOST_CHOICES)) return;
  const heard = held.counted.filter((actor) => tables.some((table) => matters(table, actor)));
  if (heard.length > 0) expect(dummiesIn(held), 'dummies').toEqual(held.counted.filter((actor) => !heard.includes(actor)));
}

describe('the votes of a case', () => {
  it('are what the interpreter finds by trying all ballots', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const case_ = randomCase(seed);
      const { quiet, inScenarios } = votesHeld(subjectOf(case_));
      for (const { held } of [...quiet, ...inScenarios]) for (const one of held) compare(widened(case_), one);
    }), RUNS);
    expect(compared).toBeGreaterThan(RUNS.numRuns / 4);
  });

  it('of 200 members take no more than a moment', () => {
    const names = Array.from({ length: 200 }, (_, i) => `S${i + 1}`);
    const text = `case "A large assembly"
attribute votes
actor ${names.map((name, i) => `${name} { votes: ${1 + (i % 7)} }`).join(', ')}
body Assembly {
  members ${names.join(', ')}
  matter important
  matter plain
  matter budget
  matter rest
  decides important by two thirds of those present and voting
  decides plain by a majority of the members
  decides budget by members with at least 600 of votes
  decides rest by at least 60 members and no S1 against
}`;
    const case_ = caseOf(compileText(text));
    const start = performance.now();
    const { quiet } = votesHeld(subjectOf(case_));
    const found = quiet.flatMap(({ held }) => held.map((one) => [one.passes === FALSE, disjoint(one) !== undefined, dummiesIn(one).length, dictatorIn(one)]));
    const milliseconds = performance.now() - start;
    expect(found).toEqual([
      [false, false, 0, undefined],
      [false, false, 0, undefined],
      [false, false, 0, undefined],
      [false, false, 0, undefined],
    ]);
    expect(milliseconds).toBeLessThan(20_000);
    if (process.env['CASUS_TIMES'] !== undefined) console.info(`200 members, four rules: ${milliseconds.toFixed(0)} ms`);
  });
});
