/** Broken, mutated and made-up texts: the i-th of a seed is always the same. */
import { EXAMPLES, FILES } from '../house-texts.js';
import { DECLARATIONS, nonsense } from './nonsense.js';
import { Random } from './random.js';

/** Largest text that is mutated, in characters. */
const LARGEST = 1200;

/** Declarations of the library and cases, and the examples of the manual, each small. */
export const CORPUS: readonly string[] = [...FILES.flatMap(({ text }) => itemsOf(text)), ...EXAMPLES.map(({ text }) => text)].filter(({ length }) => length > 10 && length <= LARGEST);

/** The declarations of a text that is laid out: each begins on its own line without indentation. */
export function itemsOf(text: string): string[] {
  return text.split(/\n(?=[a-z])/u).filter((item) => /^[a-z]/u.test(item));
}

const TOKEN = /"[^"\n]*"|“[^”\n]*”|[\p{L}\p{N}_-]+|\s+|[^\s]/gu;
const POOL = [...new Set(CORPUS.flatMap((text) => text.match(TOKEN)!))];
const SIGNS = ['{', '}', '[', ']', '(', ')', '|', ':', ',', '.', '"', '“', '”', '//', '/*', '*/', '/', '%', '=', ';', '$', '\\', '\u0000', '\uFEFF', '\u2028', '\uD800', '🕊', 'é', '\r', '\n\n', '-', '0', '1.', '2025-13-45', "'"];

/** The kinds of inputs. */
export const KINDS: readonly ((random: Random) => string)[] = [
  // Words taken out, doubled, exchanged, replaced.
  (random) => mutated(random, (tokens) => void tokens.splice(random.below(tokens.length), 1 + random.below(4))),
  (random) => mutated(random, (tokens) => void tokens.splice(random.below(tokens.length), 0, random.pick(tokens), ' ')),
  (random) => mutated(random, (tokens) => {
    const [i, j] = [random.below(tokens.length), random.below(tokens.length)];
    [tokens[i], tokens[j]] = [tokens[j]!, tokens[i]!];
  }),
  (random) => mutated(random, (tokens) => void (tokens[random.below(tokens.length)] = random.pick(POOL))),
  // Two texts made one.
  (random) => {
    const [one, other] = [random.pick(CORPUS), random.pick(CORPUS)];
    return one.slice(0, random.below(one.length)) + other.slice(random.below(other.length));
  },
  // Cut anywhere.
  (random) => {
    const text = random.pick(CORPUS);
    return random.next() < 0.5 ? text.slice(0, random.below(text.length)) : text.slice(random.below(text.length));
  },
  // Brackets, quotation marks, remarks that do not close, strange characters.
  (random) => {
    let text = random.pick(CORPUS);
    for (let n = 1 + random.below(4); n > 0; n--) {
      const at = random.below(text.length + 1);
      text = text.slice(0, at) + random.pick(SIGNS) + text.slice(at + (random.next() < 0.3 ? 1 : 0));
    }
    return text;
  },
  // Any characters.
  (random) => String.fromCodePoint(...Array.from({ length: random.below(80) }, () => anyCharacter(random))),
  // Words of the language in any order.
  (random) => Array.from({ length: random.below(60) }, () => random.pick(POOL)).join(random.pick(['', ' ', '\n'])),
  // What the grammar allows, and what is nearly so.
  (random) => Array.from({ length: 1 + random.below(4) }, () => nonsense(random, random.pick(DECLARATIONS), random.below(60))).join('\n'),
  (random) => edited(random, nonsense(random, random.pick(DECLARATIONS), 10 + random.below(50)), (tokens) => void tokens.splice(random.below(tokens.length), 1)),
];

/** The i-th input of a seed. */
export function input(seed: number, i: number): string {
  return KINDS[i % KINDS.length]!(Random.of(seed, i));
}

function mutated(random: Random, edit: (tokens: string[]) => void): string {
  return edited(random, random.pick(CORPUS), edit);
}

function edited(random: Random, text: string, edit: (tokens: string[]) => void): string {
  const tokens: string[] = text.match(TOKEN) ?? [];
  for (let n = 1 + random.below(3); n > 0 && tokens.length > 0; n--) edit(tokens);
  return tokens.join('');
}

function anyCharacter(random: Random): number {
  const ranges = [[0, 0x7f], [0x20, 0x7e], [0x20, 0x7e], [0, 0xff], [0, 0xffff], [0x1f300, 0x1faff]] as const;
  const [from, to] = random.pick(ranges);
  return from + random.below(to - from + 1);
}

/** The smallest text that still fails, found by leaving out ever smaller stretches (Zeller & Hildebrandt 2002). */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  let now = text;
  for (let size = Math.ceil(now.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < now.length; ) {
      const shorter = now.slice(0, at) + now.slice(at + size);
      if (fails(shorter)) now = shorter;
      else at += size;
    }
  }
  return now;
}

/** How many inputs a run tries, and the seed: `CASUS_FUZZ` and `CASUS_SEED` of the environment. */
export const RUN = { inputs: Number(process.env['CASUS_FUZZ'] ?? 20_000), seed: Number(process.env['CASUS_SEED'] ?? 1) };
