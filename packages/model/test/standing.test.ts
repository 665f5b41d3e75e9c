import { describe, expect, it } from 'vitest';
import type { Place } from '../src/data/basics.js';
import { identityOf, isPlace, movedPlace, Standing } from '../src/standing.js';

const FILE = 'pact.casus';

/** The place of a part of a text, found by its words. */
function at(text: string, words: string): Place {
  const offset = text.indexOf(words);
  const end = offset + words.length;
  const [before, through] = [text.slice(0, offset).split('\n'), text.slice(0, end).split('\n')];
  return { file: FILE, line: before.length, column: before.at(-1)!.length + 1, endLine: through.length, endColumn: through.at(-1)!.length + 1, offset, end };
}

const TEXT = 'treaty T { parties A,\n  B\n  article 1 }';

describe('a place within a text that moves', () => {
  it.each([
    ['down by lines', `\n\n\n${TEXT}`],
    ['along its line', `actor A ${TEXT}`],
    ['down and along', `actor A\nactor B   ${TEXT}`],
  ])('%s: columns change on its first line only', (_, moved) => {
    for (const words of ['treaty', 'parties A,\n  B', 'article 1']) expect(movedPlace(at(TEXT, words), at(TEXT, TEXT), at(moved, TEXT))).toEqual(at(moved, words));
  });

  it('and back again', () => {
    const moved = `actor A\n  ${TEXT}`;
    expect(movedPlace(at(moved, 'parties A,\n  B'), at(moved, TEXT), at(TEXT, TEXT))).toEqual(at(TEXT, 'parties A,\n  B'));
  });
});

describe('data that stands in a text', () => {
  const made = (): { readonly part: { readonly id: string; readonly place: Place }; readonly twice: readonly object[]; readonly table: ReadonlyMap<string, object>; readonly names: ReadonlySet<string> } => {
    const shared = { kind: 'parties', place: at(TEXT, 'parties A') };
    return { part: { id: 'T', place: at(TEXT, 'article 1') }, twice: [shared, { of: shared }], table: new Map([['B', { place: at(TEXT, 'B') }]]), names: new Set(['A', 'B']) };
  };
  const below = `\n  ${TEXT}`;
  const known = ({ part }: ReturnType<typeof made>): readonly object[] => [part];

  it('stays the same object while its text stays where it is', () => {
    const value = made();
    expect(new Standing(value, at(TEXT, TEXT), known).standingAt(at(TEXT, TEXT))).toBe(value);
  });

  it('is copied with all its places, in lists, tables and objects, and leaves the old as it was', () => {
    const value = made();
    const moved = new Standing(value, at(TEXT, TEXT), known).standingAt(at(below, TEXT));
    expect(moved).toEqual({
      part: { id: 'T', place: at(below, 'article 1') },
      twice: [{ kind: 'parties', place: at(below, 'parties A') }, { of: { kind: 'parties', place: at(below, 'parties A') } }],
      table: new Map([['B', { place: at(below, 'B') }]]),
      names: new Set(['A', 'B']),
    });
    expect(value).toEqual(made());
  });

  it('has in each copy one object where it had one, however often it moves', () => {
    const standing = new Standing(made(), at(TEXT, TEXT), known);
    for (const text of [below, `\n${below}`, TEXT]) {
      const { twice } = standing.standingAt(at(text, TEXT));
      expect((twice[1] as { readonly of: object }).of).toBe(twice[0]);
      expect((twice[0] as { readonly place: Place }).place).toEqual(at(text, 'parties A'));
    }
  });

  it('is known again wherever it stands, and no other for it', () => {
    const [value, other] = [made(), made()];
    const standing = new Standing(value, at(TEXT, TEXT), known);
    const elsewhere = new Standing(other, at(TEXT, TEXT), known);
    const moved = standing.standingAt(at(below, TEXT));
    expect(moved.part).not.toBe(value.part);
    expect(identityOf(moved.part)).toBe(identityOf(value.part));
    expect(identityOf(elsewhere.standingAt(at(below, TEXT)).part)).not.toBe(identityOf(value.part));
    expect(identityOf(moved.table)).toBe(moved.table);
  });

  it('tells places from other parts', () => {
    expect(isPlace(at(TEXT, 'B'))).toBe(true);
    expect(isPlace(made().part)).toBe(false);
  });
});
