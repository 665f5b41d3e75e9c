import { describe, expect, it } from 'vitest';
import type { Finding } from '@casus/model';
import { PLAIN, fails, findingText, snippet, summarise, summaryText, witnessSentences } from '../src/index.js';
import { CASE, DETAILS, FINDING, at } from './fixture.js';

const style = { palette: PLAIN, width: 100 };
const mark = (text: string): string => text;

describe('a finding as text', () => {
  it('shows code, place, sentence, line, mark, causes, course of events and help', () => {
    expect(findingText(CASE, FINDING, style)).toBe(
      [
        'error promise/captive pact.casus:3:16',
        '   Help falls due only if Borduria, the attacker, agrees.',
        '  3 |     if Guarantors decide unanimously then each of Guarantors shall assist Сильдавия',
        '    |                   ^^^^^^^^^^^^^^^^^^',
        '   = Borduria is one of the guarantors (pact.casus:2:1)',
        '  2 | treaty Pact {',
        '    | -----------',
        '   = the draft says so',
        '     «shall come to its aid», Draft treaty, Ministry, 2030-05-03, art. 1',
        '   so: In the vote Borduria votes no and Arcadia and Ruritania vote yes.',
        '   help: Let the attacker not vote.',
      ].join('\n'),
    );
  });

  it('is brief about what the author has confirmed', () => {
    const text = findingText(CASE, { ...FINDING, confirmedBy: at(5, 'expect') }, style);
    expect(text.split('\n')).toEqual([
      'confirmed promise/captive pact.casus:3:16',
      '   Help falls due only if Borduria, the attacker, agrees.',
      '   so: In the vote Borduria votes no and Arcadia and Ruritania vote yes.',
      '   confirmed by pact.casus:5',
    ]);
  });

  it('says when a finding fails only because it was denied', () => {
    expect(findingText(CASE, { ...FINDING, code: 'promise/no-deadline', severity: 'warning' }, style, true)).toMatch(/^error promise\/no-deadline \(denied\)/);
  });

  it('keeps every line within the width', () => {
    for (const width of [40, 60, 80]) {
      for (const line of findingText(CASE, FINDING, { ...style, width }).split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    }
  });
});

describe('a marked line', () => {
  it('cuts a long line around the mark', () => {
    const text = `${'word '.repeat(60)}HERE ${'word '.repeat(60)}`;
    const place = { ...at(1, 'case'), column: 301, endColumn: 305, endLine: 1, line: 1 };
    const [line, under] = snippet({ files: [{ path: 'pact.casus', text, imported: false }] }, place, { ...style, width: 60 }, mark) as [string, string];
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line).toContain('…');
    expect(line.slice(under.indexOf('^'), under.lastIndexOf('^') + 1)).toBe('HERE');
  });

  it('counts columns of the terminal, not letters', () => {
    const text = '\t漢字 x HERE';
    const place = { ...at(1, 'case'), column: 7, endColumn: 11, line: 1, endLine: 1 };
    const [line, under] = snippet({ files: [{ path: 'pact.casus', text, imported: false }] }, place, style, mark) as [string, string];
    // Two letters of double width stand before it.
    expect(line.indexOf('HERE') + 2).toBe(under.indexOf('^'));
  });

  it('marks at least one column, and the rest of the line for a place of several lines', () => {
    const files = [{ path: 'pact.casus', text: 'ab cd\nef', imported: false }];
    expect(snippet({ files }, { ...at(1, 'case'), column: 6, endColumn: 6, line: 1, endLine: 1 }, style, mark)[1]).toBe('   |      ^');
    expect(snippet({ files }, { ...at(1, 'case'), column: 4, endColumn: 2, line: 1, endLine: 2 }, style, mark)[1]).toBe('   |    ^^');
    expect(snippet({ files }, { ...at(1, 'case'), file: 'other.casus' }, style, mark)).toEqual([]);
  });
});

describe('a witness in words', () => {
  it('groups by vote and by act', () => {
    expect(witnessSentences(CASE, DETAILS.witness)).toEqual(['In the vote Borduria votes no and Arcadia and Ruritania vote yes.']);
    const choices = [
      { key: 'consent:assist:Borduria', value: 'false', owner: 'Borduria' },
      { key: 'request:Syl', value: 'true', owner: 'Syl' },
      { key: 'will:assist:Syl:Arcadia', value: 'true', owner: 'Arcadia' },
      { key: 'withdraw:Pact:Arcadia', value: 'false', owner: 'Arcadia' },
      { key: 'fact:ceasefire', value: 'false' },
    ];
    expect(witnessSentences(CASE, { half: 'possible', value: true, choices })).toEqual([
      'Borduria refuses its consent.',
      'Syldavia asks for help.',
      'Of its own will Arcadia chooses to come to the aid of Syldavia.',
      'It is not so that: a ceasefire holds.',
    ]);
  });
});

describe('what a run comes to', () => {
  const warning: Finding = { ...FINDING, severity: 'warning', code: 'promise/no-deadline' };
  const confirmed: Finding = { ...FINDING, confirmedBy: at(5, 'expect') };

  it('fails for open errors and denied findings, not for confirmed ones', () => {
    expect(fails(FINDING, [])).toBe(true);
    expect(fails(confirmed, ['promise/*'])).toBe(false);
    expect(fails(warning, [])).toBe(false);
    expect(fails(warning, ['promise/no-deadline'])).toBe(true);
    expect(fails(warning, ['promise/*'])).toBe(true);
    expect(fails(warning, ['norms/*'])).toBe(false);
  });

  it('counts', () => {
    const summary = summarise([FINDING, warning, confirmed], 4, ['promise/no-deadline']);
    expect(summary).toEqual({ errors: 1, warnings: 1, notes: 0, confirmed: 1, denied: 1, verdicts: 4, passed: false });
    expect(summaryText(summary, style)).toBe('Failed: 1 error and 1 warning; 1 of them denied; 1 finding confirmed by the author; 4 verdicts.');
    expect(summaryText(summarise([], 0, []), style)).toBe('Passed: no open findings; no verdicts.');
  });
});
