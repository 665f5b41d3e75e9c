/** Every construct of the grammar is bridged to the data that packages/model/src/case.ts describes. */
import { describe, expect, it } from 'vitest';
import { compile } from '../src/index.js';
import { compiled, normsOf, plainCase } from './plain.js';

const SOIL = `
actor A, B "Bee", C { weight: 3 }
group G = A, B, C
act assist
act strike is an assist
act join
act consult
organisation Alliance
attribute weight
attribute personnel in persons
region North
region Far in North
event raid is an attack
fact truce
step vote-held
source s { publisher "p" }
issue d { option u option m }
issue size { range 10 to 20 persons }
`;
const ANY = { kind: 'true' };
const actor = (id: string): object => ({ kind: 'actor', id });
const group = (id: string): object => ({ kind: 'group', id });
const clause = (sentences: string): any[] => normsOf(`${SOIL}treaty T { parties G article 1 { ${sentences} } }`);

describe('declarations', () => {
  it('actors, labels, attributes', () => {
    const { actors } = plainCase('actor A { p: 1_000.50 persons, w: 3 }, B "Bee" stated by "x"\nattribute p in persons\nattribute w');
    expect(actors.A).toEqual({ id: 'A', name: 'A', label: 'A', provenance: { cites: [] }, attributes: { p: { value: '2001/2', unit: 'persons' }, w: { value: '3' } } });
    expect(actors.B).toMatchObject({ label: 'Bee', provenance: { status: 'stated', by: 'x' } });
  });

  it('acts, events, regions, facts, attributes, organisations', () => {
    const made = plainCase(SOIL);
    expect(made.acts.strike.parents).toEqual(['assist']);
    expect(made.events).toMatchObject({ 'armed-attack': { label: 'armed attack', parents: [] }, threat: { parents: [] }, raid: { parents: ['armed-attack'] } });
    expect(made.regions.Far.parents).toEqual(['North']);
    expect([made.facts.truce.kind, made.facts['vote-held'].kind]).toEqual(['fact', 'step']);
    expect([made.attributes.personnel.unit, made.attributes.weight.unit]).toEqual(['persons', undefined]);
    expect(made.organisations.Alliance.kind).toBe('organisation');
  });

  it('a body with matters, seats, rules, recusals, quorum', () => {
    const made = plainCase(`${SOIL}body K "Kouncil" {
      members A, 2 elected seats
      matter peace "pacific settlement"
      matter war
      decides peace by at least 2 members cite s "x" at "Art. 1"
      decides any other matter by a majority of the members present and voting
      on peace, the parties to the dispute abstain
      on every matter the attacker does not vote
      quorum half of the members
    }`);
    const body = made.bodies.K;
    expect(body.members).toEqual({ kind: 'union', of: [actor('A'), group('K.elected')] });
    expect(made.groups['K.elected'].members.of).toEqual([actor('K.elected-1'), actor('K.elected-2')]);
    expect(made.actors['K.elected-2']).toMatchObject({ label: 'elected member 2', seat: { group: 'K.elected', index: 2 } });
    expect(body.matters.map((m: { id: string; label: string; body: string }) => [m.id, m.label, m.body])).toEqual([['K.peace', 'pacific settlement', 'K'], ['K.war', 'war', 'K']]);
    expect(body.rules).toEqual([
      { matters: ['K.peace'], rule: { kind: 'yes', threshold: { kind: 'count', count: { kind: 'number', value: '2' }, strict: false } }, provenance: { cites: [{ source: 's', phrase: 'x', at: 'Art. 1' }] } },
      { matters: [], rule: { kind: 'yes', threshold: { kind: 'share', share: '1/2', basis: 'voting', strict: true } }, provenance: { cites: [] } },
    ]);
    expect(body.recusals).toEqual([
      { who: { kind: 'role', role: 'disputants' }, how: 'abstains', matters: ['K.peace'], provenance: { cites: [] } },
      { who: { kind: 'role', role: 'attacker' }, how: 'excluded', matters: [], provenance: { cites: [] } },
    ]);
    expect(body.quorum).toEqual({ kind: 'share', share: '1/2', basis: 'members', strict: false });
  });

  it('issues, readings, options', () => {
    const made = plainCase(`${SOIL}treaty T { parties G readings Scope "the scope" { reading narrow "n" held by "x", "y" reading wide { A shall consult } } }`);
    expect(made.issues.d).toMatchObject({ kind: 'negotiation', options: [{ id: 'd.u', issue: 'd', heldBy: [] }, { id: 'd.m' }] });
    expect(made.issues.size).toMatchObject({ options: [], range: { min: '10', max: '20', unit: 'persons' } });
    expect(made.issues['T.Scope']).toMatchObject({ kind: 'reading', instrument: 'T', label: 'the scope' });
    expect(made.options['T.Scope.narrow']).toMatchObject({ name: 'narrow', label: 'n', heldBy: ['x', 'y'], issue: 'T.Scope' });
    expect(made.instruments.T.norms).toMatchObject([{ id: 'T.art-text#1', article: 'T.text', options: ['T.Scope.wide'] }]);
  });

  it('sources and accounts', () => {
    const made = plainCase(`source a "T" { publisher "p" author "q" date 2025-08-20 kind analysis grade B2 url "u" text "t.txt" obtain "o" }
source b { within a begins "x" ends "y" digest "${'ab'.repeat(32)}" }
accounts When "when?" { account "in March" cite a "m" account "in April" cite b reported by "R" }`);
    expect(made.sources.a).toMatchObject({ label: 'T', publisher: 'p', author: 'q', date: '2025-08-20', kind: 'analysis', grade: { reliability: 'B', credibility: '2' }, url: 'u', text: 't.txt', obtain: 'o' });
    expect(made.sources.b).toMatchObject({ within: 'a', begins: 'x', ends: 'y', digest: 'ab'.repeat(32) });
    expect(made.disputes).toMatchObject([{ id: 'When', label: 'when?', accounts: [{ text: 'in March', provenance: { cites: [{ source: 'a', phrase: 'm' }] } }, { text: 'in April', provenance: { status: 'reported', by: 'R', cites: [{ source: 'b' }] } }] }]);
  });

  it('an instrument', () => {
    const { instruments } = plainCase(`${SOIL}
      memorandum M "Memo" { parties A, B not legally binding signed on 2020-01-01 in force since 2020-02-01 ends on 2030-01-01 prevails over every other instrument silent on "deadlines" cite s "none" }
      treaty T { parties G in force once ratified by at least 2 of all parties ends when A withdraws yields to M prevails over U
        article 5(1) "Five" { [ u: ends when truce | m: silent on "ends" ] } }
      draft U { parties G }`);
    expect(instruments.M).toMatchObject({
      kind: 'memorandum', label: 'Memo', political: true, signed: '2020-01-01', inForceSince: '2020-02-01', expires: '2030-01-01', prevailsOver: 'all', yieldsTo: [],
      parties: { kind: 'union', of: [actor('A'), actor('B')] }, silences: [{ instrument: 'M', on: 'deadlines', provenance: { cites: [{ source: 's', phrase: 'none' }] } }],
    });
    expect(instruments.T).toMatchObject({
      political: false, prevailsOver: ['U'], yieldsTo: ['M'], articles: [{ id: 'T.5(1)', number: '5(1)', name: '5(1)', label: 'Five', instrument: 'T' }],
      entry: { when: { kind: 'ratified', quantifier: { kind: 'at-least', count: 2 }, who: { kind: 'parties', instrument: 'T' }, instrument: 'T' } },
      ends: [
        { when: { kind: 'withdrawn', quantifier: { kind: 'all' }, who: actor('A'), instrument: 'T' }, options: [] },
        { when: { kind: 'fact', fact: 'truce' }, options: ['d.u'] },
      ],
      silences: [{ instrument: 'T', article: 'T.5(1)', on: 'ends' }],
    });
  });
});

