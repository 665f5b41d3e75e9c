import type { Case, Finding, Outcome } from '@casus/model';
import { addFinding } from '../bridge/context.js';
import { Pieces } from '../bridge/pieces.js';
import { compileWith, type CompileOptions } from '../compile.js';
import type { Read } from '../load.js';
import { parse, type Parsed } from '../parse/parse.js';
import { Syntax } from './syntax.js';

/** What is known of a file: its text as read last, what was found in it, and its syntax when it last fitted the grammar. */
interface Known {
  readonly text: string;
  readonly parsed: Pick<Parsed, 'root' | 'lost'>;
  readonly findings: readonly Finding[];
  readonly syntax: Syntax | undefined;
}

/**
 * The files of one case while they are edited. `outcome` is at any time what `compile` makes of the same files; of a changed file only those
 * declarations are parsed again, and understood again, that changed.
 */
export class Workspace {
  readonly #files = new Map<string, string>();
  #known = new Map<string, Known>();
  readonly #pieces = new Pieces();

  /** `read` finds what the files import; it is asked at every `outcome`. */
  constructor(private readonly read: Read, private readonly options: CompileOptions = {}) {}

  /** The text of one of the case's own files, which is added if it is new. Files stand in the order in which they were added. */
  update(path: string, text: string): void {
    this.#files.set(path, text);
  }

  /** The file is no longer part of the case. */
  remove(path: string): void {
    this.#files.delete(path);
  }

  /** The case as it stands in the files, and the findings of form: equal to those of `compile`. */
  outcome(): Outcome<Case> {
    const before = this.#known;
    const now = new Map<string, Known>();
    const files = [...this.#files].map(([path, text]) => ({ path, text }));
    const parseOne = (path: string, text: string, findings: Finding[]): Known['parsed'] => {
      const known = parsedAfter(before.get(path), path, text);
      now.set(path, known);
      for (const { code, place, message, causes, help, about } of known.findings) addFinding(findings, code, place, message, { causes, help, about });
      return known.parsed;
    };
    const outcome = compileWith(parseOne, files, this.read, this.options, this.#pieces);
    this.#known = now;
    return outcome;
  }
}

function parsedAfter(before: Known | undefined, path: string, text: string): Known {
  if (before?.text === text) return before;
  const syntax = before?.syntax?.changed(text);
  if (syntax !== undefined) return { text, parsed: { root: syntax.root, lost: new Set() }, findings: [], syntax };
  const findings: Finding[] = [];
  const parsed = parse(path, text, findings);
  // A text that is broken for the moment is soon mended: then most of it is as it was before.
  const whole = parsed.tokens === undefined || findings.length > 0 ? undefined : Syntax.of(text, parsed.root, parsed.tokens);
  return { text, parsed, findings, syntax: whole ?? before?.syntax };
}
