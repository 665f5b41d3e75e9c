/** What the guides quote from the files of this repository stands there, word for word. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = 'docs/how-to';
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Blocks whose language is followed by the file that they quote; the lines stand there together, the last perhaps in part. */
const quotes = readdirSync(join(ROOT, FOLDER)).flatMap((page) =>
  [...read(join(FOLDER, page)).matchAll(/^```\w+ from=(\S+)\n([\s\S]*?)\n```$/gm)].map(([, from, text]) => ({ page, from: from!, text: text! })),
);

describe('the guides', () => {
  it('are one each for a finding, a keyword and an instrument, and quote files', () => {
    expect(readdirSync(join(ROOT, FOLDER)).sort()).toEqual(['finding.md', 'instrument.md', 'keyword.md']);
    expect(new Set(quotes.map(({ page }) => page)).size).toBe(3);
  });

  it.each(quotes)('$page quotes $from as it is', ({ from, text }) => {
    expect(read(from)).toContain(text);
  });

  it('have no other blocks of code than these quotations', () => {
    const all = readdirSync(join(ROOT, FOLDER)).flatMap((page) => [...read(join(FOLDER, page)).matchAll(/^```\w/gm)]);
    expect(quotes).toHaveLength(all.length);
  });

  it('name commands that there are', () => {
    const scripts = new Set(Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts));
    const named = readdirSync(join(ROOT, FOLDER)).flatMap((page) => [...read(join(FOLDER, page)).matchAll(/npm run ([\w:]+)\b(?! -w)/g)].map(([, name]) => name!));
    expect(named.filter((name) => !scripts.has(name))).toEqual([]);
    expect((JSON.parse(read('packages/vscode/package.json')) as { scripts: Readonly<Record<string, string>> }).scripts['grammar']).toBeDefined();
  });
});
