import { arrangementName, listed, quoted } from '../../words.js';
import type { PromiseFinding } from './context.js';

/** The verdict turns on something that the scenario does not say. */
export const unsettledFact: PromiseFinding = (context) => {
  const { case: case_, verdict, cell } = context;
  const { unsettled } = cell.details;
  if (unsettled.length === 0) return [];
  const names = unsettled.map((id) => quoted(case_.facts.get(id)?.label ?? id));
  return [
    {
      code: 'promise/unsettled-fact',
      message: ({ promises, when }) => `The verdict on ${promises} in ${arrangementName(case_, verdict.arrangement)} turns on ${listed(names)}${when}, which the scenario does not settle; it was taken to fall out against the promise.`,
      place: case_.scenarios.get(verdict.scenario)!.place,
      causes: unsettled.flatMap((id) => case_.facts.get(id) ?? []).map((fact) => ({ message: 'declared here', place: fact.place })),
      help: 'settle it in the scenario (`assume …`, `assume not …`, `after …`, `before …`)',
      about: unsettled,
    },
  ];
};
