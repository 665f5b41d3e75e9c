import { describe, expect, it } from 'vitest';
import { plainCase, type Plain } from '../plain.js';
import { SOIL, actor, group } from './soil.js';

const GROUND = `${SOIL}
treaty T { parties G  group Inner = A, B  applies in North  article 5 { A shall assist B }  article 6 "Means" { B may consult } }
treaty Old { parties G }
arrangement Both { instruments T, Old }
scenario S { C attacks A }
promise P { G assist A }
`;
const made = (text: string): Plain => plainCase(`${GROUND}${text}`);
const option = (id: string): object => ({ kind: 'option', option: id });
const fact = (id: string): object => ({ kind: 'fact', fact: id });

describe('the lines of a position', () => {
  const lines = (text: string): Plain[] => made(`position A { ${text} }`).positions as Plain[];

  it('what is insisted on may wait for a condition', () => {
    expect(lines('demands d.u if truce  refuses T if not d.m')).toMatchObject([
      { verb: 'demands', subject: option('d.u'), condition: fact('truce') },
      { verb: 'refuses', subject: { kind: 'instrument', instrument: 'T' }, condition: { kind: 'not', of: option('d.m') } },
    ]);
  });

  it('points, for a subject and for a number between its lowest and its highest', () => {
    expect(lines('values d.u at 10 points  values not truce at 2.5  values size from 30 to 0 points  values size at most 12 persons at 3')).toMatchObject([
      { verb: 'values', subject: option('d.u'), points: '10' },
      { subject: { kind: 'not', of: fact('truce') }, points: '5/2' },
      { subject: { kind: 'number', issue: 'size', bound: 'at-least', value: '10', unit: 'persons' }, scale: { lowest: '30', highest: '0' } },
      { subject: { kind: 'number', issue: 'size', bound: 'at-most', value: '12', unit: 'persons' }, points: '3' },
    ]);
    expect(lines('values d.u at 10')[0]).not.toHaveProperty('scale');
  });

  it('ranks: the first, and what comes next', () => {
    expect(lines('ranks d.u, then truce and T, then d.m then Both')).toMatchObject([
      { verb: 'ranks', subject: option('d.u'), then: [{ kind: 'and', of: [fact('truce'), { kind: 'instrument', instrument: 'T' }] }, option('d.m'), { kind: 'instrument', instrument: 'Both' }] },
    ]);
  });

  it('weight, name and dates in any order', () => {
    const detailed = lines('demands d.u called veto weight 3 from 2031-01-01 until 2031-02-01 cite s  refuses truce on 2031-01-01 weight 0.5  demands T called last');
    expect(detailed).toMatchObject([
      { id: 'A.veto', weight: '3', from: '2031-01-01', until: '2031-02-01', provenance: { cites: [{ source: 's' }] } },
      { id: 'A.2', weight: '1/2', from: '2031-01-01' },
      { id: 'A.last' },
    ]);
    expect(detailed[2]).not.toHaveProperty('weight');
  });

  it('a named line takes no number from the others', () => {
    const { positions } = made('position B { demands d.u called veto }\nposition A { demands d.u }\nposition B { refuses d.m }');
    expect(positions.map(({ id }: Plain) => id)).toEqual(['B.veto', 'A.1', 'B.2']);
  });
});

describe('subjects', () => {
  const about = (text: string): Plain => made(`position A { demands ${text} }`).positions[0].subject as Plain;

  it('`not` binds tightest, then `and`, then `or`; parentheses bind otherwise', () => {
    expect(about('not truce and d.u or T and vote-held')).toEqual({ kind: 'or', of: [
      { kind: 'and', of: [{ kind: 'not', of: fact('truce') }, option('d.u')] }, { kind: 'and', of: [{ kind: 'instrument', instrument: 'T' }, fact('vote-held')] },
    ] });
    expect(about('not (truce and (d.u or d.m))')).toEqual({ kind: 'not', of: { kind: 'and', of: [fact('truce'), { kind: 'or', of: [option('d.u'), option('d.m')] }] } });
    expect(about('(B and C) as Inner and (A and B) cannot block P')).toMatchObject({ kind: 'and', of: [{ kind: 'role', group: 'T.Inner' }, { kind: 'no-veto', promise: 'P' }] });
  });

  it('a promise within a time, of at least a strength', () => {
    expect(about('promise P holds within 2 weeks under Both when S')).toEqual({ kind: 'holds', promise: 'P', arrangement: 'Both', scenario: 'S', within: '14', negated: false });
    expect(about('promise P is at least collective within 3 days')).toEqual({ kind: 'holds', promise: 'P', strength: 'collective', atLeast: true, within: '3', negated: false });
    expect(about('promise P is captive')).toEqual({ kind: 'holds', promise: 'P', strength: 'captive', negated: false });
  });

  it('the number of an issue, and a limit on an attribute', () => {
    expect(about('size exactly 15 persons')).toEqual({ kind: 'number', issue: 'size', bound: 'exactly', value: '15', unit: 'persons' });
    expect(about('size at least 20')).toEqual({ kind: 'number', issue: 'size', bound: 'at-least', value: '20', unit: 'persons' });
    expect(about('personnel of G at least 5 persons and d.u')).toMatchObject({ kind: 'and', of: [{ kind: 'limit', attribute: 'personnel', of: group('G'), bound: 'at-least', value: '5' }, option('d.u')] });
  });

  it('no more than others have, and points', () => {
    expect(about('C has no veto that A lacks')).toEqual({ kind: 'no-more', who: actor('C'), what: 'veto', than: actor('A') });
    expect(about('(B and C) have no duty that A lacks')).toMatchObject({ kind: 'no-more', what: 'duty', than: actor('A') });
    expect(about('at least 7.5 points')).toEqual({ kind: 'points', least: '15/2' });
  });
});

