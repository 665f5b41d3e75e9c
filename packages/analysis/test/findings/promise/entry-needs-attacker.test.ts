import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/entry-needs-attacker');

describe('promise/entry-needs-attacker, in full', () => {
  it('points to the sentence on entry into force, with what it rests on', () => {
    const { found, finding } = theOne('promise/entry-needs-attacker', 'ratification');
    expect(finding.severity).toBe('warning');
    expect(textAt(found, finding.place)).toMatch(/^in force once ratified by all of parties/);
    expect(finding.message).toContain('Unratified treaty never enters into force without Borduria');
    expect(finding.causes.map(({ cites }) => cites?.map(({ phrase }) => phrase))).toEqual([['upon ratification by every party']]);
    expect(finding.help).toContain('once fewer have ratified');
    expect(finding.about).toEqual(['Help', 'Waiting', 'BorduriaAttacks', 'Unratified']);
  });

  it('judges the promise as if it were in force', () => {
    const { found } = theOne('promise/entry-needs-attacker', 'ratification');
    expect(found.verdicts.map(({ cells }) => cells[0]!.strength)).toEqual(['automatic', 'automatic']);
    expect(found.verdicts[0]!.cells[0]!.details.entries).toMatchObject([{ instrument: 'Unratified', needsHostile: true, coalitions: { count: 1n } }]);
  });

  it('knows when the hostile side is needed, though no one member of it is', () => {
    const { found } = theOne('promise/entry-needs-attacker', 'vote');
    const [entry] = found.verdicts[0]!.cells[0]!.details.entries;
    expect(entry).toMatchObject({ needsHostile: true, needed: [] });
    expect(entry!.coalitions.count).toBe(4n);
  });
});
