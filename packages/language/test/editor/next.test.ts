import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesOf, nextAt, tokensOf } from '../../src/index.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const casus = (folder: string): readonly string[] => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.casus')).map((name) => join(folder, name));

/** The places of a text in which one looks; coprime to most patterns of layout. */
const EVERY = 7;

describe('what may stand next', () => {
  it.each([...casus('library'), ...casus('cases/ukraine-2025'), ...casus('docs/examples')])('is what stands there, in %s', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const read = (name: string, from: string): { path: string; text: string } | undefined => {
      try {
        const file = name.startsWith('library/') ? `${name}.casus` : join(dirname(from), `${name}.casus`);
        return { path: file, text: readFileSync(join(ROOT, file), 'utf8') };
      } catch {
        return undefined;
      }
    };
    const names = namesOf([{ path, text }], read);
    const wrong: string[] = [];
    tokensOf(text).forEach((token, i) => {
      if (i % EVERY !== 0 || token.kind === 'comment' || token.kind === 'sign' || token.kind === 'text') return;
      const next = nextAt(text, token.offset);
      const used = names.in(path).find(({ place, declares }) => !declares && place.offset === token.offset);
      const behindDot = text[token.offset - 1] === '.';
      if (behindDot) return;
      const fits = used !== undefined
        ? next !== undefined && (next.kinds.includes(used.kind) || (next.kinds.length === 0 && next.rules.has('QName')) || used.kind === 'article' || text[token.end] === '.')
        : next !== undefined && (next.keywords.has(token.text) || ['ID', 'INT', 'DECIMAL', 'DATE'].some((terminal) => next.rules.has(terminal)));
      if (!fits) wrong.push(`line ${token.line + 1}: ${token.text}`);
    });
    expect(wrong).toEqual([]);
  });

  const at = (text: string): ReturnType<typeof nextAt> => nextAt(text.replace('¦', ''), text.indexOf('¦'));

  it('knows the kinds of names that fit', () => {
    expect(at('treaty T {\n  article 1 { A shall ¦')?.kinds).toContain('act');
    expect(at('treaty T {\n  article 1 { A shall ¦')?.kinds).not.toContain('actor');
    expect(at('arrangement X { instruments ¦')?.kinds).toEqual(['instrument']);
    expect(at('arrangement X { instruments T judge P when ¦')?.kinds).toEqual(['scenario']);
    expect(at('position ¦')?.kinds).toContain('actor');
  });

  it('gives the word that is begun', () => {
    expect(at('group G = decision.una¦')?.prefix).toEqual({ text: 'decision.una', offset: 10 });
    expect(at('group G = supply-ar¦ms')?.prefix).toEqual({ text: 'supply-ar', offset: 10 });
  });

  it('passes over mistakes before it', () => {
    expect(at('treaty T {\n  article 1 { nothing here makes sense }\n  article 2 {\n    A shall ¦\n')?.kinds).toContain('act');
    expect(at('actor actor actor\ntreaty T {\n  parties ¦\n')?.kinds).toContain('group');
    expect(at('treaty T {\n  article 1 { A shall shall }\n  ¦\n')?.keywords.has('article')).toBe(true);
  });

  it('is nothing in remarks and texts', () => {
    expect(at('// actor ¦')).toBeUndefined();
    expect(at('/* actor ¦ */')).toBeUndefined();
    expect(at('case "a¦b"')).toBeUndefined();
    expect(at('case "ab" ¦')).toBeDefined();
  });
});
