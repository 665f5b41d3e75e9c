/** Declarations that are taken from an earlier state of a case say what reading everything from the beginning says, where one of them is read by another. */
import { isDeepStrictEqual } from 'node:util';
import { compile, Workspace } from '@casus/language';
import { identityOf, type Case, type Finding, type Norm, type Outcome } from '@casus/model';
import { describe, expect, it } from 'vitest';

const FILE = 'pact.casus';

/** Reads the states of a file (each with `END` behind it) one after the other with what is remembered, and each of them anew; what was read of the last. */
function edited(...states: readonly string[]): Outcome<Case> {
  const workspace = new Workspace(() => undefined);
  let warm: Outcome<Case> | undefined;
  for (const text of states) {
    const whole = `${text}${END}`;
    workspace.update(FILE, whole);
    warm = workspace.outcome();
    const cold = compile([{ path: FILE, text: whole }], () => undefined);
    expect(warm).toEqual(cold);
    expect(isDeepStrictEqual(warm, cold)).toBe(true);
  }
  return warm!;
}

const told = ({ findings }: Outcome<Case>): readonly (readonly [Finding['code'], number])[] => findings.filter(({ severity }) => severity === 'error').map(({ code, place }) => [code, place.line]);

const ACTORS = 'case "Pact"\nactor Arcadia, Borduria, Syldavia\nact assist "come to the aid of"\n';

/** What stands at the end of a file is read again after most edits; this stands there instead of what a test is about. */
const END = 'fact spring "it is spring"\nfact summer "it is summer"\nfact autumn "it is autumn"\nfact winter "it is winter"\n';

describe('the standing deadline of a body, borrowed by a sentence elsewhere', () => {
  const body = (days: number): string => `body Council { members Arcadia, Borduria matter help\n  decides help unanimously within ${days} days }\n`;
  const treaty = 'treaty T { parties Arcadia, Borduria\n  article 1 { if Council adopts help then Borduria shall assist Arcadia } }\n';
  const deadlineOf = ({ value }: Outcome<Case>): unknown => {
    const { when } = value.instruments.get('T')!.norms[0]!;
    return when.kind === 'decided' ? when.decision.deadline : when;
  };

  it('moves with the body, whichever of them moves', () => {
    const [close, apart, upside] = [`${ACTORS}${body(3)}${treaty}`, `${ACTORS}${body(3)}\n// between\n\n${treaty}`, `${ACTORS}\n\n${body(3)}\n${treaty}`];
    expect(deadlineOf(edited(close, apart, upside, close, apart))).toMatchObject({ kind: 'days', days: { num: 3n } });
    edited(`${ACTORS}${treaty}${body(3)}`, `${ACTORS}${treaty}  \n${body(3)}`, `\n${ACTORS}${treaty}  \n${body(3)}`);
  });

  it('is another when the body sets another, and none when it sets none', () => {
    expect(deadlineOf(edited(`${ACTORS}${body(3)}${treaty}`, `${ACTORS}${body(5)}${treaty}`))).toMatchObject({ kind: 'days', days: { num: 5n } });
    expect(deadlineOf(edited(`${ACTORS}${body(3)}${treaty}`, `${ACTORS}${body(3).replace(' within 3 days', '')}${treaty}`))).toMatchObject({ kind: 'none' });
  });
});

describe('the lines of a position, numbered among those of their holder', () => {
  const issue = 'issue seat { option north option south }\n';
  const mine = 'position Arcadia { demands seat.north\n  refuses seat.south }\n';
  const ids = ({ value: { positions } }: Outcome<Case>): readonly string[] => positions.map(({ id, subject }) => `${id} ${subject.kind === 'option' ? subject.option : subject.kind}`);

  it('take other numbers when a line is added above them, in another declaration or in the same', () => {
    const before = `${ACTORS}${issue}${mine}`;
    expect(ids(edited(before))).toEqual(['Arcadia.1 seat.north', 'Arcadia.2 seat.south']);
    expect(ids(edited(before, `${ACTORS}${issue}position Arcadia { accepts seat.south }\n${mine}`))).toEqual(['Arcadia.1 seat.south', 'Arcadia.2 seat.north', 'Arcadia.3 seat.south']);
    expect(ids(edited(before, before.replace('{ demands', '{ accepts seat.south\n  demands')))).toEqual(['Arcadia.1 seat.south', 'Arcadia.2 seat.north', 'Arcadia.3 seat.south']);
    expect(ids(edited(`${ACTORS}${issue}position Arcadia { accepts seat.south }\n${mine}`, before))).toEqual(['Arcadia.1 seat.north', 'Arcadia.2 seat.south']);
  });

  it('keep them when the line above is that of another holder, or gets a name', () => {
    const others = (line: string): string => `${ACTORS}${issue}position Borduria { ${line} }\n${mine}`;
    expect(ids(edited(`${ACTORS}${issue}${mine}`, others('accepts seat.south'), others('accepts seat.south called south')))).toEqual(['Borduria.south seat.south', 'Arcadia.1 seat.north', 'Arcadia.2 seat.south']);
  });
});

