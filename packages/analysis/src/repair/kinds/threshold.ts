import { compareRational, rational, type Id, type Quantity, type Rational, type Rule, type RuleCount, type SetExpr } from '@casus/model';
import { articleName, quoted } from '../../words.js';
import { placeKey, STANDARD, type Candidate } from '../candidate.js';
import type { Setting, WrittenRule } from '../setting.js';
import type { Source } from '../source.js';

/** Of a longer ladder, the first half and the last half of so many steps are looked at. */
const MOST_STEPS = 16;

/** The shares that are asked for instead of a higher one, with their names; `strict`: more than. */
const SHARES: readonly { readonly share: Rational; readonly strict: boolean; readonly words: string }[] = [
  { share: rational(3, 4), strict: false, words: 'three quarters' },
  { share: rational(2, 3), strict: false, words: 'two thirds' },
  { share: rational(3, 5), strict: false, words: 'three fifths' },
  { share: rational(1, 2), strict: true, words: 'a majority' },
];

/** A lower number that is asked for in place of a rule, as text and as a rule. */
interface Step {
  readonly text: string;
  readonly rule: Rule;
}

/** A lower threshold: each lower number, from all but one to a majority, or from the number that is asked for down. */
export function thresholds(setting: Setting): readonly Candidate[] {
  return setting.rules.flatMap((written) => leavesOf(written.rule, setting.taken).flatMap((leaf) => ladder(setting, written, leaf)));
}

/** The parts of a rule that count votes. */
function leavesOf(rule: Rule, taken: (option: Id) => boolean): readonly Rule[] {
  switch (rule.kind) {
    case 'and':
    case 'or':
      // A casting vote is no part that is written by itself.
      return rule.of.some((part) => placeKey(part.place) === placeKey(rule.place)) ? [] : rule.of.flatMap((part) => leavesOf(part, taken));
    case 'restricted':
      return leavesOf(rule.rule, taken);
    case 'choice':
      return rule.alternatives.filter(({ option }) => taken(option)).flatMap(({ value }) => leavesOf(value, taken));
    default:
      return [rule];
  }
}

function ladder(setting: Setting, { voters, of, article }: WrittenRule, leaf: Rule): Candidate[] {
  const source = setting.source(leaf.place);
  if (source === undefined) return [];
  const { place } = leaf;
  const steps = stepsOf(setting, source, leaf, voters);
  const chosen = steps.length <= MOST_STEPS ? steps : [...steps.slice(0, MOST_STEPS / 2), ...steps.slice(-MOST_STEPS / 2)];
  const where = of !== undefined ? quoted(setting.case.bodies.get(of.body)!.label) : article === undefined ? undefined : articleName(setting.case, article);
  const before = source.slice(place).replaceAll(/\s+/gu, ' ');
  return chosen.map(({ text, rule }) => ({
    id: `threshold ${placeKey(place)} ${text}`, kind: 'threshold', label: `it is decided \`${text}\` in place of \`${before}\``, ...(where === undefined ? {} : { where }),
    place, cost: STANDARD, point: `threshold ${placeKey(place)}`, slots: [],
    changes: [{ on: 'rule', place, to: () => rule }], edits: [{ file: place.file, offset: place.offset, end: place.end, text, rank: 0 }],
  }));
}

function stepsOf(setting: Setting, source: Source, rule: Rule, voters: SetExpr): readonly Step[] {
  const among = 'among' in rule ? rule.among : undefined;
  const amongText = among === undefined ? undefined : setText(source, among);
  const members = [...setting.members(voters)];
  const size = among === undefined ? members.length : [...setting.members(among)].filter((id) => members.includes(id)).length;
  const majority = Math.floor(size / 2) + 1;
  const inside = among === undefined ? {} : { among };
  const { place } = rule;
  const number = (value: number): Quantity => ({ kind: 'number', value: rational(value), place });
  const atLeast = (k: number): Step => ({
    text: `by at least ${k} ${amongText === undefined ? (k === 1 ? 'member' : 'members') : `of ${amongText}`}`,
    rule: { kind: 'yes', threshold: { kind: 'count', count: number(k), strict: false }, ...inside, place },
  });
  switch (rule.kind) {
    case 'unanimity':
    case 'consensus':
      return down(size - 1, Math.max(1, Math.min(majority, size - 1))).map(atLeast);
    case 'yes':
      return rule.threshold.kind === 'share' ? shares(source, rule, rule.threshold, amongText) : rule.attribute !== undefined ? [] : counts(rule.threshold, majority).map(atLeast);
    case 'no-fewer-than': {
      const now = wholeOf(rule.count);
      if (now === undefined) return [];
      return down(Math.ceil(size / 2), now + 1).reverse().map((k) => ({
        text: `by fewer than ${k} ${amongText === undefined ? 'members' : `of ${amongText}`} against`,
        rule: { kind: 'no-fewer-than', count: number(k), ...inside, place },
      }));
    }
    default:
      return [];
  }
}

/** A set as it is written, in parentheses where it is made of several. */
function setText(source: Source, set: SetExpr): string {
  const text = source.slice(set.place);
  return ['union', 'difference', 'intersection'].includes(set.kind) && !text.startsWith('(') ? `(${text})` : text;
}

const down = (from: number, to: number): number[] => Array.from({ length: Math.max(0, from - to + 1) }, (_, i) => from - i);

function wholeOf(quantity: Quantity): number | undefined {
  return quantity.kind === 'number' && quantity.value.den === 1n && quantity.value.num < 1_000n ? Number(quantity.value.num) : undefined;
}

/** Lower numbers than the one that is asked for: down to a majority, or, where that is asked for, down to one. */
function counts(threshold: Extract<RuleCount, { kind: 'count' }>, majority: number): number[] {
  const asked = wholeOf(threshold.count);
  if (asked === undefined) return [];
  const now = threshold.strict ? asked + 1 : asked;
  return down(now - 1, now > majority ? majority : 1);
}

function shares(source: Source, rule: Extract<Rule, { kind: 'yes' }>, { share, basis, strict }: Extract<RuleCount, { kind: 'share' }>, amongText: string | undefined): readonly Step[] {
  const { attribute, place } = rule;
  const lower = SHARES.filter((step) => {
    const order = compareRational(step.share, share);
    return order < 0 || (order === 0 && strict && !step.strict);
  });
  // The name as it is written stands last.
  const figure = attribute === undefined ? undefined : source.within(place).at(-1)!.text;
  const members = { members: 'the members', present: 'the members present', voting: 'those present and voting' }[basis];
  const among = amongText === undefined ? '' : ` of ${amongText}`;
  return lower.map((step) => ({
    text: figure === undefined
      ? `by ${step.words} of ${members}${among}`
      : `by members${among} with ${step.strict ? 'more than' : 'at least'} ${step.strict ? 'half' : step.words} of ${figure}`,
    rule: { ...rule, threshold: { kind: 'share', share: step.share, basis, strict: step.strict } },
  }));
}
