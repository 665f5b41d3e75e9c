import type { Actor, Body, BodyRule, Group, Id, Matter, Place, Recusal, RuleCount, SetExpr, Statement } from '@casus/model';
import type * as ast from '../generated/ast.js';
import { inside, type Bridge, type Seats, type Site } from './context.js';
import { placeOf, placeOfCst } from './places.js';
import { declared, provenance, statement } from './provenance.js';
import { deadline } from './quantities.js';
import { rule } from './rules.js';
import { set } from './sets.js';
import { threshold } from './shares.js';

/** A body: members, matters, rules, recusals, quorum. */
export function body(b: Bridge, outer: Site, node: ast.BodyDecl, id: Id): Body {
  const at = inside(outer, id);
  let members: SetExpr | undefined;
  let quorum: RuleCount | undefined;
  const blocs: Id[] = [];
  const matters: Matter[] = [];
  const rules: BodyRule[] = [];
  const recusals: Recusal[] = [];
  const lines: RuleLine[] = [];
  const statements: Statement[] = [];
  for (const item of node.items) {
    const place = placeOf(at.file, item);
    const marks = (): BodyRule['provenance'] => provenance(b, at, item.marks);
    switch (item.$type) {
      case 'BodyMembers':
        if (members === undefined) members = set(b, at, item.members);
        else b.report('form/incomplete', place, `\`${id}\` lists its members twice`, { help: 'put them into one list' });
        statements.push(statement(b, at, 'members', item));
        break;
      case 'BodyBlocs':
        blocs.push(...b.resolveAll(at, item.blocs, ['body']));
        statements.push(statement(b, at, 'members', item));
        break;
      case 'MatterDecl': {
        const matter = b.ids.get(item);
        if (matter !== undefined) matters.push({ ...declared(b, at, matter, item), body: id });
        break;
      }
      case 'BodyRule': {
        const before = b.holes;
        const matters = b.resolveAll(at, item.matters, ['matter']);
        lines.push({ item, matters });
        const made: BodyRule = { matters, rule: rule(b, at, item.rule), ...(item.deadline === undefined ? {} : { deadline: deadline(b, at, item.deadline) }), place, provenance: marks() };
        if (b.holes === before) rules.push(made);
        break;
      }
      case 'BodyRecusal': {
        const before = b.holes;
        const made: Recusal = { who: set(b, at, item.who), how: item.abstains ? 'abstains' : 'excluded', matters: b.resolveAll(at, item.matters, ['matter']), place, provenance: marks() };
        if (b.holes === before) recusals.push(made);
        break;
      }
      case 'BodyQuorum':
        if (quorum === undefined) quorum = threshold(b, at, item.count);
        else b.report('form/incomplete', place, `\`${id}\` has two quorums`, { help: 'keep one of them' });
        statements.push(statement(b, at, 'quorum', item));
        break;
    }
  }
  tellSecondRules(b, at, lines);
  const place = b.placeOfProperty(outer, node, 'name');
  const whole = !b.isBroken(placeOf(outer.file, node));
  if (whole && !node.items.some((item) => item.$type === 'BodyMembers' || item.$type === 'BodyBlocs')) b.report('form/incomplete', place, `\`${id}\` has no members`, { help: 'add `members` and who they are' });
  if (whole && !node.items.some((item) => item.$type === 'BodyRule')) b.report('form/incomplete', place, `\`${id}\` has no rule by which it decides`, { help: 'add `decides any other matter` and a rule, such as `by a majority of the members`' });
  return {
    ...declared(b, outer, id, node), members: members ?? { kind: 'union', of: [], place }, ...(blocs.length === 0 ? {} : { blocs: [...new Set(blocs)] }), matters, rules, recusals,
    ...(quorum === undefined ? {} : { quorum }), ...(outer.instrument === undefined ? {} : { instrument: outer.instrument }), statements,
  };
}

/** A line that says how a body decides, and on which matters; on any where none is named. */
interface RuleLine {
  readonly item: ast.BodyRule;
  readonly matters: readonly Id[];
}

/** Of several rules for one matter the first counts (docs/meaning.md, section 7): the others say something that is never so. */
function tellSecondRules(b: Bridge, at: Site, lines: readonly RuleLine[]): void {
  const first = new Map<Id, ast.BodyRule>();
  let any: ast.BodyRule | undefined;
  for (const { item, matters } of lines) {
    const tell = (earlier: ast.BodyRule, message: string, place: Place, help: string): void =>
      b.report('form/incomplete', place, message, { causes: [{ message: 'the earlier rule, which counts', place: placeOf(at.file, earlier) }], help });
    if (item.matters.length === 0) {
      if (any !== undefined) tell(any, `\`${at.scopes[0]!}\` has a rule for any other matter already, so this one never applies`, placeOf(at.file, item), 'keep one of them, name the matter that each is for (`matter …`, `decides MATTER …`), or join them with `and` or `or`');
      any ??= item;
      continue;
    }
    for (const matter of matters) {
      const place = placeOfCst(at.file, item.matters.find(({ $refText }) => matter === $refText || matter.endsWith(`.${$refText}`))?.$refNode ?? item.$cstNode);
      const earlier = first.get(matter);
      if (earlier !== undefined && earlier !== item) tell(earlier, `there is a rule for \`${matter}\` already, so this one never applies to it`, place, 'keep one of them, or join them with `and` or `or`');
      else if (any !== undefined) tell(any, `the rule for any other matter stands before this one and decides \`${matter}\` too, so this one never applies to it`, place, 'put the rule for any other matter last');
      else first.set(matter, item);
    }
  }
}

/** The group of anonymous seats, and the actors that fill them. */
export function seats(b: Bridge, of: Seats): { readonly group: Group; readonly actors: readonly Actor[] } {
  const { id, node, count, at } = of;
  const place = placeOf(at.file, node);
  const actors = Array.from({ length: count }, (_, i): Actor => ({
    id: `${id}-${i + 1}`, name: `${node.name}-${i + 1}`, label: `${node.name.replaceAll('-', ' ')} member ${i + 1}`, place, provenance: { cites: [] },
    attributes: new Map(), seat: { group: id, index: i + 1 },
  }));
  const group: Group = {
    id, name: node.name, label: `${node.name.replaceAll('-', ' ')} members`, place, provenance: { cites: [] },
    members: { kind: 'union', of: actors.map((actor): SetExpr => ({ kind: 'actor', id: actor.id, place })), place },
    ...(at.instrument === undefined ? {} : { instrument: at.instrument }),
  };
  return { group, actors };
}
