import { describe, expect, it } from 'vitest';
import { plainCase, type Plain } from '../plain.js';
import { SOIL, actor, group } from './soil.js';

describe('scenarios, promises, arrangements, positions, expectations', () => {
  const made = (text: string): Plain => plainCase(`${SOIL}treaty T { parties G group Inner = G }\nscenario S { C attacks A }\nscenario F { any of G attacks A }\npromise P { G assist A }\n${text}`);

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
    const { promises } = made(`promise Q to A { at least 1 of G assist A and (A is free to join Alliance or A is free of limits on personnel and weight up to 5) within 3 days }`);
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
    expect(positions.map((p: Plain) => [p.verb, p.subject])).toEqual([
      ['demands', { kind: 'option', option: 'd.u' }],
      ['refuses', { kind: 'fact', fact: 'truce' }],
      ['offers', { kind: 'instrument', instrument: 'T' }],
      ['prefers', { kind: 'option', option: 'd.u' }],
      ['accepts', { kind: 'text', text: 'some text' }],
      ['demands', { kind: 'holds', promise: 'P', scenario: 'S', arrangement: 'T', negated: false }],
      ['demands', { kind: 'holds', promise: 'P', strength: 'collective', atLeast: true, negated: false }],
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
    const first = { kind: 'promise', promise: 'P', arrangement: 'T', options: ['d.u'], strength: 'hollow', general: 'automatic', meanwhile: 'voluntary', because: ['C', 'A', 'B'], within: '14', defaults: 1 };
    expect(expectations).toEqual([
      { ...first, scenario: 'S' }, { ...first, scenario: 'F' },
      { kind: 'promise', promise: 'P', arrangement: 'T', scenario: 'F', attacker: 'C', options: [], strength: 'captive', because: [] },
      { kind: 'finding', code: 'promise/no-deadline', about: ['P', 'T', 'S'] },
    ]);
  });

  it('because of a group or body is because of each of its members, where the text says who they are', () => {
    const because = (who: string): string[] => made(`body K { members A, 2 silent seats decides unanimously }
group Later = A, B from 2030-01-01
expect promise P is captive under T when S because ${who}`).expectations[0].because as string[];
    expect(because('C, T.Inner')).toEqual(['C', 'A', 'B']);
    expect(because('K')).toEqual(['A', 'K.silent-1', 'K.silent-2']);
    expect(because('Later, C')).toEqual(['Later', 'C']);
  });
});
