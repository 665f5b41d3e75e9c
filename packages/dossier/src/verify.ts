/** Checks every citation of a case against the texts at hand. */
import type { Case, Id, IsoDate, Source } from '@casus/model';
import { citations } from './citations.js';
import type { CitationInCase } from './citations.js';
import { PreparedText } from './prepared-text.js';
import { MAX_TEXT } from './limits.js';
import { locate } from './locate.js';
import type { Located, Segment } from './located.js';

/** A text at hand: the name it is shown by, and its SHA-256 in hex if the caller took it. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  readonly sha256?: string;
}

/**
 * What became of a citation. `digest-differs`: the phrase stands in the text at hand, but that is not the text whose digest
 * the case declares. `no-phrase`: the citation quotes nothing, so there is nothing to verify.
 */
export type CitationStatus =
  | 'verified' | 'changed' | 'missing' | 'segment-lost' | 'no-phrase' | 'not-at-hand' | 'digest-differs' | 'beyond-limits';

export interface CheckedCitation extends CitationInCase {
  readonly status: CitationStatus;
  /** Result of the search; absent without phrase or text. */
  readonly located?: Located;
  /** The source whose text was searched: the cited one, or the container it stands in. */
  readonly searched?: Id;
  /** Name of the text that was searched. */
  readonly textName?: string;
  /** The text searched is not the one whose digest the case declares, whatever the status. */
  readonly digestDiffers: boolean;
  /** A verified phrase that stands in a part of this source which is a source of its own: it should be cited as that one. */
  readonly standsIn?: Id;
}

/** A source that citations rest on and whose text is not at hand. */
export interface UnavailableSource {
  readonly id: Id;
  readonly name: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly date?: IsoDate;
  /** Where to get it; from the container, if only that says so. */
  readonly obtain?: string;
  readonly url?: string;
  /** File name and digest that the case expects. */
  readonly text?: string;
  readonly digest?: string;
  /** The container it stands in, whose text would do. */
  readonly within?: Id;
  /** The citations that could not be verified without it. */
  readonly citations: readonly CheckedCitation[];
}

/** A text at hand that is not the one declared. Digests in lower case. */
export interface DigestDifference {
  readonly source: Id;
  readonly textName: string;
  readonly declared: string;
  readonly actual: string;
}

export interface EvidenceReport {
  /** Every citation, in the order of the case. */
  readonly citations: readonly CheckedCitation[];
  readonly counts: Readonly<Record<CitationStatus, number>>;
  readonly unavailable: readonly UnavailableSource[];
  readonly digestDifferences: readonly DigestDifference[];
}

/** The text that holds a source: its own or its container's, and the way down from there. */
interface Holder {
  readonly source: Source;
  readonly text: SourceText;
  /** Parts of the text, the outermost first. */
  readonly segments: readonly Segment[];
}

/** Checks every citation of a case. `texts` holds the texts at hand by the full name of their source. */
export function verifyCase(case_: Case, texts: ReadonlyMap<Id, SourceText>): EvidenceReport {
  const preparedTexts = new Map<Id, PreparedText>();
  const preparedOf = ({ source, text }: Holder): PreparedText | undefined => {
    if (text.text.length > MAX_TEXT) return undefined;
    const prepared = preparedTexts.get(source.id) ?? new PreparedText(text.text);
    preparedTexts.set(source.id, prepared);
    return prepared;
  };
  const check = (cited: CitationInCase): CheckedCitation => {
    const { source, phrase } = cited.citation;
    if (phrase === undefined || phrase.trim() === '') return { ...cited, status: 'no-phrase', digestDiffers: false };
    const holder = holderOf(source, case_.sources, texts);
    if (!holder) return { ...cited, status: 'not-at-hand', digestDiffers: false };
    const prepared = preparedOf(holder);
    const located = locate(phrase, prepared ?? holder.text.text, holder.segments);
    const digestDiffers = digestDifference(holder) !== undefined;
    const standsIn =
      prepared && located.kind === 'verified' ? partHolding(source, phrase, located.count, prepared, holder, case_.sources) : undefined;
    return {
      ...cited,
      status: located.kind === 'verified' && digestDiffers ? 'digest-differs' : located.kind,
      located,
      searched: holder.source.id,
      textName: holder.text.name,
      digestDiffers,
      ...(standsIn === undefined ? {} : { standsIn }),
    };
  };
  const checked = citations(case_).map(check);
  return {
    citations: checked,
    counts: countsOf(checked),
    unavailable: unavailableOf(checked, case_.sources),
    digestDifferences: differencesOf(checked, case_.sources, texts),
  };
}

