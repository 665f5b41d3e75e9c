import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/ended-by-attacker');

describe('promise/ended-by-attacker, in full', () => {
  it('points to the sentence that ends it, and leaves the strength alone', () => {
    const { found, finding } = theOne('promise/ended-by-attacker', 'withdrawal');
    expect(finding.severity).toBe('error');
    expect(textAt(found, finding.place)).toBe('ends when any of Guarantors withdraws');
    expect(finding.message).toContain('Borduria can end Terminable treaty.');
    expect(finding.help).toContain('let no single state end it');
    expect(finding.about).toEqual(['Help', 'Ends', 'BorduriaAttacks', 'Terminable']);
    expect(found.verdicts.map(({ cells }) => cells[0]!.strength)).toEqual(['automatic', 'automatic']);
  });

  it('names the smallest part of the hostile side that is enough, and the other ways to the end', () => {
    const { found, finding } = theOne('promise/ended-by-attacker', 'two-ways');
    expect(finding.message).toContain('Borduria and Syldavia can end TwoEnds.');
    expect(finding.causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([['it is also ended by this', 'ends when Council adopts enforcement']]);
  });
});
