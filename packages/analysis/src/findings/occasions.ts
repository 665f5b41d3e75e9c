import { attackersOf, Choices, dateOf, Meaning, worldOf, type Case, type Id, type IsoDate, type Scenario } from '@casus/model';
import { reached } from '../reach.js';
import { actorNames, listed, quoted } from '../words.js';

/** When votes are looked at: in a period of membership with nothing happening, or in a scenario. */
export interface Occasion {
  readonly meaning: Meaning;
  /** “ from 1973-01-01”; nothing where it is so at any time. */
  readonly words: string;
  readonly scenario?: Scenario;
  /** The attacker of a family of scenarios. */
  readonly attacker?: Id;
}

/** Several occasions in words: “ in the case “X” or “Y” with A or B as the attacker”. */
export function occasionWords(case_: Case, occasions: readonly Occasion[]): string {
  const scenarios = new Map<Scenario, Id[]>();
  for (const { scenario, attacker } of occasions) {
    if (scenario !== undefined) scenarios.set(scenario, [...(scenarios.get(scenario) ?? []), ...(attacker === undefined ? [] : [attacker])]);
  }
  if (scenarios.size === 0) return occasions.length === 0 ? '' : ` ${listed([...new Set(occasions.map(({ words }) => words.trim()))], 'or')}`.trimEnd();
  const parts = [...scenarios].map(([{ label }, attackers]) => `${quoted(label)}${attackers.length === 0 ? '' : ` with ${actorNames(case_, attackers, 'or')} as the attacker`}`);
  return ` in the case ${listed(parts, 'or')}`;
}

const QUIET: Id = '';

/** Makes the occasions of a case; what they share is worked out once. */
export class Occasions {
  readonly choices: Choices;
  readonly #case: Case;
  readonly #known = new Map<string, Meaning>();
  #scenarios: readonly Occasion[] | undefined;

  constructor(
    readonly of: Case,
    readonly asOf: IsoDate | undefined,
  ) {
    const place = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, end: 0 };
    const nobody = { kind: 'union', of: [], place } as const;
    const named = { id: QUIET, name: QUIET, label: QUIET, place, provenance: { cites: [] } };
    const quiet: Scenario = { ...named, events: [], everyAttacker: false, siding: nobody, facts: new Map() };
    const arrangement = { ...named, instruments: [...of.instruments.keys()], options: [], promises: [], scenarios: [] };
    this.#case = { ...of, scenarios: new Map([...of.scenarios, [QUIET, quiet]]), arrangements: new Map([...of.arrangements, [QUIET, arrangement]]) };
    this.choices = new Choices(of);
  }

  /**
   * The periods of membership that matter for a part of the case, with nothing happening: those in which the case judges something, all if it judges
   * nothing. Without membership over time there is one.
   */
  periods(node: unknown): readonly Occasion[] {
    const starts = this.#starts(node);
    if (starts.length === 0) return [{ meaning: this.#meaning(QUIET, undefined, this.asOf), words: '' }];
    const startOf = (date: IsoDate): IsoDate => starts.findLast((start) => start <= date) ?? '';
    const scenarios = [...this.of.scenarios.values()];
    const dates = scenarios.length === 0 ? ['', ...starts] : scenarios.flatMap((scenario) => dateOf(scenario, this.asOf) ?? []);
    const relevant = [...new Set(dates.map(startOf))].sort();
    const undated = scenarios.some((scenario) => dateOf(scenario, this.asOf) === undefined);
    return [
      ...relevant.map((start) => ({ meaning: this.#meaning(QUIET, undefined, start === '' ? dayBefore(starts[0]!) : start), words: start === '' ? ` before ${starts[0]}` : ` from ${start}` })),
      ...(undated ? [{ meaning: this.#meaning(QUIET, undefined, undefined), words: ' on a day that is not given' }] : []),
    ];
  }

  /** Nothing happens, on no day in particular. */
  get quiet(): Meaning {
    return this.#meaning(QUIET, undefined, undefined);
  }

  /** Each scenario with each of its attackers. */
  get scenarios(): readonly Occasion[] {
    return (this.#scenarios ??= [...this.of.scenarios.values()].flatMap((scenario) =>
      attackersOf(this.of, scenario, this.asOf).map((attacker): Occasion => ({ meaning: this.#meaning(scenario.id, attacker, this.asOf), words: '', scenario, ...(attacker === undefined ? {} : { attacker }) })),
    ));
  }

  /** The days on which membership changes. */
  #starts(node: unknown): readonly IsoDate[] {
    const starts = new Set<IsoDate>();
    for (const part of reached(this.of, node)) {
      if (part['kind'] !== 'during') continue;
      if (typeof part['from'] === 'string') starts.add(part['from']);
      if (typeof part['until'] === 'string') starts.add(dayAfter(part['until']));
    }
    return [...starts].sort();
  }

  #meaning(scenario: Id, attacker: Id | undefined, asOf: IsoDate | undefined): Meaning {
    const key = JSON.stringify([scenario, attacker, asOf]);
    let meaning = this.#known.get(key);
    if (meaning === undefined) {
      const request = { arrangement: QUIET, scenario, ...(attacker === undefined ? {} : { attacker }), ...(asOf === undefined ? {} : { asOf }) };
      this.#known.set(key, (meaning = new Meaning(this.choices, worldOf(this.#case, request))));
    }
    return meaning;
  }
}

/** The occasions of a case as of a day, made once. */
export function occasionsOf(case_: Case, asOf: IsoDate | undefined): Occasions {
  let known = KNOWN.get(case_);
  if (known === undefined || known.asOf !== asOf) KNOWN.set(case_, (known = new Occasions(case_, asOf)));
  return known;
}

/** The occasions of each case; cases do not change. */
const KNOWN = new WeakMap<Case, Occasions>();

const DAY = 86_400_000;
const shifted = (date: IsoDate, days: number): IsoDate => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const dayAfter = (date: IsoDate): IsoDate => shifted(date, 1);
const dayBefore = (date: IsoDate): IsoDate => shifted(date, -1);
