import { describe, expect, it } from 'vitest';
import { check } from '@casus/analysis';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('sources/not-verified');

describe('sources/not-verified, in full', () => {
  it('is one finding a source, with the number of its quotations and where to get it', () => {
    const found = fixture('sources/not-verified/not-at-hand');
    const findings = found.findings.filter(({ code }) => code === 'sources/not-verified');
    expect(findings.map(({ about, severity }) => [about, severity])).toEqual([[['archived'], 'info'], [['linked'], 'info']]);
    expect(textAt(found, findings[0]!.place)).toMatch(/^source archived/);
    expect(findings[0]!.help).toBe('get the text, save it as archived.txt, and name its folder with --sources');
    expect(findings[1]!.help).toBeUndefined();
  });

  it('is not made where nobody looked for the texts', () => {
    const found = fixture('sources/not-verified/not-at-hand');
    expect(check(found.case, [], undefined).findings.filter(({ code }) => code === 'sources/not-verified')).toEqual([]);
  });
});
