/** Every index that `casus power` can work out, and how they are chosen. */
import { INDICES, UNION_INDICES } from '@casus/games';
import { didYouMean } from '../nearest.js';
import { UsageError } from '../usage-error.js';
import { parts } from './ballots.js';

/** What an index may need besides the game: unions, a third ballot, probabilities of votes, or random samples. */
export type Given = 'unions' | 'ternary' | 'probability' | 'sampling';

/** The option that gives it, for messages. */
const OPTIONS: Readonly<Record<Given, string>> = {
  unions: 'unions: add `--unions "A+B,C+D"`', ternary: 'a third ballot: add `--ternary`', probability: 'probabilities: add `--probability "A=2/3"`', sampling: 'samples: add `--monte-carlo 100000`',
};

/** An index as tables show it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly meaning: string;
  readonly source: string;
  readonly of: 'member' | 'body';
  readonly share: boolean;
  /** Its figures are counts, whole numbers. */
  readonly whole?: boolean;
  readonly undefinedWhere?: string;
  /** What it needs besides the game. */
  readonly given?: Given;
}

/** Divisions of power that come from linear programs. */
const DIVISIONS: readonly CatalogueEntry[] = [
  { id: 'nucleolus', name: 'nucleolus', short: 'nucleolus', source: 'Schmeidler 1969', of: 'member', share: true, meaning: 'The division of one that leaves the coalition that could complain most as little as possible to complain of, then the next, and so on.' },
  { id: 'minimum-sum', name: 'minimum sum representation index', short: 'min. sum', source: 'Freixas & Kaniovski 2014', of: 'member', share: true, meaning: 'A member’s share in the smallest whole weights that do the same, on average where there are several.' },
  { id: 'tau', name: 'tau value', short: 'tau', source: 'Tijs 1981', of: 'member', share: true, meaning: 'What a member gets between the most that it can claim and the least that it can insist on.' },
];

const TERNARY: readonly CatalogueEntry[] = [
  { id: 'ternary-shapley', name: 'Shapley–Shubik index with abstention', short: 'tern. Shapley', source: 'Felsenthal & Machover 1997; Freixas 2005', of: 'member', share: true, given: 'ternary', meaning: 'How often a member settles the outcome when all vote one after another, each yes, no or abstaining with the same chance.' },
  { id: 'ternary-banzhaf', name: 'Banzhaf index with abstention', short: 'tern. Banzhaf', source: 'Felsenthal & Machover 1997', of: 'member', share: false, given: 'ternary', meaning: 'How likely the outcome turns on whether a member says yes or no, when all the others vote yes, no or abstain with the same chance.' },
  { id: 'ternary-banzhaf-share', name: 'normalised Banzhaf index with abstention', short: 'its share', source: 'Felsenthal & Machover 1997', of: 'member', share: true, given: 'ternary', meaning: 'The same as a share in the sum over all members.' },
  { id: 'ternary-act', name: 'power of the body to act with abstention', short: 'tern. act', source: 'Felsenthal & Machover 1997', of: 'body', share: false, given: 'ternary', meaning: 'How likely the body decides at all when everybody votes yes, no or abstains with the same chance.' },
];

const CHANCE: readonly CatalogueEntry[] = [
  { id: 'chance-decisive', name: 'probability to be decisive', short: 'decisive', source: 'Owen 1972; Straffin 1977', of: 'member', share: false, given: 'probability', meaning: 'How likely the outcome turns on the member’s vote, when all the others vote with the given probabilities.' },
  { id: 'chance-success', name: 'probability of success', short: 'success', source: 'Laruelle & Valenciano 2005', of: 'member', share: false, given: 'probability', meaning: 'How likely the outcome is as the member votes.' },
  { id: 'chance-yes', name: 'probability to vote yes', short: 'votes yes', source: 'as given', of: 'member', share: false, given: 'probability', meaning: 'How likely the member votes yes, as it was given.' },
  { id: 'chance-act', name: 'probability that the body decides', short: 'decides', source: 'Owen 1972', of: 'body', share: false, given: 'probability', meaning: 'How likely the decision is carried with the given probabilities.' },
];

