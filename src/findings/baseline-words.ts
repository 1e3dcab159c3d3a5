// Words on findings compared with a baseline.
import { catalogue, joined } from '../i18n/catalogue.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import type { BaselineComparison, ResolvedFinding, Since } from '../lint/baseline/types.js';
import type { LintVerdict, Report } from '../lint/types.js';
import type { LocalizedTable } from './tables.js';
import { t } from './texts.js';
import type { ReportView } from './view.js';
import { subjectText } from './wording/subject.js';
import { SHORT_OUTCOMES } from './wording/texts.js';

/** Names of the states of a finding against a baseline. */
export const SINCES = catalogue('since', {
  new: { zh: '新增', en: 'new' },
  changed: { zh: '变化', en: 'changed' },
  unchanged: { zh: '未变', en: 'unchanged' },
});

/**
 * Returns the sentence that counts new, changed, unchanged and resolved findings over the plans that have a baseline;
 * '' if none has. The English text starts with a space.
 */
export function comparedSentence(reports: readonly Report[]): Localized {
  const compared = reports.flatMap(({ baseline }) => baseline ?? []);
  if (compared.length === 0) return verbatim('');
  const sum = (of: (one: BaselineComparison) => number) => compared.reduce((all, one) => all + of(one), 0);
  const n = (since: Since) => sum(({ counts }) => counts[since]);
  const off = sum(({ unjudged }) => unjudged);
  return t.compared({
    new: n('new'),
    changed: n('changed'),
    unchanged: n('unchanged'),
    gone: sum(({ gone }) => gone.length),
    off: off === 0 ? verbatim('') : t.comparedOff({ n: off }),
  });
}

/**
 * Returns the state of a finding against the baseline and, if it changed, how: 新增, 变化（结论加重）, 未变. Undefined without a
 * baseline.
 */
export function sinceText({ since, changes = [] }: LintVerdict): Localized | undefined {
  if (since === undefined) return undefined;
  if (changes.length === 0) return SINCES[since];
  const why = changes.map((one) => t[one]);
  return t.parenthesis({ text: SINCES[since], note: joined(why, t.semicolon) });
}

/** Returns the state as a mark to put after a subject or a verdict: （未变） / (unchanged); '' without a baseline. */
export function sinceMark({ since }: LintVerdict): Localized {
  return since === undefined ? verbatim('') : t.parenthesis({ text: '', note: SINCES[since] });
}

/** True if the baseline holds the finding unchanged. */
export function isInBaseline({ since }: LintVerdict): boolean {
  return since === 'unchanged';
}

/**
 * Returns the sentence that counts the findings of a plan that are left out because the baseline holds them unchanged.
 * For formats of services that are given only the other findings, such as SARIF for GitHub. Empty if none is left out.
 */
export function leftOutTexts({ baseline }: Report): Localized[] {
  return leftOutText(baseline?.counts.unchanged ?? 0);
}

/** Returns the sentence on `n` findings that are left out because a baseline holds them unchanged. Empty for none. */
export function leftOutText(n: number): Localized[] {
  return n === 0 ? [] : [t.leftOut({ n })];
}

/**
 * Returns the short name of the former outcome of a resolved finding. A criterion of ours that wasn't met reads as a
 * warning, since 不符合 is kept for the law.
 */
export function goneWas({ rule, outcome }: ResolvedFinding, view: Pick<ReportView, 'rule'>): Localized {
  return SHORT_OUTCOMES[view.rule(rule)?.level === 'warning' ? 'warning' : outcome];
}

/**
 * Returns the outcome that the subject of a resolved finding has now, or a text that there is no verdict on it anymore.
 */
export function resolvedText({ now }: ResolvedFinding): Localized {
  return now === undefined ? t.goneNoVerdict : t.goneNow({ outcome: SHORT_OUTCOMES[now] });
}

/** Returns the table of resolved findings, one row each: subject, former outcome, current outcome, rule. */
export function goneRows(report: Report, view: Pick<ReportView, 'rule'>): LocalizedTable {
  return {
    head: [t.subject, t.was, t.now, t.rule],
    rows: (report.baseline?.gone ?? []).map((gone) => [
      subjectText(gone.subject, report.site),
      goneWas(gone, view),
      resolvedText(gone),
      verbatim(gone.rule),
    ]),
  };
}

/** Heading of the table of resolved findings. */
export const GONE_TITLE: Localized = t.goneTitle;
