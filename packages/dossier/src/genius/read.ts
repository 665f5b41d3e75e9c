/** Negotiation domains and utility profiles of GENIUS (Lin et al. 2014, doi:10.1111/j.1467-8640.2012.00463.x). */
import { rational, type Rational } from '@casus/model';
import { attribute, elements, GeniusError, readXml, type Node } from './xml.js';

/** An issue and its values, in the order of the file. */
export interface GeniusIssue {
  readonly index: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** What is negotiated. */
export interface GeniusDomain {
  readonly issues: readonly GeniusIssue[];
}

/** What a party gets from it: its utility is the sum over the issues of weight times evaluation, divided by the greatest evaluation of the issue. */
export interface GeniusProfile {
  /** By the index of the issue. */
  readonly weights: ReadonlyMap<string, Rational>;
  /** By the index of the issue and the value. */
  readonly evaluations: ReadonlyMap<string, ReadonlyMap<string, Rational>>;
  /** The utility without an agreement. */
  readonly reservation: Rational;
  /** What is lost of the utility with time; 1: nothing. */
  readonly discount: Rational;
}

/** A decimal number, exactly. @throws GeniusError where the attribute is none. */
function decimal(node: Node, name: string): Rational {
  const text = attribute(node, name);
  const [, sign, whole = '', part = '', exponent = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(text) ?? [];
  if (sign === undefined || whole + part === '') throw new GeniusError(node.file, `\`${text}\` is no number, as \`${name}\` of <${node.name}> should be`, node.line);
  const shift = Number(exponent) - part.length;
  const digits = BigInt(`${whole}${part}`) * (sign === '-' ? -1n : 1n);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
}

const notNegative = (node: Node, name: string): Rational => {
  const value = decimal(node, name);
  if (value.num < 0n) throw new GeniusError(node.file, `\`${name}\` of <${node.name}> is below zero; only weights, evaluations and reservation values from zero can be imported`, node.line);
  return value;
};

/** The element that holds the issues, of a file of a kind. */
function spaceOf(text: string, file: string, kind: 'domain' | 'profile'): Node {
  const root = readXml(text, file);
  if (kind === 'domain' && root.name === 'utility_space') throw new GeniusError(file, 'it is a profile of a party, not a domain; give the file of the domain first (its outermost element is <negotiation_template>)', root.line);
  if (kind === 'profile' && root.name === 'negotiation_template') throw new GeniusError(file, 'it is a domain, not a profile of a party; give the domain first and then one profile for each party', root.line);
  const space = root.name === 'utility_space' ? root : [...elements(root, 'utility_space')][0];
  if ((root.name !== 'negotiation_template' && root.name !== 'utility_space') || space === undefined) {
    throw new GeniusError(file, `it is no ${kind} of GENIUS: its outermost element is <${root.name}>, not <${kind === 'domain' ? 'negotiation_template' : 'utility_space'}>`, root.line);
  }
  const type = space.attributes.get('type');
  if (kind === 'profile' && type === 'constraint') throw new GeniusError(file, 'its utility is given by rankings and constraints; only utilities that add up over the issues can be imported', space.line);
  return space;
}

/** Issues with their values; each is discrete. */
function issuesOf(space: Node): readonly (GeniusIssue & { readonly items: readonly Node[]; readonly node: Node })[] {
  const issues = [...elements(space, 'issue')].map((node) => {
    const type = node.attributes.get('vtype') ?? node.attributes.get('type') ?? 'discrete';
    const name = attribute(node, 'name');
    if (type !== 'discrete') throw new GeniusError(node.file, `the issue “${name}” is of the type ${type}; only issues with listed values (discrete) can be imported`, node.line);
    const items = [...elements(node, 'item')];
    if (items.length === 0) throw new GeniusError(node.file, `the issue “${name}” has no values`, node.line);
    const values = items.map((item) => attribute(item, 'value'));
    const twice = values.find((value, i) => values.indexOf(value) !== i);
    if (twice !== undefined) throw new GeniusError(node.file, `the issue “${name}” has the value “${twice}” twice`, node.line);
    return { index: attribute(node, 'index'), name, values, items, node };
  });
  if (issues.length === 0) throw new GeniusError(space.file, 'it has no issue', space.line);
  const indices = issues.map(({ index }) => index);
  const twice = issues.find(({ index }, i) => indices.indexOf(index) !== i);
  if (twice !== undefined) throw new GeniusError(twice.node.file, `two issues have the index ${twice.index}`, twice.node.line);
  return issues;
}

/** Reads a domain. `file`: its name, for messages. @throws GeniusError */
export function readDomain(text: string, file: string): GeniusDomain {
  return { issues: issuesOf(spaceOf(text, file, 'domain')).map(({ index, name, values }) => ({ index, name, values })) };
}

/** Reads the profile of a party in a domain. @throws GeniusError also where it does not fit the domain. */
export function readProfile(text: string, file: string, domain: GeniusDomain): GeniusProfile {
  const space = spaceOf(text, file, 'profile');
  const issues = issuesOf(space);
  const evaluations = new Map<string, ReadonlyMap<string, Rational>>();
  for (const { index, name, items, node } of issues) {
    const known = domain.issues.find((issue) => issue.index === index);
    if (known === undefined || known.name !== name) throw new GeniusError(file, `the issue “${name}” with the index ${index} is not in the domain; is it the profile of another domain?`, node.line);
    evaluations.set(index, new Map(items.map((item) => {
      const value = attribute(item, 'value');
      if (!known.values.includes(value)) throw new GeniusError(file, `the value “${value}” of the issue “${name}” is not in the domain`, item.line);
      return [value, notNegative(item, 'evaluation')] as const;
    })));
  }
  const weights = new Map([...elements(space, 'weight')].map((node) => [attribute(node, 'index'), notNegative(node, 'value')] as const));
  for (const { index, name, values } of domain.issues) {
    const missing = values.find((value) => evaluations.get(index)?.has(value) !== true);
    if (missing !== undefined) throw new GeniusError(file, `it has no evaluation of the value “${missing}” of the issue “${name}”`);
    if (!weights.has(index)) throw new GeniusError(file, `it has no weight of the issue “${name}” (index ${index})`);
  }
  const first = (name: string): Node | undefined => [...elements(space, name)][0];
  const [reservation, discount] = [first('reservation'), first('discount_factor')];
  return { weights, evaluations, reservation: reservation === undefined ? rational(0) : notNegative(reservation, 'value'), discount: discount === undefined ? rational(1) : notNegative(discount, 'value') };
}
