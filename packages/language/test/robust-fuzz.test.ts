/**
 * Broken, mutated and made-up texts, 20,000 a run: compile answers each of them, in time in proportion to its length, with findings that have a place
 * in it; and a declaration behind it is read. `CASUS_FUZZ=1000000 CASUS_SEED=7` tries more, and others.
 */
import { describe, expect, it } from 'vitest';
import { compile } from '../src/compile.js';
import { PRELUDE } from './fixtures.js';
import { CORPUS, input, KINDS, RUN, shrunk } from './fuzz/inputs.js';
import { DECLARATIONS } from './fuzz/nonsense.js';

/** A declaration with a name that nothing has: whatever stands before it, that must be told. */
const BEHIND = '\n\nposition ZzMissing {\n  demands "something"\n}\n';
/** So long a text may take, in milliseconds; a hang takes longer by far. */
const budget = (text: string): number => 3000 + text.length;
/** What a message must not hold: traces of the program instead of English. */
const TRACES = /\bundefined\b|\[object|\bNaN\b|Decl\b|--> /u;

/** What is wrong with the answer to a text; nothing if it is right. */
function faultOf(text: string, imports: string | undefined): string | undefined {
  const whole = text + BEHIND;
  const started = performance.now();
  try {
    const files = imports === undefined ? [] : [{ path: 'prelude', text: imports }];
    const { findings } = compile([...files, { path: 'own', text: whole }], () => undefined);
    for (const { place, message, help = '' } of findings) {
      const length = place.file === 'own' ? whole.length : (imports?.length ?? 0);
      if (!(place.offset >= 0 && place.end >= place.offset && place.end <= length)) return `the place of “${message}” is outside of the text`;
      if (message.includes('\0') && !text.includes('\0')) return `a name that nobody wrote is told: ${message}`;
      if (TRACES.test(`${message} ${help}`) && !TRACES.test(text)) return `a message says “${message} | ${help}”`;
    }
    if (!findings.some(({ code, message }) => code === 'form/limit' || message.includes('ZzMissing'))) return 'the declaration behind is not read';
  } catch (error) {
    return `it throws: ${error instanceof Error ? error.stack : String(error)}`;
  }
  const took = performance.now() - started;
  return took > budget(whole) ? `it takes ${Math.round(took)} ms` : undefined;
}

/** Fails with the smallest text that has a fault, and how to make it again. */
function require(i: number, imports: string | undefined): void {
  const text = input(RUN.seed, i);
  if (faultOf(text, imports) === undefined) return;
  const small = shrunk(text, (shorter) => faultOf(shorter, imports) !== undefined);
  throw new Error(`${faultOf(small, imports) ?? 'a fault that comes and goes'}\ninput ${i} of seed ${RUN.seed} (CASUS_SEED=${RUN.seed}), made small:\n${JSON.stringify(small)}`);
}

describe('whatever the text', () => {
  it('there is something to mutate', () => {
    expect(CORPUS.length).toBeGreaterThan(300);
    expect(DECLARATIONS.length).toBeGreaterThan(15);
    expect(new Set(Array.from({ length: 200 }, (_, i) => input(1, i))).size).toBeGreaterThan(180);
    expect(input(5, 17)).toBe(input(5, 17));
    expect(input(5, 17)).not.toBe(input(6, 17));
  });

  it('inputs are made small by what they fail for', () => {
    expect(shrunk('one two bad three', (text) => text.includes('bad'))).toBe('bad');
  });

  it(`${RUN.inputs} texts are answered`, { timeout: 60_000 + RUN.inputs * 20 }, () => {
    // With the names that the texts use, much more of them is understood; that costs time, so every eighth round.
    for (let i = 0; i < RUN.inputs; i++) require(i, Math.floor(i / KINDS.length) % 8 === 0 ? PRELUDE : undefined);
  });
});
