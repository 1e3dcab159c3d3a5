// The chapter of warnings, waivers and resolved findings of a review sheet.
import { goneRows, goneTitle } from '../../findings/baseline-words.js';
import { numberedFindings } from '../../findings/numbering.js';
import { waivedTable } from '../../findings/tables.js';
import { verdictGroup } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { coverageSentence, sightSentence } from '../../findings/wording/sightline.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import type { TextTable } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { type Chapter, cell, type SheetCell, type Table, text, type WeightedBlock } from './blocks.js';
import { subjectName, whereText } from './where.js';

/** Returns warnings of sitecam's own, waived findings, and resolved findings of the baseline. */
export function notesChapter(report: Report, view: ReportView): Chapter {
  const { locale } = view;
  const waived = say(locale, '例外说明（无豁免效力）', 'Waivers (without legal effect)');
  const pieces: WeightedBlock[] = [
    ...warnings(report, view),
    ...listed('waived', waived, waivedTable(report, view), {
      weight: 'waived',
      name: inLocale(SHORT_OUTCOMES.waived, locale),
      counted: true,
    }),
    ...listed('gone', goneTitle(locale), goneRows(report, view), { weight: 'settled', name: goneTitle(locale) }),
  ];
  const none = say(locale, '没有提示，没有适用的例外说明。', 'No warnings, and no waiver applies.');
  return {
    title: say(locale, '提示与例外说明（非法定）', "Warnings and waivers (not the law's)"),
    pieces: pieces.length === 0 ? [text('plain', none)] : pieces,
  };
}

function warnings(report: Report, view: ReportView): WeightedBlock[] {
  const { locale } = view;
  const all = numberedFindings(report).filter(({ first }) => verdictGroup(first) === 'warning');
  const rows = all.flatMap(({ number, first, rest }) =>
    [first, ...rest].map((verdict): SheetCell[] => {
      const said = view.text(verdict);
      const figures = [sightSentence(verdict, report, locale), coverageSentence(verdict, said, locale)];
      return [
        cell(String(number)),
        cell(subjectName(verdict, report, locale)),
        cell(whereText(verdict, report, view)),
        { lines: [said, ...figures.filter((one) => one !== undefined)] },
      ];
    }),
  );
  if (rows.length === 0) return [];
  const head = [
    say(locale, '编号', 'No.'),
    say(locale, '对象', 'Subject'),
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '内容', 'What was found'),
  ];
  const block: Table = { kind: 'table', columns: 'notes', caption: say(locale, '提示', 'Warnings'), head, rows };
  return [{ block, weight: 'warning', name: inLocale(SHORT_OUTCOMES.warning, locale), counted: true }];
}

function listed(
  columns: Table['columns'],
  caption: string,
  { head, rows }: TextTable,
  weighed: Omit<WeightedBlock, 'block'>,
): WeightedBlock[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => row.map((one) => cell(plainText(one))));
  return [{ ...weighed, block: { kind: 'table', columns, caption, head, rows: cells } }];
}
