import type { Verdict } from '@casus/analysis';
import type { Id } from '@casus/model';
import { InlayHintKind, type InlayHint, type InlayHintLabelPart, type Range } from 'vscode-languageserver';
import { rangeOf } from '../ranges.js';
import type { FileContext } from './context.js';
import { shortVerdict, storyLines, verdictLine, verdictLines, weakest, WORST_FIRST } from './verdicts.js';

/** Verdicts that are spelled out at a promise; the others are counted. */
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

function parts({ judged }: FileContext, verdicts: readonly Verdict[]): InlayHintLabelPart[] {
  const case_ = judged!.read.value;
  const groups = new Map<string, Verdict[]>();
  for (const verdict of [...verdicts].sort((a, b) => WORST_FIRST.indexOf(weakest(a)) - WORST_FIRST.indexOf(weakest(b)))) {
    const words = shortVerdict(case_, verdict);
    const key = verdicts.some(({ arrangement }) => arrangement !== verdict.arrangement) ? `${words} (${verdict.arrangement})` : words;
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  const all = [...groups];
  const shown = all.slice(0, MOST_SHOWN).map(([words, [verdict]], i): InlayHintLabelPart => ({
    value: `${i === 0 ? '' : ', '}${words}`,
    tooltip: { kind: 'markdown', value: [`**${verdict!.promise}** under **${verdict!.arrangement}** when **${verdict!.scenario}**`, ...verdictLines(case_, verdict!), ...storyLines(case_, verdict!).map((step, n) => `${n + 1}. ${step}`)].join('\n\n') },
  }));
  if (all.length <= MOST_SHOWN) return shown;
  const rest = all.slice(MOST_SHOWN).map(([, [verdict]]) => `- ${verdictLine(case_, verdict!)}`);
  const listed = rest.length > MOST_LISTED ? [...rest.slice(0, MOST_LISTED), `- … and ${rest.length - MOST_LISTED} more`] : rest;
  return [...shown, { value: `, +${all.length - MOST_SHOWN}`, tooltip: { kind: 'markdown', value: listed.join('\n') } }];
}
