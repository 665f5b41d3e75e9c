import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { enumerate, GroupOracle, type GroupProblem, readDimacs, Solver } from '../packages/solver/src/index.js';

/**
 * All minimal unsatisfiable subsets and correction sets of small problems: what is measured is thousands of tiny checks,
 * not one large search. Ours as it is; one plain MARCO loop driven by our solver, by logic-solver (MiniSat compiled to
 * JavaScript) and by Z3 (compiled to WebAssembly); and clingo, which lists the correction sets in one call. All have to find the same.
 */
const DATA = resolve(process.cwd(), '../shared/data');
const require = createRequire(resolve(process.cwd(), 'package.json'));

/** The least of so many runs counts; a peer that takes longer than this altogether, in milliseconds, runs no more. */
const RUNS = 15;
const PATIENCE = 3_000;

/** An incremental solver, as the plain loop needs it; variables are whole numbers from 1. */
interface Incremental {
  add(clause: readonly number[]): void;
  solve(assumptions: readonly number[]): boolean | Promise<boolean>;
  /** In the model found last. */
  value(variable: number): boolean;
}

type Start = () => Promise<(variables: number) => Incremental>;

const PEERS: Record<string, Start> = {
  'our solver': async () => (variables) => {
    const solver = new Solver();
    solver.newVariables(variables);
    return { add: (clause) => void solver.addClause(clause), solve: (assumed) => solver.solve(assumed) === 'satisfiable', value: (v) => solver.value(v) };
  },
  'logic-solver': async () => {
    const Logic = require('logic-solver') as LogicSolver;
    const name = (literal: number): string => (literal > 0 ? `v${literal}` : `-v${-literal}`);
    return () => {
      const solver = new Logic.Solver();
      let trues = new Set<string>();
      return {
        add: (clause) => solver.require(Logic.or(clause.map(name))),
        solve: (assumed) => {
          const solution = assumed.length === 0 ? solver.solve() : solver.solveAssuming(Logic.and(assumed.map(name)));
          if (solution !== null) trues = new Set(solution.getTrueVars());
          return solution !== null;
        },
        value: (v) => trues.has(name(v)),
      };
    };
  },
  'z3-solver': async () => {
    const { Context } = await (require('z3-solver') as { init(): Promise<{ Context: new (name: string) => Z3 }> }).init();
    return (variables) => {
      const z3 = new Context('main');
      const solver = new z3.Solver();
      const positive = Array.from({ length: variables + 1 }, (_, v) => z3.Bool.const(`v${v}`));
      const negative = positive.map((v) => z3.Not(v));
      const literal = (l: number): unknown => (l > 0 ? positive[l] : negative[-l]);
      let model: Z3Model | undefined;
      return {
        add: (clause) => solver.add(z3.Or(...clause.map(literal))),
        solve: async (assumed) => {
          const satisfiable = (await solver.check(...assumed.map(literal))) === 'sat';
          if (satisfiable) model = solver.model();
          return satisfiable;
        },
        value: (v) => z3.isTrue(model!.eval(positive[v])),
      };
    };
  },
};

interface LogicSolver {
  Solver: new () => { require(formula: unknown): void; solve(): LogicSolution | null; solveAssuming(formula: unknown): LogicSolution | null };
  or(operands: string[]): unknown;
  and(operands: string[]): unknown;
}
interface LogicSolution {
  getTrueVars(): string[];
}
interface Z3Model {
  eval(of: unknown): unknown;
}
interface Z3 {
  Solver: new () => { add(formula: unknown): void; check(...assumed: unknown[]): Promise<string>; model(): Z3Model };
  Bool: { const(name: string): unknown };
  Not(of: unknown): unknown;
  Or(...of: unknown[]): unknown;
  isTrue(of: unknown): boolean;
}

/** The textbook loop: any set that is not explored; elements are added to it, or left out, one by one. */
async function plainMarco({ variables, hard, groups }: GroupProblem, make: (variables: number) => Incremental): Promise<string[]> {
  const size = groups.length;
  const every = [...groups.keys()];
  const solver = make(variables + size);
  for (const clause of hard) solver.add(clause);
  groups.forEach((clauses, g) => clauses.forEach((clause) => solver.add([...clause, -(variables + 1 + g)])));
  const check = (set: readonly number[]): boolean | Promise<boolean> => solver.solve(set.map((g) => variables + 1 + g));
  const map = make(size);
  const found: string[] = [];
  while (await map.solve([])) {
    let set = every.filter((e) => map.value(e + 1));
    const satisfiable = await check(set);
    for (const e of every) {
      if (set.includes(e) === satisfiable) continue;
      const other = satisfiable ? [...set, e].sort((a, b) => a - b) : set.filter((one) => one !== e);
      if ((await check(other)) === satisfiable) set = other;
    }
    const result = satisfiable ? every.filter((e) => !set.includes(e)) : set;
    found.push(`${satisfiable ? 'mcs' : 'mus'} ${result.join()}`);
    map.add(result.map((e) => (satisfiable ? e + 1 : -e - 1)));
  }
  return found;
}

