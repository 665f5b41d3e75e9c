/** `casus compare`: instruments, arrangements or versions of a text side by side. */
import { compare } from '@casus/analysis';
import { comparisonDocument, comparisonPage, documentText, pageMarkdown, pageText } from '@casus/report';
import type { Id } from '@casus/model';
import { VERSION } from './installation.js';
import { styleOf, type Io } from './io.js';
import { lookUp } from './lookup.js';
import { Texts, type NamedText } from './texts.js';
import { EXIT, UsageError } from './usage-error.js';

/** Options of `casus compare`, as the command line gives them. */
export interface CompareOptions {
  readonly when: readonly string[];
  readonly promise: readonly string[];
  readonly case?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** The full names of promises or scenarios: of the first side's case that has one of the name. */
function named(kind: 'promise' | 'scenario', given: readonly string[], sides: readonly NamedText[]): readonly Id[] {
  const tables = [...new Set(sides.map((side) => side.case))].map((case_) => (kind === 'promise' ? case_.promises : case_.scenarios));
  return given.map((name) => {
    for (const table of tables) {
      const found = [...table.values()].find(({ id }) => id === name);
      if (found !== undefined) return found.id;
    }
    return lookUp(kind, name, ...tables);
  });
}

/** Compares texts. Returns the exit code. */
export function runCompare(names: readonly string[], options: CompareOptions, io: Io): number {
  if (names.length < 2) throw new UsageError('a comparison needs two texts; give another arrangement, instrument or file');
  if (options.json === true && options.markdown === true) throw new UsageError('choose one of --json and --markdown');
  const texts = new Texts(io, options.case);
  const sides = names.map((name) => texts.read(name));
  sides.forEach(({ name }, i) => {
    if (sides.findIndex((other) => other.name === name) < i) throw new UsageError(`\`${name}\` is given twice; compare it with another text`);
  });
  const comparison = compare(sides, {
    ...(options.promise.length === 0 ? {} : { promises: named('promise', options.promise, sides) }),
    ...(options.when.length === 0 ? {} : { scenarios: named('scenario', options.when, sides) }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  });
  const called = sides.map(({ name }) => name);
  if (options.json === true) io.stdout.write(documentText(comparisonDocument(comparison, called, VERSION)));
  else if (options.markdown === true) io.stdout.write(pageMarkdown(comparisonPage(comparison, called)));
  else io.stdout.write(`${pageText(comparisonPage(comparison, called), styleOf(io, options))}\n`);
  return texts.incomplete ? EXIT.failed : EXIT.passed;
}
