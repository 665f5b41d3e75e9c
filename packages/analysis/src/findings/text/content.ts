import { identityOf, type Case, type Id } from '@casus/model';
import { written } from '../../reach.js';

/** What the text says where an option is taken: each bracket's alternative, and the sentences that stand only then. */
export type Content = readonly string[];

/** Names and marks of a sentence that say nothing of what it means. */
const BESIDE: ReadonlySet<string> = new Set(['place', 'provenance', 'statements', 'id']);

/** The content of every option that some text, set, rule or promise speaks of, and the issues whose numbers are used. */
export function contents(case_: Case): { readonly of: ReadonlyMap<Id, Content>; readonly ranges: ReadonlySet<Id> } {
  let known = KNOWN.get(case_);
  if (known !== undefined) return known;
  const of = new Map<Id, string[]>();
  const ranges = new Set<Id>();
  const add = (option: Id, content: string): void => {
    const list = of.get(option);
    if (list === undefined) of.set(option, [content]);
    else list.push(content);
  };
  let brackets = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    if (node instanceof Map) return node.forEach(visit);
    const part = node as Readonly<Record<string, unknown>>;
    if (part['kind'] === 'range' && typeof part['issue'] === 'string') ranges.add(part['issue']);
    if (Array.isArray(part['alternatives'])) {
      const bracket = ++brackets;
      for (const { option, value } of part['alternatives'] as { option: Id; value: unknown }[]) add(option, `${bracket}: ${written(value)}`);
    }
    if (Array.isArray(part['options']) && 'when' in part) {
      const options = part['options'] as Id[];
      for (const option of options) add(option, sentence(part, options.filter((other) => other !== option)));
    }
    for (const [key, value] of Object.entries(part)) if (!BESIDE.has(key)) visit(value);
  };
  const { instruments, groups, bodies, promises, scenarios, actors } = case_;
  for (const table of [instruments, groups, bodies, promises, scenarios, actors]) for (const declared of table.values()) if (leavesOpen(declared)) visit(declared);
  for (const list of of.values()) list.sort();
  KNOWN.set(case_, (known = { of, ranges }));
  return known;
}

/** A sentence under an option, without its number and without that option. */
function sentence(part: Readonly<Record<string, unknown>>, others: readonly Id[]): string {
  const { id: _, ...rest } = part;
  return `sentence: ${written({ ...rest, options: others })}`;
}

/** Whether anything in a declaration turns on an option or on a number to be agreed; most have nothing of the kind, and are asked again and again. */
function leavesOpen(declared: object): boolean {
  const identity = identityOf(declared);
  let open = OPEN.get(identity);
  if (open === undefined) OPEN.set(identity, (open = turnsOnOptions(declared)));
  return open;
}

/** By what is the same of a declaration wherever it stands. */
const OPEN = new WeakMap<object, boolean>();

function turnsOnOptions(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some(turnsOnOptions);
  if (node instanceof Map) return [...node.values()].some(turnsOnOptions);
  const part = node as Readonly<Record<string, unknown>>;
  if (part['kind'] === 'range' || Array.isArray(part['alternatives'])) return true;
  if (Array.isArray(part['options']) && part['options'].length > 0 && 'when' in part) return true;
  return Object.entries(part).some(([key, value]) => !BESIDE.has(key) && turnsOnOptions(value));
}

/** What the options of each case say; cases do not change. */
const KNOWN = new WeakMap<Case, ReturnType<typeof contents>>();
