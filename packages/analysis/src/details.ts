import { FALSE, TRUE, type Node, type Var } from '@casus/diagrams';
import {
  by, everTrue, holds, NO_LIMIT, timesOf, valueOf, type Choices, type Ending, type Id, type Instrument, type Meaning, type Promise_, type Strength, type Time, type Timed, type World,
} from '@casus/model';
import { heldUpOf } from './delay.js';
import { at, gameAt, gameOf, minimalCoalitions, stoppingGame, variablesOf } from './games.js';
import { generalisations } from './generalise.js';
import { grade, type Grade } from './grade.js';
import type { OpenTexts } from './texts.js';
import type { Details, Lapse, WithHostile } from './verdict.js';
import { witnessOf, type Setting } from './witness.js';

/** How many coalitions are listed; all are counted. */
const MOST_COALITIONS = 100;

/** A judgment under way: its functions over all texts. */
export interface Subject {
  readonly choices: Choices;
  readonly texts: OpenTexts;
  readonly world: World;
  readonly promise: Promise_;
  readonly beneficiaries: ReadonlySet<Id>;
  /** Not on the hostile side. */
  readonly outside: (actor: Id) => boolean;
  readonly plain: Meaning;
  readonly kept: Meaning;
  readonly breakable: Meaning;
  readonly term: Time;
  readonly timedOwed: Timed;
  readonly times: readonly Time[];
  readonly value: { readonly owed: Node; readonly possible: Node };
  readonly game: { readonly owed: Node; readonly possible: Node };
  readonly generals: readonly { readonly act: Id; readonly grade: Grade }[];
}

/** Everything that a verdict says of one text. */
export function detailsOf(subject: Subject, text: ReadonlyMap<Id, Id>, strength: Strength, general: Id | undefined): Details {
  const { choices, texts, outside, beneficiaries, world } = subject;
  const under = (f: Node): Node => texts.under(f, text);
  const everybody = (): boolean => true;
  const owed = under(subject.game.owed);
  const deciding = at(choices, owed, everybody) === TRUE ? 'owed' : 'possible';
  const game = under(subject.game[deciding]);
  const value = under(subject.value[deciding]);
  const passive = (opposition: 'abstain' | 'away'): boolean => gameAt(choices, value, beneficiaries, outside, opposition) === TRUE;
  const friend = (actor: Id): boolean => beneficiaries.has(actor) || outside(actor);
  const setting: Setting = { meaning: subject.plain, text, under };
  const withHostile = withHostileOf(choices, game, outside);
  const pledged = pledgedStrength(subject, under);
  const defaults = defaultsSurvived(subject, under);
  const longest = longestTime(subject, under, strength);
  const heldUp = strength === 'automatic' || strength === 'collective' ? heldUpOf(subject, under) : undefined;
  const consent = strength === 'captive' ? witnessOf(setting, value, everybody, 'owed') : general === undefined ? undefined : generalWitness(subject, setting, general);
  return {
    game: deciding,
    vetoers: at(choices, game, everybody) === TRUE ? vetoersOf(choices, game) : [],
    holding: minimalCoalitions(choices, game, MOST_COALITIONS),
    stopping: minimalCoalitions(choices, stoppingGame(choices, game), MOST_COALITIONS),
    ...(withHostile === undefined ? {} : { withHostile }),
    othersAbstain: passive('abstain'),
    othersAway: passive('away'),
    ...(pledged === undefined || pledged === strength || (strength === 'hollow' && pledged === 'voluntary') ? {} : { pledged }),
    ...(defaults === undefined ? {} : { defaults }),
    ...(longest === undefined ? {} : { longest }),
    ...(heldUp === undefined ? {} : { heldUp }),
    unsettled: unsettledFacts(subject, under),
    ends: world.arranged.flatMap((instrument) => lapseOf(subject, instrument.id, instrument.ends, under)),
    suspensions: world.arranged.flatMap((instrument) => lapseOf(subject, instrument.id, instrument.suspensions, under)),
    entries: world.arranged.flatMap((instrument) => {
      const entry = entryOf(instrument);
      if (entry === undefined) return [];
      const entering = under(gameOf(choices, entersIn(subject, instrument), beneficiaries));
      const can = at(choices, entering, everybody) === TRUE;
      const needsHostile = can && at(choices, entering, outside) !== TRUE;
      return [{ instrument: instrument.id, can, needsHostile, coalitions: minimalCoalitions(choices, entering, MOST_COALITIONS), needed: can ? vetoersOf(choices, entering) : [] }];
    }),
    witness: witnessOf(setting, value, friend, deciding),
    ...(consent === undefined ? {} : { consent }),
  };
}

