/** Every page of the manual is found from its first page. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const pagesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (statSync(join(ROOT, folder, name)).isDirectory() ? pagesIn(join(folder, name)) : name.endsWith('.md') ? [join(folder, name)] : []));

/** The pages of the manual that a page links to. */
const linkedFrom = (page: string): string[] =>
  [...read(page).replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/\]\((?!https?:)([^)#\s]+\.md)(?:#[^)\s]*)?\)/g)].map(([, path]) => join(page, '..', path!)).filter((path) => path.startsWith('docs') && existsSync(join(ROOT, path)));

describe('the first page of the manual', () => {
  it('leads to every page, at most by way of one other', () => {
    const direct = linkedFrom('docs/README.md');
    const found = new Set(['docs/README.md', ...direct, ...direct.flatMap(linkedFrom)]);
    expect(pagesIn('docs').filter((page) => !found.has(page))).toEqual([]);
  });

  it('names every page that is in no folder of its own', () => {
    const direct = new Set(linkedFrom('docs/README.md'));
    expect(pagesIn('docs').filter((page) => /^docs\/[^/]+$/.test(page) && page !== 'docs/README.md' && !direct.has(page))).toEqual([]);
  });

  it('is named in the README', () => {
    expect(linkedFrom('README.md')).toEqual(expect.arrayContaining(['docs/README.md', 'docs/tutorial.md', 'docs/language.md']));
  });
});
