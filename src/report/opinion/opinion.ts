// The format `opinion`: the form of two pages on which those who review a design give their opinion.
import { NO_PLAN, verdictsByGroup } from '../../findings/tally.js';
import { faultSpot, type ReportView, reportView, spotText } from '../../findings/view.js';
import { headingName } from '../../findings/wording/site.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { inBoth, joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Locale, type Localized, render, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import { cutTo } from '../../i18n/width.js';
import type { Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { factValue } from '../../plan/project/names.js';
import type { Block, Cell, Document, Field, Inline } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { writeHtml } from '../../render/writers/html.js';
import type { Format } from '../format.js';
import { withRunComment } from '../run-block.js';
import { type FormFacts, factsOf } from './facts.js';
import { type FormFigure, formFigure } from './figure.js';
import { headOf, isInstalled, lawsText } from './head.js';
import { roomForRows } from './room.js';
import { type FormRow, type FormRows, rowsOf } from './rows.js';
import { citationsOf, formOf } from './sentences.js';
import { FORM_STYLE } from './style.js';
import { t } from './texts.js';

/** The format `opinion`: the form of an opinion for each plan, as one HTML page to print. */
export const format: Format = {
  render: (input, options) => withRunComment(input, 'opinion', options, (own) => renderOpinion(input, own)),
};

/** Returns the forms as one HTML page for A4 paper, each plan on pages of its own, without network or script. */
export function renderOpinion(input: ReportInput, { locale }: { readonly locale: Locale }): string {
  const documents = opinionDocuments(input);
  return writeHtml(documents, {
    locale,
    look: 'form',
    sort: 'opinion',
    title: documents[0]?.title ?? t.title,
    style: FORM_STYLE,
  });
}

/** Returns the form of each plan. */
function opinionDocuments(input: ReportInput): Document[] {
  const { results } = input;
  if (results.length === 0) return [{ blocks: [paragraph(NO_PLAN)] }];
  const view = reportView(input);
  return results.map((result, n) => ({
    anchor: `form-${n + 1}`,
    ...(result.ok ? judgedForm(result, input, view, n) : unreadForm(result, view)),
  }));
}

function paragraph(
  text: Inline | readonly Inline[],
  tone: 'plain' | 'note' | 'caution' | 'conclusion' = 'plain',
): Block {
  return { block: 'paragraph', tone, text };
}

/** Returns the form of a judged plan: head, figure, problems, questions, papers, conclusion, signatures. */
function judgedForm(report: Report, input: ReportInput, view: ReportView, n: number): Document {
  const facts = factsOf(report);
  const found = facts.law.filter(({ outcome }) => outcome !== 'review');
  const papers = paperItems(report);
  const notes = problemNotes(report, facts, found);
  const room = roomForRows({
    hasCautions: (report.cautions ?? []).length > 0,
    hasFigure: found.length > 0,
    notes: [lawsText(report), joined(notes)],
    items: papers,
  });
  const rows = rowsOf(facts.law, report, view, room);
  const figure = formFigure([...rows.problems, ...rows.questions], report, `f${n + 1}-`);
  const { svg } = figure;
  return {
    title: formOf(report.pack)?.title ?? t.title,
    blocks: [
      ...headOf(report, input),
      ...(svg === undefined ? [] : [{ block: 'figure', caption: t.figureTitle, alt: t.figureAlt, svg } as const]),
      problemSection(report, facts, rows, figure, notes),
      questionSection(report, rows, figure),
      paperBlock(papers),
      endSection(report, input),
    ],
  };
}

/** Returns what else is said of problems, below their rows. */
function problemNotes(report: Report, facts: FormFacts, found: FormFacts['law']): Localized[] {
  const passes = verdictsByGroup(report).pass.length > 0;
  return [
    ...(facts.law.some(({ readings }) => readings.size > 0) ? [t.readings] : []),
    ...(found.length > 0 && passes ? [t.restClean] : []),
    ...(byPhase(report, found) ?? []),
    ...(facts.drawing === 0 ? [] : [t.drawing({ n: facts.drawing })]),
    ...(facts.undecided === 0 ? [] : [(facts.drawing === 0 ? t.undecidedAlone : t.undecided)({ n: facts.undecided })]),
    ...(facts.criteria === 0 ? [] : [t.criteria({ n: facts.criteria })]),
    ...(facts.waived === 0 ? [] : [t.waived({ n: facts.waived })]),
  ];
}

function problemSection(
  report: Report,
  facts: FormFacts,
  { problems, left }: FormRows,
  figure: FormFigure,
  notes: readonly Localized[],
): Block {
  const fails = facts.law.filter(({ outcome }) => outcome === 'fail').length;
  const opens = facts.law.filter(({ outcome }) => outcome === 'open').length;
  const counts = [
    ...(fails === 0 ? [] : [t.failCount({ n: fails, clauses: facts.clauses })]),
    ...(opens === 0 ? [] : [t.openCount({ n: opens })]),
  ];
  const head = [t.row, t.problem, t.place, isInstalled(report) ? t.rectify : t.amend];
  const rows = problems.map((row): Cell[] => [
    verbatim(String(row.number)),
    row.text,
    whereCell(row, figure),
    row.remedy,
  ]);
  const isJudged = verdictsByGroup(report).pass.length > 0 || facts.law.length > 0;
  const rest = [
    ...(left.fails === 0 ? [] : [t.failsInAnnex({ n: left.fails })]),
    ...(left.opens === 0 ? [] : [t.opensInAnnex({ n: left.opens })]),
  ];
  const all = [...rest, ...notes];
  return {
    block: 'section',
    title: counts.length === 0 ? t.problems : t.problemCounts({ counts: joined(counts, t.clauses) }),
    blocks: [
      rows.length === 0
        ? paragraph(isJudged ? noProblems(facts) : t.nothingJudged)
        : { block: 'table', sort: 'found', head, rows },
      ...(all.length === 0 ? [] : [paragraph(joined(all, SENTENCE_GAP), 'note')]),
    ],
  };
}

/** Returns the sentence in place of the table where no problem has a row, which never says more than was judged. */
function noProblems({ undecided, drawing }: FormFacts): Localized {
  if (undecided > 0) return t.noneButUndecided;
  return drawing > 0 ? t.noneButDrawing : t.noProblems;
}

/** Returns the sentence on devices judged as installed by the phase of the project alone; undefined if there is none. */
function byPhase(report: Report, found: FormFacts['law']): [Localized] | undefined {
  const { project } = report.site;
  const isMeant = found.some(({ verdict }) => verdict.existing === true && !verdict.rule.startsWith('project/'));
  if (project === undefined || !isInstalled(report) || !isMeant) return undefined;
  return [t.byPhase({ phase: factValue({ path: 'phase', value: project.phase }) })];
}

/** Returns where a row's problem is, and the numbers of its findings in the annex. */
function whereCell(row: FormRow, figure: FormFigure): Cell {
  const numbers = [...new Set(row.facts.flatMap(({ number }) => number ?? []))];
  const list = localizedList(numbers.map((n) => verbatim(String(n))));
  return { lines: [figure.whereIs(row), ...(numbers.length === 0 ? [] : [t.annexNumbers({ numbers: list })])] };
}

function questionSection(report: Report, { questions, left }: FormRows, figure: FormFigure): Block {
  const answers = ticks([t.complies, t.fails, isInstalled(report) ? t.toRectify : t.toAmend], t.close);
  const n = questions.reduce((sum, { facts }) => sum + facts.length, left.questions);
  const rows = questions.map((row): Cell[] => [
    verbatim(String(row.number)),
    row.text,
    whereCell(row, figure),
    answers,
  ]);
  const head = [t.row, t.question, t.place, t.result];
  return {
    block: 'section',
    title: t.questions({ n }),
    blocks: [
      rows.length === 0 && n === 0 ? paragraph(t.noQuestions) : { block: 'table', sort: 'asked', head, rows },
      ...(left.questions === 0 ? [] : [paragraph(t.restInAnnex({ n: left.questions }), 'note')]),
    ],
  };
}

/** Returns boxes to tick, each with what it means. */
function ticks(texts: readonly Localized[], spaced = t.ticked): Inline[] {
  return texts.flatMap((text): Inline[] => [{ blank: t.box }, spaced({ text })]);
}

/** Most columns of what the plan states of a paper. */
const STATED = 90;

/** Returns the papers to tick off, each with its clause and what the plan states of it. */
function paperItems({ checklist, pack }: Report): Localized[] {
  return checklist.map(({ clause, item, stated }) => {
    const values = { item, clauses: citationsOf(pack, [clause]) };
    if (stated === undefined) return t.paper(values);
    const short = inBoth((locale) => cutTo(plainText(firstPart(render(stated, locale))), STATED));
    return t.paperStated({ ...values, stated: short });
  });
}

function paperBlock(papers: readonly Localized[]): Block {
  if (papers.length === 0) return paragraph(t.noPapers);
  const items = papers.map((text): Inline[] => [{ blank: t.box }, text]);
  return {
    block: 'section',
    title: t.papers({ n: papers.length }),
    blocks: [{ block: 'list', items }],
  };
}

/** Returns a sentence up to its first semicolon: what the plan states, without what a person must decide. */
function firstPart(text: string): string {
  return text
    .split(/；|; /)[0]
    .replace(/[。.]$/, '')
    .replace(/^图中载明/, '');
}

function endSection(report: Report, { tool }: ReportInput): Block {
  const form = formOf(report.pack);
  const conclusions = form?.conclusions ?? [t.agreed, t.agreedAmended, t.refused];
  const parties = form?.parties ?? [t.developer, t.police, t.designer, t.builder, t.experts];
  const what = isInstalled(report) ? t.rectifying : t.amending;
  const rows: Field[][] = [
    [{ label: t.opinion, lines: [ticks(conclusions)] }],
    [
      { label: t.deadline({ what }), lines: [{ blank: t.noDay }] },
      { label: t.again, lines: [ticks([t.inWriting, t.onSite])] },
    ],
  ];
  const signed = parties.map(
    (): Cell => ({
      lines: [[t.labelled({ label: t.signer }), { blank: t.empty }], [{ blank: t.shortDay }]],
    }),
  );
  const isReviewer = report.options?.distrust === true;
  return {
    block: 'section',
    title: form === undefined ? t.conclusion : t.conclusionUnder({ clause: citationsOf(report.pack, [form.clause]) }),
    blocks: [
      { block: 'fields', look: 'form', rows },
      { block: 'table', sort: 'signs', head: parties, rows: [signed] },
      paragraph([t.labelled({ label: t.received }), { blank: t.noDay }, SENTENCE_GAP, t.annex], 'note'),
      paragraph(
        [
          t.made({
            author: isReviewer ? t.theReviewer : t.theAuthor,
            tool: verbatim(`${tool.name} ${tool.version}`),
          }),
          SENTENCE_GAP,
          t.check,
        ],
        'note',
      ),
    ],
  };
}

/** Most faults that are listed of a plan without verdicts. */
const MOST_FAULTS = 8;

/** Returns the form of a plan without verdicts: it says why, and can't be signed. */
function unreadForm(result: UnreadableReport, view: ReportView): Document {
  const faults = faultsUnder(result);
  const items = faults.slice(0, MOST_FAULTS).map((fault): Inline => {
    const where = spotText(faultSpot(fault, result, view), fault.place.path);
    return t.located({ where, text: faultText(fault, result, view) });
  });
  const rest = faults.length - items.length;
  return {
    title: joined([t.title, headingName(plainText(result.path))], t.colon),
    blocks: [
      paragraph(noVerdicts(result), 'conclusion'),
      {
        block: 'section',
        title: t.unread,
        blocks: [...items.map((text) => paragraph(text)), ...(rest > 0 ? [paragraph(t.moreFaults({ n: rest }))] : [])],
      },
    ],
  };
}
