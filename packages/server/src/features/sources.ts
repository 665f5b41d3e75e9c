import { CREDIBILITY, RELIABILITY, type CheckedCitation, type CitationStatus } from '@casus/dossier';
import type { Citation, Id, Provenance, Source } from '@casus/model';
import type { FileContext } from './context.js';
import { escaped } from './words.js';

const STATUS: Readonly<Record<CitationStatus, string>> = {
  verified: 'found in the text of the source', changed: 'not found word for word in the text of the source', missing: 'not found in the text of the source',
  'segment-lost': 'the part of the text that is this source was not found', 'no-phrase': 'no phrase is quoted', 'not-at-hand': 'not verified: the text of the source is not at hand',
  'digest-differs': 'found, but in another edition than the one whose digest the case declares', 'beyond-limits': 'not verified: the text or the phrase is too long',
};

/** What is known of a source: title, publisher, date, kind, grade in words, where to get it. */
export function sourceLines({ label, id, author, publisher, date, kind, grade, url, obtain, within }: Source): string[] {
  const who = [author, publisher, date].filter((part) => part !== undefined).map(escaped).join(', ');
  return [
    `**${escaped(label)}** (\`${id}\`)`,
    ...(who === '' ? [] : [who]),
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ...(grade === undefined ? [] : [`grade ${grade.reliability}${grade.credibility}: source ${RELIABILITY[grade.reliability as keyof typeof RELIABILITY]}, information ${CREDIBILITY[Number(grade.credibility) as keyof typeof CREDIBILITY]}`]),
    ...(within === undefined ? [] : [`stands in the source \`${within}\``]),
    ...(url === undefined ? obtain === undefined ? [] : [`to be had from ${escaped(obtain)}`] : [`<${url}>`]),
  ];
}

/** A citation: its phrase, the place that the author names, and what became of it. */
export function citationLines({ read, judged }: FileContext, { source, phrase, at, place }: Citation): string[] {
  const known = read.value.sources.get(source);
  const checked = judged?.evidence.citations.find(({ citation }) => citation.place.file === place.file && citation.place.offset === place.offset && citation.phrase === phrase);
  return [
    ...(phrase === undefined ? [] : [`“${escaped(phrase)}”${at === undefined ? '' : `, ${escaped(at)}`}`]),
    ...(known === undefined ? [`\`${source}\``] : sourceLines(known)),
    ...(phrase === undefined || checked === undefined ? [] : [`*${statusOf(checked)}*`]),
  ];
}

function statusOf({ status }: CheckedCitation): string {
  return STATUS[status];
}

/** Who says so, in one line for each citation and mark. */
export function provenanceLines(read: FileContext['read'], { status, by, note, cites }: Provenance): string[] {
  const named = (id: Id): string => read.value.sources.get(id)?.label ?? id;
  return [
    ...(status === undefined ? [] : [`${status}${by === undefined ? '' : ` by ${escaped(by)}`}${note === undefined ? '' : `: ${escaped(note)}`}`]),
    ...cites.map(({ source, phrase, at }) => `source: ${escaped(named(source))}${at === undefined ? '' : `, ${escaped(at)}`}${phrase === undefined ? '' : `: “${escaped(phrase)}”`}`),
  ];
}
