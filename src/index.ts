// The public API: reads, judges and renders plans. Pure: the caller does the I/O and supplies the day.

export { type DecisionFile, type LoadedDecisions, parseDecisions } from './config/decisions.js';
export { type ConfigReader, type LoadedConfig, loadConfiguration } from './config/load.js';
export type { Configuration } from './config/types.js';
export { type LoadedWaivers, parseWaivers, type WaiverFile } from './config/waivers.js';
export { type Repaired, repairsOf } from './features/repair/repair.js';
export type { Locale, Localized } from './i18n/locale.js';
export { governs } from './law/force.js';
export { loadPack, packIds } from './law/load.js';
export type { Pack } from './law/types.js';
export { compareWithBaseline } from './lint/baseline/compare.js';
export { baselineText, withFindings } from './lint/baseline/file.js';
export { type ParsedBaseline, parseBaseline } from './lint/baseline/parse.js';
export { snapshotOf } from './lint/baseline/snapshot.js';
export type {
  Baseline,
  BaselineComparison,
  BaselineFinding,
  PlanBaseline,
  ResolvedFinding,
  Since,
} from './lint/baseline/types.js';
export { exitCode, FAIL_ON, type FailOn } from './lint/exit.js';
export { type Fix, type Fixes, fixesFor } from './lint/fixes/fixes.js';
export { type ApiOptions, lint, lintPlan, type PlanFile } from './lint/lint.js';
export { type PlanNames, type Redacted, redact } from './lint/redact/redact.js';
export type {
  Assumption,
  LintOptions,
  LintResult,
  LintTerms,
  LintVerdict,
  Report,
  ReportInput,
  Summary,
  UnreadableReport,
} from './lint/types.js';
export { type LoadedCatalogue, parseCatalogue } from './models/read.js';
export type { CameraModel, CatalogueFile, Catalogues } from './models/types.js';
export { renderHtml } from './report/html/html.js';
export { renderMarkdown } from './report/markdown/markdown.js';
export { renderSarifGithub } from './report/sarif/github.js';
export { renderSarif } from './report/sarif/sarif.js';
export { renderTerminal } from './report/terminal/terminal.js';
export { rules } from './rules/registry.gen.js';
export type { Rule, RuleLevel } from './rules/rule.js';
export type { Evidence, Outcome, Verdict } from './rules/verdict.js';
export { LIMITS, type Limits } from './source/limits.js';
export { OUTSIDE_FOLDER, type Read } from './source/parse/reading.js';
