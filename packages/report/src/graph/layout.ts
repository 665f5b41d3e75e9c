/** Where the boxes and arrows of a picture stand: layer by layer from left to right (Sugiyama, Tagawa & Toda 1981), by the library dagre. */
import { Graph, layout } from '@dagrejs/dagre';
import type { CaseGraph, EdgeKind } from '@casus/analysis';
import type { Case } from '@casus/model';
import { boxOf, round, type Box } from './boxes.js';
import { textWidth } from './measure.js';
import { routed, type Wire } from './route.js';

/** A box in its place; `x` and `y` are its upper left corner. */
export interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An arrow: it starts on the right edge of its first box and ends on the left edge of its second. Between two points of unlike height it swings. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly points: readonly Point[];
  /** Its words, and their middle. */
  readonly label?: { readonly text: string; readonly at: Point; readonly width: number };
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly Arrow[];
}

/** What an arrow says; one that only leads on says nothing. */
const LABELS: Record<EdgeKind, string | undefined> = { leads: undefined, free: 'though not owed', closed: 'closed', permits: 'permits', forbids: 'forbids', lifts: 'lifts the ban', needs: 'in force only then', ends: 'takes it away', suspends: 'suspends it' };

export const LABEL_SIZE = 11;
const LABEL_HEIGHT = 16;

/** Lays a graph out. The same graph gives the same layout. */
export function layoutOf(case_: Case, graph: CaseGraph): Layout {
  const net = new Graph({ multigraph: true });
  net.setGraph({ rankdir: 'LR', nodesep: 26, edgesep: 18, ranksep: 58, marginx: 0, marginy: 0 });
  net.setDefaultEdgeLabel(() => ({}));
  const boxes = new Map(graph.steps.map((step) => [step.id, boxOf(case_, graph, step)]));
  for (const [id, { width, height }] of boxes) net.setNode(id, { width, height });
  for (const { from, to, kind } of graph.edges) {
    const label = LABELS[kind];
    net.setEdge(from, to, label === undefined ? {} : { width: labelWidth(label), height: LABEL_HEIGHT, labelpos: 'c' }, kind);
  }
  layout(net);
  const placed = [...boxes].map(([id, box]): PlacedBox => {
    const { x, y } = net.node(id) as Point;
    return { ...box, x: round(x - box.width / 2), y: round(y - box.height / 2) };
  });
  const wires = graph.edges.map(({ from, to, kind }): Wire => {
    const { points, x, y } = net.edge(from, to, kind) as unknown as { points: readonly Point[]; x?: number; y?: number };
    const text = LABELS[kind];
    return { from, to, kind, inner: points.slice(1, -1), ...(text === undefined ? {} : { label: { text, at: { x: round(x!), y: round(y!) }, width: labelWidth(text) } }) };
  });
  const { width = 0, height = 0 } = net.graph() as { width?: number; height?: number };
  return { width: size(width), height: size(height), boxes: placed, arrows: routed(wires, placed) };
}

/** Of an empty graph the library gives no size. */
const size = (length: number): number => (Number.isFinite(length) ? Math.ceil(length) : 0);

const labelWidth = (text: string): number => Math.ceil(textWidth(text, LABEL_SIZE)) + 8;
