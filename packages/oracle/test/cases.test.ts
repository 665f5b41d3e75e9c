/**
 * The engine and the interpreter agree on the real cases: on every verdict that is small enough to try everything, and the witnesses of all
 * verdicts, whatever their size, replay.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge as judgeByDiagrams, judgeAll, type Cell, type Coalitions, type Verdict } from '@casus/analysis';
import type { Case, Promise_, PromiseExpr, Witness } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFiles, compileFolder, ROOT } from '../../analysis/test/support/cases.js';
import {
  ADVERSE, BALLOTS, generalisations, judge, replay, showTime, TooBig, worldOf, type Adverse, type Assignment, type OracleVerdict, type Question, type World,
} from '../src/index.js';

/** Evaluations that one verdict may take; more are left to the engine alone. */
const LIMIT = 20_000;

/** The fewest verdicts of each case that must really have been compared. */
const LEAST: Readonly<Record<string, number>> = { 'ukraine-2025': 85, 'budapest-memorandum': 30, 'istanbul-communique-2022': 0, 'istanbul-draft-2022': 60, 'north-atlantic-treaty': 0, 'un-charter': 0, 'european-union': 0, 'rio-treaty': 0, 'general-assembly': 0, 'league-covenant': 45, 'locarno': 0, 'rhineland-1936': 4, 'cyprus-1974': 15, 'cyprus-guarantee': 25, 'resolution-2231': 5, 'collective-security-treaty': 8 };

/**
 * Instruments with too many actors to try everything, and a smaller make of each: the same clauses with only these actors in every set, seats
 * included, and with the Council's nine votes made three.
 */
const SMALLER: Readonly<Record<string, readonly string[]>> = {
  'istanbul-communique-2022': ['Ukraine', 'CommuniqueStranger', 'Russia', 'China', 'Turkey'],
  'north-atlantic-treaty': ['Outsider', 'Norway', 'Turkey', 'UK', 'Ireland'],
  'un-charter': ['CharterVictim', 'CharterNeighbour', 'France', 'China'],
  'european-union': ['UnionStranger', 'UnionApplicant', 'Finland', 'Ireland', 'Germany', 'Malta'],
  'rio-treaty': ['RioStranger', 'Honduras', 'Guatemala', 'Brazil', 'Mexico'],
  'general-assembly': ['AssemblyVictim', 'AssemblyNeighbour', 'Russia'],
  'locarno': ['Germany', 'France', 'Belgium', 'Italy', 'UK', 'Poland'],
  'cyprus-guarantee': ['Cyprus', 'Greece', 'Turkey', 'UK', 'IslandStranger'],
  // The United States stand in a bracket, which is not cut.
  'resolution-2231': ['Iran', 'TradingState', 'Germany', 'US'],
  'collective-security-treaty': ['CstStranger', 'Kazakhstan', 'Armenia', 'Belarus', 'Georgia'],
};

const instrument = (name: string): Case => caseOf(compileFiles(`cases/instruments/${name}.casus`));
const instruments = readdirSync(join(ROOT, 'cases/instruments')).map((name) => name.replace(/\.casus$/, ''));

const rhineland = caseOf(compileFolder('cases/rhineland-1936'));

const cyprus = caseOf(compileFolder('cases/cyprus-1974'));

const CASES: readonly (readonly [string, Case, number])[] = [
  ['ukraine-2025', caseOf(compileFolder('cases/ukraine-2025')), LEAST['ukraine-2025']!],
  ['rhineland-1936', rhineland, LEAST['rhineland-1936']!],
  ['rhineland-1936, smaller', smaller(rhineland, ['Germany', 'France', 'Belgium', 'Italy', 'UK']), 10],
  ['cyprus-1974', cyprus, LEAST['cyprus-1974']!],
  ['cyprus-1974, smaller', smaller(cyprus, ['Cyprus', 'Greece', 'Turkey', 'UK', 'CoupForces', 'OutsideState']), 10],
  ...instruments.map((name) => [name, instrument(name), LEAST[name] ?? 1] as const),
  ...Object.entries(SMALLER).map(([name, kept]) => [`${name}, smaller`, smaller(instrument(name), kept), 10] as const),
];

