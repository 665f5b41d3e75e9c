/** Texts under negotiation in words: which of the open texts have a verdict. */
import type { OptionChoice, Texts } from '@casus/analysis';
import { counted, grouped, listed } from './words.js';

/** Conditions that are spelled out; the rest are counted. */
const MOST_CONDITIONS = 4;

const choiceWords = ({ option, taken }: OptionChoice): string => (taken ? option : `not ${option}`);

/** Choices of one issue that exclude each other are alternatives of one word: `decision.unanimity or decision.majority`. */
function conditionWords(conditions: readonly (readonly OptionChoice[])[]): string {
  const words = conditions.map((choices) => listed(choices.map(choiceWords)));
  return listed(words.length > MOST_CONDITIONS ? [...words.slice(0, MOST_CONDITIONS), `in ${counted(words.length - MOST_CONDITIONS, 'further combination')}`] : words, 'or');
}

/** Whether a verdict is that of every text. */
export const everyText = ({ when, count, of }: Texts): boolean => count === of || when.some((choices) => choices.length === 0);

/** `in 3 of 8 texts: when decision.unanimity`; nothing if the verdict is that of every text. */
export function textsWords(texts: Texts): string | undefined {
  if (everyText(texts)) return undefined;
  const share = `in ${grouped(texts.count)} of ${grouped(texts.of)} texts`;
  return texts.when.length === 0 ? share : `${share}: when ${conditionWords(texts.when)}`;
}

/** `when decision.unanimity`; nothing if the verdict is that of every text. */
export function whenWords(texts: Texts): string | undefined {
  if (everyText(texts)) return undefined;
  return texts.when.length === 0 ? textsWords(texts) : `when ${conditionWords(texts.when)}`;
}
