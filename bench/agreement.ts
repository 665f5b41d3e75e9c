import { agree, Problem, chosen, tableOf } from '@casus/agreement';
import { compile } from '@casus/language';
import { enumerate, GroupOracle } from '@casus/solver';
import { talks, type TalksSize } from './generate-talks.js';

/** Made talks in a process of their own, so that their memory can be told: `node agreement.mjs '{"issues":60, …}' 1000`; the number is how many conflicts and concessions are listed. */
const size = JSON.parse(process.argv[2]!) as TalksSize;
const limit = Number(process.argv[3]);

/** Milliseconds, and what was made. */
function timed<T>(make: () => T): { readonly time: number; readonly made: T } {
  const start = performance.now();
  const made = make();
  return { time: performance.now() - start, made };
}

// The parser's start is measured elsewhere.
compile([{ path: 'first.casus', text: 'actor Ruritania' }], () => undefined);
const text = talks(size);
const compiled = timed(() => compile([{ path: 'talks.casus', text }], () => undefined));
const wrong = compiled.made.findings.find(({ severity }) => severity === 'error');
if (wrong !== undefined) throw new Error(`${wrong.place.file}:${wrong.place.line}: ${wrong.message}`);
const case_ = compiled.made.value;
const table = tableOf(case_, undefined);
const { lines } = chosen(case_, table, {});
const built = timed(() => new Problem(case_, table, lines, {}));
const problem = built.made;
const demands = problem.demands(lines);
if (demands.length !== size.demands) throw new Error(`${demands.length} demands instead of ${size.demands}`);
const groups = problem.groups(demands);
const checked = timed(() => new GroupOracle(groups).check(demands.map((_, i) => i)));
const listed = timed(() => [...enumerate(new GroupOracle(groups), { limit })].length);
const smallest = timed(() => [...enumerate(new GroupOracle(groups), { limit, order: 'smallest', weights: groups.weights! })].length);
const counted = timed(() => ({ all: problem.count([]), acceptable: problem.count(demands) }));
const whole = timed(() => agree(case_, { limit }));

console.log(
  JSON.stringify({
    demands: demands.length,
    compile: compiled.time,
    build: built.time,
    check: checked.time,
    possible: whole.made.possible,
    list: listed.time,
    listed: listed.made,
    smallest: smallest.time,
    smallestListed: smallest.made,
    count: counted.time,
    all: counted.made.all === undefined ? null : String(counted.made.all),
    acceptable: counted.made.acceptable === undefined ? null : String(counted.made.acceptable),
    agree: whole.time,
    memory: process.resourceUsage().maxRSS * 1024,
  }),
);
