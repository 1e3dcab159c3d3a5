// Waived findings and verdicts that are no findings, in Markdown.
import { lawTag } from '../../findings/laws.js';
import { type LocalView, tableIn } from '../../findings/local.js';
import { waivedTable } from '../../findings/tables.js';
import { verdictsByGroup } from '../../findings/tally.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownEvidence, markdownTable, placeText } from './text.js';

/** Returns the section of waived findings: on record, without legal effect. */
export function waivedSection(report: Report, view: LocalView): Section {
  const { locale } = view;
  const { head, rows } = tableIn(waivedTable(report, view.both), view.locale);
  const places = verdictsByGroup(report).waived.map((verdict) => placeText(verdict, report, view));
  return wholeSection(
    say(locale, '例外说明（无豁免效力）', 'Waivers (without legal effect)'),
    markdownTable(
      [...head, say(locale, '图中位置', 'Place in the plan')],
      rows.map((row, i) => [...row.map(markdownText), places[i] ?? '']),
    ),
    'waived',
  );
}

/** Returns the section of every verdict that passed or isn't applicable, so that readers see what was checked. */
export function settledSection(report: Report, view: LocalView): Section {
  const { locale } = view;
  const groups = verdictsByGroup(report);
  const head = [
    say(locale, '对象', 'Subject'),
    say(locale, '结论', 'Verdict'),
    say(locale, '内容', 'What was found'),
    say(locale, '规则', 'Rule'),
  ];
  const rows = [...groups.pass, ...groups.notApplicable].map((verdict) => {
    const evidence = markdownEvidence(verdict, report, locale);
    return [
      markdownText(
        `${render(subjectText(verdict.subject, report.site), locale)}${render(lawTag(verdict, report), locale)}`,
      ),
      inLocale(SHORT_OUTCOMES[verdict.outcome], locale),
      `${markdownText(view.text(verdict))}${evidence === undefined ? '' : say(locale, `（${evidence}）`, ` (${evidence})`)}`,
      `\`${verdict.rule}\``,
    ];
  });
  return wholeSection(
    say(locale, '未发现不符合与不适用', 'Passed and not applicable'),
    markdownTable(head, rows),
    'settled',
  );
}
