import { kernelModule } from './kernel-code.js';
import { mulMod } from './modular.js';

/**
 * Rows of numbers in one memory and the loops over them that counting needs. Places and lengths are in cells: of 32 bits for numbers modulo a prime
 * below 2^31 (0 … prime - 1), of 64 bits for doubles. `from` lies below `to` where the two overlap, and the old values of `from` are meant.
 */
export interface Kernel {
  /** `plain` where the machine has no WebAssembly with vectors: the same results, several times slower. */
  readonly kind: 'vectors' | 'plain';
  /** The memory with room for so many bytes at least, all zero. What was handed out before is no longer valid. */
  clear(bytes: number): void;
  cells(): Uint32Array;
  doubles(): Float64Array;
  /** to += from. */
  add(to: number, from: number, count: number, prime: number): void;
  /** to -= from. */
  subtract(to: number, from: number, count: number, prime: number): void;
  /** to += factor × from; 0 ≤ factor < prime. */
  addMultiple(to: number, from: number, count: number, factor: number, prime: number): void;
  /** to[k] = from[-k], k = 0 … count - 1; the negative where `negative`. The two do not overlap. */
  mirror(to: number, from: number, count: number, negative: boolean, prime: number): void;
  /** Every cell becomes the sum of itself and all before it. */
  prefix(at: number, count: number, prime: number): void;
  /** to += share × from, in doubles. */
  addShare(to: number, from: number, count: number, share: number): void;
}

const PAGE = 65536;

type Loop = (...numbers: number[]) => void;
interface Memory { readonly buffer: ArrayBuffer; grow(pages: number): number }
/** The part of the WebAssembly interface that is used here; it is neither in the types of ES2023 nor in those of Node. */
interface WebAssemblyLike {
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, Loop>> };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

/** Below so many additions a machine is not worth setting up. */
const SMALL = 300_000;

/**
 * A kernel with a memory of its own: the one asked for, where the machine has it; otherwise the one that is quicker for so many additions.
 */
export function createKernel(kind?: Kernel['kind'], additions = Infinity): Kernel {
  const assembly = kind === 'plain' || (kind === undefined && additions < SMALL) ? undefined : (globalThis as { readonly WebAssembly?: WebAssemblyLike }).WebAssembly;
  const compiled = assembly && moduleOf(assembly);
  return compiled ? vectorKernel(assembly, compiled) : plainKernel();
}

/** Compiled once; `false` where the machine has no vectors. */
let compiledModule: object | false | undefined;

function moduleOf(assembly: WebAssemblyLike): object | false {
  if (compiledModule === undefined) {
    const code = kernelModule();
    compiledModule = assembly.validate(code) && new assembly.Module(code);
  }
  return compiledModule;
}

/**
 * floor(factor · 2^32 / prime), by which products are reduced (Shoup). In whole numbers: for factors just below the prime the quotient stands so near to a whole
 * number that a double rounds it up, and one too many makes every product wrong.
 */
const shoup = (factor: number, prime: number): number => Number((BigInt(factor) << 32n) / BigInt(prime));

function vectorKernel(assembly: WebAssemblyLike, compiled: object): Kernel {
  const memory = new assembly.Memory({ initial: 1 });
  const loops = new assembly.Instance(compiled, { env: { memory } }).exports as Readonly<Record<'add' | 'sub' | 'addMultiple' | 'mirror' | 'prefix' | 'addShare', Loop>>;
  let cells = new Uint32Array(memory.buffer);
  return {
    kind: 'vectors',
    clear(bytes) {
      const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
      cells = new Uint32Array(memory.buffer);
      cells.fill(0, 0, Math.ceil(bytes / 4));
    },
    cells: () => cells,
    doubles: () => new Float64Array(memory.buffer),
    add: (to, from, count, prime) => loops.add(4 * to, 4 * from, count, prime),
    subtract: (to, from, count, prime) => loops.sub(4 * to, 4 * from, count, prime),
    addMultiple: (to, from, count, factor, prime) => loops.addMultiple(4 * to, 4 * from, count, prime, factor, shoup(factor, prime)),
    mirror: (to, from, count, negative, prime) => loops.mirror(4 * to, 4 * from, count, prime, negative ? 1 : 0),
    prefix: (at, count, prime) => loops.prefix(4 * at, 0, count, prime),
    addShare: (to, from, count, share) => loops.addShare(8 * to, 8 * from, count, share),
  };
}

function plainKernel(): Kernel {
  let buffer = new ArrayBuffer(0);
  let cells = new Uint32Array(buffer);
  let doubles = new Float64Array(buffer);
  return {
    kind: 'plain',
    clear(bytes) {
      if (buffer.byteLength < bytes) buffer = new ArrayBuffer(8 * Math.ceil(bytes / 8));
      cells = new Uint32Array(buffer);
      doubles = new Float64Array(buffer);
      cells.fill(0);
    },
    cells: () => cells,
    doubles: () => doubles,
    add(to, from, count, prime) {
      for (let k = count - 1; k >= 0; k--) {
        const sum = cells[to + k]! + cells[from + k]!;
        cells[to + k] = sum >= prime ? sum - prime : sum;
      }
    },
    subtract(to, from, count, prime) {
      for (let k = count - 1; k >= 0; k--) {
        const difference = cells[to + k]! - cells[from + k]!;
        cells[to + k] = difference < 0 ? difference + prime : difference;
      }
    },
    addMultiple(to, from, count, factor, prime) {
      for (let k = count - 1; k >= 0; k--) {
        const sum = cells[to + k]! + mulMod(cells[from + k]!, factor, prime);
        cells[to + k] = sum >= prime ? sum - prime : sum;
      }
    },
    mirror(to, from, count, negative, prime) {
      for (let k = 0; k < count; k++) {
        const value = cells[from - k]!;
        cells[to + k] = negative && value !== 0 ? prime - value : value;
      }
    },
    prefix(at, count, prime) {
      let sum = 0;
      for (let k = at; k < at + count; k++) {
        sum += cells[k]!;
        if (sum >= prime) sum -= prime;
        cells[k] = sum;
      }
    },
    addShare(to, from, count, share) {
      for (let k = count - 1; k >= 0; k--) doubles[to + k]! += share * doubles[from + k]!;
    },
  };
}
