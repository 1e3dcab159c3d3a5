// Tables that several formats print.
import { dayText } from '../i18n/day.js';
import { inLocale, type Locale, say } from '../i18n/locale.js';
import { isAdvisory } from '../lint/summary.js';
import type { Report } from '../lint/types.js';
import type { TextTable } from '../render/document.js';
import { lawTag } from './laws.js';
import { verdictsByGroup } from './tally.js';
import type { ReportView } from './view.js';
import { label } from './wording/citation.js';
import { subjectText } from './wording/subject.js';
import { ORIGINS, SHORT_OUTCOMES } from './wording/terms.js';

/** Returns the table of waived findings, in the order of `verdictsByGroup(report).waived`. */
export function waivedTable(report: Report, { locale, text }: ReportView): TextTable {
  const head = [
    say(locale, '对象', 'Subject'),
    say(locale, '结论', 'Verdict'),
    say(locale, '内容', 'Finding'),
    say(locale, '理由', 'Reason'),
    say(locale, '说明人', 'By'),
    say(locale, '文件', 'Document'),
    say(locale, '有效至', 'Until'),
  ];
  const rows = verdictsByGroup(report).waived.map((verdict) => {
    const { waiver } = verdict;
    return [
      `${subjectText(verdict.subject, report.site, locale)}${lawTag(verdict, report, locale)}`,
      inLocale(SHORT_OUTCOMES[isAdvisory(verdict) ? 'warning' : verdict.outcome], locale),
      text(verdict),
      waiver?.reason ?? '—',
      waiver?.by ?? '—',
      waiver?.document ?? '—',
      waiver === undefined ? '—' : inLocale(dayText(waiver.until), locale),
    ];
  });
  return { head, rows };
}

/** Returns the table of assumptions: every threshold, default and claim that verdicts rest on, and its origin. */
export function assumptionsTable({ assumptions }: Report, locale: Locale): TextTable {
  return {
    head: [say(locale, '事项', 'What'), say(locale, '取值', 'Value'), say(locale, '来源', 'Whose')],
    rows: assumptions.map(({ what, value, origin }) =>
      [what, value, ORIGINS[origin]].map((text) => inLocale(text, locale)),
    ),
  };
}

/** Returns a line for each clause whose source text has an erratum, with the words printed instead. */
export function errataOf({ pack }: Report, locale: Locale): readonly string[] {
  return pack.clauses.flatMap(({ id, corrected }) =>
    corrected === undefined
      ? []
      : [`${label(pack, id, locale)}${say(locale, '：', ': ')}${inLocale(corrected.note, locale)}`],
  );
}
