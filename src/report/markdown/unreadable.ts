// Plans without verdicts in Markdown.
import type { LocalView } from '../../findings/local.js';
import { faultSpot } from '../../findings/view.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { UnreadableReport } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownTable, spotProse } from './text.js';

/** Returns the section on why there are no verdicts: each fault with its place. */
export function unreadableSection(result: UnreadableReport, view: LocalView): Section {
  const { locale } = view;
  const head = [
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '错误', 'Fault'),
    say(locale, '类别', 'Kind'),
  ];
  const rows = faultsUnder(result).map((fault) => [
    spotProse(faultSpot(fault, result, view), fault.place.path, locale),
    markdownText(render(faultText(fault, result, view.both), view.locale)),
    `\`${fault.code}\``,
  ]);
  return wholeSection(inLocale(noVerdicts(result), locale), markdownTable(head, rows), 'always');
}
