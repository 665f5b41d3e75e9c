import type { Amendment, Id, Norm } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { eachClause, NOTHING_AROUND } from './clauses.js';
import type { Bridge, Extra, Site } from './context.js';
import { siteOf } from './instruments.js';
import { articleOf, norm } from './norms.js';
import { placeOf } from './places.js';
import { weightOf } from './positions.js';
import { declared } from './provenance.js';

/** A change that the author would make to an instrument; nothing if it cannot be understood which. Its sentences are read as if they stood in that article. */
export function amendment(b: Bridge, outer: Site, node: ast.AmendmentDecl, id: Id): Amendment | undefined {
  const what = declared(b, outer, id, node);
  const weight = weightOf(b, outer, node);
  const instrument = b.resolve(outer, node.instrument, ['instrument']);
  const written = instrument === undefined ? undefined : b.instruments.get(instrument);
  if (instrument === undefined || written === undefined) return undefined;
  const article = articleFor(b, outer, node, instrument, id);
  if (article === undefined) return undefined;
  const at: Site = { ...siteOf(b, written.at, written.node, instrument), file: outer.file };
  const norms: Norm[] = [];
  eachClause(b, at, article, node.clauses, NOTHING_AROUND, (clause, around) => {
    if (clause.$type !== 'Norm') {
      b.report('form/incomplete', placeOf(at.file, clause), ...NOT_ADDED[clause.$type === 'Silence' ? 'silence' : clause.$type === 'ReadingsDecl' ? 'readings' : 'life']);
      return;
    }
    for (const sentence of norm(b, at, clause, around)) norms.push({ id: `${id}#${norms.length + 1}`, instrument, article, ...sentence });
  });
  if (node.clauses.length === 0 && !b.isBroken(what.place)) b.report('form/incomplete', what.place, `\`${id}\` adds nothing`, { help: `write the sentences that \`${instrument}\` should have besides` });
  return { ...what, instrument, ...(node.article === undefined ? {} : { article }), norms, ...(weight === undefined ? {} : { weight }) };
}

/** Why a clause cannot stand in an amendment. */
const NOT_ADDED: Readonly<Record<'silence' | 'readings' | 'life', readonly [message: string, extra: Extra]>> = {
  silence: ['an amendment adds sentences, and a silence is none', { help: 'leave the line out, or write it in the instrument' }],
  readings: ['how a text is read is no change of it', { help: 'put the readings into the instrument, or write the sentence that should hold' }],
  life: ['an amendment adds sentences that say who shall, shall not or may act; it does not change how the instrument begins or ends', { help: 'write a second instrument with the other life, and judge that' }],
};

/** The article that the sentences are added to: the one named, else one of their own, with the name of the amendment. */
function articleFor(b: Bridge, at: Site, node: ast.AmendmentDecl, instrument: Id, id: Id): Id | undefined {
  if (node.article !== undefined) return articleOf(b, instrument, node.article, b.placeOfProperty(at, node, 'article'));
  const own = `${instrument}.${id}`;
  const earlier = b.names.table.get(own);
  if (earlier === undefined) return own;
  b.report('form/duplicate-name', b.placeOfProperty(at, node, 'name'), `\`${instrument}\` has something named \`${id}\` already, so the amendment cannot be an article of that name`, {
    causes: earlier.place === undefined ? [] : [{ message: 'declared here', place: earlier.place }], help: earlier.kind === 'article' ? `choose another name, or write \`to ${instrument} article ${id}\`` : 'choose another name',
  });
  return undefined;
}
