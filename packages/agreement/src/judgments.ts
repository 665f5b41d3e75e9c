import type { Functions, JudgeRequest } from '@casus/analysis';
import { SizeLimitError } from '@casus/diagrams';
import { arrangementOf, attackersOf, type Id, type IsoDate, type Rational, type Subject } from '@casus/model';
import { inDeal } from './layout.js';
import type { Space } from './space.js';

/** A subject about what analysis finds of a promise. */
export type AboutPromise = Extract<Subject, { kind: 'holds' | 'no-veto' }>;

/** What demands ask of a judgment; all of it is kept. */
export type Judged = Pick<Functions, 'graded' | 'willing' | 'generals' | 'game' | 'beneficiaries'>;

/** One case in which a promise is to be judged. */
export interface Posed {
  readonly request: JudgeRequest;
  readonly within: Rational | undefined;
}

/** Promises judged under all that is on the table, each once in each case however many demands speak of it. */
export class Judgments {
  readonly #known = new Map<string, Judged | SizeLimitError>();

  constructor(
    readonly space: Space,
    readonly asOf: IsoDate | undefined,
  ) {}

  /** The cases of a subject: the one that it names, or those that the negotiation names; each attacker of a family by itself. */
  casesOf(subject: AboutPromise): readonly Posed[] {
    const { layout } = this.space;
    const { asOf } = this;
    const arrangement = (subject.kind === 'holds' ? subject.arrangement : undefined) ?? layout.deal;
    // “under X”: X stands, whatever else is agreed.
    const alone = arrangement === layout.deal ? [] : (arrangementOf(layout.case, arrangement)?.instruments ?? []).filter((id) => layout.table.instruments.includes(id)).map(inDeal);
    const scenarios = subject.scenario === undefined ? layout.table.scenarios : [subject.scenario];
    return scenarios.flatMap((scenario) =>
      this.#attackers(scenario).map((attacker): Posed => ({
        within: subject.kind === 'holds' ? subject.within : undefined,
        request: {
          promise: subject.promise, arrangement, scenario, options: [...alone, ...layout.table.options],
          ...(attacker === undefined ? {} : { attacker }), ...(asOf === undefined ? {} : { asOf }),
        },
      })),
    );
  }

  /** Judges all that some subjects turn on. */
  prepare(subjects: Iterable<Subject>): void {
    for (const _ of this.preparing(subjects)) continue;
  }

  /** The same one judgment after the other, world by world: what judgments in one world have in common is worked out once. */
  *preparing(subjects: Iterable<Subject>): Generator<void, void> {
    const posed = [...subjects].flatMap((subject) => (subject.kind === 'holds' || subject.kind === 'no-veto' ? this.casesOf(subject) : []));
    const worlds = new Map<string, Posed[]>();
    for (const one of posed) {
      const { arrangement, scenario, attacker } = one.request;
      const key = JSON.stringify([arrangement, scenario, attacker]);
      const world = worlds.get(key);
      if (world === undefined) worlds.set(key, [one]);
      else world.push(one);
    }
    for (const one of [...worlds.values()].flat()) {
      this.#judged(one);
      yield;
    }
  }

  /** The judgment. @throws SizeLimitError where the votes that it turns on are too large. */
  of(posed: Posed): Judged {
    const judged = this.#judged(posed);
    if (judged instanceof SizeLimitError) throw judged;
    return judged;
  }

  #judged({ request, within }: Posed): Judged | SizeLimitError {
    const { promise, arrangement, scenario, attacker } = request;
    const key = JSON.stringify([promise, arrangement, scenario, attacker, within === undefined ? null : `${within.num}/${within.den}`]);
    let judged = this.#known.get(key);
    if (judged === undefined) this.#known.set(key, (judged = this.#make(request, within)));
    return judged;
  }

  #make(request: JudgeRequest, within: Rational | undefined): Judged | SizeLimitError {
    const { space } = this;
    try {
      const { graded, willing, generals, game, beneficiaries } = space.session.functions(request, within);
      for (const grade of [graded, ...generals.map((general) => general.grade)]) for (const node of Object.values(grade)) space.keep(node);
      space.keep(willing);
      space.keep(game.owed);
      space.keep(game.possible);
      return { graded, willing, generals, game, beneficiaries };
    } catch (error) {
      if (!(error instanceof SizeLimitError)) throw error;
      return error;
    }
  }

  /** The attackers of a scenario, one judgment each. */
  #attackers(scenario: Id): readonly (Id | undefined)[] {
    const { case: case_ } = this.space.layout;
    const declared = case_.scenarios.get(scenario);
    return declared === undefined ? [] : attackersOf(case_, declared, this.asOf);
  }
}
