/** How things stand while options are taken and left: what is possible, who refuses, what each further choice would cost. */
import type { OpenOption, Point, Price, Survey } from '@casus/agreement';
import { quoted } from '@casus/analysis';
import { addRational, compareRational, rational, type Case, type Id, type PositionLine } from '@casus/model';
import { labelOf } from '../names.js';
import type { Block, Item, Page, Section } from '../page.js';
import { counted, grouped, listed, numberWords, sentence } from '../words.js';
import { unweighed } from './concessions.js';
import { settledItems } from './ground.js';
import { holdersWords, lineWords, recordWords } from './lines.js';
import { unreadSection, type Unread } from './unread.js';

/** A survey to be shown, and the choices that led to it. */
export interface SurveyView {
  readonly case: Case;
  readonly points: readonly Point[];
  readonly lines: ReadonlyMap<Id, PositionLine>;
  readonly taken: readonly Id[];
  readonly left: readonly Id[];
  readonly survey: Survey;
  /** Sentences of the case that could not be read; absent: all were. */
  readonly unread?: Unread;
}

/** A choice that can be made, in the order in which they are numbered from 1. */
export interface Choice {
  readonly point: Point;
  readonly option: OpenOption;
}

/** The choices that are open, as they are numbered. */
export function choicesOf({ points, survey }: Pick<SurveyView, 'points' | 'survey'>): readonly Choice[] {
  return survey.open.flatMap(({ point: id, options }) => {
    const point = points.find((one) => one.id === id)!;
    return options.map((option) => ({ point, option }));
  });
}

/** What an option says, with its point: “How they decide”: “all together”. */
export function choiceWords(points: readonly Point[], option: Id): string {
  const point = points.find(({ options }) => options.some(({ id }) => id === option));
  const label = point?.options.find(({ id }) => id === option)?.label;
  if (point === undefined || label === undefined) return option;
  return `${quoted(point.label)}: ${point.kind === 'issue' || point.kind === 'reading' ? quoted(label) : label}`;
}

/** What a deal costs: “2 demands (Arcadia.1 and Borduria.3; Arcadia and Borduria move)”. */
function priceWords({ case: case_, lines }: SurveyView, price: Price | undefined): string {
  if (price === undefined) return 'no longer possible';
  if (price.weight.num === 0n) return 'costs nothing';
  const cost = unweighed(lines.values()) ? counted(price.lines.length, 'demand') : `weight ${numberWords(price.weight)}`;
  return `costs ${cost}: ${listed(price.lines)}, of ${holdersWords(case_, price.actors)}`;
}

/** What a further choice adds to what a deal costs already: “nothing more”, “1 demand more: Arcadia.1, of Arcadia”, “1 demand more; in all Arcadia.2 and Borduria.1, of Arcadia and Borduria”. */
function moreWords(view: SurveyView, price: Price | undefined): string {
  const { case: case_, lines, survey: { price: base } } = view;
  if (price === undefined || base === undefined) return priceWords(view, price);
  if (compareRational(price.weight, base.weight) === 0) return 'nothing more';
  const fresh = price.lines.filter((id) => !base.lines.includes(id));
  const weighed = !unweighed(lines.values());
  const more = addRational(price.weight, rational(-base.weight.num, base.weight.den));
  const cost = weighed ? `weight ${numberWords(more)} more` : `${counted(price.lines.length - base.lines.length, 'demand')} more`;
  // Another set of demands, of which none is simply more: what the deal then costs in all is told.
  if (base.lines.some((id) => !price.lines.includes(id))) return `${cost}; in all ${listed(price.lines)}, of ${holdersWords(case_, price.actors)}`;
  return `${cost}: ${listed(fresh)}, of ${holdersWords(case_, [...new Set(fresh.map((id) => lines.get(id)!.actor))])}`;
}

/** That no text takes the choices made so far, and what to do; nothing where some text takes them. */
export function deadEndWords({ taken, left, survey }: Pick<SurveyView, 'taken' | 'left' | 'survey'>): string | undefined {
  if (survey.possible) return undefined;
  if (taken.length + left.length === 0) return 'No text keeps the rules of the negotiation: they contradict each other.';
  return taken.length + left.length === 1 ? 'No text takes this choice; `undo` takes it back.' : 'No text takes all of these choices; `undo` takes back the last of them.';
}

