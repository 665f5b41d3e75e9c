import { nounsOf, type Kind } from '@casus/language';

/** "an actor". */
export function articleNounOf(kind: Kind): string {
  return nounsOf([kind]);
}

/** "actor". */
export function nounOf(kind: Kind): string {
  return nounsOf([kind]).replace(/^an? /u, '');
}

/** A text as Markdown that shows it as it is. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/gu, '\\$&').replaceAll('\n', ' ');
}

/** `a`, `b` and `c`. */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}
