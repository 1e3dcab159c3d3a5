// The report as JSON.
import { type LocalView, localView } from '../../findings/local.js';
import { numbersOf } from '../../findings/numbering.js';
import { headline } from '../../findings/tally.js';
import { faultSpot } from '../../findings/view.js';
import { type Locale, render } from '../../i18n/locale.js';
import type { LintResult, ReportInput, UnreadableReport } from '../../lint/types.js';
import type { Format } from '../format.js';
import { hashOf, runBlock } from '../run-block.js';
import { fileRecord, placeRecord } from './places.js';
import { deviceRecord, siteRecord } from './plan.js';
import {
  assumptionRecord,
  baselineRecord,
  cautionsRecord,
  checklistRecord,
  clauseRecords,
  coverageRecords,
  fixesRecord,
  packRecord,
  ruleRecords,
  summaryRecord,
  termsRecord,
} from './report.js';
import { verdictRecord } from './verdict.js';
import { jsonText } from './write.js';

/**
 * Returns the whole report as JSON, version 2, as schemas/report-2.schema.json defines it. Ids are exact, so that
 * fingerprints can be recomputed; texts are those that every report prints.
 */
export function renderJson(input: ReportInput, options: { readonly locale: Locale }): string {
  return [...jsonParts(input, options)].join('');
}

/** The format `json`: the whole report as JSON, by schemas/report-2.schema.json. */
export const format: Format = { render: (input, options) => jsonParts(input, options) };

/** Yields the text of `renderJson` in parts: a campus has tens of thousands of verdicts. */
export function* jsonParts(input: ReportInput, { locale }: { readonly locale: Locale }): Generator<string> {
  const view = localView(input, locale);
  const head = {
    version: 2,
    tool: input.tool,
    language: locale,
    today: input.today,
    ...(input.shard && { shard: { index: input.shard.index, of: input.shard.of, all: input.shard.all } }),
    ...(input.redacted && { redacted: true }),
    rules: ruleRecords(input),
    run: runBlock(input, 'json', { locale }),
  };
  yield `${opened(head, 0)},\n  "plans": [`;
  for (const [n, result] of input.results.entries()) {
    yield n > 0 ? ',\n    ' : '\n    ';
    yield* planParts(result, view);
  }
  yield `${input.results.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/** Yields the record of a plan in parts, indented for depth 2. */
function* planParts(result: LintResult, view: LocalView): Generator<string> {
  if (!result.ok) {
    yield jsonText(unreadableRecord(result, view), 2);
    return;
  }
  const { locale } = view;
  const { pack, site, today } = result;
  const numbers = numbersOf(result);
  const head = {
    path: result.path,
    readable: true,
    sha256: hashOf(result),
    files: result.files.map(fileRecord),
    today,
    pack: packRecord(pack),
    terms: termsRecord(result),
    ...cautionsRecord(result),
    headline: render(headline(result), locale),
    summary: summaryRecord(result),
    ...fixesRecord(result),
    ...baselineRecord(result),
    site: siteRecord(site, view, result.files),
    assumptions: result.assumptions.map(assumptionRecord),
    checklist: result.checklist.map(checklistRecord),
    clauses: clauseRecords(result),
    coverage: coverageRecords(result),
  };
  yield opened(head, 2);
  yield* listParts(
    'devices',
    site.levels.flatMap(({ devices }) => devices),
    (device) => deviceRecord(device, view, result.files),
  );
  yield* listParts('verdicts', result.verdicts, (verdict) =>
    verdictRecord(verdict, numbers.get(verdict), result, view),
  );
  yield '\n    }';
}

function unreadableRecord(result: UnreadableReport, view: LocalView) {
  return {
    path: result.path,
    readable: false,
    ...(result.terms && { cause: 'terms' }),
    sha256: hashOf(result),
    files: result.files.filter(({ withheld }) => !withheld).map(fileRecord),
    unreadable: result.unreadable.map((fault) => ({
      code: fault.code,
      message: { text: view.messageText(fault.message), id: fault.message.id, params: fault.message.params },
      place: placeRecord(fault.place, faultSpot(fault, result, view)),
    })),
  };
}

/** Returns an object as JSON at `depth` without its closing brace, for members to follow. */
function opened(value: object, depth: number): string {
  const text = jsonText(value, depth);
  return text.slice(0, text.lastIndexOf('\n'));
}

function* listParts<T>(name: string, items: readonly T[], record: (item: T) => object): Generator<string> {
  yield `,\n      "${name}": [`;
  for (const [n, item] of items.entries()) yield `${n === 0 ? '' : ','}\n        ${jsonText(record(item), 4)}`;
  yield items.length === 0 ? ']' : '\n      ]';
}
