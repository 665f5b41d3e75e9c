/** What may be amended in a text: one candidate, what it changes in the case, and how the text is edited for it. */
import type { Cond, Deadline, Id, Norm, Place, Rational, Recusal, Rule } from '@casus/model';

/** The standard amendments, the options of a bracket, and what the author declares. */
export const REPAIR_KINDS = [
  'recusal', 'threshold', 'automatic', 'reversed', 'fallback', 'exception', 'trigger', 'deadline', 'means', 'binding', 'ending', 'option', 'declared',
] as const;

export type RepairKind = (typeof REPAIR_KINDS)[number];

/** A stretch of a file that is replaced; offsets from 0 in UTF-16 units, `end` exclusive. `rank`: of insertions at one place, the lower stands first. */
export interface TextEdit {
  readonly file: string;
  readonly offset: number;
  readonly end: number;
  readonly text: string;
  readonly rank: number;
  /** What is inserted says again what stands elsewhere in the file, in whatever words other edits give that: `text` is put together of these. */
  readonly parts?: readonly (string | Copied)[];
}

/** A stretch of the file that is said again. */
export interface Copied {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/** What a candidate changes in the case. Parts are named by their place in the text, so that a condition around several sentences changes in all of them. */
export type Change =
  /** The rule that stands there. */
  | { readonly on: 'rule'; readonly place: Place; readonly to: (rule: Rule) => Rule }
  /** Each condition that stands there, and the failure of the decision that it asks for. */
  | { readonly on: 'condition'; readonly place: Place; readonly to: (cond: Cond) => Cond }
  /** The time for the decision that stands there. */
  | { readonly on: 'decision'; readonly place: Place; readonly to: Deadline }
  /** Every norm that the sentence stands for. */
  | { readonly on: 'sentence'; readonly place: Place; readonly to: (norm: Norm) => Norm }
  | { readonly on: 'instrument'; readonly instrument: Id; readonly add: readonly Norm[] }
  | { readonly on: 'body'; readonly body: Id; readonly add: Recusal }
  /** The instrument becomes legally binding. */
  | { readonly on: 'binding'; readonly instrument: Id }
  /** The sentence that ends or suspends the instrument is dropped, or gets another condition. */
  | { readonly on: 'ending'; readonly instrument: Id; readonly of: 'ends' | 'suspensions'; readonly place: Place; readonly to: (cond: Cond) => Cond }
  /** Another option of a bracket, or one of a bracket that was left open. */
  | { readonly on: 'option'; readonly issue: Id; readonly option: Id };

/** A possible amendment. */
export interface Candidate {
  /** Unique among the candidates of one repair, and the same at every run. */
  readonly id: string;
  readonly kind: RepairKind;
  /** What it does, in plain English, as the end of "amend it so that …". */
  readonly label: string;
  /** The article or body that it changes; absent for what is settled outside of the texts. */
  readonly where?: string;
  readonly place: Place;
  /** 1, or the weight that the author declares. Above zero. */
  readonly cost: Rational;
  /** Candidates with one point exclude each other: other numbers in one place, other options of one issue. */
  readonly point: string;
  /** Parts of the text that it settles without replacing anything; no two candidates of a set share one. */
  readonly slots: readonly string[];
  readonly changes: readonly Change[];
  /** None: there is no text to edit, which `unwritten` explains. */
  readonly edits: readonly TextEdit[];
  readonly unwritten?: string;
}

/** The standard cost of an amendment. */
export const STANDARD: Rational = { num: 1n, den: 1n };

/** A place as the key of what stands there. */
export const placeKey = ({ file, offset, end }: Place): string => `${file}:${offset}-${end}`;

/** Whether two edits touch the same text. Insertions that only meet, or meet what is replaced at its edge, do not; what is put behind a part goes with the part. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.file !== b.file) return false;
  const inside = (offset: number, other: TextEdit): boolean => other.offset < offset && (offset < other.end || (offset === other.end && other.text === ''));
  if (a.offset === a.end && b.offset === b.end) return false;
  if (a.offset === a.end) return inside(a.offset, b);
  if (b.offset === b.end) return inside(b.offset, a);
  return a.offset < b.end && b.offset < a.end;
}

/** Whether two candidates cannot both be made. */
export function excludes(a: Candidate, b: Candidate): boolean {
  return a.point === b.point || a.slots.some((slot) => b.slots.includes(slot)) || a.edits.some((one) => b.edits.some((other) => overlap(one, other)));
}

/** The edits of several candidates together, in the order of the text. */
export function editsOf(candidates: readonly Candidate[]): readonly TextEdit[] {
  const all = candidates
    .flatMap(({ edits }) => edits)
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.offset - b.offset || Number(a.end > a.offset) - Number(b.end > b.offset) || a.rank - b.rank));
  return all.map((edit) => {
    const { parts, ...plain } = edit;
    return parts === undefined ? edit : { ...plain, text: parts.map((part) => (typeof part === 'string' ? part : saidAgain(part, all.filter((other) => other.file === edit.file && other.parts === undefined)))).join('') };
  });
}

/** A stretch of a file with the edits that lie in it made. */
function saidAgain({ offset, end, text }: Copied, edits: readonly TextEdit[]): string {
  return edited(text, edits.filter((edit) => offset <= edit.offset && edit.end <= end).map((edit) => ({ ...edit, offset: edit.offset - offset, end: edit.end - offset })));
}

/** A text with the edits of its file made; they stand in the order of the text and do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.offset) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
