/** How likely members vote yes, as a user says it: `A=2/3, B+C=1/4, rest=uniform`, or a table. */
import { parseRational, UNIFORM, type Rational, type VotingGroup, type Votes } from '@casus/games';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readIfThere, shownPath } from '../files.js';
import { UsageError } from '../usage-error.js';
import { rowsOf } from '../votes/csv.js';
import { membersNamed } from './ballots.js';
import type { BodySubject } from './subject.js';

const FORM = 'write NAME=probability with commas between them, as "Arcadia=2/3, Borduria=40%, rest=1/2"; A+B=1/2 for two who vote as one, and NAME=uniform for a group with an unknown probability in common';

/** How all vote. @throws UsageError for what cannot be read, naming the entry or the row. */
export function votesOf(given: string, subject: BodySubject, cwd: string): Votes {
  const path = resolve(cwd, given);
  const entries = isFile(path) ? fromTable(path, shownPath(path, cwd)) : given.split(',').map((text) => entryOf(text, '`--probability`'));
  const seen = new Map<number, string>();
  const votes: VotingGroup[] = [];
  let rest: VotingGroup['yes'] | undefined;
  for (const { names, yes, where } of entries) {
    if (names.length === 1 && ['rest', 'others'].includes(names[0]!.toLowerCase())) {
      if (rest !== undefined) throw new UsageError(`${where}: the rest are told twice`);
      rest = yes;
      continue;
    }
    const members = names.flatMap((name) => membersNamed(subject, name));
    for (const member of members) {
      const before = seen.get(member);
      if (before !== undefined) throw new UsageError(`${where}: \`${subject.game.members[member]!.name}\` has a probability already (${before})`);
      seen.set(member, where);
    }
    votes.push({ members, yes, ...(names.length > 1 ? { bloc: true } : {}) });
  }
  const left = subject.game.members.flatMap((_, i) => (seen.has(i) ? [] : [i]));
  return rest === undefined || left.length === 0 ? votes : [...votes, { members: left, yes: rest }];
}

interface Entry {
  readonly names: readonly string[];
  readonly yes: VotingGroup['yes'];
  readonly where: string;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function entryOf(text: string, where: string): Entry {
  const [, names, value] = /^\s*(.+?)\s*=\s*(.+?)\s*$/su.exec(text) ?? [];
  if (names === undefined || value === undefined) throw new UsageError(`${where}: \`${text.trim()}\` cannot be read; ${FORM}`);
  return { names: names.split('+').map((name) => name.trim()).filter((name) => name !== ''), yes: probabilityOf(value, `${where}, \`${names}\``), where: `${where}, \`${text.trim()}\`` };
}

function probabilityOf(text: string, where: string): VotingGroup['yes'] {
  if (text.toLowerCase() === 'uniform') return UNIFORM;
  const value: Rational | undefined = parseRational(text);
  if (value === undefined) throw new UsageError(`${where}: \`${text}\` is no probability; write 2/3, 0.4, 40% or uniform`);
  if (value.num < 0n || value.num > value.den) throw new UsageError(`${where}: ${text} is no probability; it is from 0 to 1`);
  return value;
}

function fromTable(path: string, shown: string): readonly Entry[] {
  const [head, ...rows] = rowsOf(readIfThere(path, shown) ?? '', shown);
  if (head === undefined || head.cells.length !== 2) throw new UsageError(`\`${shown}\` needs a head and two columns: the members, and how likely each votes yes`);
  return rows.map(({ line, cells }) => {
    const where = `\`${shown}\`, row ${line}`;
    if (cells.length !== 2) throw new UsageError(`${where}: ${cells.length} cells where the head has 2`);
    return { names: [cells[0]!.trim()], yes: probabilityOf(cells[1]!.trim(), `${where}, column \`${head.cells[1]!.trim()}\``), where };
  });
}
