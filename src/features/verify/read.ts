// Reads a report of any format: what format it is in, and the run that it records.

import { isDay } from '../../i18n/day.js';
import type { Localized } from '../../i18n/locale.js';
import type { Budget } from '../../render/writers/budget.js';
import { REPORT_FORMATS, type ReportFormat } from '../../report/formats.gen.js';
import { type RunBlock, type RunFile, type RunTerms, runBlockIn } from '../../report/run-block.js';
import { type Limits, limitParams } from '../../source/limits.js';
import { decode } from '../../source/parse/decode.js';
import { parseSource } from '../../source/parse/parse.js';
import { limitText } from '../../source/texts.js';
import { t } from './texts.js';
import { holdsRun, type SubmittedReport } from './types.js';
import { listAt, textAt, valueAt } from './values.js';

/** A report as given: its name as shown to people, and its bytes. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Error for a file that isn't a report which could be verified. */
export class ReportRefusal extends Error {
  override readonly name = 'ReportRefusal';

  /** @param texts one sentence for each thing that is wrong */
  constructor(readonly texts: readonly Localized[]) {
    super(texts.map(({ en }) => en).join('\n'));
  }
}

/** Number of syntax faults that are named: those after the first few tell little. */
const MOST_FAULTS = 3;

const JSON_FORMATS: ReadonlySet<ReportFormat> = new Set(['json', 'sarif', 'sarif-github', 'gitlab']);

