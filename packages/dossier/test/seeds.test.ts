/** The five documents of the first case. They are not part of the project: phrases of a few words only, and no test without them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PreparedText, locate } from '../src/index.js';

const folder = resolve(import.meta.dirname, '../../../../shared/seeds');
const present = existsSync(folder);
if (!present) console.info('packages/dossier/test/seeds.test.ts: skipped, as ../shared/seeds is not there.');

/** The document whose file name begins with the number. */
const seed = (number: string): string => {
  const file = readdirSync(folder).find((name) => name.startsWith(number));
  if (file === undefined) throw new Error(`no document ${number} in ../shared/seeds`);
  return readFileSync(resolve(folder, file), 'utf8');
};

/** Phrases as an author types them, straight and on one line, with the document each stands in. */
const PHRASES: readonly (readonly [seed: string, phrase: string])[] = [
  ['000', 'are a "road to nowhere" and that Russia'],
  ['000', "Russia's \"legitimate interests\" are a part"],
  ['000', 'a neutral security "guarantor state" of Ukraine'],
  ['000', 'permanently prohibited Ukraine from joining NATO'],
  ['001', 'effectively hold veto power over any action'],
  ['001', 'a European ground force—whether it would include'],
  ['001', 'a utopia and a path to nowhere'],
  ['002', 'countries - including Russia - before any guarantees'],
  ['002', 'receive "Article 5-like" NATO protections'],
  ['003', 'ineligible to be a security guarantor'],
  ['003', 'involving land, air, and sea protection'],
  ['004', "should be provided 'on an equal basis'"],
  ['004', '2022 -- under which Ukraine would adopt neutrality'],
];

/** The text in lines of about so many characters, long words divided as in a narrow column. */
const inColumns = (text: string, width: number): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const room = width - line.length - 1;
    const letters = /^[a-z]{7,}/i.exec(word)?.[0].length ?? 0;
    if (word.length <= room) line += ` ${word}`;
    else if (letters > 0 && room > 4) {
      const cut = Math.min(room - 1, letters - 2);
      lines.push(`${line} ${word.slice(0, cut)}-`);
      line = word.slice(cut);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join('\n');
};

describe.skipIf(!present)('the five documents', () => {
  it.each(PHRASES)('%s has “%s”', (number, phrase) => expect(locate(phrase, seed(number))).toMatchObject({ kind: 'verified', count: 1 }));

  it('have their phrases also in narrow, hyphenated columns', () => {
    for (const width of [28, 37, 44]) {
      for (const [number, phrase] of PHRASES) {
        expect(locate(phrase, inColumns(seed(number), width)), `${phrase} at ${width}`).toMatchObject({ kind: 'verified' });
      }
    }
  });

  it('have them also with line ends, quotation marks and spaces of another system', () => {
    const elsewhere = (text: string): string =>
      text.replace(/\n/g, '\r\n').replace(/[“”"]/g, '\u201f').replace(/ /g, '\u00a0').replace(/—/g, ' -- ').replace(/ri/g, 'r\u00adi');
    for (const [number, phrase] of PHRASES) expect(locate(phrase, elsewhere(seed(number))).kind).toBe('verified');
  });

  it('do not have the phrases of one another', () => {
    const texts = new Map(['000', '001', '002', '003', '004'].map((number) => [number, new PreparedText(seed(number))]));
    for (const [number, phrase] of PHRASES) {
      for (const [other, text] of texts) {
        if (other !== number) expect(locate(phrase, text).kind, `${phrase} in ${other}`).toBe('missing');
      }
    }
  });

  it('differ in one word of one remark', () => {
    expect(locate('a utopia and a road to nowhere', seed('001'))).toMatchObject({
      kind: 'changed', found: 'a utopia and a path to nowhere', difference: ['text has “path”, quotation has “road”'],
    });
    expect(locate('a utopia, a path to nowhere', seed('002'))).toMatchObject({
      kind: 'changed', difference: ['text has “road”, quotation has “path”'],
    });
  });

  it('show a sharpened, a weakened and a shortened quotation', () => {
    expect(locate('Putin has promised to hold a direct meeting', seed('001'))).toMatchObject({
      kind: 'changed', difference: ['text has “have”, quotation has “hold”'],
    });
    expect(locate('nor can Russia have a veto power over', seed('000'))).toMatchObject({
      kind: 'changed', difference: ['quotation has “a”, text does not'],
    });
    expect(locate('Russia can agree that now-proposed', seed('000'))).toMatchObject({ kind: 'changed', difference: [expect.stringContaining('cannot')] });
    expect(locate('prohibited Ukraine … banned Ukraine from receiving', seed('000')).kind).toBe('verified');
  });

  describe('the newspaper article inside the blog', () => {
    const article = { begins: 'Russia warned on Wednesday', ends: 'in the near term.' };

    it('has what it says', () => {
      expect(locate('merely accepted to raise the level', seed('001'), article)).toMatchObject({ kind: 'verified', line: 2 });
      expect(locate('key to getting Ukraine to sign', seed('001'), article)).toMatchObject({ kind: 'verified', count: 1 });
    });

    it('does not have what the blogger says under it', () => {
      expect(locate('Only defeat of Zelensky is key', seed('001')).kind).toBe('verified');
      expect(locate('Only defeat of Zelensky is key', seed('001'), article)).toMatchObject({
        kind: 'missing', outside: true, nearest: { line: 17, score: 1 },
      });
      expect(locate('Rašyti komentarą', seed('001'), article)).toMatchObject({ kind: 'missing', outside: true });
    });

    it('is lost in another text', () => {
      expect(locate('veto power', seed('002'), article)).toMatchObject({ kind: 'segment-lost', lost: [{ which: 'begins' }, { which: 'ends' }] });
    });
  });
});
