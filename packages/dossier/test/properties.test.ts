import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate, normalise } from '../src/index.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** How print may set what is one and the same. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  ' ': [' ', '  ', '\n', '\r\n', '\u00a0', '\t', ' \u200b'],
  '"': ['"', '“', '”', '„', '«', '»', "''", '’', "'"],
  '—': ['—', ' — ', ' – ', ' -- ', '-', ' - ', '—\n'],
  '…': ['…', '...', '. . .'],
  'é': ['é', 'e\u0301'],
};

const word = fc.string({ unit: fc.constantFrom(...LETTERS, 'é'), minLength: 2, maxLength: 9 });
/** A token of a text: a word, perhaps with marks around it, and what separates it from the next. */
const token = fc.record({
  word,
  marked: fc.constantFrom('', '', '', '"', ','),
  separator: fc.constantFrom(' ', ' ', ' ', ' ', '—'),
});
const tokens = fc.array(token, { minLength: 1, maxLength: 40 });

type Token = { readonly word: string; readonly marked: string; readonly separator: string };
const plain = (list: readonly Token[]): string =>
  list
    .map(({ word: text, marked, separator }, at) => {
      const set = marked === '"' ? `"${text}"` : text + marked;
      return at === list.length - 1 ? set : set + separator;
    })
    .join('');

/** The same text as another printer sets it: `choose` gives one number below its argument after the other. */
const reprinted = (text: string, choose: (below: number) => number): string => {
  const set = [...text];
  return set
    .map((char, at) => {
      const variants = PRINTED[char];
      if (variants) return variants[choose(variants.length)]!;
      const insideWord = /[a-zé]/.test(char) && /[a-zé]/.test(set[at + 1] ?? '');
      if (!insideWord) return char;
      return char + ['', '', '', '', '', '\u00ad', '-\n', '-\r\n  ', '\u00ad\n'][choose(9)]!;
    })
    .join('');
};

const chooser = fc.infiniteStream(fc.nat({ max: 1_000_000 })).map((stream) => (below: number): number => (stream.next().value as number) % below);

/** A phrase of whole words out of a text, and its place among them. */
const excerpt = fc.tuple(tokens, fc.nat(), fc.nat()).map(([list, from, length]) => {
  const start = from % list.length;
  const end = start + 1 + (length % (list.length - start));
  return { list, phrase: plain(list.slice(start, end)) };
});

describe('whatever the text', () => {
  it('reflow, quotation marks, dashes, hyphenation and composition leave every phrase verified, at its place', () => {
    fc.assert(
      fc.property(excerpt, chooser, chooser, ({ list, phrase }, chooseText, choosePhrase) => {
        const text = reprinted(plain(list), chooseText);
        const quoted = reprinted(phrase, choosePhrase);
        const hit = locate(quoted, text);
        expect(hit.kind).toBe('verified');
        if (hit.kind !== 'verified') return;
        expect(normalise(text.slice(hit.start, hit.end)).text.replaceAll('-', '')).toBe(normalise(phrase).text.replaceAll('-', ''));
      }),
      { numRuns: 400 },
    );
  });

  it('a phrase with any one letter changed is not verified', () => {
    fc.assert(
      fc.property(excerpt, fc.nat(), fc.constantFrom(...LETTERS), chooser, ({ list, phrase }, at, letter, choose) => {
        const places = [...phrase.matchAll(/[a-z]/g)].map(({ index }) => index);
        const place = places[at % places.length];
        fc.pre(place !== undefined && phrase.charAt(place) !== letter);
        const misquoted = `${phrase.slice(0, place)}${letter}${phrase.slice(place! + 1)}`;
        fc.pre(!plain(list).includes(misquoted.replace(/^"|"$/g, '')));
        expect(locate(misquoted, reprinted(plain(list), choose)).kind).not.toBe('verified');
      }),
      { numRuns: 400 },
    );
  });

  it('one spelling of one spelling is the same, and leads back in order', () => {
    const marks = fc.constantFrom(...'ab é"\'’“«» -–—.…\u00ad\u200b\n\u0301ﬁ½²10', '𝔸');
    fc.assert(
      fc.property(fc.string({ unit: marks, maxLength: 60 }), (text) => {
        const once = normalise(text);
        expect(normalise(once.text).text).toBe(once.text);
        expect(once.map).toHaveLength(once.text.length + 1);
        for (let at = 0; at < once.text.length; at++) {
          expect(once.map[at]!).toBeLessThan(once.ends[at]!);
          expect(once.map[at]!).toBeLessThanOrEqual(once.map[at + 1]!);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('an answer comes for any phrase and any text, and its passages are slices of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 200 }), (phrase, text) => {
        const answer = locate(phrase, text);
        const passage = answer.kind === 'verified' || answer.kind === 'changed' ? answer : answer.kind === 'missing' ? answer.nearest : undefined;
        if (passage) expect(text.slice(passage.start, passage.end)).toBe(passage.found);
        if (answer.kind === 'changed') expect(answer.difference).not.toHaveLength(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