describe('sets', () => {
  it.each([
    ['A', actor('A')],
    ['A, B and C', { kind: 'union', of: [actor('A'), actor('B'), actor('C')] }],
    ['A, B, and C', { kind: 'union', of: [actor('A'), actor('B'), actor('C')] }],
    ['G except A', { kind: 'difference', from: group('G'), without: actor('A') }],
    ['G except A and B', { kind: 'difference', from: group('G'), without: { kind: 'union', of: [actor('A'), actor('B')] } }],
    ['(A, B) who are in G', { kind: 'intersection', of: [{ kind: 'union', of: [actor('A'), actor('B')] }, group('G')] }],
    ['A from 2020-01-01 until 2021-01-01', { kind: 'during', set: actor('A'), from: '2020-01-01', until: '2021-01-01' }],
    ['[u: A | m: B]', { kind: 'choice', alternatives: [{ option: 'd.u', value: actor('A') }, { option: 'd.m', value: actor('B') }] }],
    ['the attackers', { kind: 'role', role: 'attacker' }],
    ['the victim', { kind: 'role', role: 'victim' }],
    ['the requester', { kind: 'role', role: 'requester' }],
    ['the hostile states', { kind: 'role', role: 'hostile' }],
    ['everyone', { kind: 'role', role: 'everyone' }],
    ['the others', { kind: 'role', role: 'others' }],
    ['the parties to the dispute', { kind: 'role', role: 'disputants' }],
    ['all parties of T', { kind: 'parties', instrument: 'T' }],
  ])('%s', (written, expected) => {
    expect(plainCase(`${SOIL}treaty T { parties G }\ngroup X = ${written}`).groups.X.members).toEqual(expected);
  });

  it('groups in an instrument', () => {
    expect(plainCase(`${SOIL}treaty T { parties G group Inner = all parties }\ngroup Outer = Inner`).groups).toMatchObject({
      'T.Inner': { instrument: 'T', name: 'Inner', members: { kind: 'parties', instrument: 'T' } }, Outer: { members: group('T.Inner') },
    });
  });
});

