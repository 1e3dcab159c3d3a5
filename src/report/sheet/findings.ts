// The chapters of findings of a review sheet.

import { sinceMark, sinceText } from '../../findings/baseline-words.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import { verdictGroup } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { basesText } from '../../findings/wording/bases.js';
import { citations, penaltyText, quotedWhole } from '../../findings/wording/citation.js';
import { questionText } from '../../findings/wording/question.js';
import { figureColumns } from '../../findings/wording/rows.js';
import { evidenceText } from '../../findings/wording/sightline.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Block, Cell, Field, Table } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import type { Chapter } from './chapters.js';
import { t } from './texts.js';
import { aboutText, plain, planLineText, subjectName, whereText } from './where.js';

/** Groups of findings that the sheet lists one by one. */
type Listed = 'fail' | 'open' | 'review' | 'drawing';

const TITLES: Readonly<Record<Listed, Localized>> = {
  fail: t.fails,
  open: t.openPoints,
  review: t.reviews,
  drawing: t.drawingFaults,
};

/** Boxes that a reviewer ticks. */
const TICKS = [t.complies, t.violates];

/** Returns the findings of one group, each in a box with room to write; without any it says so. */
export function findingsChapter(group: Listed, report: Report, view: ReportView): Chapter {
  const here = numberedFindings(report).filter(({ first }) => verdictGroup(first) === group);
  const blocks = here.flatMap((one) => entry(group, one, report, view));
  const none: Block = { block: 'paragraph', text: t.noneOfThem };
  return { block: 'section', title: TITLES[group], blocks: blocks.length === 0 ? [none] : blocks };
}

function entry(group: Listed, { number, first, rest, asRows }: Numbered, report: Report, view: ReportView): Block[] {
  const weighed = { weight: group, name: SHORT_OUTCOMES[group], counted: true } as const;
  const title = (group === 'review' ? questionOf : titleOf)(first, report, view);
  const also = rest.length === 0 ? [] : [t.cluster({ n: rest.length + 1 })];
  return [
    {
      ...weighed,
      block: 'fields',
      look: 'entry',
      title: joined([t.entry({ number, title: capital(title) }), ...also]),
      rows: FIELDS_OF[group](first, report, view).map((field) => [field]),
    },
    ...(rest.length === 0 ? [] : [{ ...weighed, ...others(group, rest, asRows, report, view) }]),
  ];
}

/** Returns a heading with a capital letter. */
function capital(title: Localized): Localized {
  return inBoth((locale) => render(title, locale).replace(/^[a-z]/, (letter) => letter.toUpperCase()));
}

function questionOf(verdict: LintVerdict, report: Report): Localized {
  const subject = aboutText(verdict.subject, report) ?? t.stated;
  return questionText(verdict, report, subject);
}

function titleOf(verdict: LintVerdict, report: Report, view: ReportView): Localized {
  const title = view.rule(verdict.rule)?.title ?? plain(verdict.rule);
  return joined([subjectName(verdict, report), title], t.colon);
}

const FIELDS_OF: Readonly<Record<Listed, (verdict: LintVerdict, report: Report, view: ReportView) => Field[]>> = {
  fail: (verdict, report, view) => [
    factField(t.problem, verdict, view),
    ...placeFields(verdict, report, view),
    ...adviceFields(t.correct, verdict, view),
    ...optional(t.penalty, penaltyText(report.pack, verdict, view.text(verdict))),
    ruleField(verdict),
  ],
  open: (verdict, report, view) => [
    { label: t.pleaseState, lines: [requestText(verdict, view)], strong: true },
    factField(t.why, verdict, view),
    ...placeFields(verdict, report, view),
    ruleField(verdict),
    { label: t.answer, lines: [], write: 2 },
  ],
  drawing: (verdict, report, view) => [
    factField(t.problem, verdict, view),
    ...placeFields(verdict, report, view),
    ...adviceFields(t.correct, verdict, view),
    ruleField(verdict),
    { label: t.answer, lines: [], write: 1 },
  ],
  review: (verdict, report, view) => [
    factField(t.facts, verdict, view),
    ...placeFields(verdict, report, view),
    ...adviceFields(t.consider, verdict, view),
    ruleField(verdict),
    { label: t.judgement, lines: [], ticks: TICKS, write: 2 },
  ],
};

/** Returns the field of a text; none without a text. */
function optional(label: Localized, text: Localized | undefined): Field[] {
  return text === undefined ? [] : [{ label, lines: [text] }];
}

function factField(label: Localized, verdict: LintVerdict, view: ReportView): Field {
  return { label, lines: [view.text(verdict)] };
}

/** Returns the fields on clauses, place, evidence and related places. */
function placeFields(verdict: LintVerdict, report: Report, view: ReportView): Field[] {
  const bases = basesText(verdict, report.pack);
  const clauses = citations(report.pack, verdict).map(quotedWhole);
  const related = verdict.related.map(({ place, caption }) =>
    joined([
      inBoth((locale) => plainText(render(caption, locale))),
      t.bracketed({ text: planLineText(place, report, view) }),
    ]),
  );
  const also = related.length === 0 ? [] : [t.related({ places: joined(related, t.items) })];
  return [
    ...optional(t.basedOn, bases),
    ...(clauses.length === 0 ? [] : [{ label: t.law, lines: clauses }]),
    { label: t.place, lines: [joined([whereText(verdict, report, view), ...also], t.clauses)] },
    ...optional(t.proof, evidenceText(verdict, report)),
    ...optional(t.since, sinceText(verdict)),
  ];
}

function adviceFields(label: Localized, verdict: LintVerdict, view: ReportView): Field[] {
  return optional(label, view.advice(verdict));
}

function ruleField({ rule, subject }: LintVerdict): Field {
  return { label: t.rule, lines: [joined([verbatim(rule), plain(subject)], t.comma)] };
}

/** Returns the advice as a request to the author; if there is none, the general request. */
function requestText({ advice: message, rule }: LintVerdict, view: ReportView): Localized {
  if (message === undefined) return t.pleaseExplain;
  const { zh, en } = view.messageText(message, rule);
  return t.please({ advice: { zh: zh.replace(/^请/, ''), en: `${en.slice(0, 1).toLowerCase()}${en.slice(1)}` } });
}

/** Returns the other findings of a cluster, each with room for its own answer or judgement; `asRows` with figures alone. */
function others(group: Listed, rest: readonly LintVerdict[], asRows: boolean, report: Report, view: ReportView): Table {
  const empty = verbatim('');
  const room: Readonly<Record<Listed, readonly Cell[]>> = {
    fail: [],
    open: [empty],
    drawing: [empty],
    review: [{ lines: [...TICKS, empty] }],
  };
  const heads = { fail: [], open: [t.reply], drawing: [t.reply], review: [t.judgement] };
  const figures = figureColumns(asRows ? rest : []);
  const rows = rest.map((verdict, n): Cell[] => [
    joined([subjectName(verdict, report), sinceMark(verdict)]),
    ...(asRows
      ? figures.cells[n]
      : [whereText(verdict, report, view), evidenceText(verdict, report) ?? view.text(verdict)]),
    ...room[group],
  ]);
  const sort = { fail: 'others', open: 'answers', drawing: 'answers', review: 'judged' }[group];
  return {
    block: 'table',
    sort,
    head: [t.elsewhere, ...(asRows ? figures.heads : [t.place, t.proof]), ...heads[group]],
    rows,
  };
}
