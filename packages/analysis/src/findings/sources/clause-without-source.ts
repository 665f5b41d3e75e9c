import type { Case, Finding, Place, Provenance } from '@casus/model';
import { actorName, listed, quoted } from '../../words.js';
import { findingOf, isOwn, type CaseFinding } from '../case.js';

/** So many places are pointed to; the others are counted. */
const MOST_PLACES = 20;

interface Sentence {
  readonly what: 'sentence' | 'end' | 'entry into force' | 'position' | 'rule';
  readonly place: Place;
  readonly provenance: Provenance;
}

/**
 * Sentences of a text, positions of an actor, or rules of a negotiation, that neither cite a source nor say how they are known, where others beside
 * them do. An amendment is its author's own proposal.
 */
export const clauseWithoutSource: CaseFinding = ({ case: case_, understood }) => (understood ? [...instruments(case_), ...positions(case_), ...negotiations(case_)] : []);

function instruments(case_: Case): Finding[] {
  return [...case_.instruments.values()].flatMap((instrument): Finding[] => {
    if (!isOwn(case_, instrument.place)) return [];
    // A citation at the head of an article or of the whole text covers what stands in it.
    const covered = new Set(instrument.articles.filter(({ provenance }) => isKnown(provenance)).map(({ id }) => id));
    if (isKnown(instrument.provenance)) return [];
    const clauses: Sentence[] = [
      ...instrument.norms.filter(({ article }) => !covered.has(article)).map(({ place, provenance }) => ({ what: 'sentence' as const, place, provenance })),
      ...[...instrument.ends, ...instrument.suspensions].filter(({ article }) => article === undefined || !covered.has(article)).map(({ place, provenance }) => ({ what: 'end' as const, place, provenance })),
      ...(instrument.entry === undefined ? [] : [{ what: 'entry into force' as const, place: instrument.entry.place, provenance: instrument.entry.provenance }]),
    ];
    const beside = [...clauses, ...instrument.silences, ...(instrument.statements ?? [])].some(({ provenance }) => isKnown(provenance)) || covered.size > 0;
    const bare = bareOf(clauses);
    if (!beside || bare.length === 0) return [];
    return [told(`${counted(bare)} of ${quoted(instrument.label)} ${bare.length === 1 ? 'cites' : 'cite'} no source, while others do.`, bare, [instrument.id])];
  });
}

function positions(case_: Case): Finding[] {
  const lines = case_.positions.filter(({ place }) => isOwn(case_, place));
  if (!lines.some(({ provenance }) => isKnown(provenance))) return [];
  return [...new Set(lines.map(({ actor }) => actor))].flatMap((actor): Finding[] => {
    const bare = bareOf(lines.filter((line) => line.actor === actor).map(({ place, provenance }) => ({ what: 'position' as const, place, provenance })));
    if (bare.length === 0) return [];
    return [told(`${counted(bare)} of ${actorName(case_, actor)} ${bare.length === 1 ? 'cites' : 'cite'} no source, while others do.`, bare, [actor])];
  });
}

function negotiations(case_: Case): Finding[] {
  return [...case_.negotiations.values()].flatMap((negotiation): Finding[] => {
    // A citation behind the negotiation covers its rules.
    if (!isOwn(case_, negotiation.place) || isKnown(negotiation.provenance) || !negotiation.rules.some(({ provenance }) => isKnown(provenance))) return [];
    const bare = bareOf(negotiation.rules.map(({ place, provenance }) => ({ what: 'rule' as const, place, provenance })));
    if (bare.length === 0) return [];
    return [told(`${counted(bare)} of ${quoted(negotiation.label)} ${bare.length === 1 ? 'cites' : 'cite'} no source, while others do.`, bare, [negotiation.id])];
  });
}

/** A citation, or a mark of how it is known (`stated by`, `reported`, `inferred`). */
const isKnown = ({ cites, status }: Provenance): boolean => cites.length > 0 || status !== undefined;

/** Those without, each once: one sentence may make two norms. */
function bareOf(sentences: readonly Sentence[]): readonly Sentence[] {
  const bare = sentences.filter(({ provenance }) => !isKnown(provenance));
  return [...new Map(bare.map((sentence) => [`${sentence.place.file} ${sentence.place.offset}`, sentence])).values()];
}

/** “One sentence”, “3 sentences and the entry into force”. */
function counted(bare: readonly Sentence[]): string {
  const words = (['sentence', 'position', 'rule', 'end'] as const).flatMap((what) => {
    const count = bare.filter((sentence) => sentence.what === what).length;
    return count === 0 ? [] : [count === 1 ? `one ${what}` : `${count} ${what}s`];
  });
  if (bare.some(({ what }) => what === 'entry into force')) words.push('the entry into force');
  const text = listed(words);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function told(message: string, bare: readonly Sentence[], about: readonly string[]): Finding {
  const left = bare.length - MOST_PLACES;
  return findingOf('sources/clause-without-source', {
    message,
    place: bare[0]!.place,
    causes: [
      ...bare.slice(1, MOST_PLACES).map(({ what, place }) => ({ message: `this ${what} too`, place })),
      ...(left > 0 ? [{ message: `and ${left} more` }] : []),
    ],
    help: 'cite the passage (`cite SOURCE "…"`), or say how it is known (`reported by "…"`, `inferred "…"`)',
    about,
  });
}
