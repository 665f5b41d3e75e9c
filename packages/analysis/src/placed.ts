import { isPlace, movedPlace, samePlace, type Place } from '@casus/model';
import type { Entry } from './dependencies.js';

/** Something worked out for one state of a case, with the declarations that its places stand in. */
export interface Placed<T> {
  readonly value: T;
  /** The declarations whose text the places in it are of, as they stood then, and which of those of the key they are. */
  readonly anchors: readonly { readonly place: Place; readonly number: number }[];
}

/** The value with what its places rest on; nothing if one of them stands in none of the declarations. */
export function placed<T>(value: T, declarations: readonly Entry[]): Placed<T> | undefined {
  const anchors = new Map<number, Place>();
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part !== 'object' || part === null || seen.has(part)) continue;
    seen.add(part);
    if (isPlace(part)) {
      const number = declarations.findIndex(({ place }) => contains(place, part));
      if (number < 0) return undefined;
      anchors.set(number, declarations[number]!.place);
    } else open.push(...(part instanceof Map ? [...part].flat() : part instanceof Set || Array.isArray(part) ? part : Object.values(part)));
  }
  return { value, anchors: [...anchors].map(([number, place]) => ({ number, place })) };
}

/** The value with its places where the declarations, whose texts are the same, stand now. */
export function replaced<T>({ value, anchors }: Placed<T>, declarations: readonly Entry[]): T {
  const moved = anchors.map(({ place, number }) => ({ from: place, to: declarations[number]!.place }));
  if (moved.every(({ from, to }) => samePlace(from, to))) return value;
  const known = new Map<object, unknown>();
  const copy = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    let made = known.get(part);
    if (made === undefined) {
      if (isPlace(part)) {
        const { from, to } = moved.find(({ from }) => contains(from, part))!;
        made = movedPlace(part, from, to);
      } else if (part instanceof Map) made = new Map([...part].map(([key, each]) => [copy(key), copy(each)]));
      else if (part instanceof Set) made = new Set([...part].map(copy));
      else if (Array.isArray(part)) made = part.map(copy);
      else made = Object.fromEntries(Object.entries(part).map(([key, each]) => [key, copy(each)]));
      known.set(part, made);
    }
    return made;
  };
  return copy(value) as T;
}

function contains(outer: Place, inner: Place): boolean {
  return outer.file === inner.file && outer.offset <= inner.offset && inner.end <= outer.end;
}
