import type { Id, Place } from '@casus/model';
import type { AstNode, CstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { ATTACK, THREAT } from './conditions.js';
import { type Bridge, type Site, inside } from './context.js';
import type { Kind } from './names.js';
import type { TextFile } from '../load.js';
import { placeOf, placeOfCst } from './places.js';
import { declareLines } from './positions.js';
import { rowsOf } from './tables.js';

/** A file and its syntax tree. */
export interface Tree {
  readonly path: string;
  readonly root: ast.File;
  readonly tables: ReadonlyMap<ast.ActorTable, TextFile>;
}

/** Enters every declaration of every file under its full name, so that a name may be used before it is declared. */
export function declareAll(b: Bridge, trees: readonly Tree[]): void {
  b.names.declare({ kind: 'event', id: ATTACK });
  b.names.declare({ kind: 'event', id: THREAT });
  for (const { path, root } of trees) {
    for (const item of root.items) declareItem(b, { file: path, scopes: [] }, item);
  }
  const labels = new Map<string, Id>();
  for (const { root } of trees) {
    for (const item of root.items) {
      if (item.$type === 'Actors') for (const actor of item.actors) if (actor.label !== undefined) labels.set(actor.label, actor.name);
    }
  }
  for (const { path, root, tables } of trees) {
    for (const item of root.items) {
      const table = item.$type === 'ActorTable' ? tables.get(item) : undefined;
      if (item.$type !== 'ActorTable' || table === undefined) continue;
      if (item.name !== undefined) declare(b, { file: path, scopes: [] }, item as Named, 'group');
      b.tables.set(item, rowsOf(b, { file: path, scopes: [] }, item, table, labels));
    }
  }
  // Their holders may be declared anywhere.
  for (const { path, root } of trees) {
    for (const item of root.items) if (item.$type === 'PositionDecl') declareLines(b, { file: path, scopes: [] }, item);
  }
}

type Named = AstNode & { readonly name: string };

/** Enters one name; nothing if it is taken. */
function declare(b: Bridge, at: Site, node: Named, kind: Kind, container?: Id): Id | undefined {
  const id = container === undefined ? node.name : `${container}.${node.name}`;
  const place = placeOfName(b, at, node);
  const earlier = b.names.declare({ kind, id, place });
  if (earlier === undefined) {
    b.ids.set(node, id);
    return id;
  }
  if (kind === 'article' && earlier.kind === 'article') {
    b.report('form/duplicate-name', place, `\`${container!}\` has an article ${node.name} already`, { causes: [{ message: 'first one', place: earlier.place! }], help: 'number the articles apart' });
  } else if (kind === 'option' && earlier.kind === 'option') {
    b.report('form/duplicate-name', place, `\`${container!}\` has an option \`${node.name}\` already`, { causes: [{ message: 'first one', place: earlier.place! }], help: 'name the options apart' });
  } else {
    b.report('form/duplicate-name', place, `the name \`${id}\` is taken already`, {
      causes: earlier.place === undefined ? [] : [{ message: 'declared first here', place: earlier.place }],
      help: earlier.place === undefined ? 'the language itself declares it; choose another name' : 'choose another name for one of them',
    });
  }
  return undefined;
}

/** Where a name stands; what it is written by is found once in each tree, whose tokens move with the text. */
function placeOfName(b: Bridge, at: Site, node: Named): Place {
  let token = NAMES.get(node);
  if (token === undefined) {
    token = b.nodeOfProperty(node, 'name');
    if (token !== undefined) NAMES.set(node, token);
  }
  return placeOfCst(at.file, token);
}

const NAMES = new WeakMap<AstNode, CstNode>();

function declareItem(b: Bridge, at: Site, item: ast.Item): void {
  switch (item.$type) {
    case 'Actors':
      for (const actor of item.actors) declare(b, at, actor, 'actor');
      break;
    case 'Group':
    case 'BodyDecl':
    case 'IssueDecl':
    case 'ReadingsDecl':
      declareLocal(b, at, item);
      break;
    case 'ActDecl':
      declare(b, at, item, 'act');
      break;
    case 'EventDecl':
      declare(b, at, item, 'event');
      break;
    case 'RegionDecl':
      declare(b, at, item, 'region');
      break;
    case 'FactDecl':
      declare(b, at, item, 'fact');
      break;
    case 'AttributeDecl': {
      const id = declare(b, at, item, 'attribute');
      if (id !== undefined && item.unit !== undefined) b.units.set(id, item.unit);
      break;
    }
    case 'OrganisationDecl':
      declare(b, at, item, 'organisation');
      break;
    case 'InstrumentDecl':
      declareInstrument(b, at, item);
      break;
    case 'ScenarioDecl':
      declare(b, at, item, 'scenario');
      break;
    case 'PromiseDecl':
      declare(b, at, item, 'promise');
      break;
    case 'ArrangementDecl':
      declare(b, at, item, 'arrangement');
      break;
    case 'NegotiationDecl':
      declare(b, at, item, 'negotiation');
      break;
    case 'AmendmentDecl':
      declare(b, at, item, 'amendment');
      break;
    case 'SourceDecl':
      declare(b, at, item, 'source');
      break;
    case 'AccountsDecl':
      declare(b, at, item, 'accounts');
      break;
  }
}

/** What may stand at the top and in an instrument. */
function declareLocal(b: Bridge, at: Site, node: ast.Group | ast.BodyDecl | ast.IssueDecl | ast.ReadingsDecl, container?: Id): void {
  switch (node.$type) {
    case 'Group': {
      const id = declare(b, at, node, 'group', container);
      if (id !== undefined) declareSeats(b, at, node.members, id);
      break;
    }
    case 'BodyDecl': {
      const id = declare(b, at, node, 'body', container);
      if (id === undefined) break;
      b.bodies.set(id, { node, at });
      for (const item of node.items) {
        if (item.$type === 'MatterDecl') declare(b, at, item, 'matter', id);
        if (item.$type === 'BodyMembers') declareSeats(b, at, item.members, id);
      }
      break;
    }
    case 'IssueDecl':
    case 'ReadingsDecl': {
      const id = declare(b, at, node, 'issue', container);
      if (id === undefined) break;
      if (node.$type === 'IssueDecl' && node.range !== undefined) b.ranges.set(id, { node: node.range, file: at.file });
      for (const option of node.$type === 'IssueDecl' ? node.options : (node.readings as ast.Reading[])) {
        declare(b, at, option as Named, 'option', id);
        if (option.$type === 'Reading') declareInClauses(b, at, (option as ast.Reading).clauses, container);
      }
    }
  }
}

function declareInstrument(b: Bridge, outer: Site, node: ast.InstrumentDecl): void {
  const id = declare(b, outer, node, 'instrument');
  if (id === undefined) return;
  b.instruments.set(id, { node, at: outer });
  const at = { ...inside(outer, id), instrument: id };
  for (const item of node.items) {
    switch (item.$type) {
      case 'Group':
      case 'BodyDecl':
      case 'IssueDecl':
      case 'ReadingsDecl':
        declareLocal(b, at, item, id);
        break;
      case 'PartiesDecl':
        declareSeats(b, at, item.parties, id);
        break;
      case 'Article':
        declare(b, at, item, 'article', id);
        declareInClauses(b, at, item.clauses, id);
        break;
      case 'BracketClause':
        declareInClauses(b, at, [item], id);
        break;
    }
  }
}

/** Readings stand among the clauses; their names are local to the instrument. */
function declareInClauses(b: Bridge, at: Site, clauses: readonly ast.Clause[], instrument: Id | undefined): void {
  for (const clause of clauses) {
    switch (clause.$type) {
      case 'ReadingsDecl':
        declareLocal(b, at, clause, instrument);
        break;
      case 'Upon':
        declareInClauses(b, at, clause.clauses, instrument);
        break;
      case 'If':
        declareInClauses(b, at, clause.clauses, instrument);
        declareInClauses(b, at, clause.otherwise, instrument);
        break;
      case 'BracketClause':
        for (const alternative of clause.alternatives) declareInClauses(b, at, alternative.clauses, instrument);
        break;
    }
  }
}

/** Anonymous seats: a group, local to what they are members of. */
function declareSeats(b: Bridge, at: Site, node: ast.SetExpr, container: Id): void {
  switch (node.$type) {
    case 'SetSeats': {
      const id = declare(b, at, node, 'group', container);
      const count = Number(node.count.replaceAll('_', ''));
      if (id === undefined) break;
      if (count > 0 && count <= MOST_SEATS) {
        b.seats.push({ id, container, node, count, at });
        for (let i = 1; i <= count; i++) b.names.declare({ kind: 'actor', id: `${id}-${i}`, place: placeOf(at.file, node) });
      } else b.report('form/impossible-rule', placeOf(at.file, node), count === 0 ? 'a group of 0 seats has no members' : `${node.count} seats are more than any body has`, { help: `write a number from 1 to ${MOST_SEATS}` });
      break;
    }
    case 'SetUnion':
      for (const item of node.items) declareSeats(b, at, item, container);
      break;
    case 'SetIntersection':
      declareSeats(b, at, node.left, container);
      declareSeats(b, at, node.right, container);
      break;
    case 'SetDifference':
      declareSeats(b, at, node.from, container);
      declareSeats(b, at, node.without, container);
      break;
    case 'SetBracket':
      for (const alternative of node.alternatives) declareSeats(b, at, alternative.value, container);
      break;
  }
}

/** More seats than the largest deliberating bodies of states have delegates; keeps a slip from filling the memory. */
const MOST_SEATS = 1000;
