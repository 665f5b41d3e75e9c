import type { Finding } from '@casus/model';
import type { LexerResult } from 'langium';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';
import { anchorsOf } from './anchors.js';
import { expectedAt } from './expected.js';
import { headAround, UNREADABLE, type Head } from './heads.js';
import { missingBrace, unclosedBrace, unexpected, unexpectedEnd } from './messages.js';
import type { Point, Recogniser, Shape } from './recogniser.js';

/** A token of the text. */
export type Token = LexerResult['tokens'][number];

/** What is left of a text when its mistakes are taken out, and the names that the lost parts may have declared. */
export interface Mended {
  readonly tokens: readonly Token[];
  readonly lost: ReadonlySet<string>;
}

/** Rules whose parts stand in lists, so that a broken one can be left out: what an error costs is the smallest of them around it. */
export const PARTS = ['Item', 'BodyItem', 'InstrumentItem', 'Clause', 'ScenarioItem', 'ArrangementItem', 'PositionLine', 'SourceItem', 'OptionDecl', 'Reading', 'Account', 'AttributeValue', 'NegotiationItem'];

/** Messages about the form of one file; more help nobody. */
const MOST_MESSAGES = 100;
const NEAREST_LINES = 100;

/** Names of the shapes of tokens. */
export function shapeOf(token: Token): Shape {
  return { type: token.tokenType.name, name: token.tokenType.name === 'ID' || (token.tokenType.CATEGORIES ?? []).some((category) => category.name === 'ID') };
}

/** Reads a text that the parser refused: one finding for each mistake, and the text without the parts that hold them. */
export class Diagnosis {
  private readonly parts: ReadonlySet<number>;
  private readonly top: ReadonlySet<number>;
  private readonly shapes: readonly Shape[];
  private readonly depths: readonly number[];
  /** Tokens that begin a declaration whatever stands before them. */
  private readonly anchors: ReadonlySet<number>;
  /** The latest point where a declaration could begin. */
  private latestTop: Point | undefined;
  private readonly dropped: boolean[];
  private readonly inserted = new Map<number, number>();
  /** What is read in the place of broken heads, before these tokens. */
  private readonly heads = new Map<number, Head>();
  /** Points before the first token of a line, where a part may begin. */
  private readonly lineStarts = new Map<number, Point>();
  /** The first line of the declaration before the latest, to which what follows may still belong. */
  private earlierTop: Point | undefined;
  /** Points behind the `{` of a block, where a part may begin that is not the first on its line. */
  private readonly blockStarts = new Map<number, Point>();
  /** First token after what was left out: if it fits nowhere either and begins no line of its own, it belongs to the same mistake. */
  private resumed = -1;
  /** How far the part that was left out last is indented. */
  private resumedColumn = 0;
  private messages = 0;
  /** The point before the last token that fitted. */
  private before: Point | undefined;

  constructor(private readonly recogniser: Recogniser, private readonly path: string, private readonly text: string, private readonly tokens: readonly Token[], private readonly brokenLines: ReadonlySet<number>, private readonly findings: Finding[]) {
    const { names } = recogniser.automaton;
    this.parts = new Set(PARTS.map((part) => names.indexOf(part)));
    this.top = new Set([names.indexOf('Item')]);
    this.shapes = tokens.map(shapeOf);
    this.dropped = tokens.map(() => false);
    const { at, depths } = anchorsOf(recogniser, tokens, this.shapes, PARTS);
    this.anchors = at;
    this.depths = depths;
  }

  /** Reads to the end, leaving out what does not fit. */
  run(): Mended {
    let point = this.recogniser.start('File');
    while (point.token < this.tokens.length) {
      if (this.recogniser.mayBegin(point, this.top)) this.latestTop = point;
      else if (this.anchors.has(point.token)) {
        const ended = this.endBefore(point);
        if (ended !== undefined) {
          point = ended;
          continue;
        }
      }
      if (this.isFirstOnLine(point.token) && this.tokens[point.token]!.image !== '}' && this.recogniser.mayBegin(point, this.parts)) {
        if (this.recogniser.mayBegin(point, this.top)) {
          this.earlierTop = [...this.lineStarts.values()].find((start) => this.recogniser.mayBegin(start, this.top));
          this.lineStarts.clear();
        }
        this.lineStarts.set(point.token, point);
        // The nearest lines are enough to go back to, and the rest of a long text can be forgotten.
        if (this.lineStarts.size > NEAREST_LINES) for (const [oldest] of this.lineStarts) if (this.lineStarts.size > NEAREST_LINES) this.lineStarts.delete(oldest);
      }
      if (this.isFirstInBlock(point.token)) this.blockStarts.set(point.token, point);
      const next = this.recogniser.step(point, this.shapes[point.token]!);
      this.before = next === undefined ? this.before : point;
      point = next ?? this.recover(point);
    }
    this.finish(point);
    return { tokens: this.mendedTokens(), lost: this.lostNames() };
  }