/** How reports begin in each format other than JSON, for those without a run block. */
const BEGINNINGS: readonly (readonly [RegExp, ReportFormat])[] = [
  [/^<\?xml[^>]*>\s*<testsuites/, 'junit'],
  // The HTML page has a script of its own; sheets, which are for paper, have none.
  [/^<!doctype html[\s\S]{0,300}script-src/i, 'html'],
  [/^<!doctype html[\s\S]*<span class="blank"/i, 'opinion'],
  [/^<!doctype html/i, 'sheet-html'],
  [/^\ufeff?(?:设计图|Plan),/, 'schedule'],
  [/^# (?:技防设计图审查(?:意见|汇总)表|Review sheet|Review of security design plans: )/, 'sheet'],
  [/^# (?:技防设计图审查报告|Review of (?:a security design plan|security design plans))/, 'markdown'],
  [/^::(?:error|warning|notice)/, 'github'],
  [/^(?:场所：|Site )|^.*\n(?:审查依据：|By: )/, 'terminal'],
];

/**
 * Returns a report with its format (`requested`, else as recognised) and the run it records. JSON passes the same
 * limits as plans; other formats aren't parsed.
 *
 * @throws ReportRefusal if it is too large, no text, broken, or no report of sitecam
 */
export function readReport({ name, bytes }: ReportFile, limits: Limits, requested?: ReportFormat): SubmittedReport {
  if (bytes.length > limits.bytes) throw refused(name, limitText.bytes(limitParams('bytes', limits.bytes)));
  const decoded = decode(bytes);
  if (!decoded.ok) throw refused(`${name}:${decoded.at.line}:${decoded.at.column}`, decoded.message);
  const { text } = decoded;
  const isJson = requested === undefined ? /^\s*[[{]/.test(text) : JSON_FORMATS.has(requested);
  if (isJson) return readJson(name, bytes, limits, requested);
  const block = runBlockIn(text);
  const run = block === undefined ? undefined : runOf(parsed(block));
  const format = requested ?? run?.format ?? BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1];
  if (format === undefined)
    throw new ReportRefusal([text.trim() === '' ? t.empty({ name }) : t.unknownFormat({ name })]);
  return { name, format, bytes, text, value: undefined, run };
}

function readJson(name: string, bytes: Uint8Array, limits: Limits, requested?: ReportFormat): SubmittedReport {
  const source = parseSource(name, bytes, { format: 'json', texts: 'any', limits });
  if (!source.ok) {
    const texts = source.problems.slice(0, MOST_FAULTS).map(({ message, at }) => {
      const where = at === undefined ? name : `${name}:${at.line}:${at.column}`;
      return t.located({ where, text: message });
    });
    throw new ReportRefusal(texts);
  }
  const { value } = source;
  const recognized = jsonFormat(value);
  if (recognized === 'json' && valueAt(value, 'version') === 1) throw new ReportRefusal([t.formerJson({ name })]);
  const isSarif = (one: ReportFormat) => one.startsWith('sarif');
  // The two sorts of SARIF differ only in what they leave out.
  if (requested !== undefined && recognized !== undefined && requested !== recognized) {
    if (!isSarif(requested) || !isSarif(recognized))
      throw new ReportRefusal([t.otherFormat({ name, requested, recognized })]);
  }
  const format = requested ?? recognized;
  if (format === undefined) throw new ReportRefusal([t.unknownFormat({ name })]);
  const block = isSarif(format) ? valueAt(value, 'runs', 0, 'properties', 'run') : valueAt(value, 'run');
  return { name, format, bytes, text: source.file.text, value, run: holdsRun(format) ? runOf(block) : undefined };
}

function jsonFormat(value: unknown): ReportFormat | undefined {
  if (Array.isArray(value)) {
    return value.every((item) => textAt(item, 'check_name') !== undefined) ? 'gitlab' : undefined;
  }
  const [run] = listAt(value, 'runs');
  if (textAt(run, 'tool', 'driver', 'name') === 'sitecam') {
    return valueAt(run, 'properties', 'today') === undefined ? 'sarif-github' : 'sarif';
  }
  if (textAt(value, 'tool', 'name') !== 'sitecam' || !Array.isArray(valueAt(value, 'plans'))) return undefined;
  return 'json';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Returns a run block; undefined if `value` isn't wholly as sitecam writes it: then only options say the terms. */
function runOf(value: unknown): (RunBlock & { readonly format: ReportFormat }) | undefined {
  const [sitecam, language, today] = ['sitecam', 'language', 'today'].map((name) => textAt(value, name));
  const format = REPORT_FORMATS.find((one) => one === textAt(value, 'format'));
  const budget = budgetIn(valueAt(value, 'budget'));
  const shard = valueAt(value, 'shard');
  const [index, of, all] = ['index', 'of', 'all'].map((name) => whole(valueAt(shard, name)));
  const terms = listAt(value, 'terms').flatMap((one) => termsOf(one) ?? []);
  const plans = listAt(value, 'plans').flatMap((plan) => {
    const at = valueAt(plan, 'terms') === null ? null : whole(valueAt(plan, 'terms'));
    const baseline = valueAt(plan, 'baseline') === undefined ? undefined : fileOf(valueAt(plan, 'baseline'));
    const file = fileOf(plan);
    if (file === undefined || at === undefined || (at !== null && at >= terms.length)) return [];
    return [{ ...file, terms: at, ...(baseline && { baseline }) }];
  });
  const isComplete = terms.length === listAt(value, 'terms').length && plans.length === listAt(value, 'plans').length;
  if (sitecam === undefined || format === undefined || today === undefined || !isDay(today) || !isComplete)
    return undefined;
  if ((language !== 'zh-CN' && language !== 'en') || plans.length === 0) return undefined;
  return {
    sitecam,
    format,
    language,
    today,
    ...(valueAt(value, 'redacted') === true && { redacted: true as const }),
    ...(index !== undefined && of !== undefined && all !== undefined && { shard: { index, of, all } }),
    ...(budget !== undefined && { budget }),
    terms,
    plans,
  };
}

function termsOf(value: unknown): RunTerms | undefined {
  const flags = (['reviewer', 'noWaivers', 'fixes', 'exit'] as const).map((name) => valueAt(value, name));
  const [reviewer, noWaivers, fixes, exit] = flags.map((flag) => flag === true);
  const packs = listAt(value, 'packs').flatMap((pack) => {
    const [id, sha256] = [textAt(pack, 'id'), textAt(pack, 'sha256')];
    return id === undefined || sha256 === undefined ? [] : [{ id, sha256 }];
  });
  const configuration = listAt(value, 'configuration').flatMap((file) => fileOf(file) ?? []);
  const decisions = valueAt(value, 'decisions') === undefined ? undefined : fileOf(valueAt(value, 'decisions'));
  if (packs.length === 0 || flags.some((flag) => typeof flag !== 'boolean')) return undefined;
  const catalogue = listAt(value, 'catalogue').flatMap((file) => fileOf(file) ?? []);
  return {
    packs,
    reviewer,
    noWaivers,
    configuration,
    ...(decisions && { decisions }),
    ...(catalogue.length > 0 && { catalogue }),
    ...(valueAt(value, 'noCatalogue') === true && { noCatalogue: true as const }),
    fixes,
    exit,
  };
}

function fileOf(value: unknown): RunFile | undefined {
  const path = textAt(value, 'path');
  return path === undefined ? undefined : { path, sha256: textAt(value, 'sha256') ?? null };
}

function budgetIn(value: unknown): Budget | undefined {
  const characters = whole(valueAt(value, 'characters'));
  return characters === undefined ? whole(value) : { characters };
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function refused(where: string, text: Localized): ReportRefusal {
  return new ReportRefusal([t.located({ where, text })]);
}
