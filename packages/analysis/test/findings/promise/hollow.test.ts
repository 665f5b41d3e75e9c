import { describe, expect, it } from 'vitest';
import { testFixtures, textAt, theOne } from '../../support/fixtures.js';

testFixtures('promise/hollow');

describe('promise/hollow, in full', () => {
  it('names the act that is owed instead and how strongly, with the clause and its words', () => {
    const { found, finding } = theOne('promise/hollow', 'own-judgment');
    expect(finding.severity).toBe('warning');
    expect(finding.message).toBe(
      '“a guarantor uses armed force for Arcadia” in “SeesFit” is not owed in the case “Lindoria attacks Arcadia”: ' +
        'what is owed is only to “come to the aid”, which falls due by itself; something weaker keeps that duty.',
    );
    expect(textAt(found, finding.place)).toMatch(/^each of Guarantors shall assist Arcadia by such action as it deems necessary/);
    expect(finding.causes.map(({ message, cites }) => [message, cites?.[0]?.phrase])).toEqual([['the clause: AsEachSeesFit, article 5', 'such action as it deems necessary']]);
    expect(finding.help).toContain('name the means as owed');
    expect(finding.about).toEqual(['Force', 'SeesFit', 'LindoriaAttacks']);
  });

  it('has two courses of play: the force is lawful, and the more general act is owed', () => {
    const { found } = theOne('promise/hollow', 'own-judgment');
    const cell = found.verdicts.find(({ promise }) => promise === 'Force')!.cells[0]!;
    expect(cell).toMatchObject({ strength: 'hollow', meanwhile: 'voluntary', general: { strength: 'automatic', act: 'assist' } });
    expect(cell.details.witness).toMatchObject({ half: 'possible', value: true });
    expect(cell.details.consent).toMatchObject({ half: 'owed', value: true });
  });

  it('says that a ban with another preposition speaks of the same act, and nothing of it where no ban stands in the way', () => {
    expect(theOne('promise/hollow', 'other-preposition').finding.help).toMatch(
      /^`use-force for` and `use-force against` are one act for Casus, which does not read the preposition; if the ban means something else than the promise, declare two acts, as `use-force-for` and `use-force-against`; or name the means/u,
    );
    expect(theOne('promise/hollow', 'own-judgment').finding.help).not.toContain('preposition');
  });
});
