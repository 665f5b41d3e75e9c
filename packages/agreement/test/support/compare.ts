/** What the engine and the interpreter say of one negotiation, in one form. */
import type { Case } from '@casus/model';
import type { AgreeQuestion, Deal, OracleAgreement, Possible } from '@casus/oracle';
import { agree, undominated, type Agreement, type Point, type Text } from '../../src/index.js';

const fraction = ({ num, den }: { readonly num: bigint; readonly den: bigint }): string => (den === 1n ? String(num) : `${num}/${den}`);
const sets = (found: readonly (readonly string[])[]): string[] => found.map((set) => [...set].sort().join(' ')).sort();

/** A point, and one of its options, by the names that the interpreter has for them. */
function pointName({ id, kind }: Point): string {
  if (kind === 'instrument') return `instrument ${id.slice('deal:'.length)}`;
  if (kind === 'step') return `step ${id.slice('step:'.length)}`;
  return kind === 'words' ? `words ${id.slice('words:'.length)}` : `issue ${id}`;
}

function optionName(point: Point, option: string | undefined): string | undefined {
  if (option === undefined) return undefined;
  if (point.kind === 'number') return String(point.options.findIndex(({ id }) => id === option));
  return point.kind === 'issue' || point.kind === 'reading' ? option : option.slice(option.lastIndexOf('.') + 1);
}

/** How the engine's text settles each point. */
function settled(points: readonly Point[], text: Text): Map<string, string | undefined> {
  return new Map(points.map((point) => [pointName(point), optionName(point, text.get(point.id))]));
}

function groundOfEngine({ points }: Agreement, ground: NonNullable<Agreement['ground']>): string[] {
  const named = new Map(points.map((point) => [point.id, point]));
  const told = (id: string, options: readonly (string | undefined)[]): string =>
    `${pointName(named.get(id)!)}: ${options.map((option) => optionName(named.get(id)!, option) ?? '-').sort().join(' ')}`;
  return [
    ...ground.settled.map(({ point, option }) => told(point, [option])),
    ...ground.open.map(({ point, options }) => told(point, options)),
    ...ground.moot.map((point) => told(point, [undefined])),
  ].sort();
}

function groundOfOracle(ground: NonNullable<OracleAgreement['ground']>): string[] {
  return [...ground].map(([point, options]) => `${point}: ${options.map((option) => option ?? '-').sort().join(' ')}`).sort();
}

/** The front of both, as scores with the number of texts that have them; criteria in an order of their own. */
function frontOfEngine(found: ReturnType<typeof undominated>): unknown {
  if (typeof found === 'string') return found;
  const order = found.criteria.map((_, i) => i).sort((i, j) => nameOf(found.criteria[i]!).localeCompare(nameOf(found.criteria[j]!)) || i - j);
  return {
    criteria: order.map((i) => nameOf(found.criteria[i]!)), count: found.count, of: found.of,
    scores: found.scores.map(({ scores, texts }) => `${order.map((i) => fraction(scores[i]!)).join(' ')}: ${texts}`).sort(),
  };
}

const nameOf = ({ actor, kind }: { readonly actor: string; readonly kind: string }): string => `${kind} ${actor}`;

function frontOfOracle({ measures, front }: OracleAgreement): unknown {
  if (front === undefined) return 'no-preferences';
  const order = measures.map((_, i) => i).sort((i, j) => nameOf(measures[i]!).localeCompare(nameOf(measures[j]!)) || i - j);
  return {
    criteria: order.map((i) => nameOf(measures[i]!)), count: BigInt(front.count), of: BigInt(front.of),
    scores: [...front.scores].map(([key, texts]) => `${order.map((i) => key.split(' ')[i]).join(' ')}: ${texts}`).sort(),
  };
}

/** Both answers to one question, each as plain data of the same shape. */
export function bothSides(case_: Case, question: AgreeQuestion, oracle: OracleAgreement): { readonly engine: Record<string, unknown>; readonly oracle: Record<string, unknown>; readonly agreement: Agreement } {
  const { asOf, among, only, minGrade, without } = question;
  const options = {
    ...(asOf === undefined ? {} : { asOf }), ...(among === undefined ? {} : { among }), ...(only === undefined ? {} : { only }), ...(minGrade === undefined ? {} : { minGrade }),
    ...(without === undefined ? {} : { without }), limit: 5_000,
  };
  const agreement = agree(case_, options);
  const possible = oracle.acceptable > 0;
  const left = (all: readonly { readonly line: string; readonly why: string }[]): string[] => all.map(({ line, why }) => `${line} ${why}`).sort();
  return {
    agreement,
    engine: {
      lines: agreement.lines.map(({ id }) => id), left: left(agreement.left.map(({ line, why }) => ({ line: line.id, why }))), demands: agreement.demands,
      points: agreement.points.map(pointName).sort(),
      all: agreement.texts.all, acceptable: agreement.texts.acceptable, possible: agreement.possible,
      conflicts: sets(agreement.conflicts.found.map(({ lines }) => lines)), concessions: sets(agreement.concessions.found.map(({ lines }) => lines)),
      complete: agreement.conflicts.complete && agreement.concessions.complete && agreement.coalitions.complete,
      ground: agreement.ground && groundOfEngine(agreement, agreement.ground),
      coalitions: sets(agreement.coalitions.found),
      alone: agreement.movers.map(({ actor, alone }) => `${actor} ${alone === undefined ? 'never' : alone === 'unknown' ? alone : fraction(alone.weight)}`).sort(),
      orders: agreement.orders && `${[...agreement.orders.steps].sort().join(' ')}: ${agreement.orders.count}`,
      front: frontOfEngine(undominated(case_, options)),
    },
    oracle: {
      lines: oracle.chosen.lines.map(({ id }) => id), left: left(oracle.chosen.left), demands: oracle.demands.map(({ id }) => id),
      points: [...pointsOf(oracle)].sort(),
      all: BigInt(oracle.texts.length), acceptable: BigInt(oracle.acceptable), possible,
      conflicts: sets(oracle.conflicts), concessions: possible ? [] : sets(oracle.concessions), complete: true,
      ground: oracle.ground && groundOfOracle(oracle.ground),
      coalitions: sets(oracle.coalitions),
      alone: [...oracle.alone].map(([actor, weight]) => `${actor} ${weight === undefined ? 'never' : fraction(weight)}`).sort(),
      orders: oracle.orders && `${[...oracle.orders.steps].sort().join(' ')}: ${oracle.orders.count}`,
      front: frontOfOracle(oracle),
    },
  };
}

function pointsOf({ layout }: OracleAgreement): string[] {
  return [
    ...layout.table.instruments.map((id) => `instrument ${id}`), ...layout.questions.map(({ issue }) => `issue ${issue.id}`),
    ...layout.table.steps.map((id) => `step ${id}`), ...layout.words.map((text) => `words ${text}`),
  ];
}

/** The interpreter's own text that settles every point as a text of the engine does; undefined: it has none. */
export function sameText(oracle: OracleAgreement, points: readonly Point[], text: Text, settledIn: (deal: Deal) => ReadonlyMap<string, string | undefined>): Possible | undefined {
  const wanted = settled(points, text);
  return oracle.texts.find(({ deal }) => {
    const own = settledIn(deal);
    return own.size === wanted.size && [...own].every(([point, option]) => wanted.get(point) === option);
  });
}
