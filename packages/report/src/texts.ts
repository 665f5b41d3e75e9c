/** Texts under negotiation in words: which of the open texts have a verdict. */
import type { OptionChoice, Texts } from '@casus/analysis';
import { counted, grouped, listed } from './words.js';

/** Conditions that are spelled out; the rest are counted. */
const MOST_CONDITIONS = 4;

const choiceWords = ({ option, taken }: OptionChoice): string => (taken ? option : `not ${option}`);

function conditionWords({ when, more }: Texts): string {
  const words = when.map((choices) => listed(choices.map(choiceWords)));
  const rest = words.length - MOST_CONDITIONS;
  if (rest > 0) return listed([...words.slice(0, MOST_CONDITIONS), more ? `in ${rest} and more further combinations` : `in ${counted(rest, 'further combination')}`], 'or');
  return listed(more ? [...words, 'in further combinations'] : words, 'or');
}

/** Whether a verdict is that of every text. */
export const everyText = ({ when, count, of }: Texts): boolean => count === of || when.some((choices) => choices.length === 0);

/** `in 3 of 8 texts: when decision.unanimity`; nothing if the verdict is that of every text. */
export function textsWords(texts: Texts): string | undefined {
  if (everyText(texts)) return undefined;
  const share = `in ${grouped(texts.count)} of ${grouped(texts.of)} texts`;
  return texts.when.length === 0 ? share : `${share}: when ${conditionWords(texts)}`;
}

/** `when decision.unanimity`; nothing if the verdict is that of every text. */
export function whenWords(texts: Texts): string | undefined {
  if (everyText(texts)) return undefined;
  return texts.when.length === 0 ? textsWords(texts) : `when ${conditionWords(texts)}`;
}
