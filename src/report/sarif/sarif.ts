// The full record in SARIF.
import type { Result } from 'sarif';
import { cautionTexts } from '../../findings/cautions.js';
import { fixesSentence } from '../../findings/fix-sentence.js';
import { allIn, maybeIn } from '../../findings/local.js';
import { headline } from '../../findings/tally.js';
import { type Locale, render } from '../../i18n/locale.js';
import type { Fixes } from '../../lint/fixes/fixes.js';
import { packHashes } from '../../lint/support/pack-hash.js';
import type { Report, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Format, FormatOptions } from '../format.js';
import { termsRecord } from '../json/report.js';
import { runBlock } from '../run-block.js';
import type { AttachmentsOf } from './attachments.js';
import { log, PLANS, writerOf } from './log.js';
import { absentResult, checklistResult, recordResult, type SarifWriter } from './result.js';

/** Options of the SARIF log. */
export interface SarifOptions {
  readonly locale: Locale;
  /** Address of the documentation on the web. */
  readonly docs?: string;
  /** Gives the drawings beside the log. Absent: none. */
  readonly attachments?: AttachmentsOf;
}

/** The format `sarif`: the full record of every verdict, in SARIF 2.1.0. */
export const format: Format = {
  render: async (input, options) => sarifParts(input, { ...options, ...(await attached(input, options)) }),
};

/** Returns the drawings to attach. What they are made of is loaded only if there are some. */
async function attached(
  { results }: ReportInput,
  { pictures, locale }: FormatOptions,
): Promise<Pick<SarifOptions, 'attachments'>> {
  if (pictures === undefined || !results.some((result) => result.ok && pictures(result).length > 0)) return {};
  const { attachmentsOf } = await import('./attachments.js');
  return { attachments: attachmentsOf(pictures, locale) };
}

/** Returns the full record in SARIF 2.1.0: every verdict in a result, the law as taxonomies, waivers as suppressions. */
export function renderSarif(input: ReportInput, options: SarifOptions): string {
  return [...sarifParts(input, options)].join('');
}

/** Yields the text of `renderSarif` in parts, each computed on demand. */
export function sarifParts(input: ReportInput, options: SarifOptions): Iterable<string> {
  const { locale, attachments } = options;
  const writer: SarifWriter = { ...writerOf(input, options), ...(attachments && { attachments }) };
  const { components } = writer.taxonomies;
  const more = {
    ...(components.length === 0 ? {} : { taxonomies: [...components] }),
    properties: {
      today: input.today,
      ...(input.redacted && { redacted: true }),
      ...(input.shard && { shard: { index: input.shard.index, of: input.shard.of, all: input.shard.all } }),
      ...PLANS,
      run: runBlock(input, 'sarif', { locale }),
    },
  };
  return log(writer, records(writer), more, [], plansOf(input, locale));
}

function* records(writer: SarifWriter): Generator<Result> {
  for (const report of writer.input.results) {
    if (!report.ok) continue;
    for (const fold of writer.foldsOf(report)) yield recordResult(fold, report, writer);
    for (const item of report.checklist) yield checklistResult(item, report, writer);
    for (const gone of report.baseline?.gone ?? []) yield absentResult(gone, report, writer);
  }
}

function* plansOf({ results }: ReportInput, locale: Locale) {
  for (const result of results) {
    if (!result.ok) continue;
    yield {
      plan: plainText(result.path),
      site: plainText(result.site.name),
      pack: result.pack.id,
      packs: packHashes(result.pack),
      terms: termsOf(result),
      ...cautionsOf(result, locale),
      ...baselineOf(result),
      headline: render(headline(result), locale),
      counts: result.summary,
      ...(result.fixes && { fixes: fixesOf(result.fixes, result, locale) }),
      notice: render(result.pack.notice, locale),
      assumptions: result.assumptions.map(({ what, value, origin }) => ({
        what: plainText(render(what, locale)),
        value: plainText(render(value, locale)),
        origin,
      })),
    };
  }
}

/** Returns the terms as the JSON record has them. */
function termsOf(report: Report) {
  const { configuration, ...asked } = termsRecord(report);
  return { ...asked, configuration: configuration.map(({ path, sha256 }) => ({ path: plainText(path), sha256 })) };
}

function cautionsOf(report: Report, locale: Locale) {
  const cautions = allIn(cautionTexts(report), locale);
  return cautions.length === 0 ? {} : { cautions };
}

function baselineOf({ baseline }: Report) {
  if (baseline === undefined) return {};
  const { file, known, counts, gone, unjudged } = baseline;
  return {
    baseline: {
      file: plainText(file.path),
      sha256: file.sha256 ?? null,
      known,
      ...counts,
      gone: gone.length,
      unjudged,
    },
  };
}

/**
 * Returns how many findings fixes were looked for and skipped: a finding without a fix may be one that nobody tried.
 */
function fixesOf({ of, tried, untried }: Fixes, report: Report, locale: Locale) {
  return { tried, proved: of.size, untried, text: maybeIn(fixesSentence(report), locale) };
}
