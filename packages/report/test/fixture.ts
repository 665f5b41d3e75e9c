/** A small case and its verdicts, made by hand, so that these tests need neither the language nor the engine. */
import type { Cell, Details, Verdict } from '@casus/analysis';
import type { Case, Citation, Declared, Finding, Id, Place } from '@casus/model';

export const TEXT = [
  'case "Guarantees"',
  'treaty Pact {',
  '\tif Guarantors decide unanimously then each of Guarantors shall assist Сильдавия',
  '}',
  'expect promise Help is captive under Pact when Attack because Borduria',
].join('\n');

/** A place by line and the words on it. */
export function at(line: number, words: string): Place {
  const lines = TEXT.split('\n');
  const column = lines[line - 1]!.indexOf(words) + 1;
  const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return { file: 'pact.casus', line, column, endLine: line, endColumn: column + words.length, offset, end: offset + words.length };
}

const place = at(2, 'Pact');
const declare = (id: Id, label = id): Declared => ({ id, name: id, label, place, provenance: { cites: [] } });
const table = <T extends Declared>(...items: readonly T[]): ReadonlyMap<Id, T> => new Map(items.map((item) => [item.id, item]));
const all = ['Arcadia', 'Borduria', 'Ruritania'];

export const cite: Citation = { source: 'draft', phrase: 'shall come to its aid', at: 'art. 1', place };

export const CASE: Case = {
  title: 'Guarantees',
  files: [{ path: 'pact.casus', text: TEXT, imported: false }],
  actors: table(...all.map((id) => ({ ...declare(id), attributes: new Map() })), { ...declare('Syl', 'Syldavia'), attributes: new Map() }),
  groups: new Map(),
  bodies: new Map(),
  acts: table({ ...declare('assist', 'come to the aid of'), parents: [] }),
  events: new Map(),
  regions: new Map(),
  facts: table({ ...declare('ceasefire', 'a ceasefire holds'), kind: 'fact' }),
  attributes: new Map(),
  organisations: new Map(),
  instruments: new Map(),
  issues: new Map(),
  options: new Map(),
  scenarios: table({ ...declare('Attack', 'Borduria attacks Syldavia'), events: [], everyAttacker: false, siding: { kind: 'union', of: [], place }, facts: new Map() }),
  promises: table({
    ...declare('Help', 'a guarantor comes to Syldavia’s aid'),
    expr: { kind: 'act', quantifier: { kind: 'at-least', count: 1 }, who: { kind: 'group', id: 'Guarantors', place }, act: 'assist', target: { kind: 'role', role: 'victim' }, place },
  }),
  arrangements: table({ ...declare('Pact', 'Pact of the three'), instruments: [], options: [], promises: [], scenarios: [] }),
  sources: table({ ...declare('draft', 'Draft treaty'), publisher: 'Ministry', date: '2030-05-03' }),
  disputes: [],
  positions: [],
  negotiations: new Map(),
  amendments: new Map(),
  expectations: [
    { kind: 'promise', promise: 'Help', arrangement: 'Pact', scenario: 'Attack', options: [], strength: 'captive', because: ['Borduria'], place: at(5, 'expect') },
  ],
};

export const DETAILS: Details = {
  game: 'owed',
  vetoers: all,
  holding: { count: 1n, first: [all] },
  stopping: { count: 3n, first: all.map((actor) => [actor]) },
  othersAbstain: false,
  othersAway: false,
  longest: { kind: 'days', days: { num: 3n, den: 2n } },
  unsettled: ['ceasefire'],
  ends: [],
    suspensions: [],
  entries: [],
  witness: {
    half: 'owed',
    value: false,
    choices: [
      { key: 'ballot:Guarantors:Arcadia', value: 'yes', owner: 'Arcadia' },
      { key: 'ballot:Guarantors:Borduria', value: 'no', owner: 'Borduria' },
      { key: 'ballot:Guarantors:Ruritania', value: 'yes', owner: 'Ruritania' },
    ],
  },
};

export const CELL: Cell = {
  strength: 'captive',
  meanwhile: 'voluntary',
  texts: { count: 3n, of: 8n, when: [[{ option: 'decision.unanimity', taken: true }]] },
  text: new Map([['decision', 'decision.unanimity']]),
  details: DETAILS,
};

export const VERDICT: Verdict = {
  promise: 'Help',
  arrangement: 'Pact',
  scenario: 'Attack',
  attackers: ['Borduria'],
  hostile: ['Borduria'],
  victims: ['Syl'],
  date: '2030-06-01',
  fixed: [],
  texts: 8n,
  cells: [CELL, { ...CELL, strength: 'collective', meanwhile: undefined, texts: { count: 5n, of: 8n, when: [[{ option: 'decision.unanimity', taken: false }]] } } as Cell],
  clauses: ['Pact.art1#1'],
  place,
};

/** The verdict with one cell for every text. */
export const closed = (cell: Partial<Cell>, details: Partial<Details> = {}): Verdict => ({
  ...VERDICT,
  texts: 1n,
  cells: [{ ...CELL, texts: { count: 1n, of: 1n, when: [[]] }, text: new Map(), ...cell, details: { ...DETAILS, ...details } }],
});

export const FINDING: Finding = {
  code: 'promise/captive',
  severity: 'error',
  message: 'help falls due only if Borduria, the attacker, agrees',
  place: at(3, 'decide unanimously'),
  causes: [
    { message: 'Borduria is one of the guarantors', place: at(2, 'treaty Pact') },
    { message: 'the draft says so', cites: [cite] },
  ],
  help: 'let the attacker not vote',
  about: ['Help', 'Pact', 'Attack'],
  witness: DETAILS.witness,
};
