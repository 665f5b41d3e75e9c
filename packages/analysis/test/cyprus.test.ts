/** The case of July and August 1974: what the literature holds of the Treaty of Guarantee, asserted on the verdicts themselves and not through the author's `expect` lines. */
import { positionFindings } from '@casus/agreement';
import { check, judge, judgeAll, type Cell } from '@casus/analysis';
import { describe, expect, it } from 'vitest';
import { caseOf, compileFolder, inOneLine } from './support/cases.js';

const outcome = compileFolder('cases/cyprus-1974');
const case_ = caseOf(outcome);

const FIVE = ['China', 'France', 'Russia', 'UK', 'US'];
const COUPS = ['CoupFromWithin', 'CoupBacked', 'CoupAsAttack'];

/** The only cell of a judgment: with the text fixed there is one. */
function cellOf(promise: string, arrangement: string, scenario: string, attacker?: string, options: readonly string[] = []): Cell {
  const [verdict, ...more] = judge(case_, { promise, arrangement, scenario, options, ...(attacker === undefined ? {} : { attacker }) });
  expect(more).toEqual([]);
  expect(verdict!.cells).toHaveLength(1);
  return verdict!.cells[0]!;
}

const vetoers = (cell: Cell): string[] => [...cell.details.vetoers].sort();

describe('help and restoration', () => {
  it('are owed by nobody, whoever is on the other side', () => {
    for (const promise of ['Help', 'Restoration']) {
      for (const scenario of [...COUPS, 'TurkishLanding', 'OutsideAttack']) expect(cellOf(promise, 'ForceReading', scenario).strength, scenario).toBe('voluntary');
      for (const attacker of ['Greece', 'Turkey', 'UK']) expect(cellOf(promise, 'ForceReading', 'AnyGuarantorAttacks', attacker).strength, attacker).toBe('voluntary');
    }
  });

  it('can be stopped by no state alone: each guarantor may act, whatever the others hold', () => {
    const restoration = cellOf('Restoration', 'ForceReading', 'CoupFromWithin');
    expect(restoration.details).toMatchObject({ game: 'possible', vetoers: [] });
    expect(restoration.details.holding.first.map((one) => one.join('+')).sort()).toEqual(['Greece', 'Turkey', 'UK']);
  });

  it('leave to consult, and to respect: these are owed by each', () => {
    for (const promise of ['Consultation', 'Integrity']) expect(cellOf(promise, 'ForceReading', 'TurkishLanding')).toMatchObject({ strength: 'automatic', details: { defaults: 0 } });
  });
});

describe('armed force under Article IV', () => {
  it('needs nobody’s leave upon the first reading, whatever 15 July is called', () => {
    for (const promise of ['TurkeyMayAct', 'UkMayAct']) for (const scenario of COUPS) expect(cellOf(promise, 'ForceReading', scenario).strength).toBe('automatic');
  });

  it('needs the Security Council upon the second, unless there was an armed attack', () => {
    for (const scenario of ['CoupFromWithin', 'CoupBacked']) {
      const cell = cellOf('TurkeyMayAct', 'NoForceReading', scenario);
      expect(cell.strength).toBe('collective');
      expect(vetoers(cell)).toEqual(FIVE);
    }
    const attack = cellOf('TurkeyMayAct', 'NoForceReading', 'CoupAsAttack');
    expect(attack.strength).toBe('collective');
    expect(vetoers(attack)).toEqual([]);
  });

  it('gives the same to Greece after the landing as to Türkiye after the coup: the text knows no names', () => {
    for (const arrangement of ['ForceReading', 'NoForceReading']) {
      const [greece, turkey] = [cellOf('GreeceMayAct', arrangement, 'TurkishLanding'), cellOf('TurkeyMayAct', arrangement, 'CoupAsAttack')];
      expect([greece.strength, vetoers(greece)]).toEqual([turkey.strength, vetoers(turkey)]);
    }
  });

  it('differs for the one guarantor that has a veto in the Council', () => {
    expect(cellOf('UkMayAct', 'NoForceReading', 'CoupAsAttack').strength).toBe('automatic');
    expect(cellOf('CouncilForce', 'NoForceReading', 'AnyGuarantorAttacks', 'UK').strength).toBe('captive');
    for (const attacker of ['Greece', 'Turkey']) expect(cellOf('CouncilForce', 'NoForceReading', 'AnyGuarantorAttacks', attacker).strength).toBe('collective');
  });
});

describe('the other texts', () => {
  it('the alliance owes help, by the ally that does not attack, and by no stated means', () => {
    for (const scenario of ['CoupBacked', 'TurkishLanding']) {
      expect(cellOf('AlliesResist', 'WithAlliance', scenario), scenario).toMatchObject({ strength: 'automatic', details: { defaults: 0 } });
      expect(cellOf('Force', 'WithAlliance', scenario), scenario).toMatchObject({ strength: 'hollow', general: { strength: 'automatic' } });
    }
    expect(cellOf('AlliesResist', 'WithAlliance', 'OutsideAttack').details.defaults).toBe(1);
    expect(cellOf('AlliesResist', 'WithAlliance', 'CoupFromWithin').strength).toBe('voluntary');
  });

  it('resolution 353 makes talks and withdrawal due on one reading, and asks for them on the other', () => {
    for (const promise of ['Talks', 'Withdrawal']) {
      expect(cellOf(promise, 'AfterResolution', 'ForcesRemain').strength).toBe('automatic');
      expect(cellOf(promise, 'AfterResolutionCall', 'ForcesRemain').strength).toBe('voluntary');
    }
  });

  it('one of eight combinations of readings allows the second operation without leave, one with the Council’s, and only while the breach lasts', () => {
    const [open] = judge(case_, { promise: 'TurkeyMayGoOn', arrangement: 'SecondOperation', scenario: 'BreachLasts' });
    expect(open!.texts).toBe(8n);
    const shares = new Map<string, bigint>();
    for (const { strength, texts } of open!.cells) shares.set(strength, (shares.get(strength) ?? 0n) + texts.count);
    expect(shares).toEqual(new Map([['automatic', 1n], ['collective', 1n], ['forbidden', 6n]]));
    const [over] = judge(case_, { promise: 'TurkeyMayGoOn', arrangement: 'SecondOperation', scenario: 'BreachOver' });
    expect(over!.cells.map(({ strength }) => strength)).toEqual(['forbidden']);
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

  it('puts the readings of both sides beside each other, each with its holder', () => {
    for (const issue of ['CyprusGuarantee.action', 'SoleAim.aim']) {
      const { kind, options } = case_.issues.get(issue)!;
      expect([kind, options.length], issue).toEqual(['reading', 2]);
      for (const { id, heldBy } of options) expect(heldBy, id).not.toEqual([]);
    }
  });
});
