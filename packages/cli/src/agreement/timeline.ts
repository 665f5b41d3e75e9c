/** `casus timeline`: positions over time, and when a change of position opened or closed the space. */
import { documentText, pageMarkdown, pageText, timelineDocument, timelinePage, type TimelineView } from '@casus/report';
import { VERSION } from '../installation.js';
import { styleOf, type Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { endedWords, MOST, type BoundOptions } from './agree.js';
import { caseArgument } from './case-argument.js';
import { inWorker } from './in-worker.js';
import { selectionOf, type SelectionOptions } from './selection.js';

/** Options of `casus timeline`, as the command line gives them. */
export interface TimelineCommandOptions extends Omit<SelectionOptions, 'asOf'>, BoundOptions {
  readonly all?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly color: boolean;
  readonly width?: number;
}

/** Tells how the positions and the space of agreement changed. Returns the exit code. */
export async function runTimeline(given: string | undefined, options: TimelineCommandOptions, io: Io): Promise<number> {
  const { json, markdown, limit, all } = options;
  if (json === true && markdown === true) throw new UsageError('choose one of --json and --markdown');
  const { case: case_, exit, unread } = caseArgument(given, io);
  const selection = selectionOf(case_, options);
  const answer = await inWorker({ kind: 'timeline', case: case_, options: { ...selection, ...(limit === undefined ? {} : { limit }) } }, options, io);
  if (!answer.fits) throw new Error('a timeline has no state');
  const words = endedWords(answer.ended, options);
  const view: TimelineView = { case: case_, timeline: answer.value.timeline, most: all === true || markdown === true ? Infinity : MOST, seeAll: '--all', ...(unread === undefined ? {} : { unread }), ...(words === undefined ? {} : { ended: words }) };
  if (json === true) io.stdout.write(documentText(timelineDocument(view, selection, VERSION)));
  else io.stdout.write(markdown === true ? pageMarkdown(timelinePage(view)) : `${pageText(timelinePage(view), styleOf(io, options))}\n`);
  return exit;
}
