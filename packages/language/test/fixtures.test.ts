/** Every fixture gives exactly the findings written beside its sentences, at the places marked, and nothing else. */
import { describe, expect, it } from 'vitest';
import { findingsOf, fixture, fixtures, PRELUDE } from './fixtures.js';

it('the prelude of the fixtures is clean', () => {
  expect(findingsOf('')).toEqual([]);
  expect(PRELUDE).not.toBe('');
});

for (const { group, names } of fixtures()) {
  describe(group, () => {
    it.each(names)('%s', (name) => {
      const { text, announced } = fixture(group, name);
      const found = findingsOf(text);
      expect(found.map(({ code, place, message }) => ({ code, at: text.slice(place.offset, place.end), message }))).toEqual(
        announced.map(({ code, offset, end, message }) => ({ code, at: text.slice(offset, end), message: expect.stringContaining(message) as string })),
      );
      announced.forEach((a, i) => {
        if (a.help !== undefined) expect(found[i]!.help ?? '').toContain(a.help);
        expect([found[i]!.place.offset, found[i]!.place.end]).toEqual([a.offset, a.end]);
        expect(found[i]!.place.file).toBe('fixture.casus');
      });
    });
  });
}
