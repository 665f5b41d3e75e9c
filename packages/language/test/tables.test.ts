/** Actors, figures and members from tables of comma-separated values. */
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.js';

const HEAD = `attribute seats-held attribute people in persons actor UK "United Kingdom" actor Arcadia act assist `;

function read(table: string | undefined, text: string): ReturnType<typeof compile> {
  return compile([{ path: 'a.casus', text: `${HEAD}${text}` }], (path) => (table !== undefined && path === 'table.csv' ? { path: 'table.csv', text: table } : undefined));
}
const told = (table: string | undefined, text = 'actors from "table.csv"'): string[] => read(table, text).findings.map(({ code, message, place }) => `${place.file}:${place.line} ${code} ${message}`);

describe('a table of actors', () => {
  it('declares new actors, adds figures to known ones by name or title, and makes a group with membership over time', () => {
    const { value, findings } = read('\uFEFFname,people,from,until\r\nUnited Kingdom,"67000000",,2020-01-31\r\nArcadia,5000000,,\r\n"San Theodoros, Republic of",1 000,2004-05-01,\r\n', 'actors Union "the Union" from "table.csv"');
    expect(findings).toEqual([]);
    expect([...value.actors.keys()]).toEqual(['UK', 'Arcadia', 'San-Theodoros-Republic-of']);
    expect(value.actors.get('UK')!.attributes.get('people')).toEqual({ value: { num: 67000000n, den: 1n }, unit: 'persons' });
    expect(value.actors.get('San-Theodoros-Republic-of')).toMatchObject({ label: 'San Theodoros, Republic of' });
    expect(value.groups.get('Union')).toMatchObject({ label: 'the Union', members: { kind: 'union', of: [
      { kind: 'during', set: { kind: 'actor', id: 'UK' }, until: '2020-01-31' }, { kind: 'actor', id: 'Arcadia' }, { kind: 'during', from: '2004-05-01' },
    ] } });
  });

  it('reads the columns that are asked for, whatever the mark between them', () => {
    const { value, findings } = read('Pays;Sièges;Remarque\nArcadia;12.5;x\n', 'actors from "table.csv" { name: "Pays" seats-held: "Sièges" }');
    expect(findings).toEqual([]);
    expect(value.actors.get('Arcadia')!.attributes.get('seats-held')!.value).toEqual({ num: 25n, den: 2n });
  });

  it.each([[',', 'a comma'], [';', 'a semicolon'], ['\t', 'a tab']])('two columns and a final line break, with %j', (mark) => {
    for (const end of ['', '\n', '\r\n', '\n\n']) {
      const { value, findings } = read(`name${mark}people${end === '\r\n' ? end : '\n'}"Zz, of; A"${mark}5${end}`, 'actors from "table.csv"');
      expect(findings).toEqual([]);
      expect(value.actors.get('Zz-of-A')!.attributes.get('people')!.value).toEqual({ num: 5n, den: 1n });
    }
  });

  it('one column', () => expect([...read('name\nZz\n', 'actors from "table.csv"').value.actors.keys()]).toContain('Zz'));

  it.each([
    ['a file that is not there', undefined, 'a.casus:1 form/import there is no file `table.csv` to read actors from'],
    ['an empty file', '', 'a.casus:1 form/incomplete `table.csv` is empty'],
    ['no column of names', 'country\nArcadia\n', 'table.csv:1 form/unknown-name the column `country` is neither'],
    ['a figure that is no number', 'name,people\nArcadia,many\n', 'table.csv:2 form/incomplete `many` in the column of `people` is no number'],
    ['a day that is none', 'name,from\nArcadia,2004-02-30\n', 'table.csv:2 form/date `2004-02-30` is no date'],
    ['a row with more cells than columns', 'name,people\nArcadia,5,000,000\n', 'table.csv:2 form/incomplete this row has 4 cells, and the table 2 columns'],
    ['a row with more cells than columns, of which the last are empty', 'name,people,from,until\nArcadia,1,000,,\n', 'table.csv:2 form/incomplete this row has 5 cells, and the table 4 columns'],
    ['a membership that ends before it begins', 'name,from,until\nArcadia,2030-01-01,2020-01-01\n', 'table.csv:2 form/date the membership ends on 2020-01-01, before it begins on 2030-01-01'],
    ['a table without rows', 'name,people\n', 'table.csv:1 form/incomplete `table.csv` has a line of columns and no row below it'],
    ['a row without a name', 'name,people\n,5\n', 'table.csv:2 form/incomplete this row names no actor'],
    ['a row that names nobody', 'name,people\n---,5\n', 'table.csv:2 form/incomplete `---` has neither a letter nor a digit'],
    ['a quotation mark that is not closed', 'name,people\nArcadia,5\n"Zz,5\nYy,6\n', 'table.csv:3 form/incomplete a quotation mark in this row is never closed'],
    ['a quotation mark inside a cell', 'name,people\n"Z"z,5\n', 'table.csv:2 form/incomplete a quotation mark in this row'],
    ['a row named with a word of the language', 'name\nthe\n', 'table.csv:2 form/incomplete `the` is a word of the language and cannot be a name'],
    ['a row twice', 'name,people\nArcadia,5\nArcadia,6\n', 'table.csv:3 form/duplicate-name `Arcadia` stands in the table already'],
    ['a name that is taken', 'name\nassist\n', 'table.csv:2 form/duplicate-name the name `assist` is taken already'],
  ])('%s is told with its line', (_, table, message) => {
    expect(told(table)[0]).toContain(message);
  });

  it('names that sentences can take are taken: other capitals, a word that may be a name, a known title', () => {
    const { value, findings } = read('name\nThe\nstates\nthe\n', 'actor Realm "the" actors All from "table.csv" treaty T { parties All article 1 { The shall assist states } }');
    expect(findings).toEqual([]);
    expect([...value.actors.keys()]).toEqual(['UK', 'Arcadia', 'Realm', 'The', 'states']);
  });

  it('a row whose name is refused is left out, and the others are read', () => {
    const { value, findings } = read('name\nnot\nZz\n', 'actors All from "table.csv"');
    expect(findings.map(({ help }) => help)).toEqual(['give the row another name in the column of names; the words themselves may stand in the column `label`']);
    expect([...value.actors.keys()]).toEqual(['UK', 'Arcadia', 'Zz']);
  });

  it('a column that is not there is told with the nearest', () => {
    const { findings } = read('Country\nArcadia\n', 'actors from "table.csv" { name: "Contry" }');
    expect(findings[0]).toMatchObject({ code: 'form/unknown-name', help: 'did you mean “Country”?' });
  });

  it('a figure that the actor has already is told', () => {
    expect(told('name,people\nKnown,5\n', 'actor Known { people: 4 } actors from "table.csv"')).toEqual(['table.csv:2 form/incomplete `Known` has `people` already']);
  });
});