  /** Tells the mistake at a point and goes on after the part that holds it. */
  private recover(point: Point): Point {
    const at = point.token;
    let start = this.partAround(point);
    // A declaration that begins here is not part of what is broken before it.
    if (this.anchors.has(at) && start.token >= at && !this.recogniser.mayBegin(start, this.top)) start = this.latestTop ?? start;
    const closed = this.closeBefore(start, at);
    if (closed !== undefined) return closed;
    const head = headAround(this.recogniser, this.tokens, this.depths, this.shapes, this.recogniser.begun(point), at);
    const end = head?.to ?? this.endOfPart(start, at);
    if (!this.isSameMistake(at) && this.messages < MOST_MESSAGES && !this.isBroken(start.token, Math.max(end, at + 1))) {
      const { automaton } = this.recogniser;
      this.tell(unexpected({
        automaton, tokens: this.tokens, at, expected: expectedAt(automaton, point), earlier: this.before === undefined ? [] : expectedAt(automaton, this.before).keywords, begun: this.begunAt(point), openBraces: this.openers(at).length, firstOnLine: (i) => this.isFirstOnLine(i),
      }));
    }
    return head === undefined ? this.resume(start, end) : this.readOn(head);
  }

  /** Goes on behind a broken head. */
  private readOn(head: Head): Point {
    for (let i = head.from; i < head.to; i++) this.dropped[i] = true;
    this.heads.set(head.from, head);
    return head.point;
  }

  /** Whether some of these tokens stand on a line with something that is no token, so that the mistake is told already. */
  private isBroken(from: number, to: number): boolean {
    return this.brokenLines.size > 0 && this.tokens.slice(from, to).some((token) => this.brokenLines.has(token.startLine ?? 0));
  }

  /** The rules begun at a point with the tokens where they began. */
  private begunAt(point: Point): { readonly rule: string; readonly token: number }[] {
    return this.recogniser.begun(point).map(({ rule, at }) => ({ rule: this.recogniser.automaton.names[rule]!, token: at.token }));
  }

  /** The point where the innermost part around an error begins; with it the earlier parts on its line, which are rarely meant without it. */
  private partAround(point: Point): Point {
    const closing = this.tokens[point.token]?.image === '}' && this.openers(point.token).length > 0;
    let start = this.recogniser.mayBegin(point, this.parts) && !closing && !this.isGoverned(point.token) ? point : undefined;
    for (const { rule, at } of this.recogniser.begun(point)) {
      if (this.parts.has(rule) && !this.isGoverned(at.token) && (start === undefined || (start !== point && at.token > start.token))) start = at;
    }
    if (start === undefined) return point;
    const own = this.lineStarts.get(this.lineOf(point.token));
    // What goes before is complete, and this line is not indented as one that goes on with it.
    if (!closing && own !== undefined && own.token > start.token && this.areInOneList(start, own) && this.isFirstOnLine(start.token) && this.columnOf(own.token) <= this.columnOf(start.token)) return own;
    return this.firstOnLine(start, point.token);
  }

