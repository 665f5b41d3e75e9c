/** What linear programs tell of a game: smallest weights, dimension, nucleolus and its kin. */
import { asWeighted, dimensionOf, layersOfDiagram, minimumSumIndex, nucleolus, tauValue, weightedParts, weightednessOf, type Layers, type Study } from '@casus/games';
import type { Work } from './measure.js';
import type { StructurePart } from './tasks.js';

/** The game class by class. */
function layersOf({ diagram: { store, layout, root } }: Study): Layers {
  return layersOfDiagram<number>({
    classOf: layout.levelOf, order: layout.levels.map((_, level) => level), root,
    layer: (f) => (store.isLeaf(f) ? store.valueOf(f) === 1 : store.levelOf(f)), child: (f, count) => store.child(f, store.levelOf(f), count),
  });
}

/** Looks for the smallest weights, the dimension, and the divisions of power that are asked for. */
export function linear({ task: { source, indices, structure }, attempt, part, refused, told }: Work, study: Study): void {
  let layers: Layers | undefined;
  const of = (): Layers => (layers ??= layersOf(study));
  const written = source.kind === 'game' ? asWeighted(source.game) : undefined;
  let weighted = false;
  if (structure) {
    const settled = attempt('looking for the smallest weights', [], () => {
      const found = weightednessOf(of(), written === undefined ? {} : { known: written.weights });
      if (found.kind === 'not applicable') return;
      weighted = found.kind === 'weighted';
      part({
        structure: { weighted: found.kind === 'weighted' ? { quota: found.representation.quota, weights: found.representation.weights, smallest: found.atLeast === found.representation.sum } : false },
        methods: [{ what: 'Weights', method: 'exact linear programs that take in a coalition at a time', cost: '' }],
      });
    });
    if (!settled && written !== undefined) {
      weighted = true;
      part({ structure: { weighted: { ...written, smallest: false } } });
    }
    attempt('looking for the dimension', [], () => {
      const parts = source.kind === 'game' ? weightedParts(source.game) : undefined;
      const found = weighted ? undefined : dimensionOf(of(), parts === undefined ? {} : { parts });
      const dimension: StructurePart['dimension'] = found === undefined ? { least: 1, most: 1 } : found.kind === 'dimension' ? { least: found.atLeast, ...(found.atMost === undefined ? {} : { most: found.atMost }) } : undefined;
      if (dimension !== undefined) part({ structure: { dimension } });
    });
  }
  for (const [id, what, division] of [['nucleolus', 'nucleolus', () => nucleolus(of())], ['minimum-sum', 'smallest weights', () => minimumSumIndex(of())], ['tau', 'tau value', () => tauValue(of())]] as const) {
    if (!indices.includes(id)) continue;
    attempt(`looking for the ${what}`, [id], () => {
      const found = division();
      if (found.kind === 'shares') told(id, found.shares);
      else refused([id], `not defined here: ${found.why}`);
    });
  }
}
