/**
 * The ways of arrows. An arrow leaves a box on its right and enters on the left. Through a layer between them it runs level, at the height that the layout
 * keeps free for it, over the whole width of the layer's widest box; only between layers does it swing. So no arrow crosses a box.
 */
import { round } from './boxes.js';
import type { Arrow, PlacedBox, Point } from './layout.js';

/** An arrow without its way: `inner` are the points that the layout keeps free for it. */
export type Wire = Omit<Arrow, 'points'> & { readonly inner: readonly Point[] };

/** Room between two arrows at one edge of a box. */
const BETWEEN = 20;

interface Column {
  readonly middle: number;
  readonly left: number;
  readonly right: number;
}

/** Gives every arrow its way. */
export function routed(wires: readonly Wire[], boxes: readonly PlacedBox[]): readonly Arrow[] {
  const byId = new Map(boxes.map((box) => [box.step.id, box]));
  const columns = columnsOf(boxes);
  const starts = ports(wires, byId, 'from');
  const ends = ports(wires, byId, 'to');
  return wires.map((wire): Arrow => {
    const { inner, ...rest } = wire;
    const [source, target] = [byId.get(wire.from)!, byId.get(wire.to)!];
    const points: Point[] = [{ x: source.x + source.width, y: starts.get(wire)! }];
    const level = (left: number, right: number, y: number): number => points.push({ x: left, y: round(y) }, { x: right, y: round(y) });
    const own = columns.find((column) => holds(column, middleOf(source)));
    if (own !== undefined && own.right > points[0]!.x) points.push({ x: own.right, y: points[0]!.y });
    for (const { x, y } of inner) {
      const column = columns.find((each) => holds(each, x));
      if (column !== undefined) level(column.left, column.right, y);
      else if (wire.label !== undefined && Math.abs(wire.label.at.x - x) < 1) level(x - wire.label.width / 2, x + wire.label.width / 2, y);
    }
    const last = columns.find((column) => holds(column, middleOf(target)));
    const end = { x: target.x, y: ends.get(wire)! };
    if (last !== undefined && last.left < end.x) points.push({ x: last.left, y: end.y });
    return { ...rest, points: [...points, end].map(({ x, y }) => ({ x: round(x), y: round(y) })) };
  });
}

const middleOf = ({ x, width }: PlacedBox): number => x + width / 2;
const holds = ({ middle }: Column, x: number): boolean => Math.abs(middle - x) < 1;

/** The layers: boxes of one layer have one middle. */
function columnsOf(boxes: readonly PlacedBox[]): readonly Column[] {
  const columns: Column[] = [];
  for (const box of boxes) {
    const middle = middleOf(box);
    const at = columns.findIndex((column) => holds(column, middle));
    const { left, right } = columns[at] ?? { left: box.x, right: box.x };
    const column = { middle, left: Math.min(left, box.x), right: Math.max(right, box.x + box.width) };
    if (at < 0) columns.push(column);
    else columns[at] = column;
  }
  return columns;
}

/** At which height each arrow leaves or enters its box: in the order of where they come from or go to, around the middle. */
function ports(wires: readonly Wire[], boxes: ReadonlyMap<string, PlacedBox>, side: 'from' | 'to'): ReadonlyMap<Wire, number> {
  const heights = new Map<Wire, number>();
  for (const [id, { y, height }] of boxes) {
    const here = wires.filter((wire) => wire[side] === id);
    const towards = (wire: Wire): number => {
      const point = side === 'from' ? wire.inner[0] : wire.inner.at(-1);
      const other = boxes.get(side === 'from' ? wire.to : wire.from)!;
      return point?.y ?? other.y + other.height / 2;
    };
    const step = Math.min(BETWEEN, (height - 16) / Math.max(1, here.length));
    [...here].sort((one, other) => towards(one) - towards(other)).forEach((wire, i) => heights.set(wire, y + height / 2 + (i - (here.length - 1) / 2) * step));
  }
  return heights;
}
