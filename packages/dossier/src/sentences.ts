/** What became of a citation, in one sentence. */
import type { Located, Passage } from './located.js';
import type { CheckedCitation, UnavailableSource } from './verify.js';

/** The result of a search as a sentence. `source` is the name to call the source by. */
export function locatedSentence(located: Located, phrase: string, source: string): string {
  switch (located.kind) {
    case 'verified':
      return `“${phrase}” stands in ${source}, line ${located.line}${again(located.count)}.`;
    case 'changed':
      return `${source} does not have “${phrase}”${nearby(located)} (${located.difference.join('; ')}).`;
    case 'missing':
      if (located.outside && located.nearest) {
        return `“${phrase}” stands on line ${located.nearest.line} of the text, outside the part of it that is ${source}.`;
      }
      return `${source} does not have “${phrase}”${located.nearest ? nearby(located.nearest) : ''}.`;
    case 'segment-lost': {
      const lost = located.lost.map((border) => `the phrase that ${border.which} it, “${border.phrase}”`).join(', and ');
      return `The part of the text that is ${source} cannot be found: ${lost}, ${located.lost.length > 1 ? 'do' : 'does'} not stand there.`;
    }
    case 'beyond-limits':
      return `The ${located.which} is ${located.length} characters long; at most ${located.most} are searched.`;
  }
}

/** A checked citation as a sentence. */
export function citationSentence(checked: CheckedCitation, source: string): string {
  const { citation, located, status } = checked;
  if (status === 'no-phrase') return `The citation of ${source} quotes nothing, so there is nothing to verify.`;
  if (!located) return `“${citation.phrase ?? ''}” is not verified: the text of ${source} is not at hand.`;
  const sentence = locatedSentence(located, citation.phrase ?? '', source);
  return checked.digestDiffers ? `${sentence} The text at hand is not the one whose digest the case declares.` : sentence;
}

/** Where to get a text that is not at hand. */
export function obtainSentence(source: UnavailableSource): string {
  const described = [source.name, source.publisher, source.date].filter((part) => part !== undefined).join(', ');
  const ways = [source.obtain, source.url].filter((part) => part !== undefined).join('; ');
  const count = source.citations.length;
  const where = ways ? `To get it: ${ways}` : 'The case does not say where to get it.';
  return `${described}: ${count} ${count === 1 ? 'quotation' : 'quotations'} not verified. ${where}`;
}

const again = (count: number): string => (count < 2 ? '' : count === 2 ? ', and once more' : `, and ${count - 1} times more`);

const nearby = ({ line, found }: Passage): string => `; nearest, on line ${line}: “${found.replace(/\s+/g, ' ')}”`;
