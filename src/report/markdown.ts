import type { LintResult, Report, ReportInput } from '../engine/types.js';
import type { Locale } from '../i18n/locale.js';
import { markdownText } from './escape.js';
import { assumptionsSection } from './markdown/assumptions.js';
import { assemble, type Section } from './markdown/budget.js';
import { clausesSection } from './markdown/clauses.js';
import { coverageSection } from './markdown/coverage.js';
import { devicesSection } from './markdown/devices.js';
import { findingsSection } from './markdown/findings.js';
import { headSection } from './markdown/head.js';
import { questionsSection } from './markdown/questions.js';
import { settledSection, waivedSection } from './markdown/settled.js';
import { unreadableSection } from './markdown/unreadable.js';
import { type View, viewOf } from './view.js';

export interface MarkdownOptions {
  readonly locale: Locale;
  /** Most bytes (UTF-8) of the report; the least important sections are left out first, and the report says which. */
  readonly budget?: number;
}

/** What a reviewer reads and prints, in the reviewer's order; for GitHub and GitLab too. */
export function renderMarkdown(input: ReportInput, options: MarkdownOptions): string {
  const view = viewOf(input, options.locale);
  const share = options.budget === undefined ? undefined : Math.floor(options.budget / input.results.length);
  return input.results
    .map((result) => assemble(sectionsOf(result, input, view), options.locale, share))
    .join('\n---\n\n');
}

function sectionsOf(result: LintResult, input: ReportInput, view: View): Section[] {
  if (!result.ok) {
    const title = view.locale === 'en' ? 'Review of a security design plan' : '技防设计图审查报告';
    const head = `# ${title}${view.locale === 'en' ? ': ' : '：'}${markdownText(result.path)}`;
    return [{ title: '', body: head, keep: 0 }, unreadableSection(result, view)];
  }
  return reportSections(result, input, view);
}

/** In the reviewer's order; `keep` says what goes first where there is no room for all. */
function reportSections(report: Report, input: ReportInput, view: View): Section[] {
  return [
    headSection(report, input, view),
    clausesSection(report, view),
    findingsSection(report, view),
    questionsSection(report, view),
    waivedSection(report, view),
    coverageSection(report, view),
    devicesSection(report, view),
    settledSection(report, view),
    assumptionsSection(report, view),
  ].filter((section) => section.body !== '');
}
