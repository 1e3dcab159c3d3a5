// The SARIF log around the results, written in parts.
import type { Result, Run, ToolComponent } from 'sarif';
import { loneUndecided } from '../../findings/file-problems.js';
import { foldsOf } from '../../findings/groups.js';
import { localView } from '../../findings/local.js';
import { render } from '../../i18n/locale.js';
import { memoizeReport } from '../../lint/support/report-memo.js';
import type { ReportInput } from '../../lint/types.js';
import { relativeUri } from '../../render/escape.js';
import type { FormatOptions } from '../format.js';
import { configurationNotices, type Notice, notificationDescriptors, notifications } from './notifications.js';
import { placesOf, ROOT } from './places.js';
import type { SarifWriter } from './result.js';
import { descriptors } from './rules.js';
import { taxonomiesOf } from './taxonomies.js';
import { t } from './texts.js';

/** URL of the SARIF 2.1.0 schema. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Package URL of the tool, which identifies it where it has no page on the web. */
const PACKAGE = 'pkg:npm/sitecam-lint';

/**
 * Returns what the SARIF log of a run is written from: its texts in one language, its places and laws in SARIF's form,
 * and which verdicts of a plan are one result (folds).
 */
export function writerOf(input: ReportInput, { locale, docs }: Pick<FormatOptions, 'locale' | 'docs'>): SarifWriter {
  const view = localView(input, locale);
  return {
    input,
    view,
    places: placesOf(input, view),
    taxonomies: taxonomiesOf(input, locale),
    ...(docs !== undefined && { docs }),
    // What hangs on a fault of the drawing is told with the fault, unless that is set aside or but a hint.
    foldsOf: memoizeReport((report) => {
      const lone = loneUndecided(report);
      return foldsOf(
        report.verdicts.filter((verdict) => verdict.tainted === undefined || lone.has(verdict)),
        report,
        { passesInFull: 1 },
      );
    }),
  };
}

/** Number of results computed and written at once. */
const BATCH = 256;

/**
 * Placeholder in the properties of a run, which {@link log} replaces by the plans. It writes them one by one, since
 * thousands are too long for one text.
 */
export const PLANS = { plans: 'written one by one' };

/** How these properties are written. No text of a plan is: its quotes are escaped. */
const PLANS_HERE = JSON.stringify(PLANS).slice(1, -1);

/**
 * Yields the log of one run in parts: a line, then a line for each result, since a campus has megabytes of them; without
 * indentation, which would double them. Nothing in it depends on time, machine or folder.
 *
 * @param more members of the run, beside those that every log has or in place of them
 * @param notices statements on the log itself, written as notifications
 * @param plans the plans, if the properties in `more` hold {@link PLANS} for them
 */
export function* log(
  writer: SarifWriter,
  results: Iterable<Result>,
  more: Partial<Run> = {},
  notices: readonly Notice[] = [],
  plans: Iterable<unknown> = [],
): Generator<string> {
  const head = headOf(writer, more, notices);
  const at = head.indexOf(PLANS_HERE);
  if (at < 0) yield head;
  else {
    yield `${head.slice(0, at)}"plans":[`;
    let before = '';
    for (const plan of plans) {
      yield before + JSON.stringify(plan);
      before = ',';
    }
    yield `]${head.slice(at + PLANS_HERE.length)}`;
  }
  let before = '\n';
  for (const batch of batches(results)) {
    yield before + linesOf(batch);
    before = ',\n';
  }
  yield `\n${RESULTS_END}\n`;
}

/** Returns the log up to its results. */
function headOf(writer: SarifWriter, more: Partial<Run>, notices: readonly Notice[]): string {
  const run = { ...base(writer, more.taxonomies ?? [], notices), ...more, results: [] };
  const text = JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
  return text.slice(0, -RESULTS_END.length);
}

/** End of a log, from that of its results on. */
const RESULTS_END = ']}]}';

/** Returns results as they stand in a log, a line each, without the line break after the last. */
export function linesOf(results: readonly Result[]): string {
  return results.map((result) => JSON.stringify(result)).join(',\n');
}

function* batches(results: Iterable<Result>): Generator<readonly Result[]> {
  let batch: Result[] = [];
  for (const result of results) {
    batch.push(result);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function base(writer: SarifWriter, taxonomies: readonly ToolComponent[], notices: readonly Notice[]): Run {
  const { input, view, places } = writer;
  const { locale } = view;
  const supported = taxonomies.map(({ name }, index) => ({ name, index }));
  const faults = notificationDescriptors(writer, notices);
  return {
    tool: {
      driver: {
        name: input.tool.name,
        version: input.tool.version,
        semanticVersion: input.tool.version,
        informationUri: writer.docs ?? PACKAGE,
        language: locale,
        rules: [...(writer.rules ?? descriptors(writer))],
        ...(supported.length === 0 ? {} : { supportedTaxonomies: supported }),
        ...(faults.length === 0 ? {} : { notifications: faults }),
      },
    },
    language: locale,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { description: { text: render(t.root, locale) } } },
    artifacts: places.files.map((file) => ({
      location: { uri: relativeUri(file.path), uriBaseId: ROOT },
      mimeType: file.format === 'yaml' ? 'application/yaml' : 'application/json',
      ...(file.withheld ? {} : { hashes: { 'sha-256': file.sha256 } }),
      roles: ['analysisTarget'],
    })),
    invocations: [
      {
        executionSuccessful: input.misconfigured === undefined && input.results.every(({ ok }) => ok),
        toolExecutionNotifications: notifications(writer, faults, notices),
        ...configurationNotices(writer, faults),
      },
    ],
  };
}
