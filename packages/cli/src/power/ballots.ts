/** Who votes how, as a user says it: names of members and of groups, with commas between them. */
import { memberWords } from '@casus/report';
import type { Ballot } from '@casus/games';
import { didYouMean } from '../nearest.js';
import { UsageError } from '../usage-error.js';
import type { BodySubject } from './subject.js';

/** Options that name the voters of each ballot. */
export interface BallotOptions {
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly abstain?: readonly string[];
  readonly absent?: readonly string[];
}

/** The ballots in the order in which they are read. */
export const SIDES = ['yes', 'no', 'abstain', 'absent'] as const;

/** What stands for all who are not named otherwise. */
const REST = ['rest', 'others', 'the rest', 'the others'];

/** What stands between commas, each once. */
export const parts = (given: readonly string[]): readonly string[] => [...new Set(given.flatMap((names) => names.split(',')).map((name) => name.trim()).filter((name) => name !== ''))];

/** `3 of elected members`, `3 elected`: so many of a set. */
const SO_MANY = /^(\d+)\s+(?:of\s+)?(?:the\s+)?(\S.*)$/iu;

/** The members that one name stands for: a member, a group, or so many of a group of seats. @throws UsageError for an unknown one, with the nearest. */
export function membersNamed(subject: BodySubject, given: string, free: (member: number) => boolean = () => true): readonly number[] {
  const { game: { members }, groups } = subject;
  const wanted = given.toLowerCase();
  const one = members.flatMap(({ id, name }, i) => ([id, name].some((each) => each.toLowerCase() === wanted) ? [i] : []));
  if (one.length > 0) return one.slice(0, 1);
  if (['all', 'everybody', 'everyone'].includes(wanted)) return members.map((_, i) => i);
  const set = setNamed(subject, wanted);
  if (set !== undefined) return set;
  const some = SO_MANY.exec(given);
  const of = some === null ? undefined : setNamed(subject, some[2]!.toLowerCase());
  if (of !== undefined) {
    const count = Number(some![1]);
    const available = of.filter(free);
    if (count > available.length) throw new UsageError(`\`${given}\`: there are ${available.length} of them${available.length === of.length ? '' : ' left'}`);
    return available.slice(0, count);
  }
  const names = [...new Set([...members.filter(({ seat }) => seat === undefined).map(({ id }) => id), ...seatsOf(subject), ...groups.map(({ names: [id, name] }) => name ?? id!)])];
  throw new UsageError(`there is no member or group \`${given}\`${didYouMean(given, names) || ';'} there are: ${names.length > 14 ? `${names.slice(0, 14).join(', ')} and ${names.length - 14} more` : names.join(', ')}`);
}

const seatsOf = ({ game: { members } }: BodySubject): readonly string[] => [...new Set(members.flatMap(({ seat }) => seat ?? []))];

function setNamed(subject: BodySubject, wanted: string): readonly number[] | undefined {
  const group = subject.groups.find(({ names }) => names.some((name) => name.toLowerCase() === wanted || name.toLowerCase().split('.').at(-1) === wanted));
  if (group !== undefined) return group.members;
  const seats = subject.game.members.flatMap(({ seat }, i) => (seat !== undefined && [seat, seat.replace(/ (?:members|seats)$/, '')].some((name) => name.toLowerCase() === wanted) ? [i] : []));
  return seats.length > 0 ? seats : undefined;
}

/**
 * The ballot of every member. A member named by itself counts as such even where a group with it stands elsewhere; named twice by itself is an error, and so
 * is a member of whom nothing is said, unless one side is `rest` or only one ballot was named (then the rest cast `otherwise`).
 */
export function ballotsOf(subject: BodySubject, options: BallotOptions, otherwise: Ballot | undefined): readonly Ballot[] {
  const { members } = subject.game;
  const cast = members.map((): { readonly ballot: Ballot; readonly alone: boolean; readonly by: string } | undefined => undefined) as ({ ballot: Ballot; alone: boolean; by: string } | undefined)[];
  let rest: Ballot | undefined;
  for (const ballot of SIDES) {
    for (const name of parts(options[ballot] ?? [])) {
      if (REST.includes(name.toLowerCase())) {
        if (rest !== undefined && rest !== ballot) throw new UsageError(`the rest cannot both ${rest} and ${ballot}`);
        rest = ballot;
        continue;
      }
      const named = membersNamed(subject, name, (i) => cast[i] === undefined);
      const alone = named.length === 1;
      for (const i of named) {
        const before = cast[i];
        if (before !== undefined && before.ballot !== ballot && before.alone === alone) {
          throw new UsageError(`\`${members[i]!.name}\` stands under both --${before.ballot} (${before.by}) and --${ballot} (${name}); name it once`);
        }
        if (before === undefined || alone) cast[i] = { ballot, alone, by: name };
      }
    }
  }
  const left = cast.flatMap((one, i) => (one === undefined ? [i] : []));
  const fill = rest ?? otherwise;
  if (left.length > 0 && fill === undefined) {
    throw new UsageError(`nothing is said of ${memberWords(members, left, 'and', 8)}; add them, or say what the rest do, as \`--no rest\``);
  }
  return cast.map((one) => one?.ballot ?? fill!);
}
