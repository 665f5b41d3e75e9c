import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/forbidden');

describe('promise/forbidden, in full', () => {
  it('is told once for all promises of which it is true, with the ban and its source', () => {
    const { found, finding } = theOne('promise/forbidden', 'ban');
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain('“a guarantor comes to Arcadia\'s aid” and “a guarantor uses armed force for Arcadia” in “Off” cannot be kept lawfully');
    expect(textAt(found, finding.place)).toMatch(/^Guarantors shall not assist Arcadia without the consent of Borduria/);
    expect(finding.causes.map(({ message }) => message)).toEqual(['this forbids it: HandsOff, article 1']);
    expect(finding.causes[0]!.cites?.map(({ phrase }) => phrase)).toEqual(['no aid save by leave of Borduria']);
    expect(finding.help).toContain('exception to the ban');
    expect(finding.about).toEqual(['Help', 'Force', 'Off', 'BorduriaAttacks']);
    expect(finding.witness).toMatchObject({ half: 'possible', value: false });
  });

  it('says that the attacker is whom the promise counts on, and points to the promise', () => {
    const found = fixture('promise/forbidden/by-the-attacker');
    const finding = found.findings.find(({ code, about }) => code === 'promise/forbidden' && about.includes('OfBorduria'))!;
    expect(textAt(found, finding.place)).toMatch(/^promise OfBorduria/);
    expect(finding.message).not.toMatch(/forbid|lawful/);
    expect(finding.help).toContain('name others who are to keep it');
  });

  it('does not say that the one who may allow it is an attacker when another attacks', () => {
    const { found } = theOne('promise/forbidden', 'ban');
    const calm = found.verdicts.filter(({ scenario }) => scenario === 'LindoriaAttacks').flatMap(({ cells }) => cells);
    expect(calm.map(({ strength }) => strength)).toEqual(['voluntary', 'voluntary']);
    for (const { details } of calm) expect(details.vetoers).toEqual(['Borduria']);
  });

  it('says that a ban with another preposition speaks of the same act, and nothing of it where both have the same or none', () => {
    expect(theOne('promise/forbidden', 'other-preposition').finding.help).toMatch(
      /^`use-force for` and `use-force against` are one act for Casus, .* declare two acts, as `use-force-for` and `use-force-against`; or write an exception to the ban/u,
    );
    expect(theOne('promise/forbidden', 'same-preposition').finding.help).toBe(theOne('promise/forbidden', 'ban').finding.help);
    expect(theOne('promise/forbidden', 'ban').finding.help).not.toContain('preposition');
  });
});
