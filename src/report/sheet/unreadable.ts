import { faultSpot, type ReportView } from '../../findings/view.js';
import { say } from '../../i18n/locale.js';
import type { UnreadableReport } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';

/** Where a fault of the text is: file, line and column; it is looked for in the text, not on the drawing. */
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

/** The same without the name of the plan's own file, which stands beside it; empty where it is the whole file. */
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
