import { Operation } from './cache.js';
import type { Kernel } from './kernel.js';
import { FALSE, TRUE, type Node } from './types.js';
import { HIGH, LOW } from './unique-table.js';

/**
 * The machine that carries out every operation: expansion by the topmost variable, low side first, with all results
 * remembered (Bryant 1986, "Apply"; Brace, Rudell, Bryant 1990, "ite"). What the operands of each operation are is told
 * in `connectives.ts`, `compare.ts`, `quantify.ts` and `substitute.ts`.
 *
 * It keeps a stack of its own instead of calling itself: the depth of a diagram is the number of variables, and thousands
 * of calls are more than some JavaScript engines allow.
 */

const { And, Or, Xor, Leq, Meets, Ite, AndExists, Exists, Forall, Restrict, Compose, ComposeAll, Increasing, Decreasing } =
  Operation;

/** A frame: operation, three operands, level, result of the low side or -1. */
const FRAME = 6;

/** Carry out an operation on up to three operands. Questions answer with 1 or 0. @throws NodeLimitError */
export function run(k: Kernel, op: number, f: number, g: number, h: number): number {
  const { cache, table } = k;
  const base = k.stackTop;
  let stack = k.stack;
  let top = base;
  for (;;) {
    // Enter: the easy cases, then the memory, then the low side.
    let r = -1;
    switch (op) {
      case And:
        if (f === g || g === TRUE) r = f;
        else if (f === TRUE) r = g;
        else if (f === FALSE || g === FALSE) r = FALSE;
        break;
      case Or:
        if (f === g || g === FALSE) r = f;
        else if (f === FALSE) r = g;
        else if (f === TRUE || g === TRUE) r = TRUE;
        break;
      case Xor:
        if (f === g) r = FALSE;
        else if (f === FALSE) r = g;
        else if (g === FALSE) r = f;
        else if (f + g === TRUE) r = TRUE;
        break;
      case Leq:
        if (f === g || f === FALSE || g === TRUE) r = 1;
        else if (f === TRUE || g === FALSE) r = 0;
        break;
      case Meets:
        if (f === FALSE || g === FALSE) r = 0;
        else if (f === g || f === TRUE || g === TRUE) r = 1;
        break;
      case Ite:
        if (f === TRUE || g === h) r = g;
        else if (f === FALSE) r = h;
        else if (g === TRUE || g === f) {
          op = Or;
          g = h;
          h = 0;
          continue;
        } else if (h === FALSE || h === f) {
          op = And;
          h = 0;
          continue;
        } else if (g === FALSE && h === TRUE) {
          op = Xor;
          g = TRUE;
          h = 0;
          continue;
        }
        break;
      case AndExists: {
        if (f === FALSE || g === FALSE) {
          r = FALSE;
          break;
        }
        if (f === TRUE || g === TRUE || f === g) {
          op = Exists;
          if (f === TRUE) f = g;
          g = h;
          h = 0;
          continue;
        }
        const level = Math.min(k.level(f), k.level(g));
        while (k.level(h) < level) h = k.high(h);
        if (h === TRUE) {
          op = And;
          h = 0;
          continue;
        }
        break;
      }
      case Exists:
      case Forall: {
        const level = k.level(f);
        while (k.level(g) < level) g = k.high(g);
        if (f <= TRUE || g === TRUE) r = f;
        break;
      }
      case Restrict: {
        const level = k.level(f);
        while (k.level(g) < level) g = k.high(g) === FALSE ? k.low(g) : k.high(g);
        if (f <= TRUE || g === TRUE) {
          r = f;
        } else if (k.level(g) === level) {
          const negative = k.high(g) === FALSE;
          f = negative ? k.low(f) : k.high(f);
          g = negative ? k.low(g) : k.high(g);
          continue;
        }
        break;
      }
      case Compose:
        if (k.level(f) > g) r = f;
        else if (k.level(f) === g) r = nested(k, top, Ite, h, k.high(f), k.low(f));
        break;
      case ComposeAll:
        if (k.level(f) > k.substitution.lowest) r = f;
        break;
      case Increasing:
        if (k.level(f) > g) r = 1;
        else if (k.level(f) === g) r = nested(k, top, Leq, k.low(f), k.high(f), 0);
        break;
      case Decreasing:
        if (k.level(f) > g) r = 1;
        else if (k.level(f) === g) r = nested(k, top, Leq, k.high(f), k.low(f), 0);
        break;
    }
    if (r < 0) {
      // One entry serves both orders of the operands.
      if (f > g && (op <= Xor || op === Meets || op === AndExists)) {
        const t = f;
        f = g;
        g = t;
      }
      r = cache.get(op, f, g, h);
    }
    let side = LOW;
    let level = 0;
    if (r < 0) {
      const cells = table.cells;
      level = cells[f << 2]!;
      if (op <= AndExists) {
        const lg = cells[g << 2]!;
        if (lg < level) level = lg;
        if (op === Ite) {
          const lh = cells[h << 2]!;
          if (lh < level) level = lh;
        }
      }
      stack = k.stack;
      if (top + FRAME > stack.length) stack = k.growStack();
      stack[top] = op;
      stack[top + 1] = f;
      stack[top + 2] = g;
      stack[top + 3] = h;
      stack[top + 4] = level;
      stack[top + 5] = -1;
      top += FRAME;
    } else {
      // Return: hand the result to the frame that waits for it, until one still needs its high side.
      stack = k.stack;
      for (;;) {
        if (top === base) return r;
        const at = top - FRAME;
        op = stack[at]!;
        f = stack[at + 1]!;
        g = stack[at + 2]!;
        h = stack[at + 3]!;
        level = stack[at + 4]!;
        const low = stack[at + 5]!;
        if (low < 0) {
          if (!decides(k, op, g, h, level, r)) {
            stack[at + 5] = r;
            side = HIGH;
            break;
          }
        } else if (op <= Xor || op === Ite || op === Restrict) {
          r = k.make(level, low, r);
        } else {
          r = combine(k, top, op, g, h, level, low, r);
          stack = k.stack;
        }
        cache.put(op, f, g, h, r);
        top = at;
      }
    }
    // Descend: the operands on one side of the topmost variable.
    const cells = table.cells;
    if (cells[f << 2] === level) f = cells[(f << 2) + side]!;
    if (op <= AndExists) {
      if (cells[g << 2] === level) g = cells[(g << 2) + side]!;
      if (op === Ite) {
        if (cells[h << 2] === level) h = cells[(h << 2) + side]!;
      } else if (op === AndExists) {
        if (cells[h << 2] === level) h = cells[(h << 2) + HIGH]!;
      }
    } else if (op <= Forall && cells[g << 2] === level) {
      g = cells[(g << 2) + HIGH]!;
    }
  }
}

