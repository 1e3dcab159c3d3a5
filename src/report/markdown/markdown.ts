// The report in Markdown.

import { type LocalView, localView } from '../../findings/local.js';
import { NO_PLAN } from '../../findings/tally.js';
import { render } from '../../i18n/catalogue.js';
import type { Locale } from '../../i18n/locale.js';
import type { LintResult, Report, ReportInput } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { assembleAll, type Section, wholeSection } from '../../render/writers/budget.js';
import type { Format } from '../format.js';
import { withRunComment } from '../run-block.js';
import { assumptionsSection } from './assumptions.js';
import { goneSection } from './baseline.js';
import { clausesSection } from './clauses.js';
import { coverageSection } from './coverage.js';
import { devicesSection } from './devices.js';
import { findingsSection } from './findings.js';
import { headSection } from './head.js';
import { anchor, overviewText } from './overview.js';
import { type LevelPicture, picturesSection } from './pictures.js';
import { questionsSection } from './questions.js';
import { settledSection, waivedSection } from './settled.js';
import { unreadableSection } from './unreadable.js';

/** Options of the Markdown report. */
export interface MarkdownOptions {
  readonly locale: Locale;
  /** Most bytes (UTF-8) of the report; `assembleSections` says what is left out first. Absent: no limit. */
  readonly budget?: number;
  /** Returns the drawings of a plan that lie beside the report. Absent: none. */
  readonly pictures?: (report: Report) => readonly LevelPicture[];
}

const BETWEEN = '\n---\n\n';

/** The format `markdown`. */
export const format: Format = {
  render: (input, options) => withRunComment(input, 'markdown', options, (own) => renderMarkdown(input, own)),
};

/**
 * Returns the report that reviewers read and print, in their order of work; GitHub and GitLab render it too. For
 * several plans the total and a list of them come first.
 */
export function renderMarkdown(input: ReportInput, options: MarkdownOptions): string {
  const { locale, budget } = options;
  if (input.results.length === 0) return `${render(NO_PLAN, locale)}\n`;
  const view = localView(input, locale);
  const pictures = options.pictures ?? (() => []);
  const plans = input.results.map((result) => sectionsOf(result, input, view, pictures));
  return assembleAll(plans, (parts) => together(parts, input.results, locale), locale, budget);
}

/** Returns the plans' parts one after the other; for several plans after the overview. */
function together(parts: readonly string[], results: readonly LintResult[], locale: Locale): string {
  if (parts.length < 2) return parts.join(BETWEEN);
  return [overviewText(results, locale), ...parts.map((part, n) => `${anchor(n)}\n\n${part}`)].join(BETWEEN);
}

type Pictures = NonNullable<MarkdownOptions['pictures']>;

function sectionsOf(result: LintResult, input: ReportInput, view: LocalView, pictures: Pictures): Section[] {
  if (!result.ok) {
    const title = view.locale === 'en' ? 'Review of a security design plan' : '技防设计图审查报告';
    const head = `# ${title}${view.locale === 'en' ? ': ' : '：'}${markdownText(result.path)}`;
    return [wholeSection('', head, 'always'), unreadableSection(result, view)];
  }
  return reportSections(result, input, view, pictures(result));
}

/** Returns the sections in the reviewer's order of work. */
function reportSections(
  report: Report,
  input: ReportInput,
  view: LocalView,
  pictures: readonly LevelPicture[],
): Section[] {
  return [
    headSection(report, input, view),
    clausesSection(report, view),
    findingsSection(report, view),
    questionsSection(report, view),
    waivedSection(report, view),
    goneSection(report, view),
    picturesSection(report, pictures, view),
    coverageSection(report, view),
    devicesSection(report, view),
    settledSection(report, view),
    assumptionsSection(report, view),
  ];
}
