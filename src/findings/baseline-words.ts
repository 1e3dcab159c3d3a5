// Words on findings compared with a baseline.
import { inLocale, type Locale, type Localized, say } from '../i18n/locale.js';
import type { BaselineComparison, FindingChange, ResolvedFinding, Since } from '../lint/baseline/types.js';
import type { LintVerdict, Report } from '../lint/types.js';
import type { TextTable } from '../render/document.js';
import type { ReportView } from './view.js';
import { subjectText } from './wording/subject.js';
import { SHORT_OUTCOMES } from './wording/terms.js';

/** Names of the states of a finding against a baseline. */
export const SINCES: Readonly<Record<Since, Localized>> = {
  new: { zh: '新增', en: 'new' },
  changed: { zh: '变化', en: 'changed' },
  unchanged: { zh: '未变', en: 'unchanged' },
};

const CHANGES: Readonly<Record<FindingChange, Localized>> = {
  graver: { zh: '结论加重', en: 'the verdict is graver' },
  altered: { zh: '所涉设备、区域或者门窗有改动', en: 'a device, zone or opening concerned was altered' },
  more: { zh: '可及范围扩大或者覆盖减少', en: 'more is seen or heard, or less is covered' },
};

/**
 * Returns the sentence that counts new, changed, unchanged and resolved findings over the plans that have a baseline;
 * '' if none has. The English text starts with a space.
 */
export function comparedSentence(reports: readonly Report[]): Localized {
  const compared = reports.flatMap(({ baseline }) => baseline ?? []);
  if (compared.length === 0) return { zh: '', en: '' };
  const sum = (of: (one: BaselineComparison) => number) => compared.reduce((all, one) => all + of(one), 0);
  const n = (since: Since) => sum(({ counts }) => counts[since]);
  const gone = sum((one) => one.gone.length);
  const off = sum(({ unjudged }) => unjudged);
  const rest =
    off === 0
      ? { zh: '', en: '' }
      : { zh: `；规则未执行而未比对${off}项`, en: `; ${off} not compared, their rule is off` };
  return {
    zh: `与比对基准相比：新增${n('new')}项，变化${n('changed')}项，未变${n('unchanged')}项，已消除${gone}项${rest.zh}。`,
    en: ` Against the baseline: ${n('new')} new, ${n('changed')} changed, ${n('unchanged')} unchanged, ${gone} gone${rest.en}.`,
  };
}

/**
 * Returns the state of a finding against the baseline and, if it changed, how: 新增, 变化（结论加重）, 未变. Undefined without a
 * baseline.
 */
export function sinceText({ since, changes = [] }: LintVerdict, locale: Locale): string | undefined {
  if (since === undefined) return undefined;
  const name = inLocale(SINCES[since], locale);
  const why = changes.map((one) => inLocale(CHANGES[one], locale)).join(say(locale, '；', '; '));
  return why === '' ? name : say(locale, `${name}（${why}）`, `${name} (${why})`);
}

/** Returns the state as a mark to put after a subject or a verdict: （未变） / (unchanged); '' without a baseline. */
export function sinceMark({ since }: LintVerdict, locale: Locale): string {
  if (since === undefined) return '';
  const name = inLocale(SINCES[since], locale);
  return say(locale, `（${name}）`, ` (${name})`);
}

/** True if the baseline holds the finding unchanged. */
export function isInBaseline({ since }: LintVerdict): boolean {
  return since === 'unchanged';
}

/**
 * Returns the sentence on how many findings of a plan are left out because the baseline holds them unchanged, for
 * services that aren't given those. Empty if there is none.
 */
export function leftOutTexts({ baseline }: Report, locale: Locale): string[] {
  const count = baseline?.counts.unchanged ?? 0;
  if (count === 0) return [];
  return [
    say(
      locale,
      `与比对基准相比未变的${count}项未列于此，仍计入结论，见其他格式的报告。`,
      `${count} findings that are unchanged since the baseline are not shown here; they count all the same, and the other reports have them.`,
    ),
  ];
}

/**
 * Returns the former outcome of a resolved finding. A criterion of sitecam's that wasn't met is a warning: 不符合 is kept
 * for the law.
 */
export function goneWas({ rule, outcome }: ResolvedFinding, view: ReportView): Localized {
  return SHORT_OUTCOMES[view.rule(rule)?.level === 'warning' ? 'warning' : outcome];
}

/** Returns the current outcome on a resolved finding's subject. */
export function resolvedText({ now }: ResolvedFinding, locale: Locale): string {
  if (now === undefined) return say(locale, '现无此项判定', 'no such verdict now');
  const name = inLocale(SHORT_OUTCOMES[now], locale);
  return say(locale, `现为${name}`, `now ${name}`);
}

/** Returns a row for each resolved finding: subject, former outcome, current outcome, rule. */
export function goneRows(report: Report, view: ReportView): TextTable {
  const { locale } = view;
  return {
    head: [
      say(locale, '对象', 'Subject'),
      say(locale, '原结论', 'Was'),
      say(locale, '现状', 'Now'),
      say(locale, '规则', 'Rule'),
    ],
    rows: (report.baseline?.gone ?? []).map((gone) => [
      subjectText(gone.subject, report.site, locale),
      inLocale(goneWas(gone, view), locale),
      resolvedText(gone, locale),
      gone.rule,
    ]),
  };
}

/** Returns the heading of the table of resolved findings. */
export function goneTitle(locale: Locale): string {
  return say(locale, '与比对基准相比已消除的问题', 'Gone since the baseline');
}
