/** The page of `casus power`. */
import { compareRational, showRational } from '@casus/games';
import type { Block, Item, Page, Section } from '../page.js';
import { capital, grouped, numberWords, sentence } from '../words.js';
import { bar, figure, greatestOf } from './figures.js';
import { memberList, memberWords } from './members.js';
import type { IndexView, PowerView, StructureView } from './view.js';

/** How the page is laid out: columns of text that it may take, and how many of the bars. */
export interface PowerLayout {
  readonly width: number;
  readonly bars: number;
}

/** Members that are alike in class and in weights: a row. */
interface Row {
  readonly members: readonly number[];
  readonly name: string;
}

/** Widest that the column of names gets beside tables of many columns. */
const WIDEST_NAME = 34;

/** Members that a list names; more are counted. */
const MOST_NAMED = 40;

/** The page: the table of members with their weights and bars, the other indices, what the game is like, and how it was worked out. */
export function powerPage(view: PowerView, layout: PowerLayout): Page {
  const rows = rowsOf(view);
  return {
    title: view.game.title,
    sections: [
      { title: 'The vote', blocks: [{ kind: 'list', items: [...view.game.about, ...view.notes].map((text) => ({ text: sentence(text) })) }] },
      ...mainSection(view, rows, layout),
      structureSection(view),
      bodySection(view),
      ...otherSections(view, rows, layout),
      missingSection(view),
      methodSection(view),
    ],
  };
}

/** Rows by the first index, the greatest first, otherwise in the order of the body. Members of one row agree in class, weights and every figure. */
function rowsOf({ game: { members, weights }, classOf, indices }: PowerView): readonly Row[] {
  const ofMembers = indices.filter(({ of }) => of === 'member');
  const rows = new Map<string, number[]>();
  for (const [i] of members.entries()) {
    const key = [classOf[i], ...weights.map(({ values }) => showRational(values[i]!)), ...ofMembers.map(({ values }) => showRational(values[i]!))].join(' ');
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [i]);
    else row.push(i);
  }
  const [first] = ofMembers;
  const sorted = [...rows.values()].map((row): Row => ({ members: row, name: memberList(members, row) }));
  return first === undefined ? sorted : sorted.sort((a, b) => compareRational(first.values[b.members[0]!]!, first.values[a.members[0]!]!));
}

const SHOWN_BARS = 2;

/** The first two indices that are shares, which bars compare; without any, the first two. */
function mainIndices({ indices }: PowerView): readonly IndexView[] {
  const ofMembers = indices.filter(({ of }) => of === 'member');
  const drawn = ofMembers.filter(({ share }) => share).slice(0, SHOWN_BARS);
  return drawn.length > 0 ? drawn : ofMembers.slice(0, SHOWN_BARS);
}

function mainSection(view: PowerView, rows: readonly Row[], { bars }: PowerLayout): readonly Section[] {
  const first = mainIndices(view);
  if (first.length === 0 && view.game.weights.length === 0) return [];
  const several = rows.some(({ members }) => members.length > 1);
  return [{ title: several ? 'The power of each member (where a row names several, of each of them)' : 'The power of each member', blocks: [mainTable(view, rows, first, bars), ...legend(first)] }];
}

function otherSections(view: PowerView, rows: readonly Row[], { width }: PowerLayout): readonly Section[] {
  const first = mainIndices(view);
  const rest = view.indices.filter((index) => index.of === 'member' && !first.includes(index));
  return inTables(view, rows, rest, width).map((some, i) => ({ title: i === 0 ? 'Other indices' : 'Other indices, continued', blocks: [plainTable(view, rows, some), ...legend(some)] }));
}

const legend = (indices: readonly IndexView[]): readonly Block[] => [{ kind: 'list', items: indices.map(({ short, name, meaning, source }) => ({ text: `${short}: ${name === short ? source : `${name} (${source})`}. ${sentence(meaning)}` })) }];

function mainTable(view: PowerView, rows: readonly Row[], indices: readonly IndexView[], bars: number): Block {
  const { weights } = view.game;
  const head = ['member', ...weights.map(({ name }) => name), ...indices.flatMap(({ short, share }) => (share && bars > 0 ? [short, ''] : [short]))];
  const right = [...weights.map((_, i) => i + 1)];
  let at = weights.length + 1;
  for (const { share } of indices) {
    right.push(at);
    at += share && bars > 0 ? 2 : 1;
  }
  return {
    kind: 'table', head, right,
    rows: rows.map(({ name, members: [first] }) => [
      name, ...weights.map(({ values }) => numberWords(values[first!]!)),
      ...indices.flatMap((index) => {
        const text = valueWords(view, index, first!);
        return index.share && bars > 0 ? [text, bar(index.values[first!]!, greatestOf(index.values), bars)] : [text];
      }),
    ]),
  };
}

function plainTable(view: PowerView, rows: readonly Row[], indices: readonly IndexView[]): Block {
  return {
    kind: 'table', head: ['member', ...indices.map(({ short }) => short)], right: indices.map((_, i) => i + 1),
    rows: rows.map(({ name, members: [first] }) => [name, ...indices.map((index) => valueWords(view, index, first!))]),
  };
}

/** A value; of an estimate with its interval. */
function valueWords(view: PowerView, { values, intervals, whole }: IndexView, member: number): string {
  const value = figure(values[member]!, whole === true ? { ...view, fractions: true } : view);
  const interval = intervals?.[member];
  return interval === undefined ? value : `${value} (${interval.map((bound) => bound.toFixed(view.digits)).join(' … ')})`;
}

