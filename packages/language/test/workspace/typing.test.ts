/**
 * A text that is edited step by step is read as it would be from the beginning: tokens, trees and what is understood of them. More and other edits are tried
 * with `CASUS_FUZZ` and `CASUS_SEED`, as in the other tests of random texts.
 */
import { isDeepStrictEqual } from 'node:util';
import { compile, Workspace } from '@casus/language';
import { describe, expect, it } from 'vitest';
import { RUN } from '../fuzz/inputs.js';
import { Random } from '../fuzz/random.js';
import { FILES, read } from '../house-texts.js';

/** Texts that are read in little time, with articles to be edited one by one. */
const TEXTS = FILES.filter(({ text }) => text.length < 9000 && text.split('\n  article ').length > 2);
const STEPS = Math.ceil(RUN.inputs / 100);
/** So many edits are made of one text. */
const EDITS = 12;

const TOKEN = /"[^"\n]*"|“[^”\n]*”|[\p{L}\p{N}_-]+|\s+|[^\s]/gu;
const SIGNS = ['{', '}', '[', ']', '|', ':', ',', '"', '//', '/*', '*/', ' */ /* ', '\n', '\r\n', ' ', '\r', '\n\n', '\t', 'article 3', 'cite', 'if', 'then', 'shall', '1', '2025-01-01'];

/** What may be done to a text. */
const CHANGES: readonly ((random: Random, text: string, base: string) => string)[] = [
  (random, text) => onTokens(random, text, (tokens, at) => void tokens.splice(at, 1)),
  (random, text) => onTokens(random, text, (tokens, at) => void tokens.splice(at, 1 + random.below(8))),
  (random, text) => onTokens(random, text, (tokens, at) => void (tokens[at] = random.pick(tokens))),
  (random, text) => onTokens(random, text, (tokens, at) => void tokens.splice(at, 0, ' ', random.pick(tokens), ' ')),
  (random, text) => onTokens(random, text, (tokens, at) => void tokens.splice(at, 0, random.pick(SIGNS))),
  (random, text) => onTokens(random, text, (tokens, at) => void (tokens[at] = tokens[at]!.replace(/\d+/u, String(random.below(40) + 1)))),
  (random, text) => onLines(random, text, (lines, at) => void lines.splice(at, 1)),
  (random, text) => onLines(random, text, (lines, at) => void lines.splice(at, 0, random.pick(lines))),
  (random, text) => onLines(random, text, (lines, at) => void lines.splice(random.below(lines.length), 0, ...lines.splice(at, 1))),
  (random, text) => onArticles(random, text, (articles, at) => void articles.splice(at, 1)),
  (random, text) => onArticles(random, text, (articles, at) => void articles.splice(at, 0, random.pick(articles).replace(/^\S+/u, String(50 + random.below(9))))),
  (random, text) => onArticles(random, text, (articles, at) => void articles.push(...articles.splice(at, 1))),
  (_, __, base) => base,
  (_, __, base) => base,
];

const onTokens = (random: Random, text: string, edit: (tokens: string[], at: number) => void): string => changed(random, text.match(TOKEN) ?? [], '', edit);
const onLines = (random: Random, text: string, edit: (lines: string[], at: number) => void): string => changed(random, text.split('\n'), '\n', edit);
const onArticles = (random: Random, text: string, edit: (articles: string[], at: number) => void): string => {
  const [head, ...articles] = text.split('\n  article ');
  const last = articles.pop();
  return last === undefined || articles.length === 0 ? text : [head, changed(random, articles, '\n  article ', edit), last].filter((part) => part !== '').join('\n  article ');
};

function changed(random: Random, parts: string[], by: string, edit: (parts: string[], at: number) => void): string {
  if (parts.length > 0) edit(parts, random.below(parts.length));
  return parts.join(by);
}

describe('a text that is edited', () => {
  it(`is read as from the beginning, in ${STEPS} steps`, { timeout: 60_000 + STEPS * 1000 }, () => {
    let right = 0;
    for (let step = 0, round = 0; step < STEPS; round++) {
      const random = Random.of(RUN.seed, round);
      const { path, text: base } = random.pick(TEXTS);
      const workspace = new Workspace(read);
      let text = base;
      for (let edit = 0; edit <= EDITS; edit++, step++) {
        const before = text;
        if (edit > 0) text = random.pick(CHANGES)(random, text, base);
        workspace.update(path, text);
        const warm = workspace.outcome();
        const cold = compile([{ path, text }], read);
        if (!isDeepStrictEqual(warm, cold)) expect({ round, edit, before, text, warm }).toEqual({ round, edit, before, text, warm: cold });
        if (!cold.findings.some(({ severity }) => severity === 'error')) right++;
      }
    }
    // Where most texts are broken, little would be compared.
    expect(right).toBeGreaterThan(STEPS / 4);
  });
});
