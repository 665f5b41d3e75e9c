import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('sources/quotation-missing');

describe('sources/quotation-missing, in full', () => {
  it('points to the citation', () => {
    const { found, finding } = theOne('sources/quotation-missing', 'invented');
    expect(finding.severity).toBe('error');
    expect(textAt(found, finding.place)).toBe('cite printed "the moon is made of cheese"');
    expect(finding.about).toEqual(['printed']);
  });

  it('says where in the container the words stand, if they do', () => {
    const { finding } = theOne('sources/quotation-missing', 'outside');
    expect(finding.message).toContain('line 3');
    expect(finding.about).toEqual(['report']);
  });
});
