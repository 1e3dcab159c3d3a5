// Counts on the terminal.
import { VERDICT_GROUPS, verdictsByGroup } from '../../findings/tally.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import type { Screen } from '../../render/screen.js';

/** Returns a sentence of counts over `reports` in lines, with the figures that aren't zero in colour. */
export function countLines(text: string, reports: readonly Report[], locale: Locale, paint: Screen): string[] {
  const figures = VERDICT_GROUPS.flatMap((group) => {
    const n = reports.reduce((sum, report) => sum + verdictsByGroup(report)[group].length, 0);
    const name = inLocale(SHORT_OUTCOMES[group], locale);
    if (n === 0 || group === 'waived') return [];
    const figure =
      locale === 'en' ? new RegExp(`(?<=: |, |^)${n} ${name}s?\\b`) : new RegExp(`(?<=[：，]|^)${name}${n}(?!\\d)`);
    return [{ group, figure }];
  });
  return paint
    .wrap(text)
    .map((line) =>
      figures.reduce((shown, { group, figure }) => shown.replace(figure, (found) => paint.group(group, found)), line),
    );
}
