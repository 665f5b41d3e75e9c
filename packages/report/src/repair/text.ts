/** How a promise can be repaired, for a terminal. */
import type { PositionChanges } from '@casus/agreement';
import { STRENGTHS, type Candidate, type Effect, type Repair, type RepairKind, type RepairSet } from '@casus/analysis';
import type { Case, PositionLine, Rational, Strength } from '@casus/model';
import { lineWords } from '../agreement/lines.js';
import { fullName, labelOf } from '../names.js';
import type { Style } from '../palette.js';
import { strengthPaint } from '../verdicts.js';
import { expanded, paragraph } from '../width.js';
import { capital, counted, listed, sentence } from '../words.js';
import { hunksOf } from './hunks.js';

/** What each kind of amendment is called, one and many. */
const KIND_WORDS: Readonly<Record<RepairKind, readonly [string, string]>> = {
  recusal: ['vote taken from the attacker', 'votes taken from the attacker'],
  threshold: ['lower threshold', 'lower thresholds'],
  automatic: ['condition removed', 'conditions removed'],
  reversed: ['reversed default', 'reversed defaults'],
  fallback: ['fallback', 'fallbacks'],
  exception: ['exception to a ban', 'exceptions to a ban'],
  trigger: ['wider trigger', 'wider triggers'],
  deadline: ['deadline', 'deadlines'],
  means: ['means named as owed', 'means named as owed'],
  binding: ['pledge made binding', 'pledges made binding'],
  ending: ['ending or suspension narrowed', 'endings or suspensions narrowed'],
  option: ['other option of a bracket', 'other options of brackets'],
  declared: ['amendment declared by the author', 'amendments declared by the author'],
};

/** The result for a terminal, without a line break at its end. The sets are numbered as `--write` takes them. `positions`: what each set means for the positions of the case. */
export function repairText(case_: Case, repair: Repair, positions: ReadonlyMap<RepairSet, PositionChanges>, style: Style): string {
  const { palette, width } = style;
  const { request } = repair;
  const head = [
    palette.bold(paragraph(capital(fullName(case_, request.promise)), width)),
    paragraph(`under ${fullName(case_, request.arrangement)}${(request.options ?? []).length > 0 ? `, with ${listed(request.options!)}` : ''}`, width, '  '),
    paragraph(`when ${fullName(case_, request.scenario)}${request.attacker === undefined ? '' : `, with ${labelOf(case_, request.attacker)} as the attacker`}`, width, '  '),
  ];
  if (repair.tooLarge === true) return [...head, '', paragraph('This is too large to be judged: the votes that it turns on together take more room than there is. Settle brackets with --with, or ask about a smaller text.', width)].join('\n');
  head.push(paragraph(`as it stands: ${strengthsText(repair.before, style)}; wanted: ${request.to}${request.to === 'collective' ? ' or automatic' : ''}${request.lasting === true ? ', and lasting: the attacker cannot end or suspend it' : ''}`, width, '  '));
  if (repair.holds) return [...head, '', 'Nothing has to be amended.'].join('\n');
  let number = 0;
  const sets = (title: string, these: readonly RepairSet[]): string[] =>
    these.length === 0 ? [] : [palette.bold(paragraph(title, width)), ...these.map((set) => setText(case_, set, ++number, positions.get(set), style))];
  const { cheapest, ifReadAs, others } = repair;
  const parts = [
    ...(cheapest === undefined ? [paragraph(unreachable(repair), width)] : sets(cheapestTitle(cheapest), cheapest.sets)),
    ...(ifReadAs === undefined ? [] : sets(`Enough if the text is read in a certain way, and cheaper (cost ${rationalText(ifReadAs.cost)}):`, ifReadAs.sets)),
    ...(others === undefined ? [] : others.sets.length === 0 && !others.more ? [`There is no further set of at most ${counted(request.max!, 'amendment')} none of which can be left out.`] : sets(`Further sets of at most ${counted(request.max!, 'amendment')}, none of which can be left out${others.more ? ' (the first)' : ''}:`, others.sets)),
    consideredText(repair.considered, style),
  ];
  return [head.join('\n'), ...parts].join('\n\n');
}

function unreachable({ request, before, best }: Repair): string {
  const now = before.at(-1);
  return `No set of these amendments makes it ${request.to}${request.lasting === true ? ' and lasting' : ''}. ${best === now || best === undefined ? `The best that can be reached is what it is: ${best ?? now ?? 'forbidden'}` : `The best that can be reached is ${best}`}.`;
}

