import type { Id, Negotiation, NegotiationRule } from '@casus/model';
import type { Reference } from 'langium';
import type * as ast from '../generated/ast.js';
import { issueOf } from './brackets.js';
import type { Bridge, Site } from './context.js';
import type { Kind } from './names.js';
import { placeOf, placeOfCst } from './places.js';
import { HOLDERS } from './positions.js';
import { declared, provenance } from './provenance.js';
import { subject, subjects } from './subjects.js';

/** The names of one list of a negotiation, with the places where they were written. */
type Listed = Map<Id, ReturnType<typeof placeOf>>;

/** What is on the table, and between whom. */
export function negotiation(b: Bridge, at: Site, node: ast.NegotiationDecl, id: Id): Negotiation {
  const lists = { parties: new Map(), instruments: new Map(), standing: new Map(), options: new Map(), steps: new Map(), scenarios: new Map() } satisfies Record<string, Listed>;
  const rules: NegotiationRule[] = [];
  const list = (into: keyof typeof lists, references: readonly Reference[], kinds: readonly Kind[]): void => enter(b, at, id, lists[into], references, kinds);
  for (const item of node.items) {
    switch (item.$type) {
      case 'NegotiationParties': list('parties', item.parties, HOLDERS); break;
      case 'NegotiationInstruments': list('instruments', item.instruments, ['instrument']); break;
      case 'NegotiationStanding': list('standing', item.instruments, ['instrument']); break;
      case 'NegotiationOptions': list('options', item.options, ['option']); break;
      case 'NegotiationSteps': list('steps', item.steps, ['fact']); break;
      case 'NegotiationCases': list('scenarios', item.scenarios, ['scenario']); break;
      default: {
        const made = rule(b, at, item);
        if (made !== undefined) rules.push(made);
      }
    }
  }
  notBoth(b, lists.instruments, lists.standing);
  oneOptionEach(b, lists.options);
  const ids = (names: Listed): Id[] => [...names.keys()];
  const { parties, instruments, standing, options, steps, scenarios } = lists;
  return {
    ...declared(b, at, id, node), parties: ids(parties), instruments: ids(instruments), standing: ids(standing), options: ids(options), steps: ids(steps), scenarios: ids(scenarios), rules,
  };
}

/** Adds names to a list; one that is there already is a finding. */
function enter(b: Bridge, at: Site, negotiation: Id, into: Listed, references: readonly Reference[], kinds: readonly Kind[]): void {
  for (const reference of references) {
    const id = b.resolve(at, reference, kinds);
    if (id === undefined) continue;
    const place = placeOfCst(at.file, reference.$refNode);
    const earlier = into.get(id);
    if (earlier === undefined) into.set(id, place);
    else b.report('form/incomplete', place, `\`${negotiation}\` names \`${id}\` twice`, { causes: [{ message: 'first here', place: earlier }], help: 'leave one of them out' });
  }
}

/** An instrument is open or settled. What is told is taken as settled. */
function notBoth(b: Bridge, instruments: Listed, standing: Listed): void {
  for (const [id, place] of standing) {
    const open = instruments.get(id);
    if (open === undefined) continue;
    b.report('form/incomplete', place, `\`${id}\` cannot both be on the table and stand whatever is agreed`, { causes: [{ message: 'on the table here', place: open }], help: 'keep it under `instruments` if it may be left out of a deal, else under `standing`' });
    instruments.delete(id);
  }
}

function oneOptionEach(b: Bridge, options: Listed): void {
  const taken = new Map<Id, Id>();
  for (const [option, place] of options) {
    const issue = issueOf(option);
    const other = taken.get(issue);
    if (other === undefined) {
      taken.set(issue, option);
      continue;
    }
    b.report('form/incomplete', place, `a text cannot take both \`${other}\` and \`${option}\`: they are options of one issue`, { causes: [{ message: 'taken here', place: options.get(other)! }], help: 'keep one of them; leave both out if the issue is open' });
    options.delete(option);
  }
}

function rule(b: Bridge, at: Site, node: ast.NegotiationCount | ast.NegotiationRelation): NegotiationRule | undefined {
  const place = placeOf(at.file, node);
  const marks = provenance(b, at, node.marks);
  if (node.$type === 'NegotiationRelation') {
    const of = subject(b, at, node.of);
    const other = subject(b, at, node.other);
    return of === undefined || other === undefined ? undefined : { kind: node.kind, of, other, place, provenance: marks };
  }
  const of = subjects(b, at, node.of);
  const count = Number(node.count.replaceAll('_', ''));
  if (count > node.of.length) {
    b.report('form/incomplete', place, `${count} of ${node.of.length} is more than there are`, { help: 'correct the number, or name the others, with commas between them' });
    return undefined;
  }
  const bound = node.bound === 'exactly' ? 'exactly' : node.bound === 'least' ? 'at-least' : 'at-most';
  return of === undefined ? undefined : { kind: 'count', bound, count, of, place, provenance: marks };
}
