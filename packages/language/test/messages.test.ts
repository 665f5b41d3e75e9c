/** Messages about form that name what is meant, and the place where it is. */
import { describe, expect, it } from 'vitest';
import { compile } from '../src/compile.js';
import { PRELUDE } from './fixtures.js';

const inPact = (sentence: string): string => `treaty Pact {\n  parties Four\n  article 1 {\n    ${sentence}\n  }\n}\n`;
const ask = (text: string): ReturnType<typeof compile>['findings'] =>
  compile([{ path: 'prelude', text: PRELUDE }, { path: 'own', text }], () => undefined).findings.filter(({ place }) => place.file === 'own');

describe('the word that is meant', () => {
  it.each([
    ['if Arcadia consentz then Borduria shall consult', 'consents'],
    ['if Arcadia requestz help then Borduria shall consult', 'requests'],
    ['Arcadia shall consult within 3 dayz', 'days'],
    ['if Four decides by at leest 3 members then Borduria shall consult', 'least'],
  ])('%s', (sentence, word) => {
    expect(ask(inPact(sentence))[0]!.help).toBe(`did you mean \`${word}\`?`);
  });
});

describe('what to write instead', () => {
  it.each([
    ['Arcadia shall consult until ceasefire', 'write `unless` and the condition'],
    ['Arcadia shall not consult except as provided in article 2', 'write `subject to article 2`'],
    ['Arcadia shall not consult without its consent', 'name who has to consent'],
    ['at least 2 of Four shall consult', '`any of` it'],
    ['one of Four shall consult', '`any of`'],
    ['no party shall consult', 'write `each party shall not …`'],
    ['any party may consult', 'write `each party`'],
    ['Arcadia or Borduria shall consult', '`any of (Arcadia and Borduria)`'],
    ['jointly Four shall consult', '`jointly` stands behind `shall`'],
    ['Arcadia undertakes to consult', 'a duty is `shall`'],
    ['article 1 suspended while ceasefire', 'write it inside the article'],
    ['any of Four may withdraw after 1 year notice', '`withdrawal on 1 year notice`'],
    ['Arcadia shall withdraw', '`withdrawal on 1 year notice`'],
    ["withdrawal on 1 year's notice", '`withdrawal on 1 year notice`'],
    ['in force upon ratification', '`in force once ratified by all of parties`'],
    ['in force once Arcadia, Borduria and Syldavia ratify', 'stands in parentheses'],
    ['in force once ratified by Arcadia and Borduria', 'stands in parentheses'],
    ['if Four decide by at least 2 members, with no Arcadia against, then Arcadia shall consult', 'leave the comma out'],
    ['suspended by Arcadia', 'write `suspended when`'],
    ['if Four decide by majority then Arcadia shall consult', '`by a majority of the members`'],
    ['if Four decide by a majority then Arcadia shall consult', '`by a majority of the members`'],
    ['if Four decide by simple majority then Arcadia shall consult', '`by a majority of the members`'],
    ['if at least 1 of Borduria and Syldavia consult then Arcadia shall consult', '`at least 1 of (Borduria and Syldavia)`'],
    ['once Arcadia finds that armed attack on Arcadia then Borduria shall consult', '`finds that attacked`'],
    ['once Arcadia finds that Borduria attacks Arcadia then Borduria shall consult', '`finds that attacked`'],
  ])('%s', (sentence, help) => {
    const text = sentence.startsWith('article') ? `treaty Pact {\n  parties Four\n  ${sentence}\n  article 2 { Arcadia shall consult }\n}\n` : inPact(sentence);
    expect(ask(text)[0]!.help).toContain(help);
  });

  it('no word is offered for itself', () => {
    for (const word of ['withdraw', 'ratify', 'approve', 'decide', 'request', 'half']) {
      expect(ask(inPact(`Arcadia shall ${word}`)).map(({ help }) => help ?? ''), word).not.toContainEqual(expect.stringContaining(`mean \`${word}\``));
    }
  });
});

describe('quotation marks without partner', () => {
  const line = (sentence: string): unknown => ask(inPact(sentence)).map(({ message, place: { column, endColumn } }) => [message, column, endColumn]);

  it('one that is never closed is told where the text begins', () => {
    expect(line('Arcadia shall consult cite gazette "x y at "p. 3"')).toEqual([['this text is never closed', 40, 47]]);
    expect(line('Arcadia shall consult cite gazette "x y')).toEqual([['this text is never closed', 40, 44]]);
  });

  it('one that was never opened is told where the text ends', () => {
    expect(line('Arcadia shall consult cite gazette x y" at "p. 3"')).toEqual([['this quotation mark closes nothing', 43, 44]]);
  });
});

describe('headings', () => {
  it('a case has one title', () => {
    expect(ask('case "One"\nactor Zz\ncase "Two"\n')).toMatchObject([{ code: 'form/incomplete', message: 'the case has a title already: “One”', place: { line: 3 }, causes: [{ place: { line: 1 } }] }]);
    expect(ask('case "One"\nactor Zz\n')).toEqual([]);
  });

  it('an instrument says something', () => {
    expect(ask('treaty Empty { }')).toMatchObject([{ code: 'form/incomplete', message: 'the treaty `Empty` says nothing' }]);
    expect(ask('treaty Short { parties Four }')).toEqual([]);
    // What was in it is told to be broken; that it is empty for it is not.
    expect(ask('treaty Broken {\n  partiez Four\n}').map(({ code }) => code)).toEqual(['form/syntax']);
  });
});
