// Verdicts without action on the terminal: passes, not applicable, waived.
import { lawTag } from '../../findings/laws.js';
import { type ReportView, spotText } from '../../findings/view.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { dayText } from '../../i18n/day.js';
import { quote } from '../../i18n/list.js';
import { inLocale } from '../../i18n/locale.js';
import { isAdvisory } from '../../lint/summary.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Screen } from '../../render/screen.js';

/** Returns verdicts that passed or aren't applicable, one line each. */
export function passLines(verdicts: readonly LintVerdict[], report: Report, view: ReportView, paint: Screen): string[] {
  return verdicts.flatMap((verdict) =>
    paint.wrap(`- ${verdict.rule}  ${named(verdict, report, view)}  ${view.text(verdict)}`, 2, 4),
  );
}

/** Returns waived findings: the finding, who waives it, why and until when. */
export function waivedLines(
  verdicts: readonly LintVerdict[],
  report: Report,
  view: ReportView,
  paint: Screen,
): string[] {
  return verdicts.flatMap((verdict) => {
    const { waiver } = verdict;
    if (waiver === undefined) return [];
    const at = spotText(view.spot(waiver.place, report.files), waiver.place.path);
    const outcome = inLocale(SHORT_OUTCOMES[isAdvisory(verdict) ? 'warning' : verdict.outcome], view.locale);
    const [reason, by, until] = [waiver.reason, waiver.by, inLocale(dayText(waiver.until), view.locale)].map(plainText);
    const document = waiver.document === undefined ? '' : plainText(waiver.document);
    const why =
      view.locale === 'en'
        ? `Reason ${quote(reason, 'en')}, by ${quote(by, 'en')}${document && `, document ${quote(document, 'en')}`}, until ${quote(until, 'en')}.`
        : `理由${quote(reason, 'zh-CN')}，说明人${quote(by, 'zh-CN')}${document && `，文件${quote(document, 'zh-CN')}`}，有效至${quote(until, 'zh-CN')}。`;
    return [
      ...paint.wrap(`- ${at}  ${outcome}  ${named(verdict, report, view)}  ${verdict.rule}`, 2, 4),
      ...paint.wrap(view.text(verdict), 4, 4),
      ...paint.wrap(why, 4, 4),
    ];
  });
}

/** Returns the subject of a verdict, with its law if several apply. */
function named(verdict: LintVerdict, report: Report, view: ReportView): string {
  return `${plainText(verdict.subject)}${lawTag(verdict, report, view.locale)}`;
}
