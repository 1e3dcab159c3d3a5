import type { Report } from '../../engine/types.js';
import { dayText } from '../../i18n/day.js';
import { inLocale } from '../../i18n/locale.js';
import { markdownText } from '../escape.js';
import { subjectText } from '../subject.js';
import { grouped } from '../tally.js';
import { SHORT_OUTCOMES } from '../terms.js';
import type { View } from '../view.js';
import { type Section, whole } from './budget.js';
import { evidenceText, placeText, say, table } from './text.js';

/** Findings that the author's waivers set aside: on record, without legal effect. */
export function waivedSection(report: Report, view: View): Section {
  const { locale } = view;
  const head = [
    say(locale, '对象', 'Subject'),
    say(locale, '结论', 'Verdict'),
    say(locale, '内容', 'Finding'),
    say(locale, '理由', 'Reason'),
    say(locale, '说明人', 'By'),
    say(locale, '文件', 'Document'),
    say(locale, '有效至', 'Until'),
    say(locale, '图中位置', 'Place in the plan'),
  ];
  const rows = grouped(report).waived.map((verdict) => [
    markdownText(subjectText(verdict.subject, report.site, locale)),
    inLocale(SHORT_OUTCOMES[verdict.level === 'warning' ? 'warning' : verdict.outcome], locale),
    markdownText(view.text(verdict)),
    ...[verdict.waiver?.reason, verdict.waiver?.by, verdict.waiver?.document].map((text) => markdownText(text ?? '—')),
    markdownText(inLocale(dayText(verdict.waiver?.until ?? '—'), locale)),
    placeText(verdict, report, view),
  ]);
  return whole(say(locale, '例外说明（无豁免效力）', 'Waivers (without legal effect)'), table(head, rows), 'waived');
}

/** What passed and what doesn't apply: each verdict, so that a reader sees what was looked at. */
export function settledSection(report: Report, view: View): Section {
  const { locale } = view;
  const groups = grouped(report);
  const head = [
    say(locale, '对象', 'Subject'),
    say(locale, '结论', 'Verdict'),
    say(locale, '内容', 'What was found'),
    say(locale, '规则', 'Rule'),
  ];
  const rows = [...groups.pass, ...groups.notApplicable].map((verdict) => {
    const evidence = evidenceText(verdict, report, locale);
    return [
      markdownText(subjectText(verdict.subject, report.site, locale)),
      inLocale(SHORT_OUTCOMES[verdict.outcome], locale),
      `${markdownText(view.text(verdict))}${evidence === undefined ? '' : say(locale, `（${evidence}）`, ` (${evidence})`)}`,
      `\`${verdict.rule}\``,
    ];
  });
  return whole(say(locale, '未发现不符合与不适用', 'Passed and not applicable'), table(head, rows), 'settled');
}
