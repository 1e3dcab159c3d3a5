import { noVerdicts } from '../../findings/no-verdicts.js';
import { faultSpot, type View } from '../../findings/view.js';
import { faultsUnder, faultText } from '../../findings/wording/unjudged.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { UnreadableReport } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, whole } from './budget.js';
import { spotProse, table } from './text.js';

/** Why there is no verdict: each fault at its place. */
export function unreadableSection(result: UnreadableReport, view: View): Section {
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
  return whole(inLocale(noVerdicts(result), locale), table(head, rows), 'always');
}
