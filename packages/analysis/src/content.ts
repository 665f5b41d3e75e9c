import { identityOf } from '@casus/model';

/** The content of a part of a case: what it says, without where it stands. */
export interface Content {
  /** What verdicts are read from: without titles, citations and remarks. Equal for equal contents, as long as the program runs. */
  readonly meaning: number;
  /** Everything. */
  readonly whole: number;
  /** Every text in what verdicts are read from, names of other declarations among them; and every text that stands apart from it. */
  readonly words: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
}

/** What no verdict is read from: what a thing is called in reports, who says so, and what the text is silent on. */
const APART: ReadonlySet<string> = new Set(['label', 'provenance', 'statements', 'silences', 'heldBy']);

/** The content of each part that was asked for, wherever it stands: parts of a case do not change. */
const KNOWN = new WeakMap<object, Content>();

/** Numbers of texts. They are never used again, so that a number that was forgotten is only a missed chance. */
let numbers = new Map<string, number>();
let next = 0;
const MOST_NUMBERS = 100_000;

/** The content of a part of a case; found again by the object that `part` or `of`, which it is all that is read from, has in common with others, or by what it says. */
export function contentOf(part: object, of: object = part): Content {
  const identity = identityOf(of);
  let content = KNOWN.get(identity);
  if (content === undefined) {
    const writer = new Writer();
    writer.write(part);
    const meaning = writer.main.text.join('');
    content = { meaning: numberOf(meaning), whole: numberOf(`${meaning}\n${writer.apart.text.join('')}`), words: writer.main.words, apart: writer.apart.words };
    KNOWN.set(identity, content);
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
class Writer {
  readonly main = { text: [] as string[], words: new Set<string>() };
  readonly apart = { text: [] as string[], words: new Set<string>() };
  private at = this.main;

  write(part: unknown): void {
    const { text, words } = this.at;
    if (typeof part === 'string') {
      words.add(part);
      text.push(JSON.stringify(part));
    } else if (typeof part === 'bigint') text.push(`${part}n`);
    else if (typeof part !== 'object' || part === null) text.push(String(part));
    else if (Array.isArray(part)) {
      text.push('[');
      for (const each of part) this.element(each);
      text.push(']');
    } else if (part instanceof Map || part instanceof Set) {
      text.push(part instanceof Map ? 'map(' : 'set(');
      for (const each of part) this.element(each);
      text.push(')');
    } else {
      text.push('{');
      for (const [key, value] of Object.entries(part)) if (key !== 'place' && value !== undefined) this.property(key, value);
      text.push('}');
    }
  }

  private element(value: unknown): void {
    this.write(value);
    this.at.text.push(',');
  }

  private property(key: string, value: unknown): void {
    const around = this.at;
    if (APART.has(key)) {
      this.at = this.apart;
      // Where in what is read from it stands.
      this.at.text.push(`@${this.main.text.length}`);
    }
    this.at.text.push(key, ':');
    this.element(value);
    this.at = around;
  }
}
