import { HEADER } from './clauses.js';
import type { Code } from './literals.js';
import { NO_CLAUSE, type State } from './state.js';

/**
 * The assumptions to blame for an assumption that is false: those among the decisions from which its negation follows,
 * with itself. As in Eén & Sörensson, "An Extensible SAT-solver", SAT 2003 (analyzeFinal).
 *
 * INVARIANT: all decisions on the trail are assumptions when this is called.
 */
export function blame(s: State, failed: Code): Code[] {
  const core = [failed];
  const { levels, reasons, seen, trail } = s;
  const { data } = s.clauses;
  if (levels[failed >> 1] === 0) return core;
  seen[failed >> 1] = 1;
  for (let i = s.trailSize - 1; i >= s.starts[0]!; i--) {
    const literal = trail[i]!;
    const v = literal >> 1;
    if (seen[v] === 0) continue;
    seen[v] = 0;
    const ref = reasons[v]!;
    if (ref === NO_CLAUSE) {
      // The negation of the failed one can itself be assumed.
      core.push(literal);
      continue;
    }
    const end = ref + HEADER + data[ref]!;
    for (let k = ref + HEADER; k < end; k++) {
      const other = data[k]! >> 1;
      if (other !== v && levels[other]! > 0) seen[other] = 1;
    }
  }
  return core;
}
