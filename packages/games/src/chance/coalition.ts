import type { SimpleGame } from '../game.js';
import { ofGame, type Circuit } from '../mdd/circuit.js';

/** A weighted sum that is kept up while members come and go. */
interface Running {
  readonly move: (player: number, direction: 1 | -1) => void;
  /** Whether the sum, as if the player had moved, and with the further weights, reaches the quota. */
  readonly reaches: (player: number, direction: number, parts: readonly boolean[]) => boolean;
}

/** A coalition that members join and leave one by one, and whether it wins; much cheaper than asking the formula anew each time. */
export class Coalition {
  private readonly inside: Uint8Array;
  private readonly sums: Running[] = [];
  private readonly outcome: (player: number, direction: number) => boolean;

  constructor(game: SimpleGame) {
    this.inside = new Uint8Array(game.players.length);
    this.outcome = this.compile(ofGame(game).circuit, game.players.length);
  }

  has(player: number): boolean {
    return this.inside[player] === 1;
  }

  /** Lets a player in or out. */
  set(player: number, inside: boolean): void {
    if (this.has(player) === inside) return;
    this.inside[player] = inside ? 1 : 0;
    for (const sum of this.sums) sum.move(player, inside ? 1 : -1);
  }

  get wins(): boolean {
    return this.outcome(0, 0);
  }

  /** Whether the coalition would win if the player were on the other side. */
  winsIfMoved(player: number): boolean {
    return this.outcome(player, this.has(player) ? -1 : 1);
  }

  private compile(circuit: Circuit, players: number): (player: number, direction: number) => boolean {
    switch (circuit.kind) {
      case 'constant':
        return () => circuit.value;
      case 'not': {
        const of = this.compile(circuit.of, players);
        return (player, direction) => !of(player, direction);
      }
      case 'and':
      case 'or': {
        const parts = circuit.of.map((part) => this.compile(part, players));
        return circuit.kind === 'and' ? (player, direction) => parts.every((part) => part(player, direction)) : (player, direction) => parts.some((part) => part(player, direction));
      }
      case 'sum': {
        const parts = circuit.parts.map(({ of }) => this.compile(of, players));
        const weights = Array.from({ length: players }, (_, player) => circuit.voters.get(player)?.[1] ?? 0n);
        const size = [circuit.quota, ...weights, ...circuit.parts.map(({ weight }) => weight)].reduce((sum, weight) => sum + (weight < 0n ? -weight : weight), 0n);
        // Doubles are exact below 2^53.
        const running = (size < 2n ** 53n ? small : large)(circuit.quota, weights, circuit.parts.map(({ weight }) => weight));
        this.sums.push(running);
        return (player, direction) => running.reaches(player, direction, parts.map((part) => part(player, direction)));
      }
    }
  }
}

function small(quota: bigint, weights: readonly bigint[], parts: readonly bigint[]): Running {
  const own = Float64Array.from(weights, Number);
  const further = parts.map(Number);
  const least = Number(quota);
  let sum = 0;
  return {
    move: (player, direction) => void (sum += direction * own[player]!),
    reaches: (player, direction, hold) => {
      let all = direction === 0 ? sum : sum + direction * own[player]!;
      for (let p = 0; p < hold.length; p++) if (hold[p]) all += further[p]!;
      return all >= least;
    },
  };
}

function large(quota: bigint, weights: readonly bigint[], parts: readonly bigint[]): Running {
  let sum = 0n;
  return {
    move: (player, direction) => void (sum += BigInt(direction) * weights[player]!),
    reaches: (player, direction, hold) => hold.reduce((all, holds, p) => (holds ? all + parts[p]! : all), sum + BigInt(direction) * weights[player]!) >= quota,
  };
}
