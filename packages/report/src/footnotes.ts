/** Footnotes below the tables: verdicts that suppose an instrument in force which the attacker can keep from it. */
import type { Cell, Verdict } from '@casus/analysis';
import type { Case } from '@casus/model';
import { actorNames, labelOf } from './names.js';
import { capital, listed } from './words.js';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const raised = (number: number): string => [...String(number)].map((digit) => RAISED[Number(digit)]!).join('');

/** What a verdict supposes: `once in force; the pact never enters into force without Russia`. Of a family the attacker is not named. */
function supposed(case_: Case, verdict: Verdict, { varies, details }: Cell): string | undefined {
  // The details of such a cell are of one text only.
  if (varies === true) return undefined;
  const family = case_.scenarios.get(verdict.scenario)?.everyAttacker === true;
  const who = family ? 'the attacker' : listed(actorNames(case_, verdict.hostile), 'or', 4);
  const never = details.entries.flatMap(({ instrument, can, needsHostile }) =>
    !can ? [`${labelOf(case_, instrument)} cannot enter into force`] : needsHostile ? [`${labelOf(case_, instrument)} never enters into force without ${who}`] : []);
  return never.length === 0 ? undefined : `once in force; ${listed([...new Set(never)])}`;
}

/** The footnotes of the tables of a case, numbered in the order they are first marked. */
export class Footnotes {
  readonly #notes: string[] = [];

  constructor(readonly case_: Case) {}

  /** The sign behind the strength of a cell, with a space in front; nothing where nothing is to be noted. */
  mark(verdict: Verdict, cell: Cell): string {
    const note = supposed(this.case_, verdict, cell);
    if (note === undefined) return '';
    if (!this.#notes.includes(note)) this.#notes.push(note);
    return ` ${raised(this.#notes.indexOf(note) + 1)}`;
  }

  /** Every footnote with its sign. */
  lines(): readonly string[] {
    return this.#notes.map((note, index) => `${raised(index + 1)} ${capital(note)}.`);
  }
}
