/** The document of `casus agree --json`: schema/agree-1.json, explained in docs/json.md. */
import type { Agreement, Concession, Conflict, Ground, LeftOut, Listing, Robustness, Text, Undominated } from '@casus/agreement';
import type { Case, Id, PositionLine, Status } from '@casus/model';
import { declared } from '../names.js';
import { plain, type Json } from '../plain.js';
import { concessionWords, ranked } from './concessions.js';
import { conflictWords } from './conflicts.js';
import { lineWords } from './lines.js';
import { doubtWords, outcomeWords } from './robustness.js';
import { answerWords, warningWords } from './table.js';
import { bundled, linesOf, type AgreementView } from './view.js';

/** Which lines the user chose. */
export interface AgreementSelection {
  readonly negotiation?: Id;
  readonly asOf?: string;
  readonly among?: readonly Id[];
  readonly only?: readonly Status[];
  readonly minGrade?: string;
  readonly without?: readonly Id[];
}

/** The agreement as data for other programs: everything that was found, each in words too. */
export function agreementDocument({ case: case_, agreement, rank, ended, undominated, robustness, unread }: AgreementView, selection: AgreementSelection, version: string): Json {
  const lines = linesOf(agreement);
  const { table, points, demands, warnings, texts, possible, conflicts, concessions, deals, ground, weights, movers, pairs, coalitions, orders } = agreement;
  const { asOf, ...asked } = selection;
  return {
    schema: 'casus-agree/1',
    tool: { name: 'casus', version },
    title: case_.title,
    files: case_.files.map(({ path, imported }) => ({ path, imported })),
    unread: unread?.sentences ?? 0,
    asOf: asOf ?? null,
    asked: { ...(plain(asked) as object), rank },
    names: namesOf(case_, agreement),
    table: plain({ negotiation: table.negotiation, label: table.label, parties: table.parties, instruments: table.instruments, standing: table.standing, options: table.options, steps: table.steps, scenarios: table.scenarios, rules: table.rules.length }),
    points: plain(points),
    lines: agreement.lines.map((line) => lineDocument(case_, line)),
    left: agreement.left.map((one) => leftDocument(case_, one)),
    demands: plain(demands),
    warnings: warnings.map((warning) => ({ ...(plain(warning) as object), words: warningWords(case_, warning, lines) })),
    words: answerWords(agreement),
    possible: possible ?? null,
    texts: { all: textsCount(texts.all), acceptable: textsCount(texts.acceptable) },
    conflicts: listing(conflicts, ended, (conflict) => conflictDocument(case_, conflict, lines)),
    concessions: listing({ ...concessions, found: ranked(concessions.found, rank) }, ended, (one) => concessionDocument(case_, one, lines)),
    weights: plain(weights),
    deals: deals.map(({ concession, texts: count, ground: of, text }) => ({ concession: concessionDocument(case_, concession, lines), texts: textsCount(count), ground: groundDocument(of), text: textDocument(text) })),
    ground: ground === undefined ? null : groundDocument(ground),
    movers: movers.map(({ alone, ...mover }) => ({ ...(plain(mover) as object), alone: alone === undefined ? null : plain(alone) })),
    pairs: plain(pairs),
    coalitions: listing(coalitions, undefined, plain),
    orders: orders === undefined ? null : { ...(plain(orders) as object), count: textsCount(orders.count) },
    ...(undominated === undefined || undominated === 'no-preferences' ? {} : { undominated: undominated === 'too-many' ? { tooMany: true } : undominatedDocument(undominated) }),
    ...(robustness === undefined ? {} : { robustness: robustnessDocument(case_, robustness, lines) }),
  };
}

/** A count as digits; null: too many and too different to be counted. */
const textsCount = (count: bigint | undefined): Json => (count === undefined ? null : String(count));

/** A line with its words, who says so, and where. */
export function lineDocument(case_: Case, line: PositionLine): Json {
  return { ...(plain(line) as object), words: lineWords(case_, line) };
}

const leftDocument = (case_: Case, one: LeftOut): Json => ({ why: one.why, ...('by' in one ? { by: one.by.id } : {}), line: lineDocument(case_, one.line) });

/** A conflict with its sentence. */
export function conflictDocument(case_: Case, conflict: Conflict, lines: ReadonlyMap<Id, PositionLine>): Json {
  return { ...(plain(conflict) as object), words: conflictWords(case_, bundled([conflict], lines)[0]!) };
}

const concessionDocument = (case_: Case, concession: Concession, lines: ReadonlyMap<Id, PositionLine>): Json => ({ ...(plain(concession) as object), words: concessionWords(case_, concession.lines, lines) });

/** What was found, and whether that is all. */
export function listing<T>({ found, complete, detail }: Listing<T>, ended: string | undefined, document: (one: T) => Json): Json {
  return { complete, ...(complete ? {} : { ended: ended ?? detail ?? '' }), found: found.map(document) };
}

/** An option that is not settled is null. */
const groundDocument = ({ settled, open, moot }: Ground): Json => ({ settled: plain(settled), open: open.map(({ point, options }) => ({ point, options: options.map((option) => option ?? null) })), moot: plain(moot) });

const textDocument = (text: Text): Json => plain(new Map(text));

function undominatedDocument({ criteria, acceptable, count, of, scores }: Undominated): Json {
  return { acceptable, count: String(count), of: String(of), criteria: plain(criteria), scores: scores.map(({ scores: each, texts, text }) => ({ scores: plain(each), texts: String(texts), text: textDocument(text) })) };
}

function robustnessDocument(case_: Case, { doubts, variations, possible, complete }: Robustness, lines: ReadonlyMap<Id, PositionLine>): Json {
  return {
    doubts,
    complete,
    variations: variations.map((variation) => ({
      doubt: plain(variation.doubt), words: `${doubtWords(case_, variation.doubt, lines)}, ${outcomeWords(variation, possible)}`, possible: variation.possible ?? null, acceptable: textsCount(variation.acceptable),
      gone: variation.gone.map((one) => conflictDocument(case_, one, lines)), arose: variation.arose.map((one) => conflictDocument(case_, one, lines)),
    })),
  };
}

/** The titles of everything that the document names by its short name. */
function namesOf(case_: Case, { table, lines, left, points, orders }: Agreement): Json {
  const ids = new Set([
    ...table.parties, ...table.instruments, ...table.standing, ...table.options, ...table.steps, ...table.scenarios, ...(table.negotiation === undefined ? [] : [table.negotiation]), ...(orders?.steps ?? []),
    ...[...lines, ...left.map(({ line }) => line)].flatMap(({ actor, provenance }) => [actor, ...provenance.cites.map(({ source }) => source)]),
    ...points.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]),
  ]);
  return Object.fromEntries([...ids].sort().flatMap((id) => {
    const label = declared(case_, id)?.label ?? case_.negotiations.get(id)?.label;
    return label === undefined ? [] : [[id, label] as const];
  }));
}
