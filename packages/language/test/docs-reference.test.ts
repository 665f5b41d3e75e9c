/**
 * The reference is complete: every word of every rule of the grammar stands in a form of its chapter, and in the index at its end.
 * `CASUS_UPDATE=1` writes the index anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { AstUtils, CstUtils, GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../src/editor/meanings.js';
import { CasusGrammar } from '../src/generated/grammar.js';
import { constructs, keywords, SOFT_KEYWORDS } from '../src/index.js';
import { parse } from '../src/parse/parse.js';

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

/** The headings of the reference, in order. */
const HEADINGS = [...page.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^##+ (.+)$/gm)].map(([, heading]) => heading!);

/** The index: a row for each word, with the sections of the rules that it stands in. A word that is nearly everywhere says so. */
function indexRows(): string {
  const words = [...new Set([...RULES.values()].flat())].sort();
  const rows = words.map((word) => {
    const sections = new Set([...RULES].filter(([, own]) => own.includes(word)).map(([rule]) => constructs().get(rule)!.section));
    const links = HEADINGS.filter((heading) => sections.has(heading)).map((heading) => `[${heading}](#${anchorOf(heading)})`);
    return `| \`${word}\` | ${SOFT_KEYWORDS.has(word) ? '✓' : ''} | ${links.length > EVERYWHERE ? `nearly everywhere (${links.length} sections)` : links.join(' · ')} |`;
  });
  return `${rows.join('\n')}\n`;
}

/** In more sections than this, a word is one of the small ones that hold sentences together. */
const EVERYWHERE = 9;

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
    const bare = sections.filter((section) => /^```text\n/m.test(section) && !/^```casus\n/m.test(section));
    expect(bare.map((section) => section.split('\n')[0])).toEqual([]);
  });

  it('uses the words of every rule in some example', () => {
    const used = new Set<string>();
    for (const [, example] of page.matchAll(/^```casus\n([\s\S]*?)^```/gm)) {
      const { root } = parse('example.casus', example!, []);
      for (const leaf of CstUtils.flattenCst(root.$cstNode!)) {
        const rule = GrammarAST.isKeyword(leaf.grammarSource) ? AstUtils.getContainerOfType(leaf.grammarSource, GrammarAST.isParserRule) : undefined;
        if (rule !== undefined) used.add(rule.name);
      }
    }
    expect([...RULES.keys()].filter((rule) => !used.has(rule))).toEqual([]);
  });

  it('has no line that does not fit a screen', () => {
    const long = page.split('\n').flatMap((line, at) => (line.length > 150 && !line.startsWith('|') ? [`line ${at + 1}: ${line.length}`] : []));
    expect(long).toEqual([]);
  });
});

it('the table of the reference is the one that its example reads', () => {
  expect(/^```csv\n([\s\S]*?)^```/m.exec(page)![1]).toBe(readFileSync(new URL('examples/union.csv', PAGE), 'utf8'));
});

describe('the index', () => {
  const [before, shown] = page.split(/(?<=^\| word \| .*\n\|[-|]+\n)/m);

  it('has every word with the sections of its rules, and whether it may be a name', () => {
    if (process.env['CASUS_UPDATE'] === '1') writeFileSync(PAGE, `${before!}${indexRows()}`);
    else expect(shown).toBe(indexRows());
  });

  it('is all that follows the last heading', () => {
    expect(HEADINGS.at(-1)).toBe('21 Words');
    expect(indexRows()).toContain('| `shall` |  | [Duty, ban, right, pledge](#duty-ban-right-pledge) |');
    expect([...indexRows().matchAll(/^\| `(\w+)`/gm)].map(([, word]) => word)).toEqual(keywords());
    expect(indexRows()).toContain('| `silence` | ✓ | [Nobody against, few against](#nobody-against-few-against) |');
  });
});
