/**
 * Choices: their keys, owners and values (docs/meaning.md, section 1), and the tree of all courses of play that an evaluation can take.
 * An evaluation asks for the choices it needs one after the other; each course of play answers only what was asked.
 */
import type { Id } from '../../model/src/case.js';

/** Choices by key (`ballot:…`, `consent:…`, …) and the value taken. */
export type Assignment = ReadonlyMap<string, string>;

/** How an evaluation asks for a choice: the key, its owner (null: nature) and its possible values. */
export type Ask = (choice: Choice) => string;

/** One choice. `owner` null: nobody's; it falls out against the promise. */
export interface Choice {
  readonly key: string;
  readonly owner: Id | null;
  readonly values: readonly string[];
}

/** The values of a ballot. */
export const BALLOTS = ['yes', 'no', 'abstain', 'absent'] as const;

/** The values of every choice that is made or not. */
export const YES_OR_NO = ['true', 'false'] as const;

/** The ballot of an actor in the vote `ballots`. */
export function ballotOf(ballots: string, actor: Id): Choice {
  return { key: `ballot:${ballots}:${actor}`, owner: actor, values: BALLOTS };
}

/** An actor's consent to a subject. */
export function consentOf(subject: string, actor: Id): Choice {
  return { key: `consent:${subject}:${actor}`, owner: actor, values: YES_OR_NO };
}

/** An actor's request for help. */
export function requestOf(actor: Id): Choice {
  return { key: `request:${actor}`, owner: actor, values: YES_OR_NO };
}

/** Whether an actor does an act that it is free to do. */
export function willOf(act: Id, target: Id | undefined, actor: Id): Choice {
  return { key: `will:${act}:${target ?? '-'}:${actor}`, owner: actor, values: YES_OR_NO };
}

/** Whether an actor ratifies an instrument. */
export function ratifyOf(instrument: Id, actor: Id): Choice {
  return { key: `ratify:${instrument}:${actor}`, owner: actor, values: YES_OR_NO };
}

/** Whether an actor withdraws from an instrument. */
export function withdrawOf(instrument: Id, actor: Id): Choice {
  return { key: `withdraw:${instrument}:${actor}`, owner: actor, values: YES_OR_NO };
}

/** Whether an actor signs an instrument. */
export function signOf(instrument: Id, actor: Id): Choice {
  return { key: `sign:${instrument}:${actor}`, owner: actor, values: YES_OR_NO };
}

/** Whether an actor finds that a fact is so. */
export function findsOf(fact: Id, actor: Id): Choice {
  return { key: `finds:${fact}:${actor}`, owner: actor, values: YES_OR_NO };
}

/** Whether an actor that abstains in the vote `ballots` makes a formal declaration. */
export function declaresOf(ballots: string, actor: Id): Choice {
  return { key: `declares:${ballots}:${actor}`, owner: actor, values: YES_OR_NO };
}

/** A fact that the scenario does not settle. */
export function factOf(fact: Id): Choice {
  return { key: `fact:${fact}`, owner: null, values: YES_OR_NO };
}

/** Who performs a duty that falls on any of several. Whom the duty binds may itself depend on choices: the candidates are those of this course of play. */
export function performerOf(norm: Id, candidates: readonly Id[]): Choice {
  return { key: `performer:${norm}`, owner: null, values: candidates };
}

/** Whether an actor keeps its duties. It is nobody's choice: the game of defaults fixes it. */
export function keepsOf(actor: Id): Choice {
  return { key: `keeps:${actor}`, owner: null, values: YES_OR_NO };
}

/** Thrown when a case is too big to try everything. */
export class TooBig extends Error {
  constructor(what: string, limit: number) {
    super(`too big: more than ${limit} ${what}`);
    this.name = 'TooBig';
  }
}

/** How many evaluations may still be made; shared by all tables of one judgment. */
export interface Budget {
  left: number;
  readonly limit: number;
}

/** A budget of so many evaluations. */
export function budget(limit: number): Budget {
  return { left: limit, limit };
}

/** One course of play: the choices that were asked for, in order, each as [number of the choice, value]. */
export type Course = readonly (readonly [number, string])[];

/** All courses of play that end in false, and every choice that any course asked for. */
export interface PlayTable {
  readonly choices: readonly Choice[];
  readonly lost: readonly Course[];
  /** The owners of the choices asked for. */
  readonly owners: ReadonlySet<Id>;
  /** Number of courses, won and lost. */
  readonly courses: number;
}

/**
 * Tries every course of play of an evaluation: each choice asked for takes each of its values in turn. Throws `TooBig` when the budget
 * is spent.
 */
export function playAll(evaluate: (ask: Ask) => boolean, spend: Budget): PlayTable {
  const choices: Choice[] = [];
  const numbers = new Map<string, number>();
  const lost: Course[] = [];
  let path: { readonly number: number; readonly choice: Choice; at: number }[] = [];
  let courses = 0;
  for (;;) {
    if (spend.left-- <= 0) throw new TooBig('evaluations', spend.limit);
    courses++;
    const answers = new Map<string, string>();
    let depth = 0;
    const value = evaluate(choice => {
      const answered = answers.get(choice.key);
      if (answered !== undefined) return answered;
      let step = path[depth];
      if (step === undefined) {
        let number = numbers.get(choice.key);
        if (number === undefined) {
          number = choices.push(choice) - 1;
          numbers.set(choice.key, number);
        }
        step = { number, choice, at: 0 };
        path.push(step);
      }
      depth++;
      const answer = step.choice.values[step.at] as string;
      answers.set(step.choice.key, answer);
      return answer;
    });
    if (!value) lost.push(path.map(s => [s.number, s.choice.values[s.at] as string] as const));
    while (path.length > 0 && (path.at(-1) as { at: number }).at === (path.at(-1) as { choice: Choice }).choice.values.length - 1) path.pop();
    const last = path.at(-1);
    if (last === undefined) break;
    last.at++;
    path = [...path];
  }
  const owners = new Set(choices.flatMap(c => (c.owner === null ? [] : [c.owner])));
  return { choices, lost, owners, courses };
}

/**
 * ∃ values of the choices in `ours` ∀ values of the others: no lost course. Courses that contradict `fixed` do not occur. Tries the
 * values of our choices one by one, and drops the courses that the values tried rule out.
 */
export function canAvoid(table: PlayTable, ours: (choice: Choice) => boolean, fixed: (choice: Choice) => string | undefined): boolean {
  const mine = table.choices.map(ours);
  const set = table.choices.map(fixed);
  const dangers = table.lost
    .filter(course => course.every(([number, value]) => set[number] === undefined || set[number] === value))
    .map(course => course.filter(([number]) => mine[number] === true && set[number] === undefined));
  return avoid(table.choices, dangers);
}

function avoid(choices: readonly Choice[], dangers: readonly Course[]): boolean {
  if (dangers.length === 0) return true;
  if (dangers.some(d => d.length === 0)) return false;
  const [number] = (dangers[0] as Course)[0] as readonly [number, string];
  return (choices[number] as Choice).values.some(value =>
    avoid(
      choices,
      dangers
        .filter(d => d.every(([n, v]) => n !== number || v === value))
        .map(d => d.filter(([n]) => n !== number)),
    ),
  );
}
