/** What became of the quotations. */
import { obtainSentence, type EvidenceReport } from '@casus/dossier';
import type { Style } from './palette.js';
import { paragraph } from './width.js';
import { counted, listed, sentence } from './words.js';

/** The quotations in one sentence: `31 quotations verified, 2 not verified`. */
export function evidenceCounts({ counts }: EvidenceReport): string {
  const parts = [
    counts.verified > 0 ? `${counts.verified} verified` : '',
    counts.changed > 0 ? `${counts.changed} not as in the source` : '',
    counts.missing > 0 ? `${counts.missing} not in the source` : '',
    counts['segment-lost'] > 0 ? `${counts['segment-lost']} in a part that cannot be found` : '',
    counts['digest-differs'] > 0 ? `${counts['digest-differs']} found in another version of the text` : '',
    counts['beyond-limits'] > 0 ? `${counts['beyond-limits']} too long to search` : '',
    counts['not-at-hand'] > 0 ? `${counts['not-at-hand']} not verified, their texts are not at hand` : '',
  ].filter((part) => part !== '');
  const quoting = Object.values(counts).reduce((sum, each) => sum + each, 0) - counts['no-phrase'];
  const silent = counts['no-phrase'] > 0 ? `; ${counted(counts['no-phrase'], 'citation')} without a quotation` : '';
  return parts.length === 0 ? `no quotations${silent}` : `${counted(quoting, 'quotation')}: ${listed(parts)}${silent}`;
}

/** The evidence of a case: the counts, and where to get the texts that are missing. Nothing if nothing is cited. */
export function evidenceText(report: EvidenceReport, style: Style): string {
  if (report.citations.length === 0) return '';
  const lines = [paragraph(sentence(evidenceCounts(report)), style.width, `${style.palette.bold('Evidence')} `, '  ')];
  for (const source of report.unavailable) {
    lines.push(paragraph(obtainSentence(source), style.width, '  - '));
  }
  if (report.unavailable.length > 0) {
    lines.push(style.palette.dim(paragraph('Put the texts into the folder of the case or its sources/, or name their folder with --sources DIR.', style.width, '  ')));
  }
  return lines.join('\n');
}
