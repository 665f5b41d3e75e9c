import { describe, expect, it } from 'vitest';
import { plainCase } from '../plain.js';
import { actor, clause, group, SOIL } from './soil.js';

const life = (text: string): ReturnType<typeof plainCase>['instruments'][string] => plainCase(`${SOIL}treaty T { parties A, B ${text} article 1 { A shall consult } article 2 { B shall consult } }`).instruments.T;

describe('the life of an instrument', () => {
  it('signature and ratification: who, and when', () => {
    const { signed, signatures, ratifications } = life('signed by A, B on 2020-02-29 ratified by A on 2021-01-01 ratified by B');
    expect(signed).toBe('2020-02-29');
    expect(signatures).toMatchObject([{ who: { kind: 'union', of: [actor('A'), actor('B')] }, on: '2020-02-29' }]);
    expect(ratifications).toMatchObject([{ who: actor('A'), on: '2021-01-01' }, { who: actor('B') }]);
    expect(ratifications[1]).not.toHaveProperty('on');
  });

  it('a term counts by the calendar: the last day is the one before the anniversary', () => {
    expect(life('in force since 2012-05-01 for 20 years')).toMatchObject({ inForceSince: '2012-05-01', expires: '2032-04-30' });
    expect(life('in force since 2012-02-29 for 1 year')).toMatchObject({ expires: '2013-02-27' });
    expect(life('in force since 2012-01-31 for 1 month')).toMatchObject({ expires: '2012-02-28' });
    expect(life('in force since 2012-05-01 for 10 days')).toMatchObject({ expires: '2012-05-10' });
  });

  it('provisional application of some articles or all', () => {
    expect(life('provisional application of articles 1 and 2 since 2020-01-01').provisional).toMatchObject({ since: '2020-01-01', articles: ['T.1', 'T.2'] });
    expect(life('provisional application once signed by A').provisional).toMatchObject({ articles: [], when: { kind: 'signed', who: actor('A'), quantifier: { kind: 'all' }, instrument: 'T' } });
  });

  it('reservations', () => {
    expect(life('reservation by B to article 2 on 2020-01-01 reservation by A').reservations).toMatchObject([{ who: actor('B'), articles: ['T.2'], on: '2020-01-01' }, { who: actor('A'), articles: [] }]);
  });

  it('accession on a day is membership from that day; on a condition it stands by itself', () => {
    const { parties, accessions } = life('accession of C on 2020-01-01 accession of C once the parties decide on "accession" unanimously');
    expect(parties).toMatchObject({ kind: 'union', of: [{ kind: 'union', of: [actor('A'), actor('B')] }, { kind: 'during', set: actor('C'), from: '2020-01-01' }] });
    expect(accessions).toMatchObject([{ who: actor('C'), when: { kind: 'decided', decision: { voters: { kind: 'parties', instrument: 'T' }, rule: { kind: 'unanimity' } } } }]);
  });

  it('withdrawal: notice, the first day for it, what survives, and who has given it', () => {
    const { withdrawal, notices } = life('withdrawal on 1 year notice, not before 2025-01-01, article 2 survives notice of withdrawal by B on 2027-03-01');
    expect(withdrawal).toMatchObject({ notice: { kind: 'days', days: '365' }, notBefore: '2025-01-01', survives: ['T.2'] });
    expect(notices).toMatchObject([{ who: actor('B'), on: '2027-03-01', leaves: '2028-03-01' }]);
  });

  it('renewal and suspension', () => {
    const { expires, renewal, suspensions } = life('ends on 2030-01-01, unless A consents suspended when truce');
    expect(expires).toBe('2030-01-01');
    expect(renewal).toMatchObject({ when: { kind: 'consent', who: actor('A'), subject: 'renewal:T' } });
    expect(suspensions).toMatchObject([{ when: { kind: 'fact', fact: 'truce' }, options: [] }]);
  });

  it('the scope is that of events that name no region', () => {
    const { norms } = plainCase(`${SOIL}treaty T { parties G applies in North outside Far article 1 { upon armed attack on A, B shall assist A upon armed attack on A in Far, B shall consult } }`).instruments.T;
    expect(norms[0].when).toMatchObject({ kind: 'event', within: ['North'], outside: ['Far'] });
    expect(norms[1].when).toMatchObject({ kind: 'event', within: ['Far'] });
    expect(norms[1].when).not.toHaveProperty('outside');
  });
});

describe('determinations and declarations', () => {
  it('each finds for itself; a body by its decision, on its matter', () => {
    const [own, any, body, negated] = clause('A shall consult once it finds that truce within 3 days A shall consult if any of G finds that truce at the request of any of G A shall consult if G find that truce by at least 2 members within 5 days A shall consult if G do not find that truce within 5 days');
    expect(own!.when).toMatchObject({ kind: 'finds', determination: { who: { kind: 'role', role: 'bearer' }, any: false, fact: 'truce', deadline: { days: '3' } } });
    expect(any!.when).toMatchObject({ kind: 'finds', determination: { who: group('G'), any: true, request: { who: group('G'), any: true }, deadline: { kind: 'none' } } });
    expect(body!.when).toMatchObject({ kind: 'decided', decision: { voters: group('G'), ballots: 'G//truce', rule: { kind: 'yes' }, deadline: { days: '5' } } });
    expect(negated!.when).toMatchObject({ kind: 'unfound', determination: { who: group('G'), deadline: { days: '5' } } });
  });

  it('what is not decided: with a time, its failure; without, the opposite', () => {
    const { norms } = plainCase(`${SOIL}body K { members G matter war decides any other matter unanimously within 4 days }
treaty T { parties G article 1 { if K does not adopt war within 9 days, A shall consult if K does not adopt war, A shall consult if G do not decide on "x" unanimously, A shall consult if it opts out of K on war, A shall consult } }`).instruments.T;
    expect(norms[0].when).toMatchObject({ kind: 'failing', decision: { body: 'K', matter: 'K.war', deadline: { days: '9' } } });
    // The body's own time counts where the sentence sets none.
    expect(norms[1].when).toMatchObject({ kind: 'failing', decision: { deadline: { days: '4' } } });
    expect(norms[2].when).toMatchObject({ kind: 'not', of: { kind: 'decided', decision: { ballots: 'G/x' } } });
    expect(norms[3].when).toMatchObject({ kind: 'opted-out', who: { kind: 'role', role: 'bearer' }, decision: { body: 'K', matter: 'K.war', ballots: 'K/K.war' } });
  });

  it('consent of the bearer', () => {
    expect(clause('each of G shall strike A with its consent')[0]!.when).toMatchObject({ kind: 'consent', who: { kind: 'role', role: 'bearer' }, subject: 'strike:A' });
  });
});
