import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('sources/quotation-changed');

describe('sources/quotation-changed, in full', () => {
  it('points to the citation and shows the nearest passage with the difference', () => {
    const { found, finding } = theOne('sources/quotation-changed', 'sharpened');
    expect(finding.severity).toBe('error');
    expect(textAt(found, finding.place)).toBe('cite printed "Borduria shall come to the aid of Arcadia"');
    expect(finding.message).toContain('(text has “may”, quotation has “shall”)');
    expect(finding.help).toContain('quote the words as they stand');
    expect(finding.about).toEqual(['printed']);
  });
});
