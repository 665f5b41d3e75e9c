/**
 * Small cases shaped by hand for negotiations: a guarantee that waits for a vote, limits, bases, supplies, each with brackets now and then.
 */
import type { Case, Cond, Id, Instrument, Issue, Norm, Promise_, PromiseExpr, Quantity, Rule, Scenario, SetExpr } from '../../../model/src/case.js';
import { actor, ALWAYS, attackOn, caseOf, decided, decision, declared, deed, event, instrument, issue, norm, number, one, PLACE, promise, role, scenario, set, to } from '../build.js';
import { fraction } from '../rational.js';
import type { Dice } from './dice.js';

const place = PLACE;
const NAMES = ['Arden', 'Boria', 'Corva', 'Delm'] as const;

interface Ground {
  readonly dice: Dice;
  readonly named: readonly Id[];
  readonly victim: Id;
  readonly issues: readonly Issue[];
}

/** The part itself, or in a bracket on an issue that a text may settle otherwise. */
function bracketed<T>({ dice, issues }: Ground, make: () => T, probability: number): T | { readonly kind: 'choice'; readonly alternatives: { option: Id; value: T }[]; readonly place: typeof place } {
  const open = issues.filter(i => i.range === undefined);
  if (open.length === 0 || !dice.chance(probability)) return make();
  const { options } = dice.pick(open);
  const told = dice.chance(0.8) ? options : options.slice(1);
  return { kind: 'choice', alternatives: told.map(o => ({ option: o.id, value: make() })), place };
}

/** One or two actors, or the group. */
export function someActors(dice: Dice, named: readonly Id[]): SetExpr {
  return dice.weighted<SetExpr>(
    [4, () => one(dice.pick(named))],
    [3, () => set(...dice.some(named, 2))],
    [3, () => ({ kind: 'group', id: 'Guarantors', place })],
    [1, () => role('everyone')],
    [1, () => ({ kind: 'difference', from: role('everyone'), without: one(dice.pick(named)), place })],
  );
}

function rule(ground: Ground): Rule {
  const { dice, named } = ground;
  const make = (): Rule =>
    dice.weighted<Rule>(
      [4, () => ({ kind: 'unanimity', place })],
      [2, () => ({ kind: 'consensus', place })],
      [4, () => ({ kind: 'yes', threshold: { kind: 'count', count: bracketed<Quantity>(ground, () => number(dice.between(1, 2)), 0.2), strict: false }, place })],
      [1, () => ({ kind: 'approves', who: one(dice.pick(named)), place })],
      [1, () => ({ kind: 'always', place })],
    );
  return bracketed(ground, make, 0.5);
}

function trigger(ground: Ground): Cond {
  const { dice, victim } = ground;
  const voters: SetExpr = dice.chance(0.7) ? { kind: 'group', id: 'Guarantors', place } : someActors(dice, ground.named);
  const vote = decided(decision(voters, rule(ground)));
  return dice.weighted<Cond>(
    [2, () => attackOn(one(victim))],
    [4, () => ({ kind: 'and', of: [attackOn(one(victim)), vote], place })],
    [1, () => vote],
    [1, () => ({ kind: 'consent', who: one(dice.pick(ground.named)), any: false, subject: 'help', place })],
    [1, () => bracketed<Cond>(ground, () => (dice.chance(0.5) ? ALWAYS : attackOn(one(victim))), 0.8)],
  );
}

/** The number of a limit: written, bracketed, the bearer's own, or still to be agreed within a range. */
function ceiling(ground: Ground): Quantity {
  const { dice, issues } = ground;
  const range = issues.find(i => i.range !== undefined);
  if (range !== undefined && dice.chance(0.7)) return { kind: 'range', issue: range.id, place };
  if (dice.chance(0.15)) return { kind: 'own', attribute: 'forces', place };
  return bracketed<Quantity>(ground, () => number(dice.pick([10, 20, 40])), 0.4);
}

function sentence(ground: Ground, home: Id, index: number): Norm {
  const { dice, named, victim, issues } = ground;
  const open = issues.filter(i => i.range === undefined);
  const parts = { article: `${home}.art${String(index)}`, options: open.filter(() => dice.chance(0.15)).map(i => dice.pick(i.options).id) };
  const who = someActors(dice, named);
  const target = dice.pick(named);
  return dice.weighted<Norm>(
    [6, () => norm(home, index, 'duty', dice.chance(0.8) ? { kind: 'group', id: 'Guarantors', place } : who, to(dice.pick(['help', 'help', 'supply']), victim), {
      ...parts, when: trigger(ground), deadline: dice.chance(0.3) ? { kind: 'days', days: fraction(dice.pick([3, 10])), text: 'days', place } : { kind: 'none' },
      ...(dice.chance(0.2) ? { means: ['supply'], discretion: dice.pick(['own', 'necessary'] as const) } : {}),
    })],
    [3, () => norm(home, index, 'ban', who, { kind: 'exceed', attribute: 'forces', max: ceiling(ground) }, { ...parts, when: dice.chance(0.7) ? ALWAYS : trigger(ground) })],
    [2, () => norm(home, index, 'right', who, to(dice.pick(['help', 'base']), target), parts)],
    [2, () => norm(home, index, dice.pick(['duty', 'pledge'] as const), who, { kind: 'act', act: dice.pick(['supply', 'base']), target: dice.chance(0.3) ? { kind: 'one-another' } : { kind: 'thing', id: target } }, parts)],
    [2, () => norm(home, index, 'ban', who, to(dice.pick(['help', 'base', 'supply']), dice.chance(0.5) ? target : victim), { ...parts, when: dice.chance(0.7) ? ALWAYS : trigger(ground) })],
  );
}

