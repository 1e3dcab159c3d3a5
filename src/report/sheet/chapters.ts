// The head of a review sheet, its chapters of notes and assumptions, and the form at its end.
import { GONE_TITLE, goneRows } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { fixesSentence } from '../../findings/fix-sentence.js';
import { lawsText } from '../../findings/laws.js';
import { numberedFindings } from '../../findings/numbering.js';
import { checklistTable, errataOf, waivedTable } from '../../findings/tables.js';
import { countsSentence, headline, verdictGroup } from '../../findings/tally.js';
import { t as findings } from '../../findings/texts.js';
import type { ReportView } from '../../findings/view.js';
import { figuresText } from '../../findings/wording/rows.js';
import { coverageSentence, sightSentence } from '../../findings/wording/sightline.js';
import { headingName } from '../../findings/wording/site.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { category } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { withUnit } from '../../lint/notes/figures.js';
import type { LintVerdict, Report, ReportInput } from '../../lint/types.js';
import type { Block, Cell, Field, Paragraph, Section, Table } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { t } from './texts.js';
import { plain, subjectName, whereText } from './where.js';

/** A chapter of a sheet, which `sheet.ts` numbers. */
export interface Chapter extends Section {
  readonly title: Localized;
}

/** Returns a text as a paragraph of a sheet; `tone` decides how a writer sets it apart. */
export function paragraph(text: Localized, tone: Paragraph['tone'] = 'plain'): Paragraph {
  return { block: 'paragraph', tone, text };
}

/**
 * Returns the head of a plan's review sheet: cautions, the headline, then what was judged, by which laws and on which
 * day, and the counts.
 */
export function headOf(report: Report, input: ReportInput): Block[] {
  const fixes = fixesSentence(report);
  return [
    paragraph(t.aid, 'note'),
    ...cautionTexts(report).map((caution) => paragraph(caution, 'caution')),
    paragraph(t.conclusion({ text: headline(report) }), 'conclusion'),
    { block: 'fields', look: 'facts', rows: factsOf(report, input) },
    paragraph(countsSentence(report)),
    ...(fixes === undefined ? [] : [paragraph(fixes)]),
    paragraph(report.pack.notice),
  ];
}

/** Returns the names of the categories of a site. */
export function categoriesText({ site, pack }: Report): Localized {
  const names = site.categories.map(({ id }) => category(pack, id)?.name ?? plain(id));
  return joined(names, t.items);
}

function factsOf(report: Report, { tool, redacted }: ReportInput): Field[][] {
  const { site, pack, files, today, baseline } = report;
  const place: Field[] = [
    { label: t.categories, lines: [categoriesText(report)] },
    { label: t.region, lines: [site.region === undefined ? t.noRegion : verbatim(site.region)] },
  ];
  const packs = partsOf(pack).flatMap((part) => packLines(part, redacted === true));
  return [
    [{ label: t.site, lines: [headingName(site.name)] }],
    ...(redacted === true || site.categories.length === 0 ? [] : [place]),
    ...files.map((file): Field[] => [{ label: t.planFile, lines: fileLines(file) }]),
    [{ label: t.judgedBy, lines: partsOf(pack).map((part) => lawsText(part)) }],
    ...[baseline?.file ?? []].flat().map((file): Field[] => [{ label: t.baseline, lines: fileLines(file) }]),
    [
      { label: t.pack, lines: packs },
      { label: t.tool, lines: [verbatim(`${tool.name} ${tool.version}`)] },
    ],
    [
      { label: t.day, lines: [dayText(today)] },
      { label: t.number, lines: [verbatim('')] },
    ],
  ];
}

/** Returns the path of a file and, if it is known, its SHA-256. */
export function fileLines({ path, sha256 }: { readonly path: string; readonly sha256?: string }): Localized[] {
  return [path, ...(sha256 === undefined ? [] : [`SHA-256 ${sha256}`])].map(verbatim);
}

/**
 * Returns the id of a pack. For a pack that sitecam doesn't ship also says so, with the SHA-256 of each of its files.
 */
function packLines({ id, written }: Pack, redacted: boolean): Localized[] {
  if (written === undefined) return [verbatim(id)];
  return [t.foreignPack({ pack: plain(id) }), ...(redacted ? [] : written.sources.flatMap(fileLines))];
}

/** Returns the chapter with warnings of sitecam's own, waived findings, and resolved findings of the baseline. */
export function notesChapter(report: Report, view: ReportView): Chapter {
  const waived = { weight: 'waived', name: SHORT_OUTCOMES.waived, counted: true } as const;
  const tables: Table[] = [
    warnings(report, view),
    { ...waived, block: 'table', sort: 'waived', caption: t.waivers, ...waivedTable(report, view) },
    {
      weight: 'settled',
      name: GONE_TITLE,
      block: 'table',
      sort: 'gone',
      caption: GONE_TITLE,
      ...goneRows(report, view),
    },
  ];
  const blocks = tables.filter(({ rows }) => rows.length > 0);
  return { block: 'section', title: t.notes, blocks: blocks.length === 0 ? [paragraph(t.noNotes)] : blocks };
}

