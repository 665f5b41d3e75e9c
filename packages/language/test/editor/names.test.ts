import { describe, expect, it } from 'vitest';
import { namesOf, tokensOf, type TextFile } from '../../src/index.js';

const read = (files: Record<string, string>) => (path: string): TextFile | undefined => (files[path] === undefined ? undefined : { path, text: files[path] });
const index = (text: string, files: Record<string, string> = {}): ReturnType<typeof namesOf> => namesOf([{ path: 'case', text }], read(files));

/** Uses and declarations in short: `name=id`, a declaration with `!`. */
const inShort = (text: string, files: Record<string, string> = {}): readonly string[] => index(text, files).in('case').map(({ written, id, declares }) => `${written}=${id}${declares ? '!' : ''}`);

describe('the names of a case', () => {
  it('are declared and used, each with its full name', () => {
    expect(inShort('actor Arcadia\ntreaty Pact { parties Arcadia group Friends = Arcadia article 1 { Friends shall assist Arcadia } }\nact assist')).toEqual([
      'Arcadia=Arcadia!', 'Pact=Pact!', 'Arcadia=Arcadia', 'Friends=Pact.Friends!', 'Arcadia=Arcadia', '1=Pact.1!', 'Friends=Pact.Friends', 'assist=assist', 'Arcadia=Arcadia', 'assist=assist!',
    ]);
  });

  it('are told apart in a dotted name', () => {
    expect(inShort('issue mode { option alone }\narrangement A { instruments T with mode.alone }\ntreaty T { }').filter((each) => !each.endsWith('!'))).toEqual(['T=T', 'mode=mode', 'alone=mode.alone']);
  });

  it('are found where articles are referred to', () => {
    expect(inShort('actor A\nact assist\ntreaty T { parties A article 5(1) { A shall assist A subject to article 5(1) } }').filter((each) => each.startsWith('5'))).toEqual(['5(1)=T.5(1)!', '5(1)=T.5(1)']);
  });

  it('are found in talks: lines of positions, negotiations, amendments and the articles that they change', () => {
    expect(inShort('position A { demands s called first }\nactor A\nstep s\nnegotiation N { parties A steps s }\namendment M to T article 1 { A may assist A }\nact assist\ntreaty T { parties A article 1 { A shall assist A } }').slice(0, 3)).toEqual(['A=A', 's=s', 'first=A.first!']);
    expect(inShort('actor A\nstep s\nnegotiation N { parties A steps s }\namendment M to T article 1 { A may assist A }\nact assist\ntreaty T { parties A article 1 { A shall assist A } }').slice(2, 8)).toEqual(['N=N!', 'A=A', 's=s', 'M=M!', 'T=T', '1=T.1']);
  });

  it('are read from tables', () => {
    const names = index('actors Union from "union.csv"\ngroup G = Arcadia', { 'union.csv': 'name\nArcadia\n' });
    expect(names.declarations.get('Arcadia')).toMatchObject({ kind: 'actor', fromTable: true, place: { file: 'union.csv', line: 2 } });
    expect(names.of('Arcadia').map(({ declares }) => declares)).toEqual([false]);
  });

  it('are not read where a part is broken, and elsewhere are', () => {
    expect(inShort('actor Arcadia\ntreaty T {\n  parties Arcadia\n  article 1 { Arcadia shall shall }\n}\ngroup G = Arcadia')).toEqual(expect.arrayContaining(['G=G!', 'Arcadia=Arcadia']));
  });

  it('have scopes around a place', () => {
    const text = 'treaty T { body B { members everyone decides unanimously } }';
    expect(index(text).scopesAt('case', text.indexOf('everyone'))).toEqual(['T.B', 'T']);
  });

  it('leave words to the construct that they belong to', () => {
    const text = 'treaty T { in force once ratified by all parties ends on 2031-01-01 }';
    const names = index(text);
    expect(names.constructAt('case', text.indexOf('ratified'))).toMatchObject({ rule: 'CondRatified', keyword: 'ratified' });
    expect(names.constructAt('case', text.indexOf('ends'))).toMatchObject({ rule: 'EndDecl' });
    expect(names.constructAt('case', text.indexOf('T '))).toBeUndefined();
  });

  it('are parsed again only where a text changed', () => {
    const before = new Map();
    namesOf([{ path: 'a', text: 'actor A' }, { path: 'b', text: 'actor B' }], () => undefined, before);
    const kept = before.get('a');
    const names = namesOf([{ path: 'a', text: 'actor A' }, { path: 'b', text: 'actor C, A2' }], () => undefined, before);
    expect(before.get('a')).toBe(kept);
    expect([...names.declarations.keys()]).toEqual(['A', 'C', 'A2']);
  });
});

it('tokens cover everything but white space, in order', () => {
  const text = 'case “x”\n// remark\nactor A /* more\nlines */ { population: 1_000.5 persons } cite b "c" on 2031-01-01 |';
  const tokens = tokensOf(text);
  expect(tokens.map(({ kind }) => kind)).toEqual(['keyword', 'text', 'comment', 'keyword', 'name', 'comment', 'sign', 'name', 'sign', 'number', 'name', 'sign', 'keyword', 'name', 'text', 'keyword', 'date', 'sign']);
  let end = 0;
  for (const token of tokens) {
    expect(text.slice(end, token.offset).trim()).toBe('');
    expect(text.slice(token.offset, token.end)).toBe(token.text);
    end = token.end;
  }
});
