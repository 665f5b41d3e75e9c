/** Whatever the text, what could be understood of it is judged without a crash. `CASUS_FUZZ` and `CASUS_SEED` try more, and others. */
import { check } from '@casus/analysis';
import { compile } from '@casus/language';
import { verifyCase } from '@casus/dossier';
import { describe, expect, it } from 'vitest';
import { input, RUN, shrunk } from '../../language/test/fuzz/inputs.js';
import { PRELUDE } from '../../language/test/fixtures.js';

/** One input of so many is judged. */
const EVERY = 40;

const compiled = (text: string): ReturnType<typeof compile> => compile([{ path: 'prelude', text: PRELUDE }, { path: 'own', text }], () => undefined);

/** What goes wrong when a text is judged; nothing if it is answered. */
function faultOf(text: string): string | undefined {
  const { value, findings } = compiled(text);
  try {
    const found = check(value, findings, verifyCase(value, new Map()));
    const unclear = found.findings.find(({ message }) => /\bundefined\b|\[object|\bNaN\b/u.test(message) && !text.includes('undefined'));
    return unclear === undefined ? undefined : `a finding says “${unclear.message}”`;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

describe('whatever the text', () => {
  it('what is understood of it is judged', { timeout: 60_000 + RUN.inputs * 10 }, () => {
    let right = 0;
    for (let i = 0; i < RUN.inputs; i += EVERY + 1) {
      const text = input(RUN.seed, i);
      if (compiled(text).findings.every(({ severity }) => severity !== 'error')) right++;
      if (faultOf(text) === undefined) continue;
      const small = shrunk(text, (shorter) => faultOf(shorter) !== undefined);
      throw new Error(`${faultOf(small) ?? 'a fault that comes and goes'}\ninput ${i} of seed ${RUN.seed} (CASUS_SEED=${RUN.seed}), made small:\n${JSON.stringify(small)}`);
    }
    expect(right).toBeGreaterThan(RUN.inputs / EVERY / 100);
  });
});