describe('rules', () => {
  const count = (n: string): object => ({ kind: 'count', count: { kind: 'number', value: n }, strict: false });
  it.each([
    ['unanimously', { kind: 'unanimity' }],
    ['by unanimity among (A, B)', { kind: 'unanimity', among: { kind: 'union', of: [actor('A'), actor('B')] } }],
    ['by consensus', { kind: 'consensus' }],
    ['by at least 2 members', { kind: 'yes', threshold: count('2') }],
    ['by at least 1 of (A, B)', { kind: 'yes', threshold: count('1'), among: { kind: 'union', of: [actor('A'), actor('B')] } }],
    ['by more than 1 members', { kind: 'yes', threshold: { kind: 'count', count: { kind: 'number', value: '1' }, strict: true } }],
    ['by two thirds of those present and voting', { kind: 'yes', threshold: { kind: 'share', share: '2/3', basis: 'voting', strict: false } }],
    ['by at least 3/5 of the members present', { kind: 'yes', threshold: { kind: 'share', share: '3/5', basis: 'present', strict: false } }],
    ['by more than 62.5% of members', { kind: 'yes', threshold: { kind: 'share', share: '5/8', basis: 'members', strict: true } }],
    ['by a majority of the members', { kind: 'yes', threshold: { kind: 'share', share: '1/2', basis: 'members', strict: true } }],
    ['by members with at least 65% of the weight', { kind: 'yes', threshold: { kind: 'share', share: '13/20', basis: 'members', strict: false }, attribute: 'weight' }],
    ['by members with more than 2 of weight', { kind: 'yes', threshold: { kind: 'count', count: { kind: 'number', value: '2' }, strict: true }, attribute: 'weight' }],
    ['no A against', { kind: 'no-fewer-than', count: { kind: 'number', value: '1' }, among: actor('A') }],
    ['no member against', { kind: 'no-fewer-than', count: { kind: 'number', value: '1' } }],
    ['fewer than 2 members against', { kind: 'no-fewer-than', count: { kind: 'number', value: '2' } }],
    ['without a vote', { kind: 'always' }],
    ['A approves', { kind: 'approves', who: actor('A') }],
    ['by at least 2 members and no A against', { kind: 'and', of: [{ kind: 'yes', threshold: count('2') }, { kind: 'no-fewer-than', count: { kind: 'number', value: '1' }, among: actor('A') }] }],
    ['unanimously or by consensus', { kind: 'or', of: [{ kind: 'unanimity' }, { kind: 'consensus' }] }],
    ['[u: unanimously | m: by at least 2 members]', { kind: 'choice', alternatives: [{ option: 'd.u', value: { kind: 'unanimity' } }, { option: 'd.m', value: { kind: 'yes', threshold: count('2') } }] }],
    ['by at least [u: 1 | m: 2] members', { kind: 'yes', threshold: { kind: 'count', strict: false, count: { kind: 'choice', alternatives: [{ option: 'd.u', value: { kind: 'number', value: '1' } }, { option: 'd.m', value: { kind: 'number', value: '2' } }] } } }],
    ['unanimously, the attacker not voting, A abstaining, quorum 2 members', {
      kind: 'restricted', rule: { kind: 'unanimity' }, quorum: count('2'),
      recusals: [{ who: { kind: 'role', role: 'attacker' }, how: 'excluded', matters: [], provenance: { cites: [] } }, { who: actor('A'), how: 'abstains', matters: [], provenance: { cites: [] } }],
    }],
    ['L decides', { kind: 'decision', decision: { voters: { kind: 'body', id: 'L' }, body: 'L', ballots: 'L/', deadline: { kind: 'none' } } }],
  ])('%s', (written, expected) => {
    const { bodies } = plainCase(`${SOIL}body L { members G decides any other matter unanimously }\nbody K { members G decides any other matter ${written} }`);
    expect(bodies.K.rules[0].rule).toEqual(expected);
  });

  it('the key of a vote: the body and its matter, or the set and the topic', () => {
    const { instruments } = plainCase(`${SOIL}body K { members G matter war decides any other matter unanimously }
      treaty T { parties G group Inner = G article 1 {
        if K adopts war then A shall consult
        if K decides then A shall consult
        if Inner decide unanimously then A shall consult
        if Inner decide on "war" by at least 2 members within 36 hours then A shall consult
        if (B, A) decide unanimously then A shall consult
        if (A, B) decide unanimously then A shall consult
      } }`);
    const decisions = instruments.T.norms.map((n: { when: { decision: Record<string, unknown> } }) => n.when.decision);
    expect(decisions.map((d: { ballots: string }) => d.ballots)).toEqual(['K/K.war', 'K/', 'T.Inner/', 'T.Inner/war', '(A, B)/', '(A, B)/']);
    expect(decisions[0]).toEqual({ voters: { kind: 'body', id: 'K' }, body: 'K', matter: 'K.war', ballots: 'K/K.war', deadline: { kind: 'none' } });
    expect(decisions[3].deadline).toEqual({ kind: 'days', days: '3/2', text: '36 hours' });
  });
});

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
    ['A shall not join Alliance without the consent of any of G', { unless: [{ kind: 'consent', who: group('G'), any: true, subject: 'join' }] }],
    ['A shall not join Alliance except with the consent of G', { unless: [{ kind: 'consent', any: false, subject: 'join' }] }],
    ['A shall limit personnel to 5 except with the consent of B', { unless: [{ kind: 'consent', subject: 'limit:personnel' }] }],
    ['A shall assist B at the request of any of G', { when: { kind: 'request', who: group('G'), any: true } }],
    ['A shall consult subject to article 1 and U', { subjectTo: [{ instrument: 'T', article: 'T.1' }, { instrument: 'U' }] }],
    ['A shall consult notwithstanding article 51 of U, without prejudice to article 1, promptly', { notwithstanding: [{ instrument: 'U', article: 'U.51' }], withoutPrejudice: [{ article: 'T.1' }], deadline: { word: 'promptly' } }],
  ])('%s', (written, expected) => {
    const norms = normsOf(`${SOIL}treaty T { parties G article 1 { ${written} } }\ncharter U { article 51 { } }`);
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
    expect(clause('readings R { reading one { A shall consult } reading two { B shall consult } } C shall consult').map((n) => n.options)).toEqual([['T.R.one'], ['T.R.two'], []]);
  });

  it('consent in a condition around is consent to each act it governs', () => {
    expect(clause('if with the consent of B { A shall consult A may strike C }').map((n) => n.when.subject)).toEqual(['consult', 'strike']);
  });
});

