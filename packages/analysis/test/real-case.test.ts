/** The real case of August 2025: what issue 2 says must hold, asserted on the verdicts themselves and not through the author's `expect` lines. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { positionFindings } from '@casus/agreement';
import { check, judge, judgeAll, type Cell, type Verdict } from '@casus/analysis';
import { verifyCase } from '@casus/dossier';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFiles, compileFolder, evidenceIn, inOneLine, ROOT, SEEDS } from './support/cases.js';

const outcome = compileFolder('cases/ukraine-2025');
const case_ = caseOf(outcome);
const verdicts = judgeAll(case_);
const present = existsSync(SEEDS);
if (!present) console.info('packages/analysis/test/real-case.test.ts: quotations not verified, as ../shared/seeds is not there.');

const FIVE = ['China', 'France', 'Russia', 'UK', 'US'];

/** The only cell of a judgment: with the text fixed there is one. */
function cellOf(promise: string, arrangement: string, scenario: string, options: readonly string[] = []): Cell {
  const [verdict, ...more] = judge(case_, { promise, arrangement, scenario, options });
  expect(more).toEqual([]);
  expect(verdict!.cells).toHaveLength(1);
  return verdict!.cells[0]!;
}

const vetoers = (cell: Cell): string[] => [...cell.details.vetoers].sort();

/** Coalitions, each sorted, in the order of their names. */
const coalitions = (all: readonly (readonly string[])[]): string[] => all.map((one) => [...one].sort().join('+')).sort();

describe('the Istanbul framework with unanimity', () => {
  const help = cellOf('Help', 'Istanbul', 'RussiaAttacks');

  it('is captive when Russia attacks, and meanwhile the willing may act', () => {
    expect(help).toMatchObject({ strength: 'captive', meanwhile: 'voluntary' });
    expect(help.details).toMatchObject({ game: 'owed', othersAbstain: false, othersAway: false });
  });

  it('can be stopped by Russia, and by China alone, and by each other guarantor; only all five together can make it due', () => {
    expect(vetoers(help)).toEqual(FIVE);
    expect(help.details.holding).toEqual({ count: 1n, first: [FIVE] });
    expect(help.details.stopping.count).toBe(5n);
    expect(coalitions(help.details.stopping.first)).toEqual(FIVE);
  });

  it('stays captive with China on the side of Russia', () => {
    expect(cellOf('Help', 'Istanbul', 'RussiaWithChina')).toMatchObject({ strength: 'captive', meanwhile: 'voluntary' });
  });

  it('is captive and until then forbidden on the stricter reading', () => {
    const strict = cellOf('Help', 'IstanbulExclusive', 'RussiaAttacks');
    expect(strict).toMatchObject({ strength: 'captive', meanwhile: 'forbidden' });
    expect(vetoers(strict)).toEqual(FIVE);
    expect(strict.details.holding).toEqual({ count: 1n, first: [FIVE] });
  });

  it('is collective when another state attacks, on both readings, and each guarantor can still stop it', () => {
    for (const arrangement of ['Istanbul', 'IstanbulExclusive']) {
      const other = cellOf('Help', arrangement, 'BelarusAttacks');
      expect(other.strength).toBe('collective');
      expect(vetoers(other)).toEqual(FIVE);
      expect(other.details.stopping.count).toBe(5n);
    }
  });

  it('is collective with the attacker recused: the four others can make it due and each of them can stop it', () => {
    const recused = cellOf('Help', 'IstanbulRecused', 'RussiaAttacks');
    expect(recused.strength).toBe('collective');
    expect(vetoers(recused)).toEqual(FIVE.filter((actor) => actor !== 'Russia'));
    expect(recused.details.holding).toEqual({ count: 1n, first: [FIVE.filter((actor) => actor !== 'Russia')] });
  });

  it('is captive again with a recused attacker that has another guarantor on its side', () => {
    expect(cellOf('Help', 'IstanbulRecused', 'RussiaWithChina')).toMatchObject({ strength: 'captive', meanwhile: 'voluntary' });
  });

  it('is automatic with a duty of each: nobody can stop it, and it survives three defaults of the four that are left', () => {
    const each = cellOf('Help', 'IstanbulEach', 'RussiaAttacks');
    expect(each.strength).toBe('automatic');
    expect(each.details).toMatchObject({ vetoers: [], holding: { count: 1n, first: [[]] }, stopping: { count: 0n, first: [] }, defaults: 3 });
  });

  it('is collective by four of five: five coalitions of four, ten pairs that stop it', () => {
    const four = cellOf('Help', 'IstanbulMajority', 'RussiaAttacks');
    expect(four.strength).toBe('collective');
    expect(vetoers(four)).toEqual([]);
    expect([four.details.holding.count, four.details.stopping.count]).toEqual([5n, 10n]);
    expect(four.details.holding.first.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4]);
  });

  it('carries the votes of the Security Council over: each permanent member can stop it, China too', () => {
    const council = cellOf('Help', 'IstanbulCouncil', 'RussiaAttacks');
    expect(council).toMatchObject({ strength: 'captive', meanwhile: 'voluntary' });
    expect(vetoers(council)).toEqual(FIVE);
    // Nine of fifteen with all five: four of the ten elected seats.
    expect(council.details.holding.count).toBe(210n);
    // Five alone, or seven of the elected.
    expect(council.details.stopping.count).toBe(5n + 120n);
  });

  it('makes armed force as strong as help where what is necessary is owed', () => {
    for (const [arrangement, scenario] of [['Istanbul', 'RussiaAttacks'], ['Istanbul', 'BelarusAttacks'], ['IstanbulRecused', 'RussiaAttacks'], ['IstanbulEach', 'RussiaAttacks']] as const) {
      const force = cellOf('Force', arrangement, scenario);
      const aid = cellOf('Help', arrangement, scenario);
      expect([force.strength, force.meanwhile, vetoers(force)]).toEqual([aid.strength, aid.meanwhile, vetoers(aid)]);
    }
  });

  it('makes armed force hollow where each judges for itself', () => {
    expect(cellOf('Force', 'IstanbulOwnJudgment', 'RussiaAttacks')).toMatchObject({ strength: 'hollow', general: { strength: 'captive', act: 'assist' }, meanwhile: 'voluntary' });
    expect(cellOf('Force', 'IstanbulOwnJudgment', 'BelarusAttacks')).toMatchObject({ strength: 'hollow', general: { strength: 'collective', act: 'assist' } });
    expect(cellOf('Help', 'IstanbulOwnJudgment', 'RussiaAttacks')).toMatchObject({ strength: 'captive' });
  });
});

