/**
 * Edit distances of one pattern to every prefix or passage of a text, 32 cells at a time: G. Myers, "A fast bit-vector
 * algorithm for approximate string matching based on dynamic programming", Journal of the ACM 46 (1999), in the blockwise
 * form of H. Hyyrö (2003). Exact; time in proportion to the text's length times a 32nd of the pattern's.
 */

const WORD = 32;

export class Pattern {
  readonly length: number;
  readonly #blocks: number;
  /** For each character of the pattern the row of its positions in `#rows`; 0 is the row of all other characters. */
  readonly #row = new Uint16Array(0x10000);
  readonly #rows: Int32Array;
  readonly #lastBit: number;

  /** `pattern` is not empty. */
  constructor(pattern: string) {
    this.length = pattern.length;
    this.#blocks = Math.ceil(pattern.length / WORD);
    this.#lastBit = 1 << ((pattern.length - 1) % WORD);
    let rows = 1;
    for (let at = 0; at < pattern.length; at++) {
      const code = pattern.charCodeAt(at);
      if (this.#row[code] === 0) this.#row[code] = rows++;
    }
    this.#rows = new Int32Array(rows * this.#blocks);
    for (let at = 0; at < pattern.length; at++) {
      const cell = (this.#row[pattern.charCodeAt(at)] ?? 0) * this.#blocks + Math.floor(at / WORD);
      this.#rows[cell] = (this.#rows[cell] ?? 0) | (1 << (at % WORD));
    }
  }

  /**
   * Goes through `text` from `start` to `end` and hands over, after each character, the offset behind it and the least edit
   * distance of the pattern to a passage that ends there: to the one that begins at `start` if `anchored`, to any otherwise.
   */
  scan(text: string, start: number, end: number, anchored: boolean, visit: (end: number, distance: number) => void): void {
    const blocks = this.#blocks;
    const rows = this.#rows;
    const plus = new Int32Array(blocks).fill(-1);
    const minus = new Int32Array(blocks);
    let distance = this.length;
    for (let at = start; at < end; at++) {
      const row = (this.#row[text.charCodeAt(at)] ?? 0) * blocks;
      let carry = anchored ? 1 : 0;
      for (let block = 0; block < blocks; block++) {
        const pv = plus[block] as number;
        const mv = minus[block] as number;
        let eq = rows[row + block] as number;
        const xv = eq | mv;
        if (carry < 0) eq |= 1;
        const xh = (((eq & pv) + pv) ^ pv) | eq;
        let ph = mv | ~(xh | pv);
        let mh = pv & xh;
        const high = block === blocks - 1 ? this.#lastBit : 1 << (WORD - 1);
        const out = (ph & high) !== 0 ? 1 : (mh & high) !== 0 ? -1 : 0;
        ph <<= 1;
        mh <<= 1;
        if (carry < 0) mh |= 1;
        else if (carry > 0) ph |= 1;
        plus[block] = mh | ~(xv | ph);
        minus[block] = ph & xv;
        carry = out;
      }
      distance += carry;
      visit(at + 1, distance);
    }
  }
}
