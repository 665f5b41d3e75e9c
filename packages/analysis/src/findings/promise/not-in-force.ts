import { arrangementOf, inForce, type Instrument } from '@casus/model';
import { arrangementName } from '../../words.js';
import type { PromiseContext, PromiseDraft, PromiseFinding, Told } from './context.js';
import { nobodyLeft } from './nobody-left.js';

/** An instrument that speaks of the promise is not in force on the day, or never can be, or binds none of those who could keep it any more. */
export const notInForce: PromiseFinding = (context) => {
  const { case: case_, verdict } = context;
  const speaking = (arrangementOf(case_, verdict.arrangement)?.instruments ?? [])
    .filter((id) => verdict.clauses.some((clause) => clause.startsWith(`${id}.`)))
    .flatMap((id) => case_.instruments.get(id) ?? []);
  return speaking.flatMap((instrument) => [...outOfDate(context, instrument), ...impossible(context, instrument), ...nobodyLeft(context, instrument)]);
};

function outOfDate({ case: case_, verdict }: PromiseContext, instrument: Instrument): PromiseDraft[] {
  if (verdict.date === undefined || inForce(instrument, verdict.date)) return [];
  const early = instrument.inForceSince !== undefined && verdict.date < instrument.inForceSince;
  return [
    {
      code: 'promise/not-in-force',
      message: ({ promises, when }: Told) =>
        `${instrument.label} is not in force on ${verdict.date}${when}: ${early ? `it enters into force on ${instrument.inForceSince}` : `it ended on ${instrument.expires}`}; nothing in it counts for ${promises} in ${arrangementName(case_, verdict.arrangement)}.`,
      place: instrument.place,
      causes: [],
      help: 'change the date of the scenario, or of the instrument',
      about: [instrument.id],
    },
  ];
}

function impossible({ case: case_, cell }: PromiseContext, instrument: Instrument): PromiseDraft[] {
  const entry = cell.details.entries.find((candidate) => candidate.instrument === instrument.id);
  if (entry === undefined || entry.can || instrument.entry === undefined) return [];
  return [
    {
      code: 'promise/not-in-force',
      message: ({ promises, many, when }: Told) =>
        `${instrument.label} cannot enter into force${when}, whatever the states do: its condition is not met, or turns on what the scenario leaves open. ${promises} ${many ? 'are' : 'is'} judged as if it were in force.`,
      place: instrument.entry.place,
      causes: [{ message: 'the instrument', place: case_.instruments.get(instrument.id)!.place }],
      help: 'settle in the scenario what the condition asks (`assume …`)',
      about: [instrument.id],
    },
  ];
}
