/** Measures: a cold start, from a keystroke to what is told, how time grows with the text, one large text, the library with every attacker, the diagrams, conflicts and corrections, talks about many demands, power in large bodies. Every figure stands beside what it is to be compared with. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT, inProject } from '../scripts/lib/paths.mjs';

const COLD_RUNS = 15;
const GROWTH_RUNS = 3;
const MOST_MINUTES = 10;

const folder = mkdtempSync(join(tmpdir(), 'casus-bench-'));
const rows = [];
const results = { version: 1, node: process.version, processor: cpus()[0]?.model, measured: {} };

/** Adds a line to the table. */
function told(what, measured, compared = '') {
  rows.push([what, measured, compared]);
  process.stderr.write(`${what}: ${measured}${compared && `  (${compared})`}\n`);
}

async function bundle(entry) {
  const outfile = join(folder, `${entry}.mjs`);
  await build({
    entryPoints: [inProject('bench', `${entry}.ts`)], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', minify: true, logLevel: 'silent',
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  return outfile;
}

/** Runs a process to its end: milliseconds, and what it printed. */
function run(args) {
  const start = performance.now();
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, timeout: MOST_MINUTES * 60_000 });
  const time = performance.now() - start;
  if (done.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${done.status ?? done.signal}\n${done.stderr.slice(0, 2000)}`);
  return { time, output: done.stdout };
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[numbers.length >> 1];
const ms = (n) => `${Math.round(n)} ms`;
const fine = (n) => (n < 10 ? `${n.toFixed(1)} ms` : ms(n));
const sets = (n) => `${n} set${n === 1 ? '' : 's'}`;
const mb = (n) => `${Math.round(n / 2 ** 20)} MB`;
const times = (n) => `${n.toFixed(2)} times`;

/** The whole command against Node with the parser alone, and against Node alone; in turns, and compared within each turn. */
async function cold() {
  const parser = await bundle('parser');
  const memory = join(folder, 'memory.mjs');
  writeFileSync(memory, "process.on('exit', () => process.stderr.write(`\\nmaxRSS ${process.resourceUsage().maxRSS}`));\n");
  const commands = { node: ['-e', '0'], parser: [parser], check: ['packages/cli/bin/casus.js', 'check', 'cases/ukraine-2025'] };
  const taken = { node: [], parser: [], check: [] };
  for (const args of Object.values(commands)) run(args);
  for (let i = 0; i < COLD_RUNS; i++) for (const [name, args] of Object.entries(commands)) taken[name].push(run(args).time);
  const peak = (args) => Number(/maxRSS (\d+)/.exec(spawnSync(process.execPath, ['--import', `file://${memory}`, ...args], { cwd: ROOT, encoding: 'utf8' }).stderr)?.[1] ?? 0) * 1024;
  const ratios = taken.check.map((time, i) => time / taken.parser[i]);
  const figures = Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, { median: median(all), least: Math.min(...all), memory: peak(commands[name]) }]));
  const { node, parser: alone, check } = figures;
  told('node -e 0, cold', `${ms(node.median)}, least ${ms(node.least)}, ${mb(node.memory)}`);
  told('node with the parser alone, cold', `${ms(alone.median)}, least ${ms(alone.least)}, ${mb(alone.memory)}`, `${times(alone.median / node.median)} node -e 0`);
  told('casus check cases/ukraine-2025, cold', `${ms(check.median)}, least ${ms(check.least)}, ${mb(check.memory)}`, `${times(median(ratios))} the parser alone; aim: at most 3`);
  results.measured.cold = { runs: COLD_RUNS, ...figures, ratio: median(ratios), ratioOfLeast: check.least / alone.least };
}

/** How the time grows when the text doubles. */
function growth(cases) {
  const taken = { 2000: [], 4000: [] };
  for (let i = 0; i < GROWTH_RUNS; i++) for (const n of [2000, 4000]) taken[n].push(JSON.parse(run([cases, 'clauses', String(n)]).output));
  const of = (n, what) => median(taken[n].map((one) => one[what]));
  for (const what of ['compile', 'check']) {
    told(`2,000 clauses, ${what}`, ms(of(2000, what)));
    told(`4,000 clauses, ${what}`, ms(of(4000, what)), `${times(of(4000, what) / of(2000, what))} 2,000 clauses; linear: 2`);
  }
  told('memory for 2,000 and 4,000 clauses', `${mb(of(2000, 'memory'))} and ${mb(of(4000, 'memory'))}`, times(of(4000, 'memory') / of(2000, 'memory')));
  results.measured.growth = Object.fromEntries([2000, 4000].map((n) => [n, { compile: of(n, 'compile'), check: of(n, 'check'), memory: of(n, 'memory'), verdicts: taken[n][0].verdicts }]));
}

