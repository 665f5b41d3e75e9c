/** The pictures of the manual are those that the command draws; `node scripts/pictures.mjs` draws them anew. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, casus } from './command.js';

const list = '../../../scripts/lib/pictures.mjs';
const { PICTURES } = (await import(list)) as { readonly PICTURES: readonly (readonly [string, readonly string[]])[] };

describe('docs/pictures', () => {
  it('holds the pictures of the list and no others, each shown in the manual', () => {
    expect(readdirSync(join(ROOT, 'docs/pictures')).sort()).toEqual(PICTURES.map(([name]) => name).sort());
    const manual = readFileSync(join(ROOT, 'docs/graph.md'), 'utf8');
    for (const [name] of PICTURES) expect(manual).toContain(`](pictures/${name})`);
  });

  it.each(PICTURES)('%s is current', (name, args) => {
    const { code, stdout, stderr } = casus(['graph', ...args]);
    expect([code, stderr]).toEqual([0, '']);
    expect(readFileSync(join(ROOT, 'docs/pictures', name), 'utf8')).toBe(stdout);
  });
});
