import { RuleError } from '../errors.js';
import type { SimpleGame } from '../game.js';
import type { CriticalProfile, MinimalProfile, Profile } from '../profile.js';
import { digitOf, type Space } from './space.js';
import { tableOfGame, type Table, type Tabled } from './tables.js';

/**
 * The winning coalitions and the swings, by trying every coalition, members whom the rule treats alike counted together.
 * @throws TooLargeError
 */
export function profileByEnumeration(game: SimpleGame): Profile {
  const { space, table } = tableOfGame(game);
  const { n, groups, groupOf, ways, count } = space;
  const size = membersOn(space, 1);
  const winning: number[] = Array(n + 1).fill(0);
  for (let state = 0; state < count; state++) if (table[state] === 1) winning[size[state]!]! += ways[state]!;
  const swings = groups.map((members, k) => {
    const found: number[] = Array(n).fill(0);
    forEachSwing(space, table, k, (state, turn, outside) => (found[size[state]!]! += (turn * ways[state]! * outside) / members.length));
    return found.map(BigInt);
  });
  return { n, classOf: groupOf, winning: winning.map(BigInt), swings };
}

/**
 * The minimal winning coalitions, by trying every coalition.
 * @throws TooLargeError; RuleError where the game is not monotone
 */
export function minimalByEnumeration(game: SimpleGame): MinimalProfile {
  const tabled = tableOfGame(game);
  return countMarked(tabled.space, minimalTable(tabled));
}

/**
 * The shift-minimal winning coalitions: minimal ones that also lose when a member is replaced by one that is strictly less desirable (Carreras &
 * Freixas 1996), by trying every coalition.
 * @throws TooLargeError; RuleError where the game is not monotone
 */
export function shiftMinimalByEnumeration(game: SimpleGame): MinimalProfile {
  const { space, table } = tableOfGame(game);
  const marked = minimalTable({ space, table });
  const { groups, strides } = space;
  const atLeast = desirabilityOfGroups({ space, table });
  const below = groups.map((_, k) => groups.flatMap((_, l) => (atLeast[k]![l]! && !atLeast[l]![k]! ? [l] : [])));
  for (let state = 0; state < space.count; state++) {
    if (marked[state] === 0) continue;
    const shifts = groups.some((_, k) => digitOf(space, state, k) > 0
      && below[k]!.some((l) => digitOf(space, state, l) < groups[l]!.length && table[state - strides[k]! + strides[l]!] === 1));
    if (shifts) marked[state] = 0;
  }
  return countMarked(space, marked);
}

/**
 * The winning coalitions by how many of their members are critical, by trying every coalition.
 * @throws TooLargeError
 */
export function criticalByEnumeration(game: SimpleGame): CriticalProfile {
  const { space, table } = tableOfGame(game);
  const { n, groups, groupOf, strides, ways } = space;
  const having = groups.map((): number[] => Array(n + 1).fill(0));
  for (let state = 0; state < space.count; state++) {
    if (table[state] === 0) continue;
    const critical = groups.map((_, k) => {
      const within = digitOf(space, state, k);
      return within > 0 && table[state - strides[k]!] === 0 ? within : 0;
    });
    const number = critical.reduce((sum, more) => sum + more, 0);
    critical.forEach((within, k) => (having[k]![number]! += (ways[state]! * within) / groups[k]!.length));
  }
  return { classOf: groupOf, having: having.map((row) => new Map(row.flatMap((many, c) => (many === 0 ? [] : [[c, BigInt(many)] as const])))) };
}

/**
 * [i][j]: whether player i is at least as desirable as player j (Isbell 1958): whoever wins with j and without i, wins with i in j's place.
 * @throws TooLargeError
 */
export function desirability(game: SimpleGame): boolean[][] {
  const tabled = tableOfGame(game);
  const { n, groupOf } = tabled.space;
  const atLeast = desirabilityOfGroups(tabled);
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => atLeast[groupOf[i]!]![groupOf[j]!]!));
}

/** Whether no coalition loses by growing. */
export function isMonotone({ space, table }: Tabled): boolean {
  return space.groups.every((_, k) => {
    let rises = true;
    forEachSwing(space, table, k, (_state, turn) => (rises &&= turn > 0));
    return rises;
  });
}

/** [state]: how many members are on the level. */
export function membersOn({ count, divisions, strides }: Space, level: number): Uint8Array {
  const members = new Uint8Array(count);
  divisions.forEach((digits, k) => {
    const stride = strides[k]!;
    if (k === 0) members[0] = divisions.reduce((sum, [first]) => sum + first![level]!, 0);
    for (let digit = 1; digit < digits.length; digit++) {
      const more = digits[digit]![level]! - digits[0]![level]!;
      for (let low = 0; low < stride; low++) members[digit * stride + low] = members[low]! + more;
    }
  });
  return members;
}

/** The states in which one more member of group k turns the outcome: +1 to winning, -1 to losing; `outside`: how many of the group are out. */
export function forEachSwing({ groups, strides, count }: Space, table: Table, k: number, visit: (state: number, turn: number, outside: number) => void): void {
  const size = groups[k]!.length;
  const stride = strides[k]!;
  for (let high = 0; high < count; high += stride * (size + 1)) {
    for (let digit = 0; digit < size; digit++) {
      for (let state = high + digit * stride, end = state + stride; state < end; state++) {
        const turn = table[state + stride]! - table[state]!;
        if (turn !== 0) visit(state, turn, size - digit);
      }
    }
  }
}

function minimalTable({ space, table }: Tabled): Table {
  if (!isMonotone({ space, table })) throw new RuleError('the rule is not monotone: a larger coalition may lose where a smaller one wins');
  const { strides, count, groups } = space;
  const marked = table.slice();
  // Whoever wins without one of the members is not minimal.
  groups.forEach(({ length }, k) => {
    const stride = strides[k]!;
    for (let high = 0; high < count; high += stride * (length + 1)) {
      for (let state = high + stride, end = high + stride * (length + 1); state < end; state++) if (table[state - stride] === 1) marked[state] = 0;
    }
  });
  return marked;
}

function countMarked(space: Space, marked: Table): MinimalProfile {
  const { n, groups, groupOf, ways } = space;
  const size = membersOn(space, 1);
  const count: number[] = Array(n + 1).fill(0);
  const having = groups.map((): number[] => Array(n + 1).fill(0));
  for (let state = 0; state < space.count; state++) {
    if (marked[state] === 0) continue;
    const s = size[state]!;
    count[s]! += ways[state]!;
    groups.forEach(({ length }, k) => (having[k]![s]! += (ways[state]! * digitOf(space, state, k)) / length));
  }
  return { n, classOf: groupOf, count: count.map(BigInt), having: having.map((row) => row.map(BigInt)) };
}

/** [k][l]: whether a member of group k is at least as desirable as one of group l. */
function desirabilityOfGroups({ space, table }: Tabled): boolean[][] {
  const { groups, strides, count } = space;
  return groups.map((one, k) => groups.map((other, l) => {
    if (k === l) return true;
    for (let state = 0; state < count; state++) {
      if (table[state + strides[l]!] === 1 && table[state + strides[k]!] === 0
        && digitOf(space, state, k) < one.length && digitOf(space, state, l) < other.length) return false;
    }
    return true;
  }));
}
