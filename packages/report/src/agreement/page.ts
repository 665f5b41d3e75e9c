/** The agreement as a page, in the order in which one asks. */
import type { Page } from '../page.js';
import { concessionsSection, nearestSection } from './concessions.js';
import { conflictsSection } from './conflicts.js';
import { groundSection } from './ground.js';
import { coalitionsSection, moversSection, pairsSection, weightsSection } from './movers.js';
import { ordersSection } from './orders.js';
import { robustnessSection } from './robustness.js';
import { answerSection, tableSection, warningsSection } from './table.js';
import { undominatedSection } from './undominated.js';
import type { AgreementView } from './view.js';

/** The page of `casus agree`. */
export function agreementPage(view: AgreementView): Page {
  return {
    title: view.case.title,
    sections: [
      tableSection(view), warningsSection(view), answerSection(view), conflictsSection(view), concessionsSection(view), weightsSection(view), nearestSection(view), groundSection(view),
      moversSection(view), pairsSection(view), coalitionsSection(view), ordersSection(view), undominatedSection(view), robustnessSection(view),
    ],
  };
}
