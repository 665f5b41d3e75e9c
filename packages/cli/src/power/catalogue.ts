/** Every index that `casus power` can work out, and how they are chosen. */
import { INDICES, UNION_INDICES } from '@casus/games';
import { didYouMean } from '../nearest.js';
import { UsageError } from '../usage-error.js';
import { parts } from './ballots.js';

/** An index as tables show it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly meaning: string;
  readonly source: string;
  readonly of: 'member' | 'body';
  readonly share: boolean;
  readonly undefinedWhere?: string;
  /** What it needs besides the game: unions, or ballots of three kinds. */
  readonly given?: 'unions' | 'ternary';
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

/** Every index, in the order in which tables show them. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...INDICES.map((info): CatalogueEntry => ({
    id: info.id, name: info.name, short: info.header, meaning: info.meaning, source: info.source, of: info.of, share: info.sum === 'one', ...(info.undefinedWhere === undefined ? {} : { undefinedWhere: info.undefinedWhere }),
  })),
  ...DIVISIONS,
  ...UNION_INDICES.map((info): CatalogueEntry => ({
    id: info.id, name: info.name, short: info.header, meaning: info.meaning, source: info.source, of: 'member', share: info.sum === 'one', given: 'unions', ...(info.undefinedWhere === undefined ? {} : { undefinedWhere: info.undefinedWhere }),
  })),
  ...TERNARY,
];

const BY_ID = new Map(CATALOGUE.map((entry) => [entry.id, entry]));

/** An index by its id. */
export const entryOf = (id: string): CatalogueEntry => BY_ID.get(id)!;

/** The indices that `--index` names; `all` are all that can be had with what else is given. @throws UsageError for an unknown one. */
export function indicesNamed(given: readonly string[], has: { readonly unions: boolean; readonly ternary: boolean }): readonly string[] {
  const names = parts(given);
  if (given.length > 0 && names.length === 0) throw new UsageError('`--index` names nothing; write names with commas between them, as banzhaf,shapley, or `all`');
  const possible = CATALOGUE.filter((entry) => entry.given === undefined || has[entry.given]);
  if (names.length === 0 || names.some((name) => name.toLowerCase() === 'all')) return possible.map(({ id }) => id);
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const name of wanted) {
    const entry = CATALOGUE.find(({ id, name: full }) => id === name || full.toLowerCase() === name);
    if (entry === undefined) throw new UsageError(`there is no index \`${name}\`${didYouMean(name, CATALOGUE.map(({ id }) => id)) || ';'} there are: ${CATALOGUE.map(({ id }) => id).join(', ')}`);
    if (entry.given !== undefined && !has[entry.given]) throw new UsageError(`\`${name}\` needs ${entry.given === 'unions' ? 'unions: add `--unions "A+B,C+D"`' : 'a third ballot: add `--ternary`'}`);
    wanted.add(entry.id);
  }
  return possible.filter(({ id, name }) => wanted.has(id) || wanted.has(name.toLowerCase())).map(({ id }) => id);
}
