import { SizeLimitError } from '@casus/diagrams';
import { compareTime, termOf, type Case, type Time } from '@casus/model';
import { insideOf } from '../../details.js';
import { worstPath, type PathStep, type WorstPath } from '../../path.js';
import { arrangementName, articleName, listed, quoted, timeName } from '../../words.js';
import { FEWER, TOO_MANY } from '../too-large.js';
import { placeOf, type PromiseContext, type PromiseDraft, type PromiseFinding } from './context.js';

/** The longest time until the promise falls due adds up along several steps, or is longer than the promise allows. */
export const late: PromiseFinding = (context) => {
  try {
    return [...addedUp(context), ...tooLate(context)];
  } catch (error) {
    // The path is worked out anew, text by text: that may be too large where the verdict was not.
    if (error instanceof SizeLimitError) return pathTooLarge(context);
    throw error;
  }
};

/** What no single clause says: the time is a sum. */
function addedUp(context: PromiseContext): PromiseDraft[] {
  const { case: case_, verdict, cell } = context;
  const { longest } = cell.details;
  if (longest?.kind !== 'days' || longest.days.num === 0n) return [];
  const path = remembered(context, 'late', () => worstPath(case_, verdict, cell, insideOf(cell.strength, (actor) => !verdict.hostile.includes(actor))));
  const steps = timed(path);
  if (path === undefined || steps.length < 2 || compareTime(path.total, longest) !== 0) return [];
  return [
    {
      code: 'promise/late',
      message: ({ promises, many, when }) =>
        `${promises} in ${arrangementName(case_, verdict.arrangement)} may take until ${endName(path.total)}${when}: on the worst path ${many ? 'they fall' : 'it falls'} due after ${sum(steps)}.`,
      place: placeOf(context),
      causes: causesOf(case_, path.steps),
      time: path.total,
      help: 'shorten the step that takes longest, or let what needs no decision fall due at once',
    },
  ];
}

/** Promised within a time that the clauses do not keep. */
function tooLate(context: PromiseContext): PromiseDraft[] {
  const { case: case_, verdict, cell } = context;
  const promise = case_.promises.get(verdict.promise)!;
  // Of several texts that are alike in strength, each may be late in its own way.
  if (promise.within === undefined || cell.texts.count !== 1n || cell.details.longest !== undefined) return [];
  const path = remembered(context, 'too late', () => worstPath(case_, verdict, cell));
  const term = termOf(promise);
  if (path === undefined || compareTime(path.total, term) <= 0) return [];
  const steps = timed(path);
  return [
    {
      code: 'promise/late',
      message: ({ promises, many, when }) =>
        `${promises} in ${arrangementName(case_, verdict.arrangement)} ${many ? 'come' : 'comes'} too late${when}: promised ${timeName(term)}, ${many ? 'they fall' : 'it falls'} due ${timeName(path.total)}` +
        `${steps.length < 2 ? '' : `, after ${sum(steps)}`}.`,
      place: placeOf(context),
      causes: causesOf(case_, path.steps),
      time: path.total,
      help: 'shorten the times in the clauses, or promise no more than they give',
    },
  ];
}

/** To find the path takes as long as to judge. */
const remembered = <T>({ remember }: PromiseContext, what: string, make: () => T): T => (remember === undefined ? make() : remember(what, make));

/** That the longest path could not be worked out, though the verdict could. */
function pathTooLarge(context: PromiseContext): PromiseDraft[] {
  const { case: case_, verdict } = context;
  return [
    {
      code: 'form/limit',
      message: ({ promises, many, when }) => `by what steps ${promises} in ${arrangementName(case_, verdict.arrangement)} ${many ? 'fall' : 'falls'} due on the longest path${when} is not worked out: ${TOO_MANY}`,
      place: placeOf(context),
      causes: [],
      help: FEWER,
    },
  ];
}

/** The steps that take time. */
const timed = (path: WorstPath | undefined): readonly PathStep[] => (path?.steps ?? []).filter(({ adds }) => adds.kind !== 'days' || adds.days.num > 0n);

const sum = (steps: readonly PathStep[]): string => listed(steps.map(({ kind, text, adds }) => `${length(adds)} (${kind === 'no-decision' ? 'without a decision: ' : kind === 'no-finding' ? 'without a finding: ' : ''}${quoted(text)})`), 'and then');

const length = (time: Time): string => (time.kind === 'days' ? timeName(time).replace(/^within /, '') : time.kind === 'none' ? 'any time' : 'an uncounted time');

const endName = (time: Time): string => (time.kind === 'days' ? `${length(time)} after the event` : 'any day');

function causesOf(case_: Case, steps: readonly PathStep[]): PromiseDraft['causes'] {
  return steps.map(({ kind, article, adds, at, place }) => {
    const when = at.kind === 'days' ? `after ${length(at)}` : at.kind === 'none' ? 'at any time' : 'in an uncounted time';
    const taking = adds.kind === 'days' && adds.days.num > 0n ? `, which takes up to ${length(adds)}` : '';
    const name = article === undefined ? undefined : articleName(case_, article);
    return { message: `${when}: ${STEP[kind]}${taking}${name === undefined ? '' : ` (${name})`}`, place };
  });
}

const STEP: Record<PathStep['kind'], string> = {
  condition: 'this condition is met',
  decision: 'the decision is taken',
  'no-decision': 'the time for the decision is over, and it was not taken',
  'no-finding': 'the time for the finding is over, and it was not made',
  delay: 'this time is over',
  duty: 'the duty falls due',
};
