// SARIF for GitHub code scanning.

import type { Location, Result } from 'sarif';
import { isInBaseline, leftOutTexts } from '../../findings/baseline-words.js';
import { allIn } from '../../findings/local.js';
import { VERDICT_GROUPS, type VerdictGroup, verdictsByGroup } from '../../findings/tally.js';
import type { Locale } from '../../i18n/locale.js';
import type { LintVerdict, Report, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Format } from '../format.js';
import { relatedLocations } from './evidence.js';
import { fitting, type GzippedSize, MOST_BYTES, weightOf } from './limits.js';
import { log, writerOf } from './log.js';
import { sarifMessage } from './message.js';
import type { Notice } from './notifications.js';
import { closingRemarks, type SarifWriter, verdictSentences } from './result.js';

/** Most results that GitHub accepts. */
const MOST_RESULTS = 25_000;

/** Options of {@link renderSarifGithub}. */
export interface SarifGithubOptions {
  readonly locale: Locale;
  readonly gzippedSize: GzippedSize;
}

/**
 * Returns the SARIF log for GitHub code scanning. GitHub ignores kind, suppressions and taxa, so a pass or a waived
 * finding would become an open alert: both are left out, and so is what the baseline holds unchanged. Open becomes a
 * warning, review a note.
 */
export function renderSarifGithub(input: ReportInput, options: SarifGithubOptions): string {
  return [...sarifGithubParts(input, options)].join('');
}

/** The format `sarif-github`. */
export const format: Format = {
  render: async (input, options) => sarifGithubParts(input, { ...options, gzippedSize: await options.loadGzip() }),
};

/** Yields the text of `renderSarifGithub` in parts, each computed on demand. */
export function sarifGithubParts(input: ReportInput, { locale, gzippedSize }: SarifGithubOptions): Iterable<string> {
  const writer = { ...writerOf(input, locale), taxonomies: { components: [], taxon: () => undefined, taxa: () => [] } };
  const found = VERDICT_GROUPS.slice(0, VERDICT_GROUPS.indexOf('waived')).flatMap((group) =>
    input.results.flatMap((report) =>
      report.ok
        ? verdictsByGroup(report)
            [group].filter((verdict) => !isInBaseline(verdict))
            .map((verdict) => ({ group, verdict, report }))
        : [],
    ),
  );
  const known = leftOut(input, locale);
  const rendered = ({ group, verdict, report }: Found) => alert(group, verdict, report, writer);
  const most = found.slice(0, MOST_RESULTS);
  const head = weightOf([...log(writer, [], {}, [...known, omitted(found.length, 0, locale)])].join(''), gzippedSize);
  const kept = most.slice(0, fitting(most, rendered, MOST_BYTES - head, gzippedSize));
  function* alerts(): Generator<Result> {
    for (const one of kept) yield rendered(one);
  }
  if (kept.length === found.length) return log(writer, alerts(), {}, known);
  const properties = { results: found.length, omittedResults: found.length - kept.length };
  return log(writer, alerts(), { properties }, [...known, omitted(found.length, kept.length, locale)]);
}

/** Returns notices on findings left out because the baseline holds them: GitHub knows no baseline of the tool's own. */
function leftOut({ results }: ReportInput, locale: Locale): Notice[] {
  const texts = results.flatMap((result) =>
    result.ok ? allIn(leftOutTexts(result), locale).map((text) => `${plainText(result.path)}: ${text}`) : [],
  );
  if (texts.length === 0) return [];
  const title =
    locale === 'en'
      ? 'Findings that are unchanged since the baseline are left out.'
      : '与比对基准相比未变的问题未列入。';
  return texts.map((text) => ({ id: 'sarif-github/baseline', title, text }));
}

interface Found {
  readonly group: VerdictGroup;
  readonly verdict: LintVerdict;
  readonly report: Report;
}

/**
 * Returns the notice on results that were cut, placed where tools look for it, since a cut log must not read as the
 * whole.
 */
function omitted(all: number, kept: number, locale: Locale): Notice {
  const left = all - kept;
  return {
    id: 'sarif-github/omitted-results',
    title:
      locale === 'en' ? 'Results beyond what GitHub takes are left out.' : '超出 GitHub 代码扫描上限的结果未列入。',
    text:
      locale === 'en'
        ? `GitHub takes at most ${MOST_RESULTS} results and ${MOST_BYTES / 1e6} MB gzipped: the ${kept} gravest of ${all} are here, and ${left} are left out. The whole record is the format 'sarif'.`
        : `GitHub 代码扫描最多接收${MOST_RESULTS}项结果、压缩后${MOST_BYTES / 1e6} MB：共${all}项，此处列入最重的${kept}项，未列入${left}项。全部记录见“sarif”格式。`,
  };
}

function alert(group: VerdictGroup, verdict: LintVerdict, report: Report, writer: SarifWriter): Result {
  const { view, places } = writer;
  const related = relatedLocations(verdict, view, places);
  const words = verdictSentences(verdict, report, view);
  const more = closingRemarks(words, verdict, report, view);
  const message = sarifMessage(view, verdict.rule, verdict.message, words.text, more);
  const links = related.flatMap(({ id, message }) => (id === undefined ? [] : [`[${linkText(message?.text)}](${id})`]));
  const see = view.locale === 'en' ? ` See ${links.join(', ')}.` : `另见${links.join('、')}。`;
  return {
    ruleId: verdict.rule,
    ruleIndex: view.ruleIndex(verdict.rule),
    level: levelOf(group, verdict),
    message: links.length === 0 ? message : { ...message, text: `${message.text}${see}` },
    locations: [withLine(places.physical(verdict.place))],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { primaryLocationLineHash: `${verdict.fingerprint}:1` },
  };
}

/** Returns a location with a line, which GitHub requires of every alert, even in a redacted file that has none. */
function withLine(location: Location): Location {
  const { physicalLocation } = location;
  if (physicalLocation === undefined || physicalLocation.region !== undefined) return location;
  return { ...location, physicalLocation: { ...physicalLocation, region: { startLine: 1 } } };
}

function levelOf(group: VerdictGroup, { level, outcome }: LintVerdict): Result['level'] {
  if (group === 'review' || outcome === 'review') return 'note';
  return outcome === 'fail' ? level : 'warning';
}

function linkText(text = ''): string {
  return text.replace(/[\\[\]]/g, '');
}
