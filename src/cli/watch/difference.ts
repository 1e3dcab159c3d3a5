// What is new since the run before, as lines for the terminal.

import { verdictGroup } from '../../findings/tally.js';
import { reportView, spotText } from '../../findings/view.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { type Locale, render } from '../../i18n/locale.js';
import type { LintVerdict, Report, ReportInput } from '../../lint/types.js';
import { differenceOf } from '../../live/difference.js';
import { plainText } from '../../render/escape.js';
import { shortHead } from '../../report/lint/short/short.js';
import { say } from '../say.js';

/** Most lines of one plan: whoever changed more reads the report. */
const MOST = 20;

/**
 * Returns how the findings of a plan differ from those of the run before: ＋ new, ↑ graver, ↓ milder, － gone. Ends with a
 * line break.
 *
 * @param input the run that `now` is of
 */
export function differenceText(old: Report, now: Report, input: ReportInput, locale: Locale): string {
  const { added, graver, milder, gone } = differenceOf(old, now);
  const line = (mark: string, verdict: LintVerdict, report: Report): string => {
    const view = reportView({ ...input, results: [report] });
    const place = report === now ? [plainText(spotText(view.spot(verdict.place, now.files), verdict.place.path))] : [];
    const outcome = render(SHORT_OUTCOMES[verdictGroup(verdict)], locale);
    const head = render(shortHead(verdict, 0, report, view), locale);
    return [` ${mark} ${outcome}`, ...place, head, verdict.rule].join('  ');
  };
  const lines = [
    ...added.map((one) => line('＋', one, now)),
    ...graver.map((one) => line('↑', one, now)),
    ...milder.map((one) => line('↓', one, now)),
    ...gone.map((one) => line('－', one, old)),
  ];
  const plan = plainText(now.path);
  if (lines.length === 0) return say(locale, `${plan}：与上次相同。\n`, `${plan}: as in the run before.\n`);
  const more = lines.length - MOST;
  return [
    say(
      locale,
      `${plan}：与上次相比（＋新增 ↑加重 ↓减轻 －消除）`,
      `${plan}: since the run before (＋ new, ↑ graver, ↓ milder, － gone)`,
    ),
    ...lines.slice(0, MOST),
    ...(more > 0 ? [say(locale, ` 另有${more}项`, ` and ${more} more`)] : []),
    '',
  ].join('\n');
}
