/** The layout of texts: what it changes, and that it changes nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../src/compile.js';
import { format } from '../src/format/format.js';
import type { TextFile } from '../src/load.js';
import { syntaxOf } from '../src/parse/parse.js';
import { EXAMPLES, FILES, read } from './house-texts.js';

const RUNS = Number(process.env['CASUS_RANDOM'] ?? 300);

/** Every word, sign and remark of a text, in order; spaces at the end of a remark do not count. */
function wordsOf(text: string): string[] {
  const syntax = syntaxOf('text', text, []);
  if (syntax === undefined) throw new Error(`cannot be read: ${text}`);
  return [...syntax.tokens, ...syntax.comments].sort((a, b) => a.startOffset - b.startOffset).map(({ image }) => (image.startsWith('//') ? image.trimEnd() : image));
}

/** Everything that a text says, but for where. */
function saidBy(file: TextFile, text: string): unknown {
  const { value, findings } = compile([{ path: file.path, text }], read);
  const bare = (each: unknown): unknown => {
    if (each instanceof Map) return [...each].map(bare);
    if (Array.isArray(each)) return each.map(bare);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'place' && key !== 'files').map(([key, inner]) => [key, bare(inner)]));
  };
  return bare({ value, findings: findings.map(({ code, message }) => ({ code, message })) });
}

describe('texts of the house', () => {
  it('have some', () => {
    expect(FILES.length).toBeGreaterThan(10);
    expect(EXAMPLES.length).toBeGreaterThan(60);
  });

  it('are laid out well: nearly every line stays as it is', () => {
    const lines = (text: string): string[] => text.split('\n');
    let all = 0;
    let changed = 0;
    for (const { text } of [...FILES, ...EXAMPLES]) {
      const after = new Set(lines(format(text).text));
      all += lines(text).length;
      changed += lines(text).filter((line) => !after.has(line)).length;
    }
    expect(changed / all).toBeLessThan(0.01);
  });

  it.each([...FILES, ...EXAMPLES].map((file) => [file.path, file] as const))('%s: laid out it says the same, and stays', (_, file) => {
    const { text, findings } = format(file.text, file.path);
    expect(findings).toEqual([]);
    expect(wordsOf(text)).toEqual(wordsOf(file.text));
    expect(format(text).text).toBe(text);
    expect(saidBy(file, text)).toEqual(saidBy(file, file.text));
  });
});

describe('whatever the layout', () => {
  const texts = [...EXAMPLES, ...FILES.filter(({ text }) => text.length < 9000)].filter(({ text }) => format(text).findings.length === 0);
  const tokenised = texts.map(({ text }) => {
    const syntax = syntaxOf('text', text, [])!;
    return [...syntax.tokens, ...syntax.comments].sort((a, b) => a.startOffset - b.startOffset);
  });
  const WHITE = [
    ' ', '  ', '\n', '\n\n', '\n\n\n    ', '\t', ' \t  ', '\r\n', '\r', '          ',
    ' // a remark  \n', ' /* one */ ', '\n/* over\n   two lines */\n', ' /**/', '\n      // one more\n',
  ];

  /** Puts white space or a remark before a word, where that does not tear a number or name apart. */
  const mutate = (which: number, edits: readonly (readonly [at: number, white: string])[]): string => {
    const tokens = tokenised[which]!;
    const given = new Map(edits.map(([at, white]) => [Math.floor(at * tokens.length), white]));
    let end = 0;
    return tokens.map(({ startOffset, image }, i) => {
      const own = texts[which]!.text.slice(end, startOffset);
      const close = own === '' && (/[\d.]/u.test(image) || tokens[i - 1]?.image === '.');
      end = startOffset + image.length;
      const white = close ? undefined : given.get(i);
      return `${white === undefined ? own : `${tokens[i - 1]?.image.startsWith('//') === true ? '\n' : ''}${white}`}${image}`;
    }).join('');
  };
  const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it('words and remarks stay, and what is laid out stays as it is', () => {
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.array(fc.tuple(at, fc.constantFrom(...WHITE)), { minLength: 1, maxLength: 60 }), (which, edits) => {
        const mutated = mutate(which, edits);
        const { text, findings } = format(mutated);
        expect(findings).toEqual([]);
        expect(wordsOf(text)).toEqual(wordsOf(mutated));
        expect(format(text).text).toBe(text);
        expect(text).not.toMatch(/[ \t]\r?\n|\n\n\n/u);
        expect(text === '' || text.endsWith('\n')).toBe(true);
      }),
      { numRuns: RUNS, seed: 11 },
    );
  });

  it('all on one line, or a word a line', () => {
    for (const { text } of texts.filter((each) => !each.text.includes('//'))) {
      for (const mutated of [wordsOf(text).join(' '), wordsOf(text).join('\n'), wordsOf(text).join('   ')]) {
        const once = format(mutated);
        expect(once.findings).toEqual([]);
        expect(wordsOf(once.text)).toEqual(wordsOf(mutated));
        expect(format(once.text).text).toBe(once.text);
      }
    }
  });
});

