/** What the pages of an agreement are made from. */
import type { Agreement, Conflict, LeftOut, NoUndominated, Robustness, Undominated } from '@casus/agreement';
import type { Case, Id, PositionLine } from '@casus/model';
import type { Block, Item } from '../page.js';
import { plain, type Json } from '../plain.js';
import { counted, grouped } from '../words.js';
import { askWords } from './lines.js';
import type { Unread } from './unread.js';

/** How concessions are ranked: by the number of demands given up, by their declared weight, by how many actors move. */
export type Rank = 'number' | 'weight' | 'actors';

/** For a terminal, or for pasting into a report: there conflicts and concessions are tables. */
export type Form = 'terminal' | 'report';

/** An agreement to be shown. */
export interface AgreementView {
  readonly case: Case;
  readonly agreement: Agreement;
  readonly rank: Rank;
  readonly form: Form;
  /** The undominated texts, where preferences are declared; and how far the results depend on single sources, inferences and readings, where that was asked. */
  readonly undominated?: Undominated | NoUndominated;
  readonly robustness?: Robustness;
  /** Sentences of the case that could not be read; absent: all were. */
  readonly unread?: Unread;
  /** Longer lists are cut after so many entries, with a line that says so. */
  readonly most: number;
  /** Why the listing ended before its end, as the user asked for it: “stopped after 30 s”. */
  readonly ended?: string;
  /** What a user adds to the command to see all. */
  readonly seeAll: string;
}

/** The lines by name. */
export function linesOf({ lines, left }: { readonly lines: readonly PositionLine[]; readonly left?: readonly LeftOut[] }): ReadonlyMap<Id, PositionLine> {
  return new Map([...(left ?? []).map(({ line }) => line), ...lines].map((line) => [line.id, line]));
}

/** The entries up to `most`, and a line that says how many more there are and how to see them. */
export function cutItems(items: readonly Item[], { most, seeAll }: Pick<AgreementView, 'most' | 'seeAll'>): readonly Item[] {
  // A list that is only a little longer is not worth the line that says so.
  if (items.length <= most + 1) return items;
  return [...items.slice(0, most), { text: `… and ${grouped(items.length - most)} more; ${seeAll} shows all` }];
}

/** The rows of a table up to `most`; the line that says how many more is a block of its own. */
export function cutTable(head: readonly string[], rows: readonly (readonly string[])[], { most, seeAll }: Pick<AgreementView, 'most' | 'seeAll'>): readonly Block[] {
  if (rows.length === 0) return [];
  if (rows.length <= most + 1) return [{ kind: 'table', head, rows }];
  return [{ kind: 'table', head, rows: rows.slice(0, most) }, { kind: 'text', text: `And ${grouped(rows.length - most)} more; ${seeAll} shows all.` }];
}

/** `13 conflicts`; where the listing did not end: `at least 1,211 conflicts (stopped after 30 s)`. */
export function countedSoFar(listing: { readonly found: { readonly length: number }; readonly complete: boolean; readonly detail?: string }, one: string, many: string, ended: string | undefined): string {
  const count = counted(listing.found.length, one, many);
  return listing.complete ? count : `at least ${count} (${ended ?? listing.detail ?? 'not all were looked for'})`;
}

/** Conflicts that differ only in who makes the same demand, told as one: the demands, each with the lines of all who make it. */
export interface Bundle {
  readonly demands: readonly (readonly PositionLine[])[];
  readonly conflicts: readonly Conflict[];
}

/** Puts such conflicts together, where each choice of one holder for each demand is a conflict. */
export function bundled(conflicts: readonly Conflict[], lines: ReadonlyMap<Id, PositionLine>): readonly Bundle[] {
  const groups = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const keys = conflict.lines.map((id) => askKey(lines.get(id)!));
    // Two holders of one demand within a conflict cannot be told as one.
    const key = new Set(keys).size === keys.length ? [...keys].sort().join('\n') : JSON.stringify(conflict.lines);
    groups.set(key, [...(groups.get(key) ?? []), conflict]);
  }
  return [...groups.values()].flatMap((same): Bundle[] => {
    const each = same.map((conflict) => [conflict]);
    const whole = bundleOf(same, lines);
    return whole === undefined ? each.map((one) => bundleOf(one, lines)!) : [whole];
  });
}

function bundleOf(conflicts: readonly Conflict[], lines: ReadonlyMap<Id, PositionLine>): Bundle | undefined {
  const first = conflicts[0]!;
  if (conflicts.length === 1) return { demands: first.lines.map((id) => [lines.get(id)!]), conflicts };
  const keys = first.lines.map((id) => askKey(lines.get(id)!));
  const ids = new Set(conflicts.flatMap((conflict) => conflict.lines));
  const standing = [...lines.values()].filter(({ id }) => ids.has(id));
  const demands = keys.map((key) => standing.filter((line) => askKey(line) === key));
  const all = demands.reduce((product, holders) => product * holders.length, 1);
  return all === conflicts.length ? { demands, conflicts } : undefined;
}

/** A text that two lines share only if they ask the same. */
export function askKey({ verb, subject, condition }: PositionLine): string {
  const strip = (json: Json): Json => {
    if (Array.isArray(json)) return (json as readonly Json[]).map(strip);
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'place').map(([key, value]) => [key, strip(value as Json)]));
  };
  return JSON.stringify([verb, strip(plain(subject)), condition === undefined ? null : strip(plain(condition))]);
}

/** Holders who ask the same: “France, Germany and United Kingdom each demand that …”. */
export function askedBy(case_: Case, lines: readonly PositionLine[], holders: (ids: readonly Id[]) => string): string {
  const who = holders([...new Set(lines.map(({ actor }) => actor))]);
  return `${who} ${askWords(case_, lines[0]!, lines.length > 1)}`;
}
