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
      const told = found.map((f) => `${f.code} ${text.slice(f.place.offset, f.place.end)}: ${f.message} | ${f.help ?? ''}`);
      expect(told.map((line) => line.split(': ')[0])).toEqual(announced.map((a) => `${a.code} ${text.slice(a.offset, a.end)}`));
      announced.forEach((a, i) => {
        expect(found[i]!.message).toContain(a.message);
        if (a.help !== undefined) expect(found[i]!.help ?? '').toContain(a.help);
        expect([found[i]!.place.offset, found[i]!.place.end]).toEqual([a.offset, a.end]);
        expect(found[i]!.place.file).toBe('fixture.casus');
      });
    });
  });
}
