import { describe, expect, it } from 'vitest';
import { normsOf, plainCase, type Plain } from '../plain.js';
import { SOIL, ANY, actor, group, clause } from './soil.js';

describe('sentences', () => {
  it.each([
    ['A shall consult', { modality: 'duty', distribution: 'each', action: { kind: 'act', act: 'consult', target: { kind: 'none' } }, when: ANY, unless: [], deadline: { kind: 'none' }, discretion: 'none' }],
    ['each of G shall assist A', { modality: 'duty', distribution: 'each', bearer: group('G'), action: { act: 'assist', target: { kind: 'thing', id: 'A' } } }],
    ['any of G shall assist the victim', { distribution: 'any', action: { target: { kind: 'role', role: 'victim' } } }],
    ['G shall jointly assist each of G', { distribution: 'jointly', action: { target: { kind: 'each', set: group('G') } } }],
    ['G shall not strike one another', { modality: 'ban', action: { target: { kind: 'one-another' } } }],
    ['A may join Alliance', { modality: 'right', action: { target: { kind: 'thing', id: 'Alliance' } } }],
    ['A pledges to consult', { modality: 'pledge' }],
    ['G pledge not to strike A', { modality: 'pledge-not' }],
    ['A shall limit personnel to 15 persons', { modality: 'ban', action: { kind: 'exceed', attribute: 'personnel', max: { kind: 'number', value: '15', unit: 'persons' } } }],
    ['A shall limit personnel as agreed in size', { action: { max: { kind: 'range', issue: 'size' } } }],
    ['A pledges to limit personnel to [u: 11 | m: 12]', { modality: 'pledge-not', action: { max: { kind: 'choice', alternatives: [{ option: 'd.u', value: { value: '11' } }, { option: 'd.m' }] } } }],
    ['A shall consult within 2 weeks', { deadline: { kind: 'days', days: '14', text: '2 weeks' } }],
    ['A shall consult within [u: 1 month | m: 1 year]', { deadline: { kind: 'choice', alternatives: [{ value: { days: '30' } }, { value: { days: '365' } }] } }],
    ['A shall consult without delay', { deadline: { kind: 'indeterminate', word: 'without delay' } }],
    ['A shall consult as soon as possible', { deadline: { kind: 'indeterminate', word: 'as soon as possible' } }],
    ['A shall consult by 2030-01-01', { deadline: { kind: 'date', date: '2030-01-01' } }],
    ['A shall assist B by such action as it deems necessary, including strike', { discretion: 'own', means: ['strike'] }],
    ['A shall assist B by such action as may be necessary, including strike and consult', { discretion: 'necessary', means: ['strike', 'consult'] }],
    ['A shall consult when truce', { when: { kind: 'fact', fact: 'truce' } }],
    ['A shall consult provided that truce and vote-held', { when: { kind: 'and', of: [{ fact: 'truce' }, { fact: 'vote-held' }] } }],
    ['A shall consult unless truce', { unless: [{ kind: 'fact', fact: 'truce' }] }],
    ['A shall not join Alliance without the consent of any of G', { unless: [{ kind: 'consent', who: group('G'), any: true, subject: 'join:Alliance' }] }],
    ['A shall not join Alliance except with the consent of G', { unless: [{ kind: 'consent', any: false, subject: 'join:Alliance' }] }],
    ['A shall limit personnel to 5 except with the consent of B', { unless: [{ kind: 'consent', subject: 'limit:personnel' }] }],
    ['A shall assist B at the request of any of G', { when: { kind: 'request', who: group('G'), any: true } }],
    ['A shall consult subject to article 1 and U', { subjectTo: [{ instrument: 'T', article: 'T.1' }, { instrument: 'U' }] }],
    ['A shall consult notwithstanding article 51 of U, without prejudice to article 1, promptly', { notwithstanding: [{ instrument: 'U', article: 'U.51' }], withoutPrejudice: [{ article: 'T.1' }], deadline: { word: 'promptly' } }],
  ])('%s', (written, expected) => {
    const norms = normsOf(`${SOIL}treaty T { parties G article 1 { ${written} } }\ncharter U { article 51 { A shall consult } }`);
    expect(norms).toHaveLength(1);
    expect(norms[0]).toMatchObject({ id: 'T.art1#1', instrument: 'T', article: 'T.1', ...expected });
  });

  it('may only: a right on the condition, and a ban unless it is met', () => {
    for (const written of ['A may join Alliance only if truce', 'A may only join Alliance when truce']) {
      expect(clause(written)).toMatchObject([
        { id: 'T.art1#1', modality: 'right', when: { kind: 'fact', fact: 'truce' }, unless: [] },
        { id: 'T.art1#2', modality: 'ban', when: ANY, unless: [{ kind: 'fact', fact: 'truce' }] },
      ]);
    }
  });

  it('what stands around a sentence is folded into it, from the outside in', () => {
    const norms = clause(`upon armed attack on B by C in North outside Far {
        if G decide unanimously within 3 days then A shall consult
        failing which A may consult
        if truce { [ u: B shall consult | m: ] } otherwise C shall consult
      }`);
    const attack = { kind: 'event', event: 'armed-attack', on: actor('B'), by: actor('C'), within: ['North'], outside: ['Far'] };
    expect(norms.map((n) => n.when)).toMatchObject([
      { kind: 'and', of: [attack, { kind: 'decided', decision: { ballots: 'G/', deadline: { days: '3' } } }] },
      { kind: 'and', of: [attack, { kind: 'failing', decision: { ballots: 'G/', deadline: { days: '3' } } }] },
      { kind: 'and', of: [attack, { kind: 'fact', fact: 'truce' }] },
      { kind: 'and', of: [attack, { kind: 'not', of: { kind: 'fact', fact: 'truce' } }] },
    ]);
    expect(norms.map((n) => [n.id, n.options])).toEqual([['T.art1#1', []], ['T.art1#2', []], ['T.art1#3', ['d.u']], ['T.art1#4', []]]);
  });

  it('a comma ends the event or condition where a sentence follows', () => {
    expect(clause('upon armed attack on A, B, C shall consult')).toMatchObject([{ bearer: actor('C'), when: { on: { of: [actor('A'), actor('B')] } } }]);
    expect(clause('upon armed attack on A, each of G shall consult')).toMatchObject([{ bearer: group('G'), when: { on: actor('A') } }]);
    expect(clause('if truce, if vote-held, B and C shall consult')).toMatchObject([{ bearer: { of: [actor('B'), actor('C')] }, when: { of: [{ fact: 'truce' }, { fact: 'vote-held' }] } }]);
  });

  it('a sentence ends where the next begins', () => {
    const norms = clause('A shall consult\nB shall consult when truce C shall limit personnel to 5\nA shall consult if truce\nif truce then B shall consult');
    expect(norms.map((n) => [n.bearer.id, n.when.kind])).toEqual([['A', 'true'], ['B', 'fact'], ['C', 'true'], ['A', 'fact'], ['B', 'fact']]);
  });

  it('readings among the sentences', () => {
    expect(clause('readings R { reading first { A shall consult } reading second { B shall consult } } C shall consult').map((n) => n.options)).toEqual([['T.R.first'], ['T.R.second'], []]);
  });

  it('consent in a condition around is one consent for the article, and `otherwise` its opposite', () => {
    const norms = clause('if B consents then A shall strike C otherwise A shall assist C\nif B consents { A shall consult B may strike C }');
    const consent = { kind: 'consent', who: actor('B'), any: false, subject: 'T.1' };
    expect(norms.map((n) => n.when)).toEqual([consent, { kind: 'not', of: consent }, consent, consent]);
  });

  it('each article asks for a consent of its own, and so does what stands outside of any', () => {
    const norms = normsOf(`${SOIL}treaty T { parties G article 1 { if B consents then A shall consult } article 2 { if B consents then A shall consult } [ d.u: if B consents then A shall consult | d.m: ] }`);
    expect(norms.map((n) => n.when.subject)).toEqual(['T.1', 'T.2', 'T.text']);
  });

  it('consent in the qualifiers of a sentence is consent to its act towards one thing, or to its act', () => {
    const norms = clause(`if B consents {
      A shall not strike C without the consent of B
      A may strike C when B consents
      A may strike each of G only with the consent of B
      A shall not strike one another except with the consent of B
      A shall consult if B consents
      A shall not strike the victim unless B consents
    }`);
    const subjects = (cond: Plain): string[] => (cond.kind === 'consent' ? [cond.subject] : (cond.of ?? []).flatMap(subjects));
    expect(norms.map((n) => [n.modality, subjects(n.when), n.unless.flatMap(subjects)])).toEqual([
      ['ban', ['T.1'], ['strike:C']],
      ['right', ['T.1', 'strike:C'], []], ['ban', ['T.1'], ['strike:C']],
      ['right', ['T.1', 'strike'], []], ['ban', ['T.1'], ['strike']],
      ['ban', ['T.1'], ['strike']],
      ['duty', ['T.1', 'consult'], []],
      ['ban', ['T.1'], ['strike']],
    ]);
  });

  it('consent to the entry into force or the end is consent to that', () => {
    const { T } = plainCase(`${SOIL}treaty T { parties G in force once B consents ends when B consents article 1 { if C consents { ends when B consents } } }`).instruments;
    expect(T.entry.when.subject).toBe('entry:T');
    expect(T.ends.map((end: Plain) => end.when)).toMatchObject([{ subject: 'end:T' }, { of: [{ subject: 'T.1' }, { subject: 'end:T' }] }]);
  });
});
