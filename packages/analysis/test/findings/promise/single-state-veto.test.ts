import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/single-state-veto');

describe('promise/single-state-veto, in full', () => {
  it('names the rule, up to three memberships and the passage as causes', () => {
    const { found, finding } = theOne('promise/single-state-veto', 'unanimity');
    expect(finding.severity).toBe('warning');
    expect(textAt(found, finding.place)).toMatch(/^each of Guarantors shall assist Arcadia/);
    expect(finding.causes.map(({ place }) => textAt(found, place)?.split(/ {2,}/)[0])).toEqual([
      'unanimously', 'Borduria', 'Syldavia', 'Ruritania', 'each of Guarantors shall assist Arcadia',
    ]);
    expect(finding.causes.at(-1)!.cites?.[0]?.phrase).toBe('all of them deciding together');
    expect(finding.help).toContain('ask for fewer votes than all');
    expect(finding.about).toEqual(['Help', 'EveryOne', 'LindoriaAttacks', 'Borduria', 'Syldavia', 'Ruritania', 'Graustark']);
  });

  it('names the one whose vote the rule of a body privileges, with the source of the rule', () => {
    const { finding } = theOne('promise/single-state-veto', 'council');
    expect(finding.about).toEqual(['Measures', 'OfLeague', 'LindoriaAttacks', 'Borduria']);
    expect(finding.causes[0]!.cites?.[0]).toMatchObject({ source: 'gazette', at: 'Art. 9' });
  });
});
