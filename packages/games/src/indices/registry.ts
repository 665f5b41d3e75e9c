import type { CriticalProfile, MinimalProfile, Profile } from '../profile.js';
import type { Study } from '../study.js';
import { absoluteBanzhaf, normalisedBanzhaf, rawBanzhaf } from './banzhaf.js';
import { powerToAct, powerToInitiate, powerToPrevent } from './coleman.js';
import { johnston } from './johnston.js';
import { absolutePublicGood, deeganPackel, felsenthal, minimalWith, publicGood, shiftDeeganPackel, shiftIndex } from './minimal.js';
import { publicHelp, publicHelpXi } from './public-help.js';
import { colemanShapley } from './semivalue.js';
import { shapleyShubik } from './shapley.js';
import { inclusiveness, nevison, rae } from './success.js';
import type { Values } from './values.js';
import { nullPlayerFreeF, nullPlayerFreeG } from './without-dummies.js';

/** The counts that indices are made from; which of them an index needs, its entry says. */
export interface IndexCounts {
  readonly profile?: Profile;
  readonly minimal?: MinimalProfile;
  /** Shift-minimal winning coalitions. */
  readonly shiftMinimal?: MinimalProfile;
  readonly critical?: CriticalProfile;
}

/** The counts of a game that is being studied, each worked out when it is asked for. */
export const countsOf = (study: Study): IndexCounts => ({
  get profile() {
    return study.profile;
  },
  get minimal() {
    return study.minimal;
  },
  get shiftMinimal() {
    return study.shiftMinimal;
  },
  get critical() {
    return { classOf: study.profile.classOf, having: study.critical };
  },
});

/** An index as the tables, the command line and the manual list it. */
export interface IndexInfo {
  readonly id: IndexId;
  readonly name: string;
  /** A heading for a column, of twelve letters at most. */
  readonly header: string;
  /** Author and year. */
  readonly source: string;
  /** What the number says, in one plain sentence. */
  readonly meaning: string;
  /** A number for each member, or one of the whole body. */
  readonly of: 'member' | 'body';
  readonly needs: keyof IndexCounts;
  /** `one`: the members' numbers add up to exactly one wherever the index is defined and the game is a proper one (nobody: loses, everybody: wins). */
  readonly sum: 'one' | 'other';
  /** `share`: from 0 to 1; `count`: a whole number. */
  readonly unit: 'share' | 'count';
  /** It has no meaning where a larger coalition may lose. */
  readonly monotoneOnly: boolean;
  /** Where the index is not defined, for the user to read; absent: nowhere. */
  readonly undefinedWhere?: string;
  /** The numbers (of a body: one); `undefined` where not defined. @throws RangeError when the counts that it needs are not given */
  readonly values: (counts: IndexCounts) => Values | undefined;
}

const NOBODY_WINS = 'no coalition can carry a decision';
const NO_REAL_DECISION = 'no coalition can carry a decision, or nobody is needed for one';

type Row = Omit<IndexInfo, 'id' | 'of' | 'sum' | 'unit' | 'monotoneOnly' | 'needs' | 'values'> & Partial<IndexInfo>;
const entry = (id: IndexId, needs: keyof IndexCounts, row: Row, values: IndexInfo['values']): IndexInfo => ({ id, needs, of: 'member', sum: 'other', unit: 'share', monotoneOnly: false, ...row, values });
const fromProfile = (id: IndexId, row: Row, values: (profile: Profile) => Values | undefined): IndexInfo => entry(id, 'profile', row, ({ profile }) => values(given(id, profile)));
const fromMinimal = (id: IndexId, row: Row, values: (minimal: MinimalProfile) => Values | undefined): IndexInfo =>
  entry(id, 'minimal', { monotoneOnly: true, ...row }, ({ minimal }) => values(given(id, minimal)));
const fromShift = (id: IndexId, row: Row, values: (minimal: MinimalProfile) => Values | undefined): IndexInfo =>
  entry(id, 'shiftMinimal', { monotoneOnly: true, ...row }, ({ shiftMinimal }) => values(given(id, shiftMinimal)));

