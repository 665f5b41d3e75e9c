import type { CasusLexer } from '../parse/lexer.js';
import type { Token } from '../parse/diagnose.js';

/** The tokens of a changed text. Those behind the change are the ones of the text before, which stand where they did until they are moved. */
export interface Relexed {
  readonly tokens: readonly Token[];
  /** Moves them to where they stand in the changed text, and back. */
  readonly move: () => void;
  readonly moveBack: () => void;
}

/**
 * The tokens of a text that was changed from another, of which only those on the changed lines are found anew; nothing if that cannot be done, or if something
 * in it is no token.
 *
 * Exact because a token never depends on what stands before it, nor on what stands behind the line on which it ends: only remarks go on over several lines,
 * and one that is not closed in the part that is read again is no token.
 */
export function relex(lexer: CasusLexer, before: string, known: readonly Token[], text: string): Relexed | undefined {
  const { start, end } = difference(before, text);
  const line = before.lastIndexOf('\n', start - 1) + 1;
  const first = firstFrom(known, line, ({ endOffset }) => endOffset!);
  const last = before.indexOf('\n', end) < 0 ? known.length : firstFrom(known, before.indexOf('\n', end), ({ startOffset }) => startOffset);
  const previous = known[first - 1];
  const from = previous === undefined ? 0 : previous.endOffset! + 1;
  const to = known[last]?.startOffset ?? before.length;
  const by = text.length - before.length;
  const part = text.slice(from, to + by);
  const { tokens: read, errors } = lexer.tokenizePart(part);
  if (errors.length > 0) return undefined;
  const [lines, columns] = [previous === undefined ? 0 : previous.endLine! - 1, previous === undefined ? 0 : previous.endColumn!];
  for (const token of read) {
    if (token.startLine === 1) token.startColumn! += columns;
    if (token.endLine === 1) token.endColumn! += columns;
    moveBy(token, from, lines);
  }
  const tokens = lexer.settled([...known.slice(0, first), ...read, ...known.slice(last)]);
  const down = lineEnds(part) - lineEnds(before.slice(from, to));
  const moveRest = (offset: number, lineCount: number): void => {
    if (offset !== 0 || lineCount !== 0) for (let i = first + read.length; i < tokens.length; i++) moveBy(tokens[i]!, offset, lineCount);
  };
  return { tokens, move: () => moveRest(by, down), moveBack: () => moveRest(-by, -down) };
}

function moveBy(token: Token, offset: number, lines: number): void {
  token.startOffset += offset;
  token.endOffset! += offset;
  token.startLine! += lines;
  token.endLine! += lines;
}

/** Where a text differs from another: from the first letter that does to behind the last one, counted in the text before. */
function difference(before: string, text: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === text.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === text.charCodeAt(text.length - 1 - same)) same++;
  return { start, end: before.length - same };
}

/** The number of the first token that stands at an offset or behind it. */
function firstFrom(tokens: readonly Token[], offset: number, at: (token: Token) => number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(tokens[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ends of lines, as the lexer counts them. */
function lineEnds(text: string): number {
  return text.match(/\r\n?|\n/gu)?.length ?? 0;
}
