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

const DEEP = 'this is nested too deeply: more than 32 brackets and conditions are open here';
const HELPING = 'A shall help-out B';

describe('beyond a limit', () => {
  it.each([
    ['more than 10 MB of sentences', 'A shall consult\n'.repeat((10 * MB) / 16 + 1), 'the file has 10000016 characters, more than 10000000'],
    ['8 MB of articles', lines(110_000, (i) => `article ${i} { upon armed attack on A { B shall help-out A within 9 days } }`), 'here the file has more than 500000 words and signs; nothing of it is read'],
    ['10 MB of braces', '{'.repeat(10 * MB), 'here the file has more than 500000 words and signs'],
    ['10 MB of signs that mean nothing', '\u0001'.repeat(10 * MB), 'here the file has more than 500000 words and signs'],
  ])('%s: nothing is read', (_, text, message) => {
    expect(limitOf(text)).toContain(message);
    expect(format(text)).toMatchObject({ text, findings: [{ code: 'form/limit' }] });
  });

  it('the files of a case are counted together', () => {
    const own = 'import "large"\ncase "T"\nactor A B\n';
    const findings = ask(own, (path) => ({ path, text: 'A '.repeat(499_999) }));
    expect(findings.filter(({ code }) => code === 'form/limit').map(({ place, message }) => [place.file, message])).toEqual([
      ['large', 'with this file the case has more than 500000 words and signs; nothing of it is read'],
    ]);
    expect(findings.some(({ code, place }) => code === 'form/syntax' && place.file === 'own')).toBe(true);
  });

  /** What is too large stands between two mistakes, and two declarations: these are told and read all the same. */
  it.each([
    ['10,000 braces', `treaty T ${'{'.repeat(10_000)}`, DEEP],
    ['10,000 brackets', `group G = ${'['.repeat(10_000)}`, DEEP],
    ['10,000 parentheses', `group G = ${'('.repeat(10_000)}A${')'.repeat(10_000)}`, DEEP],
    ['10,000 parentheses on as many lines', `group G = ${'(\n  '.repeat(10_000)}A${'\n  )'.repeat(10_000)}`, DEEP],
    ['10,000 times not', `treaty T { article 1 { ${HELPING} when ${'not '.repeat(10_000)}f } }`, DEEP],
    ['10,000 times after', `treaty T { article 1 { ${HELPING} when ${'1 day after '.repeat(10_000)}f } }`, DEEP],
    ['10,000 times then', `treaty T { article 1 { ${'if armed attack on A then '.repeat(10_000)}${HELPING} } }`, DEEP],
    ['10,000 heads with commas', `treaty T { article 1 { ${'if f, '.repeat(10_000)}${HELPING} } }`, DEEP],
    ['10,000 times otherwise', `treaty T { article 1 { ${`if f then ${HELPING} otherwise `.repeat(10_000)}${HELPING} } }`, DEEP],
    ['a name of 10,000 letters', `actor ${'a'.repeat(10_000)}`, 'a name of 10000 characters is longer than 200'],
    ['a name of 10,000 letters of another alphabet', `actor ${'Ж'.repeat(10_000)}`, 'a name of 10000 characters is longer than 200'],
    ['a text of 9 MB in quotation marks', `actor T "${'x'.repeat(9 * MB)}"`, 'in quotation marks is longer than 100000'],
    ['a text of 9 MB that is never closed', `actor T "${'x'.repeat(9 * MB)}`, 'in quotation marks is longer than 100000'],
    ['a name of 9 MB', `actor ${'a'.repeat(9 * MB)}`, 'characters is longer than 200'],
    ['a number of 10,000 digits', `treaty T { article 1 { ${HELPING} within ${'9'.repeat(10_000)} days } }`, 'a name of 10000 characters is longer than 200'],
  ])('%s: the rest is read', (_, large, message) => {
    const before = `case "Title"\nactor A, B\nact help-out\nfact f\ngroup Early = Nobody\n`;
    const text = `${before}${large}\nactor C\ngroup Late = C, Missing\nexpect promise P is automatic under T when S\n`;
    const { value, findings } = compile([{ path: 'own', text }], () => undefined);
    expect(value.title).toBe('Title');
    expect([...value.actors.keys()]).toEqual(expect.arrayContaining(['A', 'B', 'C']));
    const limits = findings.filter(({ code }) => code === 'form/limit');
    expect(limits).toHaveLength(1);
    expect(limits[0]!.message).toContain(message);
    expect(limits[0]!.help).toMatch(/^[a-z]+ /u);
    expect(limits[0]!.place.line).toBeGreaterThan(5);
    expect(limits[0]!.place.offset).toBeGreaterThan(before.length);
    expect(limits[0]!.place.end).toBeLessThanOrEqual(before.length + large.length);
    expect(findings.filter(({ code }) => code === 'form/unknown-name').map(({ message: unknown }) => unknown)).toEqual(expect.arrayContaining([expect.stringContaining('Nobody'), expect.stringContaining('Missing')]));
    expect(findings.filter(({ code }) => code === 'form/syntax')).toEqual([]);
    expect(format(text).text).toBe(text);
  });

  it('what is declared beside a name that is too long is not said to be missing', () => {
    const codes = ask(`actor A, ${'a'.repeat(300)}, B\ngroup G = A, B\nactor C\ngroup H = C, D`).map(({ code, place }) => `${place.line} ${code}`);
    expect(codes).toEqual(['1 form/limit', '4 form/unknown-name']);
  });

  it('of two thousand spots a hundred are told', () => {
    const findings = ask(lines(2_000, (i) => `actor A${i} "${'x'.repeat(1_000)}", ${'b'.repeat(201)}`));
    expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: 100 }, () => 'form/limit'));
  });
});

