/** Every example of the manual is compiled, so that the manual cannot drift away from the language. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { positionFindings } from '@casus/agreement';
import { check } from '@casus/analysis';
import { verifyCase, type SourceText } from '@casus/dossier';
import { CODES, type Finding } from '@casus/model';
import { describe, expect, it } from 'vitest';
import { compile, type TextFile } from '../src/index.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PRELUDE = 'docs/examples/prelude.casus';

/** An example: what stands between the fences, and where. */
interface Example {
  readonly page: string;
  readonly line: number;
  readonly kind: 'casus' | 'casus-error';
  readonly text: string;
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function pagesUnder(path: string): string[] {
  if (!existsSync(join(ROOT, path))) return [];
  if (!statSync(join(ROOT, path)).isDirectory()) return path.endsWith('.md') ? [path] : [];
  return readdirSync(join(ROOT, path)).sort().flatMap((name) => pagesUnder(`${path}/${name}`));
}

function examplesOf(page: string): Example[] {
  const text = read(page);
  return [...text.matchAll(/^```(casus|casus-error)[ \t]*\r?\n([\s\S]*?)^```/gm)].map((found) => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    kind: found[1] as Example['kind'],
    text: found[2]!,
  }));
}

/** Looks a file up in the library, else beside the importing file. */
function importOf(path: string, from: string): TextFile | undefined {
  const base = path.startsWith('library/') ? path : join(relative(ROOT, join(ROOT, from, '..')), path);
  const found = [base, `${base}.casus`].find((name) => existsSync(join(ROOT, name)) && statSync(join(ROOT, name)).isFile());
  return found === undefined ? undefined : { path: found, text: read(found) };
}

/** An example stands alone if it begins with a title; otherwise it uses the names of the prelude. */
function compileExample(example: Example): ReturnType<typeof compile> {
  const own: TextFile = { path: `${example.page}:${example.line}`, text: example.text };
  const alone = /^\s*case "/.test(example.text);
  return compile(alone ? [own] : [{ path: PRELUDE, text: read(PRELUDE) }, own], (path) => importOf(path, alone ? example.page : PRELUDE));
}

const told = ({ findings }: ReturnType<typeof compile>): string[] =>
  findings.map((finding) => `${finding.code} ${finding.place.file} ${finding.place.line}:${finding.place.column} ${finding.message}`);

/** The code that the first comment of an example names: `// form/date` or `// gives promise/captive`. */
const codeOf = (text: string): string | undefined => /^\/\/ (?:gives )?([a-z]+\/[a-z-]+)/.exec(text)?.[1];

const pages = ['README.md', ...pagesUnder('docs')].flatMap(pagesUnder);
const examples = pages.flatMap(examplesOf);

describe('the manual', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(80);
  });

  it('shares a prelude that has no findings of form', () => {
    expect(told(compile([{ path: PRELUDE, text: read(PRELUDE) }], importOf))).toEqual([]);
  });

  for (const page of new Set(examples.map((example) => example.page))) {
    describe(page, () => {
      for (const example of examples.filter((each) => each.page === page)) {
        if (example.kind === 'casus') {
          it(`the example at line ${example.line} has no findings of form`, () => {
            expect(told(compileExample(example)).filter((each) => each.startsWith('form/'))).toEqual([]);
          });
        } else {
          it(`the mistake at line ${example.line} gives ${codeOf(example.text) ?? 'a code'}, and nothing else`, () => {
            const codes = new Set(compileExample(example).findings.map((finding) => finding.code));
            expect([...codes]).toEqual([codeOf(example.text)]);
          });
        }
      }
    });
  }
});

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-');

