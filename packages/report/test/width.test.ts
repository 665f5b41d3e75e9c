import { describe, expect, it } from 'vitest';
import { cut, expanded, padded, paragraph, width, wrapped } from '../src/index.js';
import { columnWidths, tableText } from '../src/table.js';

describe('width', () => {
  it.each([
    ['abc', 3],
    ['Київ', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['漢字', 4],
    ['한국', 4],
    ['🇺🇦', 2],
    ['👩‍⚖️', 2],
    ['a\u200bb', 2],
    ['“q”', 3],
    ['', 0],
  ])('%s takes %d columns', (text, columns) => expect(width(text)).toBe(columns));

  it('sets tabs out and makes signs that move the cursor visible', () => {
    expect(expanded('\tab\tc')).toBe('    ab  c');
    expect(expanded('漢\tb')).toBe('漢  b');
    expect(expanded('a\u001b[31mb')).toBe('a\uFFFD[31mb');
  });

  it('cuts with an ellipsis, never through a letter of double width', () => {
    expect(cut('abcdef', 6)).toBe('abcdef');
    expect(cut('abcdefg', 6)).toBe('abcde…');
    expect(width(cut('漢漢漢漢', 6))).toBeLessThanOrEqual(6);
  });

  it('wraps at spaces and breaks only what does not fit', () => {
    expect(wrapped('one two three', 9)).toEqual(['one two', 'three']);
    expect(wrapped('abcdefghijkl', 8)).toEqual(['abcdefgh', 'ijkl']);
    expect(wrapped('', 8)).toEqual(['']);
    expect(wrapped('one\ntwo', 20)).toEqual(['one', 'two']);
    expect(paragraph('one two three four', 14, '- ')).toBe('- one two\n  three four');
  });

  it('pads by columns', () => expect(padded('漢', 4)).toBe('漢  '));
});

describe('tables', () => {
  it('gives each column what it likes if all fits', () => {
    const rows = [[{ text: 'a' }, { text: 'some words' }], [{ text: 'bcd' }, { text: 'x' }]];
    const widths = columnWidths(rows, 40, 5)!;
    expect(widths).toEqual([3, 10]);
    expect(tableText(rows, widths)).toBe('a    some words\nbcd  x');
  });

  it('lets the widest column give way, and gives up rather than become unreadable', () => {
    const rows = [[{ text: 'name' }, { text: 'a rather long sentence that has to be wrapped' }]];
    const widths = columnWidths(rows, 30, 10)!;
    expect(widths).toEqual([4, 24]);
    expect(tableText(rows, widths).split('\n').every((line) => line.length <= 30)).toBe(true);
    expect(columnWidths([Array.from({ length: 8 }, () => ({ text: 'a rather long sentence' }))], 60, 20)).toBeUndefined();
  });
});
