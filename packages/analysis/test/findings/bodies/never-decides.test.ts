import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('bodies/never-decides');

describe('bodies/never-decides, in full', () => {
  it('names who takes no part, and the case in which that stops the body', () => {
    const found = fixture('bodies/never-decides/abstention');
    const [always, inCases] = found.findings.filter(({ code }) => code === 'bodies/never-decides');
    expect(always!.severity).toBe('error');
    expect(always!.about).toEqual(['Diet', 'Diet.war']);
    expect(always!.causes.map(({ message, place }) => [message, textAt(found, place)])).toEqual([['who takes no part', 'on war, Borduria abstains']]);
    expect(inCases!.about).toEqual(['Court', 'BorduriaAttacks', 'WithSyldavia', 'GuarantorAttacks']);
    expect(inCases!.causes.map(({ message }) => message)).toEqual(['who takes no part', 'the case', 'the case', 'the case']);
    expect(textAt(found, inCases!.causes[0]!.place)).toBe('on every matter, the attacker abstains');
  });
});
