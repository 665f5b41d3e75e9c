import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/suspended-by-attacker');

describe('promise/suspended-by-attacker, in full', () => {
  it('points to the sentence that suspends it, and leaves the strength alone', () => {
    const { found, finding } = theOne('promise/suspended-by-attacker', 'withdrawal');
    expect(finding.severity).toBe('error');
    expect(textAt(found, finding.place)).toBe('suspended when any of Guarantors withdraws');
    expect(finding.about).toEqual(['Help', 'Suspends', 'BorduriaAttacks', 'Suspendable']);
    expect(found.verdicts.map(({ cells }) => cells[0]!.strength)).toEqual(['automatic', 'automatic']);
  });
});