describe('the range of an issue, by which sentences and positions elsewhere are read', () => {
  const text = (range: string): string => `${ACTORS}attribute forces in persons\nissue ceiling { range ${range} }
treaty T { parties Arcadia, Borduria  article 1 { Arcadia shall limit forces as agreed in ceiling } }
position Borduria { demands ceiling at most 50 persons }
`;
  const [wide, narrow, ships] = ['10 to 90 persons', '60 to 90 persons', '10 to 90 ships'].map(text) as [string, string, string];

  it('makes a position wrong when it no longer holds its number, and right when it does again', () => {
    expect(told(edited(wide))).toEqual([]);
    expect(told(edited(wide, narrow))).toEqual([['form/incomplete', 7]]);
    expect(told(edited(wide, narrow, wide, `\n${narrow}`))).toEqual([['form/incomplete', 8]]);
    expect(told(edited(narrow, wide))).toEqual([]);
  });

  it('is what a sentence is read by: its numbers, and its unit', () => {
    const { value } = edited(wide, narrow);
    expect(value.instruments.get('T')!.norms[0]!.action).toMatchObject({ kind: 'exceed', attribute: 'forces' });
    expect(told(edited(wide, ships)).map(([, line]) => line)).toContain(6);
    expect(told(edited(wide, ships, wide))).toEqual([]);
  });
});

describe('the articles of an instrument', () => {
  const HEAD = 'region Islands\nregion Mainland\n';
  const article = (number: number, sentence: string, title = `Point ${number}`): string => `  article ${number} "${title}" {\n    ${sentence}\n  }\n`;
  const treaty = (articles: readonly string[], lines = '  parties Arcadia, Borduria, Syldavia\n', name = 'T'): string => `${ACTORS}${HEAD}treaty ${name} "A treaty" {\n${lines}${articles.join('')}}\n`;
  const ASSIST = 'Borduria shall assist Arcadia within 3 days';
  const articles = [article(1, ASSIST), article(2, 'upon armed attack on Arcadia, Borduria shall assist Arcadia'), article(3, 'if Borduria consents then Syldavia shall assist Arcadia'), article(4, 'Arcadia shall not assist Borduria\n    silent on "time"')];
  const norms = ({ value }: Outcome<Case>): readonly Norm[] => value.instruments.get('T')!.norms;
  const with_ = (number: number, text: string): string[] => articles.map((each, i) => (i === number - 1 ? text : each));

  it('are read as from the beginning after one is changed, added, left out, moved or numbered anew', () => {
    const whole = treaty(articles);
    edited(
      whole, treaty(with_(2, article(2, ASSIST))), treaty(with_(2, article(2, `${ASSIST}\n    ${ASSIST}`))), whole, treaty(articles.slice(1)), treaty(articles.slice(0, 3)), treaty([articles[0]!, articles[3]!]), whole,
      treaty([...articles, article(5, ASSIST)]), treaty([article(0, ASSIST), ...articles]), treaty([...articles].reverse()), treaty(with_(3, article(7, ASSIST))), treaty(with_(3, article(1, ASSIST))), treaty(articles.slice(0, 1)), treaty([]), whole,
    );
  });

  it('are read anew where the instrument around them says something else', () => {
    const lines = '  parties Arcadia, Borduria, Syldavia\n';
    const scoped = (region: string): string => treaty(articles, `${lines}  applies in ${region}\n`);
    const { value } = edited(treaty(articles), scoped('Islands'), scoped('Mainland'));
    expect(JSON.stringify(norms({ value, findings: [] })[1]!.when)).toContain('Mainland');
    edited(treaty(articles), treaty(articles, lines, 'Pact'), treaty(articles), treaty(articles, '  parties all of Arcadia\n'), treaty(articles, ''), treaty(articles, `${lines}  not legally binding\n`));
  });

  it('are read anew after lines of the life of the instrument in them, and after mistakes', () => {
    const life = with_(2, article(2, 'in force since 2020-01-01\n    ends on 2030-01-01'));
    edited(treaty(life), `// a remark\n${treaty(life)}`, treaty(life).replace('2030', '2031'), treaty(articles), treaty(with_(3, article(3, 'Nobody shall assist Arcadia'))), treaty(with_(3, '  article 3 {\n')), treaty(articles));
  });

  it('have words that go on over remarks, strings and lines', () => {
    const whole = treaty(articles);
    edited(
      whole, whole.replace('  article 2', '/* left\n out\n*/  article 2'), whole.replace('  article 2', '/* left\n out  article 2').replace('  article 3', '*/ article 3'), whole, whole.replace('article 2', 'article /* two\n */ 2'), whole.replaceAll('\n', '\r\n'),
      whole.replace('"Point 2"', '"Point 2'), whole.replace('"Point 2"', '"Point \\"2"'), whole.replace(' within 3 days', ' within 3\n days'), whole.replace(' within 3 days', ', // three\n within 30 days'), whole.replace('if Borduria consents then', 'if Borduria consents,'), whole.replace('\n}\n', '}').trimEnd(), whole,
    );
  });

  it('keep what is known of their sentences when another article changes, wherever they stand then', () => {
    const workspace = new Workspace(() => undefined);
    const read = (text: string): readonly Norm[] => {
      workspace.update(FILE, text);
      return norms(workspace.outcome());
    };
    const before = read(treaty(articles)).map(identityOf);
    const after = read(treaty(with_(2, article(2, `${ASSIST}\n    ${ASSIST}`)))).map(identityOf);
    expect(before).toHaveLength(4);
    expect(after).toHaveLength(5);
    expect([after[0] === before[0], after[1] === before[1], after[3] === before[2], after[4] === before[3]]).toEqual([true, false, true, true]);
  });
});