function anchorsOf(page: string): Set<string> {
  return new Set([...read(page).replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map((found) => anchorOf(found[1]!)));
}

describe('the links of the manual', () => {
  for (const page of pages) {
    it(`${page} leads to pages and headings that exist`, () => {
      const links = [...read(page).replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
      const broken = links.filter(([, path = '', anchor]) => {
        const to = path === '' ? page : join(page, '..', path);
        return !existsSync(join(ROOT, to)) || (anchor !== undefined && to.endsWith('.md') && !anchorsOf(to).has(anchor));
      });
      expect(broken.map(([link]) => link)).toEqual([]);
    });
  }
});

describe('the pages of findings', () => {
  for (const code of Object.keys(CODES)) {
    it(`${code} has a page with its title, one sentence, and an example that names it`, () => {
      const page = `docs/findings/${code}.md`;
      expect(existsSync(join(ROOT, page))).toBe(true);
      const [title, summary = ''] = read(page).split(/\n{2,}/);
      expect(title).toBe(`# ${code}`);
      expect(summary.replaceAll('\n', ' ')).toMatch(/^[A-Z][^\n]*\.$/);
      expect(examplesOf(page).map((example) => codeOf(example.text))).toContain(code);
    });
  }

  it('are all in the catalogue, with their severity, and nothing else is', () => {
    const rows = [...read('docs/findings.md').matchAll(/^\| \[`([^`]+)`\]\(findings\/([^)]+)\.md\) \| (\w+) \|/gm)].map((row) => [row[1], row[2], row[3]]);
    expect(rows).toEqual(Object.entries(CODES).map(([code, severity]) => [code, code, severity]));
  });

  it('are no more than the codes', () => {
    expect(pagesUnder('docs/findings').sort()).toEqual(Object.keys(CODES).map((code) => `docs/findings/${code}.md`).sort());
  });
});

/** Invented texts of the sources that the examples about quotations cite. */
const TEXTS: Readonly<Record<string, SourceText>> = {
  gazette: { name: 'gazette', text: 'Art. 1. Borduria may come to the aid of Arcadia. Art. 2. Borduria shall, when it is asked, come to the aid of Arcadia.' },
  courier: { name: 'courier', text: 'Nothing of the kind was said that evening, and the delegations parted in silence.' },
  notes: { name: 'notes', text: 'My notes. LINDORIA, March 27. In the capital help was promised, and the talks go on.' },
  newspaper: { name: 'newspaper', text: 'In the capital help was promised, and the talks go on.' },
  archived: { name: 'archived', text: 'Borduria shall come to the aid of Arcadia.', sha256: '0'.repeat(64) },
  current: { name: 'current', text: 'Borduria shall come to the aid of Arcadia.', sha256: '0'.repeat(64) },
};

/** Everything that is found in an example: as it is compiled, judged, and its quotations looked up. */
function findingsOf(example: Example, withTexts: boolean): readonly Finding[] {
  const { value, findings } = compileExample(example);
  const texts = new Map(Object.entries(TEXTS).filter(([id]) => withTexts && value.sources.has(id)));
  return check(value, findings, verifyCase(value, texts), { also: positionFindings() }).findings;
}

describe('the examples of findings', () => {
  for (const code of Object.keys(CODES)) {
    const page = `docs/findings/${code}.md`;
    if (code.startsWith('form/') || !pages.includes(page)) continue;
    const withTexts = code !== 'sources/not-verified';
    for (const example of examplesOf(page)) {
      const wanted = codeOf(example.text) === code;
      it(`${page}:${example.line} ${wanted ? 'gives' : 'does not give'} ${code}`, () => {
        expect(findingsOf(example, withTexts).some((finding) => finding.code === code)).toBe(wanted);
      });
    }
  }

  for (const example of examples.filter(({ page, text, kind }) => kind === 'casus' && !page.includes('/expectation/') && /^expect /m.test(text))) {
    it(`${example.page}:${example.line} keeps its own expectations`, () => {
      expect(findingsOf(example, true).filter(({ code }) => code.startsWith('expectation/')).map(({ message }) => message)).toEqual([]);
    });
  }
});
