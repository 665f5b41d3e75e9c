import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('sources/differ');

describe('sources/differ, in full', () => {
  it('sets the accounts side by side, each with its citation', () => {
    const { found, finding } = theOne('sources/differ', 'when-signed');
    expect(finding.severity).toBe('info');
    expect(textAt(found, finding.place)).toMatch(/^accounts WhenSigned/);
    expect(finding.causes.map(({ message, cites }) => [message, cites?.[0]?.source, cites?.[0]?.phrase])).toEqual([
      ['in March', 'courier', 'signed in the last days of March'],
      ['in April', 'gazette', 'this second day of April'],
    ]);
    expect(finding.causes.map(({ place }) => textAt(found, place)?.slice(0, 18))).toEqual(['account "in March"', 'account "in April"']);
    expect(finding.about).toEqual(['WhenSigned']);
  });
});
