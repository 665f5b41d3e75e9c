/** From trigger to response: the steps on the way to a promise, and at each who can stop it, by the game of that step alone. */
import { FALSE, SizeLimitError } from '@casus/diagrams';
import {
  arrangementOf, attackersOf, everTrue, holds,
  type ActiveNorm, type Case, type Id, type IsoDate, type Promise_, type PromiseExpr,
} from '@casus/model';
import { endingOf, entersIn, entryOf } from './details.js';
import { aimsOfPromise, bansOn, clausesFor, clauseStep, lifts, standsAgainst, type ActPromise, type Aim } from './graph/clauses.js';
import { actWords, conditionSteps } from './graph/conditions.js';
import { Setting } from './graph/setting.js';
import { Sketch } from './graph/sketch.js';
import type { CaseGraph, Reach } from './graph/types.js';
import { willOf } from './graph/will.js';
import { Session } from './session.js';
import { stagesOf, type Stage, type StageSetting } from './stages.js';
import type { Cell, Verdict } from './verdict.js';
import { actorNames, daysName } from './words.js';

export type * from './graph/types.js';

/** What to draw: one promise, or all of these, in one text and scenario. */
export interface GraphRequest {
  readonly promises: readonly Id[];
  readonly arrangement: Id;
  readonly scenario: Id;
  readonly attacker?: Id;
  readonly options?: readonly Id[];
  readonly asOf?: IsoDate;
}

interface Judged {
  readonly promise: Promise_;
  readonly verdict: Verdict;
  readonly cell: Cell;
}

/**
 * One graph for each attacker of a family; otherwise one. Where the text leaves options open, a text of the cell that holds in the most of them is
 * shown. Where the votes are too large, the graph has no steps and says of which promises. @throws Error for a name that the case does not have.
 */
export function graphsOf(case_: Case, request: GraphRequest): readonly CaseGraph[] {
  const scenario = case_.scenarios.get(request.scenario);
  if (scenario === undefined || arrangementOf(case_, request.arrangement) === undefined) throw new Error(`no scenario ${request.scenario} or no arrangement ${request.arrangement}`);
  const session = new Session(case_);
  const attackers = request.attacker === undefined ? attackersOf(case_, scenario, request.asOf) : [request.attacker];
  return attackers.map((attacker) => graphOf(session, { ...request, ...(attacker === undefined ? {} : { attacker }) }));
}

function graphOf(session: Session, request: GraphRequest): CaseGraph {
  const { case: case_ } = session;
  const judged: Judged[] = [];
  const shown: Id[] = [];
  let fixed: readonly Id[] = [];
  for (const id of request.promises) {
    const { promises: _, ...rest } = request;
    const [verdict] = session.judge({ ...rest, promise: id, options: [...(request.options ?? []), ...shown] });
    if (verdict === undefined) return notDrawn(request, [id]);
    const cell = verdict.cells.reduce((most, each) => (each.texts.count > most.texts.count ? each : most));
    judged.push({ promise: case_.promises.get(id)!, verdict, cell });
    if (judged.length === 1) fixed = verdict.fixed;
    shown.push(...cell.text.values());
  }
  const { attackers, hostile, victims, date } = judged[0]?.verdict ?? { attackers: [], hostile: [], victims: [], date: undefined };
  const { promises: _, options: __, ...world } = request;
  const sketch = drawn(() => draw(new Setting(case_, { ...world, options: [...fixed, ...shown] }, judged.map(({ promise }) => promise)), judged));
  if (sketch === undefined) return notDrawn(request, request.promises);
  return {
    arrangement: request.arrangement, scenario: request.scenario, attackers, hostile, victims,
    ...(date === undefined ? {} : { date }),
    fixed, shown,
    verdicts: judged.map(({ verdict, cell }) => ({ verdict, cell })),
    steps: sketch.steps,
    edges: sketch.edges,
  };
}

/** What `make` draws; undefined where a step turns on votes that are too large, even if the promise does not. */
function drawn(make: () => Sketch): Sketch | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof SizeLimitError) return undefined;
    throw error;
  }
}

/** A graph that cannot be drawn: a picture without a step that is too large would show a way that the text does not have. */
const notDrawn = ({ arrangement, scenario, attacker }: GraphRequest, tooLarge: readonly Id[]): CaseGraph => ({
  arrangement, scenario, attackers: attacker === undefined ? [] : [attacker], hostile: [], victims: [], fixed: [], shown: [], verdicts: [], steps: [], edges: [], tooLarge,
});

