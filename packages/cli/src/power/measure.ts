/** Works out everything that is asked about a game, part by part, so that what is known is shown even where the rest is too large or was stopped. */
import {
  asWeighted, ballotProfile, countsOf, dimensionOf, indexInfo, layersOfDiagram, minimumSumIndex, nucleolus, Study, tauValue, ternaryBanzhaf, ternaryBanzhafShares, ternaryPowerToAct, ternaryShapley, unionIndexInfo,
  weightedParts, weightednessOf, type IndexCounts, type Layers, type Rational,
} from '@casus/games';
import { entryOf } from './catalogue.js';
import type { GameSource, Measured, PowerTask, StructurePart } from './tasks.js';

/** What is told on the way. */
export interface Listener {
  readonly doing: (what: string) => void;
  readonly part: (part: Partial<Measured>) => void;
}

/** An error that says that something is beyond a stated limit, or that a question does not fit the game. */
const isRefusal = (error: unknown): error is Error => error instanceof Error && /(?:TooLarge|NotMonotone|Rule)\w*Error$/.test(error.name);

/** The game to look into. */
export function studyOf(source: GameSource): Study {
  if (source.kind === 'game') return Study.of(source.game);
  const { nodes, root } = source.table;
  return Study.ofDecisions<number | boolean>(source.names, { root, at: (key) => (typeof key === 'boolean' ? key : nodes[key]!) });
}

/** Works everything out. */
export function measure(task: PowerTask, { doing, part }: Listener): void {
  const study = studyOf(task.source);
  const wanted = new Set(task.indices);
  const refused = (ids: readonly string[], why: string): void => part({ missing: ids.filter((id) => wanted.has(id)).map((id) => ({ id, why })) });
  const attempt = (what: string, ids: readonly string[], work: () => void): boolean => {
    doing(what);
    try {
      work();
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused(ids, error.message);
      return false;
    }
  };
  const needing = (needs: keyof IndexCounts): readonly string[] => task.indices.filter((id) => indexInfo(id)?.needs === needs);

  const known = attempt('counting the coalitions', needing('profile'), () => {
    part({ methods: [{ what: 'Coalitions', method: study.method, cost: '' }] });
    const { profile, notMonotone } = study;
    part({ structure: { winning: sum(profile.winning), ...(notMonotone === undefined ? {} : { notMonotone }) } });
    indexed(needing('profile'), { profile }, notMonotone === undefined, part);
  });
  if (!known) return refused(task.indices.filter((id) => indexInfo(id)?.needs !== 'profile'), 'the game is beyond the limits of decision diagrams');
  attempt('looking for who can block', [], () => {
    const { vetoers, dictators, dummies, classes, proper, strong } = study.structure;
    part({ structure: { vetoers, dictators, dummies, classes, proper, strong } });
  });
  const monotone = study.notMonotone === undefined;
  const counts = countsOf(study);
  for (const [needs, words] of [['minimal', 'minimal winning coalitions'], ['shiftMinimal', 'shift-minimal coalitions'], ['critical', 'critical members']] as const) {
    const ids = needing(needs);
    if (ids.length === 0 && !(needs === 'minimal' && task.structure)) continue;
    if (!monotone) {
      refused(ids, NOT_MONOTONE);
      continue;
    }
    attempt(`counting ${words}`, ids, () => {
      const found = counts[needs];
      if (needs === 'minimal') part({ structure: { minimalWinning: sum(study.minimal.count) } });
      indexed(ids, { [needs]: found }, true, part);
    });
  }
  if (task.structure && monotone) attempt('counting minimal blocking coalitions', [], () => part({ structure: { minimalBlocking: sum(study.minimalBlocking.count) } }));
  linear(task, study, attempt, part);
  unions(task, attempt, part);
  ternary(task, attempt, part);
}

const NOT_MONOTONE = 'it has no meaning where a coalition can lose by a further member';

type Attempt = (what: string, ids: readonly string[], work: () => void) => boolean;

const sum = (counts: readonly bigint[]): bigint => counts.reduce((all, count) => all + count, 0n);

function indexed(ids: readonly string[], counts: IndexCounts, monotone: boolean, part: Listener['part']): void {
  for (const id of ids) {
    const info = indexInfo(id)!;
    if (info.monotoneOnly && !monotone) part({ missing: [{ id, why: NOT_MONOTONE }] });
    else told(id, info.values(counts), part);
  }
}

