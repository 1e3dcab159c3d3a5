import type { Localized } from '../i18n/locale.js';
import { isInternalError } from '../lint/support/internal-error.js';
import type { UnreadableReport } from '../lint/types.js';
import { NO_VERDICTS } from './wording/terms.js';

/** Why there are no verdicts on a plan. */
export function noVerdicts(result: UnreadableReport): Localized {
  if (result.terms !== undefined) return NO_VERDICTS.terms;
  return isInternalError(result) ? NO_VERDICTS.fault : NO_VERDICTS.unreadable;
}
