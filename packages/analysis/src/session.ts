import { SizeLimitError, SumLimitError, type Node } from '@casus/diagrams';
import {
  arrangementOf, attackersOf, beneficiariesOf, by, Choices, Meaning, modalityOf, termOf, timesOf, valueOf, compareTime, worldOf,
  type Case, type Id, type IsoDate, type Norm, type Promise_, type PromiseExpr, type Rational, type World, type WorldRequest,
} from '@casus/model';
import { actsOf, ancestors, attributesOf, generalisations } from './generalise.js';
import { cellsOf } from './cells.js';
import type { Subject } from './details.js';
import { at, gameOf } from './games.js';
import { grade, type Grade } from './grade.js';
import type { Memory } from './memory.js';
import { Recall } from './recall.js';
import { CellMemory, type Posed } from './same-cells.js';
import { IssueFinder, OpenTexts } from './texts.js';
import type { Verdict } from './verdict.js';

/** What to judge. `arrangement` names an arrangement or a single instrument; options add to those it takes. */
export interface JudgeRequest {
  readonly promise: Id;
  readonly arrangement: Id;
  readonly scenario: Id;
  readonly attacker?: Id;
  readonly options?: readonly Id[];
  readonly asOf?: IsoDate;
}

/** A judgment that was refused. `weighed`: because of a sum of weights, else because of all that it turns on together. */
export interface TooLarge {
  readonly request: JudgeRequest;
  readonly weighed: boolean;
}

/** A promise in one case, over all texts: what is owed and possible, its games, and the texts of each strength. */
export interface Functions extends Pick<Subject, 'world' | 'beneficiaries' | 'term' | 'outside' | 'timedOwed' | 'value' | 'game' | 'generals'> {
  readonly graded: Grade;
  /** The texts in which those outside the hostile side can lawfully bring it about. */
  readonly willing: Node;
}

/** The diagrams are swept between worlds from so many nodes on (16 bytes each): what worlds have in common is worth keeping as long as there is room. */
const SWEPT_FROM = 1 << 20;

/**
 * Judgments of one case over shared decision diagrams.
 *
 * INVARIANT: a verdict is the same to the last detail whatever was judged before it. What is listed or chosen among equals (coalitions, witnesses) goes
 * by the order of the case or by name, never by the order in which the diagrams met it. That is what makes verdicts of earlier cases worth remembering.
 */
export class Session {
  readonly #choices: Choices;
  readonly #issues: IssueFinder;
  readonly #texts = new Map<string, OpenTexts>();
  readonly #sets = new Map<string, ReadonlySet<Id>>();
  readonly #cells: CellMemory;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #tooLarge = new Map<string, TooLarge>();
  readonly #related = new Map<PromiseExpr, ReadonlySet<Id>>();
  #meanings: { key: string; plain: Meaning; kept: Meaning; breakable: Meaning } | undefined;
  readonly #recall: Recall | undefined;

  readonly case: Case;

  /** `memory`: verdicts of earlier states of the case, which are taken from there where nothing that they depend on has changed. */
  constructor(case_: Case, memory?: Memory) {
    this.case = case_;
    this.#choices = new Choices(case_);
    this.#cells = new CellMemory(this.#choices);
    // Minimal coalitions are listed by the order of these variables: that of the actors in the case.
    for (const actor of case_.actors.keys()) this.#choices.side(actor);
    this.#issues = new IssueFinder(case_);
    this.#recall = memory === undefined ? undefined : new Recall(case_, memory, this.#choices, this.#issues);
  }

