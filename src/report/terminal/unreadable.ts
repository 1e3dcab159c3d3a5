// Plans without verdicts on the terminal.
import { faultSpot, type ReportView, spotText } from '../../findings/view.js';
import { say } from '../../i18n/locale.js';
import { isInternalError } from '../../lint/support/internal-error.js';
import type { UnreadableReport } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Screen } from '../../render/screen.js';
import { frameLines } from './frame.js';

/** Returns that a plan has no verdicts, then each fault with its source frame. */
export function unreadableBlocks(result: UnreadableReport, view: ReportView, paint: Screen): string[] {
  const count = result.unreadable.length;
  if (result.terms !== undefined)
    return [...unjudgedHead(result, result.terms.plans, view, paint), ...faultBlocks(result, view, paint)];
  const title = isInternalError(result)
    ? say(view.locale, '本工具出现故障，未作任何判定。', 'A fault of sitecam; no verdicts.')
    : view.locale === 'en'
      ? `The plan can't be read (${count} ${count === 1 ? 'fault' : 'faults'}); no verdicts.`
      : `图纸无法读取（${count}处错误），未作任何判定。`;
  return [`${paint.group('fail', title)}  ${paint.dim(plainText(result.path))}`, ...faultBlocks(result, view, paint)];
}

/** Most plans named under one cause. */
const NAMED = 20;

/** Returns how many plans have no verdicts for one cause, and which. */
function unjudgedHead(
  { unreadable }: UnreadableReport,
  plans: readonly string[],
  { locale }: ReportView,
  paint: Screen,
): string[] {
  const faults = unreadable.length;
  const title =
    locale === 'en'
      ? `${plans.length} ${plans.length === 1 ? 'plan' : 'plans'} not judged for ${faults === 1 ? 'a fault' : `${faults} faults`} of configuration, law pack or region; no verdicts.`
      : `有${plans.length}份设计图不具备审查条件（${faults}处错误），未作任何判定。`;
  const [only, ...others] = plans.map(plainText);
  if (others.length === 0) return [`${paint.group('fail', title)}  ${paint.dim(only)}`];
  const named = [only, ...others].slice(0, NAMED).map((plan) => `  ${paint.dim(plan)}`);
  const left = plans.length - named.length;
  const rest = left > 0 ? [say(locale, `  另有${left}份`, `  and ${left} more`)] : [];
  return [[paint.group('fail', title), ...named, ...rest].join('\n')];
}

/** Returns each fault with its source frame. */
function faultBlocks(result: UnreadableReport, view: ReportView, paint: Screen): string[] {
  return result.unreadable.map((fault) => {
    const spot = faultSpot(fault, result, view);
    return [
      `${paint.strong(spotText(spot, fault.place.path))}  ${paint.dim(fault.code)}`,
      ...frameLines(spot, 'fail', paint),
      ...paint.wrap(view.messageText(fault.message), 2, 4),
    ].join('\n');
  });
}