/** The case with only these actors, and one seat of each group of seats. */
function smaller(case_: Case, kept: readonly string[]): Case {
  const stays = (id: string): boolean => kept.includes(id) || case_.actors.get(id)?.seat?.index === 1;
  const gone = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null || !('kind' in node)) return false;
    if (node.kind === 'during' && 'set' in node) return gone(node.set);
    return node.kind === 'actor' && 'id' in node && !stays(node.id as string);
  };
  const cut = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.filter((part) => !gone(part)).map(cut);
    if (node instanceof Map) return new Map([...node].map(([key, value]) => [key, cut(value)]));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'num' && value === 9n ? 3n : cut(value)]));
  };
  const { groups, bodies, instruments: texts } = case_;
  return {
    ...case_,
    actors: new Map([...case_.actors].filter(([id]) => stays(id))),
    groups: cut(groups) as Case['groups'],
    bodies: cut(bodies) as Case['bodies'],
    instruments: cut(texts) as Case['instruments'],
  };
}

const names = (coalition: readonly string[]): string => [...coalition].sort().join('+');
const listed = (coalitions: readonly (readonly string[])[]): string[] => coalitions.map(names).sort();

/** The question that leads to one cell of a verdict: its text fixed, its attacker named if there are several. */
function questionOf(case_: Case, verdict: Verdict, cell: Cell): Question {
  const { promise, arrangement, scenario, fixed, attackers } = verdict;
  const family = case_.scenarios.get(scenario)!.everyAttacker;
  return { promise, arrangement, scenario, options: [...new Set([...fixed, ...cell.text.values()])], ...(family ? { attacker: attackers[0]! } : {}) };
}

const OWED: ReadonlySet<string> = new Set(['automatic', 'collective', 'captive']);

function compare(cell: Cell, expected: OracleVerdict, name: string): void {
  const { details } = cell;
  const longest = details.longest && (details.longest.kind === 'days' ? showTime(details.longest.days) : details.longest.kind);
  const pledged = details.pledged ?? cell.strength;
  expect(
    {
      strength: cell.strength, meanwhile: cell.meanwhile, general: cell.general?.strength, half: details.game,
      vetoers: [...details.vetoers].sort(), abstain: details.othersAbstain, away: details.othersAway, defaults: details.defaults, longest,
      pledged: OWED.has(pledged) ? pledged : undefined,
      ends: details.ends.map(({ instrument, byHostile }) => [instrument, byHostile]),
      entries: details.entries.map(({ instrument, needsHostile }) => [instrument, needsHostile]),
    },
    name,
  ).toEqual({
    strength: expected.strength, meanwhile: expected.meanwhile, general: expected.general, half: expected.half,
    vetoers: [...expected.vetoers].sort(), abstain: expected.othersAbstain, away: expected.othersAbsent, defaults: expected.defaults,
    longest: expected.longest && showTime(expected.longest),
    pledged: expected.pledgedStrength,
    ends: expected.ends.map(({ instrument, attackerCan }) => [instrument, attackerCan]),
    entries: expected.entry.map(({ instrument, needsAttacker }) => [instrument, needsAttacker]),
  });
  same(details.holding, expected.holding, `${name}: holding`);
  same(details.stopping, expected.stopping, `${name}: stopping`);
  details.ends.forEach(({ coalitions }, i) => same(coalitions, expected.ends[i]!.game.holding(), `${name}: end`));
  details.entries.forEach(({ coalitions }, i) => same(coalitions, expected.entry[i]!.game.holding(), `${name}: entry`));
}

