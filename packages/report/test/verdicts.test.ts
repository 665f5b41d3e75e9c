import { describe, expect, it } from 'vitest';
import { PLAIN, checkText, explainHint, explanationText, expectationsText, verdictsText, width } from '../src/index.js';
import { CASE, FINDING, VERDICT, at, cite, closed } from './fixture.js';

const style = { palette: PLAIN, width: 100 };

describe('the table of verdicts', () => {
  it('names everything once, then shows arrangement by arrangement', () => {
    const second = { ...closed({ strength: 'automatic' }, { vetoers: [] }), scenario: 'Later' };
    expect(verdictsText(CASE, [closed({}), second], style)).toBe(
      [
        'Promises',
        '  Help  a guarantor comes to Syldavia’s aid',
        '',
        'Scenarios',
        '  Attack  Borduria attacks Syldavia',
        '',
        'Pact  Pact of the three',
        '        Attack                                                                             Later',
        '  Help  captive (Borduria, Arcadia or Ruritania can stop it); meanwhile the willing may    automatic',
        '        act',
      ].join('\n'),
    );
  });

  it('becomes a list where columns would be too narrow, scenarios of one verdict together', () => {
    const verdicts = ['A', 'B', 'C', 'D', 'E', 'F'].map((scenario) => ({ ...closed(scenario === 'F' ? { strength: 'automatic' } : {}, scenario === 'F' ? { vetoers: [] } : {}), scenario }));
    const text = verdictsText(CASE, verdicts, { ...style, width: 80 });
    expect(text).toContain('  Help  A  captive');
    expect(text).toMatch(/ {8}F {2}automatic/);
    for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });

  it('shows an open text cell by cell, and a family attacker by attacker', () => {
    expect(verdictsText(CASE, [VERDICT], style)).toContain('in 3 of 8 texts: when decision.unanimity: captive');
    expect(verdictsText(CASE, [VERDICT], style)).toContain('(8 texts left open)');
    const family = ['Arcadia', 'Borduria'].map((attacker) => ({ ...closed({ strength: 'automatic' }, { vetoers: [] }), attackers: [attacker] }));
    expect(verdictsText(CASE, family, style)).toContain('Arcadia or Borduria attacks: automatic');
  });

  it('counts the attackers of a family where they are many', () => {
    const family = ['A', 'B', 'C', 'D', 'E', 'F'].map((attacker) => ({ ...closed({ strength: 'automatic' }, { vetoers: [] }), attackers: [attacker] }));
    expect(verdictsText(CASE, family, style)).toContain('any of 6 states attacks: automatic');
  });

  it('notes below the table what must come into force first', () => {
    const entry = { instrument: 'Pact', can: true, needsHostile: true, coalitions: { count: 1n, first: [['Borduria']] }, needed: ['Borduria'] };
    const verdict = closed({ strength: 'automatic' }, { vetoers: [], entries: [entry] });
    const text = verdictsText(CASE, [verdict, { ...verdict, scenario: 'Later' }], style);
    expect(text).toContain('automatic ¹');
    expect(text.split('\n').at(-1)).toBe('  ¹ Once in force; Pact of the three never enters into force without Borduria.');
    const never = closed({ strength: 'automatic' }, { vetoers: [], entries: [{ ...entry, can: false, needsHostile: false }] });
    expect(verdictsText(CASE, [verdict, { ...never, scenario: 'Later' }], style)).toContain('  ² Once in force; Pact of the three cannot enter into force.');
    expect(verdictsText(CASE, [closed({ strength: 'automatic', varies: true }, { entries: [entry] })], style)).not.toContain('¹');
  });

  it('says nothing of a cell that holds of one of its texts only', () => {
    const varying = closed({ varies: true });
    expect(verdictsText(CASE, [varying], style)).toContain('captive (the rest differs by text); meanwhile the willing may act');
    expect(explanationText(CASE, { verdict: varying, stories: [[]] }, style)).toContain('Who can stop it and the rest differs by text; what follows is said only of one of them.');
  });

  it('tells cells together that differ in nothing the table says', () => {
    const [first, second] = VERDICT.cells;
    const other = { ...first!, texts: { count: 5n, of: 8n, when: second!.texts.when }, details: { ...first!.details, othersAbstain: true } };
    expect(verdictsText(CASE, [{ ...VERDICT, cells: [first!, other] }], style)).toMatch(/Attack {2}captive \(Borduria, Arcadia or Ruritania can stop it\)/);
  });

  it('is nothing without verdicts', () => expect(verdictsText(CASE, [], style)).toBe(''));

  it('proposes the story of a captive promise', () => expect(explainHint([closed({ strength: 'automatic' }), VERDICT])).toBe('npx casus explain Help --in Pact --when Attack'));

  it('names the case that was checked, unless it is the folder one stands in', () => {
    expect(explainHint([VERDICT], 'cases/one')).toBe('npx casus explain Help --in Pact --when Attack --case cases/one');
    expect(explainHint([VERDICT], '.')).not.toContain('--case');
  });
});

