/** An invented treaty, and the sources about it, for tests that need no real text. */
import type { Case, Citation, Place, Provenance, Source } from '@casus/model';

/** As a word processor sets it: curly quotation marks, dashes, a line end in a word. */
export const PACT = [
  'Pact between Arcadia and Borduria',
  '',
  'Article 1. Should Borduria be attacked, Arcadia shall come to its aid “without delay” — by such means as it deems necessary.',
  'Article 2. The parties renounce their long-standing claims to the salt lakes and give mutual guaran-',
  'tees of the border as drawn in 1911.',
  'Article 3. Neither party keeps more than 50,000 troops, or 2.5 percent of its men, within 40 km of the border.',
].join('\n');

/** A gazette that reprints a dispatch and comments on it. */
export const GAZETTE = [
  'From the Arcadian Gazette.',
  '“The minister called the pact a promise without teeth. Nobody in Borduria was surprised, the agency writes.”',
  'Our view: the minister is right, and the pact will not last the winter.',
].join('\n');

let line = 0;
export const place = (): Place => ({ file: 'invented.casus', line: ++line, column: 1, endLine: line, endColumn: 2, offset: line, end: line + 1 });

export const cite = (source: string, phrase?: string): Citation => ({ source, ...(phrase === undefined ? {} : { phrase }), place: place() });

export const says = (...cites: readonly Citation[]): Provenance => ({ cites });

export const source = (id: string, fields: Partial<Source> = {}): Source => ({
  id, name: id, label: `the ${id}`, place: place(), provenance: says(), ...fields,
});

const EMPTY: Case = {
  title: 'Arcadia and Borduria',
  files: [],
  actors: new Map(), groups: new Map(), bodies: new Map(), acts: new Map(), events: new Map(), regions: new Map(), facts: new Map(),
  attributes: new Map(), organisations: new Map(), instruments: new Map(), issues: new Map(), options: new Map(), scenarios: new Map(),
  promises: new Map(), arrangements: new Map(), sources: new Map(), disputes: [], positions: [], negotiations: new Map(), amendments: new Map(), expectations: [],
};

export const caseOf = (fields: Partial<Case>): Case => ({ ...EMPTY, ...fields });

/** A case in which each citation supports one account of a dispute. */
export const caseCiting = (sources: readonly Source[], ...cites: readonly Citation[]): Case =>
  caseOf({
    sources: new Map(sources.map((item) => [item.id, item])),
    disputes: [
      {
        id: 'border', name: 'border', label: 'the border', place: place(), provenance: says(),
        accounts: cites.map((citation) => ({ text: 'an account', place: place(), provenance: says(citation) })),
      },
    ],
  });
