import { grown } from './arrays.js';
import { HEADER, type Ref } from './clauses.js';
import type { Code } from './literals.js';
import { NO_CLAUSE, type State } from './state.js';

/** What a conflict teaches. */
export class Lesson {
  /** The learnt clause: first the literal that it forces, then the one of the highest level among the others. */
  literals = new Int32Array(16);
  length = 0;
  /** The level to go back to. */
  level = 0;
  /** The number of levels among the literals. */
  lbd = 0;
  /** Variables whose mark is to be taken off, and the stack of the minimisation. */
  marked = new Int32Array(16);
  markedSize = 0;
  stack = new Int32Array(16);
  /** For counting levels: when each was counted last. */
  stamps = new Int32Array(16);
  stamp = 0;
}

/**
 * From a false clause to the clause of the first unique implication point (Marques-Silva & Sakallah, "GRASP", ICCAD 1996;
 * Zhang et al., ICCAD 2001), from which literals that follow from the others are taken out (Sörensson & Biere, "Minimizing
 * Learned Clauses", SAT 2009).
 */
export function analyse(s: State, conflict: Ref, lesson: Lesson): void {
  const { levels, reasons, seen, trail, heap } = s;
  const { data } = s.clauses;
  lesson.literals = grown(lesson.literals, s.variables + 1);
  lesson.marked = grown(lesson.marked, s.variables + 1);
  lesson.stack = grown(lesson.stack, s.variables + 1);
  const { literals, marked } = lesson;
  let length = 1;
  let markedSize = 0;
  let open = 0;
  let index = s.trailSize - 1;
  let ref = conflict;
  let implied: Code = -1;
  for (;;) {
    const end = ref + HEADER + data[ref]!;
    for (let k = ref + HEADER; k < end; k++) {
      const literal = data[k]!;
      const v = literal >> 1;
      if (literal === implied || seen[v] !== 0 || levels[v] === 0) continue;
      seen[v] = 1;
      marked[markedSize++] = v;
      heap.bump(v);
      if (levels[v] === s.level) open++;
      else literals[length++] = literal;
    }
    while (seen[trail[index]! >> 1] === 0) index--;
    implied = trail[index--]!;
    if (--open === 0) break;
    ref = reasons[implied >> 1]!;
  }
  literals[0] = implied ^ 1;
  lesson.markedSize = markedSize;
  minimise(s, lesson, length);
  settle(s, lesson);
  for (let i = 0; i < lesson.markedSize; i++) seen[lesson.marked[i]!] = 0;
  heap.decay();
}

/** Takes out the literals that follow from the others. */
function minimise(s: State, lesson: Lesson, length: number): void {
  const { literals } = lesson;
  let abstract = 0;
  for (let i = 1; i < length; i++) abstract |= 1 << (s.levels[literals[i]! >> 1]! & 31);
  let kept = 1;
  for (let i = 1; i < length; i++) {
    const literal = literals[i]!;
    if (s.reasons[literal >> 1] === NO_CLAUSE || !follows(s, lesson, literal, abstract)) literals[kept++] = literal;
  }
  lesson.length = kept;
}

/** Whether all that forced a literal leads back to marked literals. Marks what was found to lead there. */
function follows(s: State, lesson: Lesson, literal: Code, abstract: number): boolean {
  const { levels, reasons, seen } = s;
  const { data } = s.clauses;
  const { stack, marked } = lesson;
  const before = lesson.markedSize;
  let size = 0;
  stack[size++] = literal >> 1;
  while (size > 0) {
    const from = stack[--size]!;
    const ref = reasons[from]!;
    const end = ref + HEADER + data[ref]!;
    for (let k = ref + HEADER; k < end; k++) {
      const v = data[k]! >> 1;
      if (v === from || seen[v] !== 0 || levels[v] === 0) continue;
      if (reasons[v] === NO_CLAUSE || ((1 << (levels[v]! & 31)) & abstract) === 0) {
        for (let i = before; i < lesson.markedSize; i++) seen[marked[i]!] = 0;
        lesson.markedSize = before;
        return false;
      }
      seen[v] = 1;
      marked[lesson.markedSize++] = v;
      stack[size++] = v;
    }
  }
  return true;
}

/** Finds the level to go back to, puts a literal of that level second, counts the levels. */
function settle(s: State, lesson: Lesson): void {
  const { literals, length } = lesson;
  const { levels } = s;
  lesson.stamps = grown(lesson.stamps, s.level + 1);
  const stamp = ++lesson.stamp;
  let second = 1;
  let lbd = 0;
  for (let i = 0; i < length; i++) {
    const level = levels[literals[i]! >> 1]!;
    if (i > 1 && level > levels[literals[second]! >> 1]!) second = i;
    if (lesson.stamps[level] !== stamp) {
      lesson.stamps[level] = stamp;
      lbd++;
    }
  }
  lesson.lbd = lbd;
  lesson.level = 0;
  if (length > 1) {
    const literal = literals[second]!;
    literals[second] = literals[1]!;
    literals[1] = literal;
    lesson.level = levels[literal >> 1]!;
  }
}
