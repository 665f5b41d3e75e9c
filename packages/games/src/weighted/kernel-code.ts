import { assemble, constant, F64, f64, get, I32, i32, i64, select, set, tee, until, V128, v128, type Code, type WasmFunction } from './assembler.js';

/**
 * The loops of kernel.ts as a WebAssembly module of about a kilobyte, four 32-bit or two 64-bit numbers at a time. All that shift go from the top
 * down, and load before they store, so that a row may be added to itself: every cell gets the old value of the lower one.
 */
export const kernelModule = (): Uint8Array<ArrayBuffer> => assemble([adding('add', false), adding('sub', true), ADD_MULTIPLE, MIRROR, PREFIX, ADD_SHARE]);

const [TO, FROM, COUNT, PRIME] = [0, 1, 2, 3] as const;
const VECTORS = 4;

/** Moves a local by a number of bytes. */
const move = (local: number, bytes: number): Code => [...get(local), ...constant(bytes), ...i32.add, ...set(local)];
const past = (local: number, shift: number): Code => [...get(local), ...get(COUNT), ...constant(shift), ...i32.shl, ...i32.add, ...set(local)];
/** The value in `local`, less the prime where it has reached it. */
const reduced = (local: number): Code => [...get(local), ...get(PRIME), ...i32.sub, ...get(local), ...get(local), ...get(PRIME), ...i32.atLeast, ...select];
/** The same for the four lanes: what falls below zero wraps to a large number, so the lesser of the two is meant. */
const reducedLanes = (local: number, prime: number): Code => [...tee(local), ...get(local), ...get(prime), ...v128.subI32, ...v128.leastI32];

/** From the top down: single cells until the rest is a multiple of a block, then blocks of four vectors. */
function downwards(shift: number, single: Code, vector: (offset: number) => Code): Code {
  const bytes = 1 << shift;
  const cells = (VECTORS * 16) / bytes;
  const step = (by: number): Code => [...move(TO, -by * bytes), ...move(FROM, -by * bytes), ...move(COUNT, -by)];
  const block = Array.from({ length: VECTORS }, (_, i) => vector(16 * (VECTORS - 1 - i))).flat();
  return [
    ...past(TO, shift), ...past(FROM, shift),
    ...until([...get(COUNT), ...constant(cells - 1), ...i32.and, ...i32.isZero], [...step(1), ...single]),
    ...until([...get(COUNT), ...i32.isZero], [...step(cells), ...block]),
  ];
}

/** to += from, or to -= from, modulo the prime. */
function adding(name: string, negative: boolean): WasmFunction {
  const [primes, lanes, sum] = [4, 5, 6];
  const single: Code = negative
    ? [...get(TO), ...i32.load, ...get(PRIME), ...i32.add, ...get(FROM), ...i32.load, ...i32.sub]
    : [...get(TO), ...i32.load, ...get(FROM), ...i32.load, ...i32.add];
  const change: Code = negative
    ? [...v128.subI32, ...tee(lanes), ...get(lanes), ...get(primes), ...v128.addI32, ...v128.leastI32]
    : [...v128.addI32, ...reducedLanes(lanes, primes)];
  return {
    name, parameters: [I32, I32, I32, I32], locals: [V128, V128, I32],
    body: [
      ...get(PRIME), ...v128.splatI32, ...set(primes),
      ...downwards(2, [...get(TO), ...single, ...set(sum), ...reduced(sum), ...i32.store],
        (at) => [...get(TO), ...get(TO), ...v128.load(at), ...get(FROM), ...v128.load(at), ...change, ...v128.store(at)]),
    ],
  };
}

/**
 * to += factor × from, modulo the prime. The quotient is estimated from above by 32 bits of factor / prime that are given (Shoup's way, after Harvey,
 * Faster arithmetic for number-theoretic transforms, 2014): what remains is below twice the prime.
 */
const ADD_MULTIPLE: WasmFunction = (() => {
  const [factor, quotient] = [4, 5];
  const [primes, factors, quotients, value, lanes, sum] = [6, 7, 8, 9, 10, 11];
  const product: Code = [
    ...get(value), ...get(factors), ...v128.mulI32,
    ...get(value), ...get(quotients), ...v128.wideLow, ...get(value), ...get(quotients), ...v128.wideHigh, ...v128.upperHalves, ...get(primes), ...v128.mulI32,
    ...v128.subI32, ...reducedLanes(lanes, primes),
  ];
  const single: Code = [
    ...get(FROM), ...i32.load, ...i64.fromI32, ...get(factor), ...i64.fromI32, ...i64.mul, ...get(PRIME), ...i64.fromI32, ...i64.remainder, ...i64.toI32,
    ...get(TO), ...i32.load, ...i32.add, ...set(sum), ...get(TO), ...reduced(sum), ...i32.store,
  ];
  return {
    name: 'addMultiple', parameters: [I32, I32, I32, I32, I32, I32], locals: [V128, V128, V128, V128, V128, I32],
    body: [
      ...get(PRIME), ...v128.splatI32, ...set(primes), ...get(factor), ...v128.splatI32, ...set(factors), ...get(quotient), ...v128.splatI32, ...set(quotients),
      ...downwards(2, single, (at) => [
        ...get(TO), ...get(FROM), ...v128.load(at), ...set(value), ...product, ...get(TO), ...v128.load(at), ...v128.addI32, ...reducedLanes(lanes, primes), ...v128.store(at),
      ]),
    ],
  };
})();

/** to[k] = from[-k], or where `negative` is 1 its negative, modulo the prime. */
const MIRROR: WasmFunction = (() => {
  const [negative, value] = [4, 5];
  return {
    name: 'mirror', parameters: [I32, I32, I32, I32, I32], locals: [I32],
    body: until([...get(COUNT), ...i32.isZero], [
      ...get(PRIME), ...get(FROM), ...i32.load, ...tee(value), ...i32.sub, ...get(value), ...get(negative), ...select, ...set(value),
      ...get(TO), ...reduced(value), ...i32.store, ...move(TO, 4), ...move(FROM, -4), ...move(COUNT, -1),
    ]),
  };
})();

/** Every cell becomes the sum of itself and all before it, modulo the prime (the second parameter is not used). */
const PREFIX: WasmFunction = (() => {
  const sum = 4;
  return {
    name: 'prefix', parameters: [I32, I32, I32, I32], locals: [I32],
    body: until([...get(COUNT), ...i32.isZero], [
      ...get(sum), ...get(TO), ...i32.load, ...i32.add, ...set(sum), ...reduced(sum), ...set(sum), ...get(TO), ...get(sum), ...i32.store, ...move(TO, 4), ...move(COUNT, -1),
    ]),
  };
})();

/** to += share × from, in doubles. */
const ADD_SHARE: WasmFunction = (() => {
  const [share, shares] = [3, 4];
  return {
    name: 'addShare', parameters: [I32, I32, I32, F64], locals: [V128],
    body: [
      ...get(share), ...v128.splatF64, ...set(shares),
      ...downwards(3, [...get(TO), ...get(TO), ...f64.load, ...get(FROM), ...f64.load, ...get(share), ...f64.mul, ...f64.add, ...f64.store],
        (at) => [...get(TO), ...get(TO), ...v128.load(at), ...get(FROM), ...v128.load(at), ...get(shares), ...v128.mulF64, ...v128.addF64, ...v128.store(at)]),
    ],
  };
})();
