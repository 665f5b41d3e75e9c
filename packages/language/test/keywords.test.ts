import { expect, it } from 'vitest';
import { compile, keywords, SOFT_KEYWORDS } from '../src/index.js';

const asName = (word: string): number => compile([{ path: 'own', text: `actor ${word}\ngroup G = ${word}` }], () => undefined).findings.length;

it('the words of the language include the soft ones', () => {
  expect(keywords()).toContain('shall');
  expect([...SOFT_KEYWORDS].filter((word) => !keywords().includes(word))).toEqual([]);
});

it('a soft keyword may be a name, any other may not', () => {
  // `threat` is the name of a kind of event that always exists.
  expect([...SOFT_KEYWORDS].filter((word) => word !== 'threat' && asName(word) > 0)).toEqual([]);
  expect(keywords().filter((word) => !SOFT_KEYWORDS.has(word) && asName(word) === 0)).toEqual([]);
});
