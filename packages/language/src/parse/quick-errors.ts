import type { LangiumParser } from 'langium';

/**
 * Keeps the parser from working out what it could have expected when it refuses a text: nobody reads that (`diagnose.ts` says it better), and with
 * three tokens ahead in a grammar of this size it takes seconds for a text of ten letters. The way that it reads is not touched.
 */
export function withQuickErrors(parser: LangiumParser): void {
  const { wrapper } = parser as unknown as { readonly wrapper: { maxLookahead?: unknown } };
  if (typeof wrapper.maxLookahead !== 'number') throw new Error('the parser generator keeps its look-ahead elsewhere');
  wrapper.maxLookahead = 1;
}
