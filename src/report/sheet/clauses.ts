// The chapter of verdicts on every clause of a review sheet.
import { type ClauseRow, clauseRows, countsText, isSettled, rowText } from '../../findings/clauses.js';
import { lawsText } from '../../findings/laws.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import type { ReportView } from '../../findings/view.js';
import { label } from '../../findings/wording/citation.js';
import { coverageText, sightLineText } from '../../findings/wording/sightline.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim, withoutStop } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import type { Pack } from '../../law/types.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Cell, Table } from '../../render/document.js';
import type { Chapter } from './chapters.js';
import { t } from './texts.js';
import { aboutText, levelsText } from './where.js';

/**
 * Returns the chapter with the verdicts on every clause in the order of the law, a table for each law; then those of
 * sitecam's own rules.
 */
export function clausesChapter(report: Report, view: ReportView): Chapter {
  const rows = clauseRows(report, view);
  const laws = partsOf(report.pack).map((part) => ({
    law: lawsText(part),
    rows: rows.filter((row) => isOf(row, part, report)),
  }));
  const ours = { law: t.ours, rows: rows.filter(({ key }) => key.startsWith('rule:')) };
  const tables = [...laws, ours].filter((one) => one.rows.length > 0);
  const blocks = tables.map(({ law, rows: own }, n): Table => {
    const numeral = { zh: '一二三四五六七八九十'[n] ?? String(n + 1), en: String(n + 1) };
    const cells = own.map((row): Cell[] => [
      nameCell(row, report),
      verdictCell(row),
      { lines: evidenceLines(row, report, view) },
    ]);
    return {
      block: 'table',
      sort: 'clauses',
      caption: tables.length === 1 ? law : t.part({ n: numeral, law }),
      head: [t.clause, t.verdict, t.evidence],
      rows: cells,
    };
  });
  return { block: 'section', title: t.clauseTitle, blocks };
}

/** True if the clause belongs to the law that `part` judges by. */
function isOf({ key }: ClauseRow, { instruments: [law] }: Pack, { pack }: Report): boolean {
  return law !== undefined && pack.clauses.find(({ id }) => id === key)?.instrument === law.id;
}

/** Returns the clause, with its words unless it isn't applicable: then nobody needs to recognize it. */
function nameCell({ key, name, group }: ClauseRow, { pack }: Report): Cell {
  if (key.startsWith('rule:')) return name;
  const clause = label(pack, key);
  const words = { zh: name.zh.slice(clause.zh.length + 1), en: name.en.slice(clause.en.length + 2) };
  return group === 'notApplicable' || words.zh === '' ? clause : { lines: [clause, words] };
}

function verdictCell(row: ClauseRow): Cell {
  const { verdicts, group, groupOf } = row;
  const isFinding = group === 'fail' || group === 'open' || group === 'review';
  const isSame = verdicts.every((verdict) => groupOf(verdict) === group);
  const counts = isSame ? t.all({ n: verdicts.length }) : countsText(row);
  const lines = [SHORT_OUTCOMES[group], ...(verdicts.length === 1 ? [] : [counts])];
  return { lines, ...(isFinding && { strong: true }) };
}

/** Returns the findings by their numbers; if there are none, what was checked. */
function evidenceLines(row: ClauseRow, report: Report, view: ReportView): Localized[] {
  const { verdicts, groupOf } = row;
  const all = new Set(verdicts.filter((verdict) => !isSettled(groupOf(verdict))));
  const here = numberedFindings(report).filter(({ first, rest }) => [first, ...rest].some((one) => all.has(one)));
  if (here.length === 0) return settledLines(row, report, view);
  const more = here.slice(MOST_SHOWN).map(({ number }) => verbatim(String(number)));
  return [
    ...here.slice(0, MOST_SHOWN).map((one) => findingLine(one, all, row, report, view)),
    ...(more.length === 0 ? [] : [t.seeAlso({ numbers: localizedList(more) })]),
  ];
}

/** Most findings shown in a cell; the rest is found by its numbers. */
const MOST_SHOWN = 6;

/** Returns one finding on a line: 第8项：设备“C3-03”对“302”等2处，F3“三层”；“C3-03”→…；距离11.64米… */
function findingLine(
  { number, first, rest }: Numbered,
  here: ReadonlySet<LintVerdict>,
  { groupOf }: ClauseRow,
  report: Report,
  view: ReportView,
): Localized {
  const members = [first, ...rest].filter((one) => here.has(one));
  const [shown = first] = members;
  const n = members.length;
  const about = aboutText(shown.subject, report);
  // On documents the verdict's sentence says more than the name of its row.
  const subject = about ?? withoutStop(view.text(shown));
  const names = about === undefined || n === 1 ? subject : t.members({ about, n, others: n - 1 });
  const levels = levelsText(shown, report);
  const figures = sightLineText(report, shown.evidence) ?? coverageText(shown.evidence);
  const parts = [
    levels === undefined ? names : joined([names, levels], t.comma),
    ...(figures === undefined ? [] : [figures]),
  ];
  return t.finding({ number, verdict: SHORT_OUTCOMES[groupOf(shown)], text: joined(parts, t.clauses) });
}

function settledLines(row: ClauseRow, report: Report, view: ReportView): Localized[] {
  const { verdicts, worst, group, groupOf } = row;
  if (group === 'waived') return [t.seeWaivers];
  const spared = verdicts.filter((one) => groupOf(one) === 'notApplicable');
  if (group === 'notApplicable') return differentTexts(spared, row, view);
  const passed = verdicts.filter((one) => groupOf(one) === 'pass');
  const abouts = passed.map(({ subject }) => aboutText(subject, report));
  const all = different(abouts.filter((about) => about !== undefined));
  const [n, others] = [all.length, all.length - MOST_NAMED];
  const names = joined(all.slice(0, MOST_NAMED), t.items);
  // Checked elements of the drawing are named after one sentence; requirements on the whole site each have their own.
  const reasons = differentTexts([worst, ...passed.filter((_, i) => abouts[i] === undefined)], row, view);
  return [
    ...reasons,
    ...(n < 2 ? [] : [others > 0 ? t.firstSubjects({ names, n, others }) : t.subjects({ names })]),
    ...differentTexts(spared, row, view).map((reason) => t.notApplicable({ reason })),
  ];
}

/** Returns the different texts of `verdicts`; if there are very many, the first ones and the number of the rest. */
function differentTexts(verdicts: readonly LintVerdict[], row: ClauseRow, view: ReportView): Localized[] {
  const all = different(verdicts.map((verdict) => rowText({ ...row, group: row.groupOf(verdict) }, verdict, view)));
  const more = all.length - MOST_SHOWN;
  return more <= 0 ? all : [...all.slice(0, MOST_SHOWN), t.moreReasons({ n: more })];
}

/** Returns each text once. */
function different(texts: readonly Localized[]): Localized[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}

/** Most names of complying elements in a cell; the other formats have each verdict. */
const MOST_NAMED = 8;
