/**
 * Whether the parties of a negotiation can agree, found by trying every text (docs/agreement.md).
 */
import type { Case, Id, NegotiationRule, PositionLine, Rational, Subject } from '../../../model/src/case.js';
import { TooBig } from '../choices.js';
import { compare, fraction, plus, ZERO } from '../rational.js';
import { concessionsOf, conflictsOf, largest, type DemandSet } from './demands.js';
import { ordersOf, permutations } from './orders.js';
import { frontOf, measuresOf, type Front, type Measure } from './preferences.js';
import { Settings } from './setting.js';
import { choose, subjectsOf, subjectsOfRules, tableOf, type Choosing, type Chosen } from './table.js';
import { allTexts, layOut, settledIn, type Deal, type Layout } from './texts.js';
import { asks, Truth, type Ordered } from './truth.js';

/** What to ask. */
export interface AgreeQuestion extends Choosing {
  /** Most texts, steps in every order; `TooBig` is thrown beyond. */
  readonly most?: number;
  /** Most evaluations of each judgment. */
  readonly limit?: number;
}

/** The orders that keep the rules of one possible text, and what each of them meets. */
export interface Possible {
  readonly deal: Deal;
  /** By numbers of the demands; the sets that no other order of the same steps betters. */
  readonly met: readonly DemandSet[];
}

/** What all of some texts settle alike: for each point every way in which one of them settles it, undefined: not at all. */
export type Common = ReadonlyMap<string, readonly (string | undefined)[]>;

/** Everything that the engine is compared with. Sets of demands are told by the names of their lines. */
export interface OracleAgreement {
  readonly layout: Layout;
  readonly chosen: Chosen;
  readonly demands: readonly PositionLine[];
  readonly texts: readonly Possible[];
  readonly acceptable: number;
  readonly conflicts: readonly (readonly Id[])[];
  readonly concessions: readonly (readonly Id[])[];
  readonly ground: Common | undefined;
  readonly coalitions: readonly (readonly Id[])[];
  /** By actor with demands: the least weight that it gives up if the others give up nothing; undefined if that opens no deal. */
  readonly alone: ReadonlyMap<Id, Rational | undefined>;
  readonly orders: ReturnType<typeof ordersOf>;
  readonly measures: readonly Measure[];
  /** Undefined: no preferences are declared. */
  readonly front: Front | undefined;
  /** Whether a possible text meets some demands, by the names of their lines, in one order of its steps. */
  readonly meets: (text: Possible, lines: readonly Id[]) => boolean;
}

/** Whether a text keeps a rule. */
function keeps(truth: Truth, rule: NegotiationRule, text: Ordered): boolean {
  const is = (subject: Subject, of: 'all' | 'some'): boolean => truth.holds(subject, text, of, '');
  if (rule.kind !== 'count') return rule.kind === 'needs' ? !is(rule.of, 'all') || is(rule.other, 'all') : !is(rule.of, 'some') || !is(rule.other, 'some');
  const count = rule.of.filter(s => is(s, 'all')).length;
  return rule.bound === 'exactly' ? count === rule.count : rule.bound === 'at-least' ? count >= rule.count : count <= rule.count;
}

/** The steps of a text that somebody puts in an order come in every order, the others in one. */
function* ordered(deal: Deal, inOrder: ReadonlySet<Id>): Iterable<Ordered> {
  for (const order of permutations([...deal.steps].filter(s => inOrder.has(s)))) yield { deal, order };
}

