import { describe, expect, it } from 'vitest';
import { normalise } from '../src/index.js';

const same = (a: string, b: string): void => expect(normalise(a).text).toBe(normalise(b).text);
const different = (a: string, b: string): void => expect(normalise(a).text).not.toBe(normalise(b).text);

describe('what is alike', () => {
  it('white space of any kind and length', () => {
    same('come  to\n\tits\u00a0aid', 'come to its aid');
    same('  come to its aid\r\n', 'come to its aid');
  });

  it('quotation marks of every shape', () => {
    for (const quoted of ['“pact”', '„pact“', '«pact»', '« pact »', '«\u202fpact\u202f»', '»pact«', "''pact''", '``pact\'\'', '‘pact’', '「pact」']) {
      same(`the ${quoted} holds`, 'the "pact" holds');
    }
    same('Arcadia’s', "Arcadia's");
  });

  it('dashes and hyphens, with spaces around them or without', () => {
    for (const dash of ['—', ' – ', ' -- ', ' - ', '−', '‑', '--', ' —']) same(`aid${dash}at once`, 'aid-at once');
  });

  it('soft hyphens and characters without width', () => {
    same('guar\u00adantees', 'guarantees');
    same('guar\u00ad\nantees', 'guarantees');
    same('\ufeffgua\u200brantees', 'guarantees');
  });

  it('a word divided at the end of a line', () => {
    const divided = normalise('mutual guaran-\n   tees');
    expect(divided.text).toBe('mutual guarantees');
    expect([...divided.breaks]).toEqual(['mutual guaran'.length]);
  });

  it('ellipses', () => {
    same('aid … now', 'aid ... now');
    same('aid . . . now', 'aid ... now');
    same('aid. . . . Now', 'aid.... Now');
  });

  it('composed and decomposed letters, ligatures, full-width letters', () => {
    same('Ru\u0301ritanie', 'R\u00faritanie');
    same('ﬁrm', 'firm');
    same('Ａｒｃａｄｉａ', 'Arcadia');
    same('\u1112\u1161\u11ab', '\ud55c');
  });
});

describe('what is not alike', () => {
  it.each([
    ['case', 'Aid', 'aid'],
    ['accents', 'résolution', 'resolution'],
    ['punctuation', 'aid, now', 'aid now'],
    ['a hyphen and no hyphen', 're-sign', 'resign'],
    ['a divided word and two words', 'guaran tees', 'guarantees'],
    ['an insertion in brackets', 'the [Arcadian] minister', 'the minister'],
    ['a raised figure behind a figure', '10²', '102'],
    ['a fraction behind a figure', '2½', '21⁄2'],
    ['full stop and ellipsis', 'aid.', 'aid…'],
  ])('%s', (_, a, b) => different(a, b));

  it('a dash at the end of a line does not divide a word', () => {
    expect(normalise('aid —\nat once').text).toBe('aid-at once');
    expect(normalise('aid —\nat once').breaks).toHaveLength(0);
  });
});

describe('the way back', () => {
  it('each character knows where it began and ended', () => {
    const original = '“ﬁrm”  —  e\u0301lan';
    const { text, map, ends } = normalise(original);
    expect(text).toBe('"firm"-élan');
    const back = (from: number, to: number): string => original.slice(map[from], ends[to - 1]);
    expect(back(1, 5)).toBe('ﬁrm');
    expect(back(1, 2)).toBe('ﬁ');
    expect(back(7, 8)).toBe('e\u0301');
    expect(map[text.length]).toBe(original.length);
  });

  it('an empty text has an empty form', () => {
    expect(normalise('').text).toBe('');
    expect(normalise(' \u200b\n').text).toBe('');
    expect([...normalise('').map]).toEqual([0]);
  });

  it('survives half a surrogate pair and a text that grows', () => {
    expect(normalise('a\ud800b').text).toBe('a\ud800b');
    expect(normalise('ﷺ'.repeat(100)).text.length).toBeGreaterThan(1_000);
  });
});
