/** The page of `casus reform`: the same body before and after. */
import { addRational, compareRational, subRational, ZERO, type Rational } from '@casus/games';
import type { Block, Item, Page, Section } from '../page.js';
import { capital, counted, grouped, sentence } from '../words.js';
import { bar, figure, greatestOf, type Shown } from './figures.js';
import { memberList, memberWords } from './members.js';
import type { GameView, IndexView, MemberView, MethodView, StructureView } from './view.js';

/** One side of a reform. */
export interface ReformSide {
  readonly game: GameView;
  readonly indices: readonly IndexView[];
  readonly structure: StructureView;
  readonly methods: readonly MethodView[];
}

/** What a member can block after that it could not before, and the other way round. */
export interface Blocking {
  /** The fewest members with whom it can block, itself included; absent: it cannot be part of what blocks. */
  readonly before?: number;
  readonly after?: number;
  /** Coalitions in which it cannot be spared that block after and did not before, and the other way round. Absent: not counted. */
  readonly gained?: bigint;
  readonly lost?: bigint;
}

/** Everything that `casus reform` shows. Members of both sides are matched by name. */
export interface ReformView extends Shown {
  readonly before: ReformSide;
  readonly after: ReformSide;
  /** Everybody, by name, with the index on each side. */
  readonly members: readonly (MemberView & { readonly before?: number; readonly after?: number })[];
  /** What each can block; absent: not worked out, and the notes say why. */
  readonly blocking?: readonly Blocking[];
  /** Minimal coalitions that block after and did not before, small ones first, and the other way round; members by their place in `members`. */
  readonly newBlocks: readonly (readonly number[])[];
  readonly lostBlocks: readonly (readonly number[])[];
  readonly notes: readonly string[];
}

/** The page. */
export function reformPage(view: ReformView, bars: number): Page {
  const { before, after } = view;
  const indices = before.indices.filter(({ id, of }) => of === 'member' && after.indices.some((other) => other.id === id));
  return {
    title: before.game.title === after.game.title ? `${before.game.title}: before and after` : `${before.game.title} → ${after.game.title}`,
    sections: [
      { title: 'Before', blocks: [sentences(before.game.about)] },
      { title: 'After', blocks: [sentences(after.game.about)] },
      { title: 'What changes', blocks: [sentences([...view.notes, ...joinLeave(view), ...bodyWords(view)])] },
      ...indices.map((index) => indexSection(view, index, after.indices.find(({ id }) => id === index.id)!, bars)),
      ...(view.blocking === undefined ? [] : [blockingSection(view, view.blocking)]),
    ],
  };
}

const sentences = (texts: readonly string[]): Block => ({ kind: 'list', items: texts.map((text) => ({ text: sentence(text) })) });

function joinLeave({ members }: ReformView): readonly string[] {
  const at = (which: (member: ReformView['members'][number]) => boolean): readonly number[] => members.flatMap((member, i) => (which(member) ? [i] : []));
  const joining = at(({ before }) => before === undefined);
  const leaving = at(({ after }) => after === undefined);
  return [...(joining.length === 0 ? [] : [`Only after: ${memberWords(members, joining)}`]), ...(leaving.length === 0 ? [] : [`Only before: ${memberWords(members, leaving)}`])];
}

/** What becomes of the body itself. */
function bodyWords({ before, after, members, digits }: ReformView): readonly string[] {
  const words: string[] = [];
  for (const index of before.indices.filter(({ of }) => of === 'body')) {
    const later = after.indices.find(({ id }) => id === index.id);
    if (later === undefined) continue;
    const [old, now] = [index.values[0]!, later.values[0]!];
    words.push(compareRational(old, now) === 0 ? `${capital(index.name)} stays ${figure(old, { digits, fractions: false })}` : `${capital(index.name)}: ${figure(old, { digits, fractions: false })} before, ${figure(now, { digits, fractions: false })} after`);
  }
  const alone = (side: 'before' | 'after'): ReadonlySet<number> => {
    const { vetoers = [] } = side === 'before' ? before.structure : after.structure;
    return new Set(members.flatMap((member, i) => (member[side] !== undefined && vetoers.includes(member[side]) ? [i] : [])));
  };
  const [had, have] = [alone('before'), alone('after')];
  const gained = [...have].filter((i) => !had.has(i));
  const lost = [...had].filter((i) => !have.has(i));
  if (gained.length > 0) words.push(`${capital(memberWords(members, gained))} can now block alone`);
  if (lost.length > 0) words.push(`${capital(memberWords(members, lost))} can no longer block alone`);
  return words;
}

