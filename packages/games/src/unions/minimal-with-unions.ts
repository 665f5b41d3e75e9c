import { RuleError } from '../errors.js';
import { asWeighted, type SimpleGame } from '../game.js';
import { publicGood } from '../indices/minimal.js';
import { add, weighted, type Values } from '../indices/values.js';
import type { MinimalProfile } from '../profile.js';
import { addRational, divRational, mulRational, rational, ZERO, type Rational } from '../rational.js';
import { Study } from '../study.js';
import { essentialParts, type EssentialParts } from './essential-parts.js';
import { mergePlayers, openUnion, completeUnions, quotientGame, type Unions } from './unions.js';

/** What counts the minimal winning coalitions of a game; a diagram, unless told. */
export type CountMinimal = (game: SimpleGame) => MinimalProfile;
const byDiagram: CountMinimal = (game) => Study.of(game).minimal;

/**
 * Deegan–Packel index with unions: a minimal winning coalition of unions comes about, its unions share equally, and of each union an essential part,
 * whose members share equally.
 *
 *     ρ_i = 1/|M| Σ_{R ∈ M, R ∋ k} 1/|R| · 1/|E(R,k)| Σ_{T ∈ E(R,k), T ∋ i} 1/|T|,   k the union of i, E(R,k) its essential parts
 *
 * J. M. Alonso-Meijide, B. Casas-Méndez, M. G. Fiestras-Janeiro & M. J. Holler, "The Deegan–Packel index for simple games with a priori unions", Quality &
 * Quantity 45 (2011) 425–439. Not defined where no coalition wins, or the empty one does.
 *
 * @throws TooLargeError; RuleError where the game is not monotone or the unions are none
 */
export function deeganPackelWithUnions(game: SimpleGame, unions: Unions, countMinimal: CountMinimal = byDiagram): Values | undefined {
  const all = unionsOfMonotone(game, unions);
  const quotient = countMinimal(quotientGame(game, all));
  const coalitions = add(quotient.count);
  if (coalitions === 0n || quotient.count[0] !== 0n) return undefined;
  return byParts(game, all, ({ size, count }, having) => {
    const sum = weighted(having, (s) => rational(1n, s));
    return rational(sum.num, sum.den * coalitions * BigInt(size) * add(count));
  });
}

/**
 * Public good index with unions after Owen: the unions' public good indices, and within each, for each minimal winning coalition of unions, the members'
 * shares in taking part in essential parts.
 *
 *     Γ_i = Σ_{R ∈ M, R ∋ k} 1/Σ_l |M_l| · |E_i(R,k)| / Σ_j |E_j(R,k)|
 *
 * J. M. Alonso-Meijide, B. Casas-Méndez, M. G. Fiestras-Janeiro & M. J. Holler, "Two variations of the public good index for games with a priori unions",
 * Control and Cybernetics 39 (2010) 839–855. Not defined where no coalition wins, or the empty one does.
 *
 * @throws TooLargeError; RuleError where the game is not monotone or the unions are none
 */
export function publicGoodOwen(game: SimpleGame, unions: Unions, countMinimal: CountMinimal = byDiagram): Values | undefined {
  const all = unionsOfMonotone(game, unions);
  const quotient = countMinimal(quotientGame(game, all));
  const takingPart = quotient.classOf.reduce((sum, cls) => sum + add(quotient.having[cls]!), 0n);
  if (takingPart === 0n) return undefined;
  return byParts(game, all, ({ count }, having) => rational(add(having), takingPart * count.reduce((sum, parts, s) => sum + parts * BigInt(s), 0n)));
}

/**
 * Solidarity public good index: the public good index of the union, which its members share equally.
 *
 *     Υ_i = |M_k| / Σ_l |M_l| · 1/|P_k|
 *
 * Alonso-Meijide, Casas-Méndez, Fiestras-Janeiro & Holler 2010. Not defined where no coalition wins, or the empty one does.
 *
 * @throws TooLargeError; RuleError where the game is not monotone or the unions are none
 */
export function publicGoodSolidarity(game: SimpleGame, unions: Unions, countMinimal: CountMinimal = byDiagram): Values | undefined {
  const all = unionsOfMonotone(game, unions);
  return spread(game, all, publicGood(countMinimal(quotientGame(game, all))), (share, k) => all[k]!.map(() => divRational(share, rational(all[k]!.length))));
}