/** Exact count; and the coalitions, or as many of them as are listed. */
function same(found: Coalitions, expected: readonly (readonly string[])[], name: string): void {
  expect(found.count, name).toBe(BigInt(expected.length));
  const all = listed(expected);
  if (BigInt(found.first.length) === found.count) expect(listed(found.first), name).toEqual(all);
  else for (const coalition of found.first) expect(all, name).toContain(names(coalition));
}

/** What a witness does not name does not matter: it may fall out for the promise, too. */
const KIND: Adverse = (choice) => (choice.values === BALLOTS ? 'yes' : choice.values.includes('true') ? 'true' : choice.values.at(-1)!);

function values(case_: Case, world: World, witness: Witness, promise: Promise_, expr: PromiseExpr): boolean[] {
  const assignment: Assignment = new Map(witness.choices.map(({ key, value }) => [key, value]));
  const mode = { kind: 'promise', expr, at: promise.within ?? 'none', half: witness.half } as const;
  return [ADVERSE, KIND].map((adverse) => replay(case_, world, assignment, mode, adverse));
}

describe('the interpreter', () => {
  for (const [name, case_, least] of CASES) {
    const cells = judgeAll(case_).flatMap((verdict) => verdict.cells.map((cell) => ({ verdict, cell })));
    const called = ({ promise, arrangement, scenario, attackers }: Verdict, { strength }: Cell): string => `${promise} under ${arrangement} when ${scenario} (${attackers.join('+')}): ${strength}`;

    // Of those that are too large in every verdict, the smaller make is compared.
    if (least > 0) it(`agrees with every verdict of ${name} that is small enough`, { timeout: 300_000 }, () => {
      let compared = 0;
      const tooBig = new Set<string>();
      for (const { verdict, cell } of cells) {
        const question = questionOf(case_, verdict, cell);
        // What is too big in one scenario is not tried in the others.
        if (tooBig.has(`${verdict.promise} under ${verdict.arrangement}`)) continue;
        try {
          compare(cell, judge(case_, { ...question, limit: LIMIT }), called(verdict, cell));
          compared++;
        } catch (error) {
          if (!(error instanceof TooBig)) throw error;
          tooBig.add(`${verdict.promise} under ${verdict.arrangement}`);
        }
      }
      console.info(`${name}: ${compared} of ${cells.length} verdicts compared; too big: ${tooBig.size} promises`);
      expect(compared).toBeGreaterThanOrEqual(least);
    });

    it(`replays every witness of ${name}`, () => {
      let replayed = 0;
      for (const { verdict, cell } of cells) {
        const world = worldOf(case_, questionOf(case_, verdict, cell));
        const promise = case_.promises.get(verdict.promise)!;
        const { witness, consent } = cell.details;
        expect(values(case_, world, witness, promise, promise.expr), called(verdict, cell)).toEqual([witness.value, witness.value]);
        replayed++;
        if (consent === undefined) continue;
        expect(consent.value, called(verdict, cell)).toBe(true);
        const exprs = cell.strength === 'captive' ? [promise.expr] : generalisations(world, promise.expr);
        expect(exprs.some((expr) => values(case_, world, consent, promise, expr).every((value) => value)), `${called(verdict, cell)}: consent`).toBe(true);
        replayed++;
      }
      expect(replayed).toBeGreaterThanOrEqual(cells.length);
    });

    it(`finds in ${name} that the verdict on a text alone is the one on all texts`, () => {
      for (const { verdict, cell } of cells.filter(({ verdict: { cells: several } }) => several.length > 1)) {
        const { promise, arrangement, scenario, options, attacker } = questionOf(case_, verdict, cell);
        const [alone] = judgeByDiagrams(case_, { promise, arrangement, scenario, options: options ?? [], ...(attacker === undefined ? {} : { attacker }) });
        expect(alone!.cells.map(({ strength, meanwhile, general }) => [strength, meanwhile, general]), called(verdict, cell)).toEqual([[cell.strength, cell.meanwhile, cell.general]]);
      }
    });
  }
});
