import type { GroupProblem } from './groups.js';
import type { Literal } from './literals.js';

/** What is wrong with a text, where (both count from 1), and what to do about it. */
export interface DimacsError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A problem, or why there is none. */
export type DimacsResult = { readonly ok: true; readonly problem: GroupProblem } | { readonly ok: false; readonly errors: readonly DimacsError[] };

/** Numbers beyond this in a header are taken for mistakes. */
const MOST = 100_000_000;

/** After so many errors, reading stops. */
const MOST_ERRORS = 20;

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads DIMACS `p cnf` and `p gcnf`. In plain CNF each clause is a group, in the order of the text; in group CNF `{0}` marks
 * the hard clauses and `{g}` group g. Group g of the text, which counts from 1, is element g-1.
 */
export function readDimacs(text: string): DimacsResult {
  return new Reader(text).read();
}

class Reader {
  readonly #errors: DimacsError[] = [];
  readonly #tokens: Generator<Token, Token, void>;
  #variables = 0;
  #groups = 0;

  constructor(text: string) {
    this.#tokens = tokens(text);
  }

  read(): DimacsResult {
    const hard: Literal[][] = [];
    const groups: Literal[][][] = [];
    const header = this.#header();
    if (header !== undefined) {
      const { grouped, clauses } = header;
      if (grouped) for (let g = 0; g < this.#groups; g++) groups.push([]);
      let read = 0;
      let token = this.#next();
      while (token.text !== '' && this.#errors.length < MOST_ERRORS) {
        const start = token;
        let group: number | undefined;
        if (grouped) {
          group = this.#group(token);
          if (group !== undefined) token = this.#next();
        }
        const clause = this.#clause(token);
        if (++read === clauses + 1) this.#wrong(start, `the header announces ${clauses} clause(s), and this is one more; correct the number in the header`);
        if (!grouped) groups.push([clause]);
        else if (group === 0) hard.push(clause);
        else if (group !== undefined) groups[group - 1]!.push(clause);
        token = this.#next();
      }
      if (token.text === '' && read < clauses) this.#wrong(token, `the header announces ${clauses} clause(s), and the text ends after ${read}; is a part of it missing?`);
    }
    if (this.#errors.length > 0) return { ok: false, errors: this.#errors };
    return { ok: true, problem: { variables: this.#variables, hard, groups } };
  }

  #next(): Token {
    return this.#tokens.next().value;
  }

  #wrong({ line, column }: Token, message: string): void {
    this.#errors.push({ line, column, message });
  }

  #header(): { grouped: boolean; clauses: number } | undefined {
    const p = this.#next();
    const format = p.text === 'p' ? this.#next() : p;
    const grouped = format.text === 'gcnf';
    if (p.text !== 'p' || (format.text !== 'cnf' && !grouped)) {
      const what = format.text === '' ? 'the text ends' : `\`${format.text}\` stands`;
      this.#wrong(format, `${what} where the header should; begin with \`p cnf VARIABLES CLAUSES\` or \`p gcnf VARIABLES CLAUSES GROUPS\``);
      return undefined;
    }
    const count = (what: string): number | undefined => {
      const token = this.#next();
      if (token.line === p.line && /^\d+$/.test(token.text) && Number(token.text) <= MOST) return Number(token.text);
      const stands = token.line !== p.line || token.text === '' ? 'the line ends' : `\`${token.text}\` stands`;
      this.#wrong(token.line === p.line ? token : format, `${stands} where the header should give the number of ${what}; write a whole number up to ${MOST}`);
      return undefined;
    };
    const variables = count('variables');
    const clauses = variables === undefined ? undefined : count('clauses');
    const groups = clauses === undefined || !grouped ? 0 : count('groups');
    if (variables === undefined || clauses === undefined || groups === undefined) return undefined;
    this.#variables = variables;
    this.#groups = groups;
    return { grouped, clauses };
  }

  #group(token: Token): number | undefined {
    const written = /^\{(\d+)\}$/.exec(token.text);
    if (written === null) {
      this.#wrong(token, `\`${token.text}\` stands where the clause's group should; in group CNF every clause begins with it, as in \`{1} 3 -4 0\`, and hard clauses with \`{0}\``);
      return undefined;
    }
    const group = Number(written[1]);
    if (group <= this.#groups) return group;
    this.#wrong(token, `group ${group} is not among the ${this.#groups} that the header announces; correct one of the two`);
    return 0;
  }

  /** The literals up to the 0. */
  #clause(first: Token): Literal[] {
    const clause: Literal[] = [];
    let token = first;
    for (; token.text !== '0'; token = this.#next()) {
      if (token.text === '') {
        this.#wrong(token, 'the text ends within a clause; end every clause with ` 0`');
        break;
      }
      const literal = /^-?\d+$/.test(token.text) ? Number(token.text) : NaN;
      if (Number.isNaN(literal)) {
        this.#wrong(token, `\`${token.text}\` is no literal; write the number of a variable, with a minus for its negation, and end the clause with 0`);
        if (this.#errors.length >= MOST_ERRORS) break;
      } else if (literal === 0 || Math.abs(literal) > this.#variables) {
        this.#wrong(token, `variable ${Math.abs(literal)} is not among the ${this.#variables} that the header announces; correct one of the two`);
        if (this.#errors.length >= MOST_ERRORS) break;
      } else {
        clause.push(literal);
      }
    }
    return clause;
  }
}

/** The words of the text, without comments; then, for good, an empty one at its end. A line with only `%` ends it, as in the files of SATLIB. */
function* tokens(text: string): Generator<Token, Token, void> {
  const lines = text.split(/\r\n|\r|\n/);
  let line = 0;
  for (; line < lines.length; line++) {
    const written = lines[line]!;
    if (/^\s*c(\s|$)/.test(written)) continue;
    if (written.trim() === '%') break;
    for (const word of written.matchAll(/\S+/g)) yield { text: word[0], line: line + 1, column: word.index + 1 };
  }
  const last = Math.min(line, lines.length - 1);
  const end: Token = { text: '', line: last + 1, column: lines[last]!.length + 1 };
  for (;;) yield end;
}
