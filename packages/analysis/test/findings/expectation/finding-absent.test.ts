import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('expectation/finding-absent');

describe('expectation/finding-absent, in full', () => {
  it('points to the line, and is about what the line is about', () => {
    const found = fixture('expectation/finding-absent/absent');
    const absent = found.findings.filter(({ code }) => code === 'expectation/finding-absent');
    expect(absent.map(({ about, severity }) => [about, severity])).toEqual([[['Help', 'Guaranteed'], 'error'], [[], 'error']]);
    expect(textAt(found, absent[0]!.place)).toMatch(/finding promise\/captive for Help, Guaranteed$/);
    expect(absent[0]!.help).toContain('remove the line');
  });
});
