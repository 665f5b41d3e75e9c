/** The shapes of a picture: boxes by kind, signs, arrows. Nothing is told by colour alone. */
import type { EdgeKind, GraphStep, StepKind } from '@casus/analysis';
import type { Arrow, PlacedBox, Point } from './layout.js';
import { round, SIGN } from './boxes.js';
import type { Mark } from './words.js';

/** Ink and paper, each pair of a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const COLOUR = {
  paper: '#ffffff', ink: '#1a1a1a', quiet: '#525252', line: '#404040',
  hostile: '#9f1239', hostilePaper: '#fff1f2', other: '#713f12', otherPaper: '#fefce8', calm: '#334155', calmPaper: '#f8fafc', good: '#14532d', goodPaper: '#f0fdf4',
};

/** The colours of a box: by who can stop it; a verdict by how it comes out. */
export function coloursOf({ kind, reach, stops, verdict }: GraphStep): { readonly paper: string; readonly line: string } {
  const { hostile, hostilePaper, other, otherPaper, calm, calmPaper, good, goodPaper } = COLOUR;
  if (verdict !== undefined && (verdict.strength === 'automatic' || verdict.strength === 'collective')) return { paper: goodPaper, line: good };
  if (stops.hostile || reach === 'captive' || (kind === 'verdict' && verdict?.strength === 'forbidden')) return { paper: hostilePaper, line: hostile };
  if (stops.coalitions.count > 0n || reach === 'never') return { paper: otherPaper, line: other };
  return { paper: calmPaper, line: calm };
}

/** Kinds whose box has cut corners: somebody has to do something first. */
const CHOSEN: ReadonlySet<StepKind> = new Set(['decision', 'lapse', 'conduct', 'consent', 'request', 'determination', 'signature', 'ratification', 'withdrawal']);
/** Kinds whose box has a broken edge: they stand in the way or beside it. */
const ASIDE: ReadonlySet<StepKind> = new Set(['ban', 'limit', 'end', 'suspension', 'exception', 'entry']);

const CUT = 9;

/** The outline of a box: an event is round, a choice has cut corners, a ban and what stands beside the way has a broken edge, the end a thick one. */
export function outline({ x, y, width, height, step: { kind, ...rest } }: PlacedBox): string {
  const { paper, line } = coloursOf({ kind, ...rest });
  const look = `fill="${paper}" stroke="${line}" stroke-width="${kind === 'verdict' ? 3 : kind === 'duty' ? 2 : 1.4}"${ASIDE.has(kind) ? ' stroke-dasharray="7 4"' : kind === 'will' || kind === 'right' || kind === 'pledge' ? ' stroke-dasharray="2 3"' : ''}`;
  if (CHOSEN.has(kind)) {
    const [right, bottom] = [x + width, y + height];
    const corners = [[x + CUT, y], [right - CUT, y], [right, y + CUT], [right, bottom - CUT], [right - CUT, bottom], [x + CUT, bottom], [x, bottom - CUT], [x, y + CUT]];
    return `<polygon class="box" points="${corners.map(([a, b]) => `${round(a!)},${round(b!)}`).join(' ')}" ${look}/>`;
  }
  return `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="${kind === 'event' ? 18 : 3}" ${look}/>`;
}

/** A sign in front of a line: an octagon, as traffic knows it, full for the hostile side and open for others; a cross for what cannot be. */
export function sign(mark: Mark, x: number, y: number): string {
  const size = SIGN - 6;
  const [left, top] = [round(x - SIGN), round(y - size + 2.5)];
  if (mark === 'never') {
    const [right, bottom] = [round(left + size - 3), round(top + size - 2)];
    return `<path d="M${left + 1} ${top + 2}L${right} ${bottom}M${right} ${top + 2}L${left + 1} ${bottom}" stroke="${COLOUR.ink}" stroke-width="2.4" fill="none"/>`;
  }
  const cut = size * 0.29;
  const points = [[cut, 0], [size - cut, 0], [size, cut], [size, size - cut], [size - cut, size], [cut, size], [0, size - cut], [0, cut]];
  const at = points.map(([a, b]) => `${round(left + a!)},${round(top + b!)}`).join(' ');
  const octagon = `<polygon points="${at}" fill="${mark === 'hostile' ? COLOUR.hostile : COLOUR.paper}" stroke="${mark === 'hostile' ? COLOUR.hostile : COLOUR.other}" stroke-width="1.8"/>`;
  if (mark === 'other') return octagon;
  const middle = round(top + size / 2);
  return `${octagon}<path d="M${round(left + 3)} ${middle}H${round(left + size - 3)}" stroke="${COLOUR.paper}" stroke-width="2.6"/>`;
}

/** How each kind of arrow is drawn. */
const LOOKS: Record<EdgeKind, { readonly dashes?: string; readonly end: 'arrow' | 'bar' }> = {
  leads: { end: 'arrow' }, free: { dashes: '2 3', end: 'arrow' }, closed: { dashes: '7 4', end: 'bar' }, permits: { dashes: '2 3', end: 'arrow' }, forbids: { dashes: '7 4', end: 'bar' }, lifts: { dashes: '2 3', end: 'bar' },
  needs: { dashes: '2 3', end: 'arrow' }, ends: { dashes: '7 4', end: 'bar' }, suspends: { dashes: '7 4', end: 'bar' },
};

/** The ends of arrows, defined once a picture. */
export const ARROW_ENDS = `<defs><marker id="casus-arrow" viewBox="0 0 10 10" refX="9.5" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0.5L10 5L0 9.5z" fill="${COLOUR.line}"/></marker><marker id="casus-bar" viewBox="0 0 4 14" refX="3" refY="7" markerWidth="4" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto"><path d="M2.5 0V14" stroke="${COLOUR.line}" stroke-width="3"/></marker></defs>`;

/** The line of an arrow. */
export function arrowLine({ kind, points, from, to }: Arrow): string {
  const { dashes, end } = LOOKS[kind];
  return `<path class="arrow" data-from="${from}" data-to="${to}" data-kind="${kind}" d="${curve(points)}" fill="none" stroke="${COLOUR.line}" stroke-width="1.5"${dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`} marker-end="url(#casus-${end})"/>`;
}

/** From point to point: straight where they are level, otherwise in a swing that begins and ends level. */
function curve([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return '';
  let at = first;
  const parts = rest.map((point) => {
    const middle = round((at.x + point.x) / 2);
    const part = at.y === point.y ? `H${point.x}` : `C${middle} ${at.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    at = point;
    return part;
  });
  return `M${first.x} ${first.y}${parts.join('')}`;
}
