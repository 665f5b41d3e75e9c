/** What stands in one pair of brackets: how many conditions and sentences are begun in it, each inside the one before. */
interface Level {
  /** `not` and `… after`, one directly before the other. */
  prefixes: number;
  /** Heads of sentences (`if`, `once`, `upon`), one directly behind the other. */
  heads: number;
  /** `otherwise` and `failing which`, each about the sentence before it. */
  otherwise: number;
}

const HEADS = new Set(['if', 'once', 'upon']);
const VERBS = new Set(['shall', 'may', 'pledges', 'pledge']);
const UNIT = /^(?:[0-9].*|hours?|days?|weeks?|months?|years?)$/u;

/**
 * How deeply nested a text is at each of its words and signs: by brackets, and by what nests without them. It is told before the grammar is asked, since
 * the parser's time and stack grow with it. What is written one beside the other does not count.
 */
export class Nesting {
  /** So deep may sentences be nested. The time to tell which bracket is meant as what grows with the third power of it; no instrument comes near. */
  static readonly DEEPEST = 32;

  private levels: Level[] = [];
  private level: Level = fresh();
  private total = 0;
  private before = '';

  get isTooDeep(): boolean {
    return this.total > Nesting.DEEPEST;
  }

  /** How many brackets are open. */
  get open(): number {
    return this.levels.length;
  }

  /** All that was begun is over. */
  forget(): void {
    this.levels = [];
    this.level = fresh();
    this.total = 0;
    this.before = '';
  }

  /** A word or number. */
  word(word: string): void {
    const { level } = this;
    const continues = this.before === 'then' || this.before === ',';
    if (word === 'not' || word === 'after') this.set('prefixes', level.prefixes + 1);
    else if (!UNIT.test(word)) this.set('prefixes', 0);
    if (HEADS.has(word)) {
      // A head behind `otherwise` is what that begins.
      const isElse = this.before === 'otherwise' || this.before === 'which';
      if (!continues && !isElse) this.set('otherwise', 0);
      this.set('heads', continues ? level.heads + 1 : isElse ? 0 : 1);
    } else if (VERBS.has(word)) this.set('heads', 0);
    else if (word === 'otherwise' || word === 'which') this.set('otherwise', level.otherwise + 1);
    this.before = word;
  }

  /** A bracket, comma or other sign. */
  sign(sign: string): void {
    if ('{[('.includes(sign)) {
      // What a head governs stands in the block behind it: they count as one.
      if (sign === '{' && this.level.heads > 0) this.set('heads', this.level.heads - 1);
      this.levels.push(this.level);
      this.level = fresh();
      this.total++;
    } else if ('}])'.includes(sign)) {
      const { prefixes, heads, otherwise } = this.level;
      this.total -= prefixes + heads + otherwise;
      const outer = this.levels.pop();
      if (outer !== undefined) this.total--;
      this.level = outer ?? fresh();
      if (sign === '}') this.set('heads', 0);
      this.set('prefixes', 0);
    } else if (sign !== ',') this.other();
    // The comma in "otherwise, if …" separates nothing.
    if (sign !== ',' || (this.before !== 'otherwise' && this.before !== 'which')) this.before = sign;
  }

  /** Something that begins nothing. */
  other(): void {
    this.set('prefixes', 0);
    this.before = '';
  }

  private set(what: keyof Level, to: number): void {
    this.total += to - this.level[what];
    this.level[what] = to;
  }
}

function fresh(): Level {
  return { prefixes: 0, heads: 0, otherwise: 0 };
}