function cheapestTitle({ count, cost, sets }: NonNullable<Repair['cheapest']>): string {
  const size = sets[0]!.amendments.length;
  const shown = BigInt(sets.length) < count ? `; the first ${sets.length} are shown` : '';
  if (sets.every(({ amendments }) => amendments.length === 1)) return count === 1n ? `One amendment would do (cost ${rationalText(cost)}):` : `Each of these ${count} amendments would do by itself (cost ${rationalText(cost)}${shown}):`;
  const alike = sets.every(({ amendments }) => amendments.length === size);
  const what = alike ? `${counted(size, 'amendment')} together` : 'amendments together';
  return count === 1n ? `It takes ${what} (cost ${rationalText(cost)}):` : `It takes ${what}; there are ${count} such sets (cost ${rationalText(cost)}${shown}):`;
}

function setText(case_: Case, set: RepairSet, number: number, positions: PositionChanges | undefined, style: Style): string {
  const { palette, width } = style;
  const lines = set.amendments.map((amendment, i) => paragraph(`${capital(amendment.label)}${amendment.where === undefined ? '' : ` (${amendment.where})`}`, width, i === 0 ? `${String(number).padStart(3)}. ` : '   + ', '     '));
  const read = set.readAs.map((all) => listed(all.map(({ option, taken }) => (taken ? option : `not ${option}`))));
  if (read.length > 0) lines.push(paragraph(`if read as ${listed(read, 'or')}`, width, '     '));
  for (const { file, line, before, after } of hunksOf(case_, set.edits)) {
    lines.push(palette.dim(`     ${file}:${line}`));
    const indent = Math.min(...[...before, ...after].filter((text) => text !== '').map((text) => /^\s*/u.exec(text)![0].length));
    for (const text of before) lines.push(palette.error(`     - ${expanded(text.slice(indent))}`));
    for (const text of after) lines.push(palette.good(`     + ${expanded(text.slice(indent))}`));
  }
  for (const { unwritten } of set.amendments) if (unwritten !== undefined) lines.push(paragraph(unwritten, width, '     '));
  lines.push(paragraph(`then it is ${strengthsText(set.after, style)}`, width, '     '));
  for (const { title, items } of effectGroups(set.effects)) lines.push(paragraph(`${title}: ${items.join('; ')}`, width, '     ', '       '));
  const told = (title: string, those: readonly PositionLine[]): void => {
    if (those.length > 0) lines.push(paragraph(`${title}: ${those.map((line) => `${lineWords(case_, line)} (${line.id})`).join('; ')}`, width, '     ', '       '));
  };
  told('meets a demand that the text as it stands does not', positions?.helped ?? []);
  told('meets with a refusal', positions?.refused ?? []);
  return lines.join('\n');
}

/** Effects that are the same told together. */
function effectGroups(effects: readonly Effect[]): readonly { readonly title: string; readonly items: readonly string[] }[] {
  const groups = new Map<string, Map<string, string[]>>();
  for (const { promise, scenario, before, after, change } of effects) {
    const title = `${change} (${before.join(' or ')} → ${after.join(' or ')})`;
    const group = groups.get(title) ?? new Map<string, string[]>();
    groups.set(title, group.set(scenario, [...(group.get(scenario) ?? []), promise]));
  }
  return [...groups].map(([title, byScenario]) => ({ title, items: [...byScenario].map(([scenario, promises]) => `${listed(promises)} when ${scenario}`) }));
}

/** Which amendments were looked at, by kind. */
function consideredText(considered: readonly Candidate[], { palette, width }: Style): string {
  const kinds = [...new Set(considered.map(({ kind }) => kind))];
  const words = kinds.map((kind) => {
    const count = considered.filter((candidate) => candidate.kind === kind).length;
    return counted(count, ...KIND_WORDS[kind]);
  });
  return palette.dim(paragraph(sentence(words.length === 0 ? 'No amendment was found that bears on it' : `Considered: ${listed(words)}`), width));
}

const strengthsText = (strengths: readonly Strength[], { palette }: Style): string =>
  STRENGTHS.filter((strength) => strengths.includes(strength)).map((strength) => strengthPaint(palette, strength)(strength)).join(' or ') + (strengths.length > 1 ? ', as the text is settled and read' : '');

/** A cost: `1`, `3/2`. */
const rationalText = ({ num, den }: Rational): string => (den === 1n ? `${num}` : `${num}/${den}`);