describe('what nests is counted, and not what stands side by side', () => {
  const head = 'actor A, B\nact help-out\nfact f\ntreaty T {\n  parties A, B\n';
  it.each([
    ['parentheses', (n: number) => `article 1 { ${HELPING} when ${'('.repeat(n - 2)}f${')'.repeat(n - 2)} }`],
    ['blocks', (n: number) => `article 1 { ${'if f { '.repeat(n - 2)}${HELPING}${' }'.repeat(n - 2)} }`],
    ['not', (n: number) => `article 1 { ${HELPING} when ${'not '.repeat(n - 2)}f }`],
    ['after', (n: number) => `article 1 { ${HELPING} when ${'1 day after '.repeat(n - 2)}f }`],
    ['then', (n: number) => `article 1 { ${'if f then '.repeat(n - 2)}${HELPING} }`],
    ['otherwise', (n: number) => `article 1 { ${`if f then ${HELPING} otherwise `.repeat(n - 2)}${HELPING} }`],
  ])('%s: 32 deep is read, 33 is not', (_, article) => {
    expect(ask(`${head}${article(32)} }`)).toEqual([]);
    expect(ask(`${head}${article(33)} }`).map(({ code }) => code)).toEqual(['form/limit']);
  });

  it.each([
    ['negations', `article 1 { ${HELPING} when ${'not f and '.repeat(200)}f }`],
    ['heads', `article 1 { ${`if f then ${HELPING} `.repeat(200)} }`],
    ['qualifiers', `article 1 { ${`${HELPING}, if f `.repeat(200)} }`],
    ['fallbacks', `article 1 { ${`if f then ${HELPING}, otherwise ${HELPING} `.repeat(200)} }`],
    ['entries', lines(200, (i) => `reservation of A to article 1 article ${i} { ${HELPING} }`)],
    ['ends', `article 1 { ${HELPING} } ${'suspended when not f '.repeat(1)} ${'ends when f '.repeat(200)}`],
  ])('200 %s', (_, article) => {
    expect(ask(`${head}${article} }`).filter(({ code }) => code === 'form/limit' || code === 'form/syntax')).toEqual([]);
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

  it('40,000 lines that fit nowhere: each mistake is told until there are a hundred, and the end is read', () => {
    const { value, findings } = compile([{ path: 'own', text: `actor A\n${lines(40_000, (i) => `word another shall not fit ${i} here`)}\nactor Z\n` }], () => undefined);
    expect(findings.every(({ code }) => code === 'form/syntax')).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
    expect([...value.actors.keys()]).toEqual(['A', 'Z']);
  });

  it('5,000 unknown names beside 2,000 known ones: each is told, the first with a guess', () => {
    const findings = ask(`act help-out\n${lines(2_000, (i) => `actor Land${i}`)}\ntreaty T {\n  parties Land1\n${lines(5_000, (i) => `  article ${i} { Lund${i} shall help-out Land1 }`)}\n}\n`);
    expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: 5_000 }, () => 'form/unknown-name'));
    expect(findings[5]!.help).toBe('did you mean `Land5`?');
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
