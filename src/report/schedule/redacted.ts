import { type Locale, say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import type { Cell } from '../../render/csv.js';
import { conclusionOf, verdictsByName } from './verdicts.js';

/** What heads the columns of a schedule that tells nothing of devices but the verdicts; `verdict` heads the conclusions. */
export function redactedTitles(verdict: string, locale: Locale): string[] {
  return [
    say(locale, '设计图', 'Plan'),
    say(locale, '代号（已隐去图纸内容）', 'Opaque name (redacted)'),
    verdict,
    say(locale, '各项判定', 'Findings'),
  ];
}

/** A record for each device that a verdict is about; others aren't known. */
export function redactedRecords(report: Report, locale: Locale): Cell[][] {
  return [...verdictsByName(report)].map(([device, verdicts]) => {
    const findings = verdicts.flatMap(({ text }) => text(locale) ?? []).join(say(locale, '；', '; '));
    return [report.path, device, conclusionOf(verdicts, locale), findings || undefined];
  });
}