/** Those without whom the game is lost, everybody else being in the coalition. */
export function vetoersOf(choices: Choices, game: Node): Id[] {
  return variablesOf(choices, game, 'side')
    .map(({ owner }) => owner!)
    .filter((actor) => at(choices, game, (other) => other !== actor) === FALSE);
}

/** Who can stop it once the hostile side does its worst; undefined where that side makes no difference, or stops it by itself. */
export function withHostileOf(choices: Choices, game: Node, outside: (actor: Id) => boolean): WithHostile | undefined {
  const hostile = variablesOf(choices, game, 'side').filter(({ owner }) => !outside(owner!));
  if (hostile.length === 0 || at(choices, game, outside) !== TRUE) return undefined;
  const left = choices.manager.restrictAll(game, new Map(hostile.map(({ v }) => [v, false])));
  return { vetoers: vetoersOf(choices, left), stopping: minimalCoalitions(choices, stoppingGame(choices, left), MOST_COALITIONS) };
}

/** The strength once pledges count as kept, as duties and bans; undefined where there are none. */
function pledgedStrength({ choices, kept, plain, promise, beneficiaries, outside, term }: Subject, under: (f: Node) => Node): Strength | undefined {
  if (kept === plain) return undefined;
  const game = (half: 'owed' | 'possible'): Node => under(gameOf(choices, by(valueOf(kept, promise.expr, half), term), beneficiaries));
  const graded = grade(choices, game('owed'), outside);
  const owed = (['automatic', 'collective', 'captive'] as const).find((strength) => graded[strength] === TRUE);
  return owed ?? (at(choices, game('possible'), outside) === TRUE ? 'voluntary' : 'forbidden');
}

/** The number of defaults outside the hostile side that the promise survives (docs/meaning.md, section 8). */
function defaultsSurvived(subject: Subject, under: (f: Node) => Node): number | undefined {
  const { choices, breakable, promise, outside, term, game } = subject;
  if (at(choices, under(game.owed), outside) !== TRUE) return undefined;
  const { manager: m } = choices;
  const { kept, breakers } = keptOf(subject, under(by(valueOf(breakable, promise.expr, 'owed'), term)));
  const costs = new Map(breakers.map((v) => [v, [1, 0] as const]));
  const cheapest = m.minWeight(m.not(kept), costs);
  return cheapest === undefined ? undefined : cheapest.cost - 1;
}

/** The longest time until the promise is owed when the others do their worst. */
function longestTime({ choices, timedOwed, times, beneficiaries, outside }: Subject, under: (f: Node) => Node, strength: Strength): Time | undefined {
  if (strength !== 'automatic' && strength !== 'collective' && strength !== 'captive') return undefined;
  return times.find((time) => gameAt(choices, under(by(timedOwed, time)), beneficiaries, insideOf(strength, outside)) === TRUE);
}

/** Who works for the promise while it is timed: nobody for what falls due by itself, everybody for what takes the hostile side's consent. */
export function insideOf(strength: Strength, outside: (actor: Id) => boolean): (actor: Id) => boolean {
  return strength === 'automatic' ? () => false : strength === 'captive' ? () => true : outside;
}

/** What is owed when everybody outside the hostile side works for it and the hostile side keeps nothing, as a function of who else breaks its duty. */
export function keptOf({ choices, beneficiaries, outside }: Subject, value: Node): { readonly kept: Node; readonly breakers: readonly Var[] } {
  const game = gameAt(choices, value, beneficiaries, outside);
  const settled = new Map<Var, boolean>();
  const breakers: Var[] = [];
  for (const { v, owner } of variablesOf(choices, game, 'keeps')) {
    if (!outside(owner!)) settled.set(v, false);
    else if (beneficiaries.has(owner!)) settled.set(v, true);
    else breakers.push(v);
  }
  return { kept: choices.manager.restrictAll(game, settled), breakers };
}

