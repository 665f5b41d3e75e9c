import type { Finding } from '@casus/model';
import type { LexerResult } from 'langium';
import { addFinding } from '../bridge/context.js';
import { placeBetween } from '../bridge/places.js';
import { expectedAt } from './expected.js';
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
const PARTS = ['Item', 'BodyItem', 'InstrumentItem', 'Clause', 'ScenarioItem', 'ArrangementItem', 'PositionLine', 'SourceItem', 'OptionDecl', 'Reading', 'Account', 'AttributeValue'];

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
  private readonly dropped: boolean[];
  private readonly inserted = new Map<number, number>();
  /** Points before the first token of a line, where a part may begin. */
  private readonly lineStarts = new Map<number, Point>();
  /** First token after what was left out: if it fits nowhere either, it belongs to the same mistake. */
  private resumed = -1;
  private messages = 0;
  /** The point before the last token that fitted. */
  private before: Point | undefined;

  constructor(private readonly recogniser: Recogniser, private readonly path: string, private readonly text: string, private readonly tokens: readonly Token[], private readonly brokenLines: ReadonlySet<number>, private readonly findings: Finding[]) {
    const { names } = recogniser.automaton;
    this.parts = new Set(PARTS.map((part) => names.indexOf(part)));
    this.top = new Set([names.indexOf('Item')]);
    this.shapes = tokens.map(shapeOf);
    this.dropped = tokens.map(() => false);
    let depth = 0;
    this.depths = tokens.map((token) => (token.image === '{' ? depth++ : token.image === '}' ? --depth : depth));
  }

  /** Reads to the end, leaving out what does not fit. */
  run(): Mended {
    let point = this.recogniser.start('File');
    while (point.token < this.tokens.length) {
      if (this.isFirstOnLine(point.token) && this.recogniser.mayBegin(point, this.parts)) {
        if (this.recogniser.mayBegin(point, this.top)) this.lineStarts.clear();
        this.lineStarts.set(point.token, point);
        // The nearest lines are enough to go back to, and the rest of a long text can be forgotten.
        if (this.lineStarts.size > NEAREST_LINES) for (const [oldest] of this.lineStarts) if (this.lineStarts.size > NEAREST_LINES) this.lineStarts.delete(oldest);
      }
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
    const start = this.partAround(point);
    const closed = this.closeBefore(start, at);
    if (closed !== undefined) return closed;
    const end = this.endOfPart(start, at);
    if (at !== this.resumed && this.messages < MOST_MESSAGES && !this.isBroken(start.token, Math.max(end, at + 1))) {
      const { automaton } = this.recogniser;
      this.tell(unexpected({
        automaton, tokens: this.tokens, at, expected: expectedAt(automaton, point), earlier: this.before === undefined ? [] : expectedAt(automaton, this.before).keywords, begun: this.begunAt(point), openBraces: this.openers(at).length, firstOnLine: (i) => this.isFirstOnLine(i),
      }));
    }
    return this.resume(start, end);
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
    let start = this.recogniser.mayBegin(point, this.parts) && !closing ? point : undefined;
    for (const { rule, at } of this.recogniser.begun(point)) {
      if (this.parts.has(rule) && (start === undefined || (start !== point && at.token > start.token))) start = at;
    }
    if (start === undefined) return point;
    for (let line = start.token; line >= 0; line--) {
      if (this.depths[line]! < this.depths[start.token]! && line < start.token) break;
      if (!this.isFirstOnLine(line) || this.depths[line] !== this.depths[start.token]) continue;
      const first = this.lineStarts.get(line);
      if (first !== undefined) return first;
      if (line === start.token) break;
    }
    return start;
  }

  /** The first token after the part that begins at a point and holds an error: the next line of the same block, or its end. */
  private endOfPart(start: Point, error: number): number {
    const depth = this.depths[start.token] ?? 0;
    for (let i = Math.max(error, start.token + 1); i < this.tokens.length; i++) {
      if (this.depths[i]! < depth) return i;
      if (this.depths[i] !== depth || this.tokens[i]!.image === '}' || !this.isFirstOnLine(i)) continue;
      if (i > error || this.recogniser.step(start, this.shapes[i]!) !== undefined) return i;
    }
    return this.tokens.length;
  }

  private resume(start: Point, end: number): Point {
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

  /** The text ends: what is open is closed, what is incomplete left out. */
  private finish(end: Point): void {
    let point = end;
    const brace: Shape = { type: '}', name: false };
    let told = this.resumed === this.tokens.length;
    while (!this.recogniser.mayEnd(point, 'File')) {
      const closed = this.recogniser.step(point, brace);
      if (closed !== undefined) {
        const opener = this.openers(this.tokens.length).at(-1);
        if (!told && opener !== undefined && !this.brokenLines.has(opener.startLine ?? 0)) this.tell(unclosedBrace(opener));
        told = true;
        this.inserted.set(this.tokens.length, (this.inserted.get(this.tokens.length) ?? 0) + 1);
        point = closed;
        point.token = this.tokens.length;
        continue;
      }
      const start = this.partAround(point);
      if (start === point || start.token >= this.tokens.length) return;
      if (!told) this.tell(unexpectedEnd(this.tokens, expectedAt(this.recogniser.automaton, point)));
      told = true;
      point = this.resume(start, this.tokens.length);
    }
  }

  private tell({ from, to, message, help, causes }: ReturnType<typeof unexpected>): void {
    this.messages++;
    addFinding(this.findings, 'form/syntax', placeBetween(this.path, this.text, from, to), message, {
      help, causes: causes.map((cause) => ({ message: cause.message, place: placeBetween(this.path, this.text, cause.from, cause.to) })),
    });
  }

  private isFirstOnLine(i: number): boolean {
    const token = this.tokens[i];
    return token !== undefined && (i === 0 || (this.tokens[i - 1]!.endLine ?? 0) < (token.startLine ?? 0));
  }

  private mendedTokens(): Token[] {
    const mended: Token[] = [];
    const brace = this.tokens.find((token) => token.image === '{');
    for (let i = 0; i <= this.tokens.length; i++) {
      for (let n = this.inserted.get(i) ?? 0; n > 0 && brace !== undefined; n--) mended.push(this.closing(i));
      const token = this.tokens[i];
      if (token !== undefined && !this.dropped[i]) mended.push(token);
    }
    return mended;
  }

  /** A `}` that the author forgot, without extent, after the token before. */
  private closing(i: number): Token {
    const before = this.tokens[i - 1]!;
    const tokenType = this.recogniser.tokenTypes.get('}')!;
    return { ...before, image: '}', tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0, startOffset: before.endOffset!, startLine: before.endLine!, startColumn: before.endColumn! };
  }

  /** Names that the lost parts may have declared: about them nothing is said later. */
  private lostNames(): Set<string> {
    const lost = new Set<string>();
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

const DECLARERS = new Set([
  'actor', 'group', 'act', 'event', 'region', 'fact', 'step', 'attribute', 'organisation', 'body', 'matter', 'issue', 'option', 'readings', 'reading', 'treaty', 'charter', 'agreement',
  'memorandum', 'communique', 'draft', 'resolution', 'proposal', 'instrument', 'scenario', 'promise', 'arrangement', 'source', 'accounts', 'article',
]);
