// The chapter of verdicts on every clause of a review sheet.
import { type ClauseRow, clauseRows, countsText } from '../../findings/clauses.js';
import { lawsText } from '../../findings/laws.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import { verdictGroup } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { quotedCitation } from '../../findings/wording/citation.js';
import { coverageText, sightLineText } from '../../findings/wording/sightline.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { list } from '../../i18n/list.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import type { Pack } from '../../law/types.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { type Chapter, cell, keptBlock, type SheetCell, type WeightedBlock } from './blocks.js';
import { aboutText, levelsText } from './where.js';

/**
 * Returns the verdicts on every clause in the order of the law, a table for each law; then those of sitecam's own
 * rules.
 */
export function clausesChapter(report: Report, view: ReportView): Chapter {
  const { locale } = view;
  const rows = clauseRows(report, view);
  const findings = numberedFindings(report);
  const own = rows.filter(({ key }) => key.startsWith('rule:'));
  const tables = [
    ...partsOf(report.pack).map((part) => ({
      caption: lawsText(part, locale),
      rows: rows.filter((row) => isOf(row, part, report)),
    })),
    { caption: say(locale, '本工具设定的事项（非法定）', "What is this tool's, not the law's"), rows: own },
  ].filter((one) => one.rows.length > 0);
  return {
    title: say(locale, '逐条审查表', 'Clause by clause'),
    pieces: tables.map((one, n) =>
      table(caption(one.caption, n, tables.length, locale), one.rows, findings, report, view),
    ),
  };
}

/** True if the clause belongs to the law that `part` judges by. */
function isOf({ key }: ClauseRow, { instruments: [law] }: Pack, { pack }: Report): boolean {
  return law !== undefined && pack.clauses.find(({ id }) => id === key)?.instrument === law.id;
}

function caption(words: string, n: number, all: number, locale: Locale): string {
  if (all === 1) return words;
  return say(locale, `（${'一二三四五六七八九十'[n] ?? n + 1}）${words}`, `(${n + 1}) ${words}`);
}

function table(
  words: string,
  rows: readonly ClauseRow[],
  findings: readonly Numbered[],
  report: Report,
  view: ReportView,
): WeightedBlock {
  const { locale } = view;
  const head = [say(locale, '条款', 'Clause'), say(locale, '结论', 'Verdict'), say(locale, '依据', 'Evidence')];
  const cells = rows.map((row): SheetCell[] => [
    nameCell(row, report, locale),
    verdictCell(row, locale),
    evidenceCell(row, findings, report, view),
  ]);
  return keptBlock({ kind: 'table', columns: 'clauses', caption: words, head, rows: cells });
}

/** Returns the clause, with its words unless it isn't applicable: then nobody needs to recognize it. */
function nameCell({ key, name, worst }: ClauseRow, { pack }: Report, locale: Locale): SheetCell {
  if (key.startsWith('rule:')) return cell(name);
  const { label } = quotedCitation(pack, key, locale);
  const words = name.slice(label.length + (locale === 'en' ? 2 : 1));
  return { lines: verdictGroup(worst) === 'notApplicable' || words === '' ? [label] : [label, words] };
}

function verdictCell({ verdicts, worst }: ClauseRow, locale: Locale): SheetCell {
  const group = verdictGroup(worst);
  const name = inLocale(SHORT_OUTCOMES[group], locale);
  const isFinding = group === 'fail' || group === 'open' || group === 'review';
  const same = verdicts.every((verdict) => verdictGroup(verdict) === group);
  const all = say(locale, `共${verdicts.length}项`, `${verdicts.length} in all`);
  const counts = verdicts.length === 1 ? [] : [same ? all : countsText(verdicts, locale)];
  return { lines: [name, ...counts], ...(isFinding && { strong: true }) };
}

