import { isPlace, movedPlace, samePlace, type Place } from '@casus/model';
import { contains } from './sentences.js';

/** Texts that places may stand in. `exact`: only a place that is one of them, since where it ends depends on more than what is told. */
export interface Ground {
  readonly places: () => readonly Place[];
  readonly exact: boolean;
}

/** Grounds in groups that many things have in common. */
export type Grounds = readonly (readonly Ground[])[];

/** Something worked out for one state of a case, with the texts that its places stand in. */
export interface Placed<T> {
  readonly value: T;
  readonly anchors: readonly Anchor[];
}

/** A text that places stand in, as it stood then: which of which ground of which group. */
interface Anchor {
  readonly place: Place;
  readonly group: number;
  readonly ground: number;
  readonly nth: number;
  readonly exact: boolean;
}

/** The value with what its places rest on; nothing if one of them stands in none of the texts. */
export function placed<T>(value: T, grounds: Grounds): Placed<T> | undefined {
  const anchors: Anchor[] = [];
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part !== 'object' || part === null || seen.has(part)) continue;
    seen.add(part);
    if (isPlace(part)) {
      if (anchors.some((anchor) => holds(anchor, part))) continue;
      const anchor = anchorOf(part, grounds);
      if (anchor === undefined) return undefined;
      anchors.push(anchor);
    } else open.push(...(part instanceof Map ? [...part].flat() : part instanceof Set || Array.isArray(part) ? part : Object.values(part)));
  }
  return { value, anchors };
}

function anchorOf(place: Place, grounds: Grounds): Anchor | undefined {
  for (const [group, all] of grounds.entries()) {
    for (const [ground, { places, exact }] of all.entries()) {
      for (const [nth, text] of places().entries()) {
        const anchor = { place: text, group, ground, nth, exact };
        if (holds(anchor, place)) return anchor;
      }
    }
  }
  return undefined;
}

const holds = ({ place, exact }: Anchor, part: Place): boolean => (exact ? samePlace(place, part) : contains(place, part));

/** The value with its places where the texts, which are the same, stand now. */
export function replaced<T>(known: Placed<T>, grounds: Grounds): Placed<T> {
  const { value, anchors } = known;
  const moved = anchors.map((anchor) => ({ ...anchor, to: grounds[anchor.group]![anchor.ground]!.places()[anchor.nth]! }));
  if (moved.every(({ place, to }) => samePlace(place, to))) return known;
  return { value: movedValue(value, moved), anchors: moved.map(({ to, ...anchor }) => ({ ...anchor, place: to })) };
}

function movedValue<T>(value: T, moved: readonly (Anchor & { readonly to: Place })[]): T {
  const known = new Map<object, unknown>();
  const copy = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    let made = known.get(part);
    if (made === undefined) {
      if (isPlace(part)) {
        const anchor = moved.find((each) => holds(each, part))!;
        made = anchor.exact ? anchor.to : movedPlace(part, anchor.place, anchor.to);
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
