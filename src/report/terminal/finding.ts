import type { Judged, Report } from '../../engine/types.js';
import { inLocale } from '../../i18n/locale.js';
import { citations, penaltySentences, quoted } from '../citation.js';
import { plainText } from '../escape.js';
import { type Cluster, clusters } from '../groups.js';
import { coverageText, sightLineText } from '../sightline.js';
import { subjectText } from '../subject.js';
import type { Group } from '../tally.js';
import { SHORT_OUTCOMES } from '../terms.js';
import { spotText, type View } from '../view.js';
import { frameLines } from './frame.js';
import type { Screen } from './screen.js';

const INDENT = 2;
const HANG = 4;

/**
 * One block per finding. Fails stand each on their own; what else says the same of one device is clustered: the worst
 * in full, the others on one line each (verbose: all in full).
 */
export function findingBlocks(
  group: Group,
  verdicts: readonly Judged[],
  report: Report,
  view: View,
  paint: Screen,
  verbose: boolean,
): string[] {
  const alone = verbose || group === 'fail';
  const list: readonly Cluster[] = alone ? verdicts.map((first) => ({ first, rest: [] })) : clusters(verdicts);
  return list.map(({ first, rest }) =>
    [...fullLines(group, first, report, view, paint), ...restLines(rest, report, view, paint)].join('\n'),
  );
}

function fullLines(group: Group, verdict: Judged, report: Report, view: View, paint: Screen): string[] {
  const { locale } = view;
  const spot = view.spot(verdict.place, report.files);
  const tag = paint.group(group, inLocale(SHORT_OUTCOMES[verdict.outcome], locale));
  const line = (text: string) => paint.wrap(text, INDENT, HANG);
  return [
    `${paint.strong(spotText(spot, verdict.place.path))}  ${tag}  ${subjectText(verdict.subject, report.site, locale)}  ${paint.dim(verdict.rule)}`,
    ...frameLines(spot, group, paint),
    ...line(why(verdict, report, view)),
    ...clauseLines(verdict, report, view).flatMap(line),
    ...adviceLines(verdict, view).flatMap(line),
    ...relatedLines(verdict, report, view).flatMap(line),
  ];
}

/** The reason and the sight line (or the coverage) that shows it. */
function why(verdict: Judged, report: Report, view: View): string {
  const { locale } = view;
  const text = view.text(verdict);
  const sight = sightLineText(report, verdict.evidence, locale);
  const coverage = coverageText(verdict.evidence, locale);
  const named = [
    ...(sight === undefined ? [] : [locale === 'en' ? `Sight line: ${sight}.` : `视线：${sight}。`]),
    ...(coverage === undefined ? [] : [locale === 'en' ? `Measured: ${coverage}.` : `量算：${coverage}。`]),
  ];
  return [text, ...named].join(locale === 'en' ? ' ' : '');
}

/** The clauses with their words, then what may follow by law. A sentence that the message already says isn't repeated. */
function clauseLines(verdict: Judged, report: Report, view: View): string[] {
  const { locale } = view;
  const cited = citations(report.pack, verdict, locale).map((one) => quoted(one, locale));
  if (cited.length === 0) return [];
  const joined = cited.join(locale === 'en' ? '; ' : '；');
  const clause = locale === 'en' ? `Clause: ${joined}.` : `依据：${joined}。`;
  const penalty = penaltySentences(report.pack, verdict, view.text(verdict), locale).join(locale === 'en' ? ' ' : '');
  return penalty === '' ? [clause] : [clause, penalty];
}

function adviceLines(verdict: Judged, view: View): string[] {
  const advice = view.advice(verdict);
  if (advice === undefined) return [];
  return [view.locale === 'en' ? `Advice: ${advice}` : `建议：${advice}`];
}

function relatedLines(verdict: Judged, report: Report, view: View): string[] {
  return verdict.related.map(({ place, caption }) => {
    const at = spotText(view.spot(place, report.files), place.path);
    return view.locale === 'en' ? `See ${at}: ${plainText(caption.en)}` : `另见 ${at}：${plainText(caption.zh)}`;
  });
}

function restLines(rest: readonly Judged[], report: Report, view: View, paint: Screen): string[] {
  if (rest.length === 0) return [];
  const { locale } = view;
  const title = locale === 'en' ? `The same in ${rest.length} more:` : `另有${rest.length}处同类：`;
  return [
    ...paint.wrap(title, INDENT, HANG),
    ...rest.flatMap((verdict) => paint.wrap(restText(verdict, report, view), INDENT + 2, INDENT + 4)),
  ];
}

function restText(verdict: Judged, report: Report, view: View): string {
  const { locale } = view;
  const evidence =
    sightLineText(report, verdict.evidence, locale) ?? coverageText(verdict.evidence, locale) ?? view.text(verdict);
  const at = spotText(view.spot(verdict.place, report.files), verdict.place.path);
  return `- ${subjectText(verdict.subject, report.site, locale)}  ${at}  ${evidence}`;
}
