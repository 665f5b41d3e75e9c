/** What the command may touch of the world: the folder it runs in, the environment, and where its output goes. */
import type { Palette, Style } from '@casus/report';
import pc from 'picocolors';

/** A stream that text is written to; `isTTY` and `columns` as Node has them. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The world of one run. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
}

/** Columns where there is no terminal to ask. */
const DEFAULT_WIDTH = 100;

/** Widest and narrowest that text is set. */
const WIDTHS = { least: 40, most: 200 };

/** Whether to use colours: not when asked not to (`--no-color`, NO_COLOR), not where nobody sees them. */
export function colours({ env, stdout }: Io, asked: boolean): boolean {
  if (!asked || (env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0') return true;
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}

function paletteOf(on: boolean): Palette {
  const paint = pc.createColors(on);
  return { error: paint.red, warning: paint.yellow, info: paint.cyan, good: paint.green, bold: paint.bold, dim: paint.dim };
}

/** How to set text for this run. */
export function styleOf(io: Io, { color, width }: { readonly color: boolean; readonly width?: number }): Style {
  const columns = width ?? (io.stdout.isTTY ? io.stdout.columns : undefined) ?? DEFAULT_WIDTH;
  return { palette: paletteOf(colours(io, color)), width: Math.min(WIDTHS.most, Math.max(WIDTHS.least, columns)) };
}

/** How long work is silent, and how often it reports, in milliseconds. */
const PATIENCE = { before: 500, between: 100 };

/** A line of progress on a terminal's stderr, once work takes long; wiped when done. Nothing where there is no terminal. */
export class Progress {
  readonly #started = performance.now();
  #last = 0;
  #shown = false;

  constructor(readonly stream: Stream, readonly what: string) {}

  /** Tells that so much is done. */
  readonly report = (done: number, total: number): void => this.tell(`${done} of ${total}`);

  /** Tells how far it is, in words. */
  tell(how: string): void {
    const now = performance.now();
    if (!this.stream.isTTY || now - this.#started < PATIENCE.before || now - this.#last < PATIENCE.between) return;
    this.#last = now;
    this.#shown = true;
    this.stream.write(`\r\u001b[K${this.what}: ${how}`);
  }

  /** Wipes the line. */
  end(): void {
    if (this.#shown) this.stream.write('\r\u001b[K');
  }
}
