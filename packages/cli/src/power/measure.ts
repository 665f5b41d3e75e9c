/** Works out everything that is asked about a game, part by part, so that what is known is shown even where the rest is too large or was stopped. */
import { asWeighted, countsOf, indexInfo, LargeVote, Study, SUMS_ONLY, type IndexCounts, type Profile, type Rational } from '@casus/games';
import { entryOf } from './catalogue.js';
import { linear } from './measure-linear.js';
import { chance, estimates, ternary, unions } from './measure-more.js';
import type { GameSource, Measured, PowerTask } from './tasks.js';

/** What is told on the way. */
export interface Listener {
  readonly doing: (what: string) => void;
  readonly part: (part: Partial<Measured>) => void;
}

/** What the parts of the work have in common. */
export interface Work extends Listener {
  readonly task: PowerTask;
  /** Does a part of the work; where it is beyond a limit, tells of the indices that it was for. */
  readonly attempt: (what: string, ids: readonly string[], work: () => void) => boolean;
  /** Tells that indices cannot be had. */
  readonly refused: (ids: readonly string[], why: string) => void;
  /** Tells an index, or that it is not defined for this game. */
  readonly told: (id: string, values: readonly Rational[] | undefined) => void;
}

export const NOT_MONOTONE = 'it has no meaning where a coalition can lose by a further member';

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
  const wanted = new Set(task.indices);
  const refused = (ids: readonly string[], why: string): void => part({ missing: ids.filter((id) => wanted.has(id)).map((id) => ({ id, why })) });
  const work: Work = {
    task, doing, part, refused,
    attempt(what, ids, each) {
      doing(what);
      try {
        each();
        return true;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refused(ids, error.message);
        return false;
      }
    },
    told(id, values) {
      const { undefinedWhere } = entryOf(id);
      if (values !== undefined) part({ indices: [{ id, values }] });
      else part({ missing: [{ id, why: `not defined here${undefinedWhere === undefined ? '' : `: ${undefinedWhere}`}` }] });
    },
  };
  if (task.sampling !== undefined) return estimates(work);
  let doingNow = '';
  const progress = (done: number, total: number): void => doing(`${doingNow}, ${Math.floor((100 * done) / total)} %`);
  const vote = task.source.kind === 'game' ? LargeVote.of(task.source.game, progress) : undefined;
  if (vote !== undefined) large({ ...work, attempt: (what, ids, each) => work.attempt((doingNow = what), ids, each) }, vote);
  else studied(work);
}

const sum = (counts: readonly bigint[]): bigint => counts.reduce((all, count) => all + count, 0n);

const needing = ({ indices }: PowerTask, needs: keyof IndexCounts): readonly string[] => indices.filter((id) => indexInfo(id)?.needs === needs);

/** The indices that are made of these counts. */
function indexed({ told, refused }: Work, ids: readonly string[], counts: IndexCounts, monotone = true): void {
  for (const id of ids) {
    const info = indexInfo(id)!;
    if (info.monotoneOnly && !monotone) refused([id], NOT_MONOTONE);
    else told(id, info.values(counts));
  }
}

const OTHER_COUNTS = [['minimal', 'minimal winning coalitions'], ['shiftMinimal', 'shift-minimal coalitions'], ['critical', 'critical members']] as const;

/** By a decision diagram. */
function studied(work: Work): void {
  const { task, attempt, part, refused } = work;
  const study = studyOf(task.source);
  const known = attempt('counting the coalitions', needing(task, 'profile'), () => {
    part({ methods: [{ what: 'Coalitions', method: study.method, cost: '' }] });
    const { profile, notMonotone } = study;
    part({ structure: { winning: sum(profile.winning), ...(notMonotone === undefined ? {} : { notMonotone }) } });
    indexed(work, needing(task, 'profile'), { profile }, notMonotone === undefined);
  });
  if (!known) return refused(task.indices.filter((id) => indexInfo(id)?.needs !== 'profile'), 'the game is beyond the limits of decision diagrams');
  attempt('looking for who can block', [], () => {
    const { vetoers, dictators, dummies, classes, proper, strong } = study.structure;
    part({ structure: { vetoers, dictators, dummies, classes, proper, strong } });
  });
  const monotone = study.notMonotone === undefined;
  const counts = countsOf(study);
  const small = task.source.kind === 'game' ? LargeVote.of(task.source.game, undefined, 0) : undefined;
  for (const [needs, words] of OTHER_COUNTS) {
    const ids = needing(task, needs);
    if (ids.length === 0 && !(needs === 'minimal' && task.structure)) continue;
    if (!monotone) {
      refused(ids, NOT_MONOTONE);
      continue;
    }
    attempt(`counting ${words}`, ids, () => {
      if (needs === 'minimal') part({ structure: { minimalWinning: sum(study.minimal.count) } });
      // Who is critical takes far more of a diagram than of a vote by weights.
      indexed(work, ids, needs === 'critical' && small !== undefined ? { critical: small.critical() } : counts);
    });
  }
  if (task.structure && monotone) attempt('counting minimal blocking coalitions', [], () => part({ structure: { minimalBlocking: sum(study.minimalBlocking.count) } }));
  linear(work, study);
  unions(work);
  ternary(work);
  chance(work);
}

/** By generating functions: one weighted vote of many different weights. */
function large(work: Work, vote: LargeVote): void {
  const { task, attempt, part, refused, told } = work;
  const own = needing(task, 'profile');
  const quick = own.filter((id) => SUMS_ONLY.includes(id));
  const cost = (additions: number): string => `${additions.toExponential(1)} additions`;
  const useProfile = (profile: Profile, ids: readonly string[], what: string, additions: number): void => {
    part({ methods: [{ what, method: 'generating functions of the one weighted vote, modulo primes', cost: cost(additions) }] });
    indexed(work, ids, { profile });
  };
  attempt('counting the coalitions', quick, () => {
    const { profile, additions } = vote.sums();
    part({ structure: { winning: profile.winning[0]!, ...vote.structure() } });
    if (task.source.kind === 'game' && task.structure) {
      const { weights, quota } = asWeighted(task.source.game)!;
      part({ structure: { weighted: { weights, quota, smallest: false }, dimension: { least: 1, most: 1 } } });
    }
    useProfile(profile, quick, 'Swings', additions);
  });
  const bySize = own.filter((id) => !SUMS_ONLY.includes(id));
  if (bySize.length > 0) {
    attempt('counting the swings by size', bySize, () => {
      const { profile, additions } = vote.profile();
      useProfile(profile, bySize, 'Swings by size', additions);
    });
  }
  const minimal = needing(task, 'minimal');
  if (minimal.length > 0) {
    attempt('counting minimal winning coalitions', minimal, () => {
      const found = vote.minimal();
      part({ structure: { minimalWinning: sum(found.count) } });
      indexed(work, minimal, { minimal: found });
    });
  }
  const critical = needing(task, 'critical');
  if (critical.length > 0) attempt('counting critical members', critical, () => indexed(work, critical, { critical: vote.critical() }));
  refused([...needing(task, 'shiftMinimal'), 'nucleolus', 'minimum-sum', 'tau'], 'not worked out for a vote of so many different weights');
  for (const id of task.indices.filter((one) => entryOf(one).given === 'unions')) {
    attempt(`working out the ${entryOf(id).name}`, [id], () => {
      const values = vote.withUnions(id, task.unions);
      if (values === undefined) refused([id], 'not worked out for a vote of so many different weights');
      else told(id, values);
    });
  }
  ternary(work);
  chance(work);
}
