/** Who does what in a witness, in one sentence for each vote and each act. */
import type { Case, Choice, Id, Witness } from '@casus/model';
import { actorNames, labelOf } from './names.js';
import { capital, listed } from './words.js';

/** Names that are spelled out in one list. */
const MOST_NAMES = 6;

/** What a choice is about, without its owner: `ballot:Council/measures`, and the owner's part cut off. */
function topicOf({ key, owner }: Choice): { readonly kind: string; readonly topic: string } {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  const rest = key.slice(colon + 1);
  if (owner === undefined) return { kind, topic: rest };
  const topic = rest === owner ? '' : rest.endsWith(`:${owner}`) ? rest.slice(0, -owner.length - 1) : rest;
  return { kind, topic };
}

interface Group {
  readonly kind: string;
  readonly topic: string;
  /** Owners by the value they chose; nature is the empty name. */
  readonly by: Map<string, Id[]>;
}

function groups(choices: readonly Choice[]): readonly Group[] {
  const found = new Map<string, Group>();
  for (const choice of choices) {
    const { kind, topic } = topicOf(choice);
    const name = `${kind}:${topic}`;
    const group = found.get(name) ?? { kind, topic, by: new Map<string, Id[]>() };
    found.set(name, group);
    group.by.set(choice.value, [...(group.by.get(choice.value) ?? []), choice.owner ?? '']);
  }
  return [...found.values()];
}

const BALLOTS: readonly (readonly [string, string])[] = [
  ['no', 'votes no'], ['abstain', 'abstains'], ['absent', 'stays away'], ['yes', 'votes yes'],
];

const many = (verb: string, count: number): string =>
  count === 1 ? verb : verb.replace(/^votes/, 'vote').replace(/^abstains/, 'abstain').replace(/^stays/, 'stay');

/** A vote's key is the author's name of it where it has one. */
function voteName(case_: Case, topic: string): string {
  const matter = [...case_.bodies.values()].flatMap(({ matters }) => matters).find(({ id }) => topic.endsWith(id));
  return matter ? `the vote on ${matter.label}` : 'the vote';
}

function sentenceOf(case_: Case, { kind, topic, by }: Group): string | undefined {
  const names = (owners: readonly Id[]): string => listed(actorNames(case_, owners), 'and', MOST_NAMES);
  const yes = by.get('true') ?? [];
  const no = by.get('false') ?? [];
  const either = (verb: (owners: readonly Id[]) => string, not: (owners: readonly Id[]) => string): string =>
    [no.length > 0 ? not(no) : '', yes.length > 0 ? verb(yes) : ''].filter((part) => part !== '').join('; ');
  const be = (owners: readonly Id[], one: string, more: string): string => `${names(owners)} ${owners.length === 1 ? one : more}`;
  switch (kind) {
    case 'ballot': {
      const parts = BALLOTS.flatMap(([value, verb]) => {
        const owners = by.get(value) ?? [];
        return owners.length === 0 ? [] : [`${names(owners)} ${many(verb, owners.length)}`];
      });
      return `in ${voteName(case_, topic)} ${listed(parts)}`;
    }
    case 'consent':
      return either((who) => be(who, 'consents', 'consent'), (who) => be(who, 'refuses its consent', 'refuse their consent'));
    case 'request':
      return either((who) => be(who, 'asks for help', 'ask for help'), (who) => be(who, 'does not ask for help', 'do not ask for help'));
    case 'ratify':
      return either((who) => be(who, 'ratifies', 'ratify'), (who) => be(who, 'does not ratify', 'do not ratify'));
    case 'sign':
      return either((who) => be(who, 'signs', 'sign'), (who) => be(who, 'does not sign', 'do not sign'));
    case 'finds': {
      const fact = labelOf(case_, topic);
      return either((who) => `${be(who, 'finds', 'find')} that ${fact}`, (who) => `${be(who, 'does not find', 'do not find')} that ${fact}`);
    }
    case 'declares':
      return yes.length > 0 ? be(yes, 'declares formally that it abstains', 'declare formally that they abstain') : undefined;
    case 'withdraw':
      return yes.length > 0 ? be(yes, 'withdraws', 'withdraw') : undefined;
    case 'will': {
      const [act = '', target = '-'] = topic.split(':');
      const what = target === '-' ? labelOf(case_, act) : `${labelOf(case_, act)} ${labelOf(case_, target)}`;
      return yes.length > 0 ? `of ${yes.length === 1 ? 'its' : 'their'} own will ${be(yes, 'chooses', 'choose')} to ${what}` : undefined;
    }
    case 'fact':
      return `it is ${yes.length > 0 ? '' : 'not '}so that: ${labelOf(case_, topic)}`;
    case 'keeps':
      return no.length > 0 ? be(no, 'breaks its word', 'break their word') : undefined;
    default:
      return undefined;
  }
}

/** Without declarations of abstention by those who vote yes or no: they declare nothing. */
function withoutIdle(choices: readonly Choice[]): readonly Choice[] {
  const cast = new Map(choices.map(({ key, value }) => [key, value]));
  return choices.filter(({ key }) => !key.startsWith('declares:') || (cast.get(key.replace('declares:', 'ballot:')) ?? 'abstain') === 'abstain');
}

/** The course of events that a witness describes, as sentences; choices that say "does nothing" are left out. */
export function witnessSentences(case_: Case, witness: Witness): readonly string[] {
  return groups(withoutIdle(witness.choices)).flatMap((group) => {
    const words = sentenceOf(case_, group);
    return words === undefined || words === '' ? [] : [`${capital(words)}.`];
  });
}
