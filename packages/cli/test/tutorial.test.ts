/**
 * Each step of the tutorial is typed and run as its reader does it, and prints what the page says.
 * `CASUS_UPDATE=1` writes the outputs of the page anew; the difference is to be read.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, casus, folder } from './command.js';
import { commandsOf, renewed, shows, stepsOf, typed, type Command, type Step } from './tutorial.js';

const PAGE = join(ROOT, 'docs/tutorial.md');
const page = readFileSync(PAGE, 'utf8');
const steps = stepsOf(page);
const consoles = steps.filter(({ kind }) => kind === 'console');

/** What each console block prints when all before it was typed and run. */
const outputs = new Map<Step, readonly string[]>();
let place = '';

beforeAll(() => {
  place = folder();
  let files: ReadonlyMap<string, string> = new Map();
  for (const [at, step] of steps.entries()) {
    files = typed(files, step, steps[at - 1]);
    if (step.kind !== 'console') {
      for (const [path, text] of files) {
        mkdirSync(dirname(join(place, path)), { recursive: true });
        writeFileSync(join(place, path), text);
      }
      continue;
    }
    const ran = commandsOf(step).map(({ args }) => casus(args, place, { NO_COLOR: '1', COLUMNS: '100' }));
    outputs.set(step, ran.map(({ stdout, stderr }) => `${stdout}${stderr}`));
    // `fmt` changes what was typed.
    files = new Map([...files].map(([path]) => [path, readFileSync(join(place, path), 'utf8')]));
  }
  if (process.env['CASUS_UPDATE'] === '1') writeFileSync(PAGE, renewed(page, outputs));
});

describe('the tutorial', () => {
  it('goes through every command that it promises', () => {
    const used = new Set(consoles.flatMap(commandsOf).map(({ args }) => args[0]));
    expect([...used].sort()).toEqual(['burdens', 'check', 'compare', 'explain', 'fmt', 'graph', 'why']);
  });

  for (const step of consoles) {
    it.each(commandsOf(step).map((command, at): [string, Command, number] => [command.args.join(' '), command, at]))(`line ${step.line}: casus %s prints what the page shows`, (_, command, at) => {
      const output = outputs.get(step)![at]!;
      if (!shows(command.printed, output)) expect(output).toBe(command.printed);
    });
  }

  it('draws a picture', () => {
    expect(readFileSync(join(place, 'help.svg'), 'utf8')).toMatch(/^<svg [\s\S]*Guarantors[\s\S]*<\/svg>\s*$/);
  });
});

describe('a line … on the page', () => {
  it('stands for lines left out, and for nothing else', () => {
    expect(shows('a\n…\nd\n', 'a\nb\nc\nd\n')).toBe(true);
    expect(shows('a\n…\nd\n', 'a\nd\n')).toBe(false);
    expect(shows('a\n…\ne\n', 'a\nb\nc\nd\n')).toBe(false);
    expect(shows('a\nb\n', 'a\nb\nc\n')).toBe(false);
  });
});