describe('conditions', () => {
  it.each([
    ['not truce', { kind: 'not', of: { kind: 'fact', fact: 'truce' } }],
    ['truce or vote-held and truce', { kind: 'or', of: [{ kind: 'fact' }, { kind: 'and' }] }],
    ['(truce or vote-held) and truce', { kind: 'and', of: [{ kind: 'or' }, { kind: 'fact' }] }],
    ['[u: truce | m: vote-held]', { kind: 'choice', alternatives: [{ option: 'd.u', value: { fact: 'truce' } }, { option: 'd.m' }] }],
    ['3 days after truce', { kind: 'after', delay: { days: '3' }, of: { kind: 'fact' } }],
    ['any armed attack on any of G', { kind: 'event', event: 'armed-attack', on: group('G') }],
    ['raid against A', { kind: 'event', event: 'raid', on: actor('A') }],
    ['threat on A', { kind: 'event', event: 'threat', on: actor('A') }],
    ['A consents', { kind: 'consent', who: actor('A'), any: false, subject: 'consult' }],
    ['A requests help', { kind: 'request', who: actor('A'), any: false }],
    ['ratified by all parties', { kind: 'ratified', quantifier: { kind: 'all' }, who: { kind: 'parties', instrument: 'T' }, instrument: 'T' }],
    ['any of G withdraws', { kind: 'withdrawn', quantifier: { kind: 'at-least', count: 1 }, who: group('G'), instrument: 'T' }],
    ['at least 2 of G strike A', { kind: 'did', quantifier: { kind: 'at-least', count: 2 }, who: group('G'), act: 'strike', target: { kind: 'thing', id: 'A' } }],
    ['members of G with more than 1/2 of the weight join Alliance', { kind: 'did', quantifier: { kind: 'share', share: '1/2', attribute: 'weight', strict: true }, act: 'join' }],
  ])('%s', (written, expected) => {
    expect(clause(`if ${written} { A shall consult }`)[0].when).toMatchObject(expected);
  });
});