/** From a keystroke to what is told about a case of 2,000 lines, against checking it cold and against parsing it. */
async function keystrokes() {
  const { lines, verdicts, cold, edits } = JSON.parse(run([await bundle('keystrokes'), '2000']).output);
  const whole = cold.compile + cold.check;
  told(`${lines.toLocaleString('en')} lines, ${verdicts} verdicts, checked cold`, ms(whole), `${times(whole / cold.parse)} parsing it`);
  for (const { what, judging, beyond, least, parsing, judged } of edits) {
    told(`keystroke: ${what}`, `judged ${ms(judging)} beyond parsing, all told ${ms(beyond)}, least ${ms(least)}; parsing ${ms(parsing)}`, `${times((beyond + parsing) / whole)} checked cold, ${times(beyond / cold.parse)} parsing it whole; ${judged} judged again`);
  }
  results.measured.keystrokes = { lines, verdicts, cold, edits };
}

/** Ten times the text in one run; linear: ten times the time. */
function huge(cases) {
  const [few, many] = [2000, 20_000].map((n) => JSON.parse(run([cases, 'clauses', String(n)]).output));
  for (const what of ['compile', 'check']) told(`20,000 clauses, ${what}`, ms(many[what]), `${times(many[what] / few[what])} 2,000 clauses; linear: 10`);
  told('memory for 20,000 clauses', mb(many.memory), `${times(many.memory / few.memory)} 2,000 clauses`);
  results.measured.huge = { few, many };
}

/** All instruments of the library, every actor as the attacker, in one run. */
async function library() {
  const bundled = await bundle('library');
  let output;
  try {
    ({ output } = run([bundled]));
  } catch (error) {
    // It is the largest run of all; the other figures are worth having without it.
    told('library × every attacker', `not measured: ${String(error).split('\n')[0]}; at most ${MOST_MINUTES} minutes`);
    return;
  }
  const { files, compiled, named, every, memory } = JSON.parse(output);
  told(`library, ${files} files, attackers as named`, `${ms(named.time)}, ${named.verdicts} verdicts, compiled in ${ms(compiled)}`);
  told(`library, ${files} files × every attacker`, `${ms(every.time)}, ${every.verdicts} verdicts, ${mb(memory)}`, `${times(every.time / named.time)} the attackers named, for ${times(every.verdicts / named.verdicts)} the verdicts`);
  results.measured.library = { files, compiled, named, every, memory };
}

/** Many actors and brackets: all texts and all attackers in one run. The same with few brackets is the baseline. */
function large(cases) {
  const few = JSON.parse(run([cases, 'large', '40', '12', '6']).output);
  const many = JSON.parse(run([cases, 'large', '40', '24', '6']).output);
  told('40 actors × 12 brackets × 6 promises × every attacker', `${ms(few.check)}, ${few.verdicts} verdicts over ${few.texts} texts each, ${mb(few.memory)}`);
  told('40 actors × 24 brackets × 6 promises × every attacker', `${ms(many.check)}, ${many.verdicts} verdicts over ${many.texts} texts each, ${mb(many.memory)}`, `${times(many.check / few.check)} the one with 12, for ${Number(BigInt(many.texts) / BigInt(few.texts)).toLocaleString('en')} times the texts`);
  results.measured.large = { few, many };
}

async function diagrams() {
  const { run: measure } = await import(await bundle('diagrams'));
  const measured = await measure();
  for (const { name, value } of measured) told(name, value);
  results.measured.diagrams = Object.fromEntries(measured.map(({ name, value }) => [name, value]));
}

/** All minimal conflicts and corrections, by ours and by other solvers: thousands of tiny checks. In a process of its own, as Z3 starts threads. */
async function conflicts() {
  const measured = JSON.parse(run([await bundle('conflicts')]).output);
  for (const row of measured) told(...row);
  results.measured.conflicts = measured;
}

