/** The codes of findings as a user types them. */
import { CODES, isFindingCode } from '@casus/model';
import { didYouMean } from './nearest.js';
import { UsageError } from './usage-error.js';

/** All codes, by category and name. */
export const ALL_CODES: readonly string[] = Object.keys(CODES);

const categories = (): readonly string[] => [...new Set(ALL_CODES.map((code) => `${code.split('/')[0]!}/*`))];

/** A code of a finding, or a whole category as `promise/*`; anything else is refused with the nearest. */
export function codeOrCategory(text: string): string {
  if (isFindingCode(text) || categories().includes(text)) return text;
  const near = didYouMean(text, [...ALL_CODES, ...categories()]);
  throw new UsageError(`there is no finding \`${text}\`${near || ';'} \`npx casus why\` lists them all`);
}
