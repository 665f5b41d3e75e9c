/** Huge inputs: an answer within seconds, or a limit that says what to do (docs/language.md, chapter 1). */
import { describe, expect, it } from 'vitest';
import type { Finding } from '@casus/model';
import { compile } from '../src/compile.js';
import { format } from '../src/format/format.js';
import type { Read } from '../src/load.js';

/** So long each may take, in milliseconds; on an idle machine it is seconds. A hang takes longer by far. */
const PATIENCE = 60_000;

function ask(text: string, read: Read = () => undefined): readonly Finding[] {
  const started = performance.now();
  const { findings } = compile([{ path: 'own', text }], read);
  expect(performance.now() - started).toBeLessThan(PATIENCE);
  return findings;
}

/** The limit that a text is told to be beyond, which must say what to do. */
function limitOf(text: string): string {
  const findings = ask(text);
  expect(findings.map(({ code }) => code)).toEqual(['form/limit']);
  expect(findings[0]!.help).toMatch(/^[a-z]+ /u);
  expect(findings[0]!.place.end).toBeLessThanOrEqual(text.length);
  return findings[0]!.message;
}

const lines = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('\n');
const MB = 1_000_000;

describe('beyond a limit', () => {
  it.each([
    ['more than 10 MB of sentences', 'A shall consult\n'.repeat((10 * MB) / 16 + 1), 'characters, more than 10000000'],
    ['10,000 braces', `treaty T ${'{'.repeat(10_000)}`, 'more than 500 brackets are open here'],
    ['10,000 brackets', `group G = ${'['.repeat(10_000)}`, 'more than 500 brackets are open here'],
    ['10,000 parentheses', `group G = ${'('.repeat(10_000)}A${')'.repeat(10_000)}`, 'more than 500 brackets are open here'],
    ['a name of 10,000 letters', `actor ${'a'.repeat(10_000)}`, 'a name of 10000 characters is longer than 200'],
    ['a name of 10,000 letters of another alphabet', `actor ${'Ж'.repeat(10_000)}`, 'a name of 10000 characters is longer than 200'],
    ['a text of 9 MB in quotation marks', `actor A "${'x'.repeat(9 * MB)}"`, 'in quotation marks is longer than 100000'],
    ['a text of 9 MB that is never closed', `actor A "${'x'.repeat(9 * MB)}`, 'in quotation marks is longer than 100000'],
    ['a name of 9 MB', `actor ${'a'.repeat(9 * MB)}`, 'characters is longer than 200'],
    ['a number of 10,000 digits', `treaty T { article 1 { A shall consult within ${'9'.repeat(10_000)} days } }`, 'a name of 10000 characters is longer than 200'],
  ])('%s', (_, text, message) => {
    expect(limitOf(text)).toContain(message);
    expect(format(text)).toMatchObject({ text, findings: [{ code: 'form/limit' }] });
  });

  it('not 10,000 times deep', () => {
    expect(limitOf(`fact f\nactor A\nact a1\ntreaty T { article 1 { A shall a1 when ${'not '.repeat(10_000)}f } }`)).toBe('the sentences of this file are nested too deeply');
  });
});

describe('within the limits', () => {
  it('20,000 actors', () => {
    const { value, findings } = compile([{ path: 'own', text: lines(20_000, (i) => `actor A${i}`) }], () => undefined);
    expect([value.actors.size, findings.length]).toEqual([20_000, 0]);
  });

  it('10,000 actors in one list', () => {
    const { value, findings } = compile([{ path: 'own', text: `actor ${lines(10_000, (i) => `A${i},`).slice(0, -1)}` }], () => undefined);
    expect([value.actors.size, findings.length]).toEqual([10_000, 0]);
  });

  it('a group of 4,000', () => {
    expect(ask(`actor A, B\ngroup G = ${'A, B, '.repeat(2_000)}A`)).toEqual([]);
  });

  it('20,000 articles', () => {
    expect(ask(`actor A, B\nact help-out\ntreaty T {\n  parties A, B\n${lines(20_000, (i) => `  article ${i} { A shall help-out B }`)}\n}\n`)).toEqual([]);
  });

  it('one line of nearly 10 MB: a remark, white space; a long text in quotation marks', () => {
    expect(ask(`actor A "${'x'.repeat(90_000)}"`)).toEqual([]);
    expect(ask(`// ${'x'.repeat(9 * MB)}`)).toEqual([]);
    expect(ask(`/*${'* '.repeat(4 * MB)}*/ actor A`)).toEqual([]);
    expect(ask(`actor${' '.repeat(9 * MB)}A`)).toEqual([]);
  });

  it('one line of many sentences', () => {
    expect(ask(`actor A, B\nact help-out\ntreaty T { parties A, B article 1 { ${'A shall help-out B '.repeat(3_000)} } }`)).toEqual([]);
  });

  it('a chain of 3,000 imports', () => {
    const read: Read = (path) => ({ path, text: `${Number(path) < 3_000 ? `import "${Number(path) + 1}"\n` : ''}actor A${path}` });
    expect(ask('import "1"\ngroup G = A1, A3000', read)).toEqual([]);
  });

  it('imports in a circle', () => {
    expect(ask('import "1"', (path) => ({ path, text: `import "${(Number(path) + 1) % 3}"` }))).toEqual([]);
  });
});

/** A mistake a line, or one that everything follows from: found at once, and told in a bearable number of findings. */
describe('broken throughout', () => {
  it.each([
    ['a file of no text at all', '\u0001\u0002'.repeat(5_000)],
    ['nothing but closing braces', '}\n'.repeat(100_000)],
    ['nothing but closing braces on one line', '} '.repeat(100_000)],
    ['nothing but quotation marks', '"\n'.repeat(1_000)],
    ['quotation marks on one line', `${'"'.repeat(100_001)}`],
    ['names, and nothing about them', 'name '.repeat(50_000)],
    ['names, each on its line', 'name\n'.repeat(20_000)],
    ['a mistake in every declaration', 'actor A B\n'.repeat(5_000)],
    ['a mistake in every sentence', `treaty T {\n  article 1 {\n${'    A shal consult\n'.repeat(5_000)}  }\n}\n`],
    ['a treaty that never closes, again and again', `${'treaty T {\n'.repeat(100)}${'actor A\n'.repeat(100)}`],
    ['remarks that never close', '/* '.repeat(20_000)],
    ['half a sentence, for ever', `group G = ${'A and '.repeat(4_000)}`],
  ])('%s', (_, text) => {
    const findings = ask(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ code }) => code === 'form/syntax').length).toBeLessThan(300);
  });
});
