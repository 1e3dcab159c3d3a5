// The first page of a set of review sheets: all plans of the day.
import { sharedCautions } from '../../findings/cautions.js';
import { type ClauseRow, clauseRows } from '../../findings/clauses.js';
import { noVerdicts } from '../../findings/no-verdicts.js';
import {
  totalSentence,
  VERDICT_GROUPS,
  type VerdictGroup,
  verdictGroup,
  verdictsByGroup,
} from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { label } from '../../findings/wording/citation.js';
import { headingName } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { faultsUnder, faultText } from '../../findings/wording/unjudged.js';
import { dayText } from '../../i18n/day.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { exitCode } from '../../lint/exit.js';
import type { LintResult, Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { cell, keptBlock, type SheetCell, text, type WeightedBlock } from './blocks.js';
import { aidText } from './head.js';
import { placeOfFault } from './unreadable.js';

/** The first page of several sheets. */
export interface Day {
  readonly title: string;
  readonly pieces: readonly WeightedBlock[];
}

/** Returns the table of a day's submissions: every plan with its counts. */
export function daySheet({ results, today }: ReportInput, view: ReportView): Day {
  const { locale } = view;
  const head = [
    say(locale, '序号', 'No.'),
    say(locale, '图纸文件', 'Plan file'),
    say(locale, '场所、类别', 'Site, categories'),
    ...COUNTED.map((group) => inLocale(SHORT_OUTCOMES[group], locale)),
    say(locale, '最重条款', 'Gravest clause'),
    say(locale, '退出码及含义', 'Exit code, meaning'),
  ];
  const rows = results.map((result, n) => (result.ok ? read(result, n, view) : unread(result, n, view)));
  const words = say(
    locale,
    '“最重条款”为结论最重的各条中依法规次序最前的一条，不表示其他条款没有问题；退出码按默认判据（--fail-on error）计，须审查判定的事项不影响退出码。',
    "The gravest clause is the first, in the order of the law, of those with the gravest verdict; others may have findings too. Exit codes are those of --fail-on error, which what is for review doesn't change.",
  );
  return {
    title: say(locale, '技防设计图审查汇总表', 'Review of security design plans: the submissions of the day'),
    pieces: [
      text('note', aidText(locale)),
      ...sharedCautions(results, locale).map((caution) => text('caution', caution)),
      text('conclusion', totalSentence(results, locale)),
      text(
        'plain',
        say(locale, `审查日：${inLocale(dayText(today), locale)}`, `Day: ${inLocale(dayText(today), locale)}`),
      ),
      keptBlock({ kind: 'table', columns: 'day', head, rows }),
      text('plain', words),
    ],
  };
}

const COUNTED = ['fail', 'open', 'review'] as const satisfies readonly VerdictGroup[];

function read(report: Report, n: number, view: ReportView): SheetCell[] {
  const { locale } = view;
  const groups = verdictsByGroup(report);
  const categories = report.site.categories.map(({ id }) => {
    const known = report.pack.categories.find((category) => category.id === id);
    return known === undefined ? plainText(id) : inLocale(known.name, locale);
  });
  return [
    cell(String(n + 1)),
    cell(plainText(report.path)),
    {
      lines: [
        headingName(report.site.name, locale),
        ...(categories.length === 0 ? [] : [categories.join(say(locale, '、', ', '))]),
      ],
    },
    ...COUNTED.map((group): SheetCell => {
      const count = groups[group].length;
      return { lines: [String(count)], ...(count > 0 && { strong: true }) };
    }),
    cell(gravest(report, view)),
    cell(meaning(report, locale)),
  ];
}

/** Returns the first clause with the gravest outcome, and that outcome; — if there is no finding. */
function gravest(report: Report, view: ReportView): string {
  const { locale } = view;
  const rank = ({ worst }: ClauseRow) => VERDICT_GROUPS.indexOf(verdictGroup(worst));
  const rows = clauseRows(report, view);
  const worst = Math.min(...rows.map(rank));
  const row = rows.find((one) => rank(one) === worst);
  if (row === undefined || worst > VERDICT_GROUPS.indexOf('review')) return '—';
  const name = row.key.startsWith('rule:') ? row.name : label(report.pack, row.key, locale);
  const verdict = inLocale(SHORT_OUTCOMES[verdictGroup(row.worst)], locale);
  return say(locale, `${name}（${verdict}）`, `${name} (${verdict})`);
}

function meaning(report: Report, locale: Locale): string {
  if (exitCode([report], 'error') === 1) return say(locale, '1　须改正或者补充', '1: to be corrected or completed');
  const { review, pass } = verdictsByGroup(report);
  if (review.length > 0) return say(locale, '0　须由审查人判定', '0: for the reviewer to judge');
  if (pass.length === 0) return say(locale, '0　没有可以判定的事项', '0: nothing could be judged');
  return say(locale, '0　图中载明事项未发现不符合', '0: nothing found within what the plan states');
}

/**
 * Returns the row of an unreadable plan. It states the reason, so that the plan can be sent back without turning to its
 * page.
 */
function unread(result: UnreadableReport, n: number, view: ReportView): SheetCell[] {
  const { locale } = view;
  const faults = faultsUnder(result);
  const [first] = faults;
  const place = first === undefined ? '' : placeOfFault(first, result, view);
  const said = first === undefined ? '' : faultText(first, result, view);
  const why = place === '' ? said : `${place}${say(locale, '：', ': ')}${said}`;
  const more = faults.length - 1;
  const others = more > 0 ? [say(locale, `另有错误${more}处，见该图审查意见表。`, `${more} more, see its sheet.`)] : [];
  return [
    cell(String(n + 1)),
    cell(plainText(result.path)),
    cell('—'),
    ...COUNTED.map(() => cell('—')),
    cell('—'),
    {
      lines: [
        say(
          locale,
          `${codeOf(result)}　${inLocale(noVerdicts(result), locale)}`,
          `${codeOf(result)}: ${inLocale(noVerdicts(result), locale)}`,
        ),
        why,
        ...others,
      ].filter((line) => line !== ''),
    },
  ];
}

function codeOf(result: LintResult): number {
  return exitCode([result], 'error');
}
