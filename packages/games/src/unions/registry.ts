import type { SimpleGame } from '../game.js';
import type { Values } from '../indices/values.js';
import { banzhafOwen, owen, symmetricCoalitionalBanzhaf } from './coalitional-values.js';
import { deeganPackelWithUnions, publicGoodOwen, publicGoodSolidarity, publicGoodThreat, publicGoodUnion, type CountMinimal } from './minimal-with-unions.js';
import { unionSwings } from './union-swings.js';
import type { Unions } from './unions.js';

export const UNION_INDEX_IDS = [
  'owen', 'banzhaf-owen', 'symmetric-banzhaf', 'deegan-packel-unions', 'public-good-owen', 'public-good-solidarity', 'public-good-union', 'public-good-threat-alone', 'public-good-threat-opens', 'public-good-threat-leaves',
] as const;
export type UnionIndexId = (typeof UNION_INDEX_IDS)[number];

/** An index with a-priori unions, as the tables, the command line and the manual list it; see `IndexInfo`. */
export interface UnionIndexInfo {
  readonly id: UnionIndexId;
  readonly name: string;
  readonly header: string;
  readonly source: string;
  readonly meaning: string;
  /** `one`: the sum is exactly one wherever the index is defined and the game is a proper one. */
  readonly sum: 'one' | 'other';
  readonly monotoneOnly: boolean;
  readonly undefinedWhere?: string;
  /** One number a player; `undefined` where not defined. @throws TooLargeError; RuleError where the game is not monotone or the unions are none */
  readonly values: (game: SimpleGame, unions: Unions, countMinimal?: CountMinimal) => Values | undefined;
}

const NO_REAL_DECISION = 'no coalition can carry a decision, or nobody is needed for one';
const minimal = { sum: 'one', monotoneOnly: true, undefinedWhere: NO_REAL_DECISION } as const;
const TWO_VARIATIONS = 'Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2010';

/** Every index with unions, in the order in which tables show them. */
export const UNION_INDICES: readonly UnionIndexInfo[] = [
  {
    id: 'owen', name: 'Owen index', header: 'Owen', source: 'Owen 1977', sum: 'one', monotoneOnly: false,
    meaning: 'How often a member turns defeat into victory when all join one after another and the members of a union come together.',
    values: (game, unions) => owen(unionSwings(game, unions)),
  },
  {
    id: 'banzhaf-owen', name: 'Banzhaf–Owen index', header: 'Banzhaf-Owen', source: 'Owen 1981', sum: 'other', monotoneOnly: false,
    meaning: 'How likely a member is decisive when the other unions vote as one by the toss of a coin, and the other members of its own each by theirs.',
    values: (game, unions) => banzhafOwen(unionSwings(game, unions)),
  },
  {
    id: 'symmetric-banzhaf', name: 'symmetric coalitional Banzhaf index', header: 'sym. Banzhaf', source: 'Alonso-Meijide & Fiestras-Janeiro 2002', sum: 'other', monotoneOnly: false,
    meaning: 'How likely its union is decisive by the toss of coins, times how often the member is the one in it who turns the outcome when they join one after another.',
    values: (game, unions) => symmetricCoalitionalBanzhaf(unionSwings(game, unions)),
  },
  {
    id: 'deegan-packel-unions', name: 'Deegan–Packel index with unions', header: 'D.-P. unions', source: 'Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2011', ...minimal,
    meaning: 'What a member gets on average if a smallest sufficient coalition of unions shares equally, and in each union those who are needed do.',
    values: deeganPackelWithUnions,
  },
  {
    id: 'public-good-owen', name: 'public good index with unions after Owen', header: 'PGI Owen', source: TWO_VARIATIONS, ...minimal,
    meaning: 'Its union’s share in taking part in smallest sufficient coalitions of unions, divided by how often each of its members is needed there.',
    values: publicGoodOwen,
  },
  {
    id: 'public-good-solidarity', name: 'solidarity public good index', header: 'PGI solid.', source: TWO_VARIATIONS, ...minimal,
    meaning: 'Its union’s share in taking part in smallest sufficient coalitions of unions, divided equally among its members.',
    values: publicGoodSolidarity,
  },
  {
    id: 'public-good-union', name: 'union public good index', header: 'PGI union', source: 'Holler & Nohn 2009', ...minimal,
    meaning: 'A member’s share in having the good of smallest sufficient coalitions of unions, which all members of their unions have alike.',
    values: publicGoodUnion,
  },
  {
    id: 'public-good-threat-alone', name: 'threat public good index, everybody alone', header: 'PGI threat 1', source: 'Holler & Nohn 2009', ...minimal,
    meaning: 'Its union’s share in smallest sufficient coalitions of unions, divided by what each member would have if there were no unions.',
    values: (game, unions, countMinimal) => publicGoodThreat(game, unions, 'all-alone', countMinimal),
  },
  {
    id: 'public-good-threat-opens', name: 'threat public good index, the union opens', header: 'PGI threat 2', source: 'Holler & Nohn 2009', ...minimal,
    meaning: 'Its union’s share in smallest sufficient coalitions of unions, divided by what each member would have if its own union fell apart.',
    values: (game, unions, countMinimal) => publicGoodThreat(game, unions, 'union-opens', countMinimal),
  },
  {
    id: 'public-good-threat-leaves', name: 'threat public good index, the member leaves', header: 'PGI threat 3', source: 'Holler & Nohn 2009', ...minimal,
    meaning: 'Its union’s share in smallest sufficient coalitions of unions, divided by what each member would have if it alone left its union.',
    values: (game, unions, countMinimal) => publicGoodThreat(game, unions, 'member-leaves', countMinimal),
  },
];

const BY_ID = new Map<string, UnionIndexInfo>(UNION_INDICES.map((info) => [info.id, info]));

/** The entry of an index with unions; `undefined` for a name that is none. */
export const unionIndexInfo = (id: string): UnionIndexInfo | undefined => BY_ID.get(id);