describe('the texts that the brackets of the Istanbul framework allow', () => {
  const [open] = judge(case_, { promise: 'Help', arrangement: 'IstanbulAnyText', scenario: 'RussiaAttacks' });

  it('are shared out among the strengths, counted and not listed', () => {
    const shares = new Map<string, bigint>();
    for (const { strength, meanwhile, texts } of open!.cells) {
      const key = [strength, meanwhile].filter((part) => part !== undefined).join(' ');
      shares.set(key, (shares.get(key) ?? 0n) + texts.count);
    }
    // Six rules, of which two are captive, three collective and one automatic; one reading in two forbids until then; nothing else matters.
    const twelfth = open!.texts / 12n;
    expect(open!.texts).toBeGreaterThanOrEqual(24n);
    expect(shares).toEqual(new Map([['automatic', 2n * twelfth], ['collective', 6n * twelfth], ['captive voluntary', 2n * twelfth], ['captive forbidden', 2n * twelfth]]));
  });

  it('have in each cell the verdict that they have when they are fixed', () => {
    for (const cell of open!.cells) {
      const fixed = cellOf('Help', 'IstanbulAnyText', 'RussiaAttacks', [...cell.text.values()]);
      expect([fixed.strength, fixed.meanwhile, vetoers(fixed), fixed.details.holding.count]).toEqual([cell.strength, cell.meanwhile, vetoers(cell), cell.details.holding.count]);
    }
  });
});

describe('the other systems', () => {
  it('NATO: some help is automatic, armed force hollow', () => {
    const help = cellOf('Help', 'Nato', 'AllyAttacked');
    expect(help.strength).toBe('automatic');
    expect(help.details.vetoers).toEqual([]);
    expect(cellOf('Force', 'Nato', 'AllyAttacked')).toMatchObject({ strength: 'hollow', general: { strength: 'automatic', act: 'assist' }, meanwhile: 'voluntary' });
    expect(cellOf('Help', 'Nato', 'RussiaAttacks').strength).toBe('voluntary');
  });

  it('Budapest, read narrowly: nothing is owed in a conventional attack', () => {
    expect(cellOf('Help', 'Budapest', 'RussiaAttacks').strength).toBe('voluntary');
    expect(cellOf('CouncilSought', 'Budapest', 'RussiaAttacks').strength).toBe('voluntary');
    expect(cellOf('CouncilSought', 'BudapestWide', 'RussiaAttacks').strength).toBe('automatic');
    expect(cellOf('Help', 'BudapestWide', 'RussiaAttacks').strength).toBe('voluntary');
  });

  it('the Security Council: measures against Russia are captive under Chapter VII, though abstention is prescribed under Chapter VI', () => {
    for (const promise of ['CouncilMeasures', 'CouncilForce']) {
      const cell = cellOf(promise, 'Council', 'RussiaAttacks');
      expect(cell.strength).toBe('captive');
      expect(vetoers(cell)).toEqual(FIVE);
      expect([cell.details.holding.count, cell.details.stopping.count]).toEqual([210n, 125n]);
      // The abstention of the attacker would let it pass: it is the vote against that stops it.
      expect(cell.details.othersAbstain).toBe(true);
      expect(cellOf(promise, 'Council', 'BelarusAttacks').strength).toBe('collective');
    }
    const settlement = cellOf('CouncilSettlement', 'Council', 'RussiaAttacks');
    expect(settlement.strength).toBe('collective');
    expect(vetoers(settlement)).toEqual(FIVE.filter((actor) => actor !== 'Russia'));
  });

  it('the coalition of the willing: voluntary, kept if the pledges are, and the attacker cannot stop it', () => {
    for (const promise of ['Presence', 'Help', 'Force']) {
      const cell = cellOf(promise, 'Coalition', 'RussiaAttacks');
      expect(cell.strength).toBe('voluntary');
      expect(cell.details.vetoers).toEqual([]);
      for (const stopping of cell.details.stopping.first) expect(stopping).not.toContain('Russia');
    }
    expect(cellOf('Presence', 'Coalition', 'RussiaAttacks').details.pledged).toBe('automatic');
    expect(cellOf('Help', 'Coalition', 'RussiaAttacks').details.pledged).toBe('automatic');
  });

  it('the coalition of the willing: a text that bans it stops it', () => {
    expect(cellOf('Presence', 'CoalitionUnderIstanbul', 'RussiaAttacks').strength).toBe('forbidden');
    expect(cellOf('Help', 'CoalitionUnderIstanbul', 'RussiaAttacks')).toMatchObject({ strength: 'captive', meanwhile: 'forbidden' });
  });
});

