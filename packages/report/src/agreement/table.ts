/** What is on the table, whose demands count, what has to be told first, and the answer in one sentence. */
import type { Agreement, LeftOut, PointKind, Warning } from '@casus/agreement';
import { quoted } from '@casus/analysis';
import type { Case, Id, PositionLine } from '@casus/model';
import { labelOf } from '../names.js';
import type { Item, Section } from '../page.js';
import { capital, counted, grouped, listed } from '../words.js';
import { holdersWords, lineWords, recordWords } from './lines.js';
import { cutItems, linesOf, type AgreementView } from './view.js';

const KINDS: Readonly<Record<PointKind, readonly [string, string]>> = {
  instrument: ['whether an instrument is part of the deal', 'whether each of {n} instruments is part of the deal'],
  issue: ['an issue', '{n} issues'],
  reading: ['how a passage is to be read', 'how {n} passages are to be read'],
  number: ['a number to be agreed', '{n} numbers to be agreed'],
  step: ['whether a step is taken', 'whether each of {n} steps is taken'],
  words: ['a thing that is only in words', '{n} things that are only in words'],
};

/** Instruments that the page names; more are counted. */
const MOST_NAMED = 12;

/** What is on the table, and whose demands of what date count. */
export function tableSection({ case: case_, agreement, form }: AgreementView): Section {
  const { table, points, lines, demands, asOf, left } = agreement;
  const names = (ids: readonly Id[]): string => listed(ids.map((id) => quoted(labelOf(case_, id))), 'and', form === 'report' ? Infinity : MOST_NAMED);
  const items: Item[] = [{ text: `${capital(counted(points.length, 'point'))} to be settled${points.length === 0 ? '' : `: ${pointsWords(agreement)}`}.` }];
  if (table.instruments.length > 0) items.push({ text: `${capital(counted(table.instruments.length, 'instrument'))}, ${table.instruments.length === 1 ? '' : 'each '}part of the deal or not: ${names(table.instruments)}.` });
  if (table.standing.length > 0) items.push({ text: `Standing whatever is agreed: ${names(table.standing)}.` });
  if (table.negotiation === undefined) items.push({ text: 'The case declares no negotiation: on the table is what the positions name.' });
  if (table.rules.length > 0) items.push({ text: `${capital(counted(table.rules.length, 'rule'))} of the negotiation that every text keeps.` });
  const holders = [...new Set(lines.map(({ actor }) => actor))];
  const one = demands.length === 1;
  const when = asOf === undefined ? `whenever ${one ? 'it was' : 'they were'} said` : `as ${one ? 'it' : 'they'} stood on ${asOf}`;
  const count = demands.length === 0 ? `No demand counts${asOf === undefined ? '' : ` on ${asOf}`}` : `${capital(counted(demands.length, 'demand'))} ${one ? 'counts' : 'count'}, ${when}`;
  items.push({ text: `${count}${holders.length === 0 ? '' : `, among ${counted(lines.length, 'line')} of ${holdersWords(case_, holders)}`}.` });
  if (left.length > 0) items.push({ text: `${capital(counted(left.length, 'line'))} ${left.length === 1 ? 'does' : 'do'} not count: ${leftWords(left)}.` });
  return { title: table.negotiation === undefined ? 'On the table' : `On the table: ${table.label}`, blocks: [{ kind: 'list', items }] };
}

function pointsWords({ points }: Agreement): string {
  const kinds = Object.keys(KINDS) as PointKind[];
  return listed(kinds.flatMap((kind) => {
    const n = points.filter((point) => point.kind === kind).length;
    return n === 0 ? [] : [n === 1 ? KINDS[kind][0] : KINDS[kind][1].replace('{n}', grouped(n))];
  }));
}

const LEFT: Readonly<Record<LeftOut['why'], string>> = {
  later: 'said later', over: 'no longer held', 'not-among': 'of others', status: 'not known in the way asked for', grade: 'without a source of the grade asked for',
  without: 'taken away', replaced: 'replaced by a later line of the same holder', qualified: 'refused without more, where the same holder says on what condition it would agree',
};

function leftWords(left: readonly LeftOut[]): string {
  const reasons = Object.keys(LEFT) as LeftOut['why'][];
  return listed(reasons.flatMap((why) => {
    const of = left.filter((one) => one.why === why);
    return of.length === 0 ? [] : [`${of.length === left.length ? '' : `${grouped(of.length)} `}${LEFT[why]} (${listed(of.map(({ line }) => line.id), 'and', 6)})`];
  }));
}

/** What has to be told before any result: each as a sentence of its own. */
export function warningsSection(view: AgreementView): Section {
  const { case: case_, agreement } = view;
  const lines = linesOf(agreement);
  const { warnings } = agreement;
  const missing = missingByLine(warnings);
  const impossible = new Set(warnings.flatMap((warning) => (warning.kind === 'impossible' ? [warning.line] : [])));
  // A demand that nothing meets, since its instrument is not on the table, is told once.
  const items = warnings.filter((warning) => warning.kind !== 'not-on-the-table' || !impossible.has(warning.line)).map((warning) => warningItem(case_, warning, lines, missing));
  return { title: 'Before all else', blocks: items.length === 0 ? [] : [{ kind: 'list', items: cutItems(items, view) }] };
}

