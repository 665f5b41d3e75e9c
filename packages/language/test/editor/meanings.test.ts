import { readFileSync } from 'node:fs';
import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import { CasusGrammar } from '../../src/generated/grammar.js';
import { anchorOf } from '../../src/editor/meanings.js';
import { constructs, declaringWords, kindsOf, referredTypes, wordsPage } from '../../src/index.js';

const read = (path: string): string => readFileSync(new URL(`../../../../docs/${path}`, import.meta.url), 'utf8');

/** The words of each rule of the grammar. */
const WORDS = new Map(CasusGrammar().rules.filter(GrammarAST.isParserRule).map((rule) => {
  const keywords = [...AstUtils.streamAllContents(rule)].filter(GrammarAST.isKeyword).map(({ value }) => value);
  return [rule.name, new Set(keywords.filter((value) => /^\p{L}/u.test(value)))];
}));

describe('the meanings of words', () => {
  it('cover every rule of the grammar that has words, and no other', () => {
    const wanted = [...WORDS].filter(([, words]) => words.size > 0).map(([name]) => name);
    expect(wanted.filter((name) => !constructs().has(name)), 'a row in meanings.ts is missing').toEqual([]);
    expect([...constructs().keys()].filter((name) => !wanted.includes(name)), 'meanings.ts has a row for a rule that is not there').toEqual([]);
  });

  it('speak of words that the rule has', () => {
    for (const [rule, { words = {} }] of constructs()) expect(Object.keys(words).filter((word) => !WORDS.get(rule)!.has(word)), rule).toEqual([]);
  });

  it('lead to chapters of the manual', () => {
    const headings = new Set([...read('language.md').matchAll(/^#+ (.+)$/gmu)].map((match) => match[1]!));
    expect([...constructs()].filter(([, { section }]) => !headings.has(section)).map(([rule, { section }]) => `${rule}: ${section}`)).toEqual([]);
    // The table of contents of the manual links with the same anchors.
    expect(read('language.md')).toContain(`(#${anchorOf('12 Brackets')})`);
  });

  it('are one sentence or two', () => {
    for (const [rule, { meaning, words = {} }] of constructs()) {
      for (const text of [meaning, ...Object.values(words)]) expect(text, rule).toMatch(/^\p{Lu}[^\n]*\.$/u);
    }
  });

  it('are what docs/words.md says', () => expect(read('words.md'), 'run `npm run words`').toBe(wordsPage()));
});

it('every type that the grammar refers to is a kind of name', () => {
  expect(referredTypes().filter((type) => kindsOf(type).length === 0)).toEqual([]);
  expect(kindsOf('Thing')).toEqual(expect.arrayContaining(['actor', 'group', 'body', 'organisation', 'instrument', 'region']));
});

it('finds the words that declare names', () => {
  expect(declaringWords()).toEqual(expect.arrayContaining(['actor', 'treaty', 'step', 'article', 'reading', 'source', 'arrangement']));
  expect(declaringWords()).not.toEqual(expect.arrayContaining(['shall', 'cite']));
});
