/** The conditions of a rule in words: what was counted, and what was needed. */
import { compareRational, divRational, ZERO, type Measure, type Rational, type Reached } from '@casus/games';
import type { Item } from '../page.js';
import { grouped, numberWords, sentence } from '../words.js';
import { percent } from './figures.js';
import { memberNames, memberWords } from './members.js';
import type { GameView, VoteView } from './view.js';

/** What the words are taken from. */
export type Named = Pick<VoteView, 'game' | 'groups'>;

/** Names that a condition lists. */
const MOST = 8;

/** The conditions of a rule as a list; a condition that consists of others has them below it. */
export function conditionItems(named: Named, outcome: Reached): readonly Item[] {
  return outcome.kind === 'and' ? outcome.of.map((part) => conditionItem(named, part)) : [conditionItem(named, outcome)];
}

function conditionItem(named: Named, condition: Reached): Item {
  const state = condition.met ? 'Met' : 'Not met';
  switch (condition.kind) {
    case 'always':
      return { text: 'Met: no vote is needed.' };
    case 'never':
      return { text: 'Not met: nothing can be decided by this rule.' };
    case 'not':
      return { text: `${state}: what follows must not be so.`, inside: condition.of.map((part) => conditionItem(named, part)) };
    case 'and':
    case 'or':
      return { text: `${state}: ${condition.kind === 'and' ? 'all of these are needed' : 'one of these is enough'}.`, inside: condition.of.map((part) => conditionItem(named, part)) };
    case 'sum': {
      const bodies = condition.measure!.voters.flatMap(({ voter }) => (typeof voter === 'number' ? [] : [voter]));
      return { text: `${state}: ${sentence(measureWords(named, condition.measure!))}`, ...(bodies.length === 0 ? {} : { inside: bodies.map((body) => bodyItem(named, body)) }) };
    }
  }
}

const bodyItem = (named: Named, body: Reached): Item => ({
  text: `The body of ${memberWords(named.game.members, membersIn(body), 'and', MOST)} casts one vote, ${body.met ? 'yes' : 'no'}.`,
  inside: conditionItems(named, body),
});

/** Everybody whose ballot counts in a condition. */
function membersIn({ of, measure }: Reached): readonly number[] {
  const own = (measure?.voters ?? []).flatMap(({ voter }) => (typeof voter === 'number' ? [voter] : membersIn(voter)));
  return [...new Set([...of.flatMap(membersIn), ...own])].sort((a, b) => a - b);
}

/** Those who count, and how they are called together. */
function whoCounts({ game: { members }, groups }: Named, { voters }: Measure): { readonly set: readonly number[]; readonly name: string; readonly bodies: number } {
  const counting = voters.filter(({ weight }) => weight.num !== 0n);
  const set = counting.flatMap(({ voter }) => (typeof voter === 'number' ? [voter] : [])).sort((a, b) => a - b);
  const bodies = counting.length - set.length;
  const group = groups.find((one) => one.members.length === set.length && one.members.every((member, i) => member === set[i]));
  const name = bodies > 0 ? (set.length === 0 ? 'bodies' : 'members and bodies') : set.length === members.length ? 'members' : (group?.name ?? 'of these');
  return { set, name, bodies };
}

/** What the weights are called, and what one head weighs where all weigh the same. */
function unitOf({ game }: Named, { voters }: Measure): { readonly head?: Rational; readonly name: string } {
  const weights = voters.map(({ weight }) => weight).filter(({ num }) => num !== 0n);
  const [first] = weights;
  if (first !== undefined && weights.every((weight) => compareRational(weight, first) === 0)) return { head: first, name: '' };
  return { name: columnOf(game, voters)?.name ?? 'weight' };
}

/** The figures that the weights are, up to a common factor. */
function columnOf({ weights }: GameView, voters: Measure['voters']): GameView['weights'][number] | undefined {
  return weights.find(({ values }) => {
    let factor: Rational | undefined;
    return voters.every(({ voter, weight }) => {
      if (typeof voter !== 'number') return false;
      const figure = values[voter]!;
      if (figure.num === 0n || weight.num === 0n) return figure.num === weight.num;
      const own = divRational(weight, figure);
      factor ??= own;
      return compareRational(own, factor) === 0;
    });
  });
}

