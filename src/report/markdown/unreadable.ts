// Plans without verdicts in Markdown.
import { noVerdicts } from '../../findings/no-verdicts.js';
import { faultSpot, type ReportView } from '../../findings/view.js';
import { faultsUnder, faultText } from '../../findings/wording/unjudged.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { UnreadableReport } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownTable, spotProse } from './text.js';

/** Returns the section on why there are no verdicts: each fault with its place. */
export function unreadableSection(result: UnreadableReport, view: ReportView): Section {
  const { locale } = view;
  const head = [
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '错误', 'Fault'),
    say(locale, '类别', 'Kind'),
  ];
  const rows = faultsUnder(result).map((fault) => [
    spotProse(faultSpot(fault, result, view), fault.place.path, locale),
    markdownText(faultText(fault, result, view)),
    `\`${fault.code}\``,
  ]);
  return wholeSection(inLocale(noVerdicts(result), locale), markdownTable(head, rows), 'always');
}