function indexSection(view: ReformView, before: IndexView, after: IndexView, bars: number): Section {
  const of = (index: IndexView, at: number | undefined): Rational => (at === undefined ? ZERO : index.values[at]!);
  const rows = new Map<string, { readonly members: number[]; readonly old: Rational; readonly now: Rational; readonly change: Rational }>();
  for (const [i, member] of view.members.entries()) {
    const [old, now] = [of(before, member.before), of(after, member.after)];
    // Of equal figures one row, seats and named members apart.
    const key = `${old.num}/${old.den} ${now.num}/${now.den} ${member.before === undefined} ${member.after === undefined}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { members: [i], old, now, change: subRational(now, old) });
    else row.members.push(i);
  }
  const sorted = [...rows.values()].sort((a, b) => compareRational(b.change, a.change));
  const greatest = greatestOf(sorted.map(({ change }) => size(change)));
  const winners = sorted.filter(({ change }) => change.num > 0n).reduce((sum, { members }) => sum + members.length, 0);
  const losers = sorted.filter(({ change }) => change.num < 0n).reduce((sum, { members }) => sum + members.length, 0);
  const moved = before.share ? `; ${figure(sorted.reduce((sum, { change, members }) => (change.num > 0n ? addRational(sum, times(change, members.length)) : sum), ZERO), { digits: view.digits, fractions: false })} of all power changes hands` : '';
  return {
    title: `${before.name}: ${counted(winners, 'winner')}, ${counted(losers, 'loser')}${moved}`,
    blocks: [{
      kind: 'table', head: ['member', 'before', 'after', 'change', ...(bars > 0 ? [''] : [])], right: [1, 2, 3],
      rows: sorted.map(({ members, old, now, change }) => [
        memberList(view.members, members), figure(old, view), figure(now, view), `${change.num > 0n ? '+' : ''}${figure(change, view).replace(/^-/, '−')}`,
        ...(bars > 0 ? [`${change.num < 0n ? '−' : ''}${bar(size(change), greatest, bars)}`] : []),
      ]),
    }],
  };
}

const size = (value: Rational): Rational => (value.num < 0n ? { num: -value.num, den: value.den } : value);
const times = ({ num, den }: Rational, by: number): Rational => ({ num: num * BigInt(by), den });

function blockingSection({ members, newBlocks, lostBlocks }: ReformView, blocking: readonly Blocking[]): Section {
  const rows = new Map<string, number[]>();
  for (const [i, { before, after, gained, lost }] of blocking.entries()) {
    if (before === after && (gained ?? 0n) === 0n && (lost ?? 0n) === 0n) continue;
    const key = JSON.stringify([withWords(before), withWords(after), gained === undefined ? '?' : grouped(gained), lost === undefined ? '?' : grouped(lost)]);
    rows.set(key, [...(rows.get(key) ?? []), i]);
  }
  if (rows.size === 0) {
    const known = blocking.every(({ gained, lost }) => gained !== undefined && lost !== undefined);
    return { title: 'Who can block', blocks: [{ kind: 'text', text: known ? 'The same coalitions block before and after.' : 'Nobody blocks with fewer others, or with more; which coalitions do could not be counted.' }] };
  }
  const lists = (head: string, coalitions: readonly (readonly number[])[]): readonly Item[] => (coalitions.length === 0 ? [] : [{ text: head, inside: coalitions.map((coalition) => ({ text: memberList(members, coalition) })) }]);
  return {
    title: 'Who can block',
    blocks: [
      { kind: 'table', head: ['member', 'blocks before', 'and after', 'gained', 'lost'], right: [3, 4], rows: [...rows].map(([key, who]) => [memberList(members, who), ...(JSON.parse(key) as string[])]) },
      { kind: 'text', text: 'Gained: coalitions that the member’s vote is needed for and that block after but not before; lost: the other way round.' },
      { kind: 'list', items: [...lists('The smallest that can now block and could not:', newBlocks), ...lists('The smallest that could block and no longer can:', lostBlocks)] },
    ],
  };
}

const withWords = (size: number | undefined): string => (size === undefined ? 'never' : size === 1 ? 'alone' : `with ${counted(size - 1, 'other')}`);