/** Whether the result of the low side settles the whole, so that the high side need not be looked at. */
function decides(k: Kernel, op: number, g: number, h: number, level: number, low: number): boolean {
  switch (op) {
    case Leq:
    case Increasing:
    case Decreasing:
      return low === 0;
    case Meets:
      return low === 1;
    case Exists:
      return low === TRUE && k.level(g) === level;
    case Forall:
      return low === FALSE && k.level(g) === level;
    case AndExists:
      return low === TRUE && k.level(h) === level;
    default:
      return false;
  }
}

/** The result from those of the two sides, for the operations that do more than make a node. */
function combine(
  k: Kernel,
  top: number,
  op: number,
  g: number,
  h: number,
  level: number,
  low: number,
  high: number,
): number {
  switch (op) {
    case Exists:
      return k.level(g) === level ? nested(k, top, Or, low, high, 0) : k.make(level, low, high);
    case Forall:
      return k.level(g) === level ? nested(k, top, And, low, high, 0) : k.make(level, low, high);
    case AndExists:
      return k.level(h) === level ? nested(k, top, Or, low, high, 0) : k.make(level, low, high);
    case Compose:
      return nested(k, top, Ite, k.literalAt(level), high, low);
    case ComposeAll:
      return nested(k, top, Ite, k.substitution.byLevel.get(level) ?? k.literalAt(level), high, low);
    default:
      // Questions: the low side said yes, or it would have settled the matter; for `Meets` it said no.
      return high;
  }
}

/** An operation inside another, on the stack above it. */
function nested(k: Kernel, top: number, op: number, f: Node, g: Node, h: Node): number {
  const before = k.stackTop;
  k.stackTop = top;
  try {
    return run(k, op, f, g, h);
  } finally {
    k.stackTop = before;
  }
}
