// Places of faults on a review sheet.
import { faultSpot, type ReportView } from '../../findings/view.js';
import { say } from '../../i18n/locale.js';
import type { UnreadableReport } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';

/** Returns the place of a fault as file, line and column: readers look for it in the text, not on the drawing. */
export function lineOfFault(
  fault: UnreadableReport['unreadable'][number],
  result: UnreadableReport,
  view: ReportView,
): string {
  const spot = faultSpot(fault, result, view);
  if (spot === undefined) return plainText(fault.place.path);
  const { line, column } = spot.span.start;
  return `${plainText(spot.file.path)}${say(view.locale, `，第${line}行第${column}列`, `, line ${line}, column ${column}`)}`;
}

/**
 * Returns the place of a fault without the plan's own file name, which stands beside it; '' if the fault is on the
 * whole file.
 */
export function placeOfFault(
  fault: UnreadableReport['unreadable'][number],
  result: UnreadableReport,
  view: ReportView,
): string {
  const spot = faultSpot(fault, result, view);
  if (spot === undefined && fault.place.path === result.path) return '';
  if (spot?.file.path !== result.path) return lineOfFault(fault, result, view);
  const { line, column } = spot.span.start;
  return say(view.locale, `第${line}行第${column}列`, `line ${line}, column ${column}`);
}
