/** Which column of a record of votes holds what. */
import type { NameBook } from '@casus/analysis';
import { didYouMean } from '../nearest.js';
import { UsageError } from '../usage-error.js';
import { ballotOf, type DateOrder } from './words.js';
import type { CsvRow } from './csv.js';

/** Columns as the user names them; what is absent is looked for by its usual names. */
export interface ColumnOptions {
  readonly vote?: readonly string[];
  readonly date?: string;
  readonly dates?: DateOrder;
  readonly outcome?: string;
  readonly matters?: string;
  readonly member?: string;
  readonly ballot?: string;
  readonly inFavour?: readonly string[];
  readonly against?: readonly string[];
  readonly abstaining?: readonly string[];
  readonly absent?: readonly string[];
  readonly members?: readonly string[];
}

/** What every form has: columns by index. */
interface Common {
  readonly vote: readonly number[];
  readonly date?: number;
  readonly outcome?: number;
  readonly matter?: number;
}

/** One row a ballot; one row a vote with a column a member; one row a vote with lists of names. */
export type Layout = Common & { readonly header: readonly string[] } & (
  | { readonly kind: 'long'; readonly member: number; readonly ballot: number }
  | { readonly kind: 'wide'; readonly members: readonly number[] }
  | { readonly kind: 'lists'; readonly lists: Readonly<Record<'yes' | 'no' | 'abstain' | 'absent', readonly number[]>>; readonly present: readonly number[] }
);

/** Usual names, letters only. */
const USUAL = {
  vote: ['vote', 'resolution', 'draft', 'voteid', 'rcid', 'id', 'votingon', 'question'],
  date: ['date', 'votedate', 'day', 'year'],
  outcome: ['outcome', 'result', 'decision'],
  matter: ['matter'],
  member: ['member', 'memberstate', 'country', 'state', 'voter'],
  ballot: ['ballot', 'msvote', 'position'],
  yes: ['infavour', 'infavor', 'votesinfavour'],
  no: ['against'],
  abstain: ['abstaining', 'abstain', 'abstained', 'abstentions', 'abstention'],
  absent: ['absent', 'notvoting', 'nonvoting'],
  present: ['members'],
} as const;

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Finds the columns. `sample` are the first rows, by which columns of ballots are told from others. @throws UsageError naming what is not there. */
export function layoutOf(header: readonly string[], sample: readonly CsvRow[], options: ColumnOptions, names: NameBook, path: string): Layout {
  const titles = header.map((title) => title.trim());
  const named = (given: string): number => {
    const at = titles.findIndex((title) => title.toLowerCase() === given.trim().toLowerCase());
    if (at < 0) throw new UsageError(`\`${path}\` has no column \`${given}\`${didYouMean(given, titles) || ';'} its columns: ${titles.map((title) => `\`${title}\``).join(', ')}`);
    return at;
  };
  const severally = (given: readonly string[]): readonly number[] =>
    given.flatMap((one) => (titles.some((title) => title.toLowerCase() === one.trim().toLowerCase()) ? [named(one)] : one.split(',').map(named)));
  const usual = (what: keyof typeof USUAL): number | undefined => {
    const found = USUAL[what].map((name) => titles.findIndex((title) => bare(title) === name)).find((at) => at >= 0);
    return found === -1 ? undefined : found;
  };
  const one = (given: string | undefined, what: keyof typeof USUAL): number | undefined => (given === undefined ? usual(what) : named(given));
  const some = (given: readonly string[] | undefined, what: keyof typeof USUAL): readonly number[] => (given !== undefined && given.length > 0 ? severally(given) : [usual(what) ?? []].flat());

  const vote = options.vote !== undefined && options.vote.length > 0 ? severally(options.vote)
    : USUAL.vote.map((name) => titles.findIndex((title) => bare(title) === name)).filter((at) => at >= 0);
  const [date, outcome, matter] = [one(options.date, 'date'), one(options.outcome, 'outcome'), one(options.matters, 'matter')];
  const common = { header: titles, vote, ...(date === undefined ? {} : { date }), ...(outcome === undefined ? {} : { outcome }), ...(matter === undefined ? {} : { matter }) };

  const asked = [options.inFavour, options.against, options.abstaining, options.absent].some((given) => given !== undefined && given.length > 0);
  if (asked || usual('yes') !== undefined) {
    // Where the user names some lists, the others are only those that are named, too.
    const list = (given: readonly string[] | undefined, what: 'yes' | 'no' | 'abstain' | 'absent'): readonly number[] => (asked ? severally(given ?? []) : some(undefined, what));
    const lists = { yes: list(options.inFavour, 'yes'), no: list(options.against, 'no'), abstain: list(options.abstaining, 'abstain'), absent: list(options.absent, 'absent') };
    return { ...common, kind: 'lists', lists, present: some(options.members, 'present') };
  }
  const [member, ballot] = [one(options.member, 'member'), one(options.ballot, 'ballot')];
  if (member !== undefined && ballot !== undefined) return { ...common, kind: 'long', member, ballot };

  const taken = new Set([...vote, date, outcome, matter]);
  const members = titles.flatMap((title, at) => (!taken.has(at) && title !== '' && isMember(title, sample.map(({ cells }) => cells[at] ?? ''), names) ? [at] : []));
  if (members.length > 0) return { ...common, kind: 'wide', members };
  throw new UsageError(`\`${path}\` has no ballots that can be told: no columns \`member\` and \`ballot\`, none called \`in favour\`, and none for a member; its columns: ${titles.map((title) => `\`${title}\``).join(', ')}; say which with \`--member\` and \`--ballot\`, or \`--in-favour\`, \`--against\` and \`--abstaining\``);
}

/** A column of ballots: its title is a known name, or all that stands in it are ballots. */
function isMember(title: string, cells: readonly string[], names: NameBook): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const ballots = filled.filter((cell) => ballotOf(cell) !== undefined).length;
  return ballots > 0 && (names.knows(title) || ballots === filled.length);
}
