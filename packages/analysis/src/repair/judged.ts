import { TRUE, type Node } from '@casus/diagrams';
import { attackersOf, beneficiariesOf, by, Meaning, termOf, valueOf, worldOf, type Choices, type Id, type PromiseExpr, type Strength } from '@casus/model';
import { endingOf } from '../details.js';
import { generalisations } from '../generalise.js';
import { gameAt } from '../games.js';
import { worldKey, type JudgeRequest } from '../session.js';

/** The strengths from best to worst. */
export const STRENGTHS: readonly Strength[] = ['automatic', 'collective', 'captive', 'hollow', 'voluntary', 'forbidden'];

const EVERYBODY = (): boolean => true;
const NOBODY = (): boolean => false;

/** Who can make sure of what, in one world, as functions of the text. */
type Game = (half: 'owed' | 'possible', expr: PromiseExpr, inside: (actor: Id) => boolean) => Node;

/** Judgments of one case over all of its texts, without the details of a verdict. */
export class Judged {
  readonly #meanings = new Map<string, Meaning>();
  readonly #known = new Map<string, Node>();

  constructor(readonly choices: Choices) {}

  /** The texts in which a promise is as strong as `strength` or stronger, whoever of a family attacks (docs/meaning.md, section 8). */
  atLeast(request: JudgeRequest, strength: Strength): Node {
    const key = `${strength} ${request.promise} ${worldKey(request)}`;
    let node = this.#known.get(key);
    if (node === undefined) this.#known.set(key, (node = this.#atLeast(request, strength)));
    return node;
  }

  /** The texts in which the hostile side cannot end or suspend any of the instruments by itself, whoever of a family attacks. */
  lasting(request: JudgeRequest): Node {
    const { manager: m } = this.choices;
    return m.andAll(this.#each(request).map((one) => {
      const plain = this.#meaningOf(one);
      const { hostile, arranged } = plain.world;
      if (hostile.size === 0) return TRUE;
      const games = arranged.flatMap(({ ends, suspensions }) => [ends, suspensions].map((lapses) => m.orAll(lapses.map((ending) => endingOf({ choices: this.choices, plain }, ending)))));
      return m.not(m.orAll(games.map((f) => gameAt(this.choices, f, new Set(), (actor) => hostile.has(actor)))));
    }));
  }

  #each(request: JudgeRequest): readonly JudgeRequest[] {
    const { case: case_ } = this.choices;
    const attackers = request.attacker === undefined ? attackersOf(case_, case_.scenarios.get(request.scenario)!, request.asOf) : [request.attacker];
    return attackers.map((attacker) => (attacker === undefined ? request : { ...request, attacker }));
  }

  #atLeast(request: JudgeRequest, strength: Strength): Node {
    if (strength === 'forbidden') return TRUE;
    return this.choices.manager.andAll(this.#each(request).map((one) => this.#under(one, strength)));
  }

  #under(request: JudgeRequest, strength: Exclude<Strength, 'forbidden'>): Node {
    const { choices } = this;
    const { manager: m, case: case_ } = choices;
    const promise = case_.promises.get(request.promise)!;
    const meaning = this.#meaningOf(request);
    const { hostile } = meaning.world;
    const beneficiaries = beneficiariesOf(meaning.world, promise);
    const outside = (actor: Id): boolean => !hostile.has(actor);
    const game: Game = (half, expr, inside) => gameAt(choices, by(valueOf(meaning, expr, half), termOf(promise)), beneficiaries, inside);
    const general = (): Node => m.orAll([promise.expr, ...generalisations(case_, promise.expr).map(({ expr }) => expr)].map((expr) => game('owed', expr, EVERYBODY)));
    switch (strength) {
      case 'automatic':
        return game('owed', promise.expr, NOBODY);
      case 'collective':
        return game('owed', promise.expr, outside);
      case 'captive':
        return game('owed', promise.expr, EVERYBODY);
      case 'hollow':
        return general();
      case 'voluntary':
        return m.or(general(), game('possible', promise.expr, outside));
    }
  }

  #meaningOf(request: JudgeRequest): Meaning {
    const key = worldKey(request);
    let meaning = this.#meanings.get(key);
    if (meaning === undefined) this.#meanings.set(key, (meaning = new Meaning(this.choices, worldOf(this.choices.case, request))));
    return meaning;
  }
}
