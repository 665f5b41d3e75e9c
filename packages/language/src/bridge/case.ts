import type { Arrangement, Case, Declared, Expectation, Id, Instrument, PositionLine, SourceFile } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { amendment } from './amendments.js';
import { body, seats } from './bodies.js';
import { ATTACK, THREAT } from './conditions.js';
import { inside, type Bridge, type Site } from './context.js';
import { declareAll, type Tree } from './declare.js';
import { expectations } from './expectations.js';
import { instrument } from './instruments.js';
import { negotiation } from './negotiations.js';
import { placeOf } from './places.js';
import { positions } from './positions.js';
import { promise } from './promises.js';
import { scenario } from './scenarios.js';
import { declared } from './provenance.js';
import * as simple from './simple.js';
import { dispute, source } from './sources.js';
import { emptyDraft, type Draft, type Pieces } from './pieces.js';
import type { Row } from './tables.js';

/**
 * The bridge: syntax trees, imports first, to the case. What could not be understood is told in `b` and left out. `pieces`: what was understood of an earlier
 * state of the same files.
 */
export function caseOf(b: Bridge, trees: readonly Tree[], files: readonly SourceFile[], pieces?: Pieces): Case {
  declareAll(b, trees);
  const made: Draft = { ...emptyDraft(), files: [...files] };
  const kept = pieces?.mayBeTaken(b, new Map(files.map(({ path, text }) => [path, text]))) === true ? pieces : undefined;
  b.pieces = kept;
  builtins(made, trees[0]?.path ?? '');
  const imported = new Set(files.filter((file) => file.imported).map((file) => file.path));
  for (const tree of trees) {
    const at: Site = { file: tree.path, scopes: [] };
    for (const item of tree.root.items) {
      if (item.$type === 'CaseHeader' && !imported.has(tree.path) && made.title === '') made.title = item.title;
      if (kept === undefined || READ_ANEW.has(item.$type)) addItem(b, made, at, item);
      else kept.add(b, made, tree.path, item, (into) => addItem(b, into, at, item));
    }
  }
  for (const rows of b.tables.values()) addFigures(b, made, rows);
  for (const id of new Set(b.judgedInstruments)) addJudged(made, id);
  return made;
}

/**
 * What is read anew each time: actors from a table stand in a file of their own; lines of positions are numbered through; what is on the table and what is
 * amended is held against the ranges of issues and the articles of instruments that are declared elsewhere.
 */
const READ_ANEW: ReadonlySet<ast.Item['$type']> = new Set(['ActorTable', 'PositionDecl', 'NegotiationDecl', 'AmendmentDecl']);

/** The figures of a table join those that an actor has. */
function addFigures(b: Bridge, made: Draft, rows: readonly Row[]): void {
  for (const { id, figures, place } of rows) {
    const actor = made.actors.get(id);
    if (actor === undefined || figures.size === 0) continue;
    const twice = [...figures.keys()].find((attribute) => actor.attributes.has(attribute));
    if (twice !== undefined) b.report('form/incomplete', place, `\`${id}\` has \`${twice}\` already`, { causes: [{ message: `\`${id}\``, place: actor.place }], help: 'keep one of the two numbers' });
    made.actors.set(id, { ...actor, attributes: new Map([...figures, ...actor.attributes]) });
  }
}

/** The kinds of events that the language itself declares. */
function builtins(made: Draft, file: string): void {
  const place = { file, line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };
  for (const [id, label] of [[ATTACK, 'armed attack'], [THREAT, 'threat']] as const) {
    made.events.set(id, { id, name: id, label, place, provenance: { cites: [] }, parents: [] });
  }
}

