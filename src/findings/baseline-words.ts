import { inLocale, type Locale, type Localized, say } from '../i18n/locale.js';
import type { BaselineComparison, FindingChange, ResolvedFinding, Since } from '../lint/baseline/types.js';
import type { LintVerdict, Report } from '../lint/types.js';
import type { TextTable } from '../render/document.js';
import type { ReportView } from './view.js';
import { subjectText } from './wording/subject.js';
import { SHORT_OUTCOMES } from './wording/terms.js';

/** What a finding is beside the baseline. */
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

/** How the findings of the plans with a baseline stand to it; '' where there is none. In English with a space before. */
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

/** 新增, 变化（结论加重）, 未变: what a finding is beside the baseline, and why it counts as changed; undefined without one. */
export function sinceText({ since, changes = [] }: LintVerdict, locale: Locale): string | undefined {
  if (since === undefined) return undefined;
  const name = inLocale(SINCES[since], locale);
  const why = changes.map((one) => inLocale(CHANGES[one], locale)).join(say(locale, '；', '; '));
  return why === '' ? name : say(locale, `${name}（${why}）`, `${name} (${why})`);
}

/** （未变） / (unchanged), to put after a subject or a verdict; '' without a baseline. */
export function sinceMark({ since }: LintVerdict, locale: Locale): string {
  if (since === undefined) return '';
  const name = inLocale(SINCES[since], locale);
  return say(locale, `（${name}）`, ` (${name})`);
}

/** Findings that the baseline has as they are. */
export function isInBaseline({ since }: LintVerdict): boolean {
  return since === 'unchanged';
}

/** For services that aren't shown what a baseline has as it is: how much that is of each plan. */
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

/** What a finding that is gone was; a criterion of ours that wasn't met is no 不符合, which is a word for the law. */
export function goneWas({ rule, outcome }: ResolvedFinding, view: ReportView): Localized {
  return SHORT_OUTCOMES[view.rule(rule)?.level === 'warning' ? 'warning' : outcome];
}

/** What became of a finding that is gone: what is said of its subject now. */
export function resolvedText({ now }: ResolvedFinding, locale: Locale): string {
  if (now === undefined) return say(locale, '现无此项判定', 'no such verdict now');
  const name = inLocale(SHORT_OUTCOMES[now], locale);
  return say(locale, `现为${name}`, `now ${name}`);
}

/** A row for each finding of the baseline that is gone: subject, what it was, what it is, rule. */
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

export function goneTitle(locale: Locale): string {
  return say(locale, '与比对基准相比已消除的问题', 'Gone since the baseline');
}
