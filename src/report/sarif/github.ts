// SARIF for GitHub code scanning.

import type { Location, Result } from 'sarif';
import { leftOutTexts } from '../../findings/baseline-words.js';
import { type Alerts, loneFolds, loneUndecided, needsAction } from '../../findings/file-problems.js';
import { type Fold, foldsOf } from '../../findings/groups.js';
import { allIn } from '../../findings/local.js';
import { FINDING_GROUPS, type VerdictGroup, verdictsByGroup } from '../../findings/tally.js';
import { rowsElsewhere } from '../../findings/wording/rows.js';
import { verdictSentences } from '../../findings/wording/sentences.js';
import { joined } from '../../i18n/catalogue.js';
import { type Locale, render, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Format } from '../format.js';
import { relatedLocations } from './evidence.js';
import { log, writerOf } from './log.js';
import { sarifMessage } from './message.js';
import type { Notice } from './notifications.js';
import type { SarifWriter } from './result.js';
import { alertDescriptors, alertRules } from './rules.js';
import { t } from './texts.js';

/** Returns the size in bytes of a text in UTF-8, gzipped. The caller provides it, since the core has no gzip. */
export type GzippedSize = (text: string) => number;

/** Most bytes, gzipped, that GitHub accepts. The log without its results and the seams between parts count too. */
const MOST_BYTES = 10_000_000;

/** Most results that GitHub accepts. */
const MOST_RESULTS = 25_000;

/** Groups whose verdicts become alerts; of what is undecided only what no finding stands for. */
const ALERTED = [...FINDING_GROUPS, 'undecided'] as const satisfies readonly VerdictGroup[];

/** Options of {@link renderSarifGithub}. */
export interface SarifGithubOptions {
  readonly locale: Locale;
  readonly gzippedSize: GzippedSize;
  /** The least grave outcome that becomes an alert; absent: review. */
  readonly alerts?: Alerts;
  /** Address of the documentation on the web. */
  readonly docs?: string;
}

/**
 * Returns the SARIF log for GitHub code scanning. GitHub ignores kind, suppressions and taxa, so a pass or a waived
 * finding would become an open alert: both are left out, and so is what the baseline holds unchanged or a decision
 * found to comply. A fold is one alert, which says how many it stands for. Open becomes a warning, review a note. Of
 * more results than GitHub takes (25,000, 10 MB gzipped) the last are left out, and a notice says how many.
 */
export function renderSarifGithub(input: ReportInput, options: SarifGithubOptions): string {
  return [...sarifGithubParts(input, options)].join('');
}

/** The format `sarif-github`: findings as alerts of GitHub code scanning, in SARIF 2.1.0. */
export const format: Format = {
  render: async (input, options) => sarifGithubParts(input, { ...options, gzippedSize: await options.loadGzip() }),
};

/** Yields the text of `renderSarifGithub` in parts, each computed on demand. */
export function sarifGithubParts(input: ReportInput, options: SarifGithubOptions): Iterable<string> {
  const { locale, gzippedSize, alerts: least } = options;
  const plain = { ...writerOf(input, options), taxonomies: { components: [], taxon: () => undefined, taxa: () => [] } };
  const rules = alertDescriptors(plain);
  const writer = { ...plain, rules };
  const foldsIn = (group: VerdictGroup, report: Report): Fold[] => {
    if (group === 'undecided') return loneFolds(report, least);
    return foldsOf(
      verdictsByGroup(report)[group].filter((verdict) => needsAction(verdict, least)),
      report,
    );
  };
  const found = ALERTED.flatMap((group) =>
    input.results.flatMap((report): Found[] =>
      report.ok ? foldsIn(group, report).map((fold) => ({ group, fold, report })) : [],
    ),
  );
  const known = [...leftOut(input, locale), ...ungrave(input, options)];
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const ruleOf = (verdict: LintVerdict) => {
    const ruleId = alertRules(verdict).find((id) => indexOf.has(id)) ?? verdict.rule;
    return { ruleId, ruleIndex: indexOf.get(ruleId) ?? 0 };
  };
  const rendered = (one: Found) => ({ ...ruleOf(one.fold.first), ...alert(one, writer) });
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
  const title = render(t.unchanged, locale);
  return results.flatMap((result) => {
    const texts = result.ok ? allIn(leftOutTexts(result), locale) : [];
    return texts.map((text) => ({ id: 'sarif-github/baseline', title, text: `${plainText(result.path)}: ${text}` }));
  });
}

/** Returns the notice on how many findings are less grave than `alerts`, since a log must not read as the whole. */
function ungrave({ results }: ReportInput, { alerts: least, locale }: SarifGithubOptions): Notice[] {
  const left = results
    .flatMap((result) =>
      result.ok ? [...FINDING_GROUPS.flatMap((group) => verdictsByGroup(result)[group]), ...loneUndecided(result)] : [],
    )
    .filter((verdict) => needsAction(verdict) && !needsAction(verdict, least)).length;
  if (least === undefined || left === 0) return [];
  const text = render(t.ungrave({ left, least: verbatim(least) }), locale);
  return [{ id: 'sarif-github/alerts', title: render(t.ungraveTitle, locale), text }];
}

/** A finding, or a fold of findings, which is one alert. */
interface Found {
  readonly group: VerdictGroup;
  readonly fold: Fold;
  readonly report: Report;
}

/**
 * Returns the notice on results that were cut, placed where tools look for it, since a cut log must not read as the
 * whole.
 */
function omitted(all: number, kept: number, locale: Locale): Notice {
  const megabytes = MOST_BYTES / 1e6;
  const counts = t.omittedCounts({ most: MOST_RESULTS, megabytes, all, kept, left: all - kept });
  return { id: 'sarif-github/omitted-results', title: render(t.omitted, locale), text: render(counts, locale) };
}

function alert({ group, fold, report }: Found, writer: SarifWriter): Result {
  const { view, places } = writer;
  const { first: verdict } = fold;
  const related = relatedLocations(verdict.related, view, places);
  const { text, remarks } = verdictSentences(verdict, report, view);
  const more = allIn(rowsElsewhere(fold, report), view.locale);
  const message = sarifMessage(view, verdict.rule, verdict.message, text, [...more, ...remarks]);
  const links = related.flatMap(({ id, message }) =>
    id === undefined ? [] : [verbatim(`[${linkText(message?.text)}](${id})`)],
  );
  const see = render(t.see({ links: joined(links, t.linkComma) }), view.locale);
  return {
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

/** Number of results weighed at once. More at once estimate their joint size better, which is smaller than the sum. */
const BATCH = 256;

/**
 * Returns how many of `all`, from the first, stay within `bytes` when gzipped. Parts weigh more apart than together, so
 * this is never too many.
 */
function fitting<T>(all: readonly T[], resultOf: (one: T) => Result, bytes: number, gzippedSize: GzippedSize): number {
  let left = bytes;
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH).map(resultOf);
    const weight = weightOf(batch, gzippedSize);
    if (weight > left) return from + fittingOf(batch, left, gzippedSize);
    left -= weight;
  }
  return all.length;
}

/** Returns how many of one batch stay within `bytes`, by bisection. */
function fittingOf(batch: readonly Result[], bytes: number, gzippedSize: GzippedSize): number {
  let [least, most] = [0, batch.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (weightOf(batch.slice(0, middle), gzippedSize) > bytes) most = middle - 1;
    else least = middle;
  }
  return least;
}

/** Returns the size of a value as written in a log, gzipped, bytes. */
function weightOf(value: unknown, gzippedSize: GzippedSize): number {
  return gzippedSize(JSON.stringify(value));
}
