/** Bodies: permanent and elected members, recusals by matter, quorums, bases of shares. */
import { describe, expect, it } from 'vitest';
import type { Body, Case, Recusal, Rule, SetExpr } from '../../model/src/case.js';
import { actor, body, caseOf, declared, decision, event, instrument, number, one, PLACE, promise, PROVENANCE, role, scenario, set } from '../src/build.js';
import { judge, type OracleVerdict } from '../src/index.js';

const place = PLACE;
const elected: SetExpr = { kind: 'group', id: 'Elected', place };
const permanent = set('P1', 'P2');
const abstaining: Recusal = { who: role('disputants'), how: 'abstains', matters: ['Council.dispute'], place, provenance: PROVENANCE };

function rule(yes: number): Rule {
  const threshold = { kind: 'count', count: number(yes), strict: false } as const;
  return { kind: 'and', of: [{ kind: 'yes', threshold, place }, { kind: 'no-fewer-than', count: number(1), among: permanent, place }], place };
}

/** Two permanent and three elected members; P2 attacks V. */
function council(more: Partial<Body>): Case {
  const seats = [1, 2, 3].map(i => actor(`Elected.${String(i)}`, {}, { group: 'Elected', index: i }));
  const members: SetExpr = { kind: 'union', of: [permanent, elected], place };
  const bound = { ...body('Council', members, { matterNames: ['dispute', 'enforcement'] }), rules: [{ matters: [], rule: rule(3), place, provenance: PROVENANCE }], recusals: [abstaining], ...more };
  return caseOf({
    actors: [...['P1', 'P2', 'V'].map(a => actor(a)), ...seats],
    groups: [{ ...declared('Elected'), members: { kind: 'union', of: seats.map(s => one(s.id)), place } }],
    bodies: [bound],
    instruments: [instrument('Charter', [])],
    scenarios: [scenario('Attack', [event(one('P2'), one('V'))])],
    promises: ['dispute', 'enforcement'].map(matter =>
      promise(matter, { kind: 'decision', decision: decision({ kind: 'body', id: 'Council', place }, undefined, { body: 'Council', matter: `Council.${matter}`, ballots: `Council.${matter}` }), place }),
    ),
  });
}

function verdict(case_: Case, matter: string): OracleVerdict {
  return judge(case_, { promise: matter, arrangement: 'All', scenario: 'Attack' });
}

describe('a council of two permanent and three elected members that needs three votes', () => {
  it('is captive to a permanent member that attacks', () => {
    const found = verdict(council({}), 'enforcement');
    expect([found.strength, found.meanwhile]).toEqual(['captive', 'forbidden']);
    expect(found.vetoers).toEqual(['P1', 'P2']);
    expect(found.holding).toHaveLength(3);
    expect(found.stopping).toEqual([['P1'], ['P2'], ['Elected.1', 'Elected.2', 'Elected.3']]);
    // An abstention is no veto.
    expect(found.othersAbstain).toBe(true);
    expect(found.othersAbsent).toBe(true);
  });

  it('is collective where a party to the dispute abstains, which holds for that matter alone', () => {
    const found = verdict(council({}), 'dispute');
    expect(found.strength).toBe('collective');
    // P2 casts no vote at all; P1 can still stop it, and two elected members together leave too few.
    expect(found.vetoers).toEqual(['P1']);
    expect(found.stopping).toEqual([['P1'], ['Elected.1', 'Elected.2'], ['Elected.1', 'Elected.3'], ['Elected.2', 'Elected.3']]);
  });

  it('needs its quorum, for which a forced abstention counts as present', () => {
    const quorum = { kind: 'count', count: number(5), strict: false } as const;
    expect(verdict(council({ quorum }), 'dispute').vetoers).toEqual(['Elected.1', 'Elected.2', 'Elected.3', 'P1']);
    const left: Recusal = { ...abstaining, how: 'excluded' };
    expect(verdict(council({ quorum, recusals: [left] }), 'dispute').strength).toBe('forbidden');
  });

  it('takes the first rule that fits the matter, and cannot decide without one', () => {
    const always = { matters: ['Council.dispute'], rule: { kind: 'always', place } as const, place, provenance: PROVENANCE };
    expect(verdict(council({ rules: [always] }), 'dispute').strength).toBe('automatic');
    expect(verdict(council({ rules: [always] }), 'enforcement').strength).toBe('forbidden');
  });
});

describe('shares', () => {
  const byShare = (basis: 'members' | 'present' | 'voting', strict: boolean): OracleVerdict => {
    const half: Rule = { kind: 'yes', threshold: { kind: 'share', share: { num: 1n, den: 2n }, basis, strict }, place };
    return verdict(council({ rules: [{ matters: [], rule: half, place, provenance: PROVENANCE }], recusals: [] }), 'enforcement');
  };

  it('of those voting need fewer votes than shares of the members when the others stay away', () => {
    expect(byShare('members', false).holding[0]).toHaveLength(3);
    expect(byShare('voting', true).deciding.at(['P1'], 'absent')).toBe(true);
    expect(byShare('present', true).deciding.at(['P1'], 'abstain')).toBe(false);
    expect(byShare('present', true).deciding.at(['P1'], 'absent')).toBe(true);
    expect(byShare('members', true).deciding.at(['P1'], 'absent')).toBe(false);
  });
});
