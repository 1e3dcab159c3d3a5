// The SARIF log around the results, written in parts.
import type { Result, Run, ToolComponent } from 'sarif';
import { localView } from '../../findings/local.js';
import { type Locale, render } from '../../i18n/locale.js';
import type { ReportInput } from '../../lint/types.js';
import { relativeUri } from '../../render/escape.js';
import { configurationNotices, type Notice, notificationDescriptors, notifications } from './notifications.js';
import { placesOf, ROOT } from './places.js';
import type { SarifWriter } from './result.js';
import { descriptors } from './rules.js';
import { taxonomiesOf } from './taxonomies.js';
import { t } from './texts.js';

/** URL of the SARIF 2.1.0 schema. */
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Package URL of the tool, which identifies it without a page that could disappear. */
const PACKAGE = 'pkg:npm/sitecam-lint';

/** Returns the writer of a run's log: its view, places and taxonomies. */
export function writerOf(input: ReportInput, locale: Locale): SarifWriter {
  const view = localView(input, locale);
  return { input, view, places: placesOf(input, view), taxonomies: taxonomiesOf(input, locale) };
}

/** Number of results computed and written at once. */
const BATCH = 256;

/**
 * Yields the log of one run in parts, the results last: a campus has a hundred megabytes of them. Nothing in it depends
 * on time, machine or folder.
 */
export function* log(
  writer: SarifWriter,
  results: Iterable<Result>,
  more: Partial<Run> = {},
  notices: readonly Notice[] = [],
): Generator<string> {
  const run = { ...base(writer, more.taxonomies ?? [], notices), ...more, results: [] };
  const text = JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2);
  // The last list but one to close is that of the results.
  const cut = text.lastIndexOf(']', text.lastIndexOf(']') - 1);
  yield text.slice(0, cut);
  let some = false;
  for (const batch of batches(results)) {
    yield `${some ? ',' : ''}${asResults(batch)}`;
    some = true;
  }
  yield `${some ? RESULTS_END : ''}${text.slice(cut)}\n`;
}

function* batches(results: Iterable<object>): Generator<readonly object[]> {
  let batch: object[] = [];
  for (const result of results) {
    batch.push(result);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Text before the first and, below, after the last result in lists as deep as in a log. */
const LISTS_START = '[\n  [\n    [\n      [';
const LISTS_END = '\n      ]\n    ]\n  ]\n]';
const RESULTS_END = '\n      ';

/** Returns results as they stand in a log, from the line break before the first. */
function asResults(results: readonly object[]): string {
  return JSON.stringify([[[results]]], undefined, 2).slice(LISTS_START.length, -LISTS_END.length);
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
        informationUri: PACKAGE,
        language: locale,
        rules: descriptors(input, view, writer.taxonomies),
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
