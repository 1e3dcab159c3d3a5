// Findings of a baseline on the terminal.
import { goneTitle, goneWas, resolvedText } from '../../findings/baseline-words.js';
import { verdictGroup } from '../../findings/tally.js';
import { type ReportView, spotText } from '../../findings/view.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Screen } from '../../render/screen.js';

/**
 * Returns the findings that the baseline holds unchanged, a line each, for print after new and changed ones. They count
 * like all others.
 */
export function unchangedSection(
  verdicts: readonly LintVerdict[],
  report: Report,
  view: ReportView,
  paint: Screen,
): string[] {
  if (verdicts.length === 0) return [];
  const { locale } = view;
  const title = say(
    locale,
    `未变（${verdicts.length}）：已在比对基准中，仍计入结论`,
    `unchanged (${verdicts.length}): in the baseline already, counted all the same`,
  );
  const lines = verdicts.flatMap((verdict) => {
    const group = verdictGroup(verdict);
    const at = spotText(view.spot(verdict.place, report.files), verdict.place.path);
    const tag = paint.group(group, inLocale(SHORT_OUTCOMES[group], locale));
    return paint.wrap(`- ${tag}  ${subjectText(verdict.subject, report.site, locale)}  ${at}  ${verdict.rule}`, 2, 4);
  });
  return [[paint.strong(title), ...lines].join('\n')];
}

/** Returns the resolved findings of the baseline, a line each. */
export function goneSection({ baseline, site }: Report, view: ReportView, paint: Screen): string[] {
  const { locale } = view;
  const gone = baseline?.gone ?? [];
  if (gone.length === 0) return [];
  const title = say(locale, `${goneTitle(locale)}（${gone.length}）`, `${goneTitle(locale)} (${gone.length})`);
  const lines = gone.flatMap((one) => {
    const was = inLocale(goneWas(one, view), locale);
    const now = resolvedText(one, locale);
    const change = say(locale, `原为${was}，${now}`, `was ${was}, ${now}`);
    return paint.wrap(`- ${subjectText(one.subject, site, locale)}  ${change}  ${plainText(one.rule)}`, 2, 4);
  });
  return [[paint.strong(title), ...lines].join('\n')];
}
