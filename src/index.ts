/** The public API: read and judge plans, and render what was found. Pure: files, the day and the output are the caller's. */
export { type ConfigReader, type LoadedConfig, loadConfiguration } from './config/load.js';
export type { Configuration } from './config/types.js';
export { type LoadedWaivers, parseWaivers, type WaiverFile } from './config/waivers.js';
export { compare } from './engine/baseline/compare.js';
export { baselineText, withFindings } from './engine/baseline/file.js';
export { baselineOf } from './engine/baseline/of.js';
export { type ParsedBaseline, parseBaseline } from './engine/baseline/parse.js';
export type { Baseline, Comparison, Gone, KnownFinding, PlanBaseline, Since } from './engine/baseline/types.js';
export { exitCode, FAIL_ON, type FailOn } from './engine/exit.js';
export { type Fix, type Fixes, fixesFor } from './engine/fixes.js';
export { type ApiOptions, lint, lintPlan, type PlanFile } from './engine/lint.js';
export { type PlanNames, type Redacted, redact } from './engine/redact.js';
export { type Repaired, repairsOf } from './engine/repair.js';
export type {
  Assumption,
  Judged,
  LintOptions,
  LintResult,
  Report,
  ReportInput,
  Summary,
  Terms,
  UnreadableReport,
} from './engine/types.js';
export type { Locale, Localized } from './i18n/locale.js';
export { governs, loadPack, packIds } from './law/load.js';
export type { Pack } from './law/types.js';
export { renderHtml } from './report/html.js';
export { renderMarkdown } from './report/markdown.js';
export { renderSarif } from './report/sarif.js';
export { renderSarifGithub } from './report/sarif-github.js';
export { renderTerminal } from './report/terminal.js';
export { rules } from './rules/index.js';
export type { Rule, RuleLevel } from './rules/rule.js';
export type { Evidence, Outcome, Verdict } from './rules/verdict.js';
export { LIMITS, type Limits } from './source/limits.js';
export { OUTSIDE, type Read } from './source/parse/reading.js';