  /** What was asked for and could not be judged, because the votes that it turns on are too large; each once. */
  get tooLarge(): readonly TooLarge[] {
    return [...this.#tooLarge.values()];
  }

  /**
   * One verdict for each attacker of a family; otherwise one. What is too large to be judged is left out, and stands in `tooLarge`.
   * @throws Error for a name that the case does not have.
   */
  judge(request: JudgeRequest): readonly Verdict[] {
    const scenario = this.case.scenarios.get(request.scenario);
    const promise = this.case.promises.get(request.promise);
    if (scenario === undefined || promise === undefined) throw new Error(`no promise ${request.promise} or no scenario ${request.scenario}`);
    const attackers = request.attacker === undefined ? attackersOf(this.case, scenario, request.asOf) : [request.attacker];
    return attackers.flatMap((attacker) => {
      const one = { ...request, ...(attacker === undefined ? {} : { attacker }) };
      const key = `${request.promise}\n${worldKey(one)}`;
      if (this.#tooLarge.has(key)) return [];
      let verdict = this.#verdicts.get(key);
      if (verdict === undefined) {
        try {
          verdict = this.#recall === undefined ? this.#judgeOne(promise, one) : this.#recall.verdict(one, this.#placeOf(promise, one), () => this.#judgeOne(promise, one));
        } catch (error) {
          if (!(error instanceof SizeLimitError)) throw error;
          this.#refuse(key, one, error);
          return [];
        }
        this.#verdicts.set(key, verdict);
      }
      return [verdict];
    });
  }

  #refuse(key: string, request: JudgeRequest, error: SizeLimitError): void {
    this.#tooLarge.set(key, { request, weighed: error instanceof SumLimitError });
    this.#makeRoom(error);
  }

  /** Nothing of what was begun is kept, so that the next judgment has all the room there is. */
  #makeRoom(error: SizeLimitError): void {
    this.#meanings = undefined;
    if (!(error instanceof SumLimitError)) this.#choices.manager.collect();
  }

  /** See `Recall`: what is found about declarations of these names, and whatever they name. */
  remember<T>(what: string, names: readonly Id[], make: () => T): T {
    return this.#recall === undefined ? make() : this.#recall.about(what, names, make);
  }

  /** See `Recall`: what is told about a verdict of this session. */
  rememberOf<T>(verdict: Verdict, what: string, make: () => T, extent?: 'told' | 'worded'): T {
    return this.#recall === undefined ? make() : this.#recall.of(verdict, what, make, extent);
  }

  /** See `Recall`: what is found about parts of the case, read with all of it but its sentences. */
  rememberBeside<T>(what: string, also: object, make: () => T): T {
    return this.#recall === undefined ? make() : this.#recall.beside(what, also, make);
  }

  /** See `Recall`: whether a sentence is so, read with all of the case but its sentences. */
  rememberIf(what: string, norm: Norm, make: () => boolean): boolean {
    return this.#recall === undefined ? make() : this.#recall.whether(what, norm, make);
  }