/** A source with its own text is that text, cut to its borders if it names any without a container; else its container's. */
function holderOf(id: Id, sources: Case['sources'], texts: ReadonlyMap<Id, SourceText>): Holder | undefined {
  const segments: Segment[] = [];
  const seen = new Set<Id>();
  for (let at: Id | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const source: Source | undefined = sources.get(at);
    if (!source) return undefined;
    const text = texts.get(at);
    if (!text || source.within === undefined) segments.unshift(bordersOf(source));
    if (text) return { source, text, segments };
    at = source.within;
  }
  return undefined;
}

const bordersOf = ({ begins, ends }: Source): Segment => ({
  ...(begins === undefined ? {} : { begins }),
  ...(ends === undefined ? {} : { ends }),
});

/** The source within the cited one whose part of the text has every place of the phrase; the first in the order of the case. */
function partHolding(cited: Id, phrase: string, count: number, text: PreparedText, holder: Holder, sources: Case['sources']): Id | undefined {
  for (const part of sources.values()) {
    if (part.within !== cited || (part.begins === undefined && part.ends === undefined)) continue;
    const inPart = locate(phrase, text, [...holder.segments, bordersOf(part)]);
    if (inPart.kind === 'verified' && inPart.count === count) return part.id;
  }
  return undefined;
}

const hex = (digest: string): string => digest.trim().toLowerCase().replace(/^sha-?256[:-]/, '');

const digestDifference = ({ source, text }: Holder): DigestDifference | undefined => {
  if (source.digest === undefined || text.sha256 === undefined) return undefined;
  const declared = hex(source.digest);
  const actual = hex(text.sha256);
  return declared === actual ? undefined : { source: source.id, textName: text.name, declared, actual };
};

const differencesOf = (
  checked: readonly CheckedCitation[], sources: Case['sources'], texts: ReadonlyMap<Id, SourceText>,
): readonly DigestDifference[] => {
  const searched = new Set(checked.filter(({ digestDiffers }) => digestDiffers).map((citation) => citation.searched));
  return [...sources.values()].flatMap((source) => {
    const text = texts.get(source.id);
    const difference = text && searched.has(source.id) ? digestDifference({ source, text, segments: [] }) : undefined;
    return difference ? [difference] : [];
  });
};

const countsOf = (checked: readonly CheckedCitation[]): Record<CitationStatus, number> => {
  const counts: Record<CitationStatus, number> = {
    verified: 0, changed: 0, missing: 0, 'segment-lost': 0, 'no-phrase': 0, 'not-at-hand': 0, 'digest-differs': 0, 'beyond-limits': 0,
  };
  for (const { status } of checked) counts[status]++;
  return counts;
};

function unavailableOf(checked: readonly CheckedCitation[], sources: Case['sources']): readonly UnavailableSource[] {
  const waiting = new Map<Id, CheckedCitation[]>();
  for (const citation of checked) {
    if (citation.status !== 'not-at-hand') continue;
    const id = citation.citation.source;
    waiting.set(id, [...(waiting.get(id) ?? []), citation]);
  }
  return [...waiting].map(([id, dependent]) => {
    const source = sources.get(id);
    if (!source) return { id, name: id, citations: dependent };
    const obtain = inherited(source, 'obtain', sources);
    const url = inherited(source, 'url', sources);
    const { publisher, author, date, text, digest, within } = source;
    const known = { publisher, author, date, obtain, url, text, digest, within };
    return { id, name: source.label, ...defined(known), citations: dependent };
  });
}

/** A field of a source, or of the nearest container that has it. */
const inherited = (source: Source, field: 'obtain' | 'url', sources: Case['sources']): string | undefined => {
  const seen = new Set<Source>();
  for (let at: Source | undefined = source; at && !seen.has(at); at = at.within === undefined ? undefined : sources.get(at.within)) {
    seen.add(at);
    if (at[field] !== undefined) return at[field];
  }
  return undefined;
};

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
