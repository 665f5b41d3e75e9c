import type { Case, Id, Issue, Place } from '@casus/model';
import { quoted } from '../../words.js';
import { placeKey, STANDARD, type Candidate, type TextEdit } from '../candidate.js';
import type { Setting } from '../setting.js';
import type { Source } from '../source.js';

/** Other options of the brackets that the arrangement settles, and each option of those that it leaves open. What the caller takes stays taken. */
export function options(setting: Setting, issues: readonly Id[]): readonly Candidate[] {
  const { case: case_, request } = setting;
  const arrangement = case_.arrangements.get(request.arrangement);
  const settled = new Map((arrangement?.options ?? []).map((option) => [case_.options.get(option)!.issue, option]));
  const asked = new Set((request.options ?? []).map((option) => case_.options.get(option)!.issue));
  return issues
    .filter((issue) => !asked.has(issue))
    .flatMap((id) => case_.issues.get(id) ?? [])
    .filter((issue) => issue.kind === 'negotiation')
    .flatMap((issue) => switches(setting, issue, settled.get(issue.id)));
}

function switches(setting: Setting, issue: Issue, now: Id | undefined): Candidate[] {
  const { case: case_, request } = setting;
  const arrangement = case_.arrangements.get(request.arrangement);
  const source = arrangement && setting.source(arrangement.place);
  return issue.options.filter(({ id }) => id !== now).map((option): Candidate => {
    const edit = source === undefined ? undefined : now === undefined ? added(source, arrangement!.place, option.id) : replaced(case_, source, arrangement!.place, now, option.id);
    const instead = now === undefined ? 'which is left open' : `in place of \`${now}\``;
    return {
      id: `option ${option.id}`, kind: 'option', label: `the bracket ${quoted(issue.label)} is settled as \`${option.id}\` (${option.label}), ${instead}`,
      place: arrangement?.place ?? option.place, cost: STANDARD, point: `option ${issue.id}`, slots: edit === undefined || now !== undefined ? [] : [],
      changes: [{ on: 'option', issue: issue.id, option: option.id }],
      edits: edit === undefined ? [] : [edit],
      ...(edit === undefined ? { unwritten: `no arrangement settles it; strike the other alternatives where the bracket stands (${placeKey(issue.place).replace(/:.*/u, '')}), or declare an arrangement` } : {}),
    };
  });
}

/** The words between the braces of a declaration. */
function inside(source: Source, place: Place): { readonly from: number; readonly to: number } | undefined {
  const open = source.at(place.end);
  const first = source.words.findIndex((word, i) => i >= source.at(place.offset) && word.text === '{');
  const opening = source.words[open]?.text === '{' ? open : first;
  const close = opening < 0 ? undefined : source.closing(opening);
  return close === undefined ? undefined : { from: opening + 1, to: close };
}

/** The name of the option, wherever the arrangement takes it, becomes that of the other. */
function replaced(case_: Case, source: Source, place: Place, now: Id, option: Id): TextEdit | undefined {
  const part = inside(source, place);
  if (part === undefined) return undefined;
  const written = source.words.slice(part.from, part.to).find(({ text }) => text === now || now.endsWith(`.${text}`));
  if (written === undefined) return undefined;
  const name = case_.options.get(now)!.name;
  const prefix = written.text.slice(0, written.text.length - name.length);
  const text = prefix === '' ? option : `${prefix}${case_.options.get(option)!.name}`;
  return { file: source.file, offset: written.offset, end: written.end, text, rank: 0 };
}

/** The option is taken beside those that are, or after the instruments. */
function added(source: Source, place: Place, option: Id): TextEdit | undefined {
  const part = inside(source, place);
  if (part === undefined) return undefined;
  const words = source.words.slice(part.from, part.to);
  const with_ = words.findIndex(({ text }) => text === 'with');
  const begin = with_ >= 0 ? with_ : words.findIndex(({ text }) => text === 'instruments');
  if (begin < 0) return undefined;
  let last = begin + 1;
  while (words[last + 1]?.text === ',') last += 2;
  const at = words[last]?.end;
  return at === undefined ? undefined : { file: source.file, offset: at, end: at, text: with_ >= 0 ? `, ${option}` : `   with ${option}`, rank: 0 };
}