describe('the whole case', () => {
  const full = check(case_, outcome.findings, present ? evidenceIn(case_, SEEDS) : undefined, { also: positionFindings() });
  const without = check(case_, outcome.findings, verifyCase(case_, new Map()), { also: positionFindings() });

  it('has no finding of error level that its author has not confirmed', () => {
    for (const { findings } of [full, without]) {
      expect(findings.filter(({ severity, confirmedBy }) => severity === 'error' && confirmedBy === undefined).map(inOneLine)).toEqual([]);
    }
  });

  it('has the same verdicts with the documents and without them', () => {
    expect(without.verdicts).toEqual(full.verdicts);
    expect(without.verdicts).toEqual(verdicts);
  });

  it('says without the documents what could not be verified, and where to get it', () => {
    const missing = without.findings.filter(({ code }) => code === 'sources/not-verified');
    const sources = [...case_.sources.values()].filter(({ place }) => place.file.startsWith('cases/'));
    expect(sources.length).toBeGreaterThan(5);
    expect(missing.length).toBeGreaterThan(5);
    for (const { message } of missing) expect(message).toMatch(/could not be verified: its text is not at hand \(.+\)\.$/);
  });

  it.skipIf(!present)('quotes the five documents exactly', () => {
    const evidence = evidenceIn(case_, SEEDS);
    const documents = new Set(['000', '001', '002', '003', '004']);
    const within = (id: string): string | undefined => {
      const source = case_.sources.get(id);
      return source?.text?.slice(0, 3) ?? (source?.within === undefined ? undefined : within(source.within));
    };
    const quoted = evidence.citations.filter(({ citation }) => documents.has(within(citation.source) ?? '') && citation.phrase !== undefined);
    const counts = [...documents].map((document) => [document, quoted.filter(({ citation }) => within(citation.source) === document).length] as const);
    console.info(`quotations verified: ${counts.map(([document, count]) => `${document}: ${count}`).join(', ')}; all citations: ${JSON.stringify(evidence.counts)}`);
    expect(quoted.filter(({ status }) => status !== 'verified').map(({ citation, status }) => [citation.place.file, citation.place.line, status])).toEqual([]);
    for (const [document, count] of counts) expect(count, document).toBeGreaterThan(0);
    expect(evidence.digestDifferences).toEqual([]);
  });

  it('judges every arrangement in every scenario that it names', () => {
    const judged = (arrangement: string): Verdict[] => verdicts.filter((verdict) => verdict.arrangement === arrangement);
    for (const arrangement of case_.arrangements.values()) expect(judged(arrangement.id).length, arrangement.id).toBeGreaterThan(0);
    expect(judged('IstanbulRecused').filter(({ scenario }) => scenario === 'GuarantorAttacks').map(({ attackers }) => attackers).flat().sort()).toEqual([...FIVE, ...FIVE].sort());
  });
});

describe('the instruments of the library', () => {
  for (const file of readdirSync(join(ROOT, 'cases/instruments')).filter((name) => name.endsWith('.casus'))) {
    it(`${file} holds`, () => {
      const made = compileFiles(`cases/instruments/${file}`);
      const { findings, verdicts: found } = check(caseOf(made), made.findings, undefined);
      expect(found.length).toBeGreaterThan(0);
      expect(findings.filter(({ severity, confirmedBy }) => severity === 'error' && confirmedBy === undefined).map(inOneLine)).toEqual([]);
    });
  }
});
