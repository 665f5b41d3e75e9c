import { check, Memory } from '@casus/analysis';
import { compile, Workspace } from '@casus/language';
import { parse } from '../packages/language/src/parse/parse.js';
import { Syntax } from '../packages/language/src/workspace/syntax.js';
import { workedCase } from './worked-case.js';

/** From a keystroke to what is told about the case: edits as they are typed, on a case of so many lines, against a cold check of it. `node keystrokes.mjs 2000` */
const PATH = 'case.casus';
const text = workedCase(Number(process.argv[2] ?? 2000));
const ROUNDS = Number(process.argv[3] ?? 15);
/** Rounds before those that are counted. */
const WARMING = 3;
const TO_AND_FRO = 'a group that every treaty names, to and fro';
const STATES = ['Norland', 'Ostland', 'Tarvia', 'Morvania', 'Kesselia', 'Lindoria', 'Graustark'];
const state = (i: number): string => STATES[i % STATES.length]!;

/** What a round changes; every round makes a text that there has not been before, but for the last kind, which goes back and forth. */
const EDITS: Readonly<Record<string, (text: string, round: number) => string>> = {
  'a word in one clause': (of, round) => of.replace(/(treaty Treaty5 [\s\S]*?\n {4})\w+ shall consult with \w+/u, `$1${state(round)} shall consult with ${state(round + 1 + Math.trunc(round / STATES.length))}`),
  'a deadline': (of, round) => of.replace(/(treaty Treaty4 [\s\S]*?shall consult within )\d+/u, `$1${round + 2}`),
  'a sentence more': (of, round) => of.replace(/(treaty Treaty6 [\s\S]*?article 9[^\n]*\n)/u, `$1    Norland shall consult with Ostland within ${round + 1} days\n`),
  'a title': (of, round) => of.replace(/(treaty Treaty4 ")[^"]*/u, `$1Treaty, round ${round}`),
  [TO_AND_FRO]: (of, round) => of.replace(/(group Guarantors = .*, )\w+\n/u, `$1${round % 2 === 0 ? 'Norland' : 'Lindoria'}\n`),
};

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const median = (numbers: readonly number[]): number => sorted(numbers)[numbers.length >> 1]!;

/** Milliseconds on the clock, and of the processor: those do not count what other programs do meanwhile. */
function timed<T>(work: () => T): { readonly value: T; readonly time: number; readonly processor: number } {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(used);
  return { value, time: performance.now() - start, processor: (user + system) / 1000 };
}

function syntaxOf(of: string): Syntax {
  const { root, tokens } = parse(PATH, of, []);
  const syntax = tokens === undefined ? undefined : Syntax.of(of, root, tokens);
  if (syntax === undefined) throw new Error('the worked case cannot be parsed');
  return syntax;
}

const workspace = new Workspace(() => undefined);
const memory = new Memory();
/** When everything was judged again, before what follows from it was told. */
let judgedAt = 0;
const onProgress = (done: number, total: number): void => {
  if (done === total) judgedAt = performance.now();
};
const checked = (of: string): { readonly verdicts: number } => {
  workspace.update(PATH, of);
  const { value, findings } = workspace.outcome();
  const wrong = findings.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`${wrong.place.line}: ${wrong.message}`);
  return { verdicts: check(value, findings, undefined, { memory, onProgress }).verdicts.length };
};

const { verdicts } = checked(text);
const KINDS = ['time', 'processor'] as const;
type Times = Record<(typeof KINDS)[number], number[]>;
const times = (): Times => ({ time: [], processor: [] });
const add = (to: Times, one: Readonly<Record<(typeof KINDS)[number], number>>): void => KINDS.forEach((kind) => to[kind].push(one[kind]));
const medians = (of: Times): Record<keyof Times, number> => ({ time: median(of.time), processor: median(of.processor) });

const cold = { compile: times(), check: times(), parse: times() };
for (let i = 0; i < 7; i++) {
  const { value: outcome, ...taken } = timed(() => compile([{ path: PATH, text }], () => undefined));
  add(cold.compile, taken);
  add(cold.check, timed(() => check(outcome.value, outcome.findings, undefined)));
  add(cold.parse, timed(() => parse(PATH, text, [])));
}

let now = text;
const taken = Object.fromEntries(Object.keys(EDITS).map((what) => [what, { parsing: times(), beyond: times(), judging: [] as number[], judged: [] as number[] }]));
let syntax = syntaxOf(now);
function typed(what: string, round: number): void {
  const next = EDITS[what]!(now, round);
  if (next === now) throw new Error(`${what}: round ${round} changes nothing`);
  now = next;
  // The same reading once more by itself, to tell it from what follows.
  const { value, ...read } = timed(() => syntax.changed(now));
  if (value === undefined) throw new Error(`${what}: round ${round} cannot be parsed`);
  syntax = value;
  const before = memory.judged;
  const start = performance.now();
  const whole = timed(() => checked(now));
  if (round < WARMING) return;
  const { parsing, beyond, judging, judged } = taken[what]!;
  add(parsing, read);
  judging.push(judgedAt - start - read.time);
  add(beyond, { time: whole.time - read.time, processor: whole.processor - read.processor });
  judged.push(memory.judged - before);
}
// One kind after the other, as people write; what goes to and fro by itself.
for (let round = 0; round < WARMING + ROUNDS; round++) for (const what of Object.keys(EDITS)) if (what !== TO_AND_FRO) typed(what, round);
for (let round = 0; round < WARMING + ROUNDS; round++) typed(TO_AND_FRO, round);
const edits = Object.entries(taken).map(([what, { parsing, beyond, judging, judged }]) => {
  const { time, processor } = medians(beyond);
  return { what, parsing: median(parsing.time), judging: median(judging), beyond: time, processor, least: Math.min(...beyond.time), judged: median(judged), ratio: processor / median(cold.check.processor) };
});
console.log(JSON.stringify({ lines: text.split('\n').length, verdicts, cold: { compile: median(cold.compile.time), check: median(cold.check.time), parse: median(cold.parse.time), processor: median(cold.check.processor) }, edits }));
