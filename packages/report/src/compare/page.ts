/** A comparison as a page: what is compared, promises, times, burdens, ways out, the text, and what the change does for whom. */
import { longestOf, type Comparison, type PromiseRow } from '@casus/analysis';
import type { Case } from '@casus/model';
import { fullName } from '../names.js';
import type { Block, Page, Section } from '../page.js';
import { cellLines, promiseKind } from '../strength.js';
import { listed, timeWords } from '../words.js';
import { balanceSection } from './balance.js';
import { burdensSection, waysOutSection } from './burdens.js';
import { casesWords } from './cases.js';
import { textSection } from './text.js';

/** How the sides are called, as the user named them. */
export type SideNames = readonly string[];

/** The page of a comparison. */
export function comparisonPage(comparison: Comparison, names: SideNames): Page {
  const { sides, changes } = comparison;
  return {
    title: names.length === 2 ? `${names[0]!} compared with ${names[1]!}` : `${listed(names)} side by side`,
    sections: [
      { title: 'What is compared', blocks: [{ kind: 'list', items: sides.map(({ case: case_, subject, fixed }, i) => ({ text: `${names[i]!}: ${fullName(case_, subject)}${fixed.length > 0 ? `, with ${listed(fixed)}` : ''}` })) }] },
      promisesSection(comparison, names),
      timesSection(comparison, names),
      burdensSection(comparison, names),
      waysOutSection(comparison, names),
      ...changes.map((change) => textSection(comparison, change, names)),
      ...changes.map((change) => balanceSection(comparison, change, names)),
    ],
  };
}

/** Rows that read the same on every side, told in one line: promises, the cases in which it is so, and what is said on each side. */
interface Grouped {
  readonly promises: readonly string[];
  readonly when: string;
  readonly cells: readonly string[];
}

/** Puts together rows that say the same: first the cases of a promise, then the promises of the same cases. */
function grouped(rows: readonly PromiseRow[], cases: readonly Case[], words: (row: PromiseRow) => readonly string[]): readonly Grouped[] {
  const byPromise = new Map<string, { promise: string; rows: PromiseRow[]; cells: readonly string[] }>();
  for (const row of rows) {
    const cells = words(row);
    const key = JSON.stringify([row.promise, cells]);
    const known = byPromise.get(key) ?? { promise: row.promise, rows: [], cells };
    byPromise.set(key, known);
    known.rows.push(row);
  }
  const together = new Map<string, { promises: string[]; when: string; cells: readonly string[] }>();
  for (const { promise, rows: of, cells } of byPromise.values()) {
    const when = casesWords(cases, of);
    const key = JSON.stringify([of.map(({ scenario, attacker }) => [scenario, attacker]), cells]);
    const known = together.get(key) ?? { promises: [], when, cells };
    together.set(key, known);
    known.promises.push(promise);
  }
  return [...together.values()];
}

/** “Help, Force when RussiaAttacks or RussiaWithChina”. */
const rowName = ({ promises, when }: Grouped): string => `${promises.join(', ')} when ${when}`;

function promisesSection({ sides, rows }: Comparison, names: SideNames): Section {
  const cases = sides.map((side) => side.case);
  if (rows.length === 0) return { title: 'Promises', blocks: [{ kind: 'text', text: 'There is no promise and scenario to judge the texts by.' }] };
  const groups = grouped(rows, cases, ({ verdicts }) => verdicts.map((verdict, i) => (verdict === undefined ? 'not in this case' : cellLines(cases[i]!, verdict).map(({ words }) => words).join('\n'))));
  const differ = groups.filter(({ cells }) => new Set(cells).size > 1);
  const same = groups.filter(({ cells }) => new Set(cells).size === 1);
  const blocks: Block[] = [];
  if (differ.length > 0) blocks.push({ kind: 'table', head: ['', ...names], rows: differ.map((group) => [rowName(group), ...group.cells]) });
  if (same.length > 0) blocks.push({ kind: 'text', text: differ.length === 0 ? 'Every verdict is the same on every side:' : 'The same on every side:' }, { kind: 'list', items: same.map((group) => ({ text: `${rowName(group)}: ${group.cells[0]!.replaceAll('\n', '; ')}` })) });
  return { title: 'Promises: strength, and who can stop them', blocks };
}

/** The longest times, where they differ. */
function timesSection({ sides, rows }: Comparison, names: SideNames): Section {
  const cases = sides.map((side) => side.case);
  const words = ({ verdicts }: PromiseRow): readonly string[] => verdicts.map((verdict) => {
    const longest = verdict === undefined ? undefined : longestOf(verdict);
    if (longest === undefined) return verdict === undefined ? 'not in this case' : verdict.cells.length > 1 ? 'not owed in every text' : 'not owed';
    return longest.kind === 'indeterminate' ? 'no number of days' : longest.kind === 'none' ? 'no limit of time' : timeWords(longest).replace(/^no time: it is due /, '');
  });
  const timed = rows.filter(({ promise }) => cases.some((case_) => case_.promises.has(promise) && promiseKind(case_.promises.get(promise)!.expr) !== 'freedom'));
  const differ = grouped(timed, cases, words).filter(({ cells }) => new Set(cells).size > 1);
  return { title: 'The longest time until it is owed', blocks: differ.length === 0 ? [] : [{ kind: 'table', head: ['', ...names], rows: differ.map((group) => [rowName(group), ...group.cells]) }] };
}
