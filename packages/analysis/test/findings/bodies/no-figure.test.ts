import { describe, expect, it } from 'vitest';
import { fixture, testFixtures } from '../../support/fixtures.js';

testFixtures('bodies/no-figure');

describe('bodies/no-figure, in full', () => {
  it('is a warning about the body, the attribute and those without it', () => {
    const found = fixture('bodies/no-figure/one-forgotten').findings.filter(({ code }) => code === 'bodies/no-figure');
    expect(found.map(({ severity, about }) => [severity, about])).toEqual([
      ['warning', ['Company', 'shares', 'Newcomer']],
      ['warning', ['Nobody', 'shares', 'Arcadia', 'Borduria']],
    ]);
  });
});
