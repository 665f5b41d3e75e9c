/** Amendments that would make a promise hold, offered where a finding says that it does not (docs/repair.md). */
import { repair, type RepairSet } from '@casus/analysis';
import type { Case, Finding, FindingCode } from '@casus/model';
import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver';
import type { Read } from '../case/session.js';
import { Lines } from '../ranges.js';
import type { FileContext } from './context.js';

/** Findings that amendments would remove; those about an end want the promise to last, too. */
const REPAIRED: Partial<Readonly<Record<FindingCode, { readonly lasting: boolean }>>> = {
  'promise/captive': { lasting: false }, 'promise/hollow': { lasting: false }, 'promise/forbidden': { lasting: false },
  'promise/ended-by-attacker': { lasting: true }, 'promise/suspended-by-attacker': { lasting: true },
};

/** So many sets are offered. */
const MOST_OFFERED = 10;

/** Sets that were found for a state of the case: an editor asks again at every move of the cursor. */
const FOUND = new WeakMap<Read, Map<string, readonly RepairSet[]>>();

/** The cheapest sets of amendments for the first promise and case that a finding is about; worked out when somebody asks for fixes, never before. */
export function amendments({ read }: FileContext, { code, about }: Finding): CodeAction[] {
  const wanted = REPAIRED[code];
  const { value: case_ } = read;
  // What could not be understood would be amended without being known.
  if (wanted === undefined || read.findings.some((finding) => finding.severity === 'error')) return [];
  const promise = about.find((name) => case_.promises.has(name));
  const arrangement = about.find((name) => case_.arrangements.has(name)) ?? about.find((name) => case_.instruments.has(name));
  const scenario = about.find((name) => case_.scenarios.has(name));
  if (promise === undefined || arrangement === undefined || scenario === undefined) return [];
  const known = FOUND.get(read) ?? new Map<string, readonly RepairSet[]>();
  FOUND.set(read, known);
  const key = JSON.stringify([promise, arrangement, scenario, wanted.lasting]);
  let sets = known.get(key);
  if (sets === undefined) {
    const found = repair(case_, { promise, arrangement, scenario, to: 'collective', lasting: wanted.lasting }, { effects: false });
    known.set(key, (sets = found.cheapest?.sets ?? []));
  }
  return sets.filter((set) => isOwn(case_, set)).slice(0, MOST_OFFERED).map((set) => action(case_, set));
}

/** Whether all of it can be written, and into files of the case itself. */
function isOwn({ files }: Case, { amendments: made, edits }: RepairSet): boolean {
  const imported = new Set(files.filter((file) => file.imported).map(({ path }) => path));
  return made.every((amendment) => amendment.edits.length > 0) && edits.every(({ file }) => !imported.has(file));
}

function action({ files }: Case, { amendments: made, edits, after }: RepairSet): CodeAction {
  const changes: Record<string, TextEdit[]> = {};
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const lines = new Lines(files.find(({ path }) => path === file)?.text ?? '');
    changes[file] = edits.filter((edit) => edit.file === file).map(({ offset, end, text }) => ({ range: lines.range(offset, end), newText: text }));
  }
  return { title: `Amend (then ${after.join(' or ')}): ${made.map(({ label }) => label).join('; ')}`, kind: CodeActionKind.QuickFix, edit: { changes } };
}
