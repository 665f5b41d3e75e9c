import type { Case, Declared } from '@casus/model';

/** Comments, quoted text, and names. */
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|“[^”\n]*”|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/gu;

/**
 * Whether the name of a declaration is written anywhere in the author's files but in the declaration itself and where a finding is confirmed. What a
 * sentence says and the case has no need to keep still uses its names.
 */
export function isMentioned(case_: Case, { name, place }: Declared): boolean {
  return (mentions(case_).get(name) ?? []).some(({ file, offset }) => file !== place.file || offset < place.offset || offset >= place.end);
}

interface Mention {
  readonly file: string;
  readonly offset: number;
}

/** Where each name is written. */
function mentions(case_: Case): ReadonlyMap<string, readonly Mention[]> {
  let known = MENTIONS.get(case_);
  if (known !== undefined) return known;
  const found = new Map<string, Mention[]>();
  const confirmed = case_.expectations.flatMap(({ kind, place }) => (kind === 'finding' ? [place] : []));
  for (const { path, text, imported } of case_.files) {
    if (imported) continue;
    const beside = confirmed.filter(({ file }) => file === path);
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (/^["“/]/.test(token) || beside.some(({ offset, end }) => index >= offset && index < end)) continue;
      const list = found.get(token);
      if (list === undefined) found.set(token, [{ file: path, offset: index }]);
      else list.push({ file: path, offset: index });
    }
  }
  MENTIONS.set(case_, (known = found));
  return known;
}

/** The names in the files of each case; cases do not change. */
const MENTIONS = new WeakMap<Case, ReadonlyMap<string, readonly Mention[]>>();
