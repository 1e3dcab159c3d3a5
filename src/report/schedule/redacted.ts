// The schedule of a redacted run: opaque names and verdicts alone.
import { type Locale, say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import type { Cell } from '../../render/csv.js';
import { conclusionOf, verdictsByName } from './verdicts.js';

/** Returns the column titles of a redacted schedule; `verdict` is the title of the conclusions. */
export function redactedTitles(verdict: string, locale: Locale): string[] {
  return [
    say(locale, '设计图', 'Plan'),
    say(locale, '代号（已隐去图纸内容）', 'Opaque name (redacted)'),
    verdict,
    say(locale, '各项判定', 'Findings'),
  ];
}

/** Returns a record for each device that a verdict names; a redacted report holds no others. */
export function redactedRecords(report: Report, locale: Locale): Cell[][] {
  return [...verdictsByName(report)].map(([device, verdicts]) => {
    const findings = verdicts.flatMap(({ text }) => text(locale) ?? []).join(say(locale, '；', '; '));
    return [report.path, device, conclusionOf(verdicts, locale), findings || undefined];
  });
}