function warnings(report: Report, view: ReportView): Table {
  const all = numberedFindings(report).filter(({ first }) => verdictGroup(first) === 'warning');
  const rows = all.flatMap(({ number, first, rest, asRows }) =>
    [first, ...rest].map((verdict): Cell[] => [
      verbatim(String(number)),
      subjectName(verdict, report),
      whereText(verdict, report, view),
      asRows && verdict !== first ? (figuresText(verdict) ?? verbatim('')) : { lines: wordsOf(verdict, report, view) },
    ]),
  );
  const head = [t.noteNumber, t.subject, t.place, t.content];
  const weighed = { weight: 'warning', name: SHORT_OUTCOMES.warning, counted: true } as const;
  return { ...weighed, block: 'table', sort: 'notes', caption: t.warnings, head, rows };
}

/** Returns the sentence of a warning and its figures. */
function wordsOf(verdict: LintVerdict, report: Report, view: ReportView): Localized[] {
  const text = view.text(verdict);
  const figures = [sightSentence(verdict, report), coverageSentence(verdict, text)];
  return [text, ...figures.filter((one) => one !== undefined)];
}

/**
 * Returns the chapter on the author's claims, which nobody checked, and on the figures of sitecam's that decide most.
 */
export function basisChapter(report: Report, { redacted }: ReportInput): Chapter {
  const blocks =
    redacted === true
      ? [paragraph(t.redactedBasis)]
      : [claims(report), ...settings(report), paragraph(t.parameters({ parameters: parametersText(report) }))];
  const errata = errataOf(report).map((note) => paragraph(note));
  return { block: 'section', title: t.basis, blocks: [...blocks, ...errata, paragraph(t.otherReports)] };
}

function claims({ assumptions }: Report): Block {
  const rows = assumptions.filter(({ origin }) => origin === 'author').map(({ what, value }) => [what, value]);
  if (rows.length === 0) return paragraph(t.noClaims);
  return { block: 'table', sort: 'claims', caption: t.claims, head: [t.about, t.claim], rows };
}

/** Returns the assumptions from a configuration or the run, except day and files, which the head of the sheet has. */
function settings({ assumptions, files, today }: Report): Block[] {
  const known = new Set([dayText(today).zh, ...files.map(({ sha256 }) => sha256)]);
  const own = assumptions.filter(({ origin, value }) => origin === 'run' && !known.has(value.zh));
  if (own.length === 0) return [];
  const shown = own.map(({ what, value }) => t.setting({ name: plainly(what), value: plainly(value) }));
  return [paragraph(t.settings({ settings: joined(shown, t.clauses) }))];
}

function plainly({ zh, en }: Localized): Localized {
  return { zh: plainText(zh), en: plainText(en) };
}

/** Parameters that most findings depend on. */
const FIRST = ['nearRadius', 'protectedFraction', 'privacyDensity', 'viewArea', 'viewDepth', 'grazeDepth'];

function parametersText({ pack }: Report): Localized {
  const shown = FIRST.flatMap((id) => {
    const { what, value, unit, basis, configured } = pack.parameters[id] ?? {};
    if (what === undefined || basis !== 'sitecam' || configured === true) return [];
    return [t.setting({ name: plainly(what), value: withUnit(value, unit) })];
  });
  return shown.length === 0 ? t.seeOthers : joined(shown, t.clauses);
}

/** Returns the chapter of the papers that the reviewer checks and ticks; undefined if there is nothing to check. */
export function checklistChapter(report: Report): Chapter | undefined {
  if (report.checklist.length === 0) return undefined;
  const table: Table = { block: 'table', sort: 'checklist', ...checklistTable(report) };
  return { block: 'section', title: findings.checklist, blocks: [table] };
}

/** Returns the chapter with the lines for opinion, names and dates, all empty. */
export function formChapter(): Chapter {
  const date: Field = { label: t.date, lines: [inBoth((locale) => (locale === 'en' ? '' : '　　　年　　月　　日'))] };
  const signed = [t.reviewer, t.secondReviewer, t.body, t.received];
  const rows: Field[][] = [
    [{ label: t.opinion, lines: [], write: 6 }],
    ...signed.map((label): Field[] => [{ label, lines: [], write: 1 }, date]),
  ];
  return {
    block: 'section',
    title: t.opinions,
    blocks: [paragraph(t.aid, 'note'), { block: 'fields', look: 'form', rows }],
  };
}
