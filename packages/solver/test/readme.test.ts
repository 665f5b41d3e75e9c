import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as solver from '../src/index.js';

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The example of the README, run as it stands: every line of the form `expression; // value` must give that value. */
it('the example of the README gives the values that it states', () => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(text)!;
  const stated: string[] = [];
  const body = code!.split('\n').filter((line) => !line.startsWith('import')).map((line) => {
    const claim = /^(.*); \/\/ (.*)$/.exec(line);
    if (claim === null) return line;
    stated.push(claim[2]!);
    return `found.push(${claim[1]!});`;
  });
  const names = Object.keys(solver);
  const example = new Function(...names, `const found = [];\n${body.join('\n')}\nreturn found;`) as (...values: unknown[]) => unknown[];
  const show = (x: unknown): string => (typeof x === 'bigint' ? `${x}n` : JSON.stringify(x));
  expect(example(...Object.values(solver)).map(show)).toEqual(stated);
  expect(stated).toHaveLength(8);
});

it('everything that is exported is in the README, and so is every operation of the solver', () => {
  const operations = Object.getOwnPropertyNames(solver.Solver.prototype).filter((name) => name !== 'constructor');
  for (const name of [...Object.keys(solver).filter((one) => one !== 'NONE'), ...operations]) expect(text).toContain(`\`${name}`);
});
