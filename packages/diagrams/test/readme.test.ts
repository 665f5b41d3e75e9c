import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as diagrams from '../src/index.js';

/** The example of the README, run as it stands: every line of the form `expression; // value` must give that value. */
it('the example of the README gives the values that it states', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const code = /```ts\n([\s\S]*?)```/.exec(text)![1]!;
  const lines = code.split('\n').filter((line) => !line.startsWith('import'));
  const stated: string[] = [];
  const body = lines.map((line) => {
    const claim = /^(.*); \/\/ (.*)$/.exec(line);
    if (claim === null) return line;
    stated.push(claim[2]!);
    return `found.push(${claim[1]!});`;
  });
  const example = new Function('Manager', `const found = [];\n${body.join('\n')}\nreturn found;`) as (
    m: typeof diagrams.Manager,
  ) => unknown[];
  const show = (x: unknown): string => (typeof x === 'bigint' ? `${x}n` : JSON.stringify(x));
  expect(example(diagrams.Manager).map(show)).toEqual(stated);
  expect(stated).toHaveLength(6);
});

it('every operation of the README exists, and every operation is in the README', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const layers = [diagrams.Manager.prototype, Object.getPrototypeOf(diagrams.Manager.prototype) as object];
  const operations = layers.flatMap((layer) => Object.getOwnPropertyNames(layer)).filter((name) => name !== 'constructor');
  expect(operations.length).toBeGreaterThan(50);
  for (const name of operations) expect(text).toContain(`\`${name}`);
});
