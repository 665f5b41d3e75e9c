/**
 * What a mistake costs (docs/language.md, chapter 1): a broken declaration costs no other, a broken line of a block no other line of it.
 * A broken one of every kind is put between two good ones, each of which has a mistake of its own; both must still be told.
 */
import { describe, expect, it } from 'vitest';
import { compile } from '../src/compile.js';
import { syntaxOf } from '../src/parse/parse.js';
import { CORPUS, RUN } from './fuzz/inputs.js';
import { Random } from './fuzz/random.js';
import { FILES } from './house-texts.js';

const MUTATIONS = 12;

const told = (text: string): string[] => compile([{ path: 'own', text }], () => undefined).findings.map(({ message }) => message);
const isBroken = (text: string): boolean => syntaxOf('own', text, []) === undefined;
const missing = (text: string): string[] => {
  const messages = told(text);
  return ['ZzBefore', 'ZzBehind'].filter((name) => !messages.some((message) => message.includes(`\`${name}\``)));
};

const TOKEN = /"[^"\n]*"|“[^”\n]*”|\/\/[^\n]*|[\p{L}\p{N}_-]+|\s+|[^\s]/gu;
const WORDS = ['shall', 'if', 'of', 'Arcadia', '3', ',', '"text"', '2031-04-02', 'zz', 'actor', 'treaty', 'article', '=', ':', '.', ';'];

