// The day that a run takes as today.

import { isDay } from '../../i18n/day.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage.js';

/** Returns `--today`, else the machine's day, as YYYY-MM-DD. Throws a UsageError if the text is no date. */
export function dayOf(today: string | undefined, io: Io): string {
  if (today === undefined) return io.today();
  if (isDay(today)) return today;
  throw UsageError.onOptions({
    zh: `--today “${today}”不是日期，应为 YYYY-MM-DD，例如 2026-11-24。`,
    en: `--today '${today}' is not a date; expected YYYY-MM-DD, for example 2026-11-24.`,
  });
}
