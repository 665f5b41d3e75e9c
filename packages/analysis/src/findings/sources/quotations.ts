import type { EvidenceReport } from '@casus/dossier';
import { citationSentence } from '@casus/dossier';
import { CODES, type Case, type Finding, type FindingCode } from '@casus/model';

const CODE_OF: Partial<Record<string, FindingCode>> = {
  changed: 'sources/quotation-changed',
  missing: 'sources/quotation-missing',
  'segment-lost': 'sources/segment-lost',
  'beyond-limits': 'sources/quotation-missing',
};

/** Quotations that are not in the text of their source as they stand. */
export function quotations(case_: Case, report: EvidenceReport): Finding[] {
  return report.citations.flatMap((checked) => {
    const code = CODE_OF[checked.status];
    if (code === undefined) return [];
    return [
      {
        code,
        severity: CODES[code],
        message: citationSentence(checked, `“${case_.sources.get(checked.citation.source)?.label ?? checked.citation.source}”`),
        place: checked.citation.place,
        causes: [],
        help: 'quote the words as they stand in the text (white space, quotation marks, dashes and hyphenation are forgiven), or cite the source in which they stand',
        about: [checked.citation.source],
      },
    ];
  });
}
