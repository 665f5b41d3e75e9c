/** A domain and its profiles as a case in the language. */
import { compareRational, rational, scaleToWhole, type Rational } from '@casus/model';
import type { GeniusDomain, GeniusProfile } from './read.js';

/** A party: the name of its file, and its profile. */
export interface GeniusParty {
  readonly name: string;
  readonly profile: GeniusProfile;
}

/** Names that are valid in the language and clash with nothing. */
class Names {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** A name made of a title: its letters, digits and hyphens; numbered if it is taken. `or`: where nothing is left of the title. */
  of(title: string, or: string): string {
    const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 40).replace(/-+$/u, '');
    const base = plain === '' ? or : /^\p{L}/u.test(plain) ? plain : `${or}-${plain}`;
    let name = base;
    // A word of the language cannot be a name, and a number behind it makes it one.
    for (let n = 2; this.#taken.has(name) || this.#taken.has(name.toLowerCase()); n++) name = `${base}-${n}`;
    this.#taken.add(name).add(name.toLowerCase());
    return name;
  }
}

/** A text in quotation marks of the language. */
const quoted = (text: string): string => `"${text.replace(/\s+/g, ' ').replaceAll('\\', '/').replaceAll('"', '”')}"`;

/** Whole points for each evaluation of a party, in the proportion of its utility; and those of its reservation value. */
function pointsOf(domain: GeniusDomain, { weights, evaluations, reservation }: GeniusProfile): { readonly points: readonly (readonly bigint[])[]; readonly least: bigint; readonly scale: bigint } {
  const utilities = domain.issues.map(({ index, values }) => {
    const own = values.map((value) => evaluations.get(index)!.get(value)!);
    const greatest = own.reduce((best, one) => (compareRational(one, best) > 0 ? one : best));
    const weight = weights.get(index)!;
    const utility = (evaluation: Rational): Rational => (greatest.num === 0n ? rational(0) : rational(weight.num * evaluation.num * greatest.den, weight.den * evaluation.den * greatest.num));
    return own.map(utility);
  });
  const { whole, scale } = scaleToWhole([reservation, ...utilities.flat()]);
  let at = 1;
  return { points: utilities.map((values) => values.map(() => whole[at++]!)), least: whole[0]!, scale };
}

/**
 * The text of a case: the issues with their options, and for each party the points that each option gives it; where it has a reservation value, what it demands
 * at least. `reserved`: words that cannot be names.
 */
export function geniusCase(title: string, domain: GeniusDomain, parties: readonly GeniusParty[], reserved: readonly string[]): string {
  const names = new Names(reserved);
  const issues = domain.issues.map((issue) => {
    const name = names.of(issue.name, 'issue');
    const inside = new Names(reserved);
    return { ...issue, id: name, options: issue.values.map((value) => ({ value, id: inside.of(value, 'option') })) };
  });
  const actors = parties.map((party) => ({ ...party, id: names.of(party.name, 'party') }));
  const negotiation = names.of('negotiation-on-' + title, 'negotiation');
  const lines = [
    `// Imported from GENIUS. Points are weight times evaluation, divided by the greatest evaluation of the issue, brought to whole numbers for each party.`,
    `case ${quoted(title)}`,
    '',
    ...actors.map(({ id, name }) => `actor ${id} ${quoted(name)}`),
    '',
    ...issues.flatMap(({ id, name, options }) => [`issue ${id} ${quoted(name)} {`, ...options.map((option) => `  option ${option.id} ${quoted(option.value)}`), '}', '']),
    `negotiation ${negotiation} ${quoted(title)} {`,
    `  parties ${actors.map(({ id }) => id).join(', ')}`,
    '}',
  ];
  for (const { id, name, profile } of actors) {
    const { points, least, scale } = pointsOf(domain, profile);
    lines.push('', `// ${grouped(scale)} ${scale === 1n ? 'point is' : 'points are'} the utility 1 of ${name.replace(/\s+/g, ' ')}.`);
    if (compareRational(profile.discount, rational(1)) !== 0) lines.push('// Its profile says that the utility falls with time; that is left out here.');
    lines.push(`position ${id} {`);
    if (least > 0n) lines.push(`  demands at least ${least} points`);
    for (const [i, issue] of issues.entries()) for (const [j, option] of issue.options.entries()) lines.push(`  values ${issue.id}.${option.id} at ${points[i]![j]!} points`);
    lines.push('}');
  }
  return `${lines.join('\n')}\n`;
}

const grouped = (n: bigint): string => n.toString().replace(/\B(?=(\d{3})+$)/g, ',');
