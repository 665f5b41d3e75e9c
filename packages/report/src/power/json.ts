/** The documents of `casus power`, `vote`, `coalitions` and `reform` with --json: schema/power-1.json and the others, explained in docs/json.md. */
import type { Rational, Reached } from '@casus/games';
import { plain, type Json } from '../plain.js';
import { measureWords, type Named } from './conditions.js';
import type { CoalitionsView } from './coalitions.js';
import type { ReformSide, ReformView } from './reform.js';
import type { GameView, IndexView, PowerView, StructureView, VoteView } from './view.js';

const tool = (version: string): Json => ({ name: 'casus', version });

/** The body or the promise, and who takes part. */
function gameDocument({ title, about, members, weights }: GameView): Json {
  return {
    title, about,
    members: members.map(({ id, name, seat }, i) => ({
      id, name, ...(seat === undefined ? {} : { seat }), ...(weights.length === 0 ? {} : { weights: Object.fromEntries(weights.map((column) => [column.name, fraction(column.values[i]!)])) }),
    })),
  };
}

const fraction = ({ num, den }: Rational): string => `${num}/${den}`;

/** Members are told by their id. */
type Id = (member: number) => string;
const idsOf = ({ members }: GameView): Id => (member) => members[member]!.id;

function structureDocument({ vetoers, dictators, dummies, classes, weighted, dimension, ...counts }: StructureView, id: Id): Json {
  return {
    ...(plain(counts) as object), ...(vetoers === undefined ? {} : { vetoers: vetoers.map(id) }), ...(dictators === undefined ? {} : { dictators: dictators.map(id) }), ...(dummies === undefined ? {} : { dummies: dummies.map(id) }),
    ...(classes === undefined ? {} : { classes: classes.map((one) => one.map(id)) }),
    ...(weighted === undefined ? {} : { weighted: weighted === false ? null : { quota: String(weighted.quota), weights: weighted.weights.map(String), smallest: weighted.smallest } }), ...(dimension === undefined ? {} : { dimension: plain(dimension) }),
  };
}

function indexDocument({ id, name, meaning, source, of, values, intervals }: IndexView, member: Id): Json {
  return {
    id, name, meaning, source,
    ...(of === 'body' ? { body: fraction(values[0]!), ...(intervals === undefined ? {} : { interval: intervals[0]! }) } : {
      members: Object.fromEntries(values.map((value, i) => [member(i), fraction(value)])),
      ...(intervals === undefined ? {} : { intervals: Object.fromEntries(intervals.map((bounds, i) => [member(i), bounds])) }),
    }),
  };
}

/** The document of `casus power --json`: every figure exactly. */
export function powerDocument({ game, indices, missing, structure, methods, notes }: PowerView, version: string): Json {
  const id = idsOf(game);
  return {
    schema: 'casus-power/1', tool: tool(version), game: gameDocument(game), notes, indices: indices.map((index) => indexDocument(index, id)), missing: plain(missing), structure: structureDocument(structure, id),
    methods: plain(methods),
  };
}

/** The document of `casus vote --json`. */
export function voteDocument(view: VoteView, version: string): Json {
  const { game, ballots, outcome, change, notes } = view;
  const id = idsOf(game);
  return {
    schema: 'casus-vote/1', tool: tool(version), game: gameDocument(game), notes, ballots: Object.fromEntries(ballots.map((ballot, i) => [id(i), ballot])), passes: outcome.met, conditions: conditionDocument(view, outcome, id),
    change: change.kind === 'found' ? { kind: 'found', size: change.size, count: String(change.count), first: change.first.slice(0, view.most).map((one) => one.map(({ member, to }) => ({ member: id(member), to }))) } : plain(change),
  };
}

function conditionDocument(named: Named, { kind, met, of, measure }: Reached, id: Id): Json {
  if (measure === undefined) return { kind, met, ...(of.length === 0 ? {} : { of: of.map((part) => conditionDocument(named, part, id)) }) };
  const { voters, reached, bound, strict, basis } = measure;
  return {
    kind, met, words: measureWords(named, measure), counts: measure.kind, ...(basis === undefined ? {} : { basis }), reached: fraction(reached), total: fraction(measure.of), bound: fraction(bound), strict,
    voters: voters.map(({ voter, weight, ballot }) => ({ ...(typeof voter === 'number' ? { member: id(voter) } : { body: conditionDocument(named, voter, id) }), weight: fraction(weight), ballot })),
  };
}

/** The document of `casus coalitions --json`. `ended`: why the list is not complete. */
export function coalitionsDocument({ game, side, with: inside, without, bySize, notes }: CoalitionsView, listed: readonly (readonly number[])[], ended: string | undefined, version: string): Json {
  const id = idsOf(game);
  return {
    schema: 'casus-coalitions/1', tool: tool(version), game: gameDocument(game), notes, side, with: inside.map(id), without: without.map(id),
    ...(bySize === undefined ? {} : { count: String(bySize.reduce((sum, count) => sum + count, 0n)), bySize: bySize.map(String) }), complete: ended === undefined, ...(ended === undefined ? {} : { ended }), coalitions: listed.map((one) => one.map(id)),
  };
}

function sideDocument({ game, indices, structure, methods }: ReformSide): Json {
  const id = idsOf(game);
  return { game: gameDocument(game), indices: indices.map((index) => indexDocument(index, id)), structure: structureDocument(structure, id), methods: plain(methods) };
}

/** The document of `casus reform --json`. */
export function reformDocument({ before, after, members, blocking, newBlocks, lostBlocks, notes }: ReformView, version: string): Json {
  const id: Id = (member) => members[member]!.id;
  return {
    schema: 'casus-reform/1', tool: tool(version), notes, before: sideDocument(before), after: sideDocument(after),
    members: members.map(({ id: own, name, before: old, after: now }, i) => ({
      id: own, name, ...(old === undefined ? {} : { before: before.game.members[old]!.id }), ...(now === undefined ? {} : { after: after.game.members[now]!.id }), blocking: plain(blocking?.[i] ?? {}),
    })),
    newBlocks: newBlocks.map((one) => one.map(id)), lostBlocks: lostBlocks.map((one) => one.map(id)),
  };
}
