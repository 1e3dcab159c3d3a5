// The run block: the terms a report was made on, in every format that a reviewer keeps, so that it can be made again.
import type { Locale } from '../i18n/locale.js';
import { type PackHash, packHashes } from '../lint/support/pack-hash.js';
import type { LintResult, ReportInput, Shard } from '../lint/types.js';
import { plainText } from '../render/escape.js';
import { allowed, type Budget, budgetBeside, sizeFor } from '../render/writers/budget.js';
import { termsRecord } from './json/report.js';
import { jsonText } from './json/write.js';

/** A file and the SHA-256 of its bytes, in hex. */
export interface RunFile {
  readonly path: string;
  /** Null: withheld, or there is no such file. */
  readonly sha256: string | null;
}

/** Terms that one or more plans of a run were judged on. */
export interface RunTerms {
  readonly packs: readonly PackHash[];
  readonly reviewer: boolean;
  readonly noWaivers: boolean;
  readonly configuration: readonly RunFile[];
  /** The file of decisions. Absent: none. */
  readonly decisions?: RunFile;
  /** Catalogues of models that the configuration names. Absent: none. */
  readonly catalogue?: readonly RunFile[];
  /** Set if no catalogue of models was used, not even the shipped one. */
  readonly noCatalogue?: true;
  /** True if fixes were looked for. */
  readonly fixes: boolean;
  /** True if a configuration lets no finding count for the exit code. */
  readonly exit: boolean;
}

/** A plan of a run: its file, its terms by their index in the run block, and its baseline. */
export interface RunPlan extends RunFile {
  /** Index of its terms; null for a plan that wasn't judged. */
  readonly terms: number | null;
  /** The baseline it was compared with. Absent: none. */
  readonly baseline?: RunFile;
}

/** The run that a report comes from. */
export interface RunBlock {
  readonly sitecam: string;
  readonly format: string;
  readonly language: Locale;
  readonly today: string;
  readonly redacted?: true;
  readonly shard?: Shard;
  /** Most bytes, or characters, of the report. Absent: no limit. */
  readonly budget?: Budget;
  readonly terms: readonly RunTerms[];
  readonly plans: readonly RunPlan[];
}

/** Options of a report that its block records. */
export interface RunOptions {
  readonly locale: Locale;
  readonly budget?: Budget;
}

/** Returns the run block of a report in `format`. Of redacted plans it holds no more than the report. */
export function runBlock(input: ReportInput, format: string, { locale, budget }: RunOptions): RunBlock {
  const { tool, today, redacted, shard, results } = input;
  const terms = new Map<string, { readonly index: number; readonly of: RunTerms }>();
  // SARIF holds no character that reorders what a viewer shows; JSON and comments escape it.
  const shown = format === 'sarif' ? plainText : (path: string) => path;
  const indexOf = (result: LintResult): number | null => {
    if (!result.ok) return null;
    const of = termsOf(result, shown);
    const key = JSON.stringify(of);
    const known = terms.get(key) ?? { index: terms.size, of };
    terms.set(key, known);
    return known.index;
  };
  const plans = results.map(
    (result): RunPlan => ({
      path: shown(result.path),
      sha256: hashOf(result),
      terms: indexOf(result),
      ...(result.ok &&
        result.baseline && {
          baseline: { path: shown(result.baseline.file.path), sha256: result.baseline.file.sha256 ?? null },
        }),
    }),
  );
  return {
    sitecam: tool.version,
    format,
    language: locale,
    today,
    ...(redacted && { redacted }),
    ...(shard && { shard: { index: shard.index, of: shard.of, all: shard.all } }),
    ...(budget !== undefined && { budget }),
    terms: [...terms.values()].map(({ of }) => of),
    plans,
  };
}

/** Returns the SHA-256 of the plan's own file, in hex; null if there is no such file or its hash is withheld. */
export function hashOf({ path, files }: LintResult): string | null {
  return files.find((file) => file.path === path && !file.withheld)?.sha256 ?? null;
}

function termsOf(report: Extract<LintResult, { ok: true }>, shown: (path: string) => string): RunTerms {
  const { configuration, decisions, catalogue, ...options } = termsRecord(report);
  const shownFile = ({ path, sha256 }: RunFile) => ({ path: shown(path), sha256 });
  return {
    packs: packHashes(report.pack),
    ...options,
    configuration: configuration.map(shownFile),
    ...(decisions && { decisions: shownFile(decisions) }),
    ...(catalogue && { catalogue: catalogue.map(shownFile) }),
    fixes: report.fixes !== undefined,
    exit: report.cautions?.some(({ kind }) => kind === 'exit') === true,
  };
}

const [START, END] = ['<!-- sitecam run ', ' -->'];

/** Returns the block as a comment for the end of Markdown and HTML; no text of a plan can end the comment. */
export function runComment(input: ReportInput, format: string, options: RunOptions): string {
  const json = jsonText(runBlock(input, format, options), 0).replace(/\n\s*/g, '');
  const safe = json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).replaceAll('--', '-\\u002d');
  return `\n${START}${safe}${END}\n`;
}

/** Largest part of a budget that the comment may take: a report cut short should show findings, not hashes. */
const SHARE = 0.25;

/**
 * Returns a report and, as a second text, its run block as a comment; the report is written with the budget that the
 * comment leaves. Without the comment if it would take more than a quarter of the budget, or if the run has no plans.
 */
export function withRunComment<T extends RunOptions>(
  input: ReportInput,
  format: string,
  options: T,
  write: (options: T) => string,
): string[] {
  const { budget } = options;
  if (input.results.length === 0) return [write(options)];
  const comment = runComment(input, format, options);
  if (budget === undefined) return [write(options), comment];
  const size = sizeFor(comment, budget);
  if (size > allowed(budget) * SHARE) return [write(options)];
  return [write({ ...options, budget: budgetBeside(size, budget) }), comment];
}

/** Returns the JSON of the block at the end of `text`; undefined if there is none. */
export function runBlockIn(text: string): string | undefined {
  const end = text.trimEnd();
  const start = end.lastIndexOf(`\n${START}`);
  return start < 0 || !end.endsWith(END) ? undefined : end.slice(start + 1 + START.length, -END.length);
}
