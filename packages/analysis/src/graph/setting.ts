/** One text in one scenario: its meaning, and who can stop what in it. */
import { FALSE, TRUE, type Node } from '@casus/diagrams';
import { beneficiariesOf, Choices, Meaning, membersOf, worldOf, type Case, type Deadline, type Id, type Place, type Promise_, type SetExpr, type World, type WorldRequest } from '@casus/model';
import { vetoersOf, withHostileOf } from '../details.js';
import { at, gameOf, minimalCoalitions, stoppingGame, variablesOf } from '../games.js';
import { actorNames } from '../words.js';
import type { GraphStep, Stops } from './types.js';

/** Coalitions that a step lists; all are counted. */
const MOST_COALITIONS = 12;

/** Actors that are named one by one; a larger group goes by its own name, if it has one. */
export const MOST_NAMED = 6;

/** Nobody can stop it. */
export const NOBODY: Stops = { vetoers: [], coalitions: { count: 0n, first: [] }, hostile: false };

/** How a step stands: who can bring it about, who can stop it, and whether it turns on an open fact. */
export type Standing = Pick<GraphStep, 'reach' | 'stops' | 'unsettled'>;

/** A step that comes by itself. */
export const CERTAIN: Standing = { reach: 'certain', stops: NOBODY, unsettled: false };

export class Setting {
  readonly choices: Choices;
  readonly world: World;
  readonly meaning: Meaning;
  /** Those who count on every promise of the graph: they work for each of its steps. */
  readonly beneficiaries: ReadonlySet<Id>;

  constructor(
    readonly case_: Case,
    request: WorldRequest,
    promises: readonly Promise_[],
  ) {
    this.choices = new Choices(case_);
    this.world = worldOf(case_, request);
    this.meaning = new Meaning(this.choices, this.world);
    const each = promises.map((promise) => beneficiariesOf(this.world, promise));
    this.beneficiaries = new Set([...(each[0] ?? [])].filter((actor) => each.every((set) => set.has(actor))));
  }

  readonly outside = (actor: Id): boolean => !this.world.hostile.has(actor);

  /** Whether an option is taken in this text. */
  readonly taken = (option: Id): boolean => this.meaning.option(option) === TRUE;

  /** The game of a step alone. */
  standing(f: Node): Standing {
    const { choices } = this;
    const game = gameOf(choices, f, this.beneficiaries);
    const holds = (inside: (actor: Id) => boolean): boolean => at(choices, game, inside) === TRUE;
    const reach = holds(() => false) ? 'certain' : holds(this.outside) ? 'open' : holds(() => true) ? 'captive' : 'never';
    const unsettled = variablesOf(choices, f, 'nature').some(({ key }) => key.startsWith('fact:'));
    if (reach === 'certain' || reach === 'never') return { reach, stops: NOBODY, unsettled };
    const withHostile = withHostileOf(choices, game, this.outside);
    const coalitions = minimalCoalitions(choices, stoppingGame(choices, game), MOST_COALITIONS);
    return { reach, stops: { vetoers: vetoersOf(choices, game), coalitions, hostile: reach === 'captive', ...(withHostile === undefined ? {} : { withHostile }) }, unsettled };
  }

  /** Who can bring an end about: the beneficiary too works for nothing here. Undefined where nobody can. */
  ending(f: Node): Standing | undefined {
    const { choices } = this;
    const game = gameOf(choices, f, new Set());
    const coalitions = minimalCoalitions(choices, game, MOST_COALITIONS);
    if (coalitions.count === 0n) return undefined;
    const alone = variablesOf(choices, game, 'side').map(({ owner }) => owner!).filter((actor) => at(choices, game, (other) => other === actor) === TRUE);
    const hostile = this.world.hostile.size > 0 && at(choices, game, (actor) => this.world.hostile.has(actor)) === TRUE;
    const itself = at(choices, game, () => false) === TRUE;
    return { reach: itself ? 'certain' : 'open', stops: { vetoers: itself ? [] : alone, coalitions, hostile }, unsettled: false };
  }

  /** The members of a set in this text. */
  members(set: SetExpr): Id[] {
    return [...membersOf(this.meaning, set)].filter(([, in_]) => in_ !== FALSE).map(([id]) => id);
  }

  /** What a set is called: its members by name, unless they are many. */
  nameOf(set: SetExpr): string {
    if (set.kind === 'role' && set.role === 'bearer') return 'each for itself';
    const declared = set.kind === 'group' ? this.case_.groups.get(set.id) : set.kind === 'body' ? this.case_.bodies.get(set.id) : undefined;
    const members = this.members(set);
    if (members.length > MOST_NAMED || members.length === 0) return declared?.label ?? (members.length === 0 ? 'nobody' : this.textAt(set.place));
    return actorNames(this.case_, members);
  }

  /** A deadline in the words of the text; undefined where there is none. */
  deadlineOf(deadline: Deadline): string | undefined {
    switch (deadline.kind) {
      case 'none':
        return undefined;
      case 'days':
        return `within ${deadline.text.replace(/^within\s+/i, '')}`;
      case 'indeterminate':
        return `“${deadline.word}”`;
      case 'date':
        return `by ${deadline.date}`;
      case 'choice': {
        const chosen = deadline.alternatives.find(({ option }) => this.taken(option));
        return chosen && this.deadlineOf(chosen.value);
      }
    }
  }

  /** The words at a place, on one line, without what only says who says so. */
  textAt({ file, offset, end }: Place): string {
    const text = this.case_.files.find(({ path }) => path === file)?.text.slice(offset, end) ?? '';
    return text.replace(/\s+(cite|stated by|reported|inferred)\b[\s\S]*$/, '').replace(/\/\/[^\n]*/g, ' ').replace(/\s+/g, ' ').trim();
  }
}
