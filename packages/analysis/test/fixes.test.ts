/** Changes of the text are made and the text is read again: the finding is gone, or confirmed. */
import { compile } from '@casus/language';
import type { Finding, FindingCode } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { check, citationsAt, confirmationOf, suggestionFor, type Fix } from '../src/index.js';

const FILE = 'pact.casus';
const TABLE = { path: 'states.csv', text: 'State;Persons\nSyldavia;6000000\nRuritania;8000000\n' };

const GROUND = `case "Pact"
actor Arcadia, Borduria
attribute population in persons
act assist "come to the aid of"
source gazette "Treaty gazette" { }
source courier "The Courier" { }
treaty T {
  parties Arcadia, Borduria
  article 4(1) { Borduria shall assist Arcadia cite courier }
  article 5 { Arcadia may assist Borduria subject to article 4(1) of T }
}
`;

const read = (text: string): ReturnType<typeof compile> => compile([{ path: FILE, text }], (path) => (path === TABLE.path ? TABLE : undefined));
const errors = (text: string): readonly Finding[] => read(text).findings.filter(({ severity }) => severity === 'error');
const applied = (text: string, { change }: Fix): string => text.slice(0, change.offset) + change.text + text.slice(change.end);

/** The text with the suggestion of its first error of a code put in. */
function mended(text: string, code: FindingCode): string {
  const finding = errors(text).find((each) => each.code === code);
  const fix = finding === undefined ? undefined : suggestionFor(text, finding);
  expect(fix, JSON.stringify(errors(text).map(({ code: of, message, help }) => [of, message, help]))).toBeDefined();
  return applied(text, fix!);
}

describe('what the help suggests, put in', () => {
  it.each([
    ['a name', 'parties Arcadia, Borduria', 'parties Arcadia, Borduira', 'form/unknown-name'],
    ['a word of the language', 'shall assist', 'shal assist', 'form/syntax'],
    ['an article in a reference that names the instrument too', 'article 4(1) of T', 'article 4 of T', 'form/unknown-name'],
  ] as const)('is the text that was meant: %s', (_, right, wrong, code) => {
    expect(errors(GROUND)).toEqual([]);
    expect(mended(GROUND.replace(right, wrong), code)).toBe(GROUND);
  });

  it('is the text that was meant: a column of a table', () => {
    const text = `${GROUND}actors from "states.csv" { name: "State" population: "Persons" }\n`;
    expect(errors(text)).toEqual([]);
    expect(mended(text.replace('"Persons"', '"Person"'), 'form/unknown-name')).toBe(text);
  });

  it('is put in for the whole word, not for a part of another before it', () => {
    const right = GROUND.replace('parties Arcadia, Borduria', 'group Arcs = Arcadia, Borduria\n  parties Arcs');
    const text = right.replace('= Arcadia, Borduria', '= Arcadia, Arcadi');
    const offset = text.indexOf('= Arcadia, Arcadi');
    const finding: Finding = { ...errors(text)[0]!, place: { ...errors(text)[0]!.place, offset, end: offset + '= Arcadia, Arcadi'.length }, message: 'there is no actor `Arcadi`', help: 'did you mean `Borduria`?' };
    expect(applied(text, suggestionFor(text, finding)!)).toBe(right);
  });

  it('is nothing where the help names no word', () => {
    const [finding] = errors(GROUND.replace('act assist', 'act help'));
    expect(finding!.code).toBe('form/unknown-name');
    expect(suggestionFor(GROUND, { ...finding!, help: 'declare the act, or name another one' })).toBeUndefined();
    expect(suggestionFor(GROUND, { ...finding!, help: 'did you mean `help` or `assist`?' })).toBeUndefined();
  });
});

describe('an `expect` line', () => {
  const judged = (text: string): readonly Finding[] => {
    const { value, findings } = read(text);
    return check(value, findings, undefined).findings;
  };
  const text = `${GROUND}promise Help { Borduria assist Arcadia }`;

  it('confirms the finding, also behind a last line without an end', () => {
    const found = judged(text).find(({ code }) => code === 'names/unused')!;
    const confirmed = judged(applied(text, confirmationOf(text, found)!)).filter(({ code, about }) => code === 'names/unused' && about.join() === found.about.join());
    expect(confirmed.map(({ confirmedBy }) => confirmedBy?.line)).toEqual([text.split('\n').length + 1]);
  });

  it('is not offered for mistakes of form and for expectations that failed', () => {
    const [broken] = errors(text.replace('shall assist', 'shal assist'));
    expect(confirmationOf(text, broken!)).toBeUndefined();
    expect(confirmationOf(text, { ...broken!, code: 'expectation/failed' })).toBeUndefined();
  });
});

describe('a citation', () => {
  it('is offered for the sentence that has none, by the sources that are cited most beside it', () => {
    const { value } = read(GROUND);
    const fixes = citationsAt(value, FILE, GROUND.indexOf('may assist'));
    expect(fixes.map(({ title }) => title)).toEqual(['Cite `courier` here', 'Cite `gazette` here']);
    expect(read(applied(GROUND, fixes[0]!)).value.instruments.get('T')!.norms.map(({ provenance }) => provenance.cites.map(({ source }) => source))).toEqual([['courier'], ['courier']]);
    expect(citationsAt(value, FILE, GROUND.indexOf('shall assist'))).toEqual([]);
    expect(citationsAt(value, 'other.casus', GROUND.indexOf('may assist'))).toEqual([]);
  });
});
