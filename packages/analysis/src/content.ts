/** The content of a part of a case: what it says, without where it stands, what it is called in reports, and who says so. */
export interface Content {
  /** Equal for equal contents, as long as the program runs. */
  readonly number: number;
  /** Every text in it, names of other declarations among them. */
  readonly words: ReadonlySet<string>;
}

/** What no verdict is read from. */
const APART: ReadonlySet<string> = new Set(['place', 'provenance', 'label', 'statements', 'silences', 'heldBy']);

/** The content of each object that was asked for: parts of a case do not change. */
const KNOWN = new WeakMap<object, Content>();

/** Numbers of contents. They are never used again, so that a number that was forgotten is only a missed chance. */
let numbers = new Map<string, number>();
let next = 0;
const MOST_NUMBERS = 200_000;

/** The content of a part of a case; found again by the object, or by what it says. */
export function contentOf(part: object): Content {
  let content = KNOWN.get(part);
  if (content === undefined) {
    const words = new Set<string>();
    const text: string[] = [];
    write(part, text, words);
    content = { number: numberOf(text.join('')), words };
    KNOWN.set(part, content);
  }
  return content;
}

/** The number of a text, the same for the same text. */
export function numberOf(text: string): number {
  let number = numbers.get(text);
  if (number === undefined) {
    if (numbers.size >= MOST_NUMBERS) numbers = new Map();
    numbers.set(text, (number = next++));
  }
  return number;
}

/** Writes a part so that different contents are different texts: everything in the order in which it stands, each with its kind. */
function write(part: unknown, text: string[], words: Set<string>): void {
  if (typeof part === 'string') {
    words.add(part);
    text.push(JSON.stringify(part));
  } else if (typeof part === 'bigint') text.push(`${part}n`);
  else if (typeof part !== 'object' || part === null) text.push(String(part));
  else if (Array.isArray(part)) {
    text.push('[');
    for (const each of part) {
      write(each, text, words);
      text.push(',');
    }
    text.push(']');
  } else if (part instanceof Map || part instanceof Set) {
    text.push(part instanceof Map ? 'map(' : 'set(');
    for (const each of part) {
      write(each, text, words);
      text.push(',');
    }
    text.push(')');
  } else {
    text.push('{');
    for (const [key, value] of Object.entries(part)) {
      if (APART.has(key) || value === undefined) continue;
      text.push(key, ':');
      write(value, text, words);
      text.push(',');
    }
    text.push('}');
  }
}
