import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CODES = 'packages/model/src/codes.ts';
const CASE_INDEX = 'packages/analysis/src/findings/index.ts';
const SEVERITIES = ['error', 'warning', 'info'];

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * Makes a new finding below `root`: a row in the table of codes, the file, its test and its page, and its place in the list.
 * Returns what was written and what is left to the author. Throws, with nothing written, if the code is wrong or taken.
 */
export function newFinding(code, severity, root) {
  const [, category, name] = /^([a-z]+)\/([a-z]+(?:-[a-z]+)*)$/.exec(code ?? '') ?? [];
  if (!category) throw new Error('write the code as CATEGORY/NAME in small letters, words joined by hyphens: promise/never-consulted');
  if (!SEVERITIES.includes(severity)) throw new Error(`the severity is one of ${SEVERITIES.join(', ')}`);
  const table = readFileSync(join(root, CODES), 'utf8');
  const rows = [...table.matchAll(/^ {2}'([a-z]+)\/([a-z-]+)': '\w+',$/gm)];
  const categories = [...new Set(rows.map((row) => row[1]))];
  if (!categories.includes(category)) throw new Error(`there is no category \`${category}\`; there are ${categories.join(', ')}`);
  if (rows.some((row) => row[1] === category && row[2] === name)) throw new Error(`there is a finding \`${code}\` already`);

  const last = rows.filter((row) => row[1] === category).at(-1);
  const end = last.index + last[0].length;
  const folder = `packages/analysis/src/findings/${category}`;
  const files = new Map([
    [`${folder}/${name}.ts`, category === 'promise' ? promiseFile(code, name) : plainFile(code, name)],
    [`packages/analysis/test/findings/${category}/${name}.test.ts`, testFile(code)],
    [`docs/findings/${code}.md`, pageFile(code, severity)],
  ]);
  for (const path of files.keys()) if (existsSync(join(root, path))) throw new Error(`\`${path}\` exists already`);

  const written = [...files.keys(), CODES];
  files.set(CODES, `${table.slice(0, end)}\n  '${code}': '${severity}',${table.slice(end)}`);
  const promise = category === 'promise';
  const index = promise ? `${folder}/index.ts` : CASE_INDEX;
  // What is found while a text is read, or about expectations, is not in a list of findings.
  const listed = ['form', 'expectation'].includes(category) ? undefined : (promise ? withPromise : withCase)(readFileSync(join(root, index), 'utf8'), name, category);
  if (listed !== undefined) {
    files.set(index, listed);
    written.push(index);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { written, left: [...(listed === undefined ? [`call \`${camel(name)}\` where such findings are made`] : []), 'a row in docs/findings.md'] };
}

/** The list of findings about promises with one more. */
function withPromise(index, name) {
  const lines = index.split('\n');
  const importLine = `import { ${camel(name)} } from './${name}.js';`;
  const imports = lines.flatMap((line, at) => (/^import \{ \w+ \} from '\.\//.test(line) ? [at] : []));
  const before = imports.find((at) => lines[at].split("from '")[1] > importLine.split("from '")[1]);
  lines.splice(before ?? imports.at(-1) + 1, 0, importLine);
  const close = lines.findIndex((line) => line === '];');
  lines[close - 1] = `${lines[close - 1].replace(/,$/, '')}, ${camel(name)},`;
  return lines.join('\n');
}

/** The list of findings about the case itself with one more. */
function withCase(index, name, category) {
  const lines = index.split('\n');
  const importLine = `import { ${camel(name)} } from './${category}/${name}.js';`;
  const imports = lines.flatMap((line, at) => (/^import (?:type )?\{.*\} from '\.\//.test(line) ? [at] : []));
  const before = imports.find((at) => lines[at].split("from '")[1] > importLine.split("from '")[1]);
  lines.splice(before ?? imports.at(-1) + 1, 0, importLine);
  lines.splice(lines.findIndex((line) => line === '];'), 0, `  ${camel(name)},`);
  return lines.join('\n');
}

const promiseFile = (code, name) => `import { placeOf, reasons, type PromiseFinding } from './context.js';

/** In one sentence: what is wrong when this is found. */
export const ${camel(name)}: PromiseFinding = (context) => {
  const { verdict, cell } = context;
  if (cell.details.vetoers.length > 0) return [];
  return [
    {
      code: '${code}',
      message: ({ promises, many, when }) => \`\${promises} \${many ? 'are' : 'is'} …\${when}\`,
      place: placeOf(context),
      causes: reasons(context, verdict.hostile),
      help: 'what would change it',
    },
  ];
};
`;

const plainFile = (code, name) => `import { findingOf, type CaseFinding } from '../case.js';

/** In one sentence: what is wrong when this is found. */
export const ${camel(name)}: CaseFinding = ({ case: case_ }) =>
  [...case_.instruments.values()].filter(({ norms }) => norms.length === 0).map((instrument) =>
    findingOf('${code}', {
      message: \`“\${instrument.label}” …\`,
      place: instrument.place,
      help: 'what would change it',
      about: [instrument.id],
    }),
  );
`;

const testFile = (code) => `import { compile } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/index.js';

/** The findings of this code in a text. */
function found(text: string): readonly string[] {
  const { value, findings } = compile([{ path: 'case.casus', text }], () => undefined);
  return check(value, findings, undefined).findings.filter(({ code }) => code === '${code}').map(({ message }) => message);
}

const HIT = \`
actor Arcadia, Borduria, Syldavia
\`;

const NEAR_MISS = \`
actor Arcadia, Borduria, Syldavia
\`;

describe('${code}', () => {
  it('is found', () => expect(found(HIT)).toHaveLength(1));

  it('is silent on a near miss', () => expect(found(NEAR_MISS)).toEqual([]));
});
`;

const pageFile = (code, severity) => `# ${code}

What is wrong, in one sentence that a minister understands.

Severity: **${severity}**.

## What it means

## Why it matters

## Example

## A near miss

## What to change

## How it is computed

## Sources
`;
