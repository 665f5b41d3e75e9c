/** What would open a deal: every smallest set of demands that has to be given up, and the texts that it leads to. */
import type { Concession } from '@casus/agreement';
import { compareRational, type Case, type Id, type PositionLine } from '@casus/model';
import type { Block, Item, Section } from '../page.js';
import { counted, grouped, listed, numberWords, sentence } from '../words.js';
import { groundItems } from './ground.js';
import { holdersWords, yieldWords } from './lines.js';
import { askKey, countedSoFar, cutItems, cutTable, linesOf, type AgreementView, type Rank } from './view.js';

/** Whether every demand weighs the same, so that weights say nothing. */
export const unweighed = (lines: Iterable<PositionLine>): boolean => [...lines].every(({ weight }) => weight === undefined || (weight.num === 1n && weight.den === 1n));

/** “France, Germany and United Kingdom no longer demand that …, and Ukraine accepts that …”. */
export function concessionWords(case_: Case, ids: readonly Id[], lines: ReadonlyMap<Id, PositionLine>): string {
  // Those who give up the same are told together, with all that they give up.
  const byActor = new Map<Id, PositionLine[]>();
  for (const id of ids) byActor.set(lines.get(id)!.actor, [...(byActor.get(lines.get(id)!.actor) ?? []), lines.get(id)!]);
  const same = new Map<string, { holders: Id[]; of: readonly PositionLine[] }>();
  for (const [actor, of] of byActor) {
    const key = of.map(askKey).sort().join('\n');
    const known = same.get(key) ?? { holders: [], of };
    same.set(key, known);
    known.holders.push(actor);
  }
  const parts = [...same.values()].map(({ holders, of }) => `${holdersWords(case_, holders)} ${yieldWords(case_, of, holders.length > 1)}`);
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1)!}`;
}

/** The concessions in the order asked for; the engine has them by number, then weight, then actors. */
export function ranked(concessions: readonly Concession[], rank: Rank): readonly Concession[] {
  if (rank === 'number') return concessions;
  const byActors = (a: Concession, b: Concession): number => a.actors.length - b.actors.length;
  const byWeight = (a: Concession, b: Concession): number => compareRational(a.weight, b.weight);
  return [...concessions].sort((a, b) => (rank === 'weight' ? byWeight(a, b) : byActors(a, b)));
}

const RANKS: Readonly<Record<Rank, string>> = { number: 'those with the fewest demands first', weight: 'those of the least declared weight first', actors: 'those that ask the fewest to move first' };

/** How much is given up, and who moves: “2 demands; Ukraine and France move”. */
function costWords(case_: Case, { lines: ids, actors, weight }: Concession, plainWeights: boolean): string {
  return `${counted(ids.length, 'demand')}${plainWeights ? '' : `, weight ${numberWords(weight)}`}; ${holdersWords(case_, actors)} ${actors.length === 1 ? 'moves' : 'move'}`;
}

/** Every smallest set of concessions, ranked. */
export function concessionsSection(view: AgreementView): Section {
  const { case: case_, agreement, rank, ended, form } = view;
  const { concessions } = agreement;
  if (concessions.found.length === 0) return { title: '', blocks: [] };
  const lines = linesOf(agreement);
  const plainWeights = unweighed(lines.values());
  const order = ranked(concessions.found, rank);
  const many = order.length === 1 && concessions.complete ? 'one set of concessions: with all of it given up' : `${countedSoFar(concessions, 'set of concessions', 'sets of concessions', ended)}: with everything in one of them given up`;
  const head = sentence(`${many}, some text meets all other demands; with less, none does${order.length < 2 ? '' : `; ${RANKS[rank]}`}`);
  const blocks: Block[] = [{ kind: 'text', text: head }];
  if (form === 'report') {
    const rows = order.map((one, i) => [String(i + 1), sentence(concessionWords(case_, one.lines, lines)), grouped(one.lines.length), ...(plainWeights ? [] : [numberWords(one.weight)]), holdersWords(case_, one.actors), one.lines.join(', ')]);
    blocks.push(...cutTable(['no.', 'concessions', 'demands', ...(plainWeights ? [] : ['weight']), 'who moves', 'lines'], rows, view));
  } else {
    blocks.push({ kind: 'list', numbered: true, items: cutItems(order.map((one) => ({
      text: sentence(concessionWords(case_, one.lines, lines)), inside: [{ text: `${costWords(case_, one, plainWeights)} (${listed(one.lines)})` }],
    })), view) });
  }
  return { title: 'What would open a deal', blocks };
}

/** Concessions whose texts are told in the terminal. */
const MOST_DEALS = 3;

/** The nearest texts: what they say, and what they cost whom. */
export function nearestSection(view: AgreementView): Section {
  const { case: case_, agreement } = view;
  const { deals, possible, points } = agreement;
  if (possible !== false || deals.length === 0) return { title: '', blocks: [] };
  const lines = linesOf(agreement);
  const plainWeights = unweighed(lines.values());
  const order = ranked(agreement.concessions.found, view.rank);
  const items = deals.map((deal): Item => ({
    text: `With the concessions of number ${order.indexOf(deal.concession) + 1}, ${deal.texts === undefined ? 'some texts meet' : `${counted(deal.texts, 'text')} ${deal.texts === 1n ? 'meets' : 'meet'}`} all other demands.`,
    inside: [{ text: `They cost ${costPerActor(case_, deal.concession, lines, plainWeights)}` }, ...groundItems(deal.ground, points, deal.texts === 1n ? 'It says' : 'All of them say', view, deal.text)],
  }));
  return { title: 'The nearest texts', blocks: [{ kind: 'list', items: cutItems(items, { ...view, most: Math.min(view.most, view.most === Infinity ? Infinity : MOST_DEALS) }) }] };
}

function costPerActor(case_: Case, { lines: ids, actors }: Concession, lines: ReadonlyMap<Id, PositionLine>, plainWeights: boolean): string {
  return listed(actors.map((actor) => {
    const own = ids.filter((id) => lines.get(id)!.actor === actor);
    return `${holdersWords(case_, [actor])} ${counted(own.length, 'demand')}${plainWeights ? '' : ` (weight ${listed(own.map((id) => numberWords(lines.get(id)!.weight ?? { num: 1n, den: 1n })), 'and')})`}`;
  }));
}
