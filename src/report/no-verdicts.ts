import { isOwnFault } from '../engine/own-fault.js';
import type { UnreadableReport } from '../engine/types.js';
import type { Localized } from '../i18n/locale.js';
import { NO_VERDICTS } from './terms.js';

/** Why there are no verdicts on a plan. */
export function noVerdicts(result: UnreadableReport): Localized {
  if (result.terms !== undefined) return NO_VERDICTS.terms;
  return isOwnFault(result) ? NO_VERDICTS.fault : NO_VERDICTS.unreadable;
}