/** A text with some of its words taken out, doubled, replaced, or one put in; with `signs`, brackets and quotation marks too. */
function brokenly(text: string, random: Random, signs: boolean): string {
  const tokens: string[] = text.match(TOKEN)!;
  for (let n = 1 + random.below(3); n > 0; n--) {
    const i = random.below(tokens.length);
    const token = tokens[i]!;
    if (/^\s+$/u.test(token) || (!signs && /^[{}[\]()"“/]/u.test(token))) continue;
    const word = signs && random.next() < 0.4 ? random.pick(['{', '}', '[', ']', '(', ')', '"', '“']) : random.pick(WORDS);
    const kind = random.below(4);
    if (kind === 0) tokens[i] = '';
    else if (kind === 1) tokens.splice(i, 0, token, ' ');
    else if (kind === 2) tokens[i] = word;
    else tokens.splice(i, 0, word, ' ');
  }
  return tokens.join('');
}

describe('declarations', () => {
  const kinds = new Map<string, string[]>();
  for (const text of CORPUS) {
    const kind = /^[a-z]+/u.exec(text)?.[0];
    if (kind !== undefined && !isBroken(text)) kinds.set(kind, [...(kinds.get(kind) ?? []), text]);
  }

  it('are of every kind', () => {
    expect(kinds.size).toBeGreaterThan(15);
  });

  it.each([...kinds])('%s: a broken one costs none before and behind it', (kind, texts) => {
    let broken = 0;
    for (let i = 0; i < MUTATIONS * 8; i++) {
      const random = Random.of(RUN.seed, i);
      const text = brokenly(random.pick(texts), random, i % 2 === 1);
      if (!isBroken(text)) continue;
      broken++;
      const whole = `group ZzOne = ZzBefore\n\n${text}\n\ntreaty ZzOther {\n  parties ZzBehind\n}\n`;
      expect(missing(whole), whole).toEqual([]);
    }
    expect(broken, kind).toBeGreaterThan(10);
  });
});

/** Lines of blocks: how the block begins and ends, and a line of it that names something that does not exist. */
const BLOCKS: Readonly<Record<string, readonly [head: string, tail: string, line: (name: string) => string]>> = {
  treaty: ['treaty ZzT {\n', '}\n', (name) => `  prevails over ${name}\n`],
  article: ['treaty ZzT {\n  article 1 {\n', '  }\n}\n', (name) => `    ${name} shall consult\n`],
  upon: ['treaty ZzT {\n  article 1 {\n    upon armed attack on Arcadia {\n', '    }\n  }\n}\n', (name) => `      ${name} shall consult\n`],
  body: ['body ZzB {\n', '}\n', (name) => `  on every matter ${name} abstains\n`],
  scenario: ['scenario ZzS {\n', '}\n', (name) => `  ${name} requests help\n`],
  arrangement: ['arrangement ZzA {\n', '}\n', (name) => `  instruments ${name}\n`],
  position: ['position Arcadia {\n', '}\n', (name) => `  demands ${name}\n`],
  negotiation: ['negotiation ZzN {\n', '}\n', (name) => `  instruments ${name}\n`],
  amendment: ['treaty ZzT { }\namendment ZzA to ZzT {\n', '}\n', (name) => `  ${name} shall consult\n`],
  source: ['source zz {\n', '}\n', (name) => `  ${name === 'ZzBefore' ? 'within' : 'grade'} ${name}\n`],
  issue: ['issue zz {\n  option first\n', '}\n', (name) => `  option zz-${name} cite ${name}\n`],
  accounts: ['accounts zz {\n  account "one"\n', '}\n', (name) => `  account "other" cite ${name}\n`],
};

/** The lines of the library and the cases that stand in a block of a kind, each alone one part. */
function linesIn(block: string): string[] {
  const [head, tail] = BLOCKS[block]!;
  const indent = /^ */u.exec(tail)![0].length + 2;
  const lines = new Set(FILES.flatMap(({ text }) => text.split('\n')).map((line) => line.trim()).filter((line) => line !== '' && !/^[/}]|[{}[\]]|\b(?:within|grade)\b/u.test(line)));
  return [...lines].map((line) => `${' '.repeat(indent)}${line}\n`).filter((line) => !isBroken(head + line + tail));
}

describe('lines of a block', () => {
  it.each(Object.keys(BLOCKS))('%s: a broken one costs none before and behind it', (block) => {
    const [head, tail, good] = BLOCKS[block]!;
    const lines = linesIn(block);
    expect(lines.length).toBeGreaterThan(1);
    let broken = 0;
    for (let i = 0; i < MUTATIONS * 10; i++) {
      const random = Random.of(RUN.seed, i);
      const [, indent = '', sentence = ''] = /^( *)(.*\n)$/u.exec(random.pick(lines))!;
      const line = `${indent}${brokenly(sentence, random, false).trimStart()}`;
      const whole = head + good('ZzBefore') + line + good('ZzBehind') + tail;
      if (!isBroken(whole)) continue;
      broken++;
      expect(missing(whole), whole).toEqual([]);
    }
    expect(broken).toBeGreaterThan(20);
  });
});

describe('the head of a sentence', () => {
  const inArticle = (sentence: string): string => `actor A\ntreaty T {\n  article 1 {\n    ${sentence}\n  }\n}\n`;

  it.each([
    ['if with then', 'if A decde unanimously then ZzBehind shall consult'],
    ['if with a comma', 'if A decde unanimously, ZzBehind shall consult'],
    ['if with braces', 'if A decde unanimously {\n      ZzBehind shall consult\n    }'],
    ['if without a condition', 'if then ZzBehind shall consult'],
    ['upon', 'upon armed atack on A, ZzBehind shall consult'],
    ['once in a block', 'upon armed attack on A {\n      once A decides unanimosly within 3 days then ZzBehind shall consult\n    }'],
    ['with what is due otherwise', 'if A decde unanimously then A may consult otherwise ZzBehind shall consult'],
  ])('%s: a mistake in it leaves the sentence checked, and out of the case', (_, sentence) => {
    const { value, findings } = compile([{ path: 'own', text: inArticle(sentence) }], () => undefined);
    expect(findings.filter(({ code }) => code === 'form/syntax')).toHaveLength(1);
    expect(findings.some(({ message }) => message.includes('`ZzBehind`'))).toBe(true);
    expect(value.instruments.get('T')!.norms).toEqual([]);
  });

  it('a sentence that is right stays out too: its condition is not known', () => {
    const text = inArticle('if A decde unanimously then A shall consult').replace('actor A', 'actor A\nact consult');
    expect(compile([{ path: 'own', text }], () => undefined).findings).toMatchObject([{ code: 'form/syntax' }]);
    expect(compile([{ path: 'own', text }], () => undefined).value.instruments.get('T')!.norms).toEqual([]);
    expect(compile([{ path: 'own', text: text.replace('decde', 'decides') }], () => undefined).value.instruments.get('T')!.norms).toHaveLength(1);
  });
});
