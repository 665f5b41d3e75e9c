/** Why there is no text for all: every smallest set of demands that cannot stand together. */
import type { Case, Id, PositionLine } from '@casus/model';
import { labelOf } from '../names.js';
import type { Block, Item, Section } from '../page.js';
import { counted, listed, sentence } from '../words.js';
import { datesWords, holdersWords, recordWords } from './lines.js';
import { askedBy, bundled, countedSoFar, cutItems, cutTable, linesOf, type AgreementView, type Bundle } from './view.js';

/** Demands in a conflict with the date of each: “Russia demands that … (since 2025-08-20)”. */
function demandsWords(case_: Case, { demands }: Bundle): string {
  const all = demands.map((lines) => {
    const dates = [...new Set(lines.map((line) => datesWords(line)))];
    const date = dates.length === 1 && dates[0] !== undefined ? ` (${dates[0]})` : '';
    return `${askedBy(case_, lines, (ids) => holdersWords(case_, ids))}${date}`;
  });
  return all.length === 2 ? all.join(', while ') : listed(all);
}

/** A conflict as a sentence; several that differ only in who makes the same demand as one. */
export function conflictWords(case_: Case, bundle: Bundle): string {
  const { demands, conflicts } = bundle;
  const said = demandsWords(case_, bundle);
  const actors = new Set(conflicts.flatMap((conflict) => conflict.actors));
  const times = conflicts.length === 1 ? '' : ` (${counted(conflicts.length, 'conflict')} of the same kind)`;
  if (demands.length === 1) return `Nothing on the table meets this demand, even alone: ${said}${times}.`;
  // The actor need not contradict itself: it may be the package on the table that makes its demands clash.
  if (actors.size === 1) return sentence(`no text on the table meets all demands of ${labelOf(case_, [...actors][0]!)} together: ${said}${times}`);
  return sentence(`${said}: no text does ${demands.length === 2 ? 'both' : `all ${demands.length}`}${times}`);
}

/** The lines of a conflict with their sources; those told before only by name. */
function records(case_: Case, { demands }: Bundle, told: Set<Id>): readonly Item[] {
  const [before, fresh]: [PositionLine[], PositionLine[]] = [[], []];
  for (const line of demands.flat()) (told.has(line.id) ? before : fresh).push(line);
  for (const { id } of fresh) told.add(id);
  const above = before.length === 0 ? [] : [{ text: `${listed(before.map(({ id }) => id))}: sources above` }];
  return [...fresh.map((line) => ({ text: recordWords(case_, line) })), ...above];
}

const TITLE = 'What cannot stand together';

/** Every irreducible conflict. */
export function conflictsSection(view: AgreementView): Section {
  const { case: case_, agreement, ended, form } = view;
  const { conflicts, possible } = agreement;
  if (conflicts.found.length === 0 && (possible !== false || conflicts.complete)) return { title: '', blocks: [] };
  const bundles = bundled(conflicts.found, linesOf(agreement));
  const told = new Set<Id>();
  if (conflicts.found.length === 0) return { title: TITLE, blocks: [{ kind: 'text', text: `No conflict was found yet (${ended ?? conflicts.detail ?? 'the search was stopped'}). With --smallest-first, conflicts and concessions are looked for in turns.` }] };
  const head = sentence(`${countedSoFar(conflicts, 'conflict', 'conflicts', ended)}${conflicts.found.length === 1 ? ':' : ', each'} a smallest set of demands that cannot all be met; without any one of them, the rest of the set can`);
  const blocks: Block[] = [{ kind: 'text', text: head }];
  if (form === 'report') {
    blocks.push(...cutTable(['no.', 'conflict', 'sources'], bundles.map((bundle, i) => [String(i + 1), conflictWords(case_, bundle), records(case_, bundle, told).map(({ text }) => text).join('\n')]), view));
  } else {
    // Of those that are cut, no sources are told, so that "above" never speaks of one.
    const shown = bundles.slice(0, view.most + 1).map((bundle) => ({ text: conflictWords(case_, bundle), inside: records(case_, bundle, told) }));
    blocks.push({ kind: 'list', numbered: true, items: cutItems([...shown, ...bundles.slice(view.most + 1).map(() => ({ text: '' }))], view) });
  }
  return { title: TITLE, blocks };
}
