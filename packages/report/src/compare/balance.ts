/** What a change does for whom, in counts with their reasons. */
import type { Balance, BurdenShift, ComparedChange, Comparison, Question } from '@casus/analysis';
import type { Case } from '@casus/model';
import { BURDEN_WORDS } from '../burdens.js';
import { actorNames } from '../names.js';
import type { Item, Section } from '../page.js';
import { capital, counted, listed } from '../words.js';
import type { SideNames } from './page.js';

/** Cases that a line names; more are counted. */
const MOST_CASES = 6;

/** The change from the first side to another, actor by actor. */
export function balanceSection({ sides }: Comparison, { side, balances }: ComparedChange, names: SideNames): Section {
  const case_ = sides[side]!.case;
  // Actors for whom the change does the same share an entry.
  const groups = new Map<string, { actors: string[]; items: readonly Item[] }>();
  for (const balance of balances) {
    const items = itemsOf(case_, balance);
    const key = JSON.stringify(items);
    const known = groups.get(key) ?? { actors: [], items };
    known.actors.push(balance.actor);
    groups.set(key, known);
  }
  const entries = [...groups.values()].map(({ actors, items }): Item => ({ text: capital(listed(actorNames(case_, actors))), inside: items }));
  return {
    title: `What the change from ${names[0]!} to ${names[side]!} does for whom`,
    blocks: [
      { kind: 'text', text: entries.length === 0 ? 'Nothing that can be counted changes for anybody.' : 'Counts with their reasons. Nothing is weighed against anything else, and what an actor wants is not asked.' },
      ...(entries.length === 0 ? [] : [{ kind: 'list' as const, items: entries }]),
    ],
  };
}

function itemsOf(case_: Case, { promises, burdens, rights, vetoes, says }: Balance): readonly Item[] {
  const of = (list: readonly Question[], one: string, many: string): Item[] => (list.length === 0 ? [] : [{ text: `${one === many ? `${list.length} ${one}` : counted(list.length, one, many)}: ${questionsWords(case_, list)}` }]);
  const lines = (list: readonly BurdenShift[], how: string): Item[] => {
    const kinds = [...new Set(list.map(({ kind }) => kind))];
    return kinds.map((kind) => {
      const these = list.filter((shift) => shift.kind === kind);
      return { text: `${counted(these.length, BURDEN_WORDS[kind][0], BURDEN_WORDS[kind][1])} ${how}`, inside: these.map((shift) => ({ text: shiftWords(shift) })) };
    });
  };
  const said = (list: Balance['says']['gained'], how: string): Item[] => {
    const WHAT = { decision: ['decision it alone can block', 'decisions it alone can block'], entry: ['entry into force it alone can prevent', 'entries into force it alone can prevent'], end: ['end it alone can bring about', 'ends it alone can bring about'] } as const;
    return (['decision', 'entry', 'end'] as const).flatMap((kind): Item[] => {
      const these = list.filter((shift) => shift.kind === kind);
      return these.length === 0 ? [] : [{ text: `${counted(these.length, ...WHAT[kind])} ${how}: ${listed(these.map(({ text }) => `“${text}”`))}` }];
    });
  };
  return [
    ...of(promises.stronger, 'promise to it is stronger', 'promises to it are stronger'),
    ...of(promises.weaker, 'promise to it is weaker', 'promises to it are weaker'),
    ...of(promises.mixed, 'promise to it is stronger in some texts and weaker in others', 'promises to it are stronger in some texts and weaker in others'),
    ...of(promises.sooner, 'promise to it falls due sooner', 'promises to it fall due sooner'),
    ...of(promises.later, 'promise to it falls due later', 'promises to it fall due later'),
    ...lines(burdens.more, 'more'),
    ...lines(burdens.fewer, 'fewer'),
    ...lines(burdens.tighter, 'tighter'),
    ...lines(burdens.looser, 'looser'),
    ...lines(rights.gained, 'more'),
    ...lines(rights.lost, 'fewer'),
    ...of(vetoes.gained, 'promise more that it alone can stop', 'promises more that it alone can stop'),
    ...of(vetoes.lost, 'promise fewer that it alone can stop', 'promises fewer that it alone can stop'),
    ...said(says.gained, 'more'),
    ...said(says.lost, 'fewer'),
  ];
}

/** “Help when RussiaAttacks or RussiaWithChina; Force when …”. */
function questionsWords(case_: Case, questions: readonly Question[]): string {
  const byPromise = new Map<string, string[]>();
  for (const { promise, scenario, attacker } of questions) {
    byPromise.set(promise, [...(byPromise.get(promise) ?? []), attacker === undefined ? scenario : `${scenario} by ${listed(actorNames(case_, [attacker]))}`]);
  }
  return [...byPromise].map(([promise, when]) => `${promise} when ${listed(when, 'or', MOST_CASES)}`).join('; ');
}

function shiftWords({ before, after }: BurdenShift): string {
  if (before === undefined) return `“${after!.text}”`;
  return after === undefined ? `“${before.text}”` : `“${before.text}” → “${after.text}”`;
}
