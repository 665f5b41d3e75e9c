/** The order of steps. */
import type { Orders } from '@casus/agreement';
import { quoted } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { labelOf } from '../names.js';
import type { Block, Item, Section } from '../page.js';
import { counted, grouped, listed } from '../words.js';
import { holdersWords } from './lines.js';
import { cutItems, linesOf, type AgreementView } from './view.js';

type Arrow = Orders['before'][number];

/** The orders that satisfy every “not before”, or the shortest circles if none does. */
export function ordersSection(view: AgreementView): Section {
  const { case: case_, agreement } = view;
  const { orders } = agreement;
  if (orders === undefined) return { title: '', blocks: [] };
  const lines = linesOf(agreement);
  const step = (id: Id): string => quoted(labelOf(case_, id));
  const who = ({ lines: ids }: Arrow): string => `${holdersWords(case_, [...new Set(ids.map((id) => lines.get(id)!.actor))])} (${listed(ids)})`;
  const wishes: Item[] = orders.before.map((arrow) => ({ text: `${step(arrow.first)} before ${step(arrow.then)}: ${who(arrow)}` }));
  const blocks: Block[] = [{ kind: 'text', text: 'What has to come before what, by whose demand:' }, { kind: 'list', items: cutItems(wishes, view) }];
  if (orders.cycles.length > 0) {
    blocks.push({ kind: 'text', text: `No order of the ${counted(orders.steps.length, 'step')} satisfies everybody. The shortest ${orders.cycles.length === 1 ? 'circle' : 'circles'}:` });
    blocks.push({ kind: 'list', items: cutItems(orders.cycles.map((cycle) => ({ text: cycleWords(case_, cycle, who) })), view) });
    blocks.push({ kind: 'text', text: 'While these demands stand, no deal can include the steps of a circle.' });
  } else {
    const count = orders.count === undefined ? 'Some orders (the steps are too many to count them)' : grouped(orders.count) === '1' ? 'One order' : `${grouped(orders.count)} orders`;
    blocks.push({ kind: 'text', text: `${count} of the ${counted(orders.steps.length, 'step')} ${orders.count === 1n ? 'satisfies' : 'satisfy'} all of these${orders.first.length === 0 ? '.' : ':'}` });
    const rest = orders.count === undefined ? 0n : orders.count - BigInt(orders.first.length);
    const listedOrders = orders.first.map((order) => ({ text: order.map(step).join(', then ') }));
    if (listedOrders.length > 0) blocks.push({ kind: 'list', items: [...cutItems(listedOrders, view), ...(rest > 0n ? [{ text: `and ${grouped(rest)} more, which are counted and not listed` }] : [])] });
  }
  return { title: 'The order of steps', blocks };
}

/** “A before B (…), B before A (…)”. */
function cycleWords(case_: Case, cycle: readonly Arrow[], who: (arrow: Arrow) => string): string {
  return cycle.map((arrow) => `${quoted(labelOf(case_, arrow.first))} has to come before ${quoted(labelOf(case_, arrow.then))} for ${who(arrow)}`).join(', ');
}
