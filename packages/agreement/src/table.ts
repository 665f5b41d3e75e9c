import { arrangementOf, type Case, type Id, type Negotiation, type Subject } from '@casus/model';
import { stepsIn, subjectsOf, subjectsOfRule } from './subjects.js';

/** What is on the table, as declared or by default. */
export interface Table extends Pick<Negotiation, 'parties' | 'instruments' | 'standing' | 'options' | 'steps' | 'scenarios' | 'rules' | 'label'> {
  /** Absent: the case declares no negotiation, and the positions say what is on the table. */
  readonly negotiation?: Id;
}

/**
 * The table of a negotiation; without one declared, of what the positions name: the instruments that they speak of, no instrument beside these, all steps,
 * and every scenario.
 */
export function tableOf(case_: Case, id: Id | undefined): Table {
  const declared = id === undefined ? [...case_.negotiations.values()][0] : case_.negotiations.get(id);
  const subjects = [...case_.positions.flatMap((line) => [...subjectsOf(line)]), ...(declared?.rules ?? []).flatMap((rule) => [...subjectsOfRule(rule)])];
  const steps = declared !== undefined && declared.steps.length > 0 ? declared.steps : [...new Set(subjects.flatMap(stepsIn))];
  const scenarios = declared !== undefined && declared.scenarios.length > 0 ? declared.scenarios : ownScenarios(case_);
  if (declared !== undefined) return { ...declared, negotiation: declared.id, steps, scenarios };
  return { label: case_.title, parties: [], instruments: instrumentsNamed(case_, subjects), standing: [], options: [], steps, scenarios, rules: [] };
}

/** Those of the case itself; of an imported text only where the case has none. */
function ownScenarios(case_: Case): Id[] {
  const imported = new Set(case_.files.filter((file) => file.imported).map(({ path }) => path));
  const own = [...case_.scenarios.values()].filter(({ place }) => !imported.has(place.file));
  return (own.length > 0 ? own : [...case_.scenarios.values()]).map(({ id }) => id);
}

function instrumentsNamed(case_: Case, subjects: readonly Subject[]): Id[] {
  return [...new Set(subjects.flatMap((subject) => (subject.kind === 'instrument' ? (arrangementOf(case_, subject.instrument)?.instruments ?? []) : [])))];
}