function draw(setting: Setting, judged: readonly Judged[]): Sketch {
  const start: string[] = [];
  const sketch = new Sketch(setting, (under, act) => {
    const duties = setting.meaning.norms.filter((active) => active.modality === 'duty' && active.acts.some((owed) => setting.meaning.descends(setting.case_.acts, owed, act)));
    return duties.filter((active) => [...active.binds.keys()].some((actor) => everTrue(setting.meaning.guard(active, actor)) !== FALSE)).map((active) => clauseStep(under, active, start));
  });
  start.push(...events(sketch));
  for (const one of judged) promiseSteps(sketch, one, start);
  return sketch;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The events of the scenario, or the scenario itself where nothing happens in it. */
function events(sketch: Sketch): readonly string[] {
  const { case_, world } = sketch.setting;
  const { scenario } = world;
  if (world.events.length === 0) return [sketch.step({ id: 'start', kind: 'event', title: scenario.label, place: scenario.place, cites: scenario.provenance.cites }, [])];
  return world.events.map((event, i) => {
    const kind = case_.events.get(event.event)?.label ?? event.event;
    const region = event.region === undefined ? '' : `, in ${case_.regions.get(event.region)?.label ?? event.region}`;
    const text = `by ${actorNames(case_, [...event.by])} on ${actorNames(case_, [...event.on])}${region}`;
    return sketch.step({ id: `event ${i}`, kind: 'event', title: capital(kind), text, place: scenario.events[i]!.place, cites: scenario.events[i]!.provenance?.cites ?? scenario.provenance.cites }, []);
  });
}

const REACH: Record<Cell['strength'], Reach> = { automatic: 'certain', collective: 'open', captive: 'captive', hollow: 'never', voluntary: 'open', forbidden: 'never' };

function promiseSteps(sketch: Sketch, { promise, cell }: Judged, start: readonly string[]): void {
  const { details, strength, meanwhile, general } = cell;
  const end = sketch.step({
    id: `verdict ${promise.id}`,
    kind: 'verdict',
    title: promise.label,
    place: promise.place,
    cites: promise.provenance.cites,
    ...(promise.within === undefined ? {} : { deadline: `within ${daysName(promise.within)}` }),
    reach: REACH[strength],
    stops: { vetoers: details.vetoers, coalitions: details.stopping, hostile: strength === 'captive', ...(details.withHostile === undefined ? {} : { withHostile: details.withHostile }) },
    unsettled: details.unsettled.length > 0,
    verdict: { promise: promise.id, strength, ...(meanwhile === undefined ? {} : { meanwhile }), ...(general === undefined ? {} : { general }) },
  }, []);
  const drawn = new Map<ActiveNorm, string>();
  for (const expr of partsOf(promise.expr)) {
    switch (expr.kind) {
      case 'act':
        actSteps(sketch, { promise, cell, expr, start, end, drawn });
        break;
      case 'decision':
        for (const step of conditionSteps(sketch, { kind: 'decided', decision: expr.decision, place: expr.place }, start)) sketch.edge(step, end, 'leads');
        break;
      case 'free-to':
      case 'no-limit': {
        const bans = bansOn(sketch.setting, expr);
        for (const ban of bans) sketch.edge(clauseStep(sketch, ban, start), end, 'forbids');
      }
    }
  }
  // Where no clause and nobody's will bears on it, it stands from the start.
  if (!sketch.edges.some(({ to }) => to === end)) for (const from of start) sketch.edge(from, end, 'leads');
  besides(sketch, drawn, end);
}

type Part = Exclude<PromiseExpr, { kind: 'and' | 'or' }>;

const isPart = (expr: PromiseExpr): expr is Part => expr.kind !== 'and' && expr.kind !== 'or';

/** A promise without its “and” and “or”. */
const partsOf = (expr: PromiseExpr): readonly Part[] => (isPart(expr) ? [expr] : expr.of.flatMap(partsOf));

/** An act that is promised, and where it stands in the graph. */
interface ActPart {
  readonly promise: Promise_;
  readonly cell: Cell;
  readonly expr: ActPromise;
  readonly start: readonly string[];
  readonly end: string;
  /** The clauses that are drawn, with their steps. */
  readonly drawn: Map<ActiveNorm, string>;
}

/** What leads to an act: duties, and the free will of those whom nothing forbids it. */
function actSteps(sketch: Sketch, { promise, cell, expr, start, end, drawn }: ActPart): void {
  const { setting } = sketch;
  const aims = aimsOfPromise(setting, expr);
  const { duties, pledges, rights, bans } = clausesFor(setting, aims, cell.strength === 'hollow');
  const free = cell.strength !== 'automatic' && cell.strength !== 'collective';
  const clause = (active: ActiveNorm): string => {
    const step = drawn.get(active) ?? clauseStep(sketch, active, start);
    drawn.set(active, step);
    return step;
  };
  for (const active of duties) sketch.edge(clause(active), end, 'leads');
  for (const active of pledges) sketch.edge(clause(active), end, 'free');
  const will = free ? willStep(sketch, promise, expr, aims, start) : undefined;
  if (will !== undefined) sketch.edge(will.step, end, !will.open ? 'closed' : cell.strength === 'voluntary' || cell.meanwhile === 'voluntary' ? 'free' : 'leads');
  const relevant = free ? bans : bans.filter(({ modality }) => modality === 'ban' && duties.length > 0);
  for (const ban of relevant) {
    const step = clause(ban);
    if (will !== undefined) sketch.edge(step, will.step, 'forbids');
    // A duty that a ban stands against is not counted on.
    if (ban.modality === 'ban') for (const duty of duties) if (standsAgainst(setting, ban, duty)) sketch.edge(step, drawn.get(duty)!, 'forbids');
  }
  if (will !== undefined) {
    for (const right of rights) {
      if (drawn.has(right)) continue;
      const taken = relevant.filter((ban) => lifts(setting, right, ban));
      const step = clause(right);
      for (const ban of taken) sketch.edge(step, drawn.get(ban)!, 'lifts');
      if (taken.length === 0) sketch.edge(step, will.step, 'permits');
    }
  }
}

/** What the willing may do though nobody owes it, and whether there are any. */
function willStep(sketch: Sketch, promise: Promise_, expr: ActPromise, aims: readonly Aim[], start: readonly string[]): { readonly step: string; readonly open: boolean } {
  const { setting } = sketch;
  const { free, standing } = willOf(setting, expr, aims);
  const open = free.length > 0;
  const act = actWords(setting, expr.act, expr.target);
  const step = sketch.step({
    id: `will ${promise.id} ${expr.place.offset}`,
    kind: 'will',
    title: open ? 'Of their own will' : 'Nobody may act of its own will',
    text: open ? `they may ${act}; nobody has to` : `not even the willing may ${act}`,
    bearers: free,
    place: expr.place,
    ...standing,
  }, start);
  return { step, open };
}

const STAGES: Record<Stage['kind'], string> = { renewal: 'Renewal', provisional: 'Provisional application', accession: 'Accession' };

const stageSetting = ({ world: { attackers, victims, hostile, date } }: Setting): StageSetting =>
  ({ attackers: [...attackers], victims: [...victims], hostile: [...hostile], ...(date === undefined ? {} : { date }) });

/** Whether a clause waits for it: of an accession, a clause that binds those who accede. */
const concerns = ({ who }: Stage, { binds }: ActiveNorm): boolean => who === undefined || who.some((actor) => (binds.get(actor) ?? FALSE) !== FALSE);

/** How the instruments of the clauses come into force and end: they stand beside the way. */
function besides(sketch: Sketch, drawn: ReadonlyMap<ActiveNorm, string>, end: string): void {
  const { setting } = sketch;
  const { meaning, choices } = setting;
  const clauses = [...drawn.keys()].filter(({ modality }) => modality === 'duty' || modality === 'pledge');
  for (const instrument of new Set(clauses.map((active) => active.instrument))) {
    const own = clauses.filter((active) => active.instrument === instrument);
    const entry = entryOf(instrument);
    if (entry !== undefined) {
      const standing = setting.standing(entersIn({ choices, plain: meaning }, instrument));
      const step = sketch.step({ id: `entry ${instrument.id}`, kind: 'entry', title: `Entry into force: ${instrument.label}`, text: setting.textAt(entry.when.place), place: entry.place, cites: entry.provenance.cites, ...standing }, []);
      for (const active of own) sketch.edge(step, drawn.get(active)!, 'needs');
    }
    for (const stage of stagesOf(setting.case_, own.map(({ norm }) => norm), stageSetting(setting))) {
      const standing = setting.standing(everTrue(holds(stage.kind === 'accession' ? meaning.founders : meaning, stage.when)));
      const title = `${STAGES[stage.kind]}: ${stage.who === undefined ? instrument.label : actorNames(setting.case_, stage.who)}`;
      const step = sketch.step({ id: `stage ${stage.place.file} ${stage.place.offset}`, kind: 'entry', title, text: setting.textAt(stage.when.place), place: stage.place, cites: stage.provenance.cites, ...standing }, []);
      for (const active of own.filter((clause) => concerns(stage, clause))) sketch.edge(step, drawn.get(active)!, 'needs');
    }
    for (const [kind, word, endings] of [['end', 'End', instrument.ends], ['suspension', 'Suspension', instrument.suspensions]] as const) {
      for (const [i, each] of endings.entries()) {
        if (each.article !== undefined && !own.some(({ norm }) => norm.article === each.article)) continue;
        const standing = setting.ending(endingOf({ choices, plain: meaning }, each));
        if (standing === undefined) continue;
        const step = sketch.step({ id: `${kind} ${instrument.id} ${i}`, kind, title: `${word}: ${instrument.label}`, text: setting.textAt(each.place), place: each.place, cites: each.provenance.cites, ...standing }, []);
        sketch.edge(step, end, kind === 'end' ? 'ends' : 'suspends');
      }
    }
  }
}
