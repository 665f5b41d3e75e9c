import type { Case, Id, IsoDate } from '@casus/model';
import { bodyGame, type BodyGame, type BodyOutcome } from './body.js';
import { decides } from './decides.js';
import { seated, type RecordedBallot, type SeatProblem } from './seats.js';
import type { BodyOptions, Refusal } from './setting.js';

/** One vote as it is recorded. */
export interface RecordedVote {
  /** What it is called; need not be unique. */
  readonly name: string;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  /** The day, or the first and last on which it may have been. Absent: the day of the options. */
  readonly date?: readonly [first: IsoDate, last: IsoDate];
  /** The matter, by full name. Absent: that of the options. */
  readonly matter?: Id;
  readonly ballots: readonly RecordedBallot[];
  readonly adopted: boolean;
}

/** What the rule makes of a recorded vote. */
export type Replayed = { readonly vote: RecordedVote } & (
  /** The rule gives the outcome that is recorded. */
  | { readonly kind: 'explained' }
  /** It gives the other one. */
  | { readonly kind: 'unexplained' }
  /** Both may be: too few ballots are known, or the day is not. */
  | { readonly kind: 'open' }
  /** The ballots are not those of the body on that day. */
  | { readonly kind: 'misfit'; readonly problem: SeatProblem }
  /** The rule cannot be told without more. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
);

export interface ReplayOptions extends BodyOptions {
  /** What a member did of whom the record says nothing. Absent: it is not known. */
  readonly missing?: 'unknown' | 'absent';
}

/** Runs recorded votes, one after the other, through the rule that was valid on the day of each. */
export function* replay(case_: Case, body: Id, votes: Iterable<RecordedVote>, options: ReplayOptions = {}): Generator<Replayed> {
  const games = new Map<string, BodyOutcome>();
  const gameOn = (asOf: IsoDate | undefined, matter: Id | undefined): BodyOutcome => {
    const key = `${asOf ?? ''} ${matter ?? ''}`;
    let game = games.get(key);
    if (game === undefined) games.set(key, (game = bodyGame(case_, body, { ...options, ...(asOf === undefined ? {} : { asOf }), ...(matter === undefined ? {} : { matter }) })));
    return game;
  };
  for (const vote of votes) {
    const days = vote.date === undefined ? [options.asOf] : [...new Set(vote.date)];
    const found = days.map((day): Replayed => {
      const game = gameOn(day, vote.matter);
      return game.ok ? against(case_, game, vote, options.missing === 'absent') : { vote, kind: 'refused', refusal: game.refusal };
    });
    yield found.every(({ kind }) => kind === found[0]!.kind) ? found[0]! : { vote, kind: 'open' };
  }
}

function against(case_: Case, game: BodyGame, vote: RecordedVote, missingAreAbsent: boolean): Replayed {
  const cast = seated(case_, game, vote.ballots);
  if ('kind' in cast) return { vote, kind: 'misfit', problem: cast };
  const passes = decides(game.body, (member) => cast.get(member) ?? (missingAreAbsent ? 'absent' : undefined));
  return { vote, kind: passes === undefined ? 'open' : passes === vote.adopted ? 'explained' : 'unexplained' };
}
