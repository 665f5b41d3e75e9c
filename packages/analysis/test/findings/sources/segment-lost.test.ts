import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('sources/segment-lost');

describe('sources/segment-lost, in full', () => {
  it('names the border that is not there', () => {
    const { found, finding } = theOne('sources/segment-lost', 'no-such-border');
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain('the phrase that begins it, “KLOW, 28 March.”');
    expect(textAt(found, finding.place)).toBe('cite report "help was promised"');
    expect(finding.about).toEqual(['report']);
  });
});
