/** Which results change if a source is discounted, an inference is wrong, or a text is read in one way. */
import type { Conflict, Doubt, Robustness, Variation } from '@casus/agreement';
import { quoted } from '@casus/analysis';
import type { Case, Id, PositionLine } from '@casus/model';
import { labelOf, sourceName } from '../names.js';
import type { Item, Section } from '../page.js';
import { capital, counted, grouped, listed, sentence } from '../words.js';
import { conflictWords } from './conflicts.js';
import { lineWords } from './lines.js';
import { bundled, cutItems, linesOf, type AgreementView } from './view.js';

/** What may be otherwise, as the first half of a sentence: “if “…” is discounted”. */
export function doubtWords(case_: Case, doubt: Doubt, lines: ReadonlyMap<Id, PositionLine>): string {
  switch (doubt.kind) {
    case 'source':
      return `if ${quoted(sourceName(case_, doubt.source))} is discounted (${listed(doubt.lines, 'and', 8)} ${doubt.lines.length === 1 ? 'falls' : 'fall'} with it)`;
    case 'inferred':
      return `if it was inferred wrongly that ${listed(doubt.lines.map((id) => `${lineWords(case_, lines.get(id)!)} (${id})`))}`;
    case 'reading':
      return `if ${quoted(labelOf(case_, doubt.issue))} is read as ${quoted(labelOf(case_, doubt.option))}`;
  }
}

/** What then comes out: “an agreement becomes possible, in 12 texts”. */
export function outcomeWords({ possible, acceptable, gone, arose }: Variation, before: boolean | undefined): string {
  const verdict = possible === before ? [] : possible === true ? [`an agreement becomes possible${acceptable === undefined ? '' : `, in ${counted(acceptable, 'text')}`}`] : possible === false ? ['no agreement is possible any more'] : ['it is not known whether an agreement is possible'];
  const changes = [...(gone.length > 0 ? [`${counted(gone.length, 'conflict')} ${gone.length === 1 ? 'is' : 'are'} gone`] : []), ...(arose.length > 0 ? [`${counted(arose.length, 'conflict')} ${arose.length === 1 ? 'is' : 'are'} new`] : [])];
  const still = possible === before && before === false ? ['there is still no text for all'] : possible === before && before === true ? ['an agreement stays possible'] : [];
  return listed([...verdict, ...changes, ...still]);
}

/** The doubts under which something comes out differently. */
export function robustnessSection(view: AgreementView): Section {
  const { case: case_, agreement, robustness } = view;
  const title = 'What the results depend on';
  if (robustness === undefined) return { title, blocks: [] };
  const { variations, doubts } = robustness;
  if (doubts === 0) return { title, blocks: [{ kind: 'text', text: 'There was nothing to try: no demand that counts rests on a source or an inference, and no text on the table has a passage that may be read in several ways.' }] };
  const lines = linesOf(agreement);
  const head = `${capital(counted(doubts, 'doubt'))} ${doubts === 1 ? 'was' : 'were'} tried${doubts === 1 ? '' : ', one at a time'}: each source discounted, each inferred demand dropped, each reading taken. ${robustness.complete ? '' : 'The search ended before its end: where not all conflicts were listed, only changes of the answer itself are told. '}${sameWords(robustness)}`;
  const items = variations.map((variation): Item => {
    const side = (name: string, conflicts: readonly Conflict[]): readonly Item[] => bundled(conflicts, lines).map((bundle) => ({ text: `${name}: ${conflictWords(case_, bundle)}` }));
    return { text: capital(sentence(`${doubtWords(case_, variation.doubt, lines)}, ${outcomeWords(variation, robustness.possible)}`)), inside: cutItems([...side('gone', variation.gone), ...side('new', variation.arose)], { ...view, most: Math.min(view.most, view.form === 'report' ? Infinity : 3) }) };
  });
  return { title, blocks: [{ kind: 'text', text: head }, ...(items.length === 0 ? [] : [{ kind: 'list' as const, items: cutItems(items, view) }])] };
}

function sameWords({ variations, doubts }: Robustness): string {
  if (doubts === 1) return variations.length === 0 ? 'Under it the same comes out.' : 'Under it something comes out differently:';
  if (variations.length === 0) return 'Under every one of them the same comes out.';
  const same = doubts - variations.length;
  return same === 0 ? 'Under every one of them something comes out differently:' : `Under ${grouped(same)} of them the same comes out; under ${variations.length === 1 ? 'this one' : 'these'} something else:`;
}
