import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { judgeAll } from '@casus/analysis';
import { compile, type TextFile } from '@casus/language';

/** Every instrument of the library, as cases/instruments asks about it, with every actor as the attacker, in one run; and with the attackers that the cases name. */
const FOLDER = 'cases/instruments';

function read(path: string, from: string): TextFile | undefined {
  const base = path.startsWith('library/') ? path : join(dirname(from), path);
  for (const candidate of [`${base}.casus`, base]) {
    try {
      return { path: candidate, text: readFileSync(candidate, 'utf8') };
    } catch {
      // Under another name.
    }
  }
  return undefined;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.casus')).sort().map((name) => ({ path: join(FOLDER, name), text: readFileSync(join(FOLDER, name), 'utf8') }));
const start = performance.now();
const cases = files.map((file) => compile([file], read));
const compiled = performance.now() - start;
const run = (everyAttacker: boolean): { readonly time: number; readonly verdicts: number } => {
  const begun = performance.now();
  const verdicts = cases.reduce((sum, { value }) => sum + judgeAll(value, { everyAttacker }).length, 0);
  return { time: performance.now() - begun, verdicts };
};
const named = run(false);
const every = run(true);
console.log(JSON.stringify({ files: files.length, compiled, named, every, memory: process.resourceUsage().maxRSS * 1024 }));
