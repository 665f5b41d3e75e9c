/** The TextMate grammar: up to date, and right on every real text. */
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keywords, tokensOf, type TextToken } from '@casus/language';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar, StateStack } from 'vscode-textmate';
import { grammarText, textMateGrammar } from '../src/textmate.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);
const FILE = join(ROOT, 'packages/vscode/syntaxes/casus.tmLanguage.json');

let grammar: IGrammar;

beforeAll(async () => {
  const { Registry, INITIAL } = require('vscode-textmate') as typeof import('vscode-textmate');
  const { loadWASM, OnigScanner, OnigString } = require('vscode-oniguruma') as typeof import('vscode-oniguruma');
  await loadWASM(new Uint8Array(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner: (sources) => new OnigScanner(sources), createOnigString: (text) => new OnigString(text) }),
    loadGrammar: async () => JSON.parse(readFileSync(FILE, 'utf8')),
  });
  initial = INITIAL;
  grammar = (await registry.loadGrammar('source.casus'))!;
});

let initial: StateStack;

/** The innermost scope at each offset of a text where a token of the grammar begins. */
function scopesOf(text: string): (offset: number) => string {
  const starts: { readonly offset: number; readonly scope: string }[] = [];
  let [state, offset] = [initial, 0];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, scopes } of tokens) starts.push({ offset: offset + startIndex, scope: scopes.length > 1 ? scopes[1]! : '' });
    state = ruleStack;
    offset += line.length + 1;
  }
  return (at) => starts.findLast((each) => each.offset <= at)?.scope ?? '';
}

const casus = (folder: string): readonly string[] => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.casus')).map((name) => join(folder, name));

/** Declared names: the token behind a declaring word. */
const WANTED: Readonly<Record<TextToken['kind'], RegExp>> = {
  keyword: /^(?:keyword|storage|constant\.language)\./u, name: /^(?:variable|entity)\./u, text: /^string\./u, date: /^constant\.numeric\.date/u, number: /^(?:constant\.numeric|entity\.name\.section|variable)/u, comment: /^comment\./u, sign: /.*/u,
};

describe('the TextMate grammar', () => {
  it('is what the grammar of the language makes it', () => expect(readFileSync(FILE, 'utf8'), 'run `npm run grammar -w vscode`').toBe(grammarText()));

  it('has a scope for every word of the language', () => {
    const wrong = keywords().filter((word) => !/^(?:keyword|storage|constant\.language)\./u.test(scopesOf(`${word} `)(0)));
    expect(wrong).toEqual([]);
  });

  it.each([...casus('cases'), ...casus('library'), ...casus('docs/examples')])('colours %s as the language reads it', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const scope = scopesOf(text);
    const soft = new Set(keywords());
    const wrong = tokensOf(text).filter((token) => {
      const found = scope(token.offset);
      // A word of the language may be a name, and a name behind a full stop is a part of one.
      if (token.kind === 'keyword' && (/^(?:entity|variable)\./u.test(found) || soft.has(token.text))) return found === '';
      return !WANTED[token.kind].test(found);
    });
    expect(wrong.map(({ text: word, line, kind }) => `${line + 1} ${kind} ${word}: ${scope(wrong.find((each) => each.text === word)!.offset)}`)).toEqual([]);
  });

  it.each([
    ['actor Arcadia', 'Arcadia', 'entity.name.type.casus'],
    ['treaty Österland-Pakt "t" {', 'Österland-Pakt', 'entity.name.type.casus'],
    ['  article 27(3) "x" {', '27(3)', 'entity.name.section.casus'],
    ['each of Guarantors shall assist', 'shall', 'keyword.control.modal.casus'],
    ['prevails over every other instrument cite isw', 'cite', 'keyword.other.provenance.casus'],
    ['is captive under', 'captive', 'constant.language.strength.casus'],
    ['decision.unanimity: x', 'decision.unanimity', 'variable.other.casus'],
    ['Arcadia shall use-force', 'use-force', 'variable.other.casus'],
    ['on 2031-04-02', '2031-04-02', 'constant.numeric.date.casus'],
    ['at least 340_100_000 persons', '340_100_000', 'constant.numeric.casus'],
    ['cite isw “curly "quotes"”', '“curly', 'string.quoted.other.casus'],
    ['/* actor */ x', 'actor', 'comment.block.casus'],
    ['[ a.b: x | c', '|', 'keyword.operator.casus'],
  ])('in %j colours %j as %s', (text, word, scope) => expect(scopesOf(text)(text.indexOf(word))).toBe(scope));

  it('ends a text that is not closed with its line', () => expect(scopesOf('case "open\nactor Arcadia')(11)).toBe('storage.type.casus'));

  it('has words of every class in the language', () => {
    for (const { match, name } of textMateGrammar().patterns) expect(match ?? 'block', name).not.toContain('(?:)');
  });
});
