import { describe, expect, it } from 'vitest';
import { fixture, testFixtures } from '../../support/fixtures.js';

testFixtures('bodies/dictator');

describe('bodies/dictator, in full', () => {
  it('is told instead of each of the others being a dummy', () => {
    const { findings } = fixture('bodies/dictator/weighted');
    expect(findings.filter(({ code }) => code.startsWith('bodies/')).map(({ code, severity, about }) => [code, severity, about])).toEqual([
      ['bodies/dictator', 'info', ['Company', 'Holding']],
      ['bodies/dictator', 'info', ['Guarantors', 'Canal', 'Borduria']],
    ]);
  });
});
