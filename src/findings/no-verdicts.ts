// The reason why a plan has no verdicts, in a few words.
import type { Localized } from '../i18n/locale.js';
import { isInternalError } from '../lint/support/internal-error.js';
import type { UnreadableReport } from '../lint/types.js';
import { NO_VERDICTS } from './wording/terms.js';

/** Returns why there are no verdicts on a plan: unreadable, unusable terms, or a failure of sitecam's own. */
export function noVerdicts(result: UnreadableReport): Localized {
  if (result.terms !== undefined) return NO_VERDICTS.terms;
  return isInternalError(result) ? NO_VERDICTS.fault : NO_VERDICTS.unreadable;
}
