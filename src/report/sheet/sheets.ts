// The review sheet of each plan, made of chapters.
import { noVerdicts } from '../../findings/no-verdicts.js';
import type { ReportView } from '../../findings/view.js';
import { headingName } from '../../findings/wording/subject.js';
import { faultsUnder, faultText } from '../../findings/wording/unjudged.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import type { LintResult, Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { basisChapter } from './basis.js';
import { type Chapter, cell, keptBlock, type ReviewSheet, text } from './blocks.js';
import { clausesChapter } from './clauses.js';
import { findingsChapter } from './findings.js';
import { formChapter } from './form.js';
import { aidText, headChapter } from './head.js';
import { notesChapter } from './notes.js';
import { lineOfFault } from './unreadable.js';

/** Returns the sheet of every plan, in the order of the run. */
export function sheetsOf(input: ReportInput, view: ReportView): ReviewSheet[] {
  return input.results.map((result) => (result.ok ? sheetOf(result, input, view) : unreadSheet(result, view)));
}

/** Returns the name of the form: 技防设计图审查意见表. */
export function sheetName(locale: Locale): string {
  return say(locale, '技防设计图审查意见表', 'Review sheet for a security design plan');
}

function titleOf(result: LintResult, locale: Locale): string {
  const own = result.ok ? headingName(result.site.name, locale) : plainText(result.path);
  return `${sheetName(locale)}${say(locale, '：', ': ')}${own}`;
}

/**
 * Returns the sheet of a judged plan in a reviewer's order of work: headline, law, corrections, questions, signatures.
 */
function sheetOf(report: Report, input: ReportInput, view: ReportView): ReviewSheet {
  const { locale } = view;
  const chapters = [
    clausesChapter(report, view),
    findingsChapter('fail', report, view),
    findingsChapter('open', report, view),
    findingsChapter('review', report, view),
    notesChapter(report, view),
    basisChapter(report, input, view),
    formChapter(locale),
  ];
  const hash = report.files.find(({ path }) => path === report.path)?.sha256;
  return {
    title: titleOf(report, locale),
    chapters: [headChapter(report, input, view), ...numbered(chapters, locale)],
    ...(hash !== undefined && { mark: hash.slice(0, 12) }),
  };
}

function numbered(chapters: readonly Chapter[], locale: Locale): Chapter[] {
  return chapters.map(({ title, pieces }, n) => ({
    title: say(locale, `${'一二三四五六七八九'[n]}、${title}`, `${n + 1}. ${title}`),
    pieces,
  }));
}

/** Returns the sheet of a plan without verdicts: the reasons, and what to sign when it is sent back. */
function unreadSheet(result: UnreadableReport, view: ReportView): ReviewSheet {
  const { locale } = view;
  const said = inLocale(noVerdicts(result), locale);
  const head = [
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '错误', 'Fault'),
    say(locale, '类别', 'Kind'),
  ];
  const rows = faultsUnder(result).map((fault) => [
    cell(lineOfFault(fault, result, view)),
    cell(faultText(fault, result, view)),
    cell(plainText(fault.code)),
  ]);
  // Not a file of the plan's terms, nor one that is withheld.
  const file = result.files.find(({ path, withheld }) => path === result.path && !withheld);
  const chapters: Chapter[] = [
    {
      title:
        result.terms === undefined
          ? say(locale, '无法读取的原因', 'Why it cannot be read')
          : say(locale, '未作判定的原因', 'Why it cannot be judged'),
      pieces: [keptBlock({ kind: 'table', columns: 'faults', head, rows })],
    },
    formChapter(locale),
  ];
  return {
    title: titleOf(result, locale),
    chapters: [
      {
        title: '',
        pieces: [
          text('note', aidText(locale)),
          text('conclusion', say(locale, `结论：${said}。`, `Conclusion: ${said}.`)),
          ...(file === undefined
            ? []
            : [
                keptBlock({
                  kind: 'facts',
                  rows: [
                    [
                      {
                        label: say(locale, '图纸文件', 'Plan file'),
                        lines: [plainText(file.path), `SHA-256 ${file.sha256}`],
                      },
                    ],
                  ],
                }),
              ]),
        ],
      },
      ...numbered(chapters, locale),
    ],
    ...(file !== undefined && { mark: file.sha256.slice(0, 12) }),
  };
}
