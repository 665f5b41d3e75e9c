import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@casus/model';
import { compile } from '../src/index.js';

/** Where the fixtures are. */
export const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** What every fixture may refer to. */
export const PRELUDE = readFileSync(join(FIXTURES, 'prelude.casus'), 'utf8');

/** A finding that a fixture announces: a comment `// ERROR code: message | help` before its »mark«. */
export interface Announced {
  readonly code: string;
  readonly message: string;
  readonly help: string | undefined;
  readonly offset: number;
  readonly end: number;
}

/** A fixture: the text without marks, and the findings it announces, in the order of the text. */
export interface Fixture {
  readonly text: string;
  readonly announced: readonly Announced[];
}

/** The groups of fixtures and the names in each. */
export function fixtures(): readonly { readonly group: string; readonly names: readonly string[] }[] {
  const groups = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return groups.map(({ name }) => ({ group: name, names: readdirSync(join(FIXTURES, name)).map((file) => file.replace(/\.casus$/, '')) }));
}

/** Reads a fixture: the k-th announcement goes with the k-th mark. */
export function fixture(group: string, name: string): Fixture {
  const written = readFileSync(join(FIXTURES, group, `${name}.casus`), 'utf8');
  const marks: { offset: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of written) {
    if (character === '»') open.push(text.length);
    else if (character === '«') marks.push({ offset: open.pop()!, end: text.length });
    else text += character;
  }
  marks.sort((a, b) => a.offset - b.offset);
  const comments = [...written.matchAll(/\/\/ ERROR ([a-z-]+\/[a-z-]+): ?([^|\n]*?)(?: ?\| ?([^\n]*))?$/gm)];
  if (comments.length !== marks.length) throw new Error(`${name}: ${comments.length} announcements, ${marks.length} marks`);
  return { text, announced: comments.map(([, code = '', message = '', help], i) => ({ code, message, help, ...marks[i]! })) };
}

/** Findings of a text that may refer to the prelude; those of the prelude itself included. */
export function findingsOf(text: string): readonly Finding[] {
  const files = [{ path: 'prelude.casus', text: PRELUDE }, { path: 'fixture.casus', text }];
  return compile(files, () => undefined, { importable: ['library/un-charter', 'library/north-atlantic-treaty'] }).findings;
}