  /** The first of the parts that stand on the line of a part, or in its block on that line; and the part before it if this only goes on with that. */
  private firstOnLine(start: Point, error: number): Point {
    const depth = this.depths[start.token]!;
    let last: { readonly point: Point; readonly token: number } | undefined;
    // Before the first of those that are remembered nothing can be found, however long the text.
    const [oldestLine = Infinity] = this.lineStarts.keys();
    const [oldestBlock = Infinity] = this.blockStarts.keys();
    const oldest = Math.min(oldestLine, oldestBlock, this.earlierTop?.token ?? Infinity, start.token);
    for (let line = start.token; line >= oldest; line--) {
      if (this.depths[line]! < depth && line < start.token) break;
      if (this.depths[line] !== depth) continue;
      const first = this.isFirstOnLine(line) ? (this.lineStarts.get(line) ?? (this.earlierTop?.token === line ? this.earlierTop : undefined)) : this.blockStarts.get(line);
      if (first !== undefined) {
        // What was left out already is not gone on with.
        if (first.token !== line) break;
        if (last !== undefined) return this.columnOf(this.lineOf(line)) < this.columnOf(last.token) || CONTINUING.has(this.tokens[last.token]!.image) ? first : last.point;
        if (!this.goesOn(start, line, error)) return first;
        last = { point: first, token: line };
      } else if (line === start.token && this.isFirstOnLine(line)) break;
    }
    return last?.point ?? start;
  }

  /** Whether what begins a line and is broken there may only go on with the part before it. */
  private goesOn(start: Point, line: number, error: number): boolean {
    const directly = (this.tokens[line - 1]?.endLine ?? -1) + 1 === this.tokens[line]!.startLine;
    return directly && line === start.token && this.isFirstOnLine(line) && (error === line || (error === line + 1 && this.tokens[line]!.tokenType.name === 'ID'));
  }

  private isFirstInBlock(i: number): boolean {
    return this.tokens[i - 1]?.image === '{' && !this.isFirstOnLine(i);
  }

  /** Whether what does not fit at a token is told already: it goes on with what was left out before it. */
  private isSameMistake(at: number): boolean {
    if (at !== this.resumed) return false;
    const { image } = this.tokens[at]!;
    return !this.isFirstOnLine(at) || this.columnOf(at) > this.resumedColumn || CONNECTING.has(image) || !/^[\p{L}\p{N}]/u.test(image);
  }

  /** Whether what begins at a token is the one sentence that a head before it governs: without it the head makes no sense. */
  private isGoverned(i: number): boolean {
    const before = this.tokens[i - 1];
    return before !== undefined && (before.tokenType.name === 'then' || before.image === 'which' || before.image === 'otherwise');
  }

  /** Whether parts of one and the same list may begin at both points. */
  private areInOneList(one: Point, other: Point): boolean {
    for (const part of this.parts) {
      const lists = one.waiting.get(part)?.map(({ item }) => item.origin) ?? [];
      if (other.waiting.get(part)?.some(({ item }) => lists.includes(item.origin)) === true) return true;
    }
    return false;
  }

  /**
   * The first token after the part that begins at a point and holds an error: the next line of the same block that is not indented deeper, or the end of
   * the block. A line before the error that is indented alike begins another part, though the broken one went on to swallow it.
   */
  private endOfPart(start: Point, error: number): number {
    const depth = this.depths[start.token] ?? 0;
    const indented = this.isFirstOnLine(start.token) ? this.columnOf(start.token) : Infinity;
    let brackets = 0;
    for (let i = start.token; i < this.tokens.length; i++) {
      if (i >= error && this.depths[i]! < depth) return i;
      const { image } = this.tokens[i]!;
      // In brackets, a part ends with its alternative.
      if (brackets === 0 && i > start.token && i >= error && (image === ']' || image === '|') && this.recogniser.step(start, this.shapes[i]!) !== undefined) return i;
      brackets += image === '[' ? 1 : image === ']' ? -1 : 0;
      if (i === start.token) continue;
      if (this.depths[i] !== depth || this.tokens[i]!.image === '}' || !this.isFirstOnLine(i) || this.columnOf(i) > indented) continue;
      if (i > error || ((i === error || this.columnOf(i) === indented) && this.recogniser.step(start, this.shapes[i]!) !== undefined)) return i;
    }
    return this.tokens.length;
  }

  /** Where the line begins that a token is the first of; what is no token counts. */
  private columnOf(i: number): number {
    const { startColumn = 1, startOffset } = this.tokens[i]!;
    const stray = this.text.slice(startOffset - startColumn + 1, startOffset).search(/\S/u);
    return stray < 0 ? startColumn : stray + 1;
  }

