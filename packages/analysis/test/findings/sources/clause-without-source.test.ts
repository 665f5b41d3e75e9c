import { describe, expect, it } from 'vitest';
import { fixture, testFixtures, textAt } from '../../support/fixtures.js';

testFixtures('sources/clause-without-source');

describe('sources/clause-without-source, in full', () => {
  it('is one finding a text, with all its places', () => {
    const found = fixture('sources/clause-without-source/some');
    const [ofTreaty, ofBorduria, ...more] = found.findings.filter(({ code }) => code === 'sources/clause-without-source');
    expect(more).toEqual([]);
    expect([ofTreaty, ofBorduria].map((finding) => [finding!.severity, finding!.about])).toEqual([['info', ['Cited']], ['info', ['Borduria']]]);
    expect([ofTreaty!.place, ...ofTreaty!.causes.map(({ place }) => place)].map((place) => textAt(found, place))).toEqual([
      'each of Guarantors shall consult with Arcadia',
      'Arcadia shall recognise Borduria',
      'ends when Arcadia withdraws',
      'in force once ratified by all parties',
    ]);
  });
});