/** One sum in words, without a full stop: what was reached, and what is needed. */
export function measureWords(named: Named, measure: Measure): string {
  const { kind, reached, of, bound, strict } = measure;
  const who = whoCounts(named, measure);
  const { head, name } = unitOf(named, measure);
  if (kind === 'sum') return `the ballots add up to ${numberWords(reached)}; ${strict ? 'more than' : 'at least'} ${numberWords(bound)} is needed`;
  if (kind === 'share') return shareWords(measure, who.name, head, name);
  if (head === undefined) {
    const amount = `${numberWords(reached)} of ${numberWords(of)} (${percent(shareOf(reached, of))})`;
    const limit = `${numberWords(bound)} (${percent(shareOf(bound, of))})`;
    const side = kind === 'favour' ? 'in favour' : kind === 'against' ? 'against' : kind === 'abstaining' ? 'abstaining' : 'present';
    const need = kind === 'against' || kind === 'abstaining' ? `${strict ? 'less than' : 'at most'} ${limit} may be` : `${strict ? 'more than' : 'at least'} ${limit} is needed`;
    return `${who.name === 'members' ? 'those' : `those ${who.name === 'of these' ? `of ${memberWords(named.game.members, who.set, 'and', MOST)}` : `of ${who.name}`}`} ${side} have ${amount} by ${name}; ${need}`;
  }
  const count = heads(reached, head);
  const total = heads(of, head);
  if (kind === 'against' || kind === 'abstaining') return againstWords(named, measure, who, allowed(divRational(bound, head), strict));
  const needed = least(divRational(bound, head), strict);
  const state = kind === 'favour' ? 'in favour' : 'present';
  const set = who.name === 'of these' ? memberWords(named.game.members, who.set, 'and', MOST) : who.name;
  return `${grouped(count)} of ${who.name === 'of these' ? set : `${grouped(total)} ${set}`} ${count === 1n ? 'is' : 'are'} ${state}; ${needed === total && total > 1n ? 'all' : `at least ${grouped(needed)}`} must be`;
}

function againstWords(named: Named, { kind, voters }: Measure, who: ReturnType<typeof whoCounts>, most: bigint): string {
  const { members } = named.game;
  const against = voters.flatMap(({ voter, weight, ballot }) => (typeof voter === 'number' && weight.num !== 0n && ballot === (kind === 'against' ? 'no' : 'abstain') ? [voter] : []));
  const so = kind === 'against' ? 'be against' : 'abstain';
  const doing = kind === 'against' ? 'against' : 'abstaining';
  const are = against.length === 0 ? 'nobody is' : `${memberWords(members, against, 'and', MOST)} ${memberNames(members, against).length === 1 && against.length === 1 ? 'is' : 'are'}`;
  const set = who.name === 'members' ? '' : ` of ${who.name === 'of these' ? memberWords(members, who.set, 'and', MOST) : `the ${who.name}`}`;
  if (most === 0n) return `${set === '' ? 'nobody' : `none${set}`} may ${so}; ${are}${kind === 'against' ? '' : ' abstaining'}`;
  return `${grouped(against.length)}${set === '' ? ` ${against.length === 1 ? 'member' : 'members'}` : set} ${against.length === 1 ? 'is' : 'are'} ${doing}; at most ${grouped(most)} may ${so}`;
}

const BASES = { present: ' present', voting: ' present and voting' } as const;

function shareWords({ reached, of, bound, strict, basis = 'voting' }: Measure, who: string, head: Rational | undefined, name: string): string {
  const need = `${strict ? 'more than' : 'at least'} ${bound.num === 1n && bound.den === 2n ? 'half' : numberWords(bound)} must be`;
  if (of.num === 0n) return `no ${who}${BASES[basis]} count, and of nothing there is no share; ${need} in favour`;
  const share = percent(shareOf(reached, of));
  if (head !== undefined) return `${grouped(heads(reached, head))} of ${grouped(heads(of, head))} ${who}${BASES[basis]} ${heads(reached, head) === 1n ? 'is' : 'are'} in favour (${share}); ${need}`;
  return `those in favour have ${numberWords(reached)} of ${numberWords(of)} by ${name} of the ${who}${BASES[basis]} (${share}); ${need}`;
}

const shareOf = (part: Rational, whole: Rational): Rational => (whole.num === 0n ? ZERO : divRational(part, whole));
const heads = (amount: Rational, head: Rational): bigint => divRational(amount, head).num / divRational(amount, head).den;

/** The least whole number that is at least (`strict`: more than) a bound. */
function least({ num, den }: Rational, strict: boolean): bigint {
  const floor = num >= 0n || num % den === 0n ? num / den : num / den - 1n;
  return strict || floor * den !== num ? floor + 1n : floor;
}

/** The greatest whole number that is at most (`strict`: less than) a bound. */
function allowed({ num, den }: Rational, strict: boolean): bigint {
  const floor = num >= 0n || num % den === 0n ? num / den : num / den - 1n;
  return strict && floor * den === num ? floor - 1n : floor;
}
