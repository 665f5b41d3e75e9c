import { burdensOf, compare, verdictsOf, type Comparison, type Side } from '@casus/analysis';
import { compile } from '@casus/language';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { burdensDocument, burdensPage, comparisonDocument, comparisonPage, documentText, pageMarkdown, pageText, PLAIN, width } from '../src/index.js';
import { pageMarkdown as markdownOf, together, type Page } from '../src/page.js';

const HEAD = `
actor Arcadia, Borduria, Syldavia
group Both = Borduria, Syldavia
attribute personnel in persons
act assist "come to the aid of"
act consult
organisation NorthernPact "the Northern Pact"
act join
scenario Attack "Borduria attacks" { Borduria attacks Arcadia }
scenario Any "somebody attacks" { any of Both attacks Arcadia }
promise Help "somebody comes" { at least 1 of Both assist Arcadia }
promise Free "no limits" for Arcadia { Arcadia is free of limits on personnel }
`;
const OLD = `${HEAD}
treaty Pact "The pact" {
  parties Arcadia, Borduria, Syldavia
  article 1 "Help" { upon armed attack on Arcadia { if parties decide unanimously within 10 days then each of Both shall assist Arcadia within 3 days } }
  article 2 { Arcadia shall limit personnel to 50_000 persons }
  article 3 "Old" { Arcadia shall not join NorthernPact }
  ends when Borduria withdraws
  withdrawal on 1 year notice
}`;
const NEW = `${HEAD}
treaty Pact "The pact" {
  parties Arcadia, Borduria, Syldavia
  article 1 "Help" { upon armed attack on Arcadia { each of Both shall assist Arcadia within 5 days } }
  article 2 { Arcadia shall limit personnel to 60_000 persons }
  article 4 { Borduria may consult only if Syldavia consults }
}`;

function sideOf(text: string, path: string, subject = 'Pact'): Side {
  const { value, findings } = compile([{ path, text }], () => undefined);
  expect(findings.filter(({ code }) => code.startsWith('form/'))).toEqual([]);
  return { case: value, subject };
}
const NAMES = ['old.casus', 'new.casus'];
const SIDES = [sideOf(OLD, 'old.casus'), sideOf(NEW, 'new.casus')];
const COMPARISON: Comparison = compare(SIDES);
const page = comparisonPage(COMPARISON, NAMES);
const text = (columns = 100): string => pageText(page, { palette: PLAIN, width: columns });

/** A schema of ours that allows no field that it does not name. */
function problems(name: string, document: unknown): unknown {
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (typeof part !== 'object' || part === null) return part;
    const copy: Record<string, unknown> = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, close(value)]));
    if ('properties' in copy && !('additionalProperties' in copy)) copy['additionalProperties'] = false;
    return copy;
  };
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(close(JSON.parse(readFileSync(new URL(`../schema/${name}.json`, import.meta.url), 'utf8'))) as object, JSON.parse(JSON.stringify(document)));
  return ajv.errors;
}