/** Who can bring about one of the conditions that end or suspend an instrument. */
function lapseOf(subject: Subject, instrument: Id, lapses: readonly Ending[], under: (f: Node) => Node): Lapse[] {
  if (lapses.length === 0) return [];
  const { choices, world } = subject;
  const each = lapses.map((end) => endingOf(subject, end));
  const ending = under(gameOf(choices, choices.manager.orAll(each), new Set()));
  const hostile = (f: Node): boolean => world.hostile.size > 0 && at(choices, under(gameOf(choices, f, new Set())), (actor) => world.hostile.has(actor)) === TRUE;
  const by_ = each.findIndex(hostile);
  const byHostile = by_ >= 0 || (world.hostile.size > 0 && at(choices, ending, (actor) => world.hostile.has(actor)) === TRUE);
  return [{ instrument, byHostile, ...(by_ >= 0 ? { end: by_, after: soonest(subject, lapses[by_]!, under) } : {}), coalitions: minimalCoalitions(choices, ending, MOST_COALITIONS) }];
}

/** When one of the conditions that end or suspend an instrument is met. */
export function endingOf({ choices, plain }: Pick<Subject, 'choices' | 'plain'>, { options, when }: Ending): Node {
  return choices.manager.andAll([...options.map((option) => plain.option(option)), everTrue(holds(plain, when))]);
}

/** How soon the hostile side can bring about an end by itself. */
function soonest({ choices, plain, world }: Subject, { options, when }: Ending, under: (f: Node) => Node): Time {
  const ending = holds(plain, when);
  const written = choices.manager.andAll(options.map((option) => plain.option(option)));
  const first = timesOf([ending]).find((time) => gameAt(choices, under(choices.manager.and(written, by(ending, time))), new Set(), (actor) => world.hostile.has(actor)) === TRUE);
  return first ?? NO_LIMIT;
}

/** The condition of entry into force, unless the date of it is known. */
export function entryOf({ entry, inForceSince }: Instrument): Instrument['entry'] {
  return inForceSince === undefined ? entry : undefined;
}

/** When the instrument enters into force, or is applied provisionally as a whole. */
export function entersIn({ choices, plain }: Pick<Subject, 'choices' | 'plain'>, { articles, entry, provisional }: Instrument): Node {
  const { date } = plain.world;
  const all = provisional !== undefined && (provisional.articles.length === 0 || articles.every(({ id }) => provisional.articles.includes(id)));
  if (all && provisional.since !== undefined && (date === undefined || provisional.since <= date)) return TRUE;
  const whole = all && provisional.since === undefined && provisional.when !== undefined ? [provisional.when] : [];
  return choices.manager.orAll([...(entry === undefined ? [] : [entry.when]), ...whole].map((when) => everTrue(holds(plain, when))));
}

/** The facts left open that would change what is owed or what may be done if they were settled. */
function unsettledFacts({ choices, beneficiaries, value }: Subject, under: (f: Node) => Node): Id[] {
  const { manager: m } = choices;
  const halves = [under(value.owed), under(value.possible)];
  const matters = (v: Var): boolean =>
    halves.some((half) => {
      const game = gameOf(choices, half, beneficiaries);
      return [true, false].some((is) => gameOf(choices, m.restrict(half, v, is), beneficiaries) !== game);
    });
  return openFacts(choices, halves).filter(({ v }) => matters(v)).map(({ key }) => key.slice('fact:'.length));
}

/** The facts that the scenario leaves open and on which one of the functions depends, each once, by name. */
export function openFacts(choices: Choices, functions: readonly Node[]): readonly { readonly v: Var; readonly key: string }[] {
  const found = new Map(functions.flatMap((f) => variablesOf(choices, f, 'nature')).map((variable) => [variable.v, variable]));
  return [...found.values()].filter(({ key }) => key.startsWith('fact:')).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Everybody works for the more general act: it is owed. */
function generalWitness({ plain, promise, term }: Subject, setting: Setting, act: Id): Details['consent'] {
  const general = generalisations(plain.world.case, promise.expr).find((candidate) => candidate.act === act);
  return general && witnessOf(setting, setting.under(by(valueOf(plain, general.expr, 'owed'), term)), () => true, 'owed');
}
