import { TRUE, type Node } from '@casus/diagrams';
import type { Strength } from '@casus/model';
import { alikeTexts } from './alike.js';
import { detailsOf, type Subject } from './details.js';
import { at } from './games.js';
import { grade, type Grade } from './grade.js';
import type { Cell, Meanwhile } from './verdict.js';

/** Texts of one strength that differ in details are told apart up to so many kinds. */
const MOST_TOLD = 8;

/** The texts of a judgment by strength, and those of one strength by their details: from strongest to weakest. */
export function cellsOf(subject: Subject): readonly Cell[] {
  const { choices, texts, outside, generals, game: { owed, possible } } = subject;
  const { manager: m } = choices;
  const graded = grade(choices, owed, outside);
  const willing = at(choices, possible, outside);
  const cells: Cell[] = [];
  const add = (f: Node, strength: Strength, meanwhile?: Meanwhile, general?: Strength): void => {
    for (let rest = f, told = 1; texts.some(rest); told++) {
      const text = texts.one(rest);
      const broader = general && generals.find((candidate) => texts.under(candidate.grade[general as keyof Grade], text) === TRUE);
      const details = detailsOf(subject, text, strength, broader?.act);
      const alike = (): Node[] => [alikeTexts(subject, text, strength, details), ...(broader === undefined ? [] : [broader.grade[general as keyof Grade]])];
      const these = texts.total === 1n ? rest : m.andAll([rest, ...alike()]);
      const varies = told === MOST_TOLD && texts.some(m.and(rest, m.not(these)));
      cells.push({
        strength,
        ...(meanwhile === undefined ? {} : { meanwhile }),
        ...(broader === undefined ? {} : { general: { strength: general!, act: broader.act } }),
        texts: texts.describe(varies ? rest : these),
        ...(varies ? { varies } : {}),
        text,
        details,
      });
      if (varies) return;
      rest = m.and(rest, m.not(these));
    }
  };
  const both = (f: Node, strength: Strength, general?: Strength): void => {
    add(m.and(f, willing), strength, 'voluntary', general);
    add(m.and(f, m.not(willing)), strength, 'forbidden', general);
  };
  add(graded.automatic, 'automatic');
  add(graded.collective, 'collective');
  both(graded.captive, 'captive');
  let rest = m.not(m.orAll([graded.automatic, graded.collective, graded.captive]));
  for (const general of ['automatic', 'collective', 'captive'] as const) {
    const hollow = m.and(rest, m.orAll(generals.map((candidate) => candidate.grade[general])));
    both(hollow, 'hollow', general);
    rest = m.and(rest, m.not(hollow));
  }
  add(m.and(rest, willing), 'voluntary');
  add(m.and(rest, m.not(willing)), 'forbidden');
  return cells;
}
