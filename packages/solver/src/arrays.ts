/** Typed arrays that grow by doubling. */

type Growable = Int8Array | Uint8Array | Int32Array | Float64Array;

/** The array itself when it holds `length` items, else a copy of at least twice the size. */
export function grown<A extends Growable>(array: A, length: number): A {
  if (array.length >= length) return array;
  const larger = new (array.constructor as new (n: number) => A)(Math.max(length, 2 * array.length));
  larger.set(array as never);
  return larger;
}
