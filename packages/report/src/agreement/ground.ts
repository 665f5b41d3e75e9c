/** What texts have in common, and where they differ. */
import { speakersOf, type Ground, type Point, type Text } from '@casus/agreement';
import { quoted } from '@casus/analysis';
import type { Id } from '@casus/model';
import type { Item, Section } from '../page.js';
import { labelOf } from '../names.js';
import { listed } from '../words.js';
import { cutItems, type AgreementView } from './view.js';

type Cut = Pick<AgreementView, 'most' | 'seeAll'>;

/** What an option of a point says: in quotation marks if it is the author's words. */
function says({ kind, options }: Point, option: Id | undefined): string {
  if (option === undefined) return 'not settled';
  const label = options.find(({ id }) => id === option)?.label ?? option;
  return kind === 'issue' || kind === 'reading' ? quoted(label) : label;
}

/** How points with two answers, yes and no, are told together. */
const TOGETHER: Readonly<Partial<Record<Point['kind'], { readonly yes: string; readonly no: string; readonly open: string }>>> = {
  instrument: { yes: 'part of the deal', no: 'not part of the deal', open: 'part of the deal or not' },
  step: { yes: 'steps that take place', no: 'steps that do not take place', open: 'steps that may take place or not' },
  words: { yes: 'agreed in words', no: 'not agreed, in words', open: 'in words, agreed or not' },
};

/** Whether an option of a yes-or-no point is the yes. */
const isYes = (option: Id): boolean => option.endsWith('.in');

/** What is settled, one entry for all instruments that are part of the deal, and so on; then each issue. */
export function settledItems(settled: Ground['settled'], points: readonly Point[]): readonly Item[] {
  const byId = new Map(points.map((point) => [point.id, point]));
  const together = (['instrument', 'step', 'words'] as const).flatMap((kind): Item[] => {
    const of = settled.filter(({ point }) => byId.get(point)?.kind === kind);
    const words = TOGETHER[kind]!;
    const names = (yes: boolean): string => listed(of.filter(({ option }) => isYes(option) === yes).map(({ point }) => quoted(byId.get(point)!.label)));
    return [[words.yes, names(true)] as const, [words.no, names(false)] as const].flatMap(([head, all]) => (all === '' ? [] : [{ text: `${head}: ${all}` }]));
  });
  const each = settled.flatMap(({ point: id, option }) => {
    const point = byId.get(id);
    return point === undefined || TOGETHER[point.kind] !== undefined ? [] : [{ text: `${quoted(point.label)}: ${says(point, option)}` }];
  });
  return [...together, ...each];
}

/** What is open, in the same way. */
export function openItems(open: Ground['open'], points: readonly Point[]): readonly Item[] {
  const byId = new Map(points.map((point) => [point.id, point]));
  const together = (['instrument', 'step', 'words'] as const).flatMap((kind): Item[] => {
    const of = open.filter(({ point }) => byId.get(point)?.kind === kind);
    return of.length === 0 ? [] : [{ text: `${TOGETHER[kind]!.open}: ${listed(of.map(({ point }) => quoted(byId.get(point)!.label)))}` }];
  });
  const each = open.flatMap(({ point: id, options }) => {
    const point = byId.get(id);
    return point === undefined || TOGETHER[point.kind] !== undefined ? [] : [{ text: `${quoted(point.label)}: ${listed(options.map((option) => says(point, option)), 'or')}` }];
  });
  return [...together, ...each];
}

const mootItems = (moot: Ground['moot'], points: readonly Point[]): readonly Item[] =>
  moot.length === 0 ? [] : [{ text: `not settled, since no instrument that asks for it is part of the deal: ${listed(moot.map((id) => quoted(points.find((point) => point.id === id)?.label ?? id)))}` }];

/** What some texts say, what they leave open. Where that is not known, what one of them says (`text`). */
export function groundItems({ settled, open, moot }: Ground, points: readonly Point[], head: string, cut: Cut, text?: Text): readonly Item[] {
  if (settled.length + open.length + moot.length === 0 && text !== undefined) {
    return [{ text: 'One of them says', inside: cutItems(settledItems([...text].map(([point, option]) => ({ point, option })), points), cut) }];
  }
  const block = (title: string, items: readonly Item[]): readonly Item[] => (items.length === 0 ? [] : [{ text: title, inside: cutItems(items, cut) }]);
  // Where texts are known and differ in everything, that is said.
  const nothing = settled.length === 0 && open.length + moot.length > 0 ? [{ text: `${head}: nothing${moot.length === points.length ? '' : ' that is the same in all'}` }] : [];
  return [...nothing, ...block(head, settledItems(settled, points)), ...block('Still open', [...openItems(open, points), ...mootItems(moot, points)])];
}

const title = (possible: boolean | undefined): string =>
  possible === true ? 'What is common ground, and what is still open' : 'What is common ground among the nearest texts, and what is still open';

/** What is settled because one party asks for it and nobody in the record says anything of it, by party. */
function oneSided({ case: case_, agreement: { ground, lines, points } }: AgreementView): readonly Item[] {
  const speakers = speakersOf(case_, lines);
  const byActor = new Map<Id, string[]>();
  for (const { point } of ground?.settled ?? []) {
    const [only, ...others] = speakers.get(point) ?? [];
    const label = points.find(({ id }) => id === point)?.label;
    if (only !== undefined && others.length === 0 && label !== undefined) byActor.set(only, [...(byActor.get(only) ?? []), quoted(label)]);
  }
  return [...byActor].map(([actor, labels]) => ({ text: `${labelOf(case_, actor)}: ${listed(labels)}` }));
}

/** What is common ground, and what is still open. */
export function groundSection(view: AgreementView): Section {
  const { agreement: { ground, possible, points, deals, texts } } = view;
  if (ground === undefined) return { title: '', blocks: [] };
  // With a single way to a deal this would say once more what was just said of its texts.
  if (possible === false && deals.length === 1) return { title: '', blocks: [] };
  const items = groundItems(ground, points, possible === true ? (texts.acceptable === 1n ? 'The acceptable text says' : 'Every acceptable text says') : 'Every one of the nearest texts says', view);
  const silent = oneSided(view);
  if (items.length > 0 && silent.length > 0) {
    return { title: title(possible), blocks: [{ kind: 'list', items: [...items, { text: 'Only one party speaks of these; that the others say nothing of them is not consent', inside: cutItems(silent, view) }] }] };
  }
  return { title: title(possible), blocks: items.length === 0 ? [] : [{ kind: 'list', items }] };
}
