import type { Case, FindingCode, Place } from '@casus/model';
import type { Extra } from '../bridge/context.js';

/** Takes a finding. */
export type Report = (code: FindingCode, place: Place, message: string, extra?: Extra) => void;

/** A check of the form of a case. */
export type Check = (of: Case, report: Report) => void;
