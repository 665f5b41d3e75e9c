import { describe, expect, it } from 'vitest';
import { Session, type Cell, type Coalitions, type Details, type Verdict } from '@casus/analysis';
import type { Case, Witness } from '@casus/model';
import { describe as print, judge, randomJudgment, replay, showTime, texts, type Assignment, type OracleVerdict, type Question } from '../src/index.js';

/** How many random cases; 2,000 at each run, more by `CASUS_RANDOM=1000000`, other ones by `CASUS_SEED`. */
const RUNS = Number(process.env['CASUS_RANDOM'] ?? 2000);
const FIRST = Number(process.env['CASUS_SEED'] ?? 1);
const PART = 100;

/** Coalitions that differ only in which seats of a group they hold are listed once. */
const kinds = (case_: Case, coalitions: readonly (readonly string[])[]): string =>
  [...new Set(coalitions.map((c) => [...c].sort().map((actor) => case_.actors.get(actor)?.seat?.group ?? actor).join('+')))].sort().join(' | ');

const OWED: ReadonlySet<string> = new Set(['automatic', 'collective', 'captive']);

/** What both sides say of one text, in one form. */
function ofEngine(case_: Case, cell: Cell): Record<string, unknown> {
  const list = (coalitions: Coalitions): string => kinds(case_, coalitions.first);
  const d: Details = cell.details;
  const longest = d.longest && (d.longest.kind === 'days' ? showTime(d.longest.days) : d.longest.kind);
  return {
    strength: cell.strength, meanwhile: cell.meanwhile, general: cell.general?.strength, game: d.game,
    vetoers: [...d.vetoers].sort().join(' '),
    holding: list(d.holding), stopping: list(d.stopping), counts: `${d.holding.count} ${d.stopping.count}`,
    withHostile: d.withHostile && `${[...d.withHostile.vetoers].sort().join(' ')}: ${d.withHostile.stopping.count} ${list(d.withHostile.stopping)}`,
    abstain: d.othersAbstain, away: d.othersAway, defaults: d.defaults, longest,
    pledged: OWED.has(d.pledged ?? cell.strength) ? (d.pledged ?? cell.strength) : undefined,
    ends: d.ends.map((e) => `${e.instrument} ${e.byHostile} ${list(e.coalitions)}`),
    suspends: d.suspensions.map((e) => `${e.instrument} ${e.byHostile} ${list(e.coalitions)}`),
    entries: d.entries.map((e) => `${e.instrument} ${e.needsHostile} ${list(e.coalitions)}`),
  };
}

function ofOracle(case_: Case, v: OracleVerdict): Record<string, unknown> {
  const listed = (coalitions: readonly (readonly string[])[]): string => kinds(case_, coalitions);
  return {
    strength: v.strength, meanwhile: v.meanwhile, general: v.general, game: v.half,
    vetoers: [...v.vetoers].sort().join(' '),
    holding: listed(v.holding), stopping: listed(v.stopping), counts: `${v.holding.length} ${v.stopping.length}`,
    withHostile: v.stoppingWithHostile && `${v.stoppingWithHostile.filter((c) => c.length === 1).flat().sort().join(' ')}: ${v.stoppingWithHostile.length} ${listed(v.stoppingWithHostile)}`,
    abstain: v.othersAbstain, away: v.othersAbsent, defaults: v.defaults, longest: v.longest === undefined ? undefined : showTime(v.longest),
    pledged: v.pledgedStrength,
    ends: v.ends.map((e) => `${e.instrument} ${e.attackerCan} ${listed(e.game.holding())}`),
    suspends: v.suspends.map((e) => `${e.instrument} ${e.attackerCan} ${listed(e.game.holding())}`),
    entries: v.entry.map((e) => `${e.instrument} ${e.needsAttacker} ${listed(e.game.holding())}`),
  };
}

