import type { CaseFinding } from '../case.js';
import { tell } from './duty-against-ban.js';

/** One sentence commands what another forbids, and the texts say which of them gives way. */
export const conflictSettled: CaseFinding = (subject) => tell(subject, 'norms/conflict-settled', (by) => by !== 'nothing');