function addItem(b: Bridge, made: Draft, at: Site, item: ast.Item): void {
  const add = <T extends Declared>(table: Map<Id, T>, value: T | undefined): void => {
    if (value !== undefined && !table.has(value.id)) table.set(value.id, value);
  };
  if (item.$type === 'Actors') {
    for (const each of item.actors) {
      const id = b.ids.get(each);
      if (id !== undefined) add(made.actors, simple.actor(b, at, each, id));
    }
    return;
  }
  if (item.$type === 'ActorTable') {
    const rows = b.tables.get(item) ?? [];
    for (const row of rows) if (row.actor !== undefined) add(made.actors, row.actor);
    const group = b.ids.get(item);
    if (group !== undefined && item.name !== undefined) add(made.groups, { ...declared(b, at, group, { ...item, name: item.name, $cstNode: item.$cstNode }), members: { kind: 'union', of: rows.map(({ member }) => member), place: placeOf(at.file, item) } });
    return;
  }
  if (item.$type === 'PositionDecl') made.positions.push(...(positions(b, at, item, made.positions) satisfies PositionLine[]));
  if (item.$type === 'ExpectPromise' || item.$type === 'ExpectFinding') made.expectations.push(...(expectations(b, at, item) satisfies Expectation[]));
  const id = b.ids.get(item);
  if (id === undefined) return;
  switch (item.$type) {
    case 'Group':
    case 'BodyDecl':
    case 'IssueDecl':
    case 'ReadingsDecl':
      addLocal(b, made, at, item, id);
      if (item.$type === 'ReadingsDecl') looseClauses(b, at, item);
      break;
    case 'ActDecl': add(made.acts, simple.act(b, at, item, id)); break;
    case 'EventDecl': add(made.events, simple.eventDecl(b, at, item, id)); break;
    case 'RegionDecl': add(made.regions, simple.region(b, at, item, id)); break;
    case 'FactDecl': add(made.facts, simple.fact(b, at, item, id)); break;
    case 'AttributeDecl': add(made.attributes, simple.attribute(b, at, item, id)); break;
    case 'OrganisationDecl': add(made.organisations, simple.organisation(b, at, item, id)); break;
    case 'InstrumentDecl': addInstrument(b, made, at, item, id); break;
    case 'ScenarioDecl': add(made.scenarios, scenario(b, at, item, id)); break;
    case 'PromiseDecl': add(made.promises, promise(b, at, item, id)); break;
    case 'ArrangementDecl': add(made.arrangements, simple.arrangement(b, at, item, id)); break;
    case 'NegotiationDecl': add(made.negotiations, negotiation(b, at, item, id)); break;
    case 'AmendmentDecl': add(made.amendments, amendment(b, at, item, id)); break;
    case 'SourceDecl': add(made.sources, source(b, at, item, id)); break;
    case 'AccountsDecl': made.disputes.push(dispute(b, at, item, id)); break;
  }
}

function addLocal(b: Bridge, made: Draft, at: Site, item: ast.Group | ast.BodyDecl | ast.IssueDecl | ast.ReadingsDecl, id: Id): void {
  switch (item.$type) {
    case 'Group':
      addSeats(b, made, id);
      made.groups.set(id, simple.group(b, at, item, id));
      break;
    case 'BodyDecl':
      addSeats(b, made, id);
      made.bodies.set(id, body(b, at, item, id));
      break;
    case 'IssueDecl':
    case 'ReadingsDecl': {
      const { issue, options } = simple.issue(b, at, item, id);
      made.issues.set(id, issue);
      for (const option of options) made.options.set(option.id, option);
    }
  }
}

/** The seats that are members of a group, body or instrument stand in the tables before it. */
function addSeats(b: Bridge, made: Draft, container: Id): void {
  for (const of of b.seats) {
    if (of.container !== container) continue;
    const { group, actors } = seats(b, of);
    made.groups.set(group.id, group);
    for (const actor of actors) made.actors.set(actor.id, actor);
  }
}

function addInstrument(b: Bridge, made: Draft, outer: Site, node: ast.InstrumentDecl, id: Id): void {
  const at: Site = { ...inside(outer, id), instrument: id };
  addSeats(b, made, id);
  const local = (node: ast.Group | ast.BodyDecl | ast.IssueDecl | ast.ReadingsDecl): void => {
    const full = b.ids.get(node);
    if (full !== undefined) addLocal(b, made, at, node, full);
  };
  const readings = (clauses: readonly ast.Clause[]): void => {
    for (const clause of clauses) {
      if (clause.$type === 'ReadingsDecl') {
        local(clause);
        for (const reading of clause.readings as ast.Reading[]) readings(reading.clauses);
      } else if (clause.$type === 'Upon') readings(clause.clauses);
      else if (clause.$type === 'If') readings([...clause.clauses, ...clause.otherwise]);
      else if (clause.$type === 'BracketClause') for (const alternative of clause.alternatives) readings(alternative.clauses);
    }
  };
  for (const item of node.items) {
    if (item.$type === 'Group' || item.$type === 'BodyDecl' || item.$type === 'IssueDecl') local(item);
    else if (item.$type === 'ReadingsDecl' || item.$type === 'BracketClause') readings([item]);
    else if (item.$type === 'Article') readings(item.clauses);
  }
  made.instruments.set(id, instrument(b, outer, node, id) satisfies Instrument);
}

/** Readings outside of any instrument have names and holders; sentences need an instrument. */
function looseClauses(b: Bridge, at: Site, node: ast.ReadingsDecl): void {
  for (const reading of node.readings as ast.Reading[]) {
    const first = reading.clauses[0];
    if (first !== undefined) {
      b.report('form/incomplete', placeOf(at.file, first), 'a sentence stands in an instrument, and this reading stands in none', { help: 'move the readings into the instrument whose text they read' });
    }
  }
}

/** `under X` for an instrument: the arrangement of it alone. */
function addJudged(made: Draft, id: Id): void {
  const instrument = made.instruments.get(id);
  if (instrument === undefined) return;
  const { name, label, place, provenance } = instrument;
  made.arrangements.set(id, { id, name, label, place, provenance, instruments: [id], options: [], promises: [], scenarios: [] } satisfies Arrangement);
}