  #placeOf(promise: Promise_, { arrangement }: JudgeRequest): Verdict['place'] {
    return arrangementOf(this.case, arrangement)?.place ?? promise.place;
  }

  /**
   * How strong a promise is as functions of the text, without anything else that a verdict says: for what turns on many texts at once. `within`: judged with
   * this term instead of the promise's own. The functions are those of `choices` and live as long as its manager keeps them (`protect`).
   * @throws Error for a name that the case does not have. @throws SizeLimitError where the votes that it turns on are too large; the diagrams are then swept.
   */
  functions(request: JudgeRequest, within?: Rational): Functions {
    const promise = this.case.promises.get(request.promise);
    if (promise === undefined) throw new Error(`no promise ${request.promise}`);
    try {
      const functions = this.#functionsOf(within === undefined ? promise : { ...promise, within }, request);
      const { outside, game } = functions;
      return { ...functions, generals: this.#graded(functions), graded: grade(this.#choices, game.owed, outside), willing: at(this.#choices, game.possible, outside) };
    } catch (error) {
      if (error instanceof SizeLimitError) this.#makeRoom(error);
      throw error;
    }
  }

  /** The drafters' choices, and all others. */
  get choices(): Choices {
    return this.#choices;
  }

  /** The clauses of a world as functions of the choices. */
  meaning(request: WorldRequest): Meaning {
    return this.#meaningsOf(request).plain;
  }

  #functionsOf(promise: Promise_, request: JudgeRequest): Pick<Posed, 'world' | 'beneficiaries' | 'term' | 'outside' | 'timedOwed' | 'value' | 'game' | 'generals'> {
    const { plain } = this.#meaningsOf(request);
    const { world } = plain;
    const choices = this.#choices;
    const beneficiaries = this.#sameSet(beneficiariesOf(world, promise));
    const term = termOf(promise);
    const timedOwed = valueOf(plain, promise.expr, 'owed');
    const value = { owed: by(timedOwed, term), possible: by(valueOf(plain, promise.expr, 'possible'), term) };
    return {
      world, beneficiaries, term, timedOwed, value,
      outside: (actor) => !world.hostile.has(actor),
      game: { owed: gameOf(choices, value.owed, beneficiaries), possible: gameOf(choices, value.possible, beneficiaries) },
      generals: generalisations(this.case, promise.expr).map(({ act, expr }) => ({ act, value: by(valueOf(plain, expr, 'owed'), term) })),
    };
  }

  #graded({ generals, beneficiaries, outside }: Pick<Posed, 'generals' | 'beneficiaries' | 'outside'>): Subject['generals'] {
    return generals.map(({ act, value }) => ({ act, grade: grade(this.#choices, gameOf(this.#choices, value, beneficiaries), outside) }));
  }

  #judgeOne(promise: Promise_, request: JudgeRequest): Verdict {
    const { plain, kept, breakable } = this.#meaningsOf(request);
    const { world } = plain;
    const choices = this.#choices;
    const texts = this.#textsOf([...this.#issues.of(world.arranged, promise.expr)].filter((issue) => !world.fixed.has(issue) && (this.case.issues.get(issue)?.options.length ?? 0) > 0));
    const functions = this.#functionsOf(promise, request);
    const posed: Posed = {
      ...functions, choices, texts, promise, plain, kept, breakable,
      times: timesOf([functions.timedOwed]).filter((time) => compareTime(time, functions.term) <= 0),
    };
    const cells = this.#cells.cellsOf(posed, () => cellsOf({ ...posed, generals: this.#graded(functions) }));
    return {
      promise: promise.id,
      arrangement: request.arrangement,
      scenario: request.scenario,
      attackers: [...world.attackers],
      hostile: [...world.hostile],
      victims: [...world.victims],
      ...(world.date === undefined ? {} : { date: world.date }),
      fixed: [...world.fixed.values()],
      texts: texts.total,
      cells,
      clauses: this.#clausesOf(world, promise.expr),
      place: this.#placeOf(promise, request),
    };
  }

  /** The same members, the same set: games are remembered by it. */
  #sameSet(members: ReadonlySet<Id>): ReadonlySet<Id> {
    const key = JSON.stringify([...members]);
    const known = this.#sets.get(key);
    if (known === undefined) this.#sets.set(key, members);
    return known ?? members;
  }

  /** The open texts of some issues, made once. */
  #textsOf(issues: readonly Id[]): OpenTexts {
    const key = issues.join('\n');
    let texts = this.#texts.get(key);
    if (texts === undefined) this.#texts.set(key, (texts = new OpenTexts(this.#choices, issues)));
    return texts;
  }

  /** The norms of the arrangement that speak of the promised act, a more general or a more special one. */
  #clausesOf(world: World, expr: PromiseExpr): Id[] {
    let related = this.#related.get(expr);
    if (related === undefined) this.#related.set(expr, (related = relatedActs(this.case, expr)));
    const speaks = (act: Id): boolean => related.has(act);
    const attributes = attributesOf(expr);
    return world.arranged.flatMap((instrument) =>
      instrument.norms.filter(({ action, means }) => (action.kind === 'act' ? speaks(action.act) || means.some(speaks) : attributes.includes(action.attribute))).map((norm) => norm.id),
    );
  }

  /** The promises of one world share what has been worked out; with the next world the diagrams are swept. */
  #meaningsOf(request: WorldRequest): { plain: Meaning; kept: Meaning; breakable: Meaning } {
    const key = worldKey(request);
    if (this.#meanings?.key !== key) {
      if (this.#choices.manager.statistics().nodes > SWEPT_FROM) this.#choices.manager.collectIfNeeded();
      const world = worldOf(this.case, request);
      const pledges = world.instruments.some((instrument) => instrument.norms.some((norm) => modalityOf(norm, instrument).startsWith('pledge')));
      const plain = new Meaning(this.#choices, world);
      const kept = pledges ? new Meaning(this.#choices, { ...world, pledgesKept: true }, false, plain) : plain;
      this.#meanings = { key, plain, kept, breakable: new Meaning(this.#choices, world, true, plain) };
    }
    return this.#meanings;
  }
}

/** Requests with one key are judged in one world. */
export function worldKey({ arrangement, scenario, attacker, options, asOf }: WorldRequest): string {
  return JSON.stringify([arrangement, scenario, attacker, options ?? [], asOf]);
}

/** The acts that a promise speaks of, more general and more special ones. */
function relatedActs(case_: Case, expr: PromiseExpr): Set<Id> {
  const promised = new Set(actsOf(expr));
  const related = new Set([...promised].flatMap((act) => [act, ...ancestors(case_, act)]));
  for (const act of case_.acts.keys()) if (ancestors(case_, act).some((general) => promised.has(general))) related.add(act);
  return related;
}
