/** What `casus coalitions` prints: a head, one line a coalition as they come, and a foot. */
import type { Page } from '../page.js';
import { counted, grouped, sentence } from '../words.js';
import { memberList, memberWords, waysToSeat } from './members.js';
import type { GameView } from './view.js';

/** Which coalitions are listed. */
export interface CoalitionsView {
  readonly game: GameView;
  readonly side: 'winning' | 'blocking';
  readonly with: readonly number[];
  readonly without: readonly number[];
  readonly notes: readonly string[];
  /** What those outside a coalition do; absent: their worst. */
  readonly others?: 'no' | 'abstain' | 'absent';
  /** How many there are, by size; absent: not counted. */
  readonly bySize?: readonly bigint[];
}

const SIDE = { winning: 'winning', blocking: 'blocking' } as const;

/** What kind of coalitions these are: “minimal winning coalitions with Arcadia and without Borduria”. */
export function kindWords({ side, game: { members }, with: inside, without }: CoalitionsView): string {
  const having = [...(inside.length === 0 ? [] : [`with ${memberWords(members, inside)}`]), ...(without.length === 0 ? [] : [`without ${memberWords(members, without, 'or')}`])];
  return `minimal ${SIDE[side]} coalitions${having.length === 0 ? '' : ` ${having.join(' and ')}`}`;
}

/** The first lines: the game, and how many coalitions there are. */
export function coalitionsHead(view: CoalitionsView): Page {
  const { game, notes, bySize } = view;
  const total = bySize?.reduce((sum, count) => sum + count, 0n);
  const sizes = bySize?.flatMap((count, size) => (count === 0n ? [] : [[grouped(size), grouped(count)]])) ?? [];
  const kind = kindWords(view);
  return {
    title: game.title,
    sections: [
      { title: 'The vote', blocks: [{ kind: 'list', items: [...game.about, ...notes].map((text) => ({ text: sentence(text) })) }] },
      {
        title: total === undefined ? `The ${kind}` : `${total === 0n ? 'No' : grouped(total)} ${total === 1n ? kind.replace('coalitions', 'coalition') : kind}`,
        blocks: [
          { kind: 'text', text: meaningWords(view, total === 1n) },
          ...(sizes.length > 1 ? [{ kind: 'table' as const, head: ['members', 'coalitions'], rows: sizes, right: [0, 1] }] : []),
        ],
      },
    ],
  };
}

/** What the coalitions do; `one`: there is a single one. */
function meaningWords({ side, others = 'no' }: CoalitionsView, one: boolean): string {
  const it = one ? 'It' : 'They';
  if (side === 'blocking') return `${it} ${one ? 'stops' : 'stop'} a decision that all others want, and nobody in ${one ? 'it' : 'them'} can be spared.`;
  return `${it} ${one ? 'carries' : 'carry'} a decision if all others ${{ no: 'oppose it', abstain: 'abstain', absent: 'stay away' }[others]}, and nobody in ${one ? 'it' : 'them'} can be spared.`;
}

/** A coalition in one line: its number in the list, who they are, how many, and in how many ways its seats can be filled. */
export function coalitionLine({ game: { members } }: CoalitionsView, coalition: readonly number[], number: number): string {
  const ways = waysToSeat(members, coalition);
  const more = [...(coalition.length < 2 ? [] : [counted(coalition.length, 'member')]), ...(ways === 1n ? [] : [counted(ways, 'coalition')])];
  return `${grouped(number)}. ${coalition.length === 0 ? 'nobody is needed' : memberList(members, coalition)}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

/** The last line of a list that was cut. */
export function coalitionsFoot(shown: bigint, total: bigint | undefined, why: string | undefined): string | undefined {
  if (why === undefined) return undefined;
  return total === undefined ? `${counted(shown, 'coalition')} shown; ${why}.` : `${grouped(shown)} of ${counted(total, 'coalition')} shown; ${why}.`;
}

/** Coalitions as rows of a CSV file: the number of members, and their names with semicolons between them. */
export const coalitionRow = ({ game: { members } }: CoalitionsView, coalition: readonly number[]): readonly string[] => [String(coalition.length), coalition.map((i) => members[i]!.name).join('; ')];

