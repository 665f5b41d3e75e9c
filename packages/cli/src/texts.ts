/** Texts as a user names them on the command line: an arrangement or instrument of a case, or a file with one in it. */
import type { Side } from '@casus/analysis';
import type { Case, Id } from '@casus/model';
import { leftOut } from '@casus/report';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { caseOf } from './case-of.js';
import { compiled } from './compiled.js';
import { ENDING, inputsOf, shownPath, type Input } from './files.js';
import type { Io } from './io.js';
import { listing, lookUp, lookUpOptions, refuseTwoOfOneIssue } from './lookup.js';
import { shellWord } from './shell.js';
import { UsageError } from './usage-error.js';

/** A text, and how the user named it. */
export interface NamedText extends Side {
  readonly name: string;
}

/** Reads cases once each, and tells of each what could not be read. */
export class Texts {
  readonly #cases = new Map<string, Case>();
  /** Whether sentences of some case could not be read. */
  incomplete = false;

  constructor(
    readonly io: Io,
    readonly folder: string | undefined,
  ) {}

  /**
   * The text that an argument names: `NAME` of the case, `FILE` or `FOLDER` with one text in it, or `FILE:NAME`; each with options taken behind ` with `
   * (`Draft with clause.open, limits.low`).
   * @throws UsageError for what is not there.
   */
  read(argument: string): NamedText {
    const [, what = '', taken] = /^(.*?)(?:\s+with\s+(.*))?$/su.exec(argument.trim()) ?? [];
    const { path, name } = this.#split(what);
    const case_ = path === undefined ? this.#compiled(caseOf(this.folder, name, this.io.cwd, 'text')) : this.#compiled(inputsOf([path], this.io.cwd)[0]!);
    const subject = name === undefined ? onlyText(case_, path!) : lookUp('arrangement or instrument', name, case_.arrangements, case_.instruments);
    const options = taken === undefined ? [] : lookUpOptions(case_, [taken]);
    refuseTwoOfOneIssue(case_, options);
    const shown = path === undefined ? subject : `${shownPath(resolve(this.io.cwd, path), this.io.cwd)}${name === undefined ? '' : `:${subject}`}`;
    return { case: case_, subject, options, name: `${shown}${options.length === 0 ? '' : ` with ${options.join(', ')}`}` };
  }

  /** The path of a file or folder, and the name in it; a bare name is one of the case. */
  #split(what: string): { readonly path?: string; readonly name?: string } {
    if (this.#isPath(what)) return { path: what };
    const colon = what.lastIndexOf(':');
    if (colon > 1 && this.#isPath(what.slice(0, colon))) return { path: what.slice(0, colon), name: what.slice(colon + 1) };
    if (what === '') throw new UsageError('name an arrangement or an instrument, or a file with one');
    return { name: what };
  }

  /** What looks like a path is one, whether or not it is there; a bare word only if a folder has this name. */
  #isPath(text: string): boolean {
    if (text.toLowerCase().endsWith(ENDING) || (/[/\\]/.test(text) && !text.includes(':'))) return true;
    try {
      return /[/\\.]/.test(text) && statSync(resolve(this.io.cwd, text)).isDirectory();
    } catch {
      return false;
    }
  }

  #compiled(input: Input): Case {
    const key = input.files.map(({ path }) => path).join('\n');
    const known = this.#cases.get(key);
    if (known !== undefined) return known;
    const { value, findings } = compiled(input, this.io.cwd);
    this.#cases.set(key, value);
    const without = leftOut(findings);
    if (without !== undefined) {
      this.incomplete = true;
      const show = input.from === undefined || input.from === '.' ? '' : ` ${shellWord(input.from)}`;
      this.io.stderr.write(`casus: ${without}; \`npx casus check${show}\` shows where\n`);
    }
    return value;
  }
}

/** The text of a file that names none: its only arrangement, or else its only instrument. */
function onlyText(case_: Case, path: string): Id {
  const imported = new Set(case_.files.filter((file) => file.imported).map((file) => file.path));
  const own = (table: ReadonlyMap<Id, { readonly id: Id; readonly place: { readonly file: string } }>): readonly Id[] => [...table.values()].filter(({ place }) => !imported.has(place.file)).map(({ id }) => id);
  const instruments = own(case_.instruments);
  const arrangements = own(case_.arrangements).filter((id) => !case_.instruments.has(id));
  if (arrangements.length === 1) return arrangements[0]!;
  if (instruments.length === 1) return instruments[0]!;
  const all = [...arrangements, ...instruments];
  if (all.length === 0) throw new UsageError(`\`${path}\` has no arrangement and no instrument of its own`);
  throw new UsageError(`\`${path}\` has several texts; choose one as \`${path}:NAME\`; ${listing('text', all)}`);
}
