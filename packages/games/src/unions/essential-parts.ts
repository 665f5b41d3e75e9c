import { RuleError } from '../errors.js';
import { POLYNOMIALS, monomial, type Polynomial } from '../counting/rings.js';
import type { SimpleGame } from '../game.js';
import { diagramOfGame } from '../mdd/build.js';
import { classesOf, ofGame } from '../mdd/circuit.js';
import { binomials, membership } from '../mdd/count.js';
import { minimalOf, oneFewer } from '../mdd/minimal.js';
import { FALSE, type Ref } from '../mdd/store.js';
import { notMonotone } from '../mdd/structure.js';
import { openUnion, type Unions } from './unions.js';

/** For some minimal winning coalitions of unions, of one size and alike in effect: the essential parts of one of their unions. */
export interface EssentialParts {
  /** How many such coalitions of unions there are. */
  readonly coalitions: bigint;
  /** How many unions each has. */
  readonly size: number;
  /** [s]: how many essential parts of s members the union has: smallest sets of its members that suffice with the other unions of the coalition. */
  readonly count: readonly bigint[];
  /** [member of the union][s]: how many of them a member is in. */
  readonly having: readonly (readonly bigint[])[];
}

/**
 * The essential parts of union k in each minimal winning coalition of unions that it is in, coalitions that leave it the same game counted together: in a
 * diagram with the other unions on top, each such game is one node.
 *
 * @param unions a partition
 * @throws TooLargeError; RuleError where the game is not monotone
 */
export function essentialParts(game: SimpleGame, unions: Unions, k: number): EssentialParts[] {
  const others = unions.length - 1;
  const open = openUnion(game, unions, k);
  const classes = classesOf(ofGame(open));
  const outside = classes.map((members) => members.filter((player) => player < others)).filter(({ length }) => length > 0);
  const inside = classes.map((members) => members.filter((player) => player >= others)).filter(({ length }) => length > 0);
  const diagram = diagramOfGame(open, { classes: [...outside, ...inside] });
  if (notMonotone(diagram) !== undefined) throw new RuleError('the rule is not monotone: a larger coalition may lose where a smaller one wins');
  const { store, layout, root } = diagram;
  const edge = outside.length;

  // Which coalitions of other unions win with all of the union, not without it, and not with one of themselves fewer.
  const fixed = (ref: Ref, pick: (children: readonly Ref[]) => Ref): Ref =>
    inside.reduce((f, _, i) => store.mapLevel(f, edge + i, (children) => children.map(() => pick(children))), ref);
  const withAll = fixed(root, (children) => children.at(-1)!);
  const needed = store.without(withAll, fixed(root, (children) => children[0]!));
  const minimal = outside.reduce((f, _, level) => store.without(f, oneFewer({ ...diagram, root: withAll }, level, FALSE)), needed);

  // How many of them lead to each game that is left, by size.
  const known = new Map<string, ReadonlyMap<Ref, Polynomial>>();
  const lead = (f: Ref, g: Ref, level: number): ReadonlyMap<Ref, Polynomial> => {
    if (g === FALSE) return new Map();
    if (level === edge) return new Map([[f, [1n]]]);
    const key = `${f} ${g} ${level}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = new Map<Ref, Polynomial>();
    binomials(outside[level]!.length).forEach((ways, many) => {
      for (const [left, bySize] of lead(store.child(f, level, many), store.child(g, level, many), level + 1)) {
        found.set(left, POLYNOMIALS.add(found.get(left) ?? [], POLYNOMIALS.multiply(bySize, monomial(ways, many))));
      }
    });
    known.set(key, found);
    return found;
  };

  return [...lead(root, minimal, 0)].flatMap(([left, bySize]) => {
    // Nobody of the other unions is in a minimal coalition of what is left.
    const { count, having } = membership(minimalOf({ store, layout, root: left }));
    const byMember = unions[k]!.map((_, i) => having[layout.levelOf[others + i]!]!);
    return bySize.flatMap((coalitions, size) => (coalitions === 0n ? [] : [{ coalitions, size: size + 1, count, having: byMember }]));
  });
}
