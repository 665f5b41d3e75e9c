import type { Place, Recusal, Role, Rule } from '@casus/model';
import { articleName, quoted } from '../../words.js';
import { placeKey, STANDARD, type Candidate, type TextEdit } from '../candidate.js';
import type { Setting, WrittenRule } from '../setting.js';

/** Rules by which votes are counted; who approves apart from any vote is not a matter of voting. */
const COUNTING: ReadonlySet<Rule['kind']> = new Set(['unanimity', 'consensus', 'yes', 'no-fewer-than', 'fewer', 'and', 'or', 'restricted']);

/** What may stand behind a rule that ends with a comma and more. */
const CLOSING: ReadonlySet<string> = new Set(['then', '{', '|', ']', ')', '}']);

/** The attacker, or all of its side, does not vote. */
export function recusals(setting: Setting): readonly Candidate[] {
  const who = [{ role: 'attacker', words: 'the attacker does not vote', text: 'the attacker' }, { role: 'hostile', words: 'the attacker and those who side with it do not vote', text: 'the hostile states' }] as const;
  const siding = [...setting.world.hostile].some((actor) => !setting.world.attackers.has(actor));
  if (setting.world.hostile.size === 0) return [];
  return setting.rules.flatMap((written) => (siding ? who : who.slice(0, 1)).flatMap(({ role, words, text }) => recusal(setting, written, role, words, text)));
}

function recusal(setting: Setting, { rule, of, article }: WrittenRule, role: Role, words: string, text: string): Candidate[] {
  const { case: case_ } = setting;
  const added = (place: Place, matters: Recusal['matters']): Recusal => ({ who: { kind: 'role', role, place }, how: 'excluded', matters, place, provenance: { cites: [] } });
  if (of !== undefined) {
    const source = setting.source(of.rule.place);
    const body = case_.bodies.get(of.body)!;
    if (source === undefined) return [];
    const { place, matters } = of.rule;
    const offset = source.restOfLine(place.end);
    const about = matters.length === 0 ? 'every matter,' : matters.map((matter) => matter.split('.').at(-1)!).join(', ');
    const doing = role === 'attacker' && setting.world.attackers.size === 1 ? 'does' : 'do';
    const edit: TextEdit = { file: place.file, offset, end: offset, text: `${source.newline}${source.indent(place.offset)}on ${about} ${text} ${doing} not vote`, rank: 1 };
    return [{
      id: `recusal ${placeKey(place)} ${role}`, kind: 'recusal', label: words, where: quoted(body.label), place, cost: STANDARD, point: `recusal ${placeKey(place)}`, slots: [],
      changes: [{ on: 'body', body: of.body, add: added(place, matters) }], edits: [edit],
    }];
  }
  if (!COUNTING.has(rule.kind) || asksAnother(rule)) return [];
  const { place } = rule;
  const to = (inner: Rule): Rule =>
    inner.kind === 'restricted' ? { ...inner, recusals: [...inner.recusals, added(place, [])] } : { kind: 'restricted', rule: inner, recusals: [added(place, [])], place: inner.place };
  const where = article === undefined ? undefined : articleName(case_, article);
  const next = setting.source(place)?.after(place.end)?.text ?? '';
  const edit = (offset: number, added: string, rank: number): TextEdit => ({ file: place.file, offset, end: offset, text: added, rank });
  const voteless = `, ${text} not voting`;
  // Where a time or another sentence may follow, a comma could be read as leading on to it.
  const edits = CLOSING.has(next) ? [edit(place.end, voteless, 1)] : [edit(place.offset, '(', 0), edit(place.end, `${voteless})`, 1)];
  return [{
    id: `recusal ${placeKey(place)} ${role}`, kind: 'recusal', label: words, ...(where === undefined ? {} : { where }), place, cost: STANDARD, point: `recusal ${placeKey(place)}`, slots: [],
    changes: [{ on: 'rule', place, to }], edits,
  }];
}

/** Whether another decision is part of the rule: what is put behind the rule would be read as part of that. */
export function asksAnother(rule: Rule): boolean {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return rule.of.some(asksAnother);
    case 'restricted':
      return asksAnother(rule.rule);
    case 'choice':
      return rule.alternatives.some(({ value }) => asksAnother(value));
    default:
      return rule.kind === 'decision';
  }
}