const ESTIMATES: readonly CatalogueEntry[] = [
  { id: 'estimate-shapley', name: 'Shapley–Shubik index, estimated', short: 'Shapley, est.', source: 'Castro, Gómez & Tejada 2009', of: 'member', share: true, given: 'sampling', meaning: 'How often a member turned defeat into victory in random orders; in brackets the bounds of its confidence interval.' },
  { id: 'estimate-penrose', name: 'absolute Banzhaf index, estimated', short: 'Penrose, est.', source: 'Bachrach et al. 2010', of: 'member', share: false, given: 'sampling', meaning: 'How often the outcome turned on a member in random coalitions; in brackets the bounds of its confidence interval.' },
  { id: 'estimate-act', name: 'power of the body to act, estimated', short: 'act, est.', source: 'Bachrach et al. 2010', of: 'body', share: false, given: 'sampling', meaning: 'How often random coalitions won; in brackets the bounds of its confidence interval.' },
];

/** Every index, in the order in which tables show them. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...INDICES.map((info): CatalogueEntry => ({
    id: info.id, name: info.name, short: info.header, meaning: info.meaning, source: info.source, of: info.of, share: info.sum === 'one', ...(info.unit === 'count' ? { whole: true } : {}), ...(info.undefinedWhere === undefined ? {} : { undefinedWhere: info.undefinedWhere }),
  })),
  ...DIVISIONS,
  ...UNION_INDICES.map((info): CatalogueEntry => ({
    id: info.id, name: info.name, short: info.header, meaning: info.meaning, source: info.source, of: 'member', share: info.sum === 'one', given: 'unions', ...(info.undefinedWhere === undefined ? {} : { undefinedWhere: info.undefinedWhere }),
  })),
  ...TERNARY,
  ...CHANCE,
  ...ESTIMATES,
];

const BY_ID = new Map(CATALOGUE.map((entry) => [entry.id, entry]));

/** An index by its id. */
export const entryOf = (id: string): CatalogueEntry => BY_ID.get(id)!;

/**
 * The indices that `--index` names; `all` are all that can be had with what else is given. Random samples take the place of exact figures.
 * @throws UsageError for an unknown one.
 */
export function indicesNamed(given: readonly string[], has: Readonly<Record<Given, boolean>>): readonly string[] {
  const names = parts(given).map((name) => name.toLowerCase());
  if (given.length > 0 && names.length === 0) throw new UsageError('`--index` names nothing; write names with commas between them, as banzhaf,shapley, or `all`');
  const possible = CATALOGUE.filter((entry) => (has.sampling ? entry.given === 'sampling' : entry.given === undefined || has[entry.given]));
  if (names.length === 0 || names.includes('all')) return possible.map(({ id }) => id);
  const wanted = new Set(names.map((name) => named(name, has)));
  return possible.map(({ id }) => id).filter((id) => wanted.has(id));
}

function named(name: string, has: Readonly<Record<Given, boolean>>): string {
  const entry = CATALOGUE.find(({ id }) => id === name) ?? CATALOGUE.find(({ name: full, short }) => [full, short].some((one) => one.toLowerCase() === name));
  if (entry === undefined) throw new UsageError(`there is no index \`${name}\`${didYouMean(name, CATALOGUE.map(({ id }) => id)) || ';'} there are: ${CATALOGUE.map(({ id }) => id).join(', ')}`);
  const { id, given } = entry;
  if (given !== undefined && !has[given]) throw new UsageError(`\`${id}\` needs ${OPTIONS[given]}`);
  if (has.sampling && given !== 'sampling') {
    const estimated = CATALOGUE.find((other) => other.id === `estimate-${id}`);
    if (estimated === undefined) throw new UsageError(`\`${id}\` is not estimated from samples; there are: ${ESTIMATES.map((other) => other.id).join(', ')}`);
    return estimated.id;
  }
  return id;
}
