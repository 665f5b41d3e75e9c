/** How often each demand stands in the way, who has to move, and who could agree with whom. */
import type { Mover } from '@casus/agreement';
import { holdersWords, lineWords } from './lines.js';
import type { Section } from '../page.js';
import { capital, counted, grouped, numberWords } from '../words.js';
import { unweighed } from './concessions.js';
import { countedSoFar, cutItems, cutTable, linesOf, type AgreementView } from './view.js';

const nothing: Section = { title: '', blocks: [] };

/** How often each demand stands in the way. */
export function weightsSection(view: AgreementView): Section {
  const { case: case_, agreement } = view;
  const lines = linesOf(agreement);
  const standing = agreement.weights.filter(({ conflicts, concessions }) => conflicts + concessions > 0);
  if (agreement.possible !== false || standing.length === 0) return nothing;
  const rows = standing.map(({ line, conflicts, concessions }) => [line, lineWords(case_, lines.get(line)!), grouped(conflicts), grouped(concessions)]);
  const free = agreement.weights.length - standing.length;
  return {
    title: 'How often each demand stands in the way',
    blocks: [
      ...cutTable(['line', 'demand', 'in conflicts', 'in concessions'], rows, view),
      ...(free === 0 ? [] : [{ kind: 'text' as const, text: `${capital(counted(free, 'other demand'))} ${free === 1 ? 'stands' : 'stand'} in no conflict.` }]),
    ],
  };
}

/** Who has to move, and how far. */
export function moversSection({ case: case_, agreement }: AgreementView): Section {
  const { movers, concessions, conflicts, possible } = agreement;
  if (possible !== false || movers.length === 0) return nothing;
  const plainWeights = unweighed(linesOf(agreement).values());
  const cost = (weight: Mover['least']): string =>
    weight === undefined ? 'not known' : weight.num === 0n ? 'nothing' : plainWeights ? counted(weight.num, 'demand') : `weight ${numberWords(weight)}`;
  const alone = ({ alone: own, lines }: { alone: Mover['alone']; lines: readonly string[] }): string => (own === 'unknown' ? 'not known: stopped' : own === undefined ? 'the others still clash' : `${cost(own.weight)}${lines.length === 0 ? '' : ` (${lines.join(', ')})`}`);
  const rows = movers.map((mover) => [
    holdersWords(case_, [mover.actor]), grouped(mover.demands), grouped(mover.conflicts), cost(mover.least), `${grouped(mover.unmoved)} of ${counted(concessions.found.length, 'set')}`,
    alone({ alone: mover.alone, lines: typeof mover.alone === 'object' ? mover.alone.lines : [] }),
  ]);
  const among = concessions.complete && conflicts.complete ? '' : ' (of what was found)';
  return {
    title: 'Who moves',
    blocks: [{ kind: 'text', text: 'The least that each gives up in any deal; in how many of the sets of concessions it gives up nothing; and what it would give up if the others give up nothing.' }, { kind: 'table', head: ['who', 'demands', `in conflicts${among}`, `gives up at least${among}`, 'gives up nothing in', 'alone would give up'], rows }],
  };
}

/** Conflicts only between two. */
export function pairsSection(view: AgreementView): Section {
  const { case: case_, agreement: { pairs } } = view;
  if (pairs.length === 0) return nothing;
  return { title: 'Conflicts only between two', blocks: cutTable(['between', 'conflicts'], pairs.map(({ actors, conflicts }) => [holdersWords(case_, actors), grouped(conflicts)]), view) };
}

/** The largest coalitions that could agree without the others. */
export function coalitionsSection(view: AgreementView): Section {
  const { case: case_, agreement: { coalitions, possible, movers } } = view;
  if (possible !== false) return nothing;
  const title = 'Who could agree without the others';
  if (coalitions.found.length === 0) return { title, blocks: [{ kind: 'text', text: coalitions.complete ? 'Nobody: no text meets even all demands of a single one.' : 'Not known: the search was stopped.' }] };
  const items = coalitions.found.map((ids) => {
    const others = movers.map(({ actor }) => actor).filter((actor) => !ids.includes(actor));
    return { text: `${holdersWords(case_, ids)}, without ${holdersWords(case_, others)}` };
  });
  return { title, blocks: [{ kind: 'text', text: `${capital(countedSoFar(coalitions, 'coalition', 'coalitions', undefined))}; nobody can be added to ${coalitions.found.length === 1 ? 'it' : 'any of them'}.` }, { kind: 'list', items: cutItems(items, view) }] };
}
