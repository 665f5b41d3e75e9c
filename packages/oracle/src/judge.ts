/**
 * The verdict on a promise in one fully fixed text, found by trying everything (docs/meaning.md, section 8).
 */
import type { Case, Id, Promise_, PromiseExpr, Strength } from '../../model/src/case.js';
import { budget, type Budget } from './choices.js';
import { defaultsSurvived } from './defaults.js';
import { Game } from './games.js';
import { longestTime } from './longest.js';
import { generalisations, type Half } from './promises.js';
import { ORDINARY } from './run.js';
import { fixed, members } from './sets.js';
import type { Time } from './time.js';
import { worldOf, type Setting, type World } from './world.js';

/** What to judge. */
export interface Question extends Setting {
  readonly promise: Id;
  /** Most evaluations in all; `TooBig` is thrown beyond. 5 million unless told. */
  readonly limit?: number;
}

/** A game about an instrument as a whole: its entry into force, end or suspension. */
export interface InstrumentGame {
  readonly instrument: Id;
  readonly game: Game;
}

/** The game of an instrument's end or suspension. */
export interface EndGame extends InstrumentGame {
  readonly attackerCan: boolean;
}

/** Everything that section 8 defines, for one promise in one world. Coalitions are sorted arrays of sorted ids, smaller ones first. */
export interface OracleVerdict {
  readonly world: World;
  readonly beneficiaries: readonly Id[];
  readonly strength: Strength;
  /** Hollow: the strongest strength of the promise with an act replaced by a more general one. */
  readonly general?: 'automatic' | 'collective' | 'captive';
  /** Captive and hollow: the other half. */
  readonly meanwhile?: 'voluntary' | 'forbidden';
  /** The half of the deciding game. */
  readonly half: Half;
  readonly owed: Game;
  readonly possible: Game;
  /** The deciding game: `owed` or `possible`. */
  readonly deciding: Game;
  readonly vetoers: readonly Id[];
  readonly holding: readonly (readonly Id[])[];
  readonly stopping: readonly (readonly Id[])[];
  /** The minimal sets outside the hostile without whom it fails when the hostile work against it; undefined where these fail it by themselves, or are in no stopping set. */
  readonly stoppingWithHostile?: readonly (readonly Id[])[];
  /** The deciding game for everybody but the hostile, who only abstain, or stay away. */
  readonly othersAbstain: boolean;
  readonly othersAbsent: boolean;
  /** Owed with pledges counted as kept. */
  readonly pledged: Game;
  /** The strength of that game; undefined if not even all together make it owed. */
  readonly pledgedStrength?: 'automatic' | 'collective' | 'captive';
  /** Defaults survived: −1 if it fails without any; undefined if no default can make it fail, or if it is not owed without the hostile. */
  readonly defaults?: number;
  /** Longest time; undefined if it is not owed by all. */
  readonly longest?: Time;
  /** For each instrument of the arrangement with a condition of entry and no date of it. */
  readonly entry: readonly (InstrumentGame & { readonly needsAttacker: boolean })[];
  /** For each instrument of the arrangement with conditions that end it. Nobody helps for free in these games. */
  readonly ends: readonly EndGame[];
  /** The same for each instrument with conditions that suspend it. */
  readonly suspends: readonly EndGame[];
}

/** The strength of an `owed` game, if it is owed at all. */
function strengthOf(game: Game): 'automatic' | 'collective' | 'captive' | undefined {
  if (game.at([])) return 'automatic';
  if (game.without(game.world.hostile)) return 'collective';
  return game.without([]) ? 'captive' : undefined;
}

/** Those who always work for the promise: as declared, else the victims; never the hostile. */
export function beneficiariesOf(world: World, promise: Id): Set<Id> {
  const declared = world.case_.promises.get(promise)?.beneficiary;
  const all = declared === undefined ? world.victims : members(fixed(world), declared);
  return new Set([...all].filter(a => !world.hostile.has(a)).sort());
}

/** What decides the strength of a promise, and who can keep it from coming about. */
export type OracleStrength = Pick<OracleVerdict, 'world' | 'strength' | 'general' | 'meanwhile' | 'owed' | 'possible' | 'deciding'>;

/** The games of a promise, whose evaluations are counted together. */
interface Games {
  readonly found: OracleStrength;
  readonly promise: Promise_;
  readonly helpers: ReadonlySet<Id>;
  readonly spend: Budget;
}

