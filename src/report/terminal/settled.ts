import type { Judged, Report } from '../../engine/types.js';
import { dayText } from '../../i18n/day.js';
import { inLocale } from '../../i18n/locale.js';
import { plainText } from '../escape.js';
import { SHORT_OUTCOMES } from '../terms.js';
import { spotText, type View } from '../view.js';
import type { Screen } from './screen.js';

/** What passed or doesn't apply, one line each. */
export function passLines(verdicts: readonly Judged[], view: View, paint: Screen): string[] {
  return verdicts.flatMap((verdict) =>
    paint.wrap(`- ${verdict.rule}  ${plainText(verdict.subject)}  ${view.text(verdict)}`, 2, 4),
  );
}

/** Findings an author's waiver sets aside: what was found, and who says why it may stand, until when. */
export function waivedLines(verdicts: readonly Judged[], report: Report, view: View, paint: Screen): string[] {
  return verdicts.flatMap((verdict) => {
    const { waiver } = verdict;
    if (waiver === undefined) return [];
    const at = spotText(view.spot(waiver.place, report.files), waiver.place.path);
    const outcome = inLocale(SHORT_OUTCOMES[verdict.level === 'warning' ? 'warning' : verdict.outcome], view.locale);
    const [reason, by, until] = [waiver.reason, waiver.by, inLocale(dayText(waiver.until), view.locale)].map(plainText);
    const document = waiver.document === undefined ? '' : plainText(waiver.document);
    const why =
      view.locale === 'en'
        ? `Reason '${reason}', by '${by}'${document && `, document '${document}'`}, until '${until}'.`
        : `理由“${reason}”，说明人“${by}”${document && `，文件“${document}”`}，有效至“${until}”。`;
    return [
      ...paint.wrap(`- ${at}  ${outcome}  ${plainText(verdict.subject)}  ${verdict.rule}`, 2, 4),
      ...paint.wrap(view.text(verdict), 4, 4),
      ...paint.wrap(why, 4, 4),
    ];
  });
}
