import type { Token } from './diagnose.js';
import type { Point, Recogniser, Shape } from './recogniser.js';

/** A name that stands for what could not be read in the head of a sentence; nobody can write it. */
export const UNREADABLE = '\u0000';

/** A broken head and what is read in its place, so that the sentence behind it is checked all the same. */
export interface Head {
  /** First token that is left out, and the first behind the head: `then`, a comma or `{`. */
  readonly from: number;
  readonly to: number;
  /** What stands there instead. */
  readonly instead: readonly Shape[];
  /** The point behind it. */
  readonly point: Point;
}

const NAME: Shape = { type: 'ID', name: true };
/** Rules that begin with a head, and what may stand between their first word and the end of the head. */
const HEADED: Readonly<Record<string, readonly Shape[]>> = { If: [NAME], Upon: [NAME, { type: 'on', name: false }, NAME] };
const MODALS = new Set(['shall', 'may', 'pledges', 'pledge']);

/** The innermost head that an error stands in; nothing if it stands elsewhere, or if no sentence follows the head. */
export function headAround(recogniser: Recogniser, tokens: readonly Token[], depths: readonly number[], shapes: readonly Shape[], begun: readonly { readonly rule: number; readonly at: Point }[], error: number): Head | undefined {
  for (const { rule, at } of [...begun].sort((a, b) => b.at.token - a.at.token)) {
    const instead = HEADED[recogniser.automaton.names[rule]!];
    if (instead === undefined) continue;
    const to = endOfHead(tokens, depths, at.token, error);
    if (to === undefined) return undefined;
    let point = recogniser.step(at, shapes[at.token]!);
    for (const each of instead) if (point !== undefined) point = recogniser.step(point, each);
    if (point === undefined || recogniser.step(point, shapes[to]!) === undefined) return undefined;
    point.token = to;
    return { from: at.token + 1, to, instead, point };
  }
  return undefined;
}

function endOfHead(tokens: readonly Token[], depths: readonly number[], start: number, error: number): number | undefined {
  let brackets = 0;
  for (let i = start + 1; i < tokens.length && depths[i]! >= depths[start]!; i++) {
    const { image, tokenType } = tokens[i]!;
    if (image === '(' || image === '[') brackets++;
    else if (image === ')' || image === ']') brackets--;
    if (MODALS.has(image) || brackets < 0) return undefined;
    // A comma that ends a head is one kind of `then`.
    if (brackets === 0 && (image === '{' || tokenType.name === 'then')) return i < error ? undefined : i;
  }
  return undefined;
}