  private resume(start: Point, end: number): Point {
    this.resumedColumn = start.token < this.tokens.length ? this.columnOf(this.lineOf(start.token)) : 0;
    for (let i = start.token; i < end; i++) this.dropped[i] = true;
    start.token = end;
    this.resumed = end;
    return start;
  }

  /** If a part of an outer block begins where the error is, the inner blocks were not closed: closes them there. */
  private closeBefore(start: Point, error: number): Point | undefined {
    if (!this.isFirstOnLine(start.token) || this.depths[start.token] === 0 || this.shapes[start.token]!.type === 'ID') return undefined;
    const brace: Shape = { type: '}', name: false };
    let point: Point | undefined = start;
    for (let count = 1; count <= this.depths[start.token]!; count++) {
      point = this.recogniser.step(point, brace);
      if (point === undefined) return undefined;
      point.token = start.token;
      if (!this.fits(point, start.token, Math.max(error, start.token) + 2)) continue;
      const openers = this.openers(start.token);
      // What is indented deeper than the line that opened the block stands in the block.
      if (this.columnOf(start.token) > this.columnOf(this.lineOf(this.tokens.indexOf(openers.at(-count)!)))) continue;
      if (!openers.slice(-count).some((opener) => this.brokenLines.has(opener.startLine ?? 0))) this.tell(missingBrace(this.tokens, start.token, count, openers));
      this.inserted.set(start.token, (this.inserted.get(start.token) ?? 0) + count);
      return point;
    }
    return undefined;
  }

  private fits(from: Point, first: number, last: number): boolean {
    let point: Point | undefined = from;
    for (let i = first; point !== undefined && i <= last && i < this.tokens.length; i++) point = this.recogniser.step(point, this.shapes[i]!);
    return point !== undefined;
  }

  /** The braces that are open before a token, innermost last. */
  private openers(before: number): Token[] {
    const open: Token[] = [];
    for (let i = 0; i < before; i++) {
      if (this.dropped[i]) continue;
      for (let n = this.inserted.get(i) ?? 0; n > 0; n--) open.pop();
      if (this.tokens[i]!.image === '{') open.push(this.tokens[i]!);
      else if (this.tokens[i]!.image === '}') open.pop();
    }
    return open;
  }

  /** A declaration begins at the next token: what is open before it is closed. Nothing if the token is a mistake by itself, to be told as such. */
  private endBefore(point: Point): Point | undefined {
    const at = point.token;
    const closed = this.closedBefore(point);
    if (closed !== undefined) {
      const { count } = closed;
      const openers = this.messages < MOST_MESSAGES && at !== this.resumed ? this.openers(at) : [];
      if (openers.length > 0 && !openers.slice(-count).some((opener) => this.brokenLines.has(opener.startLine ?? 0))) this.tell(missingBrace(this.tokens, at, count, openers));
      this.inserted.set(at, (this.inserted.get(at) ?? 0) + count);
      return closed.point;
    }
    if (at !== this.resumed && this.recogniser.step(point, this.shapes[at]!) === undefined) return undefined;
    return this.dropBefore(point, at);
  }

  /** The point after as many `}` as it takes until a declaration may begin, and how many these are. */
  private closedBefore(from: Point): { readonly point: Point; readonly count: number } | undefined {
    const brace: Shape = { type: '}', name: false };
    let point: Point | undefined = from;
    for (let count = 0; point !== undefined; count++) {
      if (this.recogniser.mayBegin(point, this.top)) return { point, count };
      point = this.recogniser.step(point, brace);
      if (point !== undefined) point.token = from.token;
    }
    return undefined;
  }

  /** Leaves out what is incomplete before a token, the last of the text or the first of a declaration. */
  private dropBefore(point: Point, at: number): Point {
    let start = this.partAround(point);
    if (start === point || start.token >= at) start = this.latestTop ?? point;
    if (at !== this.resumed && this.messages < MOST_MESSAGES && !this.isBroken(start.token, at)) this.tell(unexpectedEnd(this.tokens, at, expectedAt(this.recogniser.automaton, point)));
    return this.resume(start, at);
  }

