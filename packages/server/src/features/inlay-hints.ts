import type { Verdict } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { InlayHintKind, type InlayHint, type InlayHintLabelPart, type Range } from 'vscode-languageserver';
import { rangeOf } from '../ranges.js';
import type { FileContext } from './context.js';
import { shortVerdict, storyLines, verdictLine, verdictLines, weakest, whenOf, WORST_FIRST } from './verdicts.js';
import { listed } from './words.js';

/** What is spelled out at a promise; the other verdicts are counted. */
const MOST_SHOWN = 2;
const MOST_LISTED = 40;

/** The verdicts at each promise of a range, the weakest first; the tooltip tells the story. */
export function inlayHints(context: FileContext, range: Range): InlayHint[] {
  const { read, judged, uri } = context;
  if (judged === undefined) return [];
  const byPromise = new Map<Id, Verdict[]>();
  for (const verdict of judged.verdicts) byPromise.set(verdict.promise, [...(byPromise.get(verdict.promise) ?? []), verdict]);
  return [...byPromise].flatMap(([promise, verdicts]) => {
    const declared = read.names.declarations.get(promise);
    if (declared === undefined || declared.place.file !== uri) return [];
    const { line } = rangeOf(declared.place).start;
    if (line < range.start.line || line > range.end.line) return [];
    return [{ position: { line, character: context.lines.line(line).trimEnd().length }, label: parts(context, verdicts), kind: InlayHintKind.Type, paddingLeft: true }];
  });
}

/** Verdicts of one arrangement that say the same of different scenarios. */
interface Alike {
  readonly what: string;
  readonly verdicts: Verdict[];
}

function parts({ judged }: FileContext, verdicts: readonly Verdict[]): InlayHintLabelPart[] {
  const case_ = judged!.read.value;
  const groups = new Map<string, Alike>();
  for (const verdict of [...verdicts].sort((a, b) => WORST_FIRST.indexOf(weakest(a)) - WORST_FIRST.indexOf(weakest(b)))) {
    const what = shortVerdict(case_, verdict);
    const key = `${what}\n${verdict.arrangement}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { what, verdicts: [verdict] });
    else group.verdicts.push(verdict);
  }
  const several = verdicts.some(({ arrangement }) => arrangement !== verdicts[0]!.arrangement);
  const all = [...groups.values()];
  const shown = all.slice(0, MOST_SHOWN).map((group, i): InlayHintLabelPart => ({
    value: `${i === 0 ? '' : ', '}${group.what} when ${scenarios(case_, group.verdicts)}${several ? ` (${group.verdicts[0]!.arrangement})` : ''}`,
    tooltip: { kind: 'markdown', value: tooltip(case_, group.verdicts) },
  }));
  const rest = all.slice(MOST_SHOWN).flatMap((group) => group.verdicts);
  if (rest.length === 0) return shown;
  return [...shown, { value: `, +${rest.length}`, tooltip: { kind: 'markdown', value: lines(case_, rest) } }];
}

/** Scenarios that are spelled out; more are counted. */
const MOST_SCENARIOS = 2;

function scenarios(case_: Case, verdicts: readonly Verdict[]): string {
  const names = verdicts.map((verdict) => whenOf(case_, verdict));
  return listed(names.length > MOST_SCENARIOS ? [...names.slice(0, MOST_SCENARIOS), `${names.length - MOST_SCENARIOS} more`] : names, 'or');
}

/** The first verdict with its story, and the others in a line each. */
function tooltip(case_: Case, [verdict, ...others]: readonly Verdict[]): string {
  const head = `**${verdict!.promise}** under **${verdict!.arrangement}** when **${whenOf(case_, verdict!)}**`;
  return [head, ...verdictLines(case_, verdict!), ...storyLines(case_, verdict!).map((step, n) => `${n + 1}. ${step}`), ...(others.length === 0 ? [] : [lines(case_, others)])].join('\n\n');
}

function lines(case_: Case, verdicts: readonly Verdict[]): string {
  const all = verdicts.map((verdict) => `- ${verdictLine(case_, verdict)}`);
  return (all.length > MOST_LISTED ? [...all.slice(0, MOST_LISTED), `- … and ${all.length - MOST_LISTED} more`] : all).join('\n');
}
