import { describe, expect, it } from 'vitest';
import { compile } from '../../src/index.js';
import { compiled } from '../plain.js';

describe('files', () => {
  it('imports come first, each once, whatever the order and the circles', () => {
    const library: Record<string, string> = { one: 'import "two"\nactor One', two: 'import "one"\nactor Two' };
    const { value, findings } = compile([{ path: 'own', text: 'case "Title"\nimport "one"\nimport "two"\nactor Own\ngroup G = One, Two, Own' }], (path) => ({ path, text: library[path]! }));
    expect(findings).toEqual([]);
    expect(value.title).toBe('Title');
    expect(value.files.map((f) => [f.path, f.imported])).toEqual([['two', true], ['one', true], ['own', false]]);
    expect([...value.actors.keys()]).toEqual(['Two', 'One', 'Own']);
  });

  it('several files form one case', () => {
    const { value, findings } = compile([{ path: 'a', text: 'group G = A' }, { path: 'b', text: 'case "B"\nactor A' }], () => undefined);
    expect([findings, value.title, value.groups.size]).toEqual([[], 'B', 1]);
  });

  it('places are those of the text: lines and columns from 1, offsets in UTF-16 units', () => {
    const text = '// Å\nactor Åland\nissue d { option u }\n';
    const { actors, options } = compiled(text);
    expect(actors.get('Åland')!.place).toEqual({ file: 'own.casus', line: 2, column: 7, endLine: 2, endColumn: 12, offset: 11, end: 16 });
    expect(text.slice(options.get('d.u')!.place.offset, options.get('d.u')!.place.end)).toBe('option u');
  });

  it('an empty text is an empty case', () => {
    const { value, findings } = compile([{ path: 'own', text: '' }], () => undefined);
    expect([findings, value.actors.size, [...value.events.keys()]]).toEqual([[], 0, ['armed-attack', 'threat']]);
  });
});
