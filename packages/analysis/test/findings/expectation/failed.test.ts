import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('expectation/failed');

describe('expectation/failed, in full', () => {
  it('points to the line and says what was expected and what was found', () => {
    const found = fixture('expectation/failed/wrong');
    const failed = found.findings.filter(({ code }) => code === 'expectation/failed');
    expect(failed).toHaveLength(7);
    for (const finding of failed) {
      expect(finding.severity).toBe('error');
      expect(textAt(found, finding.place)).toMatch(/^(expect )?promise /);
      expect(finding.message).toMatch(/^Expected .*; found .*\.$/);
      expect(finding.help).toContain('casus explain');
      expect(finding.confirmedBy).toBeUndefined();
    }
    expect(failed[0]!.about).toEqual(['Help', 'Guaranteed', 'BorduriaAttacks']);
  });
});
