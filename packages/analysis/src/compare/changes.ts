import type { Cond, Id, Instrument, Place } from '@casus/model';
import { senseOf } from '../sense.js';
import { wordingOf } from '../wording.js';
import { memberNames } from './members.js';
import { matchArticles, matchSentences, type MatchedBy } from './match.js';
import { articlesOf, instrumentsOf, takenBy, type ArticleView, type Part, type Said, type SentenceView, type Side } from './view.js';

/** One part of a sentence that is said otherwise: before, after, or both. */
export interface PartChange {
  readonly part: Part;
  readonly before?: string;
  readonly after?: string;
}

/** A sentence that was added, left out or changed. */
export interface SentenceChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: SentenceView;
  readonly after?: SentenceView;
  /** What is said otherwise; empty for what was added or left out. */
  readonly parts: readonly PartChange[];
}

/** An article that was added, left out or changed. `renumbered`: the same article under another number or title. */
export interface ArticleChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'renumbered';
  readonly before?: ArticleView;
  readonly after?: ArticleView;
  readonly by?: MatchedBy;
  readonly likeness?: number;
  readonly sentences: readonly SentenceChange[];
}

/** What an instrument says as a whole, outside its articles. */
export type InstrumentPart =
  | 'parties' | 'binding' | 'signed' | 'signature' | 'ratification' | 'reservation' | 'accession' | 'in force since' | 'enters into force' | 'provisional application'
  | 'ends' | 'suspended' | 'last day' | 'renewal' | 'withdrawal' | 'notice of withdrawal' | 'prevails over' | 'yields to' | 'group';

/** Something that an instrument as a whole says otherwise. `name`: of a group, its name. */
export interface InstrumentPartChange {
  readonly part: InstrumentPart;
  readonly name?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Two instruments that correspond, or one that stands on one side only. */
export interface InstrumentChange {
  readonly before?: Id;
  readonly after?: Id;
  /** Versions of one instrument; otherwise two that are put side by side. */
  readonly related: boolean;
  readonly parts: readonly InstrumentPartChange[];
  readonly articles: readonly ArticleChange[];
  /** Articles that say the same on both sides. */
  readonly same: number;
}

/** What one text says otherwise than another, and which sentences correspond. */
export interface TextChanges {
  readonly instruments: readonly InstrumentChange[];
  /** Sentences of the first text with those of the second that they became, changed or not. */
  readonly matched: ReadonlyMap<Id, Id>;
}

/** What the second text says otherwise than the first. */
export function textChanges(before: Side, after: Side): TextChanges {
  const matched = new Map<Id, Id>();
  const instruments = pairs(before, after).map(({ one, other, related }): InstrumentChange => {
    const [first, second] = [one === undefined ? [] : articlesOf(before, one), other === undefined ? [] : articlesOf(after, other)];
    const matches = matchArticles(first, second, related);
    const changes: ArticleChange[] = [];
    let same = 0;
    const byBefore = new Map(matches.map((match) => [match.before, match]));
    for (const article of first) {
      const match = byBefore.get(article);
      if (match === undefined) {
        changes.push({ kind: 'removed', before: article, sentences: article.sentences.map((sentence) => ({ kind: 'removed', before: sentence, parts: [] })) });
        continue;
      }
      const sentences = sentenceChanges(match.before, match.after, matched);
      const renumbered = match.before.number !== match.after.number || match.before.title !== match.after.title;
      if (sentences.length === 0 && !renumbered) same++;
      else changes.push({ kind: sentences.length === 0 ? 'renumbered' : 'changed', before: match.before, after: match.after, by: match.by, likeness: match.likeness, sentences });
    }
    const found = new Set(matches.map((match) => match.after));
    for (const article of second) {
      if (!found.has(article)) changes.push({ kind: 'added', after: article, sentences: article.sentences.map((sentence) => ({ kind: 'added', after: sentence, parts: [] })) });
    }
    const parts = one === undefined || other === undefined ? [] : instrumentParts(before, one, after, other);
    return { ...(one === undefined ? {} : { before: one.id }), ...(other === undefined ? {} : { after: other.id }), related, parts, articles: changes, same };
  });
  return { instruments, matched };
}

interface Pair {
  readonly one?: Instrument | undefined;
  readonly other?: Instrument | undefined;
  /** Versions of one instrument. */
  readonly related: boolean;
}

/** Which instruments correspond: those of one name; and what is left on both sides, in order. The only one on each side of two files is one instrument, whatever its name. */
function pairs(before: Side, after: Side): readonly Pair[] {
  const [first, second] = [instrumentsOf(before), instrumentsOf(after)];
  const left = [...second];
  const take = (fits: (instrument: Instrument) => boolean): Instrument | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const named = first.map((one) => ({ one, other: take(({ id }) => id === one.id) }));
  const versions = before.case !== after.case && first.length === 1 && second.length === 1;
  const all = named.map(({ one, other }): Pair => (other !== undefined ? { one, other, related: true } : { one, other: left.shift(), related: versions }));
  return [...all, ...left.map((other): Pair => ({ other, related: false }))];
}

function sentenceChanges(before: ArticleView, after: ArticleView, matched: Map<Id, Id>): readonly SentenceChange[] {
  const pairs = matchSentences(before.sentences, after.sentences);
  const became = new Map(pairs);
  const changes: SentenceChange[] = [];
  for (const one of before.sentences) {
    const other = became.get(one);
    if (other === undefined) {
      changes.push({ kind: 'removed', before: one, parts: [] });
      continue;
    }
    matched.set(one.norm, other.norm);
    const parts = partChanges(one.said, other.said);
    if (parts.length > 0) changes.push({ kind: 'changed', before: one, after: other, parts });
  }
  const kept = new Set(became.values());
  return [...changes, ...after.sentences.filter((sentence) => !kept.has(sentence)).map((sentence): SentenceChange => ({ kind: 'added', after: sentence, parts: [] }))];
}

/** The parts that are said otherwise. What means the same, or is written the same, is no change; of several conditions those that are left are told in order. */
export function partChanges(before: readonly Said[], after: readonly Said[]): readonly PartChange[] {
  const kinds = [...new Set([...before, ...after].map(({ part }) => part))];
  return kinds.flatMap((part) => {
    const gone = before.filter((said) => said.part === part);
    const come = after.filter((said) => said.part === part);
    for (const said of [...gone]) {
      const at = come.findIndex(({ key, text }) => key === said.key || text === said.text);
      if (at < 0) continue;
      come.splice(at, 1);
      gone.splice(gone.indexOf(said), 1);
    }
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, i): PartChange => ({
      part, ...(gone[i] === undefined ? {} : { before: gone[i].text }), ...(come[i] === undefined ? {} : { after: come[i].text }),
    }));
  });
}