/** The instruments that are not on the table, by the line that speaks of them. */
function missingByLine(warnings: readonly Warning[]): ReadonlyMap<Id, readonly Id[]> {
  const missing = new Map<Id, readonly Id[]>();
  for (const warning of warnings) if (warning.kind === 'not-on-the-table') missing.set(warning.line, [...new Set([...(missing.get(warning.line) ?? []), warning.instrument])]);
  return missing;
}

function warningItem(case_: Case, warning: Warning, lines: ReadonlyMap<Id, PositionLine>, missing: ReadonlyMap<Id, readonly Id[]>): Item {
  const record = (ids: readonly Id[]): readonly Item[] => ids.map((id) => ({ text: recordWords(case_, lines.get(id)!) }));
  const falls = warning.kind === 'impossible' ? [{ text: `what follows if it falls: --without ${warning.line}` }] : [];
  const absent = warning.kind === 'impossible' ? (missing.get(warning.line) ?? []) : [];
  const since = absent.length === 0 ? '' : `${listed(absent.map((id) => quoted(labelOf(case_, id))))} ${absent.length === 1 ? 'is' : 'are'} not on the table`;
  return { text: warningWords(case_, since === '' || warning.kind !== 'impossible' ? warning : { ...warning, why: since }, lines), inside: [...('lines' in warning ? record(warning.lines) : 'line' in warning ? record([warning.line]) : []), ...falls] };
}

/** A warning as a sentence. */
export function warningWords(case_: Case, warning: Warning, lines: ReadonlyMap<Id, PositionLine>): string {
  const said = (id: Id): string => lineWords(case_, lines.get(id)!);
  switch (warning.kind) {
    case 'no-demands':
      return 'There are no demands: nobody whose position counts asks anything of a text.';
    case 'no-text':
      return 'Nothing that could be written keeps the rules of the negotiation: they contradict each other.';
    case 'impossible':
      return `No text on the table meets this demand, whatever the others want: ${said(warning.line)}${warning.why === undefined ? '' : ` (${warning.why})`}.`;
    case 'contradiction':
      return `No text on the table meets all demands of ${labelOf(case_, warning.actor)} together: ${listed(warning.lines.map((id) => said(id)))}.`;
    case 'wants-both':
      return `${labelOf(case_, warning.actor)} says two things about the same: ${listed(warning.lines.map((id) => said(id)))}.`;
    case 'uncertain-points':
      return `Whether a text gives so many points depends on figures in more ways than are looked at; between the numbers named the answer may be wrong: ${said(warning.line)}.`;
    case 'rules-too-large':
      return `${warning.count === 1 ? 'A rule of the negotiation speaks of a promise that is too large to be judged, and is' : `${warning.count} rules of the negotiation speak of promises that are too large to be judged, and are`} not kept; what is told to be possible may break ${warning.count === 1 ? 'it' : 'them'}.`;
    case 'too-large':
      return `This demand could not be judged, and does not count, since the promise is too large: ${said(warning.line)}.`;
    case 'not-on-the-table':
      return `${quoted(labelOf(case_, warning.instrument))} is not on the table, so that no text contains it, but a line speaks of it: ${said(warning.line)}.`;
  }
}

/** Whether the rules of the negotiation contradict each other, so that there is no text at all. */
export const keepsNoRules = ({ warnings }: Pick<Agreement, 'warnings'>): boolean => warnings.some(({ kind }) => kind === 'no-text');

/** The answer in one sentence. */
export function answerSection({ agreement }: AgreementView): Section {
  return { title: 'Can they agree?', blocks: [{ kind: 'text', text: answerWords(agreement) }] };
}

/** “None of the 266,076,160 possible texts satisfies everybody.” */
export function answerWords({ texts: { all, acceptable }, possible, warnings, demands }: Agreement): string {
  if (keepsNoRules({ warnings })) return 'No text keeps the rules of the negotiation, so that none is possible at all.';
  if (all === 1n) return oneWords(possible, demands.length === 0);
  const possibleTexts = all === undefined ? 'possible texts (too many and too different to be counted)' : `${grouped(all)} possible texts`;
  if (possible === undefined) return `Whether one of the ${possibleTexts} satisfies everybody is not known: the search was stopped.`;
  if (!possible) return `None of the ${possibleTexts} satisfies everybody.`;
  if (demands.length === 0) return `All of the ${possibleTexts} satisfy everybody, since nobody demands anything.`;
  if (acceptable === undefined) return `Some of the ${possibleTexts} satisfy everybody.`;
  if (acceptable === all) return `All of the ${possibleTexts} satisfy everybody.`;
  return `${grouped(acceptable)} of the ${possibleTexts} ${acceptable === 1n ? 'satisfies' : 'satisfy'} everybody.`;
}

/** The same where only one text is possible. */
function oneWords(possible: boolean | undefined, nobodyAsks: boolean): string {
  if (possible === undefined) return 'Whether the one possible text satisfies everybody is not known: the search was stopped.';
  if (!possible) return 'The one possible text does not satisfy everybody.';
  return `The one possible text satisfies everybody${nobodyAsks ? ', since nobody demands anything' : ''}.`;
}
