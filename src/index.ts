/** The public API: read and judge plans, and render what was found. Pure: files, the day and the output are the caller's. */
export { exitCode, FAIL_ON, type FailOn } from './engine/exit.js';
export { type Fix, type Fixes, fixesFor } from './engine/fixes.js';
export { type LintOptions, lintPlan } from './engine/lint.js';
export type { Assumption, Judged, LintResult, Report, ReportInput, Summary, UnreadableReport } from './engine/types.js';
export type { Locale, Localized } from './i18n/locale.js';
export { governs, loadPack, packIds } from './law/load.js';
export type { Pack } from './law/types.js';
export { renderHtml } from './report/html.js';
export { renderMarkdown } from './report/markdown.js';
export { renderSarif } from './report/sarif.js';
export { renderSarifGithub } from './report/sarif-github.js';
export { renderTerminal } from './report/terminal.js';
export { rules } from './rules/index.js';
export type { Evidence, Outcome, Rule, RuleLevel, Verdict } from './rules/rule.js';
