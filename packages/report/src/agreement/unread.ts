/** What is told before all else where a part of the case could not be read: the result then rests on less than its author wrote. */
import type { Section } from '../page.js';
import { grouped } from '../words.js';

/** Sentences of a case that could not be read and that no result counts. */
export interface Unread {
  /** How many; from 1. */
  readonly sentences: number;
  /** The command that shows them: `npx casus check my-case`. */
  readonly check: string;
}

/** “3 sentences of the case could not be read and do not count; …”. */
export function unreadWords({ sentences, check }: Unread): string {
  const one = sentences === 1;
  return `${one ? '1 sentence' : `${grouped(sentences)} sentences`} of the case could not be read and ${one ? 'does' : 'do'} not count; the result may be wrong: \`${check}\` shows ${one ? 'it' : 'them'}.`;
}

/** The first section of a page; none where everything was read. */
export function unreadSection(unread: Unread | undefined): Section {
  if (unread === undefined) return { title: '', blocks: [] };
  return { title: 'Not the whole case', blocks: [{ kind: 'text', text: unreadWords(unread) }] };
}
