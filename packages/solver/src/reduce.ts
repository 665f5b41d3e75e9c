import { HEADER } from './clauses.js';
import type { State } from './state.js';

/** Learnt clauses of at most this LBD are kept for good. */
const GLUE = 2;

/**
 * Deletes clauses that hold at level 0, and of the learnt ones the worse half: those of more levels, the older of two
 * alike (Audemard & Simon, IJCAI 2009). Then moves the rest together and enters their watches anew.
 *
 * INVARIANT: the search is at level 0 and all consequences are drawn, so that no clause left is false or a unit.
 */
export function reduce(s: State, half: boolean): void {
  const { clauses, values } = s;
  const { data } = clauses;
  const worse: number[] = [];
  for (const ref of clauses.refs()) {
    const grade = data[ref + 1]!;
    let holds = false;
    for (let k = ref + HEADER; k < ref + HEADER + data[ref]! && !holds; k++) holds = values[data[k]!]! > 0;
    if (holds) clauses.delete(ref);
    else if (half && grade > GLUE) worse.push(ref);
  }
  worse.sort((a, b) => data[b + 1]! - data[a + 1]! || a - b);
  for (let i = 0; i < worse.length >> 1; i++) clauses.delete(worse[i]!);
  clauses.compact();
  s.watches.clear();
  for (const ref of clauses.refs()) {
    open(s, ref, HEADER);
    open(s, ref, HEADER + 1);
    s.watches.attach(ref, data[ref]!, data[ref + HEADER]!, data[ref + HEADER + 1]!);
  }
}

/** Puts a literal that is open at this place of the clause; two of them are, as the clause does not hold and forces nothing. */
function open(s: State, ref: number, place: number): void {
  const { data } = s.clauses;
  const end = ref + HEADER + data[ref]!;
  for (let k = ref + place; k < end; k++) {
    if (s.values[data[k]!]! === 0) {
      const literal = data[k]!;
      data[k] = data[ref + place]!;
      data[ref + place] = literal;
      return;
    }
  }
}
