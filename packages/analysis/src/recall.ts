import { arrangementOf, type Case, type Choices, type Id, type IsoDate, type Norm } from '@casus/model';
import { contentOf, numberOf } from './content.js';
import { Dependencies, type Extent, type Reached } from './dependencies.js';
import type { Memory } from './memory.js';
import type { Grounds } from './placed.js';
import { written } from './reach.js';
import { placesIn } from './sentences.js';
import type { IssueFinder } from './texts.js';
import type { Verdict } from './verdict.js';

/** What is judged, as a session is asked for it, one attacker at a time. */
interface Judged {
  readonly promise: Id;
  readonly arrangement: Id;
  readonly scenario: Id;
  readonly attacker?: Id;
  readonly options?: readonly Id[];
  readonly asOf?: IsoDate;
}

/** What a judgment depends on: a key, and where places in what is told of it may stand. */
type Ground = Pick<Reached, 'key' | 'grounds'>;

/** A memory as one state of a case asks it: under what its declarations say. */
export class Recall {
  #dependencies: Dependencies | undefined;
  readonly #arranged = new Map<Id, readonly Id[]>();
  readonly #reached = new Map<string, Reached>();
  readonly #also = new WeakMap<object, number>();
  /** The request of each verdict, with all that it may depend on. */
  readonly #requests = new WeakMap<Verdict, { readonly request: Judged; readonly whole: Ground }>();

  constructor(private readonly subject: Case, private readonly memory: Memory, private readonly choices: Choices, private readonly issues: IssueFinder) {}

  /** The verdict that is remembered for a request, else what `judge` finds. Whether everything is as it was is soon seen; else whether what this verdict turns on is. */
  verdict(request: Judged, place: Verdict['place'], judge: () => Verdict): Verdict {
    const { memory } = this;
    const whole = this.#reachedOf(request, 'whole');
    const known = memory.verdict(whole.key, () => memory.verdict(this.#reachedOf(request, 'meaning').key, () => (memory.count(), judge())));
    const verdict = { ...known, place };
    this.#requests.set(verdict, { request, whole });
    return verdict;
  }

  /**
   * What `make` finds, or found for an earlier state of the case in which the same texts stood under these names and under whatever they name. It must be plain
   * data, read from nothing else; places may be in it.
   */
  about<T>(what: string, names: readonly Id[], make: () => T): T {
    const reached = this.#reachedFrom(names, 'whole');
    const key = `${what}\n${JSON.stringify(names)}\n${reached.key}\n${this.#orderOfIssues(reached)}`;
    const { memory } = this;
    return memory.placed(key, reached.grounds, () => (memory.count('worked out'), make()));
  }

  /**
   * The same for what is told about a verdict of this session, of whose instruments only the sentences count that it may turn on. `worded`: it turns on what the
   * verdict turns on and on its words, and not on titles and citations.
   */
  of<T>(verdict: Verdict, what: string, make: () => T, extent: 'told' | 'worded' = 'told'): T {
    const judged = this.#requests.get(verdict);
    const { memory } = this;
    if (judged === undefined) return make();
    return memory.placed(`${extent} ${what}\n${judged.whole.key}`, judged.whole.grounds, () => {
      const reached = this.#reachedOf(judged.request, extent);
      return memory.placed(`${extent} ${what}\n${reached.key}`, reached.grounds, () => (memory.count('worked out'), make()));
    });
  }

  /**
   * What `make` finds about parts of the case, `also`, that are read with all of it but its sentences: its actors, groups and bodies, its facts, its scenarios; or
   * found for an earlier state in which these differed in nothing but places and citations. It must be plain data, read from nothing else; places may be in it.
   */
  beside<T>(what: string, also: object, make: () => T): T {
    const { memory } = this;
    const dependencies = this.#dependenciesOf();
    const grounds = (): Grounds => [dependencies.grounds, [{ places: () => placesIn(also), exact: true }]];
    let number = this.#also.get(also);
    if (number === undefined) this.#also.set(also, (number = numberOf(written(also))));
    return memory.placed(`${what}\n${number}\n${dependencies.surroundings}`, grounds, () => (memory.count('worked out'), make()));
  }

  /** Whether a sentence is so, if that is read from the sentence and from all of the case but its sentences. */
  whether(what: string, norm: Norm, make: () => boolean): boolean {
    return this.memory.placed(`${what} ${contentOf(norm).meaning}\n${this.#dependenciesOf().surroundings}`, () => [], make);
  }

  /** What a judgment depends on, with a key that also tells what is asked for. `whole`: whatever it may, which is soon known to be as it was. */
  #reachedOf(request: Judged, extent: Extent): Ground {
    const { promise, arrangement, scenario, attacker, options = [], asOf } = request;
    const world = this.#worldReached(request, extent);
    const reached = this.#dependenciesOf().reached([promise], extent, world);
    return { key: `${extent} ${JSON.stringify([promise, arrangement, scenario, attacker, options, asOf])}\n${reached.key}\n${this.#orderOfIssues(world, reached)}`, grounds: reached.grounds };
  }

  #dependenciesOf(): Dependencies {
    return (this.#dependencies ??= new Dependencies(this.subject));
  }

  /** What a judgment depends on whatever the promise: also the issues of all sentences, since texts are told apart by them. */
  #worldReached({ arrangement, scenario, attacker, options = [] }: Judged, extent: Extent): Reached {
    const names = [arrangement, scenario, ...options, ...(attacker === undefined ? [] : [attacker])];
    return this.#reachedFrom(extent === 'whole' ? names : [...names, ...this.#issuesUnder(arrangement)], extent);
  }

  #issuesUnder(arrangement: Id): readonly Id[] {
    let issues = this.#arranged.get(arrangement);
    if (issues === undefined) {
      const instruments = arrangementOf(this.subject, arrangement)?.instruments ?? [];
      this.#arranged.set(arrangement, (issues = [...this.issues.of(instruments.flatMap((id) => this.subject.instruments.get(id) ?? []))]));
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
    const issues = all.flatMap(({ entries }) => entries.filter(({ table, id }) => table === 'issues' && this.choices.issueVariables(id).length > 0).map(({ id }) => id));
    if (issues.length < 2) return '';
    const first = (issue: Id): number => this.choices.manager.levelOf(this.choices.issueVariables(issue)[0]!);
    return issues.sort((a, b) => first(a) - first(b)).join();
  }
}