/**
 * Union public good index: each member has the good of each minimal winning coalition of unions that its union is in.
 *
 *     Λ_i = |M_k| / Σ_l |P_l| |M_l|
 *
 * M. J. Holler & R. Nohn, "The public good index with threats in a priori unions", Homo Oeconomicus 26 (2009) 393–401. Not defined where no coalition wins,
 * or the empty one does.
 *
 * @throws TooLargeError; RuleError where the game is not monotone or the unions are none
 */
export function publicGoodUnion(game: SimpleGame, unions: Unions, countMinimal: CountMinimal = byDiagram): Values | undefined {
  const all = unionsOfMonotone(game, unions);
  const shares = publicGood(countMinimal(quotientGame(game, all)));
  const sum = shares?.reduce((subtotal, share, k) => addRational(subtotal, mulRational(share, rational(all[k]!.length))), ZERO);
  return spread(game, all, shares, (share, k) => all[k]!.map(() => divRational(share, sum!)));
}

/** What a member could do alone: everybody acts alone; its own union's members do; it alone leaves its union. */
export type Threat = 'all-alone' | 'union-opens' | 'member-leaves';

/**
 * Threat public good index: the public good index of the union, which its members share in proportion to the public good index that each would have if
 * its threat came true; equally where nobody would have any.
 *
 * Holler & Nohn 2009; J. M. Alonso-Meijide, B. Casas-Méndez, M. G. Fiestras-Janeiro, M. J. Holler & R. Nohn, "Axiomatizations of public good indices with a
 * priori unions", Social Choice and Welfare 35 (2010) 517–533. Not defined where no coalition wins, or the empty one does.
 *
 * @throws TooLargeError; RuleError where the game is not monotone or the unions are none
 */
export function publicGoodThreat(game: SimpleGame, unions: Unions, threat: Threat, countMinimal: CountMinimal = byDiagram): Values | undefined {
  const all = unionsOfMonotone(game, unions);
  const quotient = publicGood(countMinimal(quotientGame(game, all)));
  if (quotient === undefined) return undefined;
  const alone = threat === 'all-alone' ? publicGood(countMinimal(game))! : undefined;
  return spread(game, all, quotient, (share, k) => {
    const threats = threatsIn(k);
    const sum = threats.reduce(addRational, ZERO);
    return threats.map((own) => mulRational(share, sum.num === 0n ? rational(1n, threats.length) : divRational(own, sum)));
  });

  function threatsIn(k: number): Rational[] {
    const members = all[k]!;
    if (alone !== undefined) return members.map((player) => alone[player]!);
    if (threat === 'union-opens') return [...publicGood(countMinimal(openUnion(game, all, k)))!.slice(all.length - 1)];
    return members.map((player) => {
      const left = members.filter((other) => other !== player);
      const others = all.filter((_, l) => l !== k);
      return publicGood(countMinimal(mergePlayers(game, [[player], ...(left.length === 0 ? [] : [left]), ...others])))![0]!;
    });
  }
}

/** The unions as a partition. @throws RuleError for a game that is not monotone, even where that of the unions is; no unions */
function unionsOfMonotone(game: SimpleGame, unions: Unions): Unions {
  const all = completeUnions(game, unions);
  // A vote by weights none of which is negative is monotone.
  if (asWeighted(game) === undefined && Study.of(game).notMonotone !== undefined) throw new RuleError('the rule is not monotone: a larger coalition may lose where a smaller one wins');
  return all;
}

/** For each player the sum, over the coalitions of unions that its union is in, of what it gets there. */
function byParts(game: SimpleGame, unions: Unions, valueOf: (parts: EssentialParts, having: readonly bigint[]) => Rational): Values {
  const values: Rational[] = Array(game.players.length).fill(ZERO);
  unions.forEach((members, k) => {
    for (const parts of essentialParts(game, unions, k)) {
      members.forEach((player, i) => {
        const { num, den } = valueOf(parts, parts.having[i]!);
        values[player] = addRational(values[player]!, rational(num * parts.coalitions, den));
      });
    }
  });
  return values;
}

/** What the unions have, given on to their members. */
function spread(game: SimpleGame, unions: Unions, ofUnions: Values | undefined, among: (share: Rational, k: number) => readonly Rational[]): Values | undefined {
  if (ofUnions === undefined) return undefined;
  const values: Rational[] = Array(game.players.length).fill(ZERO);
  unions.forEach((members, k) => {
    const given = among(ofUnions[k]!, k);
    members.forEach((player, i) => (values[player] = given[i]!));
  });
  return values;
}
