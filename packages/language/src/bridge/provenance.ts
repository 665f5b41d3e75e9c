import type { Citation, Declared, Id, Provenance, Statement, Status } from '@casus/model';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';

/** Who says so: the marks behind a sentence. Several citations stand together; of status, speaker and note there is one each. */
export function provenance(b: Bridge, at: Site, marks: readonly ast.Mark[] = []): Provenance {
  const cites: Citation[] = [];
  let status: Status | undefined;
  let by: string | undefined;
  let note: string | undefined;
  for (const mark of marks) {
    if (mark.$type === 'Cite') {
      const source = b.resolve(at, mark.source, ['source']);
      if (source !== undefined) cites.push({ source, ...(mark.phrase === undefined ? {} : { phrase: mark.phrase }), ...(mark.at === undefined ? {} : { at: mark.at }), place: placeOf(at.file, mark) });
      continue;
    }
    const next: Status = mark.$type === 'StatedBy' ? 'stated' : mark.$type === 'ReportedBy' ? 'reported' : 'inferred';
    if (status !== undefined) {
      b.report('form/incomplete', placeOf(at.file, mark), `a sentence cannot be both ${status} and ${next}`, { help: 'keep the one of them that says how the sentence is known' });
      continue;
    }
    status = next;
    if (mark.$type === 'Inferred') note = mark.note;
    else by = mark.who;
  }
  return { ...(status === undefined ? {} : { status }), ...(by === undefined ? {} : { by }), ...(note === undefined ? {} : { note }), cites };
}

/** What every declaration has. */
export function declared(b: Bridge, at: Site, id: Id, node: AstNode & { readonly name: string; readonly label?: string; readonly marks?: readonly ast.Mark[] }): Declared {
  return { id, name: node.name, label: node.label ?? node.name, place: placeOf(at.file, node), provenance: provenance(b, at, node.marks) };
}

/** What is said in a line that has no node of its own in the case. */
export function statement(b: Bridge, at: Site, about: string, node: AstNode & { readonly marks: readonly ast.Mark[] }): Statement {
  return { about, place: placeOf(at.file, node), provenance: provenance(b, at, node.marks) };
}