describe('the whole of a check', () => {
  it('puts the verdicts first, then open findings, then confirmed ones, the hint last', () => {
    const text = checkText({ case: CASE, findings: [{ ...FINDING, confirmedBy: at(5, 'expect') }, FINDING], verdicts: [VERDICT] }, { denied: [], table: true, title: false }, style);
    const order = ['Guarantees', 'Promises', 'error promise/captive', 'confirmed promise/captive', 'Expectations 1 expectation holds.', 'The story behind'].map((part) => text.indexOf(part));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(Math.min(...order)).toBe(0);
  });

  it('shows the worst first, and a denied finding with the errors', () => {
    const note = { ...FINDING, code: 'promise/unsettled-fact' as const, severity: 'info' as const };
    const warning = { ...FINDING, code: 'promise/no-deadline' as const, severity: 'warning' as const };
    const codes = (denied: readonly string[]): unknown =>
      checkText({ case: CASE, findings: [note, warning, FINDING], verdicts: [VERDICT] }, { denied, table: false, title: false }, style).match(/promise\/[a-z-]+/g);
    expect(codes([])).toEqual(['promise/captive', 'promise/no-deadline', 'promise/unsettled-fact']);
    expect(codes(['promise/unsettled-fact'])).toEqual(['promise/unsettled-fact', 'promise/captive', 'promise/no-deadline']);
  });

  it('tells once that a text is not at hand', () => {
    const counts = { verified: 0, changed: 0, missing: 0, 'segment-lost': 0, 'no-phrase': 0, 'not-at-hand': 1, 'digest-differs': 0, 'beyond-limits': 0 };
    const evidence = { citations: [], counts, unavailable: [], digestDifferences: [] };
    const checked = { case: CASE, findings: [{ ...FINDING, code: 'sources/not-verified' as const, severity: 'info' as const }], verdicts: [VERDICT], evidence };
    expect(checkText(checked, { denied: [], table: true, title: false }, style)).not.toContain('sources/not-verified');
    expect(checkText(checked, { denied: [], table: false, title: false }, style)).toContain('sources/not-verified');
    expect(checkText(checked, { denied: ['sources/*'], table: true, title: false }, style)).toContain('sources/not-verified');
  });

  it('says when there is nothing to judge, and what the verdicts leave out', () => {
    const parts = { denied: [], table: true, title: false };
    const empty = { ...CASE, promises: new Map(), scenarios: new Map() };
    expect(checkText({ case: empty, findings: [], verdicts: [] }, parts, style)).toContain('Nothing to judge: the case has no promise or scenario.');
    const text = checkText({ case: CASE, findings: [{ ...FINDING, code: 'form/syntax' }], verdicts: [VERDICT] }, parts, style);
    expect(text.indexOf('1 sentence could not be read; the verdicts leave it out.')).toBeLessThan(text.indexOf('Promises'));
    expect(text).toContain('1 sentence could not be read');
  });

  it('is only the findings when asked', () => {
    expect(checkText({ case: CASE, findings: [], verdicts: [VERDICT] }, { denied: [], table: false, title: false }, style)).toBe('');
  });

  it('counts expectations that fail', () => {
    expect(expectationsText(CASE, [{ ...FINDING, code: 'expectation/failed', place: at(5, 'expect') }], style)).toBe('Expectations 0 of 1 expectations hold, 1 fails.');
  });
});