function instrumentParts(before: Side, one: Instrument, after: Side, other: Instrument): readonly InstrumentPartChange[] {
  const facts = (side: Side, instrument: Instrument): readonly (InstrumentPartChange & { readonly key: string })[] => {
    const taken = takenBy(side);
    const said = (part: InstrumentPart, text: string, key = text, name?: string): InstrumentPartChange & { readonly key: string } => ({ part, before: text, key, ...(name === undefined ? {} : { name }) });
    const words = (node: { readonly place?: Place }): string => wordingOf(side.case, node, taken);
    const groups = [...side.case.groups.values()].filter((group) => group.instrument === instrument.id);
    const condition = (part: InstrumentPart, when: Cond): InstrumentPartChange & { readonly key: string } => said(part, words(when), senseOf(when, taken, instrument.id));
    const lines = (part: InstrumentPart, all: readonly { readonly place: Place }[]): readonly (InstrumentPartChange & { readonly key: string })[] => all.map((line) => said(part, words(line), senseOf(line, taken, instrument.id)));
    const endings = (part: InstrumentPart, all: Instrument['ends']): readonly (InstrumentPartChange & { readonly key: string })[] =>
      all.filter(({ options }) => options.every((option) => taken(option) !== false)).map(({ when }) => condition(part, when));
    return [
      ...(instrument.parties === undefined ? [] : [said('parties', memberNames(side, instrument.parties))]),
      said('binding', instrument.political ? 'not legally binding' : 'legally binding'),
      ...(instrument.signed === undefined ? [] : [said('signed', instrument.signed)]),
      ...lines('signature', instrument.signatures),
      ...lines('ratification', instrument.ratifications),
      ...lines('reservation', instrument.reservations),
      ...lines('accession', instrument.accessions),
      ...(instrument.inForceSince === undefined ? [] : [said('in force since', instrument.inForceSince)]),
      ...(instrument.entry === undefined ? [] : [condition('enters into force', instrument.entry.when)]),
      ...lines('provisional application', instrument.provisional === undefined ? [] : [instrument.provisional]),
      ...endings('ends', instrument.ends),
      ...endings('suspended', instrument.suspensions),
      ...(instrument.expires === undefined ? [] : [said('last day', instrument.expires)]),
      ...(instrument.renewal === undefined ? [] : [condition('renewal', instrument.renewal.when)]),
      ...lines('withdrawal', instrument.withdrawal === undefined ? [] : [instrument.withdrawal]),
      ...lines('notice of withdrawal', instrument.notices),
      ...(instrument.prevailsOver === 'all' ? [said('prevails over', 'every other instrument')] : instrument.prevailsOver.map((id) => said('prevails over', id))),
      ...instrument.yieldsTo.map((id) => said('yields to', id)),
      ...groups.map(({ name, members }) => said('group', memberNames(side, members), undefined, name)),
    ];
  };
  const gone = [...facts(before, one)];
  const come = [...facts(after, other)];
  for (const fact of [...gone]) {
    const at = come.findIndex(({ part, name, key, before: text }) => part === fact.part && name === fact.name && (key === fact.key || text === fact.before));
    if (at < 0) continue;
    come.splice(at, 1);
    gone.splice(gone.indexOf(fact), 1);
  }
  const changes = gone.map(({ part, name, before: text }): InstrumentPartChange => {
    const at = come.findIndex((fact) => fact.part === part && fact.name === name);
    const now = at < 0 ? undefined : come.splice(at, 1)[0]!;
    return { part, ...(name === undefined ? {} : { name }), ...(text === undefined ? {} : { before: text }), ...(now?.before === undefined ? {} : { after: now.before }) };
  });
  return [...changes, ...come.map(({ part, name, before: text }): InstrumentPartChange => ({ part, ...(name === undefined ? {} : { name }), ...(text === undefined ? {} : { after: text }) }))];
}