  /** The text ends: what is open is closed, what is incomplete left out. */
  private finish(end: Point): void {
    let point = end;
    const brace: Shape = { type: '}', name: false };
    const last = this.tokens.length;
    while (!this.recogniser.mayEnd(point, 'File')) {
      const closed = this.recogniser.step(point, brace);
      if (closed === undefined) {
        const dropped = this.dropBefore(point, last);
        if (dropped === point) return;
        point = dropped;
        continue;
      }
      const opener = this.resumed === last ? undefined : this.openers(last).at(-1);
      if (opener !== undefined && !this.brokenLines.has(opener.startLine ?? 0)) this.tell(unclosedBrace(opener));
      this.resumed = last;
      this.inserted.set(last, (this.inserted.get(last) ?? 0) + 1);
      point = closed;
      point.token = last;
    }
  }

  private tell({ from, to, message, help, causes }: ReturnType<typeof unexpected>): void {
    this.messages++;
    addFinding(this.findings, 'form/syntax', placeBetween(this.path, this.text, from, to), message, {
      help, causes: causes.map((cause) => ({ message: cause.message, place: placeBetween(this.path, this.text, cause.from, cause.to) })),
    });
  }

  /** The first token on the line of a token. */
  private lineOf(i: number): number {
    let first = Math.min(i, this.tokens.length - 1);
    while (first > 0 && !this.isFirstOnLine(first)) first--;
    return first;
  }

  private isFirstOnLine(i: number): boolean {
    const token = this.tokens[i];
    return token !== undefined && (i === 0 || (this.tokens[i - 1]!.endLine ?? 0) < (token.startLine ?? 0));
  }

  private mendedTokens(): Token[] {
    const mended: Token[] = [];
    const brace = this.tokens.find((token) => token.image === '{');
    for (let i = 0; i <= this.tokens.length; i++) {
      for (let n = this.inserted.get(i) ?? 0; n > 0 && brace !== undefined; n--) mended.push(this.madeUp(i, { type: '}', name: false }));
      for (const shape of this.dropped[i - 1] ? [] : (this.heads.get(i)?.instead ?? [])) mended.push(this.madeUp(i, shape));
      const token = this.tokens[i];
      if (token !== undefined && !this.dropped[i]) mended.push(token);
    }
    return mended;
  }

  /** A token that the author did not write, without extent, after the token before. */
  private madeUp(i: number, { type, name }: Shape): Token {
    const before = this.tokens[i - 1]!;
    const tokenType = this.recogniser.tokenTypes.get(type)!;
    return { ...before, image: name ? UNREADABLE : type, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0, startOffset: before.endOffset!, startLine: before.endLine!, startColumn: before.endColumn! };
  }

  /** Names that the lost parts may have declared: about them nothing is said later. */
  private lostNames(): Set<string> {
    const lost = new Set<string>(this.heads.size > 0 ? [UNREADABLE] : []);
    let list = false;
    this.tokens.forEach((token, i) => {
      if (!this.dropped[i]) {
        list = false;
        return;
      }
      const before = this.tokens[i - 1];
      const begins = before === undefined || !this.dropped[i - 1] || this.isFirstOnLine(i);
      if (begins) list = token.image === 'actor' || token.tokenType.name === 'ID';
      if (!this.shapes[i]!.name || before === undefined) return;
      if (DECLARERS.has(before.image) || (list && before.image === ',') || before.tokenType.name === 'ID') lost.add(token.image);
    });
    return lost;
  }
}

/** Words at the beginning of a line that need what is before it: if that is left out, they are no mistake of their own. */
const CONNECTING = new Set(['failing', 'otherwise', 'which', 'then', 'and', 'or', 'unless', 'except', 'until', 'within', 'including', 'subject', 'notwithstanding']);

/** Words that only go on with a sentence, whatever the indentation says. */
const CONTINUING = new Set(['until', 'but', 'save', 'pending', 'during', 'whereas']);

const DECLARERS = new Set([
  'actor', 'group', 'act', 'event', 'region', 'fact', 'step', 'attribute', 'organisation', 'body', 'matter', 'issue', 'option', 'readings', 'reading', 'treaty', 'charter', 'agreement',
  'memorandum', 'communique', 'draft', 'resolution', 'proposal', 'instrument', 'scenario', 'promise', 'arrangement', 'source', 'accounts', 'article', 'negotiation', 'amendment',
]);
