/**
 * A text as an ordinary case: just the instruments of the deal and those that stand are arranged, and figures are plain numbers. What a promise
 * is worth in it is the interpreter's own verdict.
 */
import type { Arrangement, Case, Id, Instrument, IsoDate, Promise_, Quantity, Rational, SetExpr } from '../../../model/src/case.js';
import { budget, type Ask } from '../choices.js';
import { declared, PLACE, scenario } from '../build.js';
import { strengthIn, type OracleStrength } from '../judge.js';
import { show } from '../rational.js';
import { ORDINARY, Run } from '../run.js';
import { members } from '../sets.js';
import { attackersOf, worldOf, type World } from '../world.js';
import { issuesIn, type Deal } from './texts.js';

/** The name of the arrangement of what is agreed and what stands. */
const AGREED = 'what is agreed';
/** The scenario in which nothing happens. */
const NOTHING = 'nothing happens';

/** A promise to judge: perhaps with a term of its own, perhaps under something else than the deal. */
export interface Asked {
  readonly promise: Id;
  readonly scenario?: Id;
  readonly under?: Id;
  readonly within?: Rational;
}

/** All texts of one case that settle instruments, options and numbers alike have one setting. */
export class Settings {
  private readonly known = new Map<string, Setting>();
  /** By what is judged and how the issues in it are settled. */
  readonly verdicts = new Map<string, readonly OracleStrength[]>();

  constructor(
    readonly case_: Case,
    readonly standing: readonly Id[],
    readonly scenarios: readonly Id[],
    readonly asOf: IsoDate | undefined,
    /** Most evaluations of each judgment. */
    readonly limit: number,
  ) {}

  of(deal: Deal): Setting {
    const key = JSON.stringify([[...deal.instruments], [...deal.options].sort(), [...deal.numbers].map(([id, n]) => [id, show(n)]).sort()]);
    let found = this.known.get(key);
    if (found === undefined) this.known.set(key, (found = new Setting(this, deal)));
    return found;
  }
}

/** The case that a text makes. */
export class Setting {
  readonly case_: Case;
  /** Where nothing has happened and no role is filled. */
  readonly calm: World;
  private readonly known = new Map<string, unknown>();

  constructor(private readonly all: Settings, private readonly deal: Deal) {
    const { case_, standing } = all;
    const instruments = new Map([...case_.instruments].map(([id, instrument]) => [id, plain(instrument, deal.numbers) as Instrument]));
    const stands = [...instruments.keys()].filter(id => deal.instruments.has(id) || standing.includes(id));
    const options = [...deal.options.values()];
    const agreed = { ...declared(AGREED), instruments: stands, options, promises: [], scenarios: [] };
    const alone = [...case_.instruments.keys()].map(id => ({ ...declared(`only ${id}`), instruments: [id], options, promises: [], scenarios: [] }));
    const arranged = [...case_.arrangements.values()].map(a => {
      const own = new Set(a.options.map(o => case_.options.get(o)?.issue));
      return { ...a, id: `only ${a.id}`, options: [...a.options, ...options.filter(o => !own.has(case_.options.get(o)?.issue))] };
    });
    this.case_ = {
      ...case_, instruments, arrangements: new Map([agreed, ...alone, ...arranged].map(a => [a.id, a])),
      scenarios: new Map([...case_.scenarios, [NOTHING, scenario(NOTHING, [])]]),
    };
    this.calm = worldOf(this.case_, { arrangement: AGREED, scenario: NOTHING, ...this.date() });
  }

  /** Computes once what depends on nothing but instruments, options and numbers. */
  once<T>(key: string, define: () => T): T {
    if (!this.known.has(key)) this.known.set(key, define());
    return this.known.get(key) as T;
  }

  /** An evaluation where nothing has happened. */
  run(ask: Ask = choice => { throw new Error(`nobody chooses \`${choice.key}\` here`); }): Run {
    return new Run(this.calm, ask, ORDINARY);
  }

  /** The actors in a set, nothing having happened. */
  members(set: SetExpr): Id[] {
    return [...members(this.run(), set)];
  }

  /** The verdicts on a promise, one for each case. */
  verdicts(asked: Asked): readonly OracleStrength[] {
    const arrangement = this.case_.arrangements.get(asked.under === undefined ? AGREED : `only ${asked.under}`) as Arrangement;
    const key = JSON.stringify([arrangement.instruments, this.settled(arrangement, asked.promise), asked.promise, asked.scenario, arrangement.laterPrevails, asked.within && show(asked.within)]);
    let found = this.all.verdicts.get(key);
    if (found === undefined) this.all.verdicts.set(key, (found = this.judged(asked, arrangement.id)));
    return found;
  }

  /** How the issues are settled that a verdict may depend on. */
  private settled(arrangement: Arrangement, promise: Id): readonly string[] {
    const { case_ } = this.all;
    const asks = issuesIn(case_, [case_.promises.get(promise), [...case_.instruments.values()].map(i => (arrangement.instruments.includes(i.id) ? i : i.parties))]);
    const options = arrangement.options.filter(o => asks.has(case_.options.get(o)?.issue ?? ''));
    return [...options, ...[...this.deal.numbers].filter(([issue]) => asks.has(issue)).map(([issue, n]) => `${issue}=${show(n)}`)].sort();
  }

  private judged(asked: Asked, arrangement: Id): OracleStrength[] {
    const promise = this.case_.promises.get(asked.promise) as Promise_;
    const termed = asked.within === undefined ? promise : { ...promise, within: asked.within };
    const case_: Case = { ...this.case_, promises: new Map([[promise.id, termed]]) };
    return (asked.scenario === undefined ? this.all.scenarios : [asked.scenario]).flatMap(scenario_ => {
      const setting = { arrangement, scenario: scenario_, ...this.date() };
      return attackersOf(case_, setting).map(attacker => strengthIn(case_, { promise: promise.id, ...setting, ...(attacker === undefined ? {} : { attacker }), limit: this.all.limit }));
    });
  }

  /** Evaluations that may be tried for one question about sentences. */
  budget(): ReturnType<typeof budget> {
    return budget(this.all.limit);
  }

  private date(): { asOf?: IsoDate } {
    return this.all.asOf === undefined ? {} : { asOf: this.all.asOf };
  }
}

/** A part of a case with the numbers of numeric issues written in. */
function plain(node: unknown, numbers: ReadonlyMap<Id, Rational>): unknown {
  if (Array.isArray(node)) return node.map(part => plain(part, numbers));
  if (node instanceof Map) return new Map([...node].map(([key, part]) => [key, plain(part, numbers)] as const));
  if (typeof node !== 'object' || node === null) return node;
  const n = node as Readonly<Record<string, unknown>>;
  const value = n['kind'] === 'range' ? numbers.get(n['issue'] as Id) : undefined;
  if (value !== undefined) return { kind: 'number', value, place: PLACE } satisfies Quantity;
  return Object.fromEntries(Object.entries(n).map(([name, part]) => [name, plain(part, numbers)]));
}
