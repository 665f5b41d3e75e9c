/** The agreement as a page, in the order in which one asks. */
import type { Page } from '../page.js';
import { concessionsSection, nearestSection } from './concessions.js';
import { conflictsSection } from './conflicts.js';
import { groundSection } from './ground.js';
import { coalitionsSection, moversSection, pairsSection, weightsSection } from './movers.js';
import { ordersSection } from './orders.js';
import { robustnessSection } from './robustness.js';
import { answerSection, keepsNoRules, tableSection, warningsSection } from './table.js';
import { undominatedSection } from './undominated.js';
import { unreadSection } from './unread.js';
import type { AgreementView } from './view.js';

/** The page of `casus agree`. */
export function agreementPage(view: AgreementView): Page {
  const first = [unreadSection(view.unread), tableSection(view), warningsSection(view), answerSection(view)];
  // Where no text keeps the rules, it makes no sense to ask who could agree on one, or who would have to move.
  if (keepsNoRules(view.agreement)) return { title: view.case.title, sections: first };
  return {
    title: view.case.title,
    sections: [
      ...first, conflictsSection(view), concessionsSection(view), weightsSection(view), nearestSection(view), groundSection(view),
      moversSection(view), pairsSection(view), coalitionsSection(view), ordersSection(view), undominatedSection(view), robustnessSection(view),
    ],
  };
}
