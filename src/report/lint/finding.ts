// Findings as blocks: the words of a finding, put together for terminals and for pages.

import { sinceMark, sinceText } from '../../findings/baseline-words.js';
import type { Fold } from '../../findings/groups.js';
import type { Numbered } from '../../findings/numbering.js';
import { outcomeText, type VerdictGroup, verdictGroup } from '../../findings/tally.js';
import { type ReportView, type Spot, spotText } from '../../findings/view.js';
import { basesText } from '../../findings/wording/bases.js';
import {
  citations,
  penaltySentences,
  penaltyText,
  quotedClause,
  quotedWhole,
} from '../../findings/wording/citation.js';
import { ANSWER, questionText } from '../../findings/wording/question.js';
import { figureColumns } from '../../findings/wording/rows.js';
import { coverageSentence, evidenceText, sightSentence } from '../../findings/wording/sightline.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { type Localized, render, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Excerpt, Field, Finding, Inlines, Table } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { t } from './texts.js';
import { paragraph, positionOf, subjectOf } from './words.js';

/** Most related places in an excerpt; more would bury the first. */
const MOST_MARKS = 4;

/** Returns a finding for a terminal, with the words of every clause that it rests on; the rows of a fold below it. */
export function terminalFinding({ first: verdict, rows }: Fold, report: Report, view: ReportView): Finding {
  const head = headOf(verdict, report, view);
  const spot = view.spot(verdict.place, report.files);
  const { marks, others } = relatedPlaces(verdict, spot, report, view);
  const text = view.text(verdict);
  const figures = [sightSentence(verdict, report), coverageSentence(verdict, text)];
  const see = others.length === 0 ? [] : [paragraph(t.see({ places: joined(others, t.comma) }), { indent: [0, 2] })];
  return {
    ...head,
    ...(spot && { excerpt: excerptOf(spot, verdictGroup(verdict), marks) }),
    message: joined([text, ...figures.filter((one) => one !== undefined)], SENTENCE_GAP),
    fields: [
      ...(verdict.since === 'changed' ? sinceFields(verdict, t.ended) : []),
      ...clauseFields(verdict, report, view),
      ...adviceFields(verdict, t.advice, view),
    ],
    rest: [...see, ...(rows.length === 0 ? [] : [rowsTable(rows, head, report)])],
  };
}

/**
 * Returns a finding for a page, with the others of its cluster (`rest`) in a table below it. One for review is a
 * question with room for the answer.
 */
export function pageFinding(
  { number, first: verdict, rest, asRows }: Numbered,
  report: Report,
  view: ReportView,
): Finding {
  const isQuestion = verdictGroup(verdict) === 'review';
  const head = headOf(verdict, report, view);
  const title = isQuestion ? questionText(verdict, report) : t.named({ name: head.title, text: head.subject });
  const evidence = evidenceText(verdict, report);
  return {
    ...head,
    number,
    title: rest.length === 0 ? title : [title, t.also({ n: rest.length + 1 })],
    message: view.text(verdict),
    fields: [
      ...(isQuestion ? [] : [field(t.verdict, outcomeText(verdict))]),
      ...sinceFields(verdict),
      ...lawFields(verdict, report, view),
      field(t.place, { place: head.place }),
      ...(evidence === undefined ? [] : [field(t.evidence, evidence)]),
      ...(isQuestion ? [] : relatedFields(verdict, report, view)),
      ...adviceFields(verdict, isQuestion ? t.toConsider : t.toChange, view),
      field(t.rule, { code: verdict.rule }),
      ...(isQuestion ? [field(t.judgement, ANSWER)] : []),
    ],
    rest: rest.length === 0 ? [] : [asRows ? rowsTable(rest, head, report) : restTable(rest, head, report, view)],
  };
}

/** Returns what terminals and pages show of a finding alike. */
function headOf(verdict: LintVerdict, report: Report, view: ReportView) {
  const group = verdictGroup(verdict);
  const rule = view.rule(verdict.rule);
  return {
    block: 'finding' as const,
    weight: group === 'pass' || group === 'notApplicable' ? ('settled' as const) : group,
    name: SHORT_OUTCOMES[group],
    counted: true as const,
    outcome: group,
    tag: joined([SHORT_OUTCOMES[group], sinceMark(verdict)]),
    title: rule === undefined ? verbatim(verdict.rule) : rule.title,
    subject: subjectOf(verdict, report),
    rule: verdict.rule,
    place: positionOf(verdict.place, report.files, view),
  };
}

/** Returns the subject with its state against the baseline, as lists of the same findings name it. */
function markedSubject(verdict: LintVerdict, report: Report): Localized {
  return joined([subjectText(verdict.subject, report.site), sinceMark(verdict)]);
}

