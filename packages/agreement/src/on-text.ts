import { FALSE } from '@casus/diagrams';
import { arrangementOf, type Case, type Id, type PositionLine, type Subject } from '@casus/model';
import { asks } from './demands.js';
import { inDeal } from './layout.js';
import { chosen, type Selection } from './lines.js';
import { Problem } from './problem.js';
import { subjectsOf } from './subjects.js';
import { tableOf, type Table } from './table.js';

/** How one text stands to a demand: it meets it, or not, or that depends on what it leaves open. */
export type Standing = 'met' | 'unmet' | 'open';

/** What a change of a text means for the positions on it. */
export interface PositionChanges {
  /** Demands that the old text could not meet, and the new one meets or can. */
  readonly helped: readonly PositionLine[];
  /** Demands that the old text met, or could, and the new one cannot: whoever made them refuses it. */
  readonly refused: readonly PositionLine[];
}

/** A text that is judged: an arrangement or an instrument of a case, and options taken in it besides. */
export interface JudgedText {
  readonly case: Case;
  readonly arrangement: Id;
  readonly options?: readonly Id[];
}

/** What only the deal as a whole settles; a single text says nothing of it. */
const BESIDE_THE_TEXT: ReadonlySet<Subject['kind']> = new Set(['fact', 'order', 'text', 'points', 'instrument']);

/**
 * How an arrangement stands to each demand on what it says and on what analysis finds of it; what is said of steps, in words, in points, or of other instruments is left out.
 */
export function standings({ case: case_, arrangement: id, options = [] }: JudgedText, selection: Selection = {}): ReadonlyMap<Id, Standing> {
  const arrangement = arrangementOf(case_, id);
  if (arrangement === undefined) return new Map();
  const negotiation = tableOf(case_, undefined);
  const lines = chosen(case_, negotiation, selection).lines.filter((line) => asks(line) && [...subjectsOf(line)].every(({ kind }) => !BESIDE_THE_TEXT.has(kind)));
  const table: Table = { ...negotiation, instruments: arrangement.instruments, standing: [], options: [...arrangement.options, ...options], steps: [], rules: [] };
  const problem = new Problem(case_, table, lines, selection);
  const { space } = problem;
  const { manager: m } = space.choices;
  const found = new Map<Id, Standing>();
  for (const { line, met } of problem.demands(lines)) {
    const standing = problem.ifSmall((): Standing => {
      const texts = m.andAll([problem.allowed, ...arrangement.instruments.map((instrument) => space.option(inDeal(instrument)))]);
      return m.and(texts, met) === FALSE ? 'unmet' : m.and(texts, m.not(met)) === FALSE ? 'met' : 'open';
    });
    if (standing !== undefined) found.set(line.id, standing);
  }
  return found;
}

/** What a change from one text to another means for the positions, by the standings of both. */
export function changesOf(case_: Case, before: ReadonlyMap<Id, Standing>, after: ReadonlyMap<Id, Standing>): PositionChanges {
  const lines = case_.positions.filter(({ id }) => before.has(id) && after.has(id));
  return {
    helped: lines.filter(({ id }) => before.get(id) === 'unmet' && after.get(id) !== 'unmet'),
    refused: lines.filter(({ id }) => before.get(id) !== 'unmet' && after.get(id) === 'unmet'),
  };
}
