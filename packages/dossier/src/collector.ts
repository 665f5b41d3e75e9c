/** Gathers the characters of a normalised text with their places; spaces wait until it is known whether they stand. */
import type { Normalised } from './normalise.js';

const SPACE = 0x20;
/** Units decoded at a time; `String.fromCharCode` takes no more arguments than the stack holds. */
const CHUNK = 8192;

const grown = <T extends Int32Array | Uint16Array>(old: T, fresh: T): T => {
  fresh.set(old);
  return fresh;
};

export class Collector {
  #codes: Uint16Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;
  readonly #breaks: number[] = [];
  /** The original range of a space not yet written; `from` is -1 where none waits. */
  #spaceFrom = -1;
  #spaceTo = -1;
  /** The character last written; 0 at the beginning. A dash takes up the spaces around it. */
  #last = 0;
  readonly #dashes = new Set<number>();

  constructor(size: number) {
    this.#codes = new Uint16Array(size + 16);
    this.#starts = new Int32Array(size + 16);
    this.#ends = new Int32Array(size + 16);
  }

  get spaceWaits(): boolean {
    return this.#spaceFrom >= 0;
  }

  /** The character that the next one will stand behind, in the text as it is written so far; a waiting space included; 0 at the beginning. */
  get last(): number {
    return this.spaceWaits ? SPACE : this.#last;
  }

  /** White space stood here; it counts only between two characters neither of which is a dash. */
  space(from: number, to: number): void {
    if (this.#spaceFrom < 0) this.#spaceFrom = from;
    this.#spaceTo = to;
  }

  dropSpace(): void {
    this.#spaceFrom = -1;
  }

  put(code: number, from: number, to: number): void {
    if (this.#spaceFrom >= 0) {
      if (this.#length > 0 && !this.#dashes.has(this.#last)) this.#write(SPACE, this.#spaceFrom, this.#spaceTo);
      this.#spaceFrom = -1;
    }
    this.#write(code, from, to);
  }

  /** A dash; several in a row are one. */
  dash(code: number, from: number, to: number): void {
    this.#dashes.add(code);
    this.#spaceFrom = -1;
    if (this.#last === code) this.#ends[this.#length - 1] = to;
    else this.#write(code, from, to);
  }

  /** A word is divided here, with a hyphen that may or may not belong to it. */
  wordBreak(): void {
    this.#breaks.push(this.#length);
  }

  finish(size: number): Normalised {
    const length = this.#length;
    const map = new Int32Array(length + 1);
    map.set(this.#starts.subarray(0, length));
    map[length] = size;
    const pieces: string[] = [];
    for (let from = 0; from < length; from += CHUNK) {
      pieces.push(String.fromCharCode(...this.#codes.subarray(from, Math.min(length, from + CHUNK))));
    }
    return { text: pieces.join(''), map, ends: this.#ends.slice(0, length), breaks: Int32Array.from(this.#breaks) };
  }

  #write(code: number, from: number, to: number): void {
    if (this.#length === this.#codes.length) {
      const size = this.#length * 2;
      this.#codes = grown(this.#codes, new Uint16Array(size));
      this.#starts = grown(this.#starts, new Int32Array(size));
      this.#ends = grown(this.#ends, new Int32Array(size));
    }
    this.#codes[this.#length] = code;
    this.#starts[this.#length] = from;
    this.#ends[this.#length] = to;
    this.#length++;
    this.#last = code;
  }
}