function treaty(ground: Ground, home: Id): Instrument {
  const { dice, named } = ground;
  const norms = Array.from({ length: dice.between(1, 3) }, (_, i) => sentence(ground, home, i + 1));
  const everybodyBut: SetExpr = { kind: 'difference', from: role('everyone'), without: one(dice.pick(named)), place };
  return instrument(home, norms, {
    political: dice.chance(0.15),
    ...(dice.chance(0.25) ? { parties: bracketed<SetExpr>(ground, () => (dice.chance(0.5) ? role('everyone') : everybodyBut), 0.3) } : {}),
    ...(dice.chance(0.15) ? { inForceSince: dice.pick(['2031-01-01', '2031-06-01']) } : {}),
    ...(dice.chance(0.1) ? { expires: dice.pick(['2031-02-01', '2031-12-31']) } : {}),
    ...(dice.chance(0.1) ? { reservations: [{ ...deed(one(dice.pick(named))), articles: [] }] } : {}),
    prevailsOver: dice.chance(0.15) ? 'all' : [],
  });
}

function counted(ground: Ground, id: Id): Promise_ {
  const { dice, victim, named } = ground;
  const guarantors: SetExpr = { kind: 'group', id: 'Guarantors', place };
  const expr = dice.weighted<PromiseExpr>(
    [6, () => ({ kind: 'act', quantifier: { kind: 'at-least', count: dice.between(1, 2) }, who: bracketed<SetExpr>(ground, () => (dice.chance(0.8) ? guarantors : role('others')), 0.15), act: 'help', target: { kind: 'thing', id: victim }, place })],
    [1, () => ({ kind: 'free-to', who: one(dice.pick(named)), act: 'supply', target: { kind: 'thing', id: victim }, place })],
    [2, () => ({ kind: 'no-limit', who: one(victim), attributes: ['forces'], ...(dice.chance(0.7) ? { upTo: fraction(dice.pick([15, 20, 30])) } : {}), place })],
  );
  return promise(id, expr, { ...(dice.chance(0.2) ? { within: fraction(5) } : {}), ...(dice.chance(0.2) ? { beneficiary: one(dice.pick(named)) } : {}) });
}

function attack(ground: Ground, id: Id): Scenario {
  const { dice, victim, named } = ground;
  const others = named.filter(a => a !== victim);
  const everyAttacker = dice.chance(0.25);
  return scenario(id, [event(everyAttacker ? role('everyone') : one(dice.pick(others)), one(victim))], {
    everyAttacker, ...(dice.chance(0.15) ? { siding: one(dice.pick(others)) } : {}), ...(dice.chance(0.15) ? { date: '2031-06-15' } : {}),
  });
}

/** A case with one to three short treaties, up to two issues and a range, one or two promises and one or two scenarios. */
export function smallTreaties(dice: Dice): Case {
  const named = NAMES.slice(0, dice.weighted([2, () => 2], [5, () => 3], [2, () => 4]));
  const victim = dice.pick(named);
  const plainIssues = ['I', 'J'].slice(0, dice.weighted([2, () => 0], [5, () => 1], [3, () => 2]))
    .map(id => issue(id, ['a', 'b', 'c'].slice(0, dice.between(2, 3)), dice.chance(0.25) ? 'reading' : 'negotiation'));
  const ranged: Issue[] = dice.chance(0.5) ? [{ ...issue('K', []), range: { min: fraction(0), max: fraction(dice.pick([50, 100])) } }] : [];
  const ground: Ground = { dice, named, victim, issues: [...plainIssues, ...ranged] };
  const others = named.filter(a => a !== victim);
  const members = bracketed<SetExpr>(ground, () => set(...dice.some(dice.chance(0.7) ? others : named, dice.between(1, 2))), 0.35);
  return caseOf({
    actors: named.map(id => actor(id, { forces: dice.pick([10, 20, 30]) })),
    groups: [{ ...declared('Guarantors'), members }],
    acts: [['help'], ['supply', 'help'], ['base']],
    attributes: [declared('forces')],
    instruments: ['T', 'U', 'V'].slice(0, dice.weighted([3, () => 1], [4, () => 2], [2, () => 3])).map(home => treaty(ground, home)),
    issues: ground.issues,
    promises: ['Help', 'Hope'].slice(0, dice.between(1, 2)).map(id => counted(ground, id)),
    scenarios: ['Attack', 'Raid'].slice(0, dice.between(1, 2)).map(id => attack(ground, id)),
  });
}
