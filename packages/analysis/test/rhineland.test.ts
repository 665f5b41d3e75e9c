/** The case of March 1936: what the literature holds of Locarno and the Covenant, asserted on the verdicts themselves and not through the author's `expect` lines. */
import { positionFindings } from '@casus/agreement';
import { check, judge, judgeAll, type Cell } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFolder, inOneLine } from './support/cases.js';

const outcome = compileFolder('cases/rhineland-1936');
const case_ = caseOf(outcome);

/** The only cell of a judgment: with the text fixed there is one. */
function cellOf(promise: string, arrangement: string, scenario: string): Cell {
  const [verdict, ...more] = judge(case_, { promise, arrangement, scenario });
  expect(more).toEqual([]);
  expect(verdict!.cells).toHaveLength(1);
  return verdict!.cells[0]!;
}

const sorted = (all: readonly (readonly string[])[]): string[] => all.map((one) => [...one].sort().join('+')).sort();
const vetoers = (cell: Cell): string[] => [...cell.details.vetoers].sort();

describe('help of the two outside guarantors', () => {
  it('is owed upon the word of either, and only both together can stop it; Germany cannot', () => {
    const help = cellOf('Help', 'Texts', 'ZoneEntry');
    expect(help.strength).toBe('collective');
    expect(vetoers(help)).toEqual([]);
    expect(sorted(help.details.holding.first)).toEqual(['Italy', 'UK']);
    expect(sorted(help.details.stopping.first)).toEqual(['Italy+UK']);
  });

  it('waits for each guarantor’s own finding, whatever the fact is', () => {
    for (const promise of ['Help', 'BothHelp', 'Force', 'OwnAction']) {
      const [entry, flagrant] = ['ZoneEntry', 'FlagrantEntry'].map((scenario) => cellOf(promise, 'Texts', scenario));
      expect([flagrant!.strength, vetoers(flagrant!)], promise).toEqual([entry!.strength, vetoers(entry!)]);
    }
  });

  it('needs both where it is promised by both', () => {
    expect(vetoers(cellOf('BothHelp', 'Texts', 'ZoneEntry'))).toEqual(['Italy', 'UK']);
  });

  it('is automatic once the Council has found the breach: no vote is left, and it survives one default', () => {
    const help = cellOf('Help', 'AfterFinding', 'ZoneHeld');
    expect(help.strength).toBe('automatic');
    expect(help.details).toMatchObject({ vetoers: [], defaults: 1 });
  });

  it('is never armed force: that stays each guarantor’s own choice', () => {
    expect(cellOf('Force', 'Texts', 'ZoneEntry')).toMatchObject({ strength: 'hollow', meanwhile: 'voluntary' });
    expect(cellOf('Force', 'AfterFinding', 'ZoneHeld')).toMatchObject({ strength: 'hollow', general: { strength: 'automatic' } });
  });

  it('is owed to Germany too, when France or Belgium attacks it, and to nobody when Italy attacks', () => {
    for (const scenario of ['FranceAttacks', 'BelgiumAttacks']) expect(cellOf('Help', 'Texts', scenario).strength).toBe('collective');
    expect(cellOf('Help', 'Texts', 'ItalyAttacks').strength).toBe('voluntary');
  });

  it('is owed to nobody if Locarno has lapsed', () => {
    expect(cellOf('Help', 'WithoutLocarno', 'ZoneEntry').strength).toBe('voluntary');
    expect(cellOf('ZoneOpen', 'WithoutLocarno', 'ZoneEntry').strength).toBe('forbidden');
  });
});

describe('the Council', () => {
  it('can find the breach without Germany; every member that counts can stop it', () => {
    const finding = cellOf('CouncilFinds', 'Texts', 'ZoneEntry');
    expect(finding.strength).toBe('collective');
    const named = vetoers(finding).filter((id) => case_.actors.get(id)!.seat === undefined);
    expect(named).toEqual(['Italy', 'UK', 'USSR']);
    expect(vetoers(finding)).toHaveLength(named.length + 10);
  });

  it('could have been stopped by Germany at its table if every vote counted; the guarantors’ own findings could not', () => {
    const finding = cellOf('CouncilFinds', 'TextsAllVotes', 'ZoneEntry');
    expect(finding.strength).toBe('captive');
    expect(finding.details.vetoers).toContain('Germany');
    expect(cellOf('Help', 'TextsAllVotes', 'ZoneEntry').strength).toBe('collective');
  });

  it('is not stopped by abstentions: practice takes them as absences', () => {
    expect(cellOf('CouncilFinds', 'Texts', 'ZoneEntry').details).toMatchObject({ othersAbstain: true, othersAway: true });
  });
});

describe('beside Locarno', () => {
  it('the Covenant severs trade upon war, and not upon the entry', () => {
    expect(cellOf('Severance', 'Texts', 'AttackOnFrance').strength).toBe('automatic');
    expect(cellOf('Severance', 'Texts', 'ZoneEntry').strength).toBe('voluntary');
  });

  it('Belgium owes France its help until its release and is owed help after it', () => {
    expect(cellOf('BelgianHelp', 'Texts', 'AttackOnFrance').strength).toBe('collective');
    expect(cellOf('BelgianHelp', 'Texts', 'AttackOnFranceLater').strength).toBe('voluntary');
    expect(cellOf('Help', 'Texts', 'AttackOnFranceLater').strength).toBe('collective');
  });

  it('the pact with the Soviet Union asks nothing of France that Locarno forbids it', () => {
    for (const scenario of ['GermanyAttacksUSSR', 'GermanyAttacksUSSRLawfully']) expect(cellOf('FranceFree', 'Pact', scenario).strength, scenario).toBe('automatic');
    expect(cellOf('SovietHelped', 'Pact', 'USSRAttacksGermany').strength).toBe('voluntary');
  });
});

describe('the case as a whole', () => {
  it('makes no finding at warning level or above that its author has not confirmed', () => {
    const { findings } = check(case_, outcome.findings, undefined, { also: positionFindings() });
    expect(findings.filter(({ severity, confirmedBy }) => severity !== 'info' && confirmedBy === undefined).map(inOneLine)).toEqual([]);
  });

  it('judges every arrangement', () => {
    const judged = new Set(judgeAll(case_).map(({ arrangement }) => arrangement));
    expect([...case_.arrangements.keys()].filter((id) => !judged.has(id))).toEqual([]);
  });
});