/** Returns the findings by their numbers; if there are none, what was checked. */
function evidenceCell(
  { verdicts, worst }: ClauseRow,
  findings: readonly Numbered[],
  report: Report,
  view: ReportView,
): SheetCell {
  const { locale } = view;
  const all = new Set(verdicts);
  const here = findings.filter(({ first, rest }) => all.has(first) || rest.some((one) => all.has(one)));
  if (here.length === 0) return { lines: settledLines(verdicts, worst, report, view) };
  const shown = here.slice(0, MOST_SHOWN).map((one) => findingLine(one, all, report, view));
  const more = here.slice(MOST_SHOWN).map(({ number }) => String(number));
  const others = say(locale, `另见第${list(more, locale)}项。`, `See also nos. ${list(more, locale)}.`);
  return { lines: [...shown, ...(more.length === 0 ? [] : [others])] };
}

/** Most findings shown in a cell; the rest is found by its numbers. */
const MOST_SHOWN = 6;

/** Returns one finding on a line: 第8项：设备“C3-03”对“302”等2处，F3“三层”；“C3-03”→…；距离11.64米… */
function findingLine(
  { number, first, rest }: Numbered,
  here: ReadonlySet<LintVerdict>,
  report: Report,
  view: ReportView,
): string {
  const { locale } = view;
  const members = [first, ...rest].filter((one) => here.has(one));
  const shown = members[0] ?? first;
  const count = members.length === 1 ? '' : say(locale, `等${members.length}处`, ` and ${members.length - 1} more`);
  const about = aboutText(shown.subject, report, locale);
  // On documents the verdict's sentence says more than the name of its row.
  const what = about === undefined ? view.text(shown).replace(/[。.]$/, '') : `${about}${count}`;
  const levels = levelsText(shown, report, locale);
  const figures = sightLineText(report, shown.evidence, locale) ?? coverageText(shown.evidence, locale);
  const parts = [
    levels === '' ? what : `${what}${say(locale, '，', ', ')}${levels}`,
    ...(figures === undefined ? [] : [figures]),
  ];
  const verdict = inLocale(SHORT_OUTCOMES[verdictGroup(shown)], locale);
  return say(
    locale,
    `第${number}项（${verdict}）：${parts.join('；')}。`,
    `No. ${number} (${verdict}): ${parts.join('; ')}.`,
  );
}

function settledLines(
  verdicts: readonly LintVerdict[],
  worst: LintVerdict,
  report: Report,
  view: ReportView,
): string[] {
  const { locale } = view;
  const group = verdictGroup(worst);
  if (group === 'waived') return [say(locale, '见“例外说明”。', "See 'Waivers'.")];
  const spared = verdicts.filter((one) => verdictGroup(one) === 'notApplicable');
  if (group === 'notApplicable') return differentTexts(spared, view);
  const passed = verdicts.filter(({ outcome }) => outcome === 'pass');
  const abouts = passed.map(({ subject }) => aboutText(subject, report, locale));
  const names = [...new Set(abouts.flatMap((about) => about ?? []))];
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length - shown.length;
  const looked = say(
    locale,
    `审查对象：${list(shown, locale)}${more === 0 ? '' : `等${names.length}处`}。`,
    `Looked at: ${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
  );
  // Checked elements of the drawing are named after one sentence; requirements on the whole site each have their own.
  const told = differentTexts([worst, ...passed.filter((_, n) => abouts[n] === undefined)], view);
  const reasons = differentTexts(spared, view).map((reason) =>
    say(locale, `不适用：${reason}`, `Not applicable: ${reason}`),
  );
  return [...told, ...(names.length < 2 ? [] : [looked]), ...reasons];
}

/** Returns the different texts of `verdicts`; if there are very many, the first ones and the number of the rest. */
function differentTexts(verdicts: readonly LintVerdict[], view: ReportView): string[] {
  const all = [...new Set(verdicts.map((verdict) => view.text(verdict)))];
  const more = all.length - MOST_SHOWN;
  if (more <= 0) return all;
  return [
    ...all.slice(0, MOST_SHOWN),
    say(view.locale, `另有${more}种说明，见完整报告。`, `${more} more: see the full report.`),
  ];
}

/** Most names of complying elements in a cell; the other formats have each verdict. */
const MOST_NAMED = 8;
