import { check, Memory } from '@casus/analysis';
import { compile, Workspace } from '@casus/language';
import { parse } from '../packages/language/src/parse/parse.js';
import { Syntax } from '../packages/language/src/workspace/syntax.js';
import { workedCase } from './worked-case.js';

/** From a keystroke to what is told about the case: edits as they are typed, on a case of so many lines, against a cold check of it. `node keystrokes.mjs 2000` */
const PATH = 'case.casus';
const text = workedCase(Number(process.argv[2] ?? 2000));
const ROUNDS = 15;

/** What a round changes; every round changes something. */
const EDITS: Readonly<Record<string, (text: string, round: number) => string>> = {
  'a word in one clause': (of, round) => of.replace(/(treaty Treaty5 [\s\S]*?\n {4})\w+( shall consult with)/u, `$1${['Norland', 'Ostland', 'Tarvia'][round % 3]!}$2`),
  'a deadline': (of, round) => of.replace(/(treaty Treaty4 [\s\S]*?shall consult within )\d+/u, `$1${round + 2}`),
  'a sentence more': (of, round) => of.replace(/(treaty Treaty6 [\s\S]*?article 9[^\n]*\n)/u, `$1    Norland shall consult with Ostland within ${round + 1} days\n`),
  'a title': (of, round) => of.replace(/(treaty Treaty4 ")[^"]*/u, `$1Treaty, round ${round}`),
  'a group that every treaty names': (of, round) => of.replace(/(group Guarantors = .*, )\w+\n/u, `$1${round % 2 === 0 ? 'Norland' : 'Lindoria'}\n`),
};

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const median = (numbers: readonly number[]): number => sorted(numbers)[numbers.length >> 1]!;

function timed<T>(work: () => T): { readonly value: T; readonly time: number } {
  const start = performance.now();
  const value = work();
  return { value, time: performance.now() - start };
}

function syntaxOf(of: string): Syntax {
  const { root, tokens } = parse(PATH, of, []);
  const syntax = tokens === undefined ? undefined : Syntax.of(root, tokens);
  if (syntax === undefined) throw new Error('the worked case cannot be parsed');
  return syntax;
}

const workspace = new Workspace(() => undefined);
const memory = new Memory();
const checked = (of: string): { readonly verdicts: number } => {
  workspace.update(PATH, of);
  const { value, findings } = workspace.outcome();
  const wrong = findings.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`${wrong.place.line}: ${wrong.message}`);
  return { verdicts: check(value, findings, undefined, { memory }).verdicts.length };
};

const { verdicts } = checked(text);
const cold = { compile: [] as number[], check: [] as number[], parse: [] as number[] };
for (let i = 0; i < 5; i++) {
  const { value: outcome, time } = timed(() => compile([{ path: PATH, text }], () => undefined));
  cold.compile.push(time);
  cold.check.push(timed(() => check(outcome.value, outcome.findings, undefined)).time);
  cold.parse.push(timed(() => parse(PATH, text, [])).time);
}

let now = text;
const edits = Object.entries(EDITS).map(([what, edit]) => {
  const [whole, parsing, judged] = [[] as number[], [] as number[], [] as number[]];
  let syntax = syntaxOf(now);
  for (let round = 0; round < ROUNDS; round++) {
    const next = edit(now, round);
    if (next === now) throw new Error(`${what}: round ${round} changes nothing`);
    now = next;
    // The same reading once more by itself, to tell it from what follows.
    const read = timed(() => syntax.changed(now));
    if (read.value === undefined) throw new Error(`${what}: round ${round} cannot be parsed`);
    syntax = read.value;
    parsing.push(read.time);
    const before = memory.judged;
    whole.push(timed(() => checked(now)).time);
    judged.push(memory.judged - before);
  }
  const beyond = whole.map((time, i) => time - parsing[i]!);
  return { what, whole: median(whole), parsing: median(parsing), beyond: median(beyond), least: Math.min(...beyond), judged: Math.max(...judged) };
});
const coldTime = { compile: median(cold.compile), check: median(cold.check), parse: median(cold.parse) };
console.log(JSON.stringify({ lines: text.split('\n').length, verdicts, cold: coldTime, edits }));