describe('paths that a case names', () => {
  const form = (path: string, text: string): string[] =>
    compile([{ path, text: `case "x" actor Arcadia ${text}` }], (asked) => ({ path: asked, text: asked.endsWith('.csv') ? 'name\nZz\n' : 'actor Zz' })).findings.filter(({ code }) => code === 'form/import').map(({ place: { line, column }, message }) => `${line}:${column} ${message}`);

  it.each([
    ['actors from "/etc/actors.csv"', 'is an absolute path'],
    ['import "/etc/states"', 'is an absolute path'],
    ['import "C:\\states"', 'is an absolute path'],
    ['import "file:///etc/states"', 'is an absolute path'],
    ['source gazette "G" { text "/etc/passwd" }', 'is an absolute path'],
    ['actors from "../actors.csv"', 'leads out of the folder of the case'],
    ['import "more/../../states"', 'leads out of the folder of the case'],
    ['import "library/../states"', 'leads out of the folder of the case'],
    ['source gazette "G" { text "../secret.txt" }', 'leads out of the folder of the case'],
  ])('%s is told at its place', (text, message) => {
    for (const path of ['a.casus', 'cases/one/a.casus', '../elsewhere/a.casus', '/home/one/a.casus']) {
      expect(form(path, text), path).toEqual([expect.stringContaining(message)]);
      expect(form(path, text)[0], path).toMatch(/^1:2\d |^1:4\d /u);
    }
  });

  it.each(['actors from "tables/actors.csv"', 'import "more/states"', 'import "./more/../states"', 'import "library/states"', 'source gazette "G" { text "sources/gazette.txt" }'])('%s is fine', (text) => {
    for (const path of ['a.casus', 'cases/one/a.casus', '../elsewhere/a.casus', '/home/one/a.casus']) expect(form(path, text), path).toEqual([]);
  });

  it('a file that cannot be read is an error of the case that names it', () => {
    const { findings } = compile([{ path: 'a.casus', text: `${HEAD} actors from "table.csv"` }], (path) => ({ path, reason: 'it is not a text in UTF-8' }));
    expect(findings.map(({ code, message, place }) => [code, message, place.line])).toEqual([['form/import', '`table.csv` cannot be read: it is not a text in UTF-8', 1]]);
  });
});
