import type { Id, PromiseExpr, Promise_ } from '@casus/model';
import type * as ast from '../generated/ast.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { declared } from './provenance.js';
import { fixedDays, measure } from './quantities.js';
import { decision } from './rules.js';
import { aim, quantified, set } from './sets.js';

/** A promise; nothing if what is promised cannot be understood. */
export function promise(b: Bridge, at: Site, node: ast.PromiseDecl, id: Id): Promise_ | undefined {
  const before = b.holes;
  const beneficiary = node.beneficiary === undefined ? undefined : set(b, at, node.beneficiary);
  const expr = expression(b, at, node.expr);
  const within = fixedDays(b, at, node.within);
  const what = declared(b, at, id, node);
  if (b.holes > before) return undefined;
  return { ...what, ...(beneficiary === undefined ? {} : { beneficiary }), expr, ...(within === undefined ? {} : { within }) };
}

function expression(b: Bridge, at: Site, node: ast.PromiseExpr): PromiseExpr {
  const place = placeOf(at.file, node);
  const nothing: PromiseExpr = { kind: 'or', of: [], place };
  switch (node.$type) {
    case 'PromiseAll':
    case 'PromiseOr':
      return { kind: node.$type === 'PromiseAll' ? 'and' : 'or', of: node.items.map((item) => expression(b, at, item)), place };
    case 'PromiseAct': {
      const who = quantified(b, at, node.who);
      const act = b.resolve(at, node.act, ['act']);
      const towards = aim(b, at, act, node.target);
      return act === undefined ? nothing : { kind: 'act', ...who, act, target: towards, place };
    }
    case 'PromiseDecision': {
      const made = decision(b, at, node.decision);
      return made === undefined ? nothing : { kind: 'decision', decision: made, place };
    }
    case 'PromiseFreeTo': {
      const who = set(b, at, node.who);
      const act = b.resolve(at, node.act, ['act']);
      const towards = aim(b, at, act, node.target);
      return act === undefined ? nothing : { kind: 'free-to', who, act, target: towards, place };
    }
    case 'PromiseNoLimit': {
      const attributes = b.resolveAll(at, node.attributes, ['attribute']);
      const upTo = node.upTo === undefined ? undefined : attributes.map((attribute) => measure(b, at, { value: node.upTo!, ...(node.unit === undefined ? {} : { unit: node.unit }), $cstNode: node.$cstNode }, attribute).value)[0];
      return { kind: 'no-limit', who: set(b, at, node.who), attributes, ...(upTo === undefined ? {} : { upTo }), place };
    }
  }
}
