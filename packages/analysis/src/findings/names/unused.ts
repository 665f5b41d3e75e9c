import { partsOfSubject, type Case, type Declared, type Finding, type Id } from '@casus/model';
import { quoted } from '../../words.js';
import { findingOf, isOwn, type CaseFinding } from '../case.js';
import { isMentioned } from './mentions.js';
import { speaksOfEveryone, usedNames } from './uses.js';

/** Something is declared in the author's own files and used nowhere; a scenario or a promise that is never judged. */
export const unused: CaseFinding = (subject) => {
  const { case: case_, understood } = subject;
  if (!understood) return [];
  const importable = judgesNothing(case_);
  const used = usedNames(case_);
  const judged = new Set(subject.verdicts.flatMap(({ promise, scenario, arrangement }) => [promise, scenario, arrangement]));
  return declarationsOf(case_).flatMap(({ what, table, verb = 'used' }): Finding[] =>
    [...table.values()].flatMap((declared): Finding[] => {
      const { id, label, place } = declared;
      if (used.has(id) || judged.has(id) || !isOwn(case_, place) || place.end === place.offset || isMentioned(case_, declared)) return [];
      // What stands in an instrument is defined for its sentences; the rest of a file that judges nothing, for those who import it.
      if (importable && !('instrument' in declared)) return [];
      return [
        findingOf('names/unused', {
          message: `The ${what} ${quoted(label)} is declared and never ${verb}.`,
          place,
          help: verb === 'judged' ? 'name it in a `judge` line, or leave it out' : 'use it, or leave it out; a name that is close to it may be meant where another is written',
          about: [id],
        }),
      ];
    }),
  );
};

interface Declarations {
  readonly what: string;
  readonly table: ReadonlyMap<Id, Declared>;
  /** How it would be used. */
  readonly verb?: 'used' | 'judged' | 'cited';
}

/** The declarations that are made to be used. Issues are told by text/bracket-without-effect; options may stand for a text without the words. */
function declarationsOf(case_: Case): readonly Declarations[] {
  const named = new Map([...case_.actors].filter(([, { seat }]) => seat === undefined));
  const matters = new Map([...case_.bodies.values()].flatMap((body) => body.matters.map((matter) => [matter.id, matter] as const)));
  const kinds = (kind: string): ReadonlyMap<Id, Declared> => new Map([...case_.facts].filter(([, fact]) => fact.kind === kind));
  return [
    ...(speaksOfEveryone(case_) ? [] : [{ what: 'actor', table: named }]),
    { what: 'group', table: case_.groups },
    { what: 'body', table: case_.bodies },
    { what: 'matter', table: openMatters(case_, matters) },
    { what: 'act', table: case_.acts },
    { what: 'event', table: case_.events },
    { what: 'region', table: case_.regions },
    { what: 'fact', table: kinds('fact') },
    { what: 'step', table: kinds('step') },
    { what: 'attribute', table: case_.attributes },
    { what: 'organisation', table: case_.organisations },
    { what: 'source', table: case_.sources, verb: 'cited' },
    ...(asksOfEveryScenario(case_) ? [] : [{ what: 'scenario', table: case_.scenarios, verb: 'judged' as const }]),
    { what: 'promise', table: case_.promises, verb: 'judged' },
    ...(case_.arrangements.size === 0 ? [] : [{ what: 'instrument', table: case_.instruments, verb: 'judged' as const }]),
  ];
}

/** Whether a position is about a promise in whatever case may arise: no scenario is named there, nor by a negotiation. */
function asksOfEveryScenario({ positions, negotiations }: Case): boolean {
  if (negotiations.size > 0 && [...negotiations.values()].every(({ scenarios }) => scenarios.length > 0)) return false;
  return positions.some(({ subject, condition, over, then = [] }) =>
    [subject, condition, over, ...then].some((each) => each !== undefined && [...partsOfSubject(each)].some((part) => 'promise' in part && part.scenario === undefined)),
  );
}

/** Matters of bodies without a rule for all that is left: with one, a matter is decided by it without being named. */
function openMatters(case_: Case, matters: ReadonlyMap<Id, Declared & { readonly body: Id }>): ReadonlyMap<Id, Declared> {
  const general = new Set([...case_.bodies.values()].filter(({ rules }) => rules.some((rule) => rule.matters.length === 0)).map(({ id }) => id));
  return new Map([...matters].filter(([, matter]) => !general.has(matter.body)));
}

/** Nothing is asked of the case's own files: they are written for others to import. */
function judgesNothing(case_: Case): boolean {
  const { scenarios, promises, arrangements, negotiations, amendments, positions } = case_;
  const own = (table: ReadonlyMap<Id, Declared>): boolean => [...table.values()].some(({ place }) => isOwn(case_, place));
  return ![scenarios, promises, arrangements, negotiations, amendments].some(own) && !positions.some(({ place }) => isOwn(case_, place));
}
