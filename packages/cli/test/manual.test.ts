/** The table of commands in the README has the commands that there are, and each does what its line says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, casus } from './command.js';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const rows = [...readme.matchAll(/^\| `casus ([a-z-]+)[^|]*` \| ([^|]+) \|.*$/gm)].map(([, name, what]) => ({ name: name!, what: what! }));

describe('the table of commands in the README', () => {
  it('has every command, and no other', () => {
    const { stdout } = casus(['--help']);
    const list = stdout.slice(stdout.indexOf('Commands:')).split('\n\n')[0]!;
    const commands = [...list.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name!).filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(5);
    expect(rows.map(({ name }) => name).sort()).toEqual([...commands].sort());
  });

  it.each(rows)('$name: $what', ({ name }) => {
    const { code, stdout } = casus(['help', name]);
    expect(code).toBe(0);
    expect(stdout).toContain(`casus ${name}`);
  });

  it('gives commands that run', () => {
    const given = [...readme.matchAll(/`npx casus (why [^`]+|explain [^`]+|compare [^`]+)`/g)].map(([, args]) => args!);
    expect(given.length).toBeGreaterThan(1);
    for (const args of given) expect(casus(args.split(' ')), args).toMatchObject({ code: 0, stderr: '' });
  });
});