/** Returns the other findings of a cluster for a page. If there is no room for all, the last rows go first. */
function restTable(
  rest: readonly LintVerdict[],
  { weight, name }: Pick<Finding, 'weight' | 'name'>,
  report: Report,
  view: ReportView,
): Table {
  return {
    block: 'table',
    weight,
    name,
    counted: true,
    head: [t.sameElsewhere, t.place, t.evidence],
    rows: rest.map((verdict) => [
      markedSubject(verdict, report),
      { place: positionOf(verdict.place, report.files, view) },
      evidenceText(verdict, report) ?? view.text(verdict),
    ]),
  };
}

/** Returns the rows of a fold, a line each. */
function rowsTable(
  rows: readonly LintVerdict[],
  { weight, name }: Pick<Finding, 'weight' | 'name'>,
  report: Report,
): Table {
  const { heads, cells } = figureColumns(rows);
  return {
    block: 'table',
    weight,
    name,
    counted: true,
    head: [t.sameElsewhere, ...heads],
    rows: rows.map((verdict, n) => [markedSubject(verdict, report), ...cells[n]]),
    figures: heads.map((_, n) => n + 1),
  };
}

/** Returns an excerpt of a source file that marks the place of a finding (in the colour of `tone`) and related `marks`. */
export function excerptOf({ file, span }: Spot, tone: VerdictGroup, marks: Excerpt['marks'] = []): Excerpt {
  return { block: 'excerpt', file, tone, marks: [{ span }, ...marks] };
}

/** Returns the related places of `verdict`: those that its excerpt shows, and the others in words. */
function relatedPlaces(verdict: LintVerdict, first: Spot | undefined, report: Report, view: ReportView) {
  const marks: { readonly span: Spot['span']; readonly caption: Localized }[] = [];
  const others: Localized[] = [];
  for (const { place, caption } of verdict.related) {
    const spot = view.spot(place, report.files);
    const isNear = spot !== undefined && first !== undefined && spot.file === first.file && !isSame(spot, first);
    if (isNear && marks.length < MOST_MARKS && !marks.some((mark) => isSame(mark, spot))) {
      marks.push({ span: spot.span, caption });
    } else {
      const more = inBoth((locale) => plainText(render(caption, locale)));
      others.push(t.inBrackets({ text: verbatim(spotText(spot, place.path)), more }));
    }
  }
  return { marks, others };
}

function isSame(a: Pick<Spot, 'span'>, b: Pick<Spot, 'span'>): boolean {
  const [from, to] = [a.span.start, b.span.start];
  return from.line === to.line && from.column === to.column;
}

function field(label: Localized, ...lines: readonly Inlines[]): Field {
  return { label, lines };
}

/** Returns the state against the baseline, put into a sentence by `end`; empty without a baseline. */
function sinceFields(verdict: LintVerdict, end = ({ text }: { readonly text: Localized }) => text): Field[] {
  const text = sinceText(verdict);
  return text === undefined ? [] : [field(t.since, end({ text }))];
}

function adviceFields(verdict: LintVerdict, label: Localized, view: ReportView): Field[] {
  const advice = view.advice(verdict);
  return advice === undefined ? [] : [field(label, advice)];
}

/**
 * Returns the clauses with what each says of the fact, their words, then the penalties. Leaves out a sentence that the
 * message contains.
 */
function clauseFields(verdict: LintVerdict, report: Report, view: ReportView): Field[] {
  const bases = basesText(verdict, report.pack);
  if (bases === undefined) return [];
  const quoted = citations(report.pack, verdict).filter(({ words }) => words.zh !== '');
  const { zh, en } = penaltySentences(report.pack, verdict, view.text(verdict));
  const penalty = { zh: zh.join(''), en: en.join(' ') };
  const quotes = quoted.map((one) => t.ended({ text: quotedClause(one) }));
  return [field(t.cited, t.ended({ text: bases }), ...quotes, ...(penalty.zh === '' ? [] : [penalty]))];
}

/** Returns fields with the words of each clause, those before the items of its paragraph, and the penalties. */
function lawFields(verdict: LintVerdict, report: Report, view: ReportView): Field[] {
  const penalty = penaltyText(report.pack, verdict, view.text(verdict));
  const bases = basesText(verdict, report.pack);
  return [
    ...(bases === undefined ? [] : [field(t.cited, bases)]),
    ...citations(report.pack, verdict).map((one) => field(t.clause, quotedWhole(one))),
    ...(penalty === undefined ? [] : [field(t.penalty, penalty)]),
  ];
}

function relatedFields(verdict: LintVerdict, report: Report, view: ReportView): Field[] {
  return verdict.related.map(({ place, caption }) => {
    const at = positionOf(place, report.files, view);
    return field(t.seeAlso, [caption, t.open, { place: at }, t.close]);
  });
}
