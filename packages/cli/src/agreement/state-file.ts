/** The file in which a listing that was stopped is kept, to go on later. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readIfThere, requireWritable, shownPath, writeWhole } from '../files.js';
import { UsageError } from '../usage-error.js';
import type { SavedState } from './tasks.js';

const SCHEMA = 'casus-agree-state/1';

/** Reads a state; undefined where the file is not there yet. Refuses, before the work, a file that could not be written in the end. */
export function readState(path: string, cwd: string): SavedState | undefined {
  requireWritable(path, cwd, '--state');
  const target = resolve(cwd, path);
  if (!existsSync(target)) return undefined;
  const text = readIfThere(target);
  // What is no file, as /dev/null, holds nothing.
  if (text === undefined || text === '') return undefined;
  const saved = parsed(text);
  if (saved === undefined) throw new UsageError(`\`${shownPath(target, cwd)}\` is not the state of a listing; name a file that \`--state\` has written, or one that is not there yet`);
  return saved;
}

const isSets = (value: unknown): boolean => Array.isArray(value) && value.every((set) => Array.isArray(set) && set.every((element) => Number.isInteger(element)));
const isBoth = (value: unknown): boolean => typeof value === 'object' && value !== null && 'mus' in value && 'mcs' in value && isSets(value.mus) && isSets(value.mcs);

function parsed(text: string): SavedState | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || !('schema' in json) || json.schema !== SCHEMA || !('digest' in json) || typeof json.digest !== 'string' || !('state' in json)) return undefined;
  const { digest, state } = json;
  const well = typeof state === 'object' && state !== null && 'version' in state && state.version === 1 && 'told' in state && isBoth(state.told) && 'waiting' in state && isBoth(state.waiting);
  return well ? { digest, state: state as SavedState['state'] } : undefined;
}

/** Writes a state. */
export function writeState(path: string, { digest, state }: SavedState, cwd: string): void {
  writeWhole(path, `${JSON.stringify({ schema: SCHEMA, digest, state })}\n`, cwd);
}

/** What is told where a state belongs to something else. */
export const otherDemands = (path: string, what: string): UsageError =>
  new UsageError(`\`${path}\` was written for other ${what}; name another file, or delete this one to begin anew`);