/** Talks about sixty issues with two hundred demands, thirty of them about analysis, against half as many of each; contradictory ones, and ones that can end well. */
async function agreement() {
  const bundled = await bundle('agreement');
  const measured = {};
  const kinds = [
    ['that contradict each other', { issues: 60, analysis: 30, turned: 40, far: 8 }],
    ['that some text meets', { issues: 60, analysis: 30, turned: 0, far: 8 }],
    ['on ninety issues, too loose to be counted', { issues: 90, analysis: 30, turned: 0, far: 1, loose: true }],
  ];
  for (const [name, { issues, analysis, turned, ...rest }] of kinds) {
    const size = (part) => ({ ...rest, issues: issues * part, demands: 200 * part, analysis: analysis * part, turned: turned * part, instruments: 5 });
    const [half, whole] = [0.5, 1].map((part) => JSON.parse(run([bundled, JSON.stringify(size(part)), '1000']).output));
    const row = (what, key, more = () => '') => told(`${whole.demands} demands ${name}: ${what}`, `${fine(whole[key])}${more(whole)}`, `${times(whole[key] / half[key])} ${half.demands} demands (${fine(half[key])}${more(half)})`);
    row('compile', 'compile');
    row('judging, and laying out the problem', 'build');
    row('one check', 'check');
    row('listing up to 1,000 conflicts and concessions', 'list', ({ listed }) => `, ${sets(listed)}`);
    row('the same, smallest first', 'smallest', ({ smallestListed }) => `, ${sets(smallestListed)}`);
    row('counting', 'count', ({ all, acceptable }) => `, ${acceptable ?? 'unknown'} of ${all === null ? 'unknown' : Number(all).toExponential(1)} texts`);
    row('everything that casus agree tells', 'agree');
    told(`${whole.demands} demands ${name}: memory`, mb(whole.memory), `${times(whole.memory / half.memory)} ${half.demands} demands`);
    measured[name] = { half, whole };
  }
  results.measured.agreement = measured;
}

/** Figures of other programs on the same bodies that are not in a package registry, with how to build them: bench/README.md. */
const ELSEWHERE = {
  'swings imf 85': 'EPIC: 5.6 s at its quickest quota', 'swings imf 50': 'EPIC: 21.5 s', 'shapley bank': 'EPIC: 60.7 s, 2.3 GB, on the 87 members of the AIIB', 'owen bank': 'EPIC: 90.6 s on the AIIB',
  'union27': "Bolus's page: 11,745 nodes, 0.48 s as a process", 'electors': "Bolus's page: 4,644 nodes, 0.19 s as a process", 'shapley imf 85': 'EPIC asks for 37.6 GB', 'shapley imf 50': 'EPIC asks for 37.6 GB', 'federal': "Bolus's page aborts",
};

/** Power in bodies of real size, each in a process of its own; beside the textbook's way where that is there. */
async function games() {
  const bundled = await bundle('games');
  const measured = {};
  for (const name of JSON.parse(run([bundled]).output)) {
    const one = (measured[name] = JSON.parse(run([bundled, name]).output));
    const cost = [one.nodes && `${one.nodes.toLocaleString('en')} nodes`, one.steps && `${one.steps.toLocaleString('en')} steps`, one.expected && `${(one.steps / one.expected).toFixed(2)} times what the algorithm should take`, mb(one.memory), one.check];
    const peer = measured[name.replace(/^swings/, 'textbook')] ?? measured[name.replace(/^textbook/, 'swings')];
    const beside = peer && peer !== one ? `${times(one.ms / peer.ms)} ${name.startsWith('textbook') ? 'the engine' : "the textbook's way"}` : '';
    told(`power: ${name}`, [fine(one.ms), ...cost.filter(Boolean)].join(', '), [beside, ELSEWHERE[name]].filter(Boolean).join('; '));
  }
  results.measured.games = measured;
}

const cases = () => bundle('cases');

/** What can be asked for by name: `npm run bench -- games keystrokes`; without a name, all of it. */
const PARTS = {
  cold, keystrokes, diagrams, conflicts, agreement, games, library,
  growth: async () => growth(await cases()), huge: async () => huge(await cases()), large: async () => large(await cases()),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  process.stderr.write(`bench: there is no part ${unknown}; parts are ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(2);
}

try {
  for (const name of asked.length > 0 ? asked : ['cold', 'keystrokes', 'growth', 'huge', 'large', 'diagrams', 'conflicts', 'agreement', 'games', 'library']) await PARTS[name]();
  const wide = Math.max(...rows.map(([what]) => what.length));
  const middle = Math.max(...rows.map(([, measured]) => measured.length));
  process.stdout.write(`\n${rows.map(([what, measured, compared]) => `${what.padEnd(wide)}  ${measured.padEnd(middle)}  ${compared}`.trimEnd()).join('\n')}\n`);
  mkdirSync(inProject('results'), { recursive: true });
  writeFileSync(inProject('results', 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write('\nWritten: results/bench.json\n');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
