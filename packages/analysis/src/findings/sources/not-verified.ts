import type { EvidenceReport } from '@casus/dossier';
import { CODES, type Case, type Finding } from '@casus/model';

/** Quotations whose source is not at hand: listed, with where to get it. */
export function notVerified(case_: Case, report: EvidenceReport): Finding[] {
  return report.unavailable.map((source) => {
    const count = source.citations.length;
    const where = source.obtain ?? source.url;
    return {
      code: 'sources/not-verified',
      severity: CODES['sources/not-verified'],
      message: `${count} ${count === 1 ? 'quotation from' : 'quotations from'} “${source.name}” could not be verified: its text is not at hand${where === undefined ? '' : ` (${where})`}.`,
      place: case_.sources.get(source.id)?.place ?? source.citations[0]!.citation.place,
      causes: [],
      ...(source.text === undefined ? {} : { help: `get the text, save it as ${source.text}, and name its folder with --sources` }),
      about: [source.id],
    };
  });
}
