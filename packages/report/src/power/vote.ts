/** The page of `casus vote`. */
import type { Ballot } from '@casus/games';
import type { Item, Page } from '../page.js';
import { counted, grouped, listed, sentence } from '../words.js';
import { conditionItems } from './conditions.js';
import { memberWords } from './members.js';
import type { ChangeView, VoteView } from './view.js';

const SIDES: readonly (readonly [Ballot, string])[] = [['yes', 'In favour'], ['no', 'Against'], ['abstain', 'Abstaining'], ['absent', 'Absent']];

/** What somebody does who casts a ballot. */
const DOES: Readonly<Record<Ballot, string>> = { yes: 'votes yes', no: 'votes no', abstain: 'abstains', absent: 'stays away' };

/** Whether it passes, in one sentence. */
export const outcomeWords = ({ outcome }: Pick<VoteView, 'outcome'>): string => (outcome.met ? 'It passes.' : 'It fails.');

/** The ballots, the outcome with every condition, and what would turn it. */
export function votePage(view: VoteView): Page {
  const { game, notes, outcome } = view;
  return {
    title: game.title,
    sections: [
      { title: 'The vote', blocks: [{ kind: 'list', items: [...game.about, ...notes, ...sideWords(view)].map((text) => ({ text: sentence(text) })) }] },
      { title: outcomeWords(view), blocks: [{ kind: 'list', items: conditionItems(view, outcome) }] },
      { title: outcome.met ? 'What would make it fail' : 'What would make it pass', blocks: [{ kind: 'list', items: changeItems(view) }] },
    ],
  };
}

/** Who cast which ballot. */
function sideWords({ game: { members }, ballots }: VoteView): readonly string[] {
  return SIDES.flatMap(([ballot, side]) => {
    const who = ballots.flatMap((cast, i) => (cast === ballot ? [i] : []));
    return who.length === 0 ? [] : [`${side}: ${who.length === members.length ? 'everybody' : memberWords(members, who)} (${grouped(who.length)})`];
  });
}

function changeItems(view: VoteView): readonly Item[] {
  const { change, outcome } = view;
  if (change.kind === 'never') return [{ text: `Nothing: whatever the members vote, it ${outcome.met ? 'passes' : 'fails'}.` }];
  if (change.kind === 'unknown') return [{ text: sentence(`not worked out: ${change.why}`) }];
  return foundItems(view, change);
}

function foundItems(view: VoteView, { size, count, first }: Extract<ChangeView, { kind: 'found' }>): readonly Item[] {
  const verb = view.outcome.met ? 'fails' : 'passes';
  if (count === 1n) return [{ text: sentence(`it ${verb} if ${changeWords(view, first[0]!)}${size === 1 ? '; no other member can turn it alone' : '; nothing smaller turns it, and no other change of that size'}`) }];
  // Of changes that differ in nothing but which seats they are about, one is told.
  const ways = new Map<string, bigint>();
  for (const change of first) {
    const words = changeWords(view, change);
    ways.set(words, (ways.get(words) ?? 0n) + 1n);
  }
  const told = [...ways].slice(0, view.most);
  const more = count - told.reduce((sum, [, each]) => sum + each, 0n);
  return [{
    text: `It ${verb} if ${counted(size, 'member')} ${size === 1 ? 'changes its ballot' : 'change their ballots'}${size === 1 ? '' : ', and not with fewer'}; there are ${grouped(count)} ways:`,
    inside: [...told.map(([text, each]) => ({ text: sentence(each === 1n ? text : `${text} (${grouped(each)} ways)`) })), ...(more > 0n ? [{ text: `and ${grouped(more)} more` }] : [])],
  }];
}

/** A change in words: who does what instead. */
function changeWords({ game: { members } }: VoteView, change: Extract<ChangeView, { kind: 'found' }>['first'][number]): string {
  const by = new Map<Ballot, number[]>();
  for (const { member, to } of change) by.set(to, [...(by.get(to) ?? []), member]);
  return listed([...by].map(([to, who]) => `${memberWords(members, who)} ${who.length === 1 ? DOES[to] : DOES[to].replace(/^(\w+?)s\b/, '$1')}`));
}