/** The indices in tables that fit into the width. */
function inTables(view: PowerView, rows: readonly Row[], indices: readonly IndexView[], width: number): readonly (readonly IndexView[])[] {
  const name = Math.min(WIDEST_NAME, Math.max(6, ...rows.map((row) => row.name.length)));
  const wide = (index: IndexView): number => Math.max(index.short.length, ...rows.map(({ members: [first] }) => valueWords(view, index, first!).length));
  const tables: IndexView[][] = [];
  let room = 0;
  for (const index of indices) {
    const needed = wide(index) + 2;
    if (tables.length === 0 || needed > room) {
      tables.push([]);
      room = width - 2 - name;
    }
    tables.at(-1)!.push(index);
    room -= needed;
  }
  return tables;
}

function bodySection(view: PowerView): Section {
  const ofBody = view.indices.filter(({ of }) => of === 'body');
  return {
    title: 'The body as a whole',
    blocks: ofBody.length === 0 ? [] : [{ kind: 'list', items: ofBody.map((index) => ({ text: `${capital(index.name)} (${index.source}): ${valueWords(view, index, 0)}. ${sentence(index.meaning)}` })) }],
  };
}

/** What the game is like, in sentences. */
export function structureItems({ game: { members }, structure }: Pick<PowerView, 'game' | 'structure'>): readonly Item[] {
  const names = (which: readonly number[], conjunction: 'and' | 'or' = 'and'): string => memberWords(members, which, conjunction, MOST_NAMED);
  const { vetoers, dictators, dummies, classes = [] } = structure;
  const items = [
    ...(vetoers === undefined ? [] : [vetoers.length === 0 ? 'Nobody can block alone' : `${capital(names(vetoers))} can ${vetoers.length === 1 ? '' : 'each '}block alone`]),
    ...(dictators === undefined ? [] : [dictators.length === 0 ? 'Nobody can decide alone' : `${capital(names(dictators))} decides alone`]),
    ...(dummies === undefined ? [] : [dummies.length === 0 ? 'Every vote can matter: there is no dummy' : `Never decisive (${dummies.length === 1 ? 'a dummy' : 'dummies'}): ${names(dummies)}`]),
    ...(classes.length === 0 ? [] : [`Interchangeable: ${classes.map((one) => names(one)).join('; ')}`]),
    ...countItems(structure),
    ...characterItems(structure),
  ];
  return items.map((text) => ({ text: sentence(text) }));
}

function countItems({ coalitions, winning, blocking, minimalWinning, minimalBlocking }: StructureView): readonly string[] {
  return [
    ...(winning === undefined ? [] : [`Of ${grouped(coalitions)} coalitions ${grouped(winning)} ${winning === 1n ? 'wins' : 'win'}${minimalWinning === undefined ? '' : `; in ${grouped(minimalWinning)} of these nobody can be spared (minimal winning coalitions)`}`]),
    ...(blocking === undefined ? [] : [`${grouped(blocking)} can block${minimalBlocking === undefined ? '' : `; in ${grouped(minimalBlocking)} of these nobody can be spared (minimal blocking coalitions)`}`]),
  ];
}

function characterItems({ proper, strong, monotone, weighted, dimension }: StructureView): readonly string[] {
  const items: string[] = [];
  if (!monotone) items.push('Not monotone: there are coalitions that lose when a further member joins');
  if (proper !== undefined) items.push(proper ? 'Proper: of a coalition and those outside it never both win' : 'Not proper: a coalition and those outside it can both win, so that two opposite decisions are possible');
  if (strong !== undefined) items.push(strong ? 'Strong: of a coalition and those outside it one always wins' : 'Not strong: there are deadlocks, in which neither a coalition nor those outside it win');
  if (weighted === false) items.push('Not weighted: no weights and no quota for a single vote do the same');
  else if (weighted !== undefined && !weighted.smallest && weighted.weights.length > MOST_NAMED) items.push('Weighted: it is one weighted vote; smaller whole weights were not looked for');
  else if (weighted !== undefined) items.push(`Weighted: [${weighted.quota}; ${weightsWords(weighted.weights)}] does the same${weighted.smallest ? ', in the smallest whole numbers' : '; smaller whole numbers may do, too'}`);
  if (dimension !== undefined) {
    const { least, most } = dimension;
    if (least === most) items.push(least === 1 ? 'Dimension 1: one weighted vote is enough' : `Dimension ${least}: it takes ${least} weighted votes at once, and no fewer`);
    else items.push(most === undefined ? `Dimension at least ${least}: fewer weighted votes at once do not do the same` : `Dimension from ${least} to ${most}: so many weighted votes at once do the same`);
  }
  return items;
}

/** Weights with repetitions told once: `7x5, 1x10`. */
export function weightsWords(weights: readonly bigint[]): string {
  const parts: { weight: bigint; count: number }[] = [];
  for (const weight of weights) {
    const last = parts.at(-1);
    if (last?.weight === weight) last.count++;
    else parts.push({ weight, count: 1 });
  }
  return parts.map(({ weight, count }) => (count === 1 ? String(weight) : `${weight}x${count}`)).join(', ');
}

function structureSection(view: PowerView): Section {
  const items = structureItems(view);
  return { title: 'Who decides', blocks: items.length === 0 ? [] : [{ kind: 'list', items }] };
}

const missingSection = ({ missing }: PowerView): Section => ({
  title: 'Left out',
  blocks: missing.length === 0 ? [] : [{ kind: 'list', items: missing.map(({ name, why }) => ({ text: sentence(`${name}: ${why}`) })) }],
});

const methodSection = ({ methods }: PowerView): Section => ({
  title: 'How it was worked out',
  blocks: methods.length === 0 ? [] : [{ kind: 'list', items: methods.map(({ what, method, cost }) => ({ text: sentence(`${what}: ${method}${cost === '' ? '' : ` (${cost})`}`) })) }],
});