describe('scenarios, promises, arrangements, positions, expectations', () => {
  const made = (text: string): any => plainCase(`${SOIL}treaty T { parties G group Inner = G }\nscenario S { C attacks A }\nscenario F { any of G attacks A }\npromise P { G assist A }\n${text}`);

  it('scenarios', () => {
    const { scenarios } = made(`scenario X "x" {
      any of G attacks A as raid in Far on 2030-01-01
      C threatens B
      B sides with the attacker
      A requests help
      after truce
      before vote-held
      on 2030-02-01
    }
    scenario Quiet { assume not truce }`);
    expect(scenarios.X).toMatchObject({
      label: 'x', everyAttacker: true, siding: actor('B'), requester: actor('A'), date: '2030-02-01', facts: { truce: true, 'vote-held': false },
      events: [{ event: 'raid', by: group('G'), on: actor('A'), region: 'Far', date: '2030-01-01' }, { event: 'threat', by: actor('C'), on: actor('B') }],
    });
    expect(scenarios.Quiet).toMatchObject({ events: [], everyAttacker: false, siding: { kind: 'union', of: [] }, facts: { truce: false } });
  });

  it('promises', () => {
    const { promises } = made(`promise Q to A "q"
      { }`.replace('"q"\n      { }', '{ at least 1 of G assist A and (A is free to join Alliance or A is free of limits on personnel and weight up to 5) within 3 days }'));
    expect(promises.Q).toMatchObject({
      beneficiary: actor('A'), within: '3',
      expr: { kind: 'and', of: [
        { kind: 'act', quantifier: { kind: 'at-least', count: 1 }, who: group('G'), act: 'assist', target: { kind: 'thing', id: 'A' } },
        { kind: 'or', of: [{ kind: 'free-to', who: actor('A'), act: 'join', target: { id: 'Alliance' } }, { kind: 'no-limit', attributes: ['personnel', 'weight'], upTo: '5' }] },
      ] },
    });
    expect(made('body K { members G decides any other matter unanimously }\npromise D { K decides within 2 days }').promises.D.expr).toMatchObject({ kind: 'decision', decision: { body: 'K', ballots: 'K/', deadline: { days: '2' } } });
  });

  it('arrangements', () => {
    const { arrangements } = made('arrangement R "r" { instruments T with d.u judge P when S, F }\nexpect promise P is forbidden under T when S');
    expect(arrangements.R).toMatchObject({ label: 'r', instruments: ['T'], options: ['d.u'], promises: ['P'], scenarios: ['S', 'F'] });
    expect(arrangements.T).toMatchObject({ instruments: ['T'], options: [], promises: [], scenarios: [] });
  });

  it('positions', () => {
    const { positions } = made(`position A {
      demands d.u on 2025-01-01 until 2026-01-01 cite s "x" stated by "y"
      refuses truce
      offers T if d.m
      prefers d.u over d.m
      accepts "some text" inferred "why"
      demands promise P holds under T when S
      demands promise P is at least collective
      refuses promise P fails
      demands no single state can block P when S
      demands C cannot block promise P
      demands truce before vote-held
      demands personnel of A at most 5 persons
      refuses C as Inner
      demands that B strike C
    }`);
    expect(positions.map((p: any) => [p.verb, p.subject])).toEqual([
      ['demands', { kind: 'option', option: 'd.u' }],
      ['refuses', { kind: 'fact', fact: 'truce' }],
      ['offers', { kind: 'instrument', instrument: 'T' }],
      ['prefers', { kind: 'option', option: 'd.u' }],
      ['accepts', { kind: 'text', text: 'some text' }],
      ['demands', { kind: 'holds', promise: 'P', scenario: 'S', arrangement: 'T', negated: false }],
      ['demands', { kind: 'holds', promise: 'P', strength: 'collective', negated: false }],
      ['refuses', { kind: 'holds', promise: 'P', negated: true }],
      ['demands', { kind: 'no-veto', promise: 'P', scenario: 'S' }],
      ['demands', { kind: 'no-veto', promise: 'P', who: actor('C') }],
      ['demands', { kind: 'order', first: 'truce', then: 'vote-held' }],
      ['demands', { kind: 'limit', attribute: 'personnel', of: actor('A'), bound: 'at-most', value: '5', unit: 'persons' }],
      ['refuses', { kind: 'role', actor: actor('C'), group: 'T.Inner' }],
      ['demands', { kind: 'act', who: actor('B'), act: 'strike', target: { kind: 'thing', id: 'C' } }],
    ]);
    expect(positions[0]).toMatchObject({ actor: 'A', from: '2025-01-01', until: '2026-01-01', provenance: { status: 'stated', by: 'y', cites: [{ source: 's', phrase: 'x' }] } });
    expect([positions[2].condition, positions[3].over]).toEqual([{ kind: 'option', option: 'd.m' }, { kind: 'option', option: 'd.m' }]);
    expect(positions[4].provenance).toEqual({ status: 'inferred', note: 'why', cites: [] });
  });

  it('expectations', () => {
    const { expectations } = made(`expect promise P is hollow (general duty automatic), and until then voluntary under T with d.u when S, F because C, G within 2 weeks surviving 1 default
expect promise P is captive under T when F by C
expect finding promise/no-deadline for P, T, S`);
    const first = { kind: 'promise', promise: 'P', arrangement: 'T', options: ['d.u'], strength: 'hollow', general: 'automatic', meanwhile: 'voluntary', because: ['C', 'G'], within: '14', defaults: 1 };
    expect(expectations).toEqual([
      { ...first, scenario: 'S' }, { ...first, scenario: 'F' },
      { kind: 'promise', promise: 'P', arrangement: 'T', scenario: 'F', attacker: 'C', options: [], strength: 'captive', because: [] },
      { kind: 'finding', code: 'promise/no-deadline', about: ['P', 'T', 'S'] },
    ]);
  });
});

