import type { EvidenceReport } from '@casus/dossier';
import { CODES, type Case, type Finding } from '@casus/model';

/** The text at hand is not the one that the case was written from. */
export function digestDiffers(case_: Case, report: EvidenceReport): Finding[] {
  return report.digestDifferences.map(({ source, textName, declared, actual }) => ({
    code: 'sources/digest-differs',
    severity: CODES['sources/digest-differs'],
    message: `${textName} is not the text that “${case_.sources.get(source)?.label ?? source}” was quoted from: its digest is ${actual.slice(0, 12)}…, declared is ${declared.slice(0, 12)}….`,
    place: case_.sources.get(source)!.place,
    causes: [],
    help: 'get the text that was cited, or check the quotations against this one and declare its digest',
    about: [source],
  }));
}
