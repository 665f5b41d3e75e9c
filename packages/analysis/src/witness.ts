import { FALSE, TRUE, type Node, type Var } from '@casus/diagrams';
import { candidatesOf, type Choice, type Choices, type Id, type Meaning, type Witness } from '@casus/model';
import { isOwn, variablesOf } from './games.js';

/**
 * Who does what when these actors work for the promise and the others against it: a course of play that shows the value.
 * When it is true, the friends' choices make it so whatever the others do; when false, the others' answer defeats it.
 */
export function witnessOf(
  { meaning, text, under }: Setting,
  function_: Node,
  friend: (actor: Id) => boolean,
  half: 'owed' | 'possible',
): Witness {
  const { choices, manager: m } = meaning;
  const f = choices.expand(function_);
  const values = new Map<Var, boolean>();
  const own = variablesOf(choices, f, 'ballot', 'act');
  const nature = variablesOf(choices, f, 'nature').map(({ v }) => v);
  const settled = m.forall(f, nature);
  const ways = m.directions(settled, (v) => isOwn(choices, v));
  for (const { v, owner } of own) {
    const way = ways.get(v) ?? 'up';
    if (way !== 'both') values.set(v, (way === 'up') === friend(owner!));
  }
  let rest = m.restrictAll(f, values);
  const open = own.filter(({ v }) => !values.has(v));
  const theirs = [...open.filter(({ owner }) => !friend(owner!)).map(({ v }) => v), ...nature];
  const sure = m.forall(rest, theirs);
  const plan = firstModel(choices, sure) ?? firstModel(choices, m.exists(rest, theirs)) ?? new Map<Var, boolean>();
  for (const { v, owner } of open) if (friend(owner!)) values.set(v, plan.get(v) ?? true);
  rest = m.restrictAll(rest, values);
  const answer = firstModel(choices, m.not(rest)) ?? new Map<Var, boolean>();
  for (const v of theirs) values.set(v, answer.get(v) ?? false);
  return { half, value: m.restrictAll(rest, values) === TRUE, choices: [...optionsOf(text), ...spelled(choices, values), ...performersOf(meaning, values, under)] };
}

/** A model over the support: of all of them the first when the variables stand in the order of their names, false before true. */
export function firstModel(choices: Choices, f: Node): Map<Var, boolean> | undefined {
  if (f === FALSE) return undefined;
  const { manager: m } = choices;
  const name = (v: Var): string => `${choices.variable(v).key}/${choices.variable(v).bit ?? ''}`;
  const model = new Map<Var, boolean>();
  let rest = f;
  for (const [, v] of m.support(f).map((v) => [name(v), v] as const).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const without = m.restrict(rest, v, false);
    model.set(v, without === FALSE);
    rest = without === FALSE ? m.restrict(rest, v, true) : without;
  }
  return model;
}

const optionsOf = (text: ReadonlyMap<Id, Id>): Choice[] => [...text].map(([issue, option]) => ({ key: `option:${issue}`, value: option }));

/** The judgment and the text that a witness is about. */
export interface Setting {
  readonly meaning: Meaning;
  readonly text: ReadonlyMap<Id, Id>;
  /** A function with the options of the text put in. */
  readonly under: (f: Node) => Node;
}

/** On whom nature lets the duties of any of several fall. */
function performersOf(meaning: Meaning, values: ReadonlyMap<Var, boolean>, under: (f: Node) => Node): Choice[] {
  const taken = new Set([...values].filter(([, value]) => value).map(([v]) => meaning.choices.variable(v).key));
  const concerned = new Set([...values.keys()].map((v) => meaning.choices.variable(v).key.split('/')[0]!));
  return meaning.norms.flatMap((active): Choice[] => {
    const key = `performer:${active.norm.id}`;
    if (!concerned.has(key)) return [];
    const candidates = candidatesOf(meaning, active).filter(([, in_]) => under(in_) !== FALSE);
    const performer = candidates.find(([id]) => taken.has(`${key}/${id}`)) ?? candidates.at(-1);
    return performer === undefined ? [] : [{ key, value: performer[0] }];
  });
}

/** Variables back to choices, the two of a ballot together: actor by actor in the order of the case, then nature's, each by name. */
export function spelled(choices: Choices, values: ReadonlyMap<Var, boolean>): Choice[] {
  const result: Choice[] = [];
  const actors = new Map([...choices.case.actors.keys()].map((id, i) => [id, i]));
  const rank = ({ owner }: Choice): number => (owner === undefined ? actors.size : (actors.get(owner) ?? actors.size));
  const ballots = new Map<string, { owner: Id; bits: [boolean, boolean] }>();
  for (const [v, value] of values) {
    const { key, owner, bit } = choices.variable(v);
    if (bit !== undefined) {
      // A variable on which nothing depends falls out as its owner's other one does: yes or no.
      const known = ballots.get(key) ?? { owner: owner!, bits: [value, value] };
      known.bits[bit - 1] = value;
      ballots.set(key, known);
    } else if (!key.startsWith('performer:')) {
      result.push({ key, value: String(value), ...(owner === undefined ? {} : { owner }) });
    }
  }
  for (const [key, { owner, bits }] of ballots) result.push({ key, value: BALLOT[`${bits[0]}${bits[1]}`]!, owner });
  return result.sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

const BALLOT: Record<string, string> = { truetrue: 'yes', falsefalse: 'no', falsetrue: 'abstain', truefalse: 'absent' };

/** What a witness's choice of a ballot or an act is, as a lookup; undefined where it does not matter. */
export function chosen(witness: Witness): (key: string) => string | undefined {
  const map = new Map(witness.choices.map(({ key, value }) => [key, value]));
  return (key) => map.get(key);
}