function given<T>(id: IndexId, counts: T | undefined): T {
  if (counts === undefined) throw new RangeError(`the index ${id} needs counts that were not given`);
  return counts;
}

export const INDEX_IDS = [
  'shapley', 'banzhaf', 'penrose', 'swings', 'prevent', 'initiate', 'act', 'rae', 'nevison', 'inclusiveness', 'deegan-packel', 'public-good',
  'public-good-absolute', 'minimal', 'felsenthal', 'shift', 'shift-deegan-packel', 'johnston', 'public-help', 'public-help-xi', 'null-free-f', 'null-free-g', 'coleman-shapley',
] as const;
export type IndexId = (typeof INDEX_IDS)[number];

/** Every index, in the order in which tables show them. */
export const INDICES: readonly IndexInfo[] = [
  fromProfile('shapley', {
    name: 'Shapley–Shubik index', header: 'Shapley', source: 'Shapley & Shubik 1954', sum: 'one',
    meaning: 'How often a member turns defeat into victory when the members join one after another, in every possible order.',
  }, shapleyShubik),
  fromProfile('banzhaf', {
    name: 'normalised Banzhaf index', header: 'Banzhaf', source: 'Banzhaf 1965', sum: 'one', monotoneOnly: true,
    meaning: 'A member’s share in all chances to turn defeat into victory.', undefinedWhere: 'nobody is ever decisive',
  }, normalisedBanzhaf),
  fromProfile('penrose', {
    name: 'absolute Banzhaf index', header: 'Penrose', source: 'Penrose 1946; Banzhaf 1965',
    meaning: 'How likely a member is decisive when all the others vote yes or no by the toss of a coin.',
  }, absoluteBanzhaf),
  fromProfile('swings', {
    name: 'swings (raw Banzhaf score)', header: 'swings', source: 'Banzhaf 1965', unit: 'count',
    meaning: 'In how many coalitions of the others a member turns defeat into victory by joining.',
  }, rawBanzhaf),
  fromProfile('prevent', {
    name: 'Coleman’s power to prevent action', header: 'prevent', source: 'Coleman 1971', undefinedWhere: NOBODY_WINS,
    meaning: 'Of the coalitions that would carry a decision, the part that a member could stop by leaving; 100 % is a veto.',
  }, powerToPrevent),
  fromProfile('initiate', {
    name: 'Coleman’s power to initiate action', header: 'initiate', source: 'Coleman 1971', undefinedWhere: 'every coalition carries a decision',
    meaning: 'Of the coalitions that would fail, the part that a member could make succeed by joining.',
  }, powerToInitiate),
  fromProfile('act', {
    name: 'Coleman’s power of the body to act', header: 'act', source: 'Coleman 1971', of: 'body',
    meaning: 'How likely the body decides at all when everybody votes yes or no by the toss of a coin.',
  }, (profile) => [powerToAct(profile)]),
  fromProfile('rae', {
    name: 'Rae index (satisfaction)', header: 'Rae', source: 'Rae 1969; Brams & Lake 1978',
    meaning: 'How likely the outcome is as a member votes, when everybody votes by the toss of a coin.',
  }, rae),
  fromProfile('nevison', {
    name: 'Nevison index', header: 'Nevison', source: 'Nevison 1979',
    meaning: 'How likely what a member votes for passes, when the others vote by the toss of a coin.',
  }, nevison),
  fromProfile('inclusiveness', {
    name: 'König–Bräuninger inclusiveness', header: 'inclusive', source: 'König & Bräuninger 1998', undefinedWhere: NOBODY_WINS,
    meaning: 'Of the coalitions that would carry a decision, the part in which a member takes part, needed or not.',
  }, inclusiveness),
  fromMinimal('deegan-packel', {
    name: 'Deegan–Packel index', header: 'Deegan-P.', source: 'Deegan & Packel 1978', sum: 'one', undefinedWhere: NO_REAL_DECISION,
    meaning: 'What a member gets on average if each smallest sufficient coalition is as likely and its members share equally.',
  }, deeganPackel),
  fromMinimal('public-good', {
    name: 'public good index (Holler–Packel)', header: 'public good', source: 'Holler 1982; Holler & Packel 1983', sum: 'one', undefinedWhere: NO_REAL_DECISION,
    meaning: 'A member’s share in taking part in smallest sufficient coalitions.',
  }, publicGood),
  fromMinimal('public-good-absolute', {
    name: 'absolute public good index', header: 'abs. p. good', source: 'Holler & Packel 1983; Holler & Li 1995', undefinedWhere: NOBODY_WINS,
    meaning: 'In what part of the smallest sufficient coalitions a member takes part.',
  }, absolutePublicGood),
  fromMinimal('minimal', {
    name: 'minimal winning coalitions of a member', header: 'minimal', source: 'Holler 1982', unit: 'count',
    meaning: 'In how many smallest sufficient coalitions a member takes part.',
  }, minimalWith),
  fromMinimal('felsenthal', {
    name: 'Felsenthal index', header: 'Felsenthal', source: 'Felsenthal 2016', sum: 'one', undefinedWhere: NO_REAL_DECISION,
    meaning: 'What a member gets on average if a sufficient coalition of the fewest members comes about and shares equally.',
  }, felsenthal),
  fromShift('shift', {
    name: 'shift index', header: 'shift', source: 'Alonso-Meijide & Freixas 2010', sum: 'one', undefinedWhere: NO_REAL_DECISION,
    meaning: 'A member’s share in taking part in smallest sufficient coalitions that also fail when a member gives way to a weaker one.',
  }, shiftIndex),
  fromShift('shift-deegan-packel', {
    name: 'shift Deegan–Packel index', header: 'shift D.-P.', source: 'Alonso-Meijide, Freixas & Molinero 2012', sum: 'one', undefinedWhere: NO_REAL_DECISION,
    meaning: 'What a member gets on average if such a coalition without any surplus comes about and shares equally.',
  }, shiftDeeganPackel),
  entry('johnston', 'critical', {
    name: 'Johnston index', header: 'Johnston', source: 'Johnston 1978', sum: 'one', monotoneOnly: true, undefinedWhere: 'nobody is ever critical',
    meaning: 'What a member gets on average if each coalition with members it cannot do without is as likely and those share equally.',
  }, ({ critical }) => johnston(given('johnston', critical))),
  fromProfile('public-help', {
    name: 'public help index θ', header: 'public help', source: 'Bertini, Gambarelli & Stach 2008', sum: 'one', undefinedWhere: NO_REAL_DECISION,
    meaning: 'A member’s share in taking part in sufficient coalitions, needed or not.',
  }, publicHelp),
  fromProfile('public-help-xi', {
    name: 'public help index ξ', header: 'pub. help ξ', source: 'Bertini & Stach 2015', sum: 'one', undefinedWhere: NO_REAL_DECISION,
    meaning: 'What a member gets on average if sufficient coalitions are likelier the smaller they are, and share equally.',
  }, publicHelpXi),
  fromProfile('null-free-f', {
    name: 'null-player-free index f', header: 'null-free f', source: 'Álvarez-Mozos et al. 2015', sum: 'one', monotoneOnly: true, undefinedWhere: NO_REAL_DECISION,
    meaning: 'What a member gets on average if each sufficient coalition without dummies is as likely and its members share equally.',
  }, nullPlayerFreeF),
  fromProfile('null-free-g', {
    name: 'null-player-free index g', header: 'null-free g', source: 'Álvarez-Mozos et al. 2015', sum: 'one', monotoneOnly: true, undefinedWhere: NO_REAL_DECISION,
    meaning: 'A member’s share in taking part in sufficient coalitions without dummies.',
  }, nullPlayerFreeG),
  fromProfile('coleman-shapley', {
    name: 'Coleman–Shapley index', header: 'Coleman-Sh.', source: 'Casajus & Huettner 2019',
    meaning: 'How often a member turns defeat into victory when a coin says who cares at all and those who do join one after another; the sum is the body’s power to act.',
  }, colemanShapley),
];

const BY_ID = new Map<string, IndexInfo>(INDICES.map((info) => [info.id, info]));

/** The entry of an index; `undefined` for a name that is none. */
export const indexInfo = (id: string): IndexInfo | undefined => BY_ID.get(id);
