import { describe, expect, it } from 'vitest';
import { plainCase } from '../plain.js';
import { SOIL, actor, group } from './soil.js';

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
    const made = plainCase(`source sa "T" { publisher "p" author "q" date 2025-08-20 kind analysis grade B2 url "u" text "t.txt" obtain "o" }
source sb { within sa begins "x" ends "y" digest "${'ab'.repeat(32)}" }
accounts When "when?" { account "in March" cite sa "m" account "in April" cite sb reported by "R" }`);
    expect(made.sources.sa).toMatchObject({ label: 'T', publisher: 'p', author: 'q', date: '2025-08-20', kind: 'analysis', grade: { reliability: 'B', credibility: '2' }, url: 'u', text: 't.txt', obtain: 'o' });
    expect(made.sources.sb).toMatchObject({ within: 'sa', begins: 'x', ends: 'y', digest: 'ab'.repeat(32) });
    expect(made.disputes).toMatchObject([{ id: 'When', label: 'when?', accounts: [{ text: 'in March', provenance: { cites: [{ source: 'sa', phrase: 'm' }] } }, { text: 'in April', provenance: { status: 'reported', by: 'R', cites: [{ source: 'sb' }] } }] }]);
  });

  it('an instrument', () => {
    const { instruments } = plainCase(`${SOIL}
      memorandum M "Memo" { parties A, B not legally binding article 1 { A shall consult } signed on 2020-01-01 in force since 2020-02-01 ends on 2030-01-01 prevails over every other instrument silent on "deadlines" cite s "none" }
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
