import { HEADER, type Ref } from './clauses.js';
import { NO_CLAUSE, type State } from './state.js';

/**
 * Unit propagation: makes true what the clauses force, until nothing more follows or a clause is false.
 * @returns the clause that is false, or `NO_CLAUSE`.
 */
export function propagate(s: State): Ref {
  const { values, levels, reasons, trail, watches, level } = s;
  const { lists, sizes } = watches;
  const { data } = s.clauses;
  let conflict = NO_CLAUSE;
  let trailSize = s.trailSize;
  while (s.head < trailSize && conflict === NO_CLAUSE) {
    const falsified = trail[s.head++]! ^ 1;
    const list = lists[falsified]!;
    const size = sizes[falsified]!;
    let from = 0;
    let to = 0;
    watching: while (from < size) {
      const entry = list[from]!;
      const blocker = list[from + 1]!;
      from += 2;
      const blocked = values[blocker]!;
      if (blocked > 0) {
        list[to] = entry;
        list[to + 1] = blocker;
        to += 2;
        continue;
      }
      let ref = entry;
      let forced = blocker;
      if (entry < 0) {
        ref = ~entry;
      } else {
        const first = ref + HEADER;
        forced = data[first]!;
        if (forced === falsified) {
          forced = data[first + 1]!;
          data[first] = forced;
          data[first + 1] = falsified;
        }
        if (values[forced]! > 0) {
          list[to] = entry;
          list[to + 1] = forced;
          to += 2;
          continue;
        }
        const end = first + data[ref]!;
        for (let k = first + 2; k < end; k++) {
          const other = data[k]!;
          if (values[other]! >= 0) {
            data[first + 1] = other;
            data[k] = falsified;
            watches.push(other, ref, forced);
            continue watching;
          }
        }
      }
      list[to] = entry;
      list[to + 1] = forced;
      to += 2;
      if (values[forced]! < 0) {
        conflict = ref;
        if (to !== from) {
          list.copyWithin(to, from, size);
          to += size - from;
          from = size;
        } else {
          to = from = size;
        }
        break;
      }
      values[forced] = 1;
      values[forced ^ 1] = -1;
      const v = forced >> 1;
      levels[v] = level;
      reasons[v] = ref;
      trail[trailSize++] = forced;
    }
    sizes[falsified] = to;
  }
  s.trailSize = trailSize;
  if (conflict !== NO_CLAUSE) s.head = trailSize;
  return conflict;
}
