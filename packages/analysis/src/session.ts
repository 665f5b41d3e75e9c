import { SizeLimitError, SumLimitError, type Node } from '@casus/diagrams';
import {
  arrangementOf, attackersOf, beneficiariesOf, by, Choices, Meaning, modalityOf, termOf, timesOf, valueOf, compareTime, worldOf,
  type Case, type Id, type IsoDate, type Norm, type Promise_, type PromiseExpr, type Rational, type World, type WorldRequest,
} from '@casus/model';
import { Dependencies, type Extent, type Reached } from './dependencies.js';
import { actsOf, ancestors, attributesOf, generalisations } from './generalise.js';
import { cellsOf } from './cells.js';
import { contentOf, numberOf } from './content.js';
import type { Subject } from './details.js';
import { at, gameOf } from './games.js';
import { grade, type Grade } from './grade.js';
import { Memory } from './memory.js';
import type { Grounds } from './placed.js';
import { written } from './reach.js';
import { CellMemory, type Posed } from './same-cells.js';
import { placesIn } from './sentences.js';
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
  readonly #arranged = new Map<Id, readonly Id[]>();
  readonly #sets = new Map<string, ReadonlySet<Id>>();
  readonly #cells: CellMemory;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #tooLarge = new Map<string, TooLarge>();
  readonly #related = new Map<PromiseExpr, ReadonlySet<Id>>();
  #meanings: { key: string; plain: Meaning; kept: Meaning; breakable: Meaning } | undefined;
  readonly #memory: Memory | undefined;
  #dependencies: Dependencies | undefined;
  readonly #reached = new Map<string, Reached>();
  readonly #also = new WeakMap<object, number>();
  /** The request of each verdict, with all that it may depend on. */
  readonly #requests = new WeakMap<Verdict, { readonly request: JudgeRequest; readonly whole: Pick<Reached, 'key' | 'grounds'> }>();

  readonly case: Case;

  /** `memory`: verdicts of earlier states of the case, which are taken from there where nothing that they depend on has changed. */
  constructor(case_: Case, memory?: Memory) {
    this.case = case_;
    this.#memory = memory;
    this.#choices = new Choices(case_);
    this.#cells = new CellMemory(this.#choices);
    // Minimal coalitions are listed by the order of these variables: that of the actors in the case.
    for (const actor of case_.actors.keys()) this.#choices.side(actor);
    this.#issues = new IssueFinder(case_);
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
          verdict = this.#remembered(promise, one);
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

  #remembered(promise: Promise_, request: JudgeRequest): Verdict {
    const memory = this.#memory;
    if (memory === undefined) return this.#judgeOne(promise, request);
    const whole = this.#reachedOf(request, 'whole');
    const known = memory.verdict(whole.key, () => memory.verdict(this.#reachedOf(request, 'meaning').key, () => (memory.count(), this.#judgeOne(promise, request))));
    const verdict = { ...known, place: this.#placeOf(promise, request) };
    this.#requests.set(verdict, { request, whole });
    return verdict;
  }

  /**
   * What `make` finds, or found for an earlier state of the case in which the same texts stood under these names and under whatever they name. It must be plain
   * data, read from nothing else; places may be in it.
   */
  remember<T>(what: string, names: readonly Id[], make: () => T): T {
    if (this.#memory === undefined) return make();
    const reached = this.#reachedFrom(names, 'whole');
    const key = `${what}\n${JSON.stringify(names)}\n${reached.key}\n${this.#orderOfIssues(reached)}`;
    const memory = this.#memory;
    return memory.placed(key, reached.grounds, () => (memory.count('worked out'), make()));
  }

  /**
   * The same for what is told about a verdict of this session, of whose instruments only the sentences count that it may turn on. `worded`: it turns on what the
   * verdict turns on and on its words, and not on titles and citations.
   */
  rememberOf<T>(verdict: Verdict, what: string, make: () => T, extent: 'told' | 'worded' = 'told'): T {
    const judged = this.#requests.get(verdict);
    const memory = this.#memory;
    if (memory === undefined || judged === undefined) return make();
    return memory.placed(`${extent} ${what}\n${judged.whole.key}`, judged.whole.grounds, () => {
      const reached = this.#reachedOf(judged.request, extent);
      return memory.placed(`${extent} ${what}\n${reached.key}`, reached.grounds, () => (memory.count('worked out'), make()));
    });
  }

  /**
   * What `make` finds about parts of the case, `also`, that are read with all of it but its sentences: its actors, groups and bodies, its facts, its scenarios; or
   * found for an earlier state in which these differed in nothing but places and citations. It must be plain data, read from nothing else; places may be in it.
   */
  rememberBeside<T>(what: string, also: object, make: () => T): T {
    const memory = this.#memory;
    if (memory === undefined) return make();
    const dependencies = this.#dependenciesOf();
    const grounds = (): Grounds => [dependencies.grounds, [{ places: () => placesIn(also), exact: true }]];
    let number = this.#also.get(also);
    if (number === undefined) this.#also.set(also, (number = numberOf(written(also))));
    return memory.placed(`${what}\n${number}\n${dependencies.surroundings}`, grounds, () => (memory.count('worked out'), make()));
  }

  /** Whether a sentence is so, if that is read from the sentence and from all of the case but its sentences. */
  rememberIf(what: string, norm: Norm, make: () => boolean): boolean {
    const memory = this.#memory;
    return memory === undefined ? make() : memory.placed(`${what} ${contentOf(norm).meaning}\n${this.#dependenciesOf().surroundings}`, () => [], make);
  }

  /** What a judgment depends on, with a key that also tells what is asked for. `whole`: whatever it may, which is soon known to be as it was. */
  #reachedOf(request: JudgeRequest, extent: Extent): Pick<Reached, 'key' | 'grounds'> {
    const { promise, arrangement, scenario, attacker, options = [], asOf } = request;
    const world = this.#worldReached(request, extent);
    const reached = this.#dependenciesOf().reached([promise], extent, world);
    return { key: `${extent} ${JSON.stringify([promise, arrangement, scenario, attacker, options, asOf])}\n${reached.key}\n${this.#orderOfIssues(world, reached)}`, grounds: reached.grounds };
  }

  #dependenciesOf(): Dependencies {
    return (this.#dependencies ??= new Dependencies(this.case));
  }

  /** What a judgment depends on whatever the promise: also the issues of all sentences, since texts are told apart by them. */
  #worldReached({ arrangement, scenario, attacker, options = [] }: JudgeRequest, extent: Extent): Reached {
    const names = [arrangement, scenario, ...options, ...(attacker === undefined ? [] : [attacker])];
    return this.#reachedFrom(extent === 'whole' ? names : [...names, ...this.#issuesUnder(arrangement)], extent);
  }

  #issuesUnder(arrangement: Id): readonly Id[] {
    let issues = this.#arranged.get(arrangement);
    if (issues === undefined) {
      const instruments = arrangementOf(this.case, arrangement)?.instruments ?? [];
      this.#arranged.set(arrangement, (issues = [...this.#issues.of(instruments.flatMap((id) => this.case.instruments.get(id) ?? []))]));
    }
    return issues;
  }

  #reachedFrom(names: readonly Id[], extent: Extent): Reached {
    const key = `${extent}\n${names.join('\n')}`;
    let reached = this.#reached.get(key);
    if (reached === undefined) {
      const found = this.#dependenciesOf().reached(names, extent);
      this.#reached.set(key, (reached = { ...found, key: `${names.join(' ')} ${found.key}` }));
    }
    return reached;
  }

  /** The issues by their variables, which depend on more than the issues: texts are listed in that order. */
  #orderOfIssues(...all: readonly Reached[]): string {
    const issues = all.flatMap(({ entries }) => entries.filter(({ table, id }) => table === 'issues' && this.#choices.issueVariables(id).length > 0).map(({ id }) => id));
    if (issues.length < 2) return '';
    const first = (issue: Id): number => this.#choices.manager.levelOf(this.#choices.issueVariables(issue)[0]!);
    return issues.sort((a, b) => first(a) - first(b)).join();
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