describe('negotiations', () => {
  it('what is on the table, and between whom', () => {
    const { negotiations } = made(`negotiation N "The talks" {
      parties A, G, Alliance
      instruments T
      standing Old
      with d.u
      steps vote-held, truce
      judged when S
      truce needs vote-held cite s "x"
      T excludes d.m or truce
      exactly 1 of d.u, d.m and truce
      at most 2 of T, Old, truce reported
    } cite s`);
    expect(negotiations.N).toMatchObject({
      label: 'The talks', parties: ['A', 'G', 'Alliance'], instruments: ['T'], standing: ['Old'], options: ['d.u'], steps: ['vote-held', 'truce'], scenarios: ['S'], provenance: { cites: [{ source: 's' }] },
      rules: [
        { kind: 'needs', of: fact('truce'), other: fact('vote-held'), provenance: { cites: [{ phrase: 'x' }] } },
        { kind: 'excludes', of: { kind: 'instrument', instrument: 'T' }, other: { kind: 'or', of: [option('d.m'), fact('truce')] } },
        { kind: 'count', bound: 'exactly', count: 1, of: [option('d.u'), { kind: 'and', of: [option('d.m'), fact('truce')] }] },
        { kind: 'count', bound: 'at-most', count: 2, provenance: { status: 'reported' } },
      ],
    });
    expect(negotiations.N.rules[3].of).toHaveLength(3);
  });

  it('may leave everything open', () => {
    expect(made('negotiation N { }').negotiations.N).toMatchObject({ label: 'N', parties: [], instruments: [], standing: [], options: [], steps: [], scenarios: [], rules: [] });
  });
});

describe('amendments', () => {
  it('are read as if they stood in the article, and change no instrument', () => {
    const { amendments, instruments } = made(`amendment Aid "Aid by others" to T article 5 weight 2.5 inferred "a way out" {
      upon armed attack on A {
        if Inner decide unanimously then the parties shall assist A within 3 days
        [d.u: B may consult | d.m: C may only consult with the consent of A]
      }
    }`);
    expect(amendments.Aid).toMatchObject({ label: 'Aid by others', instrument: 'T', article: 'T.5', weight: '5/2', provenance: { status: 'inferred', note: 'a way out' } });
    expect(amendments.Aid.norms.map(({ id, instrument, article, modality, options }: Plain) => [id, instrument, article, modality, options])).toEqual([
      ['Aid#1', 'T', 'T.5', 'duty', []], ['Aid#2', 'T', 'T.5', 'right', ['d.u']], ['Aid#3', 'T', 'T.5', 'right', ['d.m']], ['Aid#4', 'T', 'T.5', 'ban', ['d.m']],
    ]);
    const inText = made('treaty T2 { parties G  group Inner = A, B  applies in North  article 5 { upon armed attack on A { if Inner decide unanimously then the parties shall assist A within 3 days } } }').instruments.T2.norms[0];
    const asWritten = (norm: Plain): string => JSON.stringify({ ...norm, id: '', instrument: '', article: '' }).replaceAll('T2', 'T');
    // The consent or vote that is asked for is named after the article that it stands in.
    expect(asWritten(amendments.Aid.norms[0])).toBe(asWritten(inText));
    expect(instruments.T.norms).toHaveLength(2);
  });

  it('make an article of their own where none is named', () => {
    const { amendments, instruments } = made('amendment Aid to T { A may assist B }');
    expect(amendments.Aid).not.toHaveProperty('article');
    expect(amendments.Aid).not.toHaveProperty('weight');
    expect(amendments.Aid.norms).toMatchObject([{ id: 'Aid#1', instrument: 'T', article: 'T.Aid', bearer: actor('A') }]);
    expect(instruments.T.articles.map(({ id }: Plain) => id)).toEqual(['T.5', 'T.6']);
  });
});

it('the words of talks may be names', () => {
  const names = ['weight', 'called', 'points', 'needs', 'standing', 'steps', 'values', 'ranks', 'judged', 'excludes', 'lacks', 'amendment', 'veto', 'right', 'ban'];
  const { positions, negotiations } = plainCase(`actor A
${names.map((name) => `fact ${name}`).join('\n')}
position A {
  demands weight weight 3 called called
  demands points and needs
  values values at 3 points
  ranks ranks, then called
}
negotiation negotiation {
  steps steps, weight
  needs excludes lacks
  points needs needs
  standing excludes judged
}`);
  expect(positions).toMatchObject([
    { id: 'A.called', subject: fact('weight'), weight: '3' }, { subject: { kind: 'and', of: [fact('points'), fact('needs')] } },
    { verb: 'values', subject: fact('values'), points: '3' }, { verb: 'ranks', subject: fact('ranks'), then: [fact('called')] },
  ]);
  expect(negotiations.negotiation).toMatchObject({ steps: ['steps', 'weight'], rules: [
    { kind: 'excludes', of: fact('needs'), other: fact('lacks') }, { kind: 'needs', of: fact('points'), other: fact('needs') }, { kind: 'excludes', of: fact('standing'), other: fact('judged') },
  ] });
});
