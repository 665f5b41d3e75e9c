import { arrangementOf, type Case, type Deadline, type Id, type Instrument, type Norm, type NormRef, type Place, type Target } from '@casus/model';
import { articleName, actName, listed } from '../words.js';
import { senseOf } from '../sense.js';
import { aroundOf, conjuncts, wordingOf, type Taken } from '../wording.js';

/** What is compared: an instrument or an arrangement of a case, in a text with options taken. */
export interface Side {
  readonly case: Case;
  readonly subject: Id;
  /** Options taken besides those of the arrangement. */
  readonly options?: readonly Id[];
}

/** The parts of which a sentence is made, each in the author's words; what is absent is not said. */
export type Part = 'effect' | 'bearer' | 'act' | 'number' | 'means' | 'condition' | 'exception' | 'deadline' | 'precedence' | 'bracket';

/** One part as it is said. `key` is the same for what means the same, however it is written. */
export interface Said {
  readonly part: Part;
  readonly text: string;
  readonly key: string;
}

/** One sentence of a text. */
export interface SentenceView {
  readonly norm: Id;
  readonly text: string;
  /** The conditions that stand around it, from the outside in. */
  readonly around: readonly string[];
  readonly place: Place;
  readonly modality: Norm['modality'];
  readonly said: readonly Said[];
}

/** One article of a text; `number` is as printed, and empty for what stands outside the articles. */
export interface ArticleView {
  readonly id: Id;
  readonly instrument: Id;
  readonly number: string;
  readonly title: string;
  /** “Istanbul draft, article 5”. */
  readonly name: string;
  readonly place: Place;
  readonly sentences: readonly SentenceView[];
  /** All its sentences. */
  readonly text: string;
}

/** The instruments of a side, those that the case has. */
export const instrumentsOf = ({ case: case_, subject }: Side): readonly Instrument[] =>
  (arrangementOf(case_, subject)?.instruments ?? []).flatMap((id) => case_.instruments.get(id) ?? []);

/** Which options a side takes; undefined: left open. */
export function takenBy({ case: case_, subject, options = [] }: Side): Taken {
  const fixed = new Map<Id, Id>();
  for (const option of [...(arrangementOf(case_, subject)?.options ?? []), ...options]) {
    const issue = case_.options.get(option)?.issue;
    if (issue !== undefined) fixed.set(issue, option);
  }
  return (option) => {
    const issue = case_.options.get(option)?.issue;
    const taken = issue === undefined ? undefined : fixed.get(issue);
    return taken === undefined ? undefined : taken === option;
  };
}

/** The articles of an instrument under the options that a side takes: sentences of other options are not in the text. */
export function articlesOf(side: Side, instrument: Instrument): readonly ArticleView[] {
  const taken = takenBy(side);
  const sentences = new Map<Id, SentenceView[]>();
  for (const norm of instrument.norms) {
    if (norm.options.some((option) => taken(option) === false)) continue;
    sentences.set(norm.article, [...(sentences.get(norm.article) ?? []), sentenceOf(side.case, norm, taken)]);
  }
  return instrument.articles.flatMap(({ id, number, label, name, place }): ArticleView[] => {
    const own = sentences.get(id) ?? [];
    const outside = number.startsWith('-');
    if (outside && own.length === 0) return [];
    const title = label === number || label === name ? '' : label;
    return [{ id, instrument: instrument.id, number: outside ? '' : number, title: outside ? '' : title, name: articleName(side.case, id) ?? id, place, sentences: own, text: own.map(({ text }) => text).join(' ') }];
  });
}

function sentenceOf(case_: Case, norm: Norm, taken: Taken): SentenceView {
  return { norm: norm.id, text: wordingOf(case_, norm, taken), around: aroundOf(case_, norm, taken), place: norm.place, modality: norm.modality, said: partsOf(case_, norm, taken) };
}

const EFFECT: Record<Norm['modality'], string> = { duty: 'shall', ban: 'shall not', right: 'may', pledge: 'pledges to', 'pledge-not': 'pledges not to' };

/** The parts of a sentence. A limit is a ban to exceed a number; it is told as the duty that it is in the text. */
function partsOf(case_: Case, norm: Norm, taken: Taken): readonly Said[] {
  const { action } = norm;
  const words = (node: { readonly place?: Place }): string => wordingOf(case_, node, taken);
  const own = norm.instrument;
  const said = (part: Part, text: string, node: unknown): Said => ({ part, text, key: senseOf(node, taken, own) });
  const limit = action.kind === 'exceed';
  const distribution = { each: '', jointly: ', jointly', any: ', any of them' }[norm.distribution];
  const discretion = { none: [], own: ['as it deems necessary'], necessary: ['as is necessary'] }[norm.discretion];
  return [
    said('effect', limit ? EFFECT[norm.modality].replace(' not', '') : EFFECT[norm.modality], norm.modality),
    said('bearer', `${words(norm.bearer)}${distribution}`, [norm.bearer, norm.distribution]),
    ...(limit
      ? [said('act', `limit ${case_.attributes.get(action.attribute)?.label ?? action.attribute}`, action.attribute), said('number', words(action.max), action.max)]
      : [said('act', actWords(case_, action.act, action.target, words), [action.act, action.target])]),
    ...(norm.means.length + discretion.length > 0
      ? [said('means', [...discretion, ...(norm.means.length > 0 ? [`including ${listed(norm.means.map((act) => `“${actName(case_, act)}”`))}`] : [])].join(', '), [norm.discretion, norm.means])]
      : []),
    ...conjuncts(norm.when).map((cond) => said('condition', words(cond), cond)),
    ...norm.unless.map((cond) => said('exception', words(cond), cond)),
    ...deadlineSaid(norm.deadline, words, said),
    ...precedence('subject to', norm.subjectTo, said),
    ...precedence('notwithstanding', norm.notwithstanding, said),
    ...precedence('without prejudice to', norm.withoutPrejudice, said),
    ...norm.options.filter((option) => taken(option) === undefined).map((option) => said('bracket', option, option)),
  ];
}

function actWords(case_: Case, act: Id, target: Target, words: (node: { readonly place?: Place }) => string): string {
  const label = case_.acts.get(act)?.label ?? act;
  switch (target.kind) {
    case 'none':
      return actName(case_, act);
    case 'thing':
      return `${label} ${[case_.actors, case_.groups, case_.bodies, case_.organisations, case_.instruments].map((table) => table.get(target.id)?.label).find((found) => found !== undefined) ?? target.id}`;
    case 'role':
      return `${label} the ${target.role}`;
    case 'each':
      return `${label} each of ${words(target.set)}`;
    case 'one-another':
      return `${label} one another`;
  }
}

function deadlineSaid(deadline: Deadline, words: (node: { readonly place?: Place }) => string, said: (part: Part, text: string, node: unknown) => Said): readonly Said[] {
  if (deadline.kind === 'none') return [];
  const text = words(deadline);
  const TEXT: Record<string, string> = { days: `within ${text}`, date: `by ${text.replace(/^by /, '')}` };
  return text === '' ? [] : [said('deadline', TEXT[deadline.kind] ?? text, deadline)];
}

function precedence(how: string, refs: readonly NormRef[], said: (part: Part, text: string, node: unknown) => Said): readonly Said[] {
  return refs.map(({ instrument, article }) => {
    const text = `${how} ${article === undefined ? instrument : `article ${article.slice(instrument.length + 1)}`}`;
    return said('precedence', text, [how, instrument, article]);
  });
}
