/**
 * The reference is complete: every word of every rule of the grammar stands in a form of its chapter, and in the index at its end.
 * `CASUS_UPDATE=1` writes the index anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { AstUtils, GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../src/editor/meanings.js';
import { CasusGrammar } from '../src/generated/grammar.js';
import { constructs, SOFT_KEYWORDS } from '../src/index.js';

const PAGE = new URL('../../../docs/language.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8');

/** The words of a piece of text, hyphened names apart. */
const wordsIn = (text: string): Set<string> => new Set(text.match(/[A-Za-z]+/g) ?? []);

/** The words of each rule of the grammar that has any. */
const RULES: ReadonlyMap<string, readonly string[]> = new Map(
  CasusGrammar().rules.filter(GrammarAST.isParserRule).flatMap((rule): [string, readonly string[]][] => {
    const found = [...AstUtils.streamAllContents(rule)].filter(GrammarAST.isKeyword).map(({ value }) => value).filter((value) => /^[a-z]/.test(value));
    return found.length === 0 ? [] : [[rule.name, [...new Set(found)]]];
  }),
);

/** The chapters, by the heading of each of their sections and by their own. */
const CHAPTERS: ReadonlyMap<string, string> = new Map(
  page.split(/^(?=## )/m).flatMap((chapter) => [...chapter.matchAll(/^##+ (.+)$/gm)].map(([, heading]): [string, string] => [heading!, chapter])),
);

/** What a chapter gives as forms: the blocks of forms, and the first column of a table that is headed `form` or `rule`. */
function formsOf(chapter: string): string {
  const blocks = [...chapter.matchAll(/^```text\n([\s\S]*?)^```/gm)].map(([, text]) => text!);
  const tables = [...chapter.matchAll(/^\| (?:form|rule) \|.*\n\|[-|]+\n((?:\|.*\n)+)/gm)].flatMap(([, rows]) => rows!.split('\n').map((row) => row.split(' | ')[0]!));
  return [...blocks, ...tables].join('\n');
}

describe('the reference', () => {
  it('has a chapter for every rule', () => {
    expect([...RULES.keys()].filter((rule) => !CHAPTERS.has(constructs().get(rule)?.section ?? ''))).toEqual([]);
  });

  for (const [rule, words] of RULES) {
    it(`has the words of ${rule} in a form`, () => {
      const forms = wordsIn(formsOf(CHAPTERS.get(constructs().get(rule)!.section)!));
      expect(words.filter((word) => !forms.has(word))).toEqual([]);
    });
  }

  it('has an example beside the forms of every section', () => {
    const sections = page.split(/^(?=##+ )/m).filter((section) => /^##/.test(section));
    const bare = sections.filter((section) => /^```text\n/m.test(section) && !/^```casus\n/m.test(section) && !/```text\nCountry/.test(section));
    expect(bare.map((section) => section.split('\n')[0])).toEqual([]);
  });

  it('has no line that does not fit a screen', () => {
    const long = page.split('\n').flatMap((line, at) => (line.length > 160 && !line.startsWith('|') ? [`line ${at + 1}: ${line.length}`] : []));
    expect(long).toEqual([]);
  });
});
