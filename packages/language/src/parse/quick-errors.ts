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

/**
 * Keeps the parser from looking, at every token, for the place of the remarks before it where there are none: it looks through all that was read so far, so that a
 * file of a hundred thousand declarations takes a minute.
 */
export function withQuickRemarks(parser: LangiumParser): void {
  const { nodeBuilder } = parser as unknown as { readonly nodeBuilder: { addHiddenNodes?: (tokens: readonly unknown[]) => void } };
  const { addHiddenNodes } = nodeBuilder;
  if (typeof addHiddenNodes !== 'function') throw new Error('the parser generator keeps remarks elsewhere');
  nodeBuilder.addHiddenNodes = (tokens) => {
    if (tokens.length > 0) addHiddenNodes.call(nodeBuilder, tokens);
  };
}
