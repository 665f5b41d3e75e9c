/** `casus repair`: the cheapest amendments that make a promise as strong as wanted. */
import { accessSync, constants, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { changesOf, positionFindings, standings, type PositionChanges } from '@casus/agreement';
import { check, edited, repair, Session, type Repair, type RepairSet } from '@casus/analysis';
import { compile } from '@casus/language';
import type { Case, Id, Outcome } from '@casus/model';
import { documentText, repairDocument, repairText } from '@casus/report';
import { caseOf } from './case-of.js';
import { compiled } from './compiled.js';
import { writeWhole, type Input } from './files.js';
import { readImport, VERSION } from './installation.js';
import { styleOf, type Io } from './io.js';
import { requestOf, type RequestOptions } from './request.js';
import { EXIT, systemReason, UsageError } from './usage-error.js';

/** Options of `casus repair`, as the command line gives them. */
export interface RepairOptions extends RequestOptions {
  readonly to: 'collective' | 'automatic';
  readonly max?: number;
  readonly lasting?: boolean;
  readonly case?: string;
  readonly json?: boolean;
  readonly write?: number;
  readonly color: boolean;
  readonly width?: number;
}

/** Finds amendments, and makes those that `--write` names. Returns the exit code. */
export function runRepair(promise: string, options: RepairOptions, io: Io): number {
  const input = caseOf(options.case, promise, io.cwd);
  const { value: case_, findings } = compiled(input, io.cwd);
  const request = requestOf(case_, promise, options);
  if (findings.some(({ severity, code }) => severity === 'error' && code.startsWith('form/'))) {
    throw new UsageError('the case has errors of form, and what could not be understood cannot be amended; `npx casus check` shows where');
  }
  const found = repair(case_, { ...request, to: options.to, ...(options.lasting === true ? { lasting: true } : {}), ...(options.max === undefined ? {} : { max: options.max }) });
  const { repair: confirmed, refused } = readAgain(input, case_, found, io);
  if (refused > 0) io.stderr.write(`casus: ${refused} of the sets found ${refused === 1 ? 'is' : 'are'} left out, because the edited text is read otherwise than it should be; please report it with the command and the case\n`);
  if (options.write === undefined || options.json === true) {
    const positions = onPositions(input, case_, confirmed, io);
    io.stdout.write(options.json === true ? documentText(repairDocument(case_, confirmed, positions, VERSION)) : `${repairText(case_, confirmed, positions, styleOf(io, options))}\n`);
  }
  if (options.write !== undefined) write(input, case_, confirmed, options.write, options, io);
  return confirmed.holds || confirmed.cheapest !== undefined ? EXIT.passed : EXIT.failed;
}

/** The sets in the order in which they are numbered. */
const setsOf = ({ cheapest, ifReadAs, others }: Repair): readonly RepairSet[] => [...(cheapest?.sets ?? []), ...(ifReadAs?.sets ?? []), ...(others?.sets ?? [])];

/** The case with the edits of a set made in its files. */
function amended({ files }: Input, { edits }: RepairSet, { cwd }: Io): Outcome<Case> {
  const made = (file: { readonly path: string; readonly text: string }): { path: string; text: string } => ({ path: file.path, text: edited(file.text, edits.filter((edit) => edit.file === file.path)) });
  return compile(files.map(made), (path, from) => {
    const file = readImport(path, from, cwd);
    return file !== undefined && 'text' in file ? made(file) : file;
  }, { folders: [''] });
}

/** Every set is written into the text, and the text is read and judged again: only what is then as strong as was found is told. */
function readAgain(input: Input, case_: Case, found: Repair, io: Io): { readonly repair: Repair; readonly refused: number } {
  const { promise, arrangement, scenario, attacker, options, asOf } = found.request;
  const request = { promise, arrangement, scenario, ...(attacker === undefined ? {} : { attacker }), ...(options === undefined ? {} : { options }), ...(asOf === undefined ? {} : { asOf }) };
  const kept = new Set(setsOf(found).filter((set) => {
    if (set.amendments.some(({ edits }) => edits.length === 0)) return true;
    const { value, findings } = amended(input, set, io);
    if (findings.some(({ severity, code }) => severity === 'error' && code.startsWith('form/'))) return false;
    const verdicts = new Session(value).judge(request);
    return verdicts.every(({ cells }) => cells.every(({ strength }) => set.after.includes(strength))) && set.after.every((strength) => verdicts.some(({ cells }) => cells.some((cell) => cell.strength === strength)));
  }));
  const only = <T extends { readonly sets: readonly RepairSet[] }>(part: T): T => ({ ...part, sets: part.sets.filter((set) => kept.has(set)) });
  return {
    repair: {
      ...found,
      ...(found.cheapest === undefined ? {} : { cheapest: only(found.cheapest) }),
      ...(found.ifReadAs === undefined ? {} : { ifReadAs: only(found.ifReadAs) }),
      ...(found.others === undefined ? {} : { others: only(found.others) }),
    },
    refused: setsOf(found).length - kept.size,
  };
}

/** What each set means for the positions of the case. */
function onPositions(input: Input, case_: Case, { request, ...found }: Repair, io: Io): ReadonlyMap<RepairSet, PositionChanges> {
  if (case_.positions.length === 0) return new Map();
  const { arrangement, options = [], asOf } = request;
  const selection = asOf === undefined ? {} : { asOf };
  const before = standings({ case: case_, arrangement, options }, selection);
  return new Map(setsOf({ request, ...found }).map((set) => {
    const written = set.amendments.every(({ edits }) => edits.length > 0);
    const text = written ? { case: amended(input, set, io).value, options } : { case: set.repaired.case, options: [...options, ...set.repaired.options] };
    return [set, changesOf(case_, before, standings({ ...text, arrangement }, selection))];
  }));
}

/** Makes one set in the files, all or none, and says which expectations of the case then fail. */
function write(input: Input, case_: Case, found: Repair, number: number, options: RepairOptions, io: Io): void {
  const sets = setsOf(found);
  const set = sets[number - 1];
  if (set === undefined) throw new UsageError(sets.length === 0 ? 'there is no set to write' : `there is no set ${number}; there ${sets.length === 1 ? 'is one' : `are ${sets.length}`}`);
  for (const { unwritten } of set.amendments) if (unwritten !== undefined) throw new UsageError(`set ${number} cannot be written: ${unwritten}`);
  const paths = [...new Set(set.edits.map(({ file }) => file))];
  for (const path of paths) {
    if (case_.files.find((file) => file.path === path)?.imported !== false) {
      throw new UsageError(`set ${number} changes \`${path}\`, which the case imports; other cases rely on it: copy what is to be amended into the case, under a name of its own, and amend the copy`);
    }
    try {
      accessSync(resolve(io.cwd, path), constants.W_OK);
    } catch (error) {
      throw new UsageError(`cannot write \`${path}\`: ${systemReason(error)}`);
    }
  }
  const before = failing(compiled(input, io.cwd), options);
  const outcome = amended(input, set, io);
  const after = failing(outcome, options);
  for (const path of paths) {
    const text = outcome.value.files.find((file) => file.path === path)!.text;
    // A link stays a link.
    writeWhole(realpathSync(resolve(io.cwd, path)), text, io.cwd);
  }
  if (options.json === true) return;
  io.stdout.write(`Written: set ${number}, in ${paths.join(', ')}.\n`);
  const failed = failedWords(after.filter((one) => !before.some(({ line, scenario }) => line === one.line && scenario === one.scenario)));
  io.stdout.write(failed.length === 0 ? 'Every expectation of the case that held before holds now.\n' : `Expectations of the case that fail now:\n${failed.map((line) => `  - ${line}\n`).join('')}`);
}

/** An expectation that fails, in the author's words; of one about a promise, in which scenario. */
interface FailedExpectation {
  readonly line: string;
  readonly scenario?: Id;
}

/** Each expectation once, with the scenarios in which it fails where it names others as well. */
function failedWords(failed: readonly FailedExpectation[]): readonly string[] {
  return [...new Set(failed.map(({ line }) => line))].map((line) => {
    const scenarios = [...new Set(failed.flatMap((one) => (one.line === line && one.scenario !== undefined ? [one.scenario] : [])))].sort((a, b) => line.indexOf(a) - line.indexOf(b));
    // With a single scenario in the line, it says itself where it fails.
    return scenarios.length === 0 || /\bwhen\s+[^\s,]+(?=\s|$)/u.test(line) ? line : `${line} (fails when ${scenarios.join(', ')})`;
  });
}

/** The expectations of a case that fail. */
function failing({ value, findings }: Outcome<Case>, { asOf }: RepairOptions): readonly FailedExpectation[] {
  const checked = check(value, findings, undefined, { also: positionFindings(), ...(asOf === undefined ? {} : { asOf }) });
  return checked.findings.filter(({ code }) => code.startsWith('expectation/')).map(({ place, code, about }): FailedExpectation => {
    const text = value.files.find(({ path }) => path === place.file)?.text ?? '';
    const scenario = code === 'expectation/failed' ? about[2] : undefined;
    return { line: text.slice(place.offset, place.end).replaceAll(/\s+/gu, ' '), ...(scenario === undefined ? {} : { scenario }) };
  });
}
