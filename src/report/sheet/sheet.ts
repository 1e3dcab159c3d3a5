// The review sheet of each plan, and the format `sheet`: the sheets in Markdown.

import { NO_PLAN, verdictsByGroup } from '../../findings/tally.js';
import { type ReportView, reportView } from '../../findings/view.js';
import { headingName } from '../../findings/wording/site.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { joined } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import type { Block, Cell, Document } from '../../render/document.js';
import { type MarkdownWriting, writeMarkdown } from '../../render/writers/markdown.js';
import type { Format } from '../format.js';
import { withRunComment } from '../run-block.js';
import {
  basisChapter,
  type Chapter,
  checklistChapter,
  fileLines,
  formChapter,
  headOf,
  notesChapter,
  paragraph,
} from './chapters.js';
import { clausesChapter } from './clauses.js';
import { daySheet } from './day.js';
import { findingsChapter } from './findings.js';
import { t } from './texts.js';
import { placeOfFault, plain } from './where.js';

/** The format `sheet`: the reviewer's sheet for each plan, in Markdown. */
export const format: Format = {
  render: (input, options) => withRunComment(input, 'sheet', options, (own) => renderSheet(input, own)),
};

/** Returns the sheets in Markdown. Within a budget, the findings of the least weight are left out first. */
export function renderSheet(input: ReportInput, options: MarkdownWriting): string {
  return writeMarkdown(sheetDocuments(input, 'plan'), options);
}

/**
 * Returns the sheet that a reviewer fills in and signs for each plan: the verdict on every clause, what to correct, what
 * the author must answer, what the reviewer must judge. For several plans the table of all comes first.
 *
 * @param anchor start of the anchors of the sheets, before their numbers from 1
 */
export function sheetDocuments(input: ReportInput, anchor: string): Document[] {
  const { results } = input;
  if (results.length === 0) return [{ blocks: [paragraph(NO_PLAN)] }];
  const view = reportView(input);
  const sheets = results.map((result, n) => ({
    anchor: `${anchor}-${n + 1}`,
    ...(result.ok ? judgedSheet(result, input, view) : unreadSheet(result, view)),
  }));
  return sheets.length === 1 ? sheets : [daySheet(input, view), ...sheets];
}

/**
 * Returns the sheet of a judged plan in a reviewer's order of work: headline, law, corrections, questions, signatures.
 */
function judgedSheet(report: Report, input: ReportInput, view: ReportView): Document {
  const papers = checklistChapter(report);
  const chapters = [
    clausesChapter(report, view),
    findingsChapter('fail', report, view),
    findingsChapter('open', report, view),
    findingsChapter('review', report, view),
    ...(verdictsByGroup(report).drawing.length === 0 ? [] : [findingsChapter('drawing', report, view)]),
    notesChapter(report, view),
    basisChapter(report, input),
    ...(papers === undefined ? [] : [papers]),
    formChapter(),
  ];
  const name = headingName(report.site.name);
  return sheetOf(name, headOf(report, input), chapters);
}

function sheetOf(name: Localized, head: readonly Block[], chapters: readonly Chapter[]): Document {
  const numbered = chapters.map((chapter, n) => {
    const numeral = { zh: '一二三四五六七八九'[n], en: String(n + 1) };
    return { ...chapter, title: t.chapter({ n: numeral, title: chapter.title }) };
  });
  return { title: joined([t.sheet, name], t.colon), blocks: [...head, ...numbered] };
}

/** Returns the sheet of a plan without verdicts: the reasons, and what to sign when it is sent back. */
function unreadSheet(result: UnreadableReport, view: ReportView): Document {
  const rows = faultsUnder(result).map((fault): Cell[] => [
    placeOfFault(fault, result, view) ?? [],
    faultText(fault, result, view),
    verbatim(fault.code),
  ]);
  // Not a file of the plan's terms, nor one that is withheld.
  const file = result.files.find(({ path, withheld }) => path === result.path && !withheld);
  const head: Block[] = [
    paragraph(t.aid, 'note'),
    paragraph(t.conclusionStopped({ text: noVerdicts(result) }), 'conclusion'),
    ...(file === undefined
      ? []
      : [{ block: 'fields', look: 'facts', rows: [[{ label: t.planFile, lines: fileLines(file) }]] } as const]),
  ];
  const reasons: Chapter = {
    block: 'section',
    title: result.terms === undefined ? t.unreadable : t.unjudged,
    blocks: [{ block: 'table', sort: 'faults', head: [t.place, t.fault, t.kind], rows }],
  };
  return sheetOf(plain(result.path), head, [reasons, formChapter()]);
}
