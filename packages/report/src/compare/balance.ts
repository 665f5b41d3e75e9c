/** What a change does for whom, in counts with their reasons. */
import type { Balance, BurdenShift, ComparedChange, Comparison, Question } from '@casus/analysis';
import type { Case } from '@casus/model';
import { BURDEN_WORDS, lineWords } from '../burdens.js';
import { actorNames } from '../names.js';
import { together, type Item, type Section } from '../page.js';
import { capital, counted, listed } from '../words.js';
import { casesWords } from './cases.js';
import type { SideNames } from './page.js';

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

function itemsOf(case_: Case, { promises, burdens, rights, vetoes, says, leaves }: Balance): readonly Item[] {
  const of = (list: readonly Question[], what: string): Item[] => (list.length === 0 ? [] : [{ text: `${what} in ${counted(list.length, 'case')}: ${questionsWords(case_, list)}` }]);
  const lines = (list: readonly BurdenShift[], how: string): Item[] => {
    const kinds = [...new Set(list.map(({ kind }) => kind))];
    return kinds.map((kind) => {
      const these = list.filter((shift) => shift.kind === kind);
      return { text: `${these.length} ${how} ${BURDEN_WORDS[kind][these.length === 1 ? 0 : 1]}`, inside: together(these.map((shift) => ({ text: shiftWords(shift) }))) };
    });
  };
  const said = (list: Balance['says']['gained'], how: string): Item[] => {
    const WHAT = { decision: ['decision it alone can block', 'decisions it alone can block'], entry: ['entry into force it alone can prevent', 'entries into force it alone can prevent'], end: ['end it alone can bring about', 'ends it alone can bring about'], suspension: ['suspension it alone can bring about', 'suspensions it alone can bring about'] } as const;
    return (['decision', 'entry', 'end', 'suspension'] as const).flatMap((kind): Item[] => {
      const these = list.filter((shift) => shift.kind === kind);
      return these.length === 0 ? [] : [{ text: `${these.length} ${how} ${WHAT[kind][these.length === 1 ? 0 : 1]}: ${listed(these.map(({ text }) => `“${text}”`))}` }];
    });
  };
  const leaving = (list: Balance['leaves']['gained'], how: string): Item[] => (list.length === 0 ? [] : [{ text: `${list.length} ${how} ${list.length === 1 ? 'text' : 'texts'} it may leave by notice: ${listed(list.map(({ text }) => `“${text}”`))}` }]);
  return [
    ...of(promises.stronger, 'A promise to it is stronger'),
    ...of(promises.weaker, 'A promise to it is weaker'),
    ...of(promises.mixed, 'A promise to it is stronger in some texts and weaker in others'),
    ...of(promises.sooner, 'A promise to it falls due sooner'),
    ...of(promises.later, 'A promise to it falls due later'),
    ...lines(burdens.more, 'more'),
    ...lines(burdens.fewer, 'fewer'),
    ...lines(burdens.tighter, 'tighter'),
    ...lines(burdens.looser, 'looser'),
    ...lines(rights.gained, 'more'),
    ...lines(rights.lost, 'fewer'),
    ...of(vetoes.gained, 'It alone can stop a promise that it could not'),
    ...of(vetoes.lost, 'It alone can no longer stop a promise'),
    ...said(says.gained, 'more'),
    ...said(says.lost, 'fewer'),
    ...leaving(leaves.gained, 'more'),
    ...leaving(leaves.lost, 'fewer'),
  ];
}

/** “Help when RussiaAttacks or RussiaWithChina; Force when …”. */
function questionsWords(case_: Case, questions: readonly Question[]): string {
  const byPromise = new Map<string, Question[]>();
  for (const question of questions) byPromise.set(question.promise, [...(byPromise.get(question.promise) ?? []), question]);
  return [...byPromise].map(([promise, of]) => `${promise} when ${casesWords([case_], of)}`).join('; ');
}

function shiftWords({ before, after }: BurdenShift): string {
  if (before === undefined) return lineWords(after!);
  return after === undefined ? lineWords(before) : `“${before.text}” → “${after.text}”`;
}
