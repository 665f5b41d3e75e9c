import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as games from '../src/index.js';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...README.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!);

/** Runs an example; every `expression // → value` in it is one check. */
function run(code: string): { readonly is: string; readonly said: string }[] {
  const checks: { is: string; said: string }[] = [];
  const checked = code
    .replaceAll(/^import \{(.*?)\} from '@casus\/games';$/gm, (_, names: string) => `const {${names.split(',').filter((name) => !name.includes('type ')).join(',')}} = games;`)
    .replaceAll(/^(.+?) \/\/ → (.+)$/gm, (_, expression: string, said: string) => `check((${expression}), ${JSON.stringify(said)});`);
  const { outputText } = ts.transpileModule(checked, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  new Function('games', 'check', outputText)(games, (value: unknown, said: string) => checks.push({ is: inspect(value, { breakLength: Infinity, depth: 5 }), said }));
  return checks;
}

describe('the README', () => {
  it.each(blocks.map((code, i) => [i + 1, code] as const))('prints in example %i what it does', (_, code) => {
    for (const { is, said } of run(code)) expect(is).toBe(said);
  });

  it('has examples that check something', () => expect(blocks.map((code) => code.split(' // → ').length - 1).every((checks) => checks > 0)).toBe(true));

  it('lists every index as it is', () => {
    for (const { id, name, meaning, sum, undefinedWhere = '', source } of [...games.INDICES, ...games.UNION_INDICES]) {
      expect(README).toContain(`| \`${id}\` | ${name} | ${meaning} | ${sum === 'one' ? 'one' : ''} | ${undefinedWhere} | ${source} |`);
    }
  });

  it('names everything that is exported', () => {
    const named = new Set([...README.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(Object.keys(games).filter((name) => !named.has(name))).toEqual([]);
  });
});
