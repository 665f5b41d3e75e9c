import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('sources/digest-differs');

describe('sources/digest-differs, in full', () => {
  it('points to the source, and checks the quotation all the same', () => {
    const { found, finding } = theOne('sources/digest-differs', 'another-edition');
    expect(finding.severity).toBe('warning');
    expect(textAt(found, finding.place)).toMatch(/^source printed/);
    expect(finding.message).toMatch(/^treaty\.txt is not the text that “The treaty as printed” was quoted from/);
    expect(finding.about).toEqual(['printed']);
    expect(found.findings.filter(({ code }) => code.startsWith('sources/quotation'))).toEqual([]);
  });
});
