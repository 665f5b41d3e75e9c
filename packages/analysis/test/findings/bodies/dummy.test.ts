import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('bodies/dummy');

describe('bodies/dummy, in full', () => {
  it('is told, not warned of, and points to the membership', () => {
    const { found, finding } = theOne('bodies/dummy', 'weighted');
    expect(finding.severity).toBe('info');
    expect(finding.about).toEqual(['EecCouncil', 'Luxembourg']);
    expect(finding.causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([['Luxembourg has a vote here', 'Luxembourg']]);
  });
});
