import { check } from '@casus/analysis';
import { compile } from '@casus/language';
import { largeCase, manyClauses } from './generate.js';

/** One made case, compiled and checked in a process of its own, so that its memory can be told: `node cases.mjs clauses 2000`. */
const [kind, ...numbers] = process.argv.slice(2);
const sizes = numbers.map(Number);
const text = kind === 'clauses' ? manyClauses(sizes[0]!) : largeCase({ actors: sizes[0]!, brackets: sizes[1]!, promises: sizes[2]! });

// The parser's start is measured elsewhere; here it would hide how the time grows.
compile([{ path: 'first.casus', text: 'actor Ruritania' }], () => undefined);
const start = performance.now();
const { value, findings } = compile([{ path: 'case.casus', text }], () => undefined);
const compiled = performance.now();
const wrong = findings.find(({ severity }) => severity === 'error');
if (wrong !== undefined) throw new Error(`${wrong.place.file}:${wrong.place.line}: ${wrong.message}`);
const result = check(value, findings, undefined, { everyAttacker: kind === 'large' });
const checked = performance.now();

console.log(
  JSON.stringify({
    characters: text.length,
    compile: compiled - start,
    check: checked - compiled,
    verdicts: result.verdicts.length,
    texts: String(result.verdicts.reduce((most, verdict) => (verdict.texts > most ? verdict.texts : most), 0n)),
    memory: process.resourceUsage().maxRSS * 1024,
  }),
);
