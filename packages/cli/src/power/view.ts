/** What was worked out, with names, as the pages show it. */
import type { SimpleGame } from '@casus/games';
import type { GameView, IndexView, MissingIndex, PowerView, StructureView } from '@casus/report';
import { memberWords } from '@casus/report';
import { CATALOGUE, entryOf } from './catalogue.js';
import type { Measured } from './tasks.js';

/** The view of what was found. `wanted`: ids of the indices asked for; those neither found nor refused were cut off by Ctrl-C. */
export function powerView(game: GameView, measured: Measured, wanted: readonly string[], shown: Pick<PowerView, 'digits' | 'fractions' | 'notes'>): PowerView {
  const order = new Map(CATALOGUE.map(({ id }, i) => [id, i]));
  const settled = new Set([...measured.indices, ...measured.missing].map(({ id }) => id));
  const missing = [...measured.missing, ...wanted.filter((id) => !settled.has(id)).map((id) => ({ id, why: 'stopped by Ctrl-C before it was worked out' }))];
  const byOrder = (one: { readonly id: string }, other: { readonly id: string }): number => order.get(one.id)! - order.get(other.id)!;
  const { notMonotone } = measured.structure;
  return {
    game, classOf: classesOf(game, measured),
    indices: [...measured.indices].sort(byOrder).map(({ id, values, intervals }): IndexView => ({ ...entryOf(id), values, ...(intervals === undefined ? {} : { intervals }) })),
    missing: missing.sort(byOrder).map(({ id, why }): MissingIndex => ({ id, name: entryOf(id).name, why })),
    structure: structureView(game, measured), methods: measured.methods, ...shown,
    notes: notMonotone === undefined ? shown.notes : [...shown.notes, `Not monotone: ${memberWords(game.members, notMonotone.winning, 'and', 12) || 'nobody'} can decide, and with ${memberWords(game.members, [notMonotone.joins])} in favour as well they cannot`],
  };
}

/** The class of each member; where the classes are not known, everybody is its own. */
function classesOf({ members }: GameView, { structure: { classes } }: Measured): readonly number[] {
  const of = members.map((_, i) => i);
  for (const [number, one] of (classes ?? []).entries()) for (const member of one) of[member] = number;
  return of;
}

function structureView({ members }: GameView, { structure }: Measured): StructureView {
  const { vetoers, dictators, dummies, classes, winning, notMonotone, weighted, dimension, ...rest } = structure;
  const coalitions = 2n ** BigInt(members.length);
  return {
    ...rest, coalitions, monotone: notMonotone === undefined,
    ...(vetoers === undefined ? {} : { vetoers }), ...(dictators === undefined ? {} : { dictators }), ...(dummies === undefined ? {} : { dummies }),
    ...(classes === undefined ? {} : { classes: classes.filter((one) => one.length > 1) }),
    // As many block as lose: a coalition blocks where those outside it lose.
    ...(winning === undefined ? {} : { winning, blocking: coalitions - winning }),
    ...(weighted === undefined ? {} : { weighted }), ...(dimension === undefined ? {} : { dimension }),
  };
}

/** A game with its players called as in a view. */
export const called = ({ formula }: SimpleGame, { members }: GameView): SimpleGame => ({ players: members.map(({ name }) => name), formula });