/** The page of how things stand. */
export function surveyPage(view: SurveyView): Page {
  const { case: case_, points, lines, taken, left, survey, unread } = view;
  const chosen: Item[] = [...taken.map((id) => ({ text: `taken: ${choiceWords(points, id)}` })), ...left.map((id) => ({ text: `not: ${choiceWords(points, id)}` }))];
  const sections: Section[] = [unreadSection(unread), { title: 'Chosen', blocks: chosen.length === 0 ? [{ kind: 'text', text: 'Nothing yet.' }] : [{ kind: 'list', items: chosen }] }];
  if (!survey.possible) return { title: case_.title, sections: [...sections, { title: 'What is possible', blocks: [{ kind: 'text', text: deadEndWords(view)! }] }] };
  sections.push({ title: 'What is possible', blocks: [{ kind: 'text', text: possibleWords(view) }] });
  const follows = survey.follows.flatMap(({ point, option }) => (option === undefined ? [] : [{ point, option }]));
  if (follows.length > 0 && chosen.length > 0) sections.push({ title: 'What follows from it', blocks: [{ kind: 'list', items: settledItems(follows, points) }] });
  sections.push({ title: 'Who refuses now', blocks: refusalBlocks(case_, survey, lines) });
  sections.push({ title: 'What each choice would cost', blocks: choiceBlocks(view) });
  return { title: case_.title, sections };
}

function possibleWords(view: SurveyView): string {
  const { survey: { texts, acceptable, price } } = view;
  const count =
    texts === undefined ? 'Some texts are possible (too many and too different to be counted).'
    : texts === 1n ? `1 text is possible; it ${acceptable === 1n ? 'satisfies' : 'does not satisfy'} everybody.`
    : `${grouped(texts)} texts are possible; ${acceptable === 0n || acceptable === undefined ? 'none' : grouped(acceptable)} of them ${acceptable === 1n || acceptable === 0n ? 'satisfies' : 'satisfy'} everybody.`;
  return price === undefined ? count : `${count} ${sentence(price.weight.num === 0n ? 'a deal costs nobody a demand' : `the cheapest deal ${priceWords(view, price)}`)}`;
}

function refusalBlocks(case_: Case, { refusing }: Survey, lines: ReadonlyMap<Id, PositionLine>): readonly Block[] {
  if (refusing.length === 0) return [{ kind: 'text', text: 'Nobody: every single demand can still be met by some text.' }];
  return [{ kind: 'list', items: refusing.map(({ actor, lines: ids }) => ({ text: labelOf(case_, actor), inside: ids.map((id) => ({ text: `${lineWords(case_, lines.get(id)!)} (${id})` })) })) }];
}

function choiceBlocks(view: SurveyView): readonly Block[] {
  const choices = choicesOf(view);
  if (choices.length === 0) return [{ kind: 'text', text: 'Every point is settled.' }];
  const rows = choices.map(({ point, option }, i) => {
    const label = point.options.find(({ id }) => id === option.option)?.label ?? option.option;
    const first = i === 0 || choices[i - 1]!.point !== point;
    return [String(i + 1), first ? point.label : '', label, moreWords(view, option.price)];
  });
  return [{ kind: 'table', head: ['no.', 'point', 'option', 'costs'], rows }];
}

/** Why somebody refuses: each of its demands that no text with these choices meets, and who says so. */
export function whyPage(view: SurveyView, actor: Id): Page {
  const { case: case_, lines, survey } = view;
  const deadEnd = deadEndWords(view);
  if (deadEnd !== undefined) return { title: labelOf(case_, actor), sections: [{ title: 'Why', blocks: [{ kind: 'text', text: deadEnd }] }] };
  const refused = survey.refusing.find((one) => one.actor === actor)?.lines ?? [];
  const own = [...lines.values()].filter((line) => line.actor === actor);
  const name = labelOf(case_, actor);
  const text = refused.length === 0 ? `${name} does not refuse: each of its demands can still be met by some text.` : `${name} refuses, since no text with these choices meets ${refused.length === 1 ? 'this demand' : 'these demands'}:`;
  return {
    title: name,
    sections: [{
      title: 'Why', blocks: [
        { kind: 'text', text: own.length === 0 ? `${name} has no position that counts.` : text },
        ...(refused.length === 0 ? [] : [{ kind: 'list' as const, items: refused.map((id) => ({ text: sentence(lineWords(case_, lines.get(id)!)), inside: [{ text: recordWords(case_, lines.get(id)!) }] })) }]),
      ],
    }],
  };
}
