/** Positions over time: what changed on which day, and whether that opened or closed the space of agreement. */
import type { LeftOut, Stage, Timeline } from '@casus/agreement';
import type { Case, Id, PositionLine } from '@casus/model';
import { labelOf } from '../names.js';
import type { Item, Page, Section } from '../page.js';
import { plain, type Json } from '../plain.js';
import { capital, counted, grouped, sentence } from '../words.js';
import { conflictWords } from './conflicts.js';
import { conflictDocument, lineDocument, listing, type AgreementSelection } from './json.js';
import { lineWords, recordWords } from './lines.js';
import { unreadSection } from './unread.js';
import { bundled, cutItems, linesOf, type AgreementView } from './view.js';

/** A timeline to be shown. */
export interface TimelineView extends Pick<AgreementView, 'case' | 'most' | 'seeAll' | 'ended' | 'unread'> {
  readonly timeline: Timeline;
}

/** What a stage is called: the day on which it begins. */
const dayWords = ({ date }: Stage): string => date ?? 'before any date';

/** Whether there is a text for all, and how many. */
function spaceWords({ possible, acceptable, conflicts }: Stage): string {
  if (possible === undefined) return 'not known';
  // Without any demand that stands in the way, it is the rules.
  if (!possible && conflicts.complete && conflicts.found.length === 0) return 'no text keeps the rules of the negotiation';
  if (!possible) return 'no text satisfies everybody';
  return acceptable === undefined ? 'some texts satisfy everybody' : `${counted(acceptable, 'text')} ${acceptable === 1n ? 'satisfies' : 'satisfy'} everybody`;
}

/** What a day did to the space: “opened”, “still closed”. The first stage comes after nothing. */
function changeWords({ change, possible }: Stage, before: Stage | undefined): string {
  if (before !== undefined && change !== 'none') return change;
  if (possible === undefined) return '';
  return `${before?.possible === possible ? 'still ' : ''}${possible ? 'open' : 'closed'}`;
}

/** The page of `casus timeline`. */
export function timelinePage(view: TimelineView): Page {
  const { case: case_, timeline: { stages, table }, ended } = view;
  const rows = stages.map((stage, i) => [
    dayWords(stage), changeWords(stage, stages[i - 1]), spaceWords(stage), grouped(stage.demands.length),
    stage.conflicts.complete ? grouped(stage.conflicts.found.length) : `at least ${grouped(stage.conflicts.found.length)} (${ended ?? stage.conflicts.detail ?? ''})`,
  ]);
  return {
    title: `Positions over time: ${table.negotiation === undefined ? case_.title : table.label}`,
    sections: [
      unreadSection(view.unread),
      { title: 'The days on which something changed', blocks: [{ kind: 'table', head: ['from', 'the space', 'texts', 'demands', 'conflicts'], rows }] },
      ...stages.map((stage) => stageSection(view, stage)),
    ],
  };
}

function stageSection(view: TimelineView, stage: Stage): Section {
  const { case: case_, timeline } = view;
  const lines = linesOf(timeline);
  const { date, came, went, change, arose, ended } = stage;
  // What is replaced is told with the line that takes its place.
  const replaced = new Map(went.flatMap((one) => (one.why === 'replaced' || one.why === 'qualified' ? [[one.by.id, one] as const] : [])));
  const news = came.map((id): Item => ({ text: sentence(cameWords(case_, lines.get(id)!, replaced.get(id), date === undefined)), inside: [{ text: recordWords(case_, lines.get(id)!) }] }));
  const gone = went.filter((one) => !('by' in one) || !came.includes(one.by.id)).map((one): Item => ({ text: sentence(wentWords(case_, one)) }));
  const conflicts = (head: string, of: Stage['arose']): readonly Item[] => (of.length === 0 ? [] : [{ text: head, inside: cutItems(bundled(of, lines).map((bundle) => ({ text: conflictWords(case_, bundle) })), view) }]);
  const cut = stage.conflicts.complete ? '' : ` Not all conflicts were listed (${view.ended ?? stage.conflicts.detail ?? ''}), so that those that came and went are not told.`;
  const space = change === 'opened' ? `This opens the space: ${spaceWords(stage)}.` : change === 'closed' ? `This closes the space: ${spaceWords(stage)}.` : sentence(spaceWords(stage));
  return {
    title: date === undefined ? 'Without a date, or before the first' : date,
    blocks: [
      ...(news.length + gone.length === 0 ? [] : [{ kind: 'list' as const, items: cutItems([...news, ...gone], view) }]),
      { kind: 'text', text: `${space}${cut}` },
      ...(arose.length + ended.length === 0 ? [] : [{ kind: 'list' as const, items: [...conflicts(`${capital(counted(arose.length, 'conflict'))} ${date === undefined ? '' : 'new'}`.trim(), arose), ...conflicts(`${capital(counted(ended.length, 'conflict'))} gone`, ended)] }]),
    ],
  };
}

function cameWords(case_: Case, line: PositionLine, instead: LeftOut | undefined, always: boolean): string {
  const said = lineWords(case_, line);
  if (instead === undefined) return always ? said : `new: ${said}`;
  return instead.why === 'replaced' ? `new: ${said}; this takes the place of ${instead.line.id} (${lineWords(case_, instead.line)})` : `new: ${said}; on this condition it gives up ${instead.line.id} (${lineWords(case_, instead.line)})`;
}

function wentWords(case_: Case, one: LeftOut): string {
  const said = `${lineWords(case_, one.line)} (${one.line.id})`;
  if (one.why === 'over') return `no longer: ${said}, until ${one.line.until ?? ''}`;
  return 'by' in one ? `no longer: ${said}, in whose place stands ${one.by.id}` : `no longer: ${said}`;
}

/** The document of `casus timeline --json`: schema/timeline-1.json. */
export function timelineDocument({ case: case_, timeline, ended, unread }: TimelineView, selection: AgreementSelection, version: string): Json {
  const lines = linesOf(timeline);
  return {
    schema: 'casus-timeline/1',
    tool: { name: 'casus', version },
    title: case_.title,
    files: case_.files.map(({ path, imported }) => ({ path, imported })),
    unread: unread?.sentences ?? 0,
    asked: plain(selection),
    names: Object.fromEntries([...new Set(timeline.lines.map(({ actor }) => actor))].sort().map((id) => [id, labelOf(case_, id)])),
    negotiation: timeline.table.negotiation ?? null,
    lines: timeline.lines.map((line) => lineDocument(case_, line)),
    stages: timeline.stages.map((stage) => stageDocument(case_, stage, lines, ended)),
  };
}

function stageDocument(case_: Case, { date, came, went, demands, possible, acceptable, conflicts, arose, ended: gone, change }: Stage, lines: ReadonlyMap<Id, PositionLine>, ended: string | undefined): Json {
  return {
    from: date ?? null, change, possible: possible ?? null, acceptable: acceptable === undefined ? null : String(acceptable), came: plain(came),
    went: went.map((one) => ({ line: one.line.id, why: one.why, ...('by' in one ? { by: one.by.id } : {}) })), demands: plain(demands),
    conflicts: listing(conflicts, ended, (one) => conflictDocument(case_, one, lines)), arose: arose.map((one) => conflictDocument(case_, one, lines)), ended: gone.map((one) => conflictDocument(case_, one, lines)),
  };
}