describe('a comparison as a page', () => {
  it('puts the promises side by side, with who can stop them and how long they take', () => {
    expect(text()).toMatch(/Help when Attack or Any by Borduria +captive \(Borduria or Syldavia can stop it\); +automatic/);
    expect(text()).toMatch(/Help when Attack or Any by Borduria or Syldavia +at most 13 days +at most 5 days/);
    expect(text()).toContain('The same on every side:\n  - Free when Attack');
  });

  it('tells what was changed, clause by clause', () => {
    for (const line of [
      'Article 1 “Help”', 'on what condition: “parties decide unanimously within 10 days” is gone', 'by when: “within 3 days” → “within 5 days”',
      'the number: “50_000 persons” → “60_000 persons”', 'Article 3 “Old” is gone', 'gone: “Arcadia shall not join NorthernPact”',
      'Article 4 is new', 'new: “Borduria may consult only if Syldavia consults”', 'Ends: “Borduria withdraws” is gone',
    ]) expect(text()).toContain(line);
    expect(text().match(/new: “Borduria may consult/g)).toHaveLength(1);
  });

  it('tells what the change does for whom, in counts, and weighs nothing', () => {
    const balance = text().slice(text().indexOf('What the change from'));
    expect(balance).toContain('- Arcadia\n    - A promise to it is stronger in');
    expect(balance).toContain('1 fewer ban');
    expect(balance).toContain('1 looser limit');
    expect(balance).toContain('It alone can no longer stop a promise in');
    expect(balance).toContain('1 fewer end it alone can bring about: “Borduria withdraws”');
    expect(balance.match(/1 fewer text it may leave by notice: “withdrawal on 1 year notice”/g)).toHaveLength(3);
    expect(balance).toContain('Nothing is weighed against anything else');
    expect(text()).not.toMatch(/\b(better|worse|unfair|favour)\b/);
  });

  it('fits the width that it is given', () => {
    for (const columns of [60, 80, 120]) for (const line of text(columns).split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
  });

  it('says so where nothing differs, and where there is nothing to judge by', () => {
    const same = pageText(comparisonPage(compare([SIDES[0]!, SIDES[0]!]), ['one', 'two']), { palette: PLAIN, width: 100 });
    expect(same).toContain('Every verdict is the same on every side:');
    expect(same).toContain('The pact: nothing is said otherwise; 3 articles say the same.');
    expect(same).toContain('Nothing that can be counted changes for anybody.');
    const bare = OLD.replace(/^(promise|scenario).*\n/gm, '');
    const none = pageText(comparisonPage(compare([sideOf(bare, 'a'), sideOf(bare, 'b')]), ['a', 'b']), { palette: PLAIN, width: 100 });
    expect(none).toContain('There is no promise and scenario to judge the texts by.');
  });

  it('calls three texts by name, and another instrument is no change of the first', () => {
    const other = `${HEAD}treaty Other { parties Arcadia, Syldavia   article 1 "Help" { Syldavia shall consult } }`;
    const sides = [...SIDES, sideOf(other, 'other.casus', 'Other')];
    const three = pageText(comparisonPage(compare(sides), ['A', 'B', 'C']), { palette: PLAIN, width: 100 });
    expect(three.split('\n')[0]).toBe('A, B and C side by side');
    expect(three).toContain('What C says otherwise than A');
  });

  it('as Markdown has headings, tables and lists, and escapes what Markdown would read', () => {
    const markdown = pageMarkdown(page);
    expect(markdown).toContain('# old.casus compared with new.casus\n');
    expect(markdown).toContain('|  | old.casus | new.casus |\n|---|---|---|\n');
    expect(markdown).toContain('  - the number: “50\\_000 persons” → “60\\_000 persons”');
    const odd: Page = { title: 'A *b*', sections: [{ title: 'x', blocks: [{ kind: 'table', head: ['', 'a|b'], rows: [['r', 'one\ntwo']] }] }, { title: 'empty', blocks: [] }] };
    expect(markdownOf(odd)).toBe('# A \\*b\\*\n\n## x\n\n|  | a\\|b |\n|---|---|\n| r | one<br>two |\n');
  });

  it('tells entries that read the same once', () => {
    expect(together([{ text: 'a' }, { text: 'b' }, { text: 'a' }])).toEqual([{ text: 'a (2 times)' }, { text: 'b' }]);
  });
});

describe('a comparison as JSON', () => {
  const document = comparisonDocument(COMPARISON, NAMES, '0.1.0');

  it('keeps to its schema', () => expect(problems('compare-1', document)).toBeNull());

  it('has the sides, the promises on each, and each change against the first', () => {
    expect(document).toMatchObject({
      schema: 'casus-compare/1',
      sides: [{ name: 'old.casus', subject: 'Pact', burdens: { subject: 'Pact' } }, { name: 'new.casus' }],
      changes: [{ side: 1, instruments: [{ before: 'Pact', after: 'Pact', related: true, same: 0 }] }],
    });
    const row = (document as { promises: { promise: string; scenario: string; sides: { cells: { strength: string }[]; shift?: string }[] }[] }).promises.find(({ promise, scenario }) => promise === 'Help' && scenario === 'Attack')!;
    expect(row.sides.map(({ cells, shift }) => [cells[0]!.strength, shift])).toEqual([['captive', 'same'], ['automatic', 'stronger']]);
  });

  it('is the same text at every run', () => expect(documentText(comparisonDocument(compare(SIDES), NAMES, '0.1.0'))).toBe(documentText(document)));

  it('of what a case lacks is null', () => {
    const lacking = compare([SIDES[0]!, sideOf(NEW.replace(/^promise Free.*\n/m, ''), 'new.casus')]);
    const other = comparisonDocument(lacking, NAMES, '0.1.0');
    expect(problems('compare-1', other)).toBeNull();
    expect(JSON.stringify(other)).toContain('null');
    expect(pageText(comparisonPage(lacking, NAMES), { palette: PLAIN, width: 100 })).toContain('not in this case');
  });

  it('is refused by the schema where it is something else', () => expect(problems('compare-1', { ...(document as object), schema: 'casus-compare/2' })).not.toBeNull());
});

describe('burdens', () => {
  const [side] = SIDES;
  const burdens = burdensOf(side!.case, { subject: 'Pact' }, verdictsOf(side!));
  const shown = pageText(burdensPage(side!.case, burdens), { palette: PLAIN, width: 100 });

  it('stand side by side, then party by party', () => {
    expect(shown).toMatch(/ {2}Arcadia +– +1 +1 /);
    expect(shown).toContain('“Arcadia shall limit personnel to 50_000 persons” (The pact, article 2)');
    expect(shown).toContain('“each of Both shall assist Arcadia within 3 days” (The pact, article 1; when armed attack on\n      Arcadia and parties decide unanimously within 10 days)');
    expect(shown).toContain('Help) when Attack');
    expect(shown).toContain('The pact: ends when “Borduria withdraws”; 1 state alone can bring it about: Borduria');
  });

  it('as JSON keep to their schema', () => {
    const document = burdensDocument([{ case: side!.case, burdens }], '0.1.0');
    expect(problems('burdens-1', document)).toBeNull();
    expect(document).toMatchObject({ schema: 'casus-burdens/1', cases: [{ burdens: [{ subject: 'Pact' }] }] });
  });
});
