/** Every output on the page about power is what the command prints. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casus, ROOT } from './command.js';

const page = readFileSync(join(ROOT, 'docs/power.md'), 'utf8');
const examples = [...page.matchAll(/```text\n\$ npx casus (.*)\n([\s\S]*?)```/g)].map(([, line, output]) => ({ line: line!, output: output! }));

/** The arguments of a line, quotation marks as a shell reads them. */
const argumentsOf = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

describe('docs/power.md', () => {
  it('shows each of the four commands', () => expect(new Set(examples.map(({ line }) => line.split(' ')[0]))).toEqual(new Set(['power', 'vote', 'coalitions', 'reform'])));

  it.each(examples)('$line', ({ line, output }) => {
    const { code, stdout, stderr } = casus(argumentsOf(line), ROOT, { COLUMNS: '100' });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(output);
  });
});
