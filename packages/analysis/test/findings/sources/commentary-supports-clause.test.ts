import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('sources/commentary-supports-clause');

describe('sources/commentary-supports-clause, in full', () => {
  it('points to the citation, with the clause as its cause, wherever the clause stands', () => {
    const found = fixture('sources/commentary-supports-clause/hearsay');
    const findings = found.findings.filter(({ code }) => code === 'sources/commentary-supports-clause');
    expect(findings.map(({ place }) => textAt(found, place)?.slice(0, 12))).toEqual(Array.from({ length: 4 }, () => 'cite column '));
    expect(findings.map(({ causes }) => textAt(found, causes[0]!.place)?.split('\n')[0])).toEqual([
      'in force once ratified by all of parties', 'Borduria shall assist Arcadia', 'silent on "money"', 'decides any other matter unanimously',
    ]);
    expect(findings.map(({ about }) => about)).toEqual([['column', 'Hearsay'], ['column', 'Hearsay'], ['column', 'Hearsay'], ['column', 'Assembly']]);
    expect(findings[0]!.help).toContain('inferred');
    expect(findings[0]!.severity).toBe('error');
  });
});
