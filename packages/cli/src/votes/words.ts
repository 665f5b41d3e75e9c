/** The words of records for ballots, outcomes and days. */
import type { Ballot } from '@casus/games';

const BALLOT_WORDS: Readonly<Record<Ballot, readonly string[]>> = {
  yes: ['y', 'yes', 'yea', 'aye', 'for', 'favour', 'favor', 'infavour', 'infavor', 'pro', '+'],
  no: ['n', 'no', 'nay', 'against', 'contra', 'veto'],
  abstain: ['a', 'abs', 'abst', 'abstain', 'abstains', 'abstained', 'abstaining', 'abstention', 'ab'],
  absent: ['x', 'absent', 'nv', 'np', 'notvoting', 'nonvoting', 'didnotvote', 'notparticipating', 'didnotparticipate', 'nonparticipating', 'notpresent', '-', '–', '—'],
};
const BALLOTS = new Map((Object.entries(BALLOT_WORDS) as [Ballot, readonly string[]][]).flatMap(([ballot, words]) => words.map((word) => [word, ballot] as const)));

/** The words a user may write, for messages. */
export const BALLOTS_SAID = 'Y, N, A (abstains), X (absent), or the words';

const bare = (text: string): string => text.trim().toLowerCase().replaceAll(/[\s.'’]|(?<=\w)[-–](?=\w)/g, '');

/** The ballot that a word stands for; undefined for any other word. */
export const ballotOf = (word: string): Ballot | undefined => BALLOTS.get(bare(word));

const REJECTED = /^(not\b|no$|n$|rejected|fail|defeated|lost|veto|false|0$)/i;
const ADOPTED = /^(adopted|passed|pass|carried|approved|accepted|agreed|yes$|y$|true|1$)/i;

/** Whether a word says adopted (true) or rejected (false); undefined for any other. */
export function outcomeOf(word: string): boolean | undefined {
  const text = word.trim();
  return REJECTED.test(text) ? false : ADOPTED.test(text) ? true : undefined;
}

/** In which order the numbers of a date stand that does not begin with its year. */
export type DateOrder = 'day-first' | 'month-first';

/** The first and last day that a date may mean: one day (`2022-03-15`, or with an order `3/15/2022`), a month (`2022-03`) or a year (`1947`). */
export function daysOf(text: string, order: DateOrder | undefined): readonly [string, string] | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text.trim()) ?? [];
  if (year !== undefined) {
    if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
    if (day === undefined) return twice(`${year}-${month}-01`, lastOf(Number(year), Number(month)));
    return twice(`${year}-${month}-${day}`);
  }
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  if (last === undefined || order === undefined) return undefined;
  const [d, m] = order === 'day-first' ? [first!, second!] : [second!, first!];
  return twice(`${last}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
}

/** Whether it looks like a date of which the order must be told. */
export const needsOrder = (text: string): boolean => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text.trim());

function twice(first: string, last = first): readonly [string, string] | undefined {
  return [first, last].every(isDay) ? [first, last] : undefined;
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text;
}

const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
