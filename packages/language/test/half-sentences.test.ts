/** No verdict rests on half a sentence (docs/language.md, chapter 1): what cannot be read to its end is left out with its beginning, however it is laid out. */
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.js';

const SOIL = 'actor A, B, C\nactor X\ngroup G = B, C\nact assist\nact host\nfact calm\n';
const read = (text: string): ReturnType<typeof compile> => compile([{ path: 'own', text: SOIL + text }], () => undefined);
/** Lines of the sentences that are left. */
const left = (text: string): string[] => {
  const lines = (SOIL + text).split('\n');
  return [...read(text).value.instruments.values()].flatMap(({ norms }) => norms.map(({ place }) => lines[place.line - 1]!.trim()));
};
const broken = (text: string): number => read(text).findings.filter(({ code }) => code === 'form/syntax').length;
const inArticle = (...lines: string[]): string => `treaty T {\n  parties A, G\n  article 1 {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('a sentence that cannot be read to its end is left out whole', () => {
  it.each([
    ['all on one line', 'treaty T { parties A, G article 1 { upon armed attack on A then G shall assist A within 5 days until calm } }'],
    ['an article on one line', 'treaty T {\n  parties A, G\n  article 1 { upon armed attack on A then G shall assist A within 5 days until calm }\n}\n'],
    ['an article on one line, with words that are none', 'treaty T {\n  parties A, G\n  article 1 { G shall assist A immediately whenever calm }\n}\n'],
    ['a block on one line', inArticle('upon armed attack on A { G shall assist A within 5 days until calm }')],
    ['over two lines', inArticle('upon armed attack on A', '  then G shall assist A within 5 days until calm')],
    ['its end deeper on a line of its own', inArticle('G shall assist A within 5 days', '  until calm')],
    ['its end deeper, with words that are none', inArticle('G shall assist A immediately', '  whenever calm')],
    ['its end on a line of its own', inArticle('G shall assist A within 5 days', 'until calm')],
    ['over three lines', inArticle('upon armed attack on A', '  then G shall assist A within 5 days', '    until calm')],
    ['a line that goes on with an exception that is none', inArticle('G shall not host A except as provided in article 2')],
  ])('%s', (_, text) => {
    expect(broken(text)).toBe(1);
    expect(left(text)).toEqual([]);
  });

  it('its neighbours stay', () => {
    expect(left(inArticle('G shall host A', 'G shall assist A within 5 days', '  until calm', 'G shall host X'))).toEqual(['G shall host A', 'G shall host X']);
    expect(left(inArticle('G shall host A', 'foo bar baz', 'G shall host X'))).toEqual(['G shall host A', 'G shall host X']);
    expect(left(inArticle('G shall host A', '', '  foo bar baz', 'G shall host X'))).toEqual(['G shall host A', 'G shall host X']);
  });

  it('nor does a set that is half said count', () => {
    expect([...read('group H = A, B but not C\n').value.groups.keys()]).toEqual(['G']);
    expect([...read('group H = A, B\n  but not C\n').value.groups.keys()]).toEqual(['G']);
    expect([...read('group H = A, B\n\nfoo bar\n').value.groups.keys()]).toEqual(['G', 'H']);
  });
});

describe('each line with a mistake is told', () => {
  it('also behind one that was left out', () => {
    const { findings, value } = read('treaty T {\n  parties A, G\n  in force upon ratification by all of the parties\n  provisionally applied from 2029-01-01\n  duration 10 years\n  renewed foo bar\n  article 1 { G shall assist A }\n}\n');
    expect(findings.map(({ code, place }) => [code, place.line - SOIL.split('\n').length + 1])).toEqual([['form/syntax', 3], ['form/syntax', 4], ['form/syntax', 5], ['form/syntax', 6]]);
    expect(value.instruments.get('T')!.norms).toHaveLength(1);
  });

  it('but not the rest of one that was left out', () => {
    expect(broken(inArticle('if A decde unanimously within 3 days then G shall asist A', 'failing which G may assist A'))).toBe(1);
    expect(broken('treaty T {\n  parties A, G\n  in force upon ratification\n    duration of 10 years\n  article 1 { G shall assist A }\n}\n')).toBe(1);
  });
});

describe('what is missing from a body is not told where a part of it is broken', () => {
  it.each([
    ['the rule', 'body K { members A, B decides unanimosly }'],
    ['the members', 'body K {\n  membrs A, B\n  decides unanimously\n}'],
    ['the instruments of a text', 'arrangement R {\n  instrumens T\n}'],
  ])('%s', (_, text) => expect(read(text).findings.map(({ code }) => code)).toEqual(['form/syntax']));

  it('where nothing is broken it is', () => {
    expect(read('body K { members A, B }').findings.map(({ message }) => message)).toEqual(['`K` has no rule by which it decides']);
  });
});