/** The correction sets by clingo: the heuristic wants no group given up, and only what is least by it is recorded. */
async function startClingo(): Promise<(problem: GroupProblem) => Promise<string[]>> {
  type Result = { Result: string; Call?: { Witnesses?: { Value: string[] }[] }[] };
  const { init } = require('clingo-wasm') as { init(): Promise<(program: string, models: number, options: string[]) => Result> };
  const log = console.log;
  console.log = () => {};
  const run = await init().finally(() => (console.log = log));
  return async ({ variables, hard, groups }) => {
    const violated = (clause: readonly number[]): string => clause.map((literal) => (literal > 0 ? `not x(${literal})` : `x(${-literal})`)).join(', ');
    const program = [
      `{ x(1..${variables}) }. { drop(0..${groups.length - 1}) }. #heuristic drop(G) : G = 0..${groups.length - 1}. [1, false] #show drop/1.`,
      ...hard.map((clause) => `:- ${violated(clause)}.`),
      ...groups.flatMap((clauses, g) => clauses.map((clause) => `:- not drop(${g}), ${violated(clause)}.`)),
    ].join('\n');
    const { Result, Call = [] } = run(program, 0, ['--heuristic=Domain', '--enum=domRec']);
    if (Result === 'ERROR') throw new Error('clingo could not read the program');
    const sets = Call.flatMap(({ Witnesses = [] }) => Witnesses.map(({ Value }) => Value.map((atom) => Number(/\d+/.exec(atom)![0])).sort((a, b) => a - b).join()));
    return [...new Set(sets)].map((set) => `mcs ${set}`);
  };
}

/** Lists of all problems, each line with the number of its problem; the least time in milliseconds, and memory in bytes above that before. */
async function measure(problems: readonly GroupProblem[], list: (problem: GroupProblem) => string[] | Promise<string[]>): Promise<{ time: number; found: string; sets: number; memory: number }> {
  const before = process.memoryUsage().rss;
  let time = Infinity;
  let found: string[] = [];
  for (let i = 0, total = 0; i < RUNS && total < PATIENCE; i++) {
    const start = performance.now();
    found = [];
    for (const [p, problem] of problems.entries()) for (const line of await list(problem)) found.push(`${p} ${line}`);
    const taken = performance.now() - start;
    time = Math.min(time, taken);
    total += taken;
  }
  return { time, found: found.sort().join('\n'), sets: found.length, memory: process.memoryUsage().rss - before };
}

function read(file: string): GroupProblem {
  const result = readDimacs(readFileSync(resolve(DATA, file), 'utf8'));
  if (!result.ok) throw new Error(`${file}: ${result.errors[0]!.message}`);
  return result.problem;
}

const ours = (kinds: 'both' | 'mcs') => (problem: GroupProblem): string[] => [...enumerate(new GroupOracle(problem), { kinds })].map(({ kind, set }) => `${kind} ${set.join()}`);

async function run(): Promise<string[][]> {
  if (!existsSync(DATA)) return [['conflicts and corrections', 'not measured: ../shared/data is not there']];
  const rows: string[][] = [];
  const start = async <T>(name: string, starting: () => Promise<T>): Promise<T | undefined> =>
    starting().catch((error: unknown) => void rows.push([`conflicts: ${name}`, `skipped, as it does not start: ${String(error).split('\n')[0]}`]));
  const peers: { name: string; make: (variables: number) => Incremental }[] = [];
  for (const [name, starting] of Object.entries(PEERS)) {
    const make = await start(name, starting);
    if (make !== undefined) peers.push({ name, make });
  }
  const clingo = await start('clingo-wasm', startClingo);
  const instances = { 'MARCO tests': readdirSync(resolve(DATA, 'marco/tests')).map((file) => read(`marco/tests/${file}`)), S: [read('agreement/S.gcnf')], M: [read('agreement/M.gcnf')] };
  const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;
  for (const [name, problems] of Object.entries(instances)) {
    const both = await measure(problems, ours('both'));
    const alone = await measure(problems, ours('mcs'));
    rows.push([`conflicts and corrections, ${name}`, `${ms(both.time)}, ${both.sets} sets`, `corrections alone: ${ms(alone.time)}, ${alone.sets} sets`]);
    const compare = async (what: string, whole: typeof both, list: (problem: GroupProblem) => Promise<string[]>): Promise<void> => {
      const theirs = await measure(problems, list);
      if (theirs.found !== whole.found) throw new Error(`${what} finds other sets for ${name}`);
      const memory = `${Math.max(0, Math.round(theirs.memory / 2 ** 20))} MB more than before it`;
      rows.push([`${what}, ${name}`, `${ms(theirs.time)}, ${memory}`, `${(theirs.time / whole.time).toFixed(1)} times ours (${Math.max(0, Math.round(whole.memory / 2 ** 20))} MB)`]);
    };
    for (const { name: peer, make } of peers) await compare(`plain MARCO by ${peer}`, both, (problem) => plainMarco(problem, make));
    if (clingo !== undefined) await compare('corrections alone by clingo-wasm', alone, clingo);
  }
  return rows;
}

process.stdout.write(JSON.stringify(await run()), () => process.exit(0));
