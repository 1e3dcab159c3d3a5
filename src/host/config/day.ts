// The day that a run takes as today.

import type { Io } from '../io.js';
import { UsageError } from '../usage.js';

/** Returns `--today`, else the machine's day, as YYYY-MM-DD. Throws a UsageError if the text is no date. */
export function dayOf(today: string | undefined, io: Io): string {
  if (today === undefined) return io.today();
  const date = new Date(`${today}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(today)) {
    return today;
  }
  throw UsageError.onOptions({
    zh: `--today “${today}”不是日期，应为 YYYY-MM-DD，例如 2026-11-24。`,
    en: `--today '${today}' is not a date; expected YYYY-MM-DD, for example 2026-11-24.`,
  });
}