/** An index, or that it is not defined for this game. */
function told(id: string, values: readonly Rational[] | undefined, part: Listener['part']): void {
  if (values !== undefined) return part({ indices: [{ id, values }] });
  const { undefinedWhere } = entryOf(id);
  part({ missing: [{ id, why: `not defined here${undefinedWhere === undefined ? '' : `: ${undefinedWhere}`}` }] });
}

/** The game class by class, for linear programs. */
function layersOf({ diagram: { store, layout, root } }: Study): Layers {
  return layersOfDiagram<number>({
    classOf: layout.levelOf, order: layout.levels.map((_, level) => level), root,
    layer: (f) => (store.isLeaf(f) ? store.valueOf(f) === 1 : store.levelOf(f)), child: (f, count) => store.child(f, store.levelOf(f), count),
  });
}

const SIMPLEX = 'exact linear programs, a coalition at a time';

function linear({ source, indices, structure }: PowerTask, study: Study, attempt: Attempt, part: Listener['part']): void {
  let layers: Layers | undefined;
  const of = (): Layers => (layers ??= layersOf(study));
  const known = source.kind === 'game' ? asWeighted(source.game)?.weights : undefined;
  let weighted: boolean | undefined;
  if (structure) {
    attempt('looking for the smallest weights', [], () => {
      const found = weightednessOf(of(), known === undefined ? {} : { known });
      weighted = found.kind === 'weighted';
      if (found.kind === 'not applicable') return;
      part({
        structure: { weighted: found.kind === 'weighted' ? { quota: found.representation.quota, weights: found.representation.weights, smallest: found.atLeast === found.representation.sum } : false },
        methods: [{ what: 'Weights', method: SIMPLEX, cost: '' }],
      });
    });
    attempt('looking for the dimension', [], () => {
      const parts = source.kind === 'game' ? weightedParts(source.game) : undefined;
      const found = weighted === true ? undefined : dimensionOf(of(), parts === undefined ? {} : { parts });
      const dimension: StructurePart['dimension'] = found === undefined ? { least: 1, most: 1 } : found.kind === 'dimension' ? { least: found.atLeast, ...(found.atMost === undefined ? {} : { most: found.atMost }) } : undefined;
      if (dimension !== undefined) part({ structure: { dimension } });
    });
  }
  for (const [id, what, division] of [['nucleolus', 'nucleolus', () => nucleolus(of())], ['minimum-sum', 'smallest weights', () => minimumSumIndex(of())], ['tau', 'tau value', () => tauValue(of())]] as const) {
    if (!indices.includes(id)) continue;
    attempt(`looking for the ${what}`, [id], () => {
      const found = division();
      if (found.kind === 'shares') part({ indices: [{ id, values: found.shares }] });
      else part({ missing: [{ id, why: `not defined here: ${found.why}` }] });
    });
  }
}

function unions({ source, indices, unions: groups }: PowerTask, attempt: Attempt, part: Listener['part']): void {
  const ids = indices.filter((id) => unionIndexInfo(id) !== undefined);
  if (ids.length === 0) return;
  if (source.kind !== 'game') return part({ missing: ids.map((id) => ({ id, why: 'unions can be formed in bodies, not yet in the game of a promise' })) });
  for (const id of ids) attempt(`working out the ${entryOf(id).name}`, [id], () => told(id, unionIndexInfo(id)!.values(source.game, groups), part));
}

function ternary({ body, indices }: PowerTask, attempt: Attempt, part: Listener['part']): void {
  const ids = indices.filter((id) => entryOf(id).given === 'ternary');
  if (ids.length === 0 || body === undefined) return;
  attempt('counting votes with abstention', ids, () => {
    const profile = ballotProfile(body);
    if (profile.notMonotone !== undefined) return part({ missing: ids.map((id) => ({ id, why: NOT_MONOTONE })) });
    const values: Readonly<Record<string, () => readonly Rational[] | undefined>> = {
      'ternary-shapley': () => ternaryShapley(profile), 'ternary-banzhaf': () => ternaryBanzhaf(profile), 'ternary-banzhaf-share': () => ternaryBanzhafShares(profile), 'ternary-act': () => [ternaryPowerToAct(profile)],
    };
    for (const id of ids) told(id, values[id]!(), part);
    part({ methods: [{ what: 'Votes with abstention', method: 'decision diagram over three ballots, counted by how many say yes and no', cost: '' }] });
  });
}