describe('an explanation', () => {
  const steps = [
    { text: 'Borduria attacks Syldavia', cites: [], outcome: 'neutral' as const },
    { text: 'Borduria votes no', article: 'Pact, article -text', place: at(3, 'decide'), cites: [cite], actor: 'Borduria', outcome: 'against' as const },
  ];

  it('tells the story and what follows from it', () => {
    const text = explanationText(CASE, { verdict: closed({}), stories: [steps] }, style);
    expect(text).toBe(
      [
        'A guarantor comes to Syldavia’s aid (Help)',
        '  under Pact of the three (Pact)',
        '  when Borduria attacks Syldavia (Attack), on 2030-06-01',
        '  attacker: Borduria; in need: Syldavia',
        '',
        '  Captive: it falls due only with the consent of the attacker or its side.',
        '  Meanwhile the willing may act.',
        '',
        'What happens',
        '  1.   Borduria attacks Syldavia.',
        '  2. - Borduria votes no.',
        '       Pact · pact.casus:3:16',
        '       «shall come to its aid», Draft treaty, Ministry, 2030-05-03, art. 1',
        '',
        'Who can stop it',
        '  Each of these alone can: Borduria, Arcadia and Ruritania.',
        '  Smallest sets of states that can: 3 coalitions.',
        '    - Arcadia',
        '    - Borduria',
        '    - Ruritania',
        '',
        'Who can make it due',
        '  Smallest sets of states that can: 1 coalition.',
        '    - Arcadia, Borduria and Ruritania',
        '',
        'How much it bears',
        '  If Borduria only abstains in every vote: it does not fall due.',
        '  If Borduria only stays away from every vote: it does not fall due.',
        '  It may take at most 36 hours.',
        '  It depends on what the scenario leaves open: a ceasefire holds.',
      ].join('\n'),
    );
  });

  it('says how many coalitions there are beyond those shown', () => {
    const verdict = closed({}, { stopping: { count: 100n, first: [['Arcadia'], ['Borduria'], ['Ruritania']] } });
    expect(explanationText(CASE, { verdict, stories: [[]] }, style, 2)).toContain('100 coalitions, the first 2 by size');
  });

  it('goes through the cells of an open text', () => {
    const text = explanationText(CASE, { verdict: VERDICT, stories: [[], []] }, style);
    expect(text).toContain('In 3 of 8 texts: when decision.unanimity');
    expect(text).toContain('In 5 of 8 texts: when not decision.unanimity');
  });

  it('says who ends it and who is needed for it', () => {
    const verdict = closed({ strength: 'automatic' }, {
      vetoers: [], stopping: { count: 0n, first: [] }, holding: { count: 1n, first: [[]] }, defaults: 1,
      ends: [{ instrument: 'Pact', byHostile: true, coalitions: { count: 1n, first: [['Borduria']] } }],
      entries: [{ instrument: 'Pact', can: true, needsHostile: true, coalitions: { count: 1n, first: [['Borduria']] }, needed: ['Borduria'] }],
    });
    const text = explanationText(CASE, { verdict, stories: [[]] }, style);
    for (const part of ['Nobody can.', 'Nobody is needed: it comes by itself.', 'It survives 1 breach of duty; with one more it falls.', 'Pact of the three does not enter into force without Borduria.']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/Borduria alone can end (what )?Pact of the three/);
  });
});
