import type { Case, Finding, Outcome, SourceFile } from '@casus/model';
import { caseOf } from './bridge/case.js';
import { Bridge } from './bridge/context.js';
import type { Pieces } from './bridge/pieces.js';
import { check } from './checks/index.js';
import { headingsAreFollowed } from './checks/headings-are-followed.js';
import { becauseOfEach } from './finish/because-of-each.js';
import { withoutCircularBlocs } from './finish/circular-blocs.js';
import { withoutDeepChains } from './finish/deep-chains.js';
import { withoutLostPromises } from './finish/without-lost-promises.js';
import { load, type LoadOptions, type Parse, type ParsedFile, type Read, type TextFile } from './load.js';
import { nearest } from './nearest.js';

/** What a caller may add. */
export type CompileOptions = LoadOptions;

/**
 * From text to the case: reads, parses, resolves names, builds the case and checks its form. `files` are the case's own files (several form
 * one case); what they import is asked for from `read`. The case holds everything that could be understood; the findings tell the rest.
 */
export function compile(files: readonly TextFile[], read: Read, options: CompileOptions = {}): Outcome<Case> {
  return compileWith(undefined, files, read, options);
}

/** The same with another way to parse a file, and with what was understood of an earlier state of the files. */
export function compileWith(parse: Parse | undefined, files: readonly TextFile[], read: Read, options: CompileOptions, pieces?: Pieces): Outcome<Case> {
  const findings: Finding[] = [];
  const parsed = load(files, read, options, findings, nearest, parse);
  headingsAreFollowed(parsed, findings);
  const bridge = new Bridge(new Set(parsed.flatMap((file) => [...file.lost])), [...findings]);
  const whole = caseOf(bridge, parsed, filesOf(parsed), pieces);
  // One by one: so many may be found that a call could not take them all.
  for (const finding of bridge.findings) findings.push(finding);
  const value = becauseOfEach(withoutLostPromises(withoutDeepChains(whole, findings)));
  check(value, bridge, findings);
  return { value: withoutCircularBlocs(value), findings: inOrder(findings, filesOf(parsed).map((file) => file.path)) };
}

/** The files of a case: those in the language, and the tables they read. */
function filesOf(parsed: readonly ParsedFile[]): SourceFile[] {
  const files = new Map<string, SourceFile>();
  for (const { path, text, imported, tables } of parsed) {
    for (const table of tables.values()) files.set(table.path, { path: table.path, text: table.text, imported: true });
    files.set(path, { path, text, imported });
  }
  return [...files.values()];
}

/** Findings in the order of the text, file by file. */
function inOrder(findings: readonly Finding[], paths: readonly string[]): Finding[] {
  const order = new Map(paths.map((path, i) => [path, i]));
  return [...findings].sort((a, b) => (order.get(a.place.file) ?? -1) - (order.get(b.place.file) ?? -1) || a.place.offset - b.place.offset);
}
