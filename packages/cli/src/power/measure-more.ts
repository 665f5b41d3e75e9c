/** Power with unions, with abstention, with given probabilities, and estimates from random samples. */
import {
  ballotProfile, outlookOf, rational, sampleBanzhaf, sampleShapley, ternaryBanzhaf, ternaryBanzhafShares, ternaryPowerToAct, ternaryShapley, unionIndexInfo, type Estimate, type Rational,
} from '@casus/games';
import { entryOf } from './catalogue.js';
import { NOT_MONOTONE, type Work } from './measure.js';
import type { FoundIndex } from './tasks.js';

/** The indices with a-priori unions. */
export function unions({ task: { source, indices, unions: groups }, attempt, told }: Work): void {
  if (source.kind !== 'game') return;
  for (const id of indices.filter((one) => unionIndexInfo(one) !== undefined)) attempt(`working out the ${entryOf(id).name}`, [id], () => told(id, unionIndexInfo(id)!.values(source.game, groups)));
}

/** The indices of votes in which members may also abstain. */
export function ternary({ task: { body, indices }, attempt, part, refused, told }: Work): void {
  const ids = indices.filter((id) => entryOf(id).given === 'ternary');
  if (ids.length === 0 || body === undefined) return;
  attempt('counting votes with abstention', ids, () => {
    const profile = ballotProfile(body);
    if (profile.notMonotone !== undefined) return refused(ids, NOT_MONOTONE);
    const values: Readonly<Record<string, () => readonly Rational[] | undefined>> = {
      'ternary-shapley': () => ternaryShapley(profile), 'ternary-banzhaf': () => ternaryBanzhaf(profile), 'ternary-banzhaf-share': () => ternaryBanzhafShares(profile), 'ternary-act': () => [ternaryPowerToAct(profile)],
    };
    for (const id of ids) told(id, values[id]!());
    part({ methods: [{ what: 'Votes with abstention', method: 'decision diagram over three ballots, counted by how many say yes and no', cost: '' }] });
  });
}

/** What is to be expected when votes have given probabilities. */
export function chance({ task: { source, indices, votes }, attempt, part, told }: Work): void {
  const ids = indices.filter((id) => entryOf(id).given === 'probability');
  if (ids.length === 0 || votes === undefined || source.kind !== 'game') return;
  attempt('working out what is to be expected', ids, () => {
    const outlook = outlookOf(source.game, votes);
    if (!outlook.exact) throw new Error('probabilities are read as fractions');
    const { members, acts } = outlook;
    const values: Readonly<Record<string, readonly Rational[]>> = {
      'chance-yes': members.map(({ yes }) => yes), 'chance-decisive': members.map(({ decisive }) => decisive), 'chance-success': members.map(({ success }) => success), 'chance-act': [acts],
    };
    for (const id of ids) told(id, values[id]);
    part({ methods: [{ what: 'Given probabilities', method: 'multilinear extension, summed over the decision diagram', cost: '' }] });
  });
}

/** How often, in milliseconds, an estimate under way is told. */
const BETWEEN = 500;

/** Estimates from random samples, better and better; each new one takes the place of the last. */
export function estimates({ task: { source, indices, sampling }, doing, part, attempt }: Work): void {
  if (sampling === undefined || source.kind !== 'game') return;
  const { game } = source;
  for (const [id, sample] of [['estimate-shapley', sampleShapley], ['estimate-penrose', sampleBanzhaf]] as const) {
    if (!indices.includes(id)) continue;
    attempt(`drawing ${sampling.samples.toLocaleString('en')} samples`, [id], () => {
      let last = performance.now();
      let estimate: Estimate | undefined;
      for (estimate of sample(game, sampling)) {
        if (estimate.samples >= sampling.samples) break;
        if (performance.now() - last < BETWEEN) continue;
        last = performance.now();
        doing(`${entryOf(id).name}, ${estimate.samples.toLocaleString('en')} of ${sampling.samples.toLocaleString('en')} samples`);
        part(estimatePart(id, estimate));
      }
      part(estimatePart(id, estimate!));
    });
  }
}

function estimatePart(id: string, { samples, seed, level, within, members, acts, method }: Estimate): { readonly indices: readonly FoundIndex[]; readonly methods: readonly { readonly what: string; readonly method: string; readonly cost: string }[] } {
  const fraction = (value: number): Rational => rational(Math.round(value * samples), samples);
  const found: FoundIndex[] = [{ id, values: members.map(({ value }) => fraction(value)), intervals: members.map(({ low, high }) => [low, high] as const) }];
  if (acts !== undefined) found.push({ id: 'estimate-act', values: [fraction(acts.value)], intervals: [[acts.low, acts.high]] });
  const percent = `${Math.round(level * 1000) / 10} %`;
  return { indices: found, methods: [{ what: entryOf(id).name, method: `${method}, seed ${seed}`, cost: `${samples.toLocaleString('en')} samples; ${percent} confidence intervals; at once all figures are off by at most ${within.toFixed(4)}` }] };
}