/** Tries every text. Throws `TooBig` where there are too many, or where a promise takes too long to judge. */
export function agreeByTrying(case_: Case, question: AgreeQuestion = {}): OracleAgreement {
  const table = tableOf(case_);
  const chosen = choose(case_, table, question);
  const layout = layOut(case_, table, chosen.lines);
  const settings = new Settings(case_, table.standing, table.scenarios, question.asOf, question.limit ?? 100_000);
  const truth = new Truth(case_, table.standing, settings, chosen.lines);
  const demands = chosen.lines.filter(asks);
  const inOrder = new Set([...chosen.lines.flatMap(subjectsOf), ...subjectsOfRules(table)].flatMap(s => (s.kind === 'order' ? [s.first, s.then] : [])));
  const texts = possibleTexts(truth, layout, demands, inOrder, question.most ?? 20_000);
  const all = demands.map((_, i) => i);
  const met = texts.flatMap(t => t.met);
  const concessions = concessionsOf(demands.length, met);
  const weigh = (set: DemandSet): Rational => set.reduce((sum, i) => plus(sum, (demands[i] as PositionLine).weight ?? fraction(1)), ZERO);
  const holders = [...new Set(demands.map(d => d.actor))];
  const ownOf = (actor: Id): DemandSet => all.filter(i => (demands[i] as PositionLine).actor === actor);
  const canAgree = (set: DemandSet): boolean => met.some(m => set.every(i => m.includes(i)));
  const groups = subsetsOf(holders).filter(group => group.length > 0 && canAgree(group.flatMap(ownOf)));
  const fewest = Math.min(...concessions.map(c => c.length));
  const nearest = texts.filter(t => t.met.some(m => all.length - m.length === fewest));
  const measures = measuresOf(truth, chosen.lines);
  const acceptable = texts.filter(t => t.met.some(m => m.length === all.length));
  const names = (set: DemandSet): Id[] => set.map(i => (demands[i] as PositionLine).id);
  const compared = acceptable.length > 0 ? acceptable : texts;
  return {
    layout, chosen, demands, texts, measures,
    acceptable: acceptable.length,
    conflicts: texts.length === 0 ? [] : conflictsOf(demands.length, met).map(names),
    concessions: concessions.map(names),
    ground: nearest.length === 0 ? undefined : commonTo(layout, nearest.map(t => t.deal)),
    coalitions: largest(groups.map(g => g.map(a => holders.indexOf(a)))).map(g => g.map(i => holders[i] as Id)),
    alone: new Map(holders.map(actor => [actor, leastAlone(ownOf(actor), all, met, weigh)])),
    orders: ordersOf(chosen.lines),
    front: measures.length === 0 ? undefined : frontOf(measures, compared.map(({ deal }) => ({ deal, order: [...deal.steps] }))),
    meets: (text, lines) => text.met.some(m => demands.every((d, i) => m.includes(i) || !lines.includes(d.id))),
  };
}

function possibleTexts(truth: Truth, layout: Layout, demands: readonly PositionLine[], inOrder: ReadonlySet<Id>, most: number): Possible[] {
  const found: Possible[] = [];
  let tried = 0;
  for (const deal of allTexts(layout)) {
    const met: DemandSet[] = [];
    for (const text of ordered(deal, inOrder)) {
      if (++tried > most) throw new TooBig('texts', most);
      if (!layout.table.rules.every(r => keeps(truth, r, text))) continue;
      met.push(demands.flatMap((d, i) => (truth.satisfies(d, text) ? [i] : [])));
    }
    if (met.length > 0) found.push({ deal, met: largest(met) });
  }
  return found;
}

function subsetsOf<T>(list: readonly T[]): T[][] {
  return Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_x, i) => (bits & (1 << i)) !== 0));
}

/** The least weight of its own demands that an actor has to give up if all others keep theirs. */
function leastAlone(own: DemandSet, all: DemandSet, met: readonly DemandSet[], weigh: (set: DemandSet) => Rational): Rational | undefined {
  const others = all.filter(i => !own.includes(i));
  const open = met.filter(m => others.every(i => m.includes(i)));
  const prices = open.map(m => weigh(own.filter(i => !m.includes(i))));
  return prices.sort(compare)[0];
}

function commonTo(layout: Layout, deals: readonly Deal[]): Common {
  const settled = new Map<string, Set<string | undefined>>();
  for (const deal of deals) {
    for (const [point, option] of settledIn(layout, deal)) settled.set(point, (settled.get(point) ?? new Set()).add(option));
  }
  return new Map([...settled].map(([point, options]) => [point, [...options].sort()]));
}