function gamesOf(case_: Case, question: Question): Games {
  const promise = case_.promises.get(question.promise);
  if (promise === undefined) throw new Error(`there is no promise \`${question.promise}\``);
  const world = worldOf(case_, question);
  const spend = budget(question.limit ?? 5_000_000);
  const helpers = beneficiariesOf(world, promise.id);
  const at: Time = promise.within ?? 'none';
  const gameOf = (expr: PromiseExpr, half: Half): Game => new Game(world, { kind: 'promise', expr, at, half }, helpers, spend);
  const owed = gameOf(promise.expr, 'owed');
  const possible = gameOf(promise.expr, 'possible');
  const strong = strengthOf(owed);
  const general = strong === undefined ? strongest(generalisations(world, promise.expr).map(e => strengthOf(gameOf(e, 'owed')))) : undefined;
  const may = possible.without(world.hostile) ? 'voluntary' : 'forbidden';
  const found: OracleStrength = {
    world, owed, possible,
    strength: strong ?? (general === undefined ? may : 'hollow'),
    ...(general === undefined ? {} : { general }),
    ...(strong === 'captive' || general !== undefined ? { meanwhile: may } : {}),
    deciding: strong === undefined ? possible : owed,
  };
  return { found, promise, helpers, spend };
}

/** How strong a promise is, by trying everything; the rest of the verdict is left out. Throws as `judge` does. */
export function strengthIn(case_: Case, question: Question): OracleStrength {
  return gamesOf(case_, question).found;
}

/** Judges a promise by trying everything. Throws `TooBig`, `Circular`, or an `Error` for a question that does not fit the case. */
export function judge(case_: Case, question: Question): OracleVerdict {
  const { found, promise, helpers, spend } = gamesOf(case_, question);
  const { world, owed, deciding } = found;
  const strong = strengthOf(owed);
  const pledged = new Game(world, owed.mode, helpers, spend, { ...ORDINARY, pledges: true });
  const pledgedStrength = strengthOf(pledged);
  const stopping = deciding.stopping();
  const helped = deciding.without(world.hostile) && stopping.some(s => s.some(a => world.hostile.has(a)));
  const defaults = strong === 'automatic' || strong === 'collective' ? defaultsSurvived(world, owed.mode, helpers, spend) : undefined;
  return {
    ...found,
    beneficiaries: [...helpers],
    half: deciding === owed ? 'owed' : 'possible',
    vetoers: deciding.vetoers(),
    holding: deciding.holding(),
    stopping,
    ...(helped ? { stoppingWithHostile: deciding.stoppingWith(world.hostile) } : {}),
    othersAbstain: deciding.without(world.hostile, 'abstain'),
    othersAbsent: deciding.without(world.hostile, 'absent'),
    pledged,
    ...(pledgedStrength === undefined ? {} : { pledgedStrength }),
    ...(defaults === undefined ? {} : { defaults }),
    ...(strong === undefined ? {} : { longest: longestTime(world, promise.expr, helpers, strong === 'captive' ? 'nobody' : strong === 'automatic' ? 'everybody' : 'hostile', spend) }),
    entry: entryGames(world, helpers, spend),
    ends: endGames(world, 'end', spend),
    suspends: endGames(world, 'suspend', spend),
  };
}

function strongest(found: readonly (ReturnType<typeof strengthOf>)[]): ReturnType<typeof strengthOf> {
  return (['automatic', 'collective', 'captive'] as const).find(s => found.includes(s));
}

function entryGames(world: World, helpers: ReadonlySet<Id>, spend: Budget): OracleVerdict['entry'] {
  return world.instruments.flatMap(id => {
    const instrument = world.case_.instruments.get(id);
    if (instrument?.entry === undefined || instrument.inForceSince !== undefined) return [];
    const game = new Game(world, { kind: 'entry', instrument: id }, helpers, spend);
    return [{ instrument: id, game, needsAttacker: game.without([]) && !game.without(world.hostile) }];
  });
}

function endGames(world: World, kind: 'end' | 'suspend', spend: Budget): EndGame[] {
  return world.instruments.flatMap(id => {
    const instrument = world.case_.instruments.get(id);
    if (instrument === undefined || instrument[kind === 'end' ? 'ends' : 'suspensions'].length === 0) return [];
    const game = new Game(world, { kind, instrument: id }, new Set(), spend);
    return [{ instrument: id, game, attackerCan: world.hostile.size > 0 && game.at(world.hostile) }];
  });
}