describe('what is changed', () => {
  const CASES: readonly (readonly [name: string, before: string, after: string])[] = [
    ['indentation, two columns a block', 'treaty T {\nparties A,B\n      article 1 {\nA shall act1 B\n}\n}', 'treaty T {\n  parties A, B\n  article 1 {\n    A shall act1 B\n  }\n}\n'],
    ['a sentence that goes on', 'treaty T {\narticle 1 {\n   if A consents\n      then B shall act1\n   failing which C may act1\n} }', 'treaty T {\n  article 1 {\n    if A consents\n      then B shall act1\n    failing which C may act1\n} }\n'],
    ['marks behind a sentence', 'group G = A , B\ncite s "x"\nstated by "y"', 'group G = A, B\n  cite s "x"\n  stated by "y"\n'],
    ['brackets on one line', 'treaty T { article 1 { A shall act1 within [ o.x:3 days|o.y : 5 days ] } }', 'treaty T { article 1 { A shall act1 within [o.x: 3 days | o.y: 5 days] } }\n'],
    ['brackets over several lines', 'treaty T {\narticle 1 {\n[o.x:\nA shall act1\n|o.y:\nB shall act1]\n}\n}', 'treaty T {\n  article 1 {\n    [ o.x:\n        A shall act1\n    | o.y:\n        B shall act1 ]\n  }\n}\n'],
    ['empty lines: one where the author has some, none at the edges', '\n\nactor A\n\n\n\nactor B\ntreaty T {\n\n  parties A\n\n}\n\n', 'actor A\n\nactor B\ntreaty T {\n  parties A\n}\n'],
    ['signs', 'group G=( A,B )except C\nattribute p\nactor D{p :2 persons}\nact x "t"is a y', 'group G = (A, B) except C\nattribute p\nactor D { p: 2 persons }\nact x "t" is a y\n'],
    ['names and numbers that belong together', 'body B { members A decides by at least 2 / 3 of the members }\nexpect finding promise / captive', 'body B { members A decides by at least 2/3 of the members }\nexpect finding promise/captive\n'],
    ['remarks go with what follows', 'treaty T {\n// about the parties\n      parties A   // these\n/* the end */\n}', 'treaty T {\n  // about the parties\n  parties A   // these\n  /* the end */\n}\n'],
    ['ends of lines are all alike, as the first', 'actor A   \r\nactor B\n', 'actor A\r\nactor B\r\n'],
    ['columns stay', 'act a1         "x"\nact a-long-one "y"\n', 'act a1         "x"\nact a-long-one "y"\n'],
    ['a column moves with its lines', 'issue i {\n      option a1         "x"\n      option a-long-one "y"\n}', 'issue i {\n  option a1         "x"\n  option a-long-one "y"\n}\n'],
    ['what is beside its column is brought into it', 'act a1       "x"\nact a2       "y"\nact a33         "z"\n', 'act a1       "x"\nact a2       "y"\nact a33      "z"\n'],
    ['talks', 'position A{demands   x weight 2   called y // why\n\n\n  ranks x,\nthen y\n}\nnegotiation N{parties A , B\nx needs y   cite s /* z */\n exactly 1 of x,y\n}', 'position A { demands x weight 2   called y // why\n\n  ranks x,\n  then y\n}\nnegotiation N { parties A, B\n  x needs y   cite s /* z */\n  exactly 1 of x, y\n}\n'],
    ['spaces for nothing', 'actor   A,    B\n', 'actor A, B\n'],
    ['nothing', '', ''],
    ['only white space', ' \n\t\n', ''],
  ];

  it.each(CASES)('%s', (_, before, after) => {
    expect(format(before)).toEqual({ text: after, findings: [] });
    expect(format(after).text).toBe(after);
  });

  it('nothing in a text that cannot be read', () => {
    const broken = 'actor A ,\n   actor B';
    expect(format(broken, 'b.casus')).toMatchObject({ text: broken, findings: [{ code: 'form/syntax', place: { file: 'b.casus', line: 2 } }] });
    expect(format(`actor   ${'a'.repeat(300)}`)).toMatchObject({ text: `actor   ${'a'.repeat(300)}`, findings: [{ code: 'form/limit' }] });
  });
});