describe('files', () => {
  it('imports come first, each once, whatever the order and the circles', () => {
    const library: Record<string, string> = { one: 'import "two"\nactor One', two: 'import "one"\nactor Two' };
    const { value, findings } = compile([{ path: 'own', text: 'case "Title"\nimport "one"\nimport "two"\nactor Own\ngroup G = One, Two, Own' }], (path) => ({ path, text: library[path]! }));
    expect(findings).toEqual([]);
    expect(value.title).toBe('Title');
    expect(value.files.map((f) => [f.path, f.imported])).toEqual([['two', true], ['one', true], ['own', false]]);
    expect([...value.actors.keys()]).toEqual(['Two', 'One', 'Own']);
  });

  it('several files form one case', () => {
    const { value, findings } = compile([{ path: 'a', text: 'group G = A' }, { path: 'b', text: 'case "B"\nactor A' }], () => undefined);
    expect([findings, value.title, value.groups.size]).toEqual([[], 'B', 1]);
  });

  it('places are those of the text: lines and columns from 1, offsets in UTF-16 units', () => {
    const text = '// Å\nactor Åland\nissue d { option u }\n';
    const { actors, options } = compiled(text);
    expect(actors.get('Åland')!.place).toEqual({ file: 'own.casus', line: 2, column: 7, endLine: 2, endColumn: 12, offset: 11, end: 16 });
    expect(text.slice(options.get('d.u')!.place.offset, options.get('d.u')!.place.end)).toBe('option u');
  });

  it('an empty text is an empty case', () => {
    const { value, findings } = compile([{ path: 'own', text: '' }], () => undefined);
    expect([findings, value.actors.size, [...value.events.keys()]]).toEqual([[], 0, ['armed-attack', 'threat']]);
  });
});
