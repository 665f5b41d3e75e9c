import { tokensOf } from '@casus/language';
import type { DocumentLink } from 'vscode-languageserver';
import { importCandidates, shown } from '../uris.js';
import type { Evidence } from '../case/evidence.js';
import type { FileContext } from './context.js';

/** Links of a file: what it imports, and the addresses and texts of its sources. */
export async function documentLinks({ uri, text, lines, read, session, host }: FileContext, evidence: Evidence): Promise<DocumentLink[]> {
  const links: DocumentLink[] = [];
  const tokens = tokensOf(text).filter(({ kind }) => kind !== 'comment');
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (token.kind !== 'text' || before === undefined) continue;
    const value = token.text.slice(1, -1);
    const range = lines.range(token.offset + 1, token.end - 1);
    if (before.text === 'import') {
      const target = importCandidates(value, uri, host.library).find((each) => read.texts.has(each));
      if (target !== undefined) links.push({ range, target, tooltip: `open ${shown(target)}` });
    } else if (before.text === 'url' && /^https?:\/\/\S+$/u.test(value)) links.push({ range, target: value, tooltip: 'open the address of the source' });
    else if (before.text === 'text') {
      const target = await evidence.fileOf(value, uri, session.own);
      if (target !== undefined) links.push({ range, target, tooltip: 'open the text of the source' });
    }
  }
  return links;
}
