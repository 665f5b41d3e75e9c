/** Other ways in which treaties say the same: each gives what the plain form gives. */
import { describe, expect, it } from 'vitest';
import { plainCase, type Plain } from '../plain.js';
import { SOIL, actor, clause, group } from './soil.js';

const life = (text: string): Plain => plainCase(`${SOIL}body K { members G decides by at least 2 members } treaty T { parties A, B ${text} article 1 { A shall consult } }`).instruments.T;
const rules = (text: string): Plain => plainCase(`${SOIL}body K { members G matter m ${text} }`).bodies.K.rules;

describe('who finds', () => {
  it('a body by its vote; its members with `any of` or `each of` in front', () => {
    const { norms } = plainCase(`${SOIL}body K { members G decides by at least 2 members }
treaty T { parties G article 1 { A shall consult once K finds that truce A shall consult once any of K finds that truce within 3 days A shall consult once each of K finds that truce } }`).instruments.T;
    expect(norms[0].when).toMatchObject({ kind: 'decided', decision: { body: 'K', ballots: 'K//truce' } });
    expect(norms[1].when).toMatchObject({ kind: 'finds', determination: { who: { kind: 'body', id: 'K' }, any: true, fact: 'truce', deadline: { days: '3' } } });
    expect(norms[2].when).toMatchObject({ kind: 'finds', determination: { who: { kind: 'body', id: 'K' }, any: false } });
  });

  it('not finding, one by one, after a time', () => {
    const [none] = clause('A shall consult if any of G does not find that truce within 3 days');
    expect(none!.when).toMatchObject({ kind: 'unfound', determination: { who: group('G'), any: true } });
  });
});

describe('rules', () => {
  it.each([
    ['by fewer than 2 members against', 'fewer than 2 members against'],
    ['by fewer than one third of the members against', 'fewer than one third of the members against'],
    ['by at least 2 members or by at least half of the members, and no A against', '(by at least 2 members or by at least half of the members) and no A against'],
    ['by at least 2 members, with no A against', 'by at least 2 members and no A against'],
    ['by at least 2 members, including the concurring votes of A', 'by at least 2 members and the concurring votes of A'],
    ['by the concurring votes of A', 'the concurring votes of A'],
    ['by at least 2 members or by concurring votes of (A and B)', 'by at least 2 members or the concurring votes of (A and B)'],
    ['by at least 2 members, quorum 3 members, and A approves', '(by at least 2 members, quorum 3 members) and A approves'],
    ['by at least 2 members, with no A against, within 3 days', 'by at least 2 members and no A against within 3 days'],
  ])('%s', (said, plain) => expect(rules(`decides m ${said}`)).toEqual(rules(`decides m ${plain}`)));
});

describe('the life of an instrument', () => {
  it.each([
    ['in force 30 days after ratified by all of parties', 'in force once 30 days after ratified by all of parties'],
    ['in force once at least 2 of parties ratify', 'in force once ratified by at least 2 of parties'],
    ['in force once all parties have ratified', 'in force once ratified by all parties'],
    ['in force once A ratifies and B has ratified', 'in force once ratified by A and ratified by B'],
    ['in force once (A and B) ratify', 'in force once ratified by (A and B)'],
    ['ratified by all of parties on 2029-01-01', 'ratified by parties on 2029-01-01'],
    ['signed by all of (A and B) on 2029-01-01', 'signed by (A and B) on 2029-01-01'],
  ])('%s', (said, plain) => {
    const [one, other] = [life(said), life(plain)];
    expect({ ...one, statements: [] }).toEqual({ ...other, statements: [] });
  });

  it('a term that is renewed', () => {
    const { inForceSince, expires, renewal } = life('in force since 2012-05-01 for 20 years, unless A consents');
    expect({ inForceSince, expires }).toEqual({ inForceSince: '2012-05-01', expires: '2032-04-30' });
    expect(renewal).toMatchObject({ when: { kind: 'consent', who: actor('A'), subject: 'renewal:T' } });
  });
});

describe('each party', () => {
  it('is each of the parties, of this instrument or of another', () => {
    const { norms } = plainCase(`${SOIL}treaty O { parties A, B } treaty T { parties G article 1 { each party shall consult each party of O shall consult } }`).instruments.T;
    expect(norms[0]).toMatchObject({ bearer: { kind: 'parties', instrument: 'T' }, distribution: 'each' });
    expect(norms[1]).toMatchObject({ bearer: { kind: 'parties', instrument: 'O' }, distribution: 'each' });
  });

  it('leaves `party` and `ratify` names', () => {
    const { actors, acts } = plainCase('actor party act ratify');
    expect([Object.keys(actors), Object.keys(acts)]).toEqual([['party'], ['ratify']]);
  });
});
