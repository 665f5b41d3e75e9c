/** A graph as a document for other programs: schema/graph-1.json. */
import type { CaseGraph } from '@casus/analysis';
import type { Case } from '@casus/model';
import { verdictDocument } from '../json.js';
import { articleWords } from '../names.js';
import { plain, type Json } from '../plain.js';

/** The document of `casus graph --json`. */
export function graphDocument(case_: Case, { verdicts, steps, ...graph }: CaseGraph, version: string): Json {
  return {
    schema: 'casus-graph/1',
    tool: { name: 'casus', version },
    title: case_.title,
    ...(plain(graph) as { readonly [key: string]: Json }),
    steps: steps.map((step) => plain(step.article === undefined ? step : { ...step, article: articleWords(step.article) })),
    verdicts: verdicts.map(({ verdict }) => verdictDocument(case_, verdict)),
  };
}
