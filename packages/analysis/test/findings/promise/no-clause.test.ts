import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/no-clause');

describe('promise/no-clause, in full', () => {
  it('points to the arrangement, and to the silence that the author has noted', () => {
    const { found, finding } = theOne('promise/no-clause', 'silent');
    expect(finding.severity).toBe('warning');
    expect(textAt(found, finding.place)).toMatch(/^arrangement Silence/);
    expect(finding.causes.map(({ message, place, cites }) => [message, textAt(found, place)?.startsWith('silent on'), cites?.[0]?.at])).toEqual([
      ['the text is silent on help in an armed attack', true, 'Art. 1'],
    ]);
    expect(finding.help).toContain('silent on');
    expect(finding.about).toEqual(['Help', 'Silence', 'LindoriaAttacks']);
  });

  it('is told once for all promises and scenarios', () => {
    const { finding } = theOne('promise/no-clause', 'friendship');
    expect(finding.about).toEqual(['Help', 'Force', 'Friends', 'LindoriaAttacks', 'BorduriaAttacks']);
  });
});
