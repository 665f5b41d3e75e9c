/** `casus vote`: whether a vote passes, why, and what would turn it. */
import { reached, RuleError, smallestChange, TooLargeError, type Ballot } from '@casus/games';
import { documentText, pageMarkdown, pageText, voteDocument, votePage, type ChangeView, type VoteView } from '@casus/report';
import { VERSION } from '../installation.js';
import { styleOf, type Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { ballotsOf, SIDES, type BallotOptions } from './ballots.js';
import { bodyArgument, type BodyArgumentOptions } from './body-argument.js';
import { voteInteractively } from './interactive.js';
import type { BodySubject } from './subject.js';

/** Options of `casus vote`, as the command line gives them. */
export interface VoteCommandOptions extends BodyArgumentOptions, BallotOptions {
  readonly max: number;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** Tells how a vote comes out; without any ballot, asks for them one after the other. Returns the exit code. */
export async function runVote(given: string, options: VoteCommandOptions, io: Io): Promise<number> {
  const { json, markdown } = options;
  if (json === true && markdown === true) throw new UsageError('choose one of --json and --markdown');
  const subject = bodyArgument(given, options, io);
  if (SIDES.every((side) => (options[side] ?? []).length === 0)) {
    if (json === true || markdown === true) throw new UsageError('say who votes how, as `--yes Arcadia,Borduria --no rest`');
    return voteInteractively(subject, options, io);
  }
  const view = voteView(subject, ballotsOf(subject, options, undefined), options.max);
  if (json === true) io.stdout.write(documentText(voteDocument(view, VERSION)));
  else io.stdout.write(markdown === true ? pageMarkdown(votePage(view)) : `${pageText(votePage(view), styleOf(io, options))}\n`);
  return subject.exit;
}

/** Ways looked through where seats are anonymous, since those that differ in seats alone are told once. */
const SEATED = 2_000;

/** A vote worked out. */
export function voteView({ body, game, groups, notes }: BodySubject, ballots: readonly Ballot[], most: number): VoteView {
  return { game, ballots, outcome: reached(body.rule, ballots), change: changeView({ body, game }, ballots, game.members.some(({ seat }) => seat !== undefined) ? SEATED : most), most, notes, groups: groups.map(({ label, members }) => ({ name: label, members })) };
}

function changeView({ body, game }: Pick<BodySubject, 'body' | 'game'>, ballots: readonly Ballot[], most: number): ChangeView {
  try {
    const change = smallestChange(body, ballots, most);
    if (change.kind !== 'unknown') return change;
    return { kind: 'unknown', why: `the ballots of ${game.members[change.member]!.name} serve one condition and harm another, so that no one ballot is its best` };
  } catch (error) {
    if (error instanceof TooLargeError || error instanceof RuleError) return { kind: 'unknown', why: error.message };
    throw error;
  }
}
