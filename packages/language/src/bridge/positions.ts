import type { PositionLine, Subject } from '@casus/model';
import type * as ast from '../generated/ast.js';
import type { Bridge, Site } from './context.js';
import { placeOf } from './places.js';
import { provenance } from './provenance.js';
import { date, measure } from './quantities.js';
import { set, target } from './sets.js';

/** The lines of a position that can be understood. `earlier`: the lines so far, among which those of one holder are numbered. */
export function positions(b: Bridge, at: Site, node: ast.PositionDecl, earlier: readonly PositionLine[]): PositionLine[] {
  const actor = b.resolve(at, node.actor, ['actor', 'group', 'body', 'organisation']);
  const first = earlier.filter((line) => line.actor === actor).length + 1;
  return node.lines.flatMap((line, i) => {
    const before = b.holes;
    const about = subject(b, at, line.subject);
    const condition = line.condition === undefined ? undefined : subject(b, at, line.condition);
    const over = line.over === undefined ? undefined : subject(b, at, line.over);
    const from = date(b, at, line, 'from');
    const until = date(b, at, line, 'until');
    const place = placeOf(at.file, line);
    if (from !== undefined && until !== undefined && from > until) b.report('form/date', place, `the line ends on ${until}, before it begins on ${from}`, { help: 'swap the two dates, or correct one' });
    if ((over !== undefined) !== (line.verb === 'prefers')) {
      b.report('form/incomplete', place, over === undefined ? 'prefers it over what?' : `\`over\` goes with \`prefers\`, not with \`${line.verb}\``, { help: 'write `prefers A over B`' });
    }
    if (condition !== undefined && line.verb !== 'offers' && line.verb !== 'accepts') {
      b.report('form/incomplete', place, `\`if\` goes with \`offers\` or \`accepts\`, not with \`${line.verb}\``, { help: 'write `offers A if B`' });
    }
    const marks = provenance(b, at, line.marks);
    if (actor === undefined || about === undefined || b.holes > before) return [];
    return [{
      id: `${actor}.${first + i}`, actor, verb: line.verb, subject: about, ...(condition === undefined ? {} : { condition }), ...(over === undefined ? {} : { over }),
      ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), place, provenance: marks,
    }];
  });
}

/** What a position is about. */
function subject(b: Bridge, at: Site, node: ast.Subject): Subject | undefined {
  switch (node.$type) {
    case 'SubjectText':
      return { kind: 'text', text: node.text };
    case 'SubjectRef': {
      const found = b.resolveKind(at, node.ref, ['option', 'fact', 'instrument']);
      if (found === undefined) return undefined;
      return found.kind === 'option' ? { kind: 'option', option: found.id } : found.kind === 'fact' ? { kind: 'fact', fact: found.id } : { kind: 'instrument', instrument: found.id };
    }
    case 'SubjectHolds': {
      const promise = b.resolve(at, node.promise, ['promise']);
      const scenario = node.scenario === undefined ? undefined : b.resolve(at, node.scenario, ['scenario']);
      const arrangement = node.arrangement === undefined ? undefined : b.resolveJudged(at, node.arrangement);
      if (promise === undefined) return undefined;
      return {
        kind: 'holds', promise, ...(scenario === undefined ? {} : { scenario }), ...(arrangement === undefined ? {} : { arrangement }),
        ...(node.strength === undefined ? {} : { strength: node.strength as NonNullable<Extract<Subject, { kind: 'holds' }>['strength']> }), negated: node.negated,
      };
    }
    case 'SubjectNoVeto': {
      const promise = b.resolve(at, node.promise, ['promise']);
      const scenario = node.scenario === undefined ? undefined : b.resolve(at, node.scenario, ['scenario']);
      const who = node.who === undefined ? undefined : set(b, at, node.who);
      return promise === undefined ? undefined : { kind: 'no-veto', promise, ...(scenario === undefined ? {} : { scenario }), ...(who === undefined ? {} : { who }) };
    }
    case 'SubjectOrder': {
      const first = b.resolve(at, node.first, ['fact']);
      const then = b.resolve(at, node.then, ['fact']);
      if (first !== undefined && first === then) b.report('form/incomplete', placeOf(at.file, node), 'nothing comes before itself', { help: 'name two different steps' });
      return first === undefined || then === undefined ? undefined : { kind: 'order', first, then };
    }
    case 'SubjectLimit': {
      const attribute = b.resolve(at, node.attribute, ['attribute']);
      const of = node.set === undefined ? undefined : set(b, at, node.set);
      const { value, unit } = measure(b, at, node, attribute);
      return attribute === undefined ? undefined : { kind: 'limit', attribute, ...(of === undefined ? {} : { of }), bound: node.bound === 'least' ? 'at-least' : 'at-most', value, ...(unit === undefined ? {} : { unit }) };
    }
    case 'SubjectRole': {
      const actor = set(b, at, node.actor);
      const group = b.resolve(at, node.group, ['group']);
      return group === undefined ? undefined : { kind: 'role', actor, group };
    }
    case 'SubjectAct': {
      const who = set(b, at, node.who);
      const act = b.resolve(at, node.act, ['act']);
      const aim = target(b, at, node.target);
      return act === undefined ? undefined : { kind: 'act', who, act, target: aim };
    }
  }
}
