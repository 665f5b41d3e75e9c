/** `casus power --quota-sweep`: the power of the members for every quota of a range. */
import {
  absoluteBanzhaf, addRational, asWeighted, compareRational, indexInfo, LargeVote, mulRational, parseRational, powerToAct, rational, Study, SUMS_ONLY, TooLargeError, votingGame, weightedGame, ZERO, scaleToWhole,
  showRational, type Profile, type Rational, type SimpleGame,
} from '@casus/games';
import { documentText, pageMarkdown, pageText, sweepCsv, sweepDocument, sweepPage, type SweepStep, type SweepView } from '@casus/report';
import { VERSION } from '../installation.js';
import { Progress, styleOf, type Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { entryOf, indicesNamed } from './catalogue.js';
import { formOf, type PowerCommandOptions } from './power.js';
import { OTHERS_WORDS, type BodySubject } from './subject.js';

/** Quotas that a sweep may have. */
const MOST_QUOTAS = 2_000;

/** Sweeps. Returns the exit code. */
export function runSweep(subject: BodySubject, range: string, options: PowerCommandOptions, io: Io): number {
  const form = formOf(options);
  const weights = weightsOf(subject, options);
  const quotas = quotasOf(range, weights);
  const [id = 'shapley', ...more] = options.index.length === 0 ? ['shapley'] : indicesNamed(options.index, { unions: false, ternary: false, probability: false, sampling: false });
  const info = indexInfo(id);
  if (more.length > 0 || info === undefined || info.of !== 'member' || info.needs !== 'profile') throw new UsageError('a sweep shows one index that is made of swings, as `--index banzhaf` or `--index shapley`');
  const progress = new Progress(io.stderr, 'Sweeping the quota');
  const { whole } = scaleToWhole([...weights, ...quotas]);
  const own = whole.slice(0, weights.length);
  let method = '';
  const steps = quotas.map((next, i): SweepStep => {
    progress.report(i, quotas.length);
    const game = weightedGame(whole[weights.length + i]!, own, subject.game.members.map(({ name }) => name));
    const { profile, how } = profileOf(game, SUMS_ONLY.includes(id), next);
    method = how;
    const swings = absoluteBanzhaf(profile);
    const act = powerToAct(profile);
    const winning = profile.winning.reduce((sum, count) => sum + count, 0n);
    const total = profile.classOf.map((one) => profile.swings[one]!.reduce((sum, count) => sum + count, 0n));
    return { quota: next, act, vetoers: total.filter((count) => count === winning).length, dummies: swings.filter(({ num }) => num === 0n).length, values: info.values({ profile }) ?? swings.map(() => ZERO) };
  });
  progress.end();
  const { name, source } = entryOf(id);
  const view: SweepView = {
    game: { ...subject.game, about: [...subject.game.about, `Those outside a coalition ${OTHERS_WORDS[options.others]}`] }, index: { id, name, source }, classes: classesOf(weights), steps, method, digits: options.digits, fractions: options.fractions === true,
  };
  if (form === 'json') io.stdout.write(documentText(sweepDocument(view, VERSION)));
  else if (form === 'csv') io.stdout.write(sweepCsv(view));
  else io.stdout.write(form === 'markdown' ? pageMarkdown(sweepPage(view)) : `${pageText(sweepPage(view), styleOf(io, options))}\n`);
  return subject.exit;
}

/** The weights of the one vote that the rule is. */
function weightsOf({ vote, body }: BodySubject, { others }: PowerCommandOptions): readonly Rational[] {
  if (vote !== undefined) return vote.weights;
  const weighted = asWeighted(votingGame(body, others));
  if (weighted === undefined) throw new UsageError('the quota can be swept where a body decides by one weighted vote; this rule is more than that');
  return weighted.weights.map((weight) => rational(weight));
}

/** The quotas of a range: `from..to`, with `/step` (1, or one percent, without it); a percent sign makes it shares of all weights. */
function quotasOf(range: string, weights: readonly Rational[]): readonly Rational[] {
  const [, from, to, by] = /^\s*(.+?)\s*(?:\.\.|…)\s*(.+?)\s*(?:\/\s*([^/]+?)\s*)?$/su.exec(range) ?? [];
  const total = weights.reduce(addRational, ZERO);
  const percent = [from, to, by].some((part) => part?.endsWith('%') === true);
  const valueOf = (part: string | undefined): Rational | undefined => {
    const value = part === undefined ? undefined : parseRational(percent && !part.endsWith('%') ? `${part}%` : part);
    return value === undefined ? undefined : percent ? mulRational(value, total) : value;
  };
  const [first, last, step] = [valueOf(from), valueOf(to), by === undefined ? (percent ? mulRational(rational(1, 100), total) : rational(1)) : valueOf(by)];
  if (first === undefined || last === undefined || step === undefined || step.num <= 0n) throw new UsageError(`\`--quota-sweep ${range}\` is no range; write from..to, as 51..100, or from..to/step, as 50%..100%/5%`);
  if (first.num <= 0n) throw new UsageError('a sweep begins above zero: with a quota of zero nobody would be needed');
  if (compareRational(last, total) > 0) throw new UsageError(`a sweep ends at the total of all weights (${total.den === 1n ? String(total.num) : `${total.num}/${total.den}`}) at most; above it nothing could ever pass`);
  if (compareRational(first, last) > 0) throw new UsageError(`\`--quota-sweep ${range}\` goes backwards; write the smaller quota first`);
  const quotas: Rational[] = [];
  for (let quota = first; compareRational(quota, last) <= 0; quota = addRational(quota, step)) {
    quotas.push(quota);
    if (quotas.length > MOST_QUOTAS) throw new UsageError(`\`--quota-sweep ${range}\` has more than ${MOST_QUOTAS} quotas; write a larger step, as ${range.split('/')[0]!.trim()}/10`);
  }
  return quotas;
}

/** The swings with one quota. @throws UsageError where they are beyond the limits of the exact methods. */
function profileOf(game: SimpleGame, sums: boolean, quota: Rational): { readonly profile: Profile; readonly how: string } {
  try {
    const large = LargeVote.of(game);
    if (large !== undefined) return { profile: (sums ? large.sums() : large.profile()).profile, how: 'generating functions of the weighted vote, modulo primes, for each quota' };
    return { profile: Study.of(game).profile, how: 'a decision diagram for each quota' };
  } catch (error) {
    if (error instanceof TooLargeError) throw new UsageError(`the quota ${showRational(quota)} is beyond exact reach: ${error.message}${sums ? '' : '; `--index banzhaf` takes less'}`);
    throw error;
  }
}

/** Members of equal weight, the heaviest first. */
function classesOf(weights: readonly Rational[]): readonly (readonly number[])[] {
  const classes = new Map<string, number[]>();
  for (const [i, { num, den }] of weights.entries()) classes.set(`${num}/${den}`, [...(classes.get(`${num}/${den}`) ?? []), i]);
  return [...classes.values()].sort(([a], [b]) => compareRational(weights[b!]!, weights[a!]!));
}