function replayed(case_: Case, v: OracleVerdict, question: Question, witness: Witness): boolean {
  const assignment: Assignment = new Map(witness.choices.map(({ key, value }) => [key, value]));
  const promise = case_.promises.get(question.promise)!;
  return replay(case_, v.world, assignment, { kind: 'promise', expr: promise.expr, at: promise.within ?? 'none', half: witness.half });
}

function compare(seed: number): void {
  const { case_, question } = randomJudgment(seed);
  const context = (): string => `seed ${seed}\n${print(case_)}\n${JSON.stringify({ ...question })}`;
  const session = new Session(case_);
  const tally = new Map<string, bigint>();
  let total = 0n;
  const judged: { text: Map<string, string>; expected: OracleVerdict }[] = [];
  const scope = question.options ?? [];
  for (const text of texts(case_, question.arrangement)) {
    const fixed = new Set(scope.map((option) => case_.options.get(option)?.issue));
    if (scope.some((option) => text.get(case_.options.get(option)!.issue) !== undefined && text.get(case_.options.get(option)!.issue) !== option)) continue;
    const options = [...[...text].filter(([issue]) => !fixed.has(issue)).map(([, option]) => option), ...scope];
    const exact = { ...question, options };
    const expected = judge(case_, exact);
    const verdicts: readonly Verdict[] = session.judge(exact);
    expect(verdicts.length, context()).toBe(1);
    expect(verdicts[0]!.cells.length, context()).toBe(1);
    const cell = verdicts[0]!.cells[0]!;
    expect(ofEngine(case_, cell), context()).toEqual(ofOracle(case_, expected));
    expect(replayed(case_, expected, exact, cell.details.witness), `${context()}\nwitness ${JSON.stringify(cell.details.witness)}`).toBe(cell.details.witness.value);
    if (cell.details.consent !== undefined && cell.strength === 'captive') {
      expect(cell.details.consent.value, context()).toBe(true);
      expect(replayed(case_, expected, exact, cell.details.consent), `${context()}\nconsent ${JSON.stringify(cell.details.consent)}`).toBe(true);
    }
    const key = [expected.strength, expected.meanwhile, expected.general].join(' ');
    tally.set(key, (tally.get(key) ?? 0n) + 1n);
    total++;
    judged.push({ text, expected });
  }
  // All texts at once: the same shares, counted and not enumerated, and of each text the details of the cell that it is in.
  const open = session.judge({ ...question })[0]!;
  const counted = new Map<string, bigint>();
  for (const cell of open.cells) {
    expect(cell.texts.count > 0n, `${context()}\na cell without texts`).toBe(true);
    const key = [cell.strength, cell.meanwhile, cell.general?.strength].join(' ');
    counted.set(key, (counted.get(key) ?? 0n) + cell.texts.count);
  }
  for (const [key, count] of counted) {
    expect(count * total, `${context()}\nopen ${key}`).toBe((tally.get(key) ?? 0n) * open.texts);
    tally.delete(key);
  }
  expect([...tally.keys()], context()).toEqual([]);
  for (const { text, expected } of judged) {
    const cells = open.cells.filter(({ texts }) => texts.when.some((conjunction) => conjunction.every(({ option, taken }) => (text.get(case_.options.get(option)!.issue) === option) === taken)));
    expect(cells.length, `${context()}\n${[...text.values()].join(' ')}`).toBe(1);
    if (cells[0]!.varies !== true) expect(ofEngine(case_, cells[0]!), `${context()}\n${[...text.values()].join(' ')}`).toEqual(ofOracle(case_, expected));
  }
}

describe('the engine and the interpreter, which share no code, agree on random instruments', () => {
  for (let start = 0; start < RUNS; start += PART) {
    const size = Math.min(PART, RUNS - start);
    it(`cases ${FIRST + start} to ${FIRST + start + size - 1}`, { timeout: 600_000 }, () => {
      for (let i = 0; i < size; i++) compare(FIRST + start + i);
    });
  }
});
