/** A small assembler for WebAssembly modules that hold a few functions over one memory: just what the counting loops need (WebAssembly Core Specification 2.0, chapter 5). */

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;
export type ValueType = typeof I32 | typeof F64 | typeof V128;

/** Machine code: bytes. */
export type Code = readonly number[];

/** One exported function without result. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  /** Further local variables; they are numbered after the parameters. */
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const tee = (local: number): Code => [0x22, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];
/** An instruction of the vector set. */
export const vector = (operation: number, ...immediate: number[]): Code => [0xfd, ...unsigned(operation), ...immediate];

export const i32 = {
  load: [0x28, 2, 0], store: [0x36, 2, 0], add: [0x6a], sub: [0x6b], and: [0x71], shl: [0x74], isZero: [0x45], atLeast: [0x4f],
} as const;
export const f64 = { load: [0x2b, 3, 0], store: [0x39, 3, 0], add: [0xa0], mul: [0xa2] } as const;
/** 32-bit values, unsigned, through 64 bits. */
export const i64 = { fromI32: [0xad], mul: [0x7e], remainder: [0x82], toI32: [0xa7] } as const;
export const select: Code = [0x1b];

export const v128 = {
  load: (offset: number): Code => vector(0x00, 2, ...unsigned(offset)),
  store: (offset: number): Code => vector(0x0b, 2, ...unsigned(offset)),
  splatI32: vector(0x11), splatF64: vector(0x14),
  addI32: vector(0xae), subI32: vector(0xb1), mulI32: vector(0xb5), leastI32: vector(0xb7),
  /** Products of the lower (upper) two of the four 32-bit lanes, 64 bits each. */
  wideLow: vector(0xde), wideHigh: vector(0xdf),
  /** Of two vectors of 64-bit lanes, the upper halves of the four lanes. */
  upperHalves: vector(0x0d, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31),
  addF64: vector(0xf0), mulF64: vector(0xf2),
} as const;

/** Repeats the body until the condition, which leaves a number, is not zero. */
export const until = (condition: Code, body: Code): Code => [0x02, 0x40, 0x03, 0x40, ...condition, 0x0d, 1, ...body, 0x0c, 0, 0x0b, 0x0b];

/** A whole module: it imports the memory `env.memory` and exports the functions. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const list = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()];
  const name = (text: string): number[] => [...unsigned(text.length), ...Array.from(text, (letter) => letter.charCodeAt(0))];
  const section = (id: number, content: Code): number[] => [id, ...unsigned(content.length), ...content];
  const bodyOf = ({ locals, body }: WasmFunction): number[] => {
    const content = [...list(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(content.length), ...content];
  };
  return new Uint8Array([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, list(functions.map(({ parameters }) => [0x60, ...list(parameters.map((type) => [type])), 0]))),
    ...section(2, list([[...name('env'), ...name('memory'), 2, 0, 0]])),
    ...section(3, list(functions.map((_, i) => unsigned(i)))),
    ...section(7, list(functions.map((one, i) => [...name(one.name), 0, ...unsigned(i)]))),
    ...section(10, list(functions.map(bodyOf))),
  ]);
}
